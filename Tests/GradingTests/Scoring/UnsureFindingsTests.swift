import Grading
import Imaging
import Testing

/// What is said of a picture whose scan area is not sure.
@Suite struct UnsureFindingsTests {
    private let general: Rubric

    init() throws { general = try RubricLibrary().fallback }

    private func grade(_ metrics: [String: Double], _ conditions: Set<Condition> = [.geometryUncertain]) -> GradedImage
    {
        Grader.grade(
            Examples.examination(metrics, conditions: conditions),
            as: GradeRequest(path: "p", language: .en),
            by: general
        )
    }

    @Test func `even what is bright is dark: low gain is told as a suspicion, without points`() throws {
        let image = grade(["gain.p95": 45, "gain.p50": 18, "tgc.slider": 9])
        #expect(image.status == .unsure && image.score == nil)
        #expect(Set(image.findings.map(\.code)) == ["GEOM_UNCERTAIN", "GAIN_LOW"])
        let finding = try #require(image.findings.first { $0.code == "GAIN_LOW" })
        #expect(finding.severity == .minor && finding.deduction == 0 && finding.metric != nil)
        #expect(finding.advice?.hasPrefix("Only a suspicion") == true)
        #expect(image.triage.route == .review)
        let both = try #require(general.advice(for: finding, on: image))
        #expect(both.en == finding.advice && both.zh.hasPrefix("疑似"))
    }

    @Test func `two halves that are not sure either say the same`() {
        let halves = grade(["gain.p95": 45, "contact.cut": 17], [.geometryUncertain, .dualLayout])
        #expect(Set(halves.findings.map(\.code)) == ["GEOM_UNCERTAIN", "GAIN_LOW", "CONTACT_LOSS"])
    }

    @Test func `levels too far apart, shadows, speckle cut off and black above are told wherever the area ends`() {
        let codes = { (metrics: [String: Double]) in Set(grade(metrics).findings.map(\.code)) }
        #expect(
            codes(["levels": 10, "levels.gap": 96, "gain.p50": 26, "gain.p95": 102]) == ["GEOM_UNCERTAIN", "LOWBIT"]
        )
        #expect(codes(["shadow.sides": 30, "gain.p95": 150]) == ["GEOM_UNCERTAIN", "SHADOW"])
        #expect(codes(["shadow.sides": 20, "gain.p95": 150]) == ["GEOM_UNCERTAIN"])
        #expect(codes(["sat.clip": 20, "tgc.neardark": -3]) == ["GEOM_UNCERTAIN", "SAT_LOW"])
        #expect(codes(["tgc.cut": 12]) == ["GEOM_UNCERTAIN", "TGC_UNEVEN"])
        #expect(codes(["tgc.gap": 6]) == ["GEOM_UNCERTAIN", "TGC_BAND"])
    }

    @Test func `a scan line in four without contact is told as well`() {
        #expect(
            Set(grade(["gain.p95": 150, "contact.loss": 25]).findings.map(\.code)) == [
                "GEOM_UNCERTAIN", "CONTACT_LOSS",
            ]
        )
    }

    @Test func `what holds for the whole file is told, and traces stand under their cause`() {
        #expect(Set(grade(["jpeg.former": 12]).findings.map(\.code)) == ["GEOM_UNCERTAIN", "JPEG_LOW"])
        #expect(Set(grade(["jpeg.block": 3, "cfm.share": 0]).findings.map(\.code)) == ["GEOM_UNCERTAIN", "JPEG_LOW"])
        #expect(Set(grade(["noise.coarse": 9]).findings.map(\.code)) == ["GEOM_UNCERTAIN", "NOISE"])
        #expect(Set(grade(["noise.spikes": 1]).findings.map(\.code)) == ["GEOM_UNCERTAIN", "NOISE"])
        let few: [String: Double] = ["levels": 12, "levels.gap": 70, "gain.p95": 150]
        #expect(Set(grade(few).findings.map(\.code)) == ["GEOM_UNCERTAIN", "LOWBIT"])
        // Dark pictures have few levels: one finding, of the gain.
        let dark = few.merging(["levels": 60, "gain.p95": 45]) { $1 }
        #expect(Set(grade(dark).findings.map(\.code)) == ["GEOM_UNCERTAIN", "GAIN_LOW"])
    }

    @Test func `few levels with none left out between them are a narrow range, and that depends on the area`() {
        let narrow: [String: Double] = ["levels": 60, "levels.gap": 5, "gain.p95": 150]
        #expect(grade(narrow).findings.map(\.code) == ["GEOM_UNCERTAIN"])
        let graded = grade(narrow, [])
        #expect(graded.findings.contains { $0.code == "CONTRAST_LOW" })
        #expect(!graded.findings.contains { $0.code == "LOWBIT" })
    }

    @Test func `an ordinary picture says no more than that the area is not sure`() throws {
        #expect(grade(try Examples.soundMetrics()).findings.map(\.code) == ["GEOM_UNCERTAIN"])
        #expect(grade([:]).findings.map(\.code) == ["GEOM_UNCERTAIN"])
    }

    @Test func `signs of a photographed screen stand alone, and other layouts say nothing of gain`() {
        let photo = grade(["gain.p95": 45, "photo.votes": 3])
        #expect(Set(photo.findings.map(\.code)) == ["GEOM_UNCERTAIN", "SCREEN_PHOTO"])
        #expect(grade(["gain.p95": 45], [.quadLayout]).findings.map(\.code) == ["LAYOUT_QUAD"])
        #expect(grade(["gain.p95": 45], [.geometryUncertain, .quadLayout]).findings.map(\.code) == ["LAYOUT_QUAD"])
    }
}
