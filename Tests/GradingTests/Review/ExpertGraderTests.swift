import Grading
import Imaging
import Testing

/// Golden values; every number is worked out in the comment above it.
@Suite struct ExpertGraderTests {
    private let rubric: Rubric

    init() throws { rubric = try ReviewExamples.rubric() }

    private func grade(
        _ answers: ReviewAnswers,
        of changes: [String: Double?] = [:],
        conditions: Set<Condition> = [],
        hasReport: Bool = false
    ) throws -> ExpertGrade {
        let image = ReviewExamples.picture(changes, conditions: conditions, by: rubric)
        return try ReviewExamples.grade(image, answers, hasReport: hasReport, by: rubric)
    }

    private func section(_ keys: String) -> ReviewAnswers { ReviewAnswers(answers: ReviewExamples.section(keys)) }

    @Test func `a good picture with every criterion met has 100 points`() throws {
        // 100 measured points at 1 and the section's 60 at 1: 160 of 160.
        let grade = try grade(section("yyy"))
        #expect(grade.score == 100 && grade.level == .a)
        #expect(grade.items.map(\.id) == ["section", "gain", "clarity", "coupling"])
        #expect(grade.items.map(\.judge) == [.expert, .firstPass, .firstPass, .firstPass])
        #expect(grade.findings == [])
        #expect(grade.rubric == rubric.reference)
    }

    @Test func `an item is the mean of its criteria, what does not apply left out`() throws {
        // (1 + 0.5) ÷ 2 = 0.75: 60 · 0.25 = 15 of 160 points lost, 9.375 of 100: 90.6. From half on it is minor.
        let partly = try grade(section("ypx"))
        #expect(partly.items[0].score == 0.75)
        #expect(partly.score == 90.6 && partly.level == .a)
        #expect(partly.findings.map(\.finding.code) == ["SECTION_NONSTD"])
        #expect(partly.findings[0].finding.severity == .minor)
        #expect(partly.findings[0].finding.deduction == 9.38)
        #expect(partly.findings[0].verdict == .added)
        // 1 of 3 = 0.3333: below half the rubric's severity, major. 60 · 0.6667 ÷ 160 = 25.0 lost leaves 75, under the cap.
        let third = try grade(section("ynn"))
        #expect(third.items[0].score == 0.3333)
        #expect(third.score == 75 && third.level == .c)
        #expect(third.findings[0].finding.severity == .major)
        #expect(third.findings[0].finding.deduction == 25)
        // The whole item in one answer is as good: 60 · 0.5 ÷ 160 = 18.75.
        let whole = try grade(ReviewAnswers(answers: ["section": .partly]))
        #expect(whole.score == 81.3 && whole.findings[0].finding.severity == .minor)
    }

    @Test func `what a cap takes is added to the gravest finding`() throws {
        // Section 0.3333 as above, and every other of 200 points good (report 10, measurement 20, colour 10 answered):
        // 60 · 0.6667 ÷ 200 = 20.0 lost leaves 80; a major finding leaves 79.
        var answers = section("ynn")
        answers.answers.merge(["measurement": .yes, "colour": .yes, "report": .yes]) { $1 }
        let grade = try grade(answers, hasReport: true)
        #expect(grade.score == 79 && grade.level == .c)
        #expect(grade.findings.map(\.finding.deduction) == [21])
    }

    @Test func `a rejected finding gives its points back, a confirmed or unmentioned one does not`() throws {
        // gain.p50 210: halfway from defect to severe, 0.25, major. 20 · 0.75 ÷ 160 = 9.375 lost: 90.6, capped at 79.
        let unjudged = try grade(section("yyy"), of: ["gain.p50": 210])
        #expect(unjudged.score == 79 && unjudged.level == .c)
        #expect(unjudged.findings.map(\.verdict) == [.unjudged])
        // 9.38 and what the cap takes, 90.6 − 79.
        #expect(unjudged.findings[0].finding.deduction == 20.98)
        var answers = section("yyy")
        answers.confirmed = ["GAIN_HIGH"]
        let confirmed = try grade(answers, of: ["gain.p50": 210])
        #expect(confirmed.score == 79 && confirmed.findings.map(\.verdict) == [.confirmed])
        answers.confirmed = []
        answers.rejected = ["GAIN_HIGH"]
        let rejected = try grade(answers, of: ["gain.p50": 210])
        #expect(rejected.score == 100 && rejected.level == .a)
        #expect(rejected.findings.map(\.verdict) == [.rejected])
        #expect(rejected.findings[0].finding.deduction == 0 && rejected.standing == [])
        #expect(rejected.items.map(\.score) == [1, 1, 1, 1])
    }

