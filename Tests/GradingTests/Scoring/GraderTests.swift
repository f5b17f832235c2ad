import Foundation
import Grading
import Imaging
import Testing

@Suite struct GraderTests {
    private let small: Rubric
    private let good = ["gain.p50": 80.0, "jpeg.q": 90, "res.h": 600, "shadow.frac": 5]

    init() throws { small = try Examples.load(Examples.small) }

    private func grade(_ changes: [String: Double], format: ImageFormat = .jpeg, section: String? = nil) -> GradedImage
    {
        var request = Examples.request
        if let section { request.section = section }
        return Grader.grade(
            Examples.examination(good.merging(changes) { $1 }, format: format),
            as: request,
            by: small
        )
    }

    @Test(
        "advice on log odds speaks of no number, and is the same wherever it is read",
        arguments: ["gain.over", "gain.under", "contact.odds", "shadow.odds", "tgc.farbright"]
    )
    func logOdds(_ metric: String) throws {
        let rubric = try #require(try RubricLibrary().rubric(id: "general"))
        var metrics = try Examples.soundMetrics()
        metrics[metric] = 9.25
        let image = Grader.grade(Examples.examination(metrics), as: Examples.request, by: rubric)
        let finding = try #require(image.findings.first { $0.metric == metric })
        let advice = try #require(finding.advice)
        #expect(!advice.contains("9.25") && !advice.contains("%"))
        #expect(rubric.advice(for: finding)?.en == advice)
    }

    // MARK: sub-scores and findings

    /// gain.p50 high: warn 100, defect 200, severe 220; low: 50, 40, 10.
    ///
    /// Gain is 20 of 100 points.
    @Test(
        arguments: [
            (80.0, 1.0, nil, nil), (100, 1, nil, nil), (50, 1, nil, nil),
            (101, 1, .minor, 100), (139, 1, .minor, 100), (141, 0.875, .minor, 100), (149, 0.875, .minor, 100),
            (150, 0.75, .minor, 100),
            (200, 0.5, .minor, 100),
            (200.0001, 0.5, .major, 200), (210, 0.25, .major, 200), (220, 0, .major, 200), (221, 0, .critical, 220),
            (45, 0.75, .minor, 50), (40, 0.5, .minor, 50), (25, 0.25, .major, 40), (9, 0, .critical, 10),
        ] as [(Double, Double, Severity?, Double?)]
    )
    func `a value gives the sub-score, severity and limit of its place between the limits`(
        _ value: Double,
        _ score: Double,
        _ severity: Severity?,
        _ limit: Double?
    ) throws {
        let image = grade(["gain.p50": value])
        let item = try #require(image.items?.first { $0.id == "gain" })
        #expect(abs(item.score - score) < 1e-4)
        let finding = image.findings.first
        #expect(finding?.severity == severity)
        #expect(finding?.limit == limit)
        if severity != nil {
            #expect(finding?.metric == "gain.p50" && finding?.value == value && finding?.limitOrigin == .absolute)
            #expect(finding?.code == (value > 80 ? "GAIN_HIGH" : "GAIN_LOW"))
        }
    }

    @Test func `the example of the contract comes out as it is written there`() throws {
        // Weight 20 of 100 at 0.75.
        let image = grade(["gain.p50": 150])
        #expect(image.score == 95 && image.level == .a)
        #expect(image.findings.map(\.deduction) == [5])
        #expect(image.findings[0].advice == "Aim at 100: 150 is past 100")
        #expect(image.triage == Triage(route: .pass, reasons: []))
        #expect(image.rubric == RubricReference(id: "small", version: "1.0", sha256: small.sha256))
        #expect(image.scanArea?.confidence == 0.97)
    }

    @Test func `an item is as good as its worst criterion, which bears the whole deduction`() throws {
        let image = grade(["jpeg.q": 67.5, "res.h": 250])
        #expect(image.items?.first { $0.id == "clarity" }?.score == 0.25)
        #expect(image.findings.map(\.code) == ["LOWRES", "JPEG_LOW"])
        #expect(image.findings.map(\.severity) == [.major, .minor])
        #expect(image.findings[1].deduction == 0)
    }

    @Test func `what does not apply leaves numerator and denominator`() throws {
        // Shadow does not apply to the gallbladder: gain 20 and clarity 30 are all there is.
        let image = grade(["shadow.frac": 90, "gain.p50": 150], section: "abd.gb.long")
        #expect(image.items?.map(\.id) == ["gain", "clarity"])
        #expect(image.score == 90)
        #expect(image.findings.map(\.deduction) == [10])
        // PNG has no JPEG quality, and does not miss it.
        let png = grade(["jpeg.q": 1], format: .png)
        #expect(png.score == 100 && png.findings.isEmpty)
    }

    // MARK: what could not be measured

