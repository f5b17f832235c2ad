import Grading
import Imaging
import SchemaChecks
import Testing

@Suite struct BaselineLimitsTests {
    /// The small rubric of the other suites with relative limits for the gain: 20 of 100 points.
    private static func rubric(_ extra: String = "") throws -> Rubric {
        try Examples.load(
            Examples.small.replacing(
                "low: {warn: 50, defect: 40, severe: 10, code: GAIN_LOW}",
                with: """
                    low: {warn: 50, defect: 40, severe: 10, code: GAIN_LOW}
                            baseline:
                              high: {warn: 2, defect: 4, severe: 6}
                              low: {warn: 2, defect: 4, severe: 6}
                              least: 10
                    """ + extra
            )
        )
    }

    private let good = ["gain.p50": 80.0, "jpeg.q": 90, "res.h": 600, "shadow.frac": 5]

    private func grade(
        _ value: Double,
        median: Double = 120,
        mad: Double = 10,
        images: Int = 30,
        by rubric: Rubric
    ) -> GradedImage {
        var request = Examples.request
        request.baseline = Baseline(
            snapshot: "2026-11-16",
            metrics: [
                "gain.p50": Baseline.Usual(images: images, median: median, mad: mad),
                "shadow.frac": Baseline.Usual(images: 99, median: 1, mad: 0.1),
            ]
        )
        return Grader.grade(Examples.examination(good.merging(["gain.p50": value]) { $1 }), as: request, by: rubric)
    }

    /// One step is 1.4826 · 10: limits 149.652, 179.304, 208.956 above and 90.348, 60.696, 31.044 below 120.
    @Test(
        arguments: [
            (120.0, 1.0, nil, nil), (149.652, 1, nil, nil), (90.348, 1, nil, nil),
            (164.478, 0.75, .minor, 149.652), (179.304, 0.5, .minor, 149.652), (194.13, 0.25, .major, 179.304),
            (210, 0, .critical, 208.956), (75.522, 0.75, .minor, 90.348), (45.87, 0.25, .major, 60.696),
            (31, 0, .critical, 31.044),
        ] as [(Double, Double, Severity?, Double?)]
    )
    func `a value is held against the device's own median`(
        _ value: Double,
        _ score: Double,
        _ severity: Severity?,
        _ limit: Double?
    ) throws {
        let image = grade(value, by: try Self.rubric())
        #expect(abs(try #require(image.items?.first).score - score) < 1e-4)
        #expect(image.findings.first?.severity == severity)
        #expect(image.findings.first?.limit == limit)
        if severity != nil {
            #expect(image.findings[0].limitOrigin == .baseline(snapshot: "2026-11-16"))
            #expect(image.findings[0].code == (value > 120 ? "GAIN_HIGH" : "GAIN_LOW"))
        }
    }