    @Test func `rejecting one finding of an item leaves its other one`() throws {
        // jpeg.q 67.5: 0.75, minor; res.h 250: 0.25, major. Without the latter clarity is 0.75: 30 · 0.25 ÷ 160 = 4.6875.
        var answers = section("yyy")
        answers.rejected = ["LOWRES"]
        let grade = try grade(answers, of: ["jpeg.q": 67.5, "res.h": 250])
        #expect(grade.score == 95.3)
        #expect(grade.findings.map(\.finding.code) == ["JPEG_LOW", "LOWRES"])
        #expect(grade.findings.map(\.verdict) == [.unjudged, .rejected])
        #expect(grade.findings.map(\.finding.deduction) == [4.69, 0])
    }

    @Test func `an expert lowers a measured item and never raises it`() throws {
        // gain.p50 150: 0.75. “No” makes it 0: 20 ÷ 160 = 12.5; the finding there bears it. “Yes” leaves 0.75: 3.125.
        var answers = section("yyy")
        answers.answers["gain"] = .no
        let lower = try grade(answers, of: ["gain.p50": 150])
        #expect(lower.score == 87.5 && lower.items[1].judge == .expert)
        #expect(lower.findings.map(\.finding.deduction) == [12.5])
        answers.answers["gain"] = .yes
        let same = try grade(answers, of: ["gain.p50": 150])
        #expect(same.score == 96.9 && same.items[1] == .init(id: "gain", weight: 20, score: 0.75, judge: .firstPass))
        // Without a finding there is none to bear the loss; the item shows it.
        answers.answers["gain"] = .partly
        let silent = try grade(answers)
        #expect(silent.score == 93.8 && silent.findings == [] && silent.items[1].score == 0.5)
    }

    @Test(
        arguments: [
            (Severity.info, 100, 0), (.minor, 92.2, 7.81), (.major, 76.6, 23.44), (.critical, 59, 41.05),
        ] as [(Severity, Double, Double)]
    )
    func `an added finding lowers the item that can give it to the middle of its severity's band`(
        _ severity: Severity,
        _ score: Double,
        _ deduction: Double
    ) throws {
        // SHADOW belongs to coupling, 50 of 160 points. Minor 0.75: 7.8125 lost; major 0.25: 23.4375 lost, under the cap
        // of 79; critical 0: 31.25 lost leaves 68.8, capped at 59: 31.25 + 9.8.
        var answers = section("yyy")
        answers.added = [.init(code: "SHADOW", severity: severity)]
        let grade = try grade(answers)
        #expect(grade.score == score)
        #expect(grade.findings.map(\.verdict) == [.added])
        #expect(grade.findings[0].finding.severity == severity)
        #expect(grade.findings[0].finding.deduction == deduction)
    }

    @Test func `an added finding without a severity has the rubric's and one of no item only caps`() throws {
        // Photo of a screen: major, no item's. 100 capped at 79; the finding bears the 21.
        var answers = section("yyy")
        answers.added = [.init(code: "SCREEN_PHOTO")]
        let grade = try grade(answers)
        #expect(grade.score == 79)
        #expect(grade.findings[0].finding.severity == .major && grade.findings[0].finding.deduction == 21)
    }

    @Test func `an added finding of an expert item lowers that item and is not made twice`() throws {
        // Section at 0.5 by its answer, minor; added as major: 0.25. 60 · 0.75 ÷ 160 = 28.125: 71.9.
        var answers = ReviewAnswers(answers: ["section": .partly])
        answers.added = [.init(code: "SECTION_NONSTD", severity: .major)]
        let grade = try grade(answers)
        #expect(grade.score == 71.9 && grade.findings.count == 1)
        #expect(grade.findings[0].finding.severity == .major && grade.findings[0].finding.deduction == 28.13)
    }

    @Test func `a first pass's item that does not apply leaves with its finding`() throws {
        // Coupling (50) and its major finding leave: 110 of 110 points.
        var answers = section("yyy")
        answers.answers["coupling"] = .notApplicable
        let grade = try grade(answers, of: ["shadow.frac": 50])
        #expect(grade.score == 100)
        #expect(grade.items.map(\.id) == ["section", "gain", "clarity"])
        #expect(grade.findings.map(\.verdict) == [.rejected])
    }

