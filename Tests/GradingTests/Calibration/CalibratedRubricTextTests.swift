import Grading
import Imaging
import Testing

@Suite("A calibrated rubric's file")
struct CalibratedRubricTextTests {
    /// A third of the pictures, those with the lowest scores, need correction.
    private func learned(from least: Double = 55, every step: Double = 0.1) throws -> RubricCalibration {
        let images = (0..<600).map { (index: Int) -> CalibrationImage in
            let place = index % 450
            return CalibrationImage(
                score: least + Double(place) * step,
                isFlagged: place < 60,
                isDrawn: true,
                drawProbability: 1,
                needsCorrection: place < 150,
                exam: Int64(index)
            )
        }
        return try RubricCalibration(images, goal: .init(recall: 0.9, load: 1, confidence: 0.95))
    }

    @Test("every built-in rubric gets a next version that differs in version, triage and provenance alone")
    func builtIn() throws {
        let calibration = try learned()
        for source in BuiltInRubrics.sources {
            let rubric = try #require(
                try RubricLibrary().rubric(id: String(source.name.dropLast(".yaml".count)))
            )
            let version = CalibratedRubricText.next(after: rubric.version)
            let text = CalibratedRubricText.text(
                of: source,
                rubric: rubric,
                version: version,
                calibration: calibration,
                date: "2026-11-21"
            )
            let new = try #require(
                try RubricLoader.load([RubricSource(name: source.name, text: text)], extending: BuiltInRubrics.sources)
                    .first
            )
            #expect(new.version == version)
            // The pictures learned from need correction up to 70; what lies below the present threshold keeps going to an expert.
            #expect(calibration.chosen.scoreBelow < 81)
            #expect(new.triage.scoreBelow == 81)
            #expect(new.triage.severities == rubric.triage.severities)
            #expect(new.triage.levels == rubric.triage.levels)
            #expect(new.items == rubric.items)
            #expect(new.expertItems == rubric.expertItems)
            #expect(new.advice == rubric.advice)
            #expect(text.contains("recall_bound:"))
            let before = Set(String(decoding: source.bytes, as: UTF8.self).split(separator: "\n"))
            let after = Set(text.split(separator: "\n"))
            #expect(before.subtracting(after).count <= 2)

            // A calibrated file is calibrated again like any other.
            let twice = CalibratedRubricText.text(
                of: RubricSource(name: source.name, text: text),
                rubric: new,
                version: CalibratedRubricText.next(after: new.version),
                calibration: calibration,
                date: "2026-12-21"
            )
            #expect(twice.split(separator: "\n").count { $0.hasPrefix("calibration:") } == 1)
            #expect(twice.split(separator: "\n").count { $0.hasPrefix("triage:") } == 1)
        }
    }

    @Test("examples below a learned threshold are expected to go to an expert, and every rubric still passes its check")
    func examples() throws {
        let calibration = try learned(from: 85, every: 1 / 30)
        #expect(calibration.chosen.scoreBelow > 85)
        for source in BuiltInRubrics.sources {
            let rubric = try #require(try RubricLibrary().rubric(id: String(source.name.dropLast(".yaml".count))))
            let text = CalibratedRubricText.text(
                of: source,
                rubric: rubric,
                version: "9",
                calibration: calibration,
                date: "2026-11-21"
            )
            let new = try #require(
                try RubricLoader.load([RubricSource(name: source.name, text: text)], extending: BuiltInRubrics.sources)
                    .first
            )
            #expect(new.failingExamples(file: source.name).map(\.description) == [])
            let isChanged = new.examples.map(\.expected.route) != rubric.examples.map(\.expected.route)
            if rubric.id == "general" { #expect(isChanged) }
        }
    }

    @Test("a threshold learned above the present one takes its place")
    func raised() throws {
        let calibration = try learned(from: 85, every: 1 / 30)
        #expect(calibration.chosen.scoreBelow > 85)
        let rubric = try #require(try RubricLibrary().rubric(id: "general"))
        #expect(rubric.triage.scoreBelow == 81)
        #expect(CalibratedRubricText.threshold(of: rubric, after: calibration) == calibration.chosen.scoreBelow)
    }

    @Test("a score below the learned threshold goes to an expert, one on it does not")
    func threshold() throws {
        let text = """
            id: strict
            version: "1"
            title: {zh: 严, en: Strict}
            extends: general
            triage: {severities: [], codes: [], levels: [], score_below: 99.5}
            """
        let rubric = try #require(
            try RubricLoader.load(
                [RubricSource(name: "strict.yaml", text: text)],
                extending: BuiltInRubrics.sources
            ).first
        )
        var metrics = try Examples.soundMetrics()
        let sound = Grader.grade(Examples.examination(metrics), as: Examples.request, by: rubric)
        #expect(sound.score == 100)
        #expect(sound.triage.route == .pass)
        metrics["sat.hi"] = 1.9
        let worse = Grader.grade(Examples.examination(metrics), as: Examples.request, by: rubric)
        #expect(try #require(worse.score) < 99.5)
        #expect(worse.triage.route == .review)
        #expect(worse.triage.reasons == ["score_low"])
    }

    @Test(
        "the next version",
        arguments: [("1.1", "1.2"), ("2", "3"), ("1.9", "1.10"), ("2026-a", "2026-a.1"), ("", ".1"), ("v09", "v10")]
    )
    func next(_ pair: (String, String)) {
        #expect(CalibratedRubricText.next(after: pair.0) == pair.1)
    }
}