    @Test func `an unmeasured metric is said, leaves the denominator, and is never a pass`() throws {
        var metrics = good
        metrics["gain.p50"] = nil
        let image = Grader.grade(Examples.examination(metrics), as: Examples.request, by: small)
        #expect(image.status == .graded && image.score == 100)
        #expect(image.items?.map(\.id) == ["clarity", "coupling"])
        #expect(image.findings.map(\.code) == ["NOT_MEASURED"])
        #expect(image.findings[0].metric == "gain.p50" && image.findings[0].severity == .info)

        metrics = good
        metrics["shadow.frac"] = nil
        let half = Grader.grade(Examples.examination(metrics), as: Examples.request, by: small)
        #expect(half.status == .unsure, "half of the weight is more than 40 %")
        #expect(half.score == nil && half.level == nil && half.items == nil)
        #expect(half.triage.route == .review && half.triage.reasons.first == "unsure")
    }

    @Test func `a picture without any measurement is unsure`() {
        let image = Grader.grade(Examples.examination([:]), as: Examples.request, by: small)
        #expect(image.status == .unsure && image.triage.route == .review)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `a value that is no number counts as unmeasured and stays out of the JSON`(_ value: Double) throws {
        let image = grade(["shadow.frac": value])
        #expect(image.status == .unsure)
        #expect(image.metrics?["shadow.frac"] == nil)
        #expect(throws: Never.self) { try CanonicalJSON.bytes(image) }
    }

    // MARK: conditions

    @Test(arguments: [
        Condition.notUltrasound, .geometryUncertain, .tooSmall, .quadLayout, .spectralLayout, .render3D,
    ])
    func `a picture that cannot be judged gets no score and an expert`(_ condition: Condition) {
        let image = Grader.grade(
            Examples.examination(good, conditions: [condition]),
            as: Examples.request,
            by: small
        )
        #expect(image.status == .unsure)
        #expect(image.score == nil && image.level == nil && image.items == nil)
        #expect(image.findings.map(\.code) == [condition.rawValue])
        #expect(image.findings[0].severity == .info && image.findings[0].deduction == 0)
        #expect(image.findings[0].advice != nil)
        #expect(image.triage == Triage(route: .review, reasons: ["unsure", condition.rawValue]))
    }

    @Test func `an undecidable picture that shows a photographed screen says so at no cost`() throws {
        let rubric = try RubricLibrary().rubric(forExamType: nil)
        let examination = ImageExamination(
            facts: ImageFacts(format: .jpeg, width: 800, height: 600),
            scanArea: nil,
            measurements: Measurements(values: ["photo.votes": 3]),
            conditions: [.notUltrasound]
        )
        let image = Grader.grade(examination, as: Examples.request, by: rubric)
        #expect(image.status == .unsure && image.score == nil)
        #expect(Set(image.findings.map(\.code)) == ["NOT_ULTRASOUND", "SCREEN_PHOTO"])
        #expect(image.findings.allSatisfy { $0.deduction == 0 })
    }

    @Test func `a picture without a scan area is unsure`() {
        let image = Grader.grade(Examples.examination(good, area: nil), as: Examples.request, by: small)
        #expect(image.status == .unsure && image.findings.map(\.code) == ["GEOM_UNCERTAIN"])
    }

    @Test(arguments: [Condition.blank, .inAir])
    func `blank and in-air pictures are graded D`(_ condition: Condition) {
        for area in [nil, Examples.area()] {
            let image = Grader.grade(
                Examples.examination(good, conditions: [condition, .geometryUncertain], area: area),
                as: Examples.request,
                by: small
            )
            #expect(image.status == .graded && image.score == 0 && image.level == .d)
            #expect(image.findings.map(\.code) == [condition.rawValue])
            #expect(image.findings[0].severity == .critical && image.findings[0].deduction == 100)
            #expect(image.triage == Triage(route: .review, reasons: [condition.rawValue, "level_D"]))
        }
    }

    @Test func `a dual layout is graded by its left part and says so`() {
        let image = Grader.grade(
            Examples.examination(good, conditions: [.dualLayout]),
            as: Examples.request,
            by: small
        )
        #expect(image.status == .graded && image.score == 100)
        #expect(image.findings.map(\.code) == ["LAYOUT_DUAL"])
        #expect(image.triage.route == .pass)
    }

    @Test func `an unreadable file has an error and nothing measured`() throws {
        let error = ImagingError(code: .truncated, message: "ends early; export it again")
        let image = Grader.unreadable(error, as: Examples.request, by: small)
        let json = try CanonicalJSON.text(image)
        #expect(image.status == .unreadable && image.triage == Triage(route: .review, reasons: ["unreadable"]))
        #expect(json.contains(#""error":{"code":"truncated","message":"ends early; export it again"}"#))
        for key in ["score", "level", "items", "metrics", "scan_area", "image", "rubric"] {
            #expect(!json.contains("\"\(key)\":"), "\(key)")
        }
    }

    // MARK: caps and triage

    @Test func `a major finding caps at C and a critical one at D`() {
        let major = grade(["gain.p50": 205])
        #expect(major.score == 79 && major.level == .c)
        #expect(major.triage == Triage(route: .review, reasons: ["GAIN_HIGH"]))
        let critical = grade(["gain.p50": 230])
        #expect(critical.score == 59 && critical.level == .d)
        #expect(critical.triage == Triage(route: .review, reasons: ["GAIN_HIGH", "level_D"]))
    }