    @Test func `a rubric that changed since the first pass judges the stored values by its own limits`() throws {
        func changed(_ limits: String) throws -> Rubric {
            let text = ReviewExamples.rubricText.replacing("warn: 100, defect: 200", with: limits)
            return try Examples.load(text)
        }
        // 90 was good; halfway from warn to defect it is 0.75: 20 · 0.25 ÷ 160 = 3.125.
        let good = ReviewExamples.picture(["gain.p50": 90], by: rubric)
        let stricter = try ReviewExamples.grade(good, section("yyy"), by: changed("warn: 80, defect: 100"))
        #expect(stricter.score == 96.9)
        #expect(stricter.findings.map(\.finding.code) == ["GAIN_HIGH"] && stricter.findings[0].verdict == .unjudged)
        // 150 was 0.75; it is good now, and what was found stands without costing anything.
        let bright = ReviewExamples.picture(["gain.p50": 150], by: rubric)
        let milder = try ReviewExamples.grade(bright, section("yyy"), by: changed("warn: 160, defect: 200"))
        #expect(milder.score == 100)
        #expect(milder.findings.map(\.finding.code) == ["GAIN_HIGH"] && milder.findings[0].finding.deduction == 0)
    }

    // MARK: pictures that the first pass could not grade

    @Test func `where the first pass could not look only the answers count`() throws {
        // Spectral layout: section 1 of 60, gain 0.5 of 20, clarity and coupling not applicable: 70 of 80.
        var answers = section("yyy")
        answers.answers.merge(["gain": .partly, "clarity": .notApplicable, "coupling": .notApplicable]) { $1 }
        let grade = try grade(answers, of: ["gain.p50": 300], conditions: [.spectralLayout])
        #expect(grade.score == 87.5 && grade.level == .b)
        #expect(grade.items.map(\.judge) == [.expert, .expert])
        #expect(grade.findings.map(\.finding.code) == ["LAYOUT_SPECTRAL"])
    }

    @Test func `where too little was measured the rest is asked and what was measured counts`() throws {
        // Gain alone was measured, 0.75: 80 of 100 points are missing, unsure. Clarity 1, coupling 0.5 by answer:
        // (60 + 15 + 30 + 25) ÷ 160 = 81.25.
        let picture: [String: Double?] = ["gain.p50": 150, "jpeg.q": nil, "res.h": nil, "shadow.frac": nil]
        var answers = section("yyy")
        answers.answers.merge(["clarity": .yes, "coupling": .partly]) { $1 }
        let grade = try grade(answers, of: picture)
        #expect(grade.score == 81.3)
        #expect(grade.items.map(\.score) == [1, 0.75, 1, 0.5])
        let open = #expect(throws: ReviewMistakes.self) { try self.grade(section("yyy"), of: picture) }
        #expect(open?.mistakes.map(\.item) == ["clarity", "coupling"])
    }

    @Test(arguments: ["BLANK", "IN_AIR", "NOT_ULTRASOUND"])
    func `a picture that shows nothing has no points, whoever says so, and needs no answers`(_ code: String) throws {
        let condition = try #require(Condition(rawValue: code))
        let confirmed = try grade(ReviewAnswers(confirmed: [code]), conditions: [condition])
        #expect(confirmed.score == 0 && confirmed.level == .d && confirmed.items == [])
        #expect(confirmed.findings.map(\.finding.deduction) == [100])
        let added = try grade(ReviewAnswers(added: [.init(code: code)]), of: ["gain.p50": 210])
        #expect(added.score == 0 && added.level == .d && added.items == [])
        #expect(added.findings.reduce(0) { $0 + $1.finding.deduction } == 100)
        #expect(added.findings.map(\.verdict).sorted { $0.rawValue < $1.rawValue } == [.added, .unjudged])
        // Taken back, the picture is judged like one that was not measured.
        var answers = section("yyy")
        answers.answers.merge(["gain": .yes, "clarity": .yes, "coupling": .yes]) { $1 }
        answers.rejected = [code]
        #expect(try grade(answers, conditions: [condition]).score == 100)
        // Not mentioned, a picture graded blank stays at 0; a suspicion alone takes no points.
        answers.rejected = []
        #expect(try grade(answers, conditions: [condition]).score == (code == "NOT_ULTRASOUND" ? 100 : 0))
    }

    @Test func `nothing judged is a mistake unless a consultation is asked for`() throws {
        var answers = section("xxx")
        answers.answers.merge(["gain": .notApplicable, "clarity": .notApplicable, "coupling": .notApplicable]) { $1 }
        let mistakes = #expect(throws: ReviewMistakes.self) { try grade(answers, conditions: [.render3D]) }
        #expect(mistakes?.mistakes.map(\.item) == ["answers"])
        answers.consultation = "Which view is this?"
        let asked = try grade(answers, conditions: [.render3D])
        #expect(asked.score == nil && asked.level == nil && asked.items == [])
        #expect(asked.findings.map(\.finding.code) == ["LAYOUT_3D"])
    }