    @Test func `a device that hardly varies is not flagged within the least distance`() throws {
        // Half of ten a step: 130, 140, 150.
        #expect(grade(130, mad: 0, by: try Self.rubric()).findings.isEmpty)
        let image = grade(135, mad: 0, by: try Self.rubric())
        #expect(image.items?[0].score == 0.75 && image.findings[0].limit == 130)
        // The advice speaks of the limit where it would be good again.
        #expect(image.findings[0].advice == "Aim at 130: 135 is past 130")
        #expect(
            try Self.rubric().advice(for: image.findings[0], baseline: image.baseline)?.en == image.findings[0].advice
        )
    }

    @Test func `decibels lead to what is usual where the baseline gives the limit, else to the warn limit`() throws {
        let general = try #require(try RubricLibrary().rubric(id: "general"))
        var request = Examples.request
        request.baseline = Baseline(
            snapshot: "2026-11-16",
            metrics: ["gain.p50": Baseline.Usual(images: 30, median: 60, mad: 5)]
        )
        func advice(_ request: GradeRequest) throws -> String {
            let metrics = try Examples.soundMetrics().merging(["gain.p50": 111.0]) { $1 }
            let image = Grader.grade(Examples.examination(metrics), as: request, by: general)
            let finding = try #require(image.findings.first { $0.code == "GAIN_HIGH" })
            let text = try #require(general.advice(for: finding, on: image))
            #expect([text.zh, text.en].contains(finding.advice))
            return text.en
        }
        // (111 − 60) ÷ 4.25 and (111 − 108) ÷ 4.25, at least 1.
        #expect(try advice(request).contains("about 12 dB"))
        #expect(try advice(Examples.request).contains("about 1 dB"))
    }

    @Test func `a share of the median is a least distance too, and the larger of both counts`() throws {
        let rubric = try Self.rubric("\n          least_share: 0.25")
        #expect(grade(150, mad: 0, by: rubric).findings.isEmpty)
        #expect(grade(150.1, mad: 0, by: rubric).findings.first?.limit == 150)
    }

    @Test func `beside a device that is always bad the absolute severe limit holds`() throws {
        // Relative: 219.652, 249.304, 278.956. Written: 100, 200, 220.
        let rubric = try Self.rubric()
        #expect(grade(219, median: 190, by: rubric).findings.isEmpty)
        let image = grade(221, median: 190, by: rubric)
        #expect(image.items?[0].score == 0)
        #expect(image.findings.map(\.severity) == [.critical])
        #expect(image.findings[0].limit == 220 && image.findings[0].limitOrigin == .absolute)
        let strict = try Self.rubric("\n          backstop: defect")
        #expect(grade(200, median: 190, by: strict).findings.isEmpty)
        let past = grade(210, median: 190, by: strict)
        #expect(past.items?[0].score == 0.25 && past.findings[0].limitOrigin == .absolute)
        #expect(past.findings.map(\.severity) == [.major])
    }

    @Test func `fewer than thirty images are no baseline`() throws {
        let image = grade(150, images: 29, by: try Self.rubric())
        #expect(image.findings.map(\.limitOrigin) == [.absolute])
        #expect(image.findings[0].limit == 100 && image.baseline == nil)
    }

    @Test func `the grade keeps what it was judged by, and nothing else of the baseline`() throws {
        let image = grade(120, by: try Self.rubric())
        #expect(
            image.baseline
                == Baseline(
                    snapshot: "2026-11-16",
                    metrics: ["gain.p50": Baseline.Usual(images: 30, median: 120, mad: 10)]
                )
        )
        let schema = try JSONSchema(try Repository.bytes("docs/schemas/grade.schema.json"))
        #expect(try schema.violations(in: CanonicalJSON.bytes(image)) == [])
        #expect(try schema.violations(in: CanonicalJSON.bytes(grade(200, by: try Self.rubric()))) == [])
    }

    @Test func `limits that are only relative say nothing where there is no baseline`() throws {
        let rubric = try Examples.load(
            """
            id: relative
            version: "1"
            title: {zh: 相对, en: Relative}
            extends: words
            items:
              - id: gain
                name: {zh: 增益, en: Gain}
                weight: 20
                criteria:
                  - metric: gain.p50
                    baseline: {high: {warn: 2, defect: 4, severe: 6, code: GAIN_HIGH}, least: 10}
              - id: coupling
                name: {zh: 耦合, en: Coupling}
                weight: 80
                criteria:
                  - metric: shadow.frac
                    high: {warn: 20, defect: 40, severe: 60, code: SHADOW}
            """
        )
        let without = Grader.grade(Examples.examination(good), as: Examples.request, by: rubric)
        #expect(without.items?.map(\.id) == ["coupling"] && without.findings.isEmpty && without.score == 100)
        let image = grade(164.478, by: rubric)
        #expect(image.items?.map(\.score) == [0.75, 1] && image.score == 95)
        // Also where the metric has no value: nothing that should have been measured is missing.
        let unmeasured = Grader.grade(
            Examples.examination(["shadow.frac": 5]),
            as: Examples.request,
            by: rubric
        )
        #expect(unmeasured.findings.isEmpty)
    }

    @Test func `an expert's grade is worked out by the baseline that the first pass had`() throws {
        let rubric = try Self.rubric()
        // Past every written limit of the gain but the severe one, and ordinary for this device.
        let image = grade(150, median: 140, by: rubric)
        #expect(image.score == 100)
        let confirmed = try ReviewExamples.grade(image, ReviewAnswers(), by: rubric)
        #expect(confirmed.score == 100 && confirmed.findings.isEmpty)
        let bright = grade(164.478, by: rubric)
        let standing = try ReviewExamples.grade(bright, ReviewAnswers(), by: rubric)
        #expect(standing.score == bright.score && standing.findings.map(\.finding) == bright.findings)
        let rejected = try ReviewExamples.grade(bright, ReviewAnswers(rejected: ["GAIN_HIGH"]), by: rubric)
        #expect(rejected.score == 100)
    }

    @Test(arguments: 1...6)
    func `the score never rises with the distance from the usual`(_ seed: Int) throws {
        let rubric = try Self.rubric()
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<200 {
            // Not below the written limit that is the backstop on the other side.
            let median = Double.random(in: 15...255, using: &random)
            let mad = Double.random(in: 0...30, using: &random)
            let values = (0..<8).map { _ in Double.random(in: median...600, using: &random) }.sorted()
            let scores = values.map { grade($0, median: median, mad: mad, by: rubric).items?.first?.score ?? -1 }
            #expect(scores == scores.sorted(by: >), "\(median) \(mad) \(values) \(scores)")
        }
    }

    @Test(arguments: [
        ("least: 10", "least: 0", "least distance above 0"),
        ("least: 10", "backstop: severe", "least distance above 0"),
        ("high: {warn: 2, defect: 4, severe: 6}", "high: {warn: 4, defect: 2, severe: 6}", "must rise"),
        ("high: {warn: 2, defect: 4, severe: 6}", "high: {warn: 2, defect: 4}", "“severe” is missing"),
        ("least: 10", "least: 10\n          backstop: warn", "unknown backstop"),
        ("least: 10", "least: 10\n          lest: 1", "unknown key “lest”"),
        ("warn: 2, defect", "warn: 0, defect", "allowed: 0.1 to 1000"),
    ])
    func `a mistake in the block is named`(_ original: String, _ change: String, _ words: String) throws {
        let text = """
            id: relative
            version: "1"
            title: {zh: 相对, en: Relative}
            extends: words
            items:
              - id: gain
                name: {zh: 增益, en: Gain}
                weight: 20
                criteria:
                  - metric: gain.p50
                    high: {warn: 100, defect: 200, severe: 220, code: GAIN_HIGH}
                    baseline:
                      high: {warn: 2, defect: 4, severe: 6}
                      least: 10
            """
        _ = try Examples.load(text)
        let changed = text.replacing(original, with: change)
        try #require(changed != text)
        let error = #expect(throws: RubricError.self) { try Examples.load(changed) }
        #expect(error?.mistakes.contains { $0.message.contains(words) } == true, "\(String(describing: error))")
    }

    @Test func `a side on which the metric is good is refused, and one without a code`() throws {
        for (block, words) in [
            ("{low: {warn: 2, defect: 4, severe: 6, code: SHADOW}, least: 1}", "cannot have “low” limits"),
            ("{high: {warn: 2, defect: 4, severe: 6}, least: 1}", "“code” is missing"),
            ("{least: 1}", "needs “high”"),
        ] {
            let text = """
                id: relative
                version: "1"
                title: {zh: 相对, en: Relative}
                extends: words
                items:
                  - id: coupling
                    name: {zh: 耦合, en: Coupling}
                    weight: 80
                    criteria:
                      - metric: shadow.frac
                        baseline: \(block)
                """
            let error = #expect(throws: RubricError.self) { try Examples.load(text) }
            #expect(error?.mistakes.contains { $0.message.contains(words) } == true, "\(String(describing: error))")
        }
    }
}