    @Test func `the triage block says what flags`() throws {
        let strict = try Examples.load(Examples.small + "\ntriage: {severities: [], codes: [JPEG_LOW], levels: [B]}\n")
        func route(_ changes: [String: Double]) -> Triage {
            Grader.grade(
                Examples.examination(good.merging(changes) { $1 }),
                as: Examples.request,
                by: strict
            ).triage
        }
        #expect(route(["jpeg.q": 70]) == Triage(route: .review, reasons: ["JPEG_LOW"]))
        #expect(route(["gain.p50": 205]) == Triage(route: .pass, reasons: []))
        #expect(route(["shadow.frac": 36]) == Triage(route: .review, reasons: ["level_B"]))
    }

    @Test func `levels begin at their limits, and a value past warn costs an eighth, then quarters of its item`() {
        // shadow.frac: warn 20, defect 40, severe 60; half of the points.
        for (shadow, score, level) in [
            (27.9, 100.0, Level.a), (28, 93.8, .a), (29.9, 93.8, .a), (30, 87.5, .b), (39.9, 87.5, .b), (40, 75, .c),
            (49.9, 75, .c), (50, 62.5, .c), (59.9, 62.5, .c), (60, 50, .d), (80, 50, .d),
        ] {
            let image = grade(["shadow.frac": shadow])
            #expect(image.score == score && image.level == level, "\(shadow)")
        }
    }

    // MARK: surroundings

    @Test func `a picture found in another patient's exam falls to D, and adding it twice changes nothing`() {
        let plain = grade(["gain.p50": 205])
        let added = plain.adding(["DUP_CROSS_PATIENT"], by: small, language: .en)
        #expect(added.score == 59 && added.level == .d)
        #expect(added.triage == Triage(route: .review, reasons: ["DUP_CROSS_PATIENT", "GAIN_HIGH", "level_D"]))
        #expect(added.adding(["DUP_CROSS_PATIENT"], by: small, language: .en) == added)
        #expect(abs(added.findings.reduce(0) { $0 + $1.deduction } - 41) < 0.051)
    }

    @Test func `a repeat within the exam is minor and costs nothing`() {
        let added = grade([:]).adding(["DUP_SAME_EXAM"], by: small, language: .zh)
        #expect(added.score == 100 && added.triage.route == .pass)
        #expect(added.findings.map(\.severity) == [.minor])
    }

    @Test func `a finding on an unsure picture gives it no score`() {
        let unsure = Grader.grade(Examples.examination([:]), as: Examples.request, by: small)
        let added = unsure.adding(["DUP_CROSS_PATIENT"], by: small, language: .en)
        #expect(added.status == .unsure && added.score == nil)
        #expect(added.triage.reasons.contains("DUP_CROSS_PATIENT") && added.triage.reasons.contains("unsure"))
    }

    @Test func `the draw is kept whatever is added before or after it`() {
        let plain = grade([:])
        let drawn = plain.sampled(drawn: true, share: 0.1)
        #expect(drawn.triage == Triage(route: .review, reasons: ["sampled"], inclusionProbability: 0.1))
        let passed = plain.sampled(drawn: false, share: 0.1)
        #expect(passed.triage == Triage(route: .pass, reasons: [], inclusionProbability: 0.1))
        let flagged = grade(["gain.p50": 205]).sampled(drawn: false, share: 0.1)
        #expect(flagged.triage.inclusionProbability == 1)
        for image in [drawn, passed] {
            let added = image.adding(["DUP_CROSS_PATIENT"], by: small, language: .en)
            let before = plain.adding(["DUP_CROSS_PATIENT"], by: small, language: .en)
                .sampled(drawn: image == drawn, share: 0.1)
            #expect(added == before)
            #expect(added.triage.inclusionProbability == 1)
        }
    }

    // MARK: language

    @Test func `advice is in the language asked for`() {
        var request = Examples.request
        request.language = .zh
        let image = Grader.grade(
            Examples.examination(good.merging(["gain.p50": 150]) { $1 }),
            as: request,
            by: small
        )
        #expect(image.findings[0].advice == "建议 150")
    }

    @Test func `the general rubric translates grey levels into decibels`() throws {
        let general = try RubricLibrary().rubric(forExamType: nil)
        var metrics = try Examples.soundMetrics()
        metrics["gain.p50"] = 250
        let image = Grader.grade(Examples.examination(metrics), as: Examples.request, by: general)
        let finding = try #require(image.findings.first { $0.code == "GAIN_HIGH" })
        let warn = try #require(
            general.items.flatMap(\.criteria).first { $0.metric == "gain.p50" && $0.high != nil }?.high?.warn
        )
        let decibels = Int(((250 - warn) / 4.25).rounded())
        #expect(finding.advice?.contains("about \(decibels) dB") == true, "\(finding.advice ?? "")")
    }
}