    @Test func `findings from the surroundings stand and cap`() throws {
        let image = ReviewExamples.picture(by: rubric).adding(["DUP_CROSS_PATIENT"], by: rubric, language: .zh)
        let standing = try ReviewExamples.grade(image, section("yyy"), by: rubric)
        #expect(standing.score == 59 && standing.level == .d)
        var answers = section("yyy")
        answers.rejected = ["DUP_CROSS_PATIENT"]
        #expect(try ReviewExamples.grade(image, answers, by: rubric).score == 100)
    }

    @Test func `the advice is in the language asked for and free of unfilled numbers`() throws {
        let general = try RubricLibrary().fallback
        let picture = Grader.grade(
            Examples.examination(try Examples.soundMetrics().merging(["gain.p50": 119]) { $1 }),
            as: GradeRequest(path: "p", language: .zh),
            by: general
        )
        let answers = ReviewAnswers(
            answers: ["section": .yes, "annotation": .yes, "measurement": .yes, "colour": .yes, "report": .yes],
            added: [.init(code: "SAT_HIGH"), .init(code: "GAIN_LOW")]
        )
        let grade = try ExpertGrader.grade(
            picture,
            answers: answers,
            examType: nil,
            hasReport: false,
            rubric: general,
            language: .en
        )
        let advice = Dictionary(
            uniqueKeysWithValues: grade.findings.map { ($0.finding.code, $0.finding.advice ?? "") }
        )
        // 119 is 11 grey levels above its warn limit of 108, at 4.25 a decibel.
        #expect(advice["GAIN_HIGH"]?.contains("(by about 3 dB)") == true, "\(advice)")
        #expect(
            advice["SAT_HIGH"]
                == "Turn the gain down by 3–6 dB, then widen the dynamic range if needed."
        )
        #expect(advice["GAIN_LOW"]?.hasPrefix("The picture is too dark.") == true)
    }

    @Test func `the worked example of the documentation comes out as it is written there`() throws {
        let obstetrics = try #require(try RubricLibrary().rubric(id: "obstetrics"))
        // Halfway from warn to defect of what is dark by itself.
        let metrics = try Examples.soundMetrics().merging(["gain.p50": 89.5, "contact.loss": 21]) { $1 }
        let request = GradeRequest(path: "p", section: "ob.head.hc", examType: "obstetrics-level2", language: .en)
        let image = Grader.grade(Examples.examination(metrics), as: request, by: obstetrics)
        #expect(image.score == 79 && image.level == .c)
        #expect(image.items?.map(\.score) == [1, 0.75, 1, 0.5, 1])
        let grade = try ExpertGrader.grade(
            image,
            answers: ReviewAnswers(
                answers: [
                    "section.symmetry": .yes, "section.thalami": .yes, "section.csp": .no,
                    "section.no-cerebellum": .yes, "section.size": .partly, "annotation": .yes,
                    "measurement.calipers": .yes,
                ],
                confirmed: ["GAIN_HIGH"],
                rejected: ["CONTACT_LOSS"],
                added: [.init(code: "DEPTH_EXCESS", severity: .minor)]
            ),
            examType: "obstetrics-level2",
            hasReport: false,
            rubric: obstetrics,
            language: .en
        )
        #expect(grade.score == 86.8 && grade.level == .b)
        #expect(grade.items.map(\.score) == [0.7, 1, 1, 1, 0.75, 1, 1, 0.75])
        #expect(grade.items.reduce(0) { $0 + $1.weight } == 93)
        #expect(grade.findings.map(\.finding.code) == ["SECTION_NONSTD", "GAIN_HIGH", "DEPTH_EXCESS", "CONTACT_LOSS"])
        #expect(grade.findings.map(\.verdict) == [.added, .confirmed, .added, .rejected])
        #expect(grade.findings.map(\.finding.deduction) == [6.45, 4.03, 2.69, 0])
        let document = String(decoding: try Repository.bytes("docs/rubric-format.md"), as: UTF8.self)
        for line in ["| depth | 10 | min(1, 0.75) = 0.75 | 7.5 | 2.69 |", "80.75 ÷ 93 = **86.8, B**"] {
            #expect(document.contains(line))
        }
    }
}
