import Foundation
import Grading
import Imaging
import Testing

/// Advice that says which way, and what to turn.
@Suite struct AdviceVariantTests {
    private let general: Rubric

    init() throws { general = try #require(try RubricLibrary().rubric(id: "general")) }

    private func advice(_ code: String, _ changes: [String: Double]) throws -> LocalizedText {
        let metrics = try Examples.soundMetrics().merging(changes) { $1 }
        let image = Grader.grade(Examples.examination(metrics), as: Examples.request, by: general)
        let finding = try #require(image.findings.first { $0.code == code }, "\(code)")
        let text = try #require(general.advice(for: finding, on: image))
        #expect(text.en == finding.advice || text.zh == finding.advice)
        #expect(!text.zh.contains("{") && !text.en.contains("{"))
        return text
    }

    @Test(
        "an end of the depth that is out of line is named, and which way its sliders go",
        arguments: [
            ("tgc.fardark", 4.0, "lower (deep) TGC sliders up"), ("tgc.farbright", 4, "lower (deep) TGC sliders down"),
            ("tgc.neardark", 6, "upper (shallow) TGC sliders up"),
            ("tgc.nearbright", 4, "upper (shallow) TGC sliders down"),
            ("tgc.slope", 250, "lower (deep) TGC sliders down"), ("tgc.slope", -310, "lower (deep) TGC sliders up"),
        ]
    )
    func depth(_ metric: String, _ value: Double, _ words: String) throws {
        #expect(try advice("TGC_UNEVEN", [metric: value]).en.contains(words))
    }

    @Test("a band is called bright or dark, and its depth is said", arguments: [(1.0, "亮带", "down"), (0, "暗带", "up")])
    func band(_ isBright: Double, _ word: String, _ way: String) throws {
        let text = try advice(
            "TGC_BAND",
            [
                "tgc.slider": 4.2, "band.depth": 61.6, "band.bright": isBright, "band.rest": 120, "band.white": 0,
                "sat.hi": 0,
            ]
        )
        #expect(text.zh.contains("深度 62% 处") && text.zh.contains(word))
        #expect(text.en.contains("62% of the depth") && text.en.contains("TGC slider of that depth \(way)"))
    }

    @Test("without its place a band has the general advice")
    func bandAnywhere() throws {
        #expect(try advice("TGC_BAND", ["tgc.gap": 4.2]) == (try #require(general.advice["TGC_BAND"])))
    }

    @Test("grey that is crowded together is opened the other way than grey that is cut off")
    func contrast() throws {
        #expect(try advice("CONTRAST_LOW", ["contrast.odds": 8, "sat.hi": 0]).en.contains("Reduce the dynamic range"))
        #expect(try advice("CONTRAST_LOW", ["contrast.odds": 8, "sat.hi": 0.3]).en.contains("widen the dynamic range"))
        #expect(try advice("CONTRAST_LOW", ["contrast.odds": 8, "sat.lo": 30]).en.contains("cut off at black"))
    }

    @Test("too much depth and too little penetration are told apart")
    func excess() throws {
        #expect(try advice("DEPTH_EXCESS", ["depth.waste": 33]).en.contains("lowest 33% of the picture"))
        #expect(try advice("DEPTH_EXCESS", ["depth.beyond": 40]).zh.contains("深度标尺有 40%"))
        #expect(try advice("DEPTH_EXCESS", ["pen": 40]).en.contains("lower frequency"))
    }

    @Test(
        "log odds between warn and defect are told as a suspicion, beyond it as a finding",
        arguments: [
            "gain.over", "gain.under", "contrast.odds", "contact.odds", "shadow.odds", "tgc.slider", "sharp.soft",
        ]
    )
    func suspicion(_ metric: String) throws {
        let criterion = try #require(general.items.flatMap(\.criteria).first { $0.metric == metric })
        let high = try #require(criterion.high)
        #expect(high.warn >= 0, "no statement below even odds")
        // A band's place is measured wherever its odds are.
        let band = ["band.bright": 0.0, "band.rest": 120, "band.white": 0]
        let suspected = try advice(high.code, band.merging([metric: (high.warn + high.defect) / 2]) { $1 })
        #expect(suspected.zh.hasPrefix("疑似，请对照图像确认：") && suspected.en.hasPrefix("Only a suspicion, look whether"))
        let found = try advice(high.code, band.merging([metric: (high.defect + high.severe) / 2]) { $1 })
        #expect(!found.zh.contains("疑似") && !found.en.contains("suspicion"))
        #expect(suspected.zh.hasSuffix(found.zh) && suspected.en.hasSuffix(found.en))
    }

    @Test("one sign of a photo is told as one sign, two as a photo")
    func photo() throws {
        #expect(try advice("SCREEN_PHOTO", ["photo.votes": 1]).zh.hasPrefix("有一处"))
        #expect(try advice("SCREEN_PHOTO", ["photo.votes": 2]).zh == general.advice["SCREEN_PHOTO"]?.zh)
    }

    @Test("haze near the skin is not advised on as snow")
    func haze() throws {
        #expect(try advice("NOISE", ["near.haze": 30]).en.contains("30% of the near field"))
    }

    @Test("a finding names the warn limit as its target, whatever limit it is past")
    func target() throws {
        let metrics = try Examples.soundMetrics().merging(["sat.hi": 9]) { $1 }
        let image = Grader.grade(Examples.examination(metrics), as: Examples.request, by: general)
        let finding = try #require(image.findings.first { $0.code == "SAT_HIGH" })
        let side = try #require(
            general.items.flatMap(\.criteria).first { $0.metric == "sat.hi" }?.high
        )
        #expect(finding.limit == side.severe && finding.target == side.warn)
    }

    @Test(
        "mistakes in advice by metric are told",
        arguments: [
            ("{metric: shadow.frac, zh: 影, en: \"{valeu}\"}", "unknown placeholder {valeu}"),
            ("{metric: shadow.frac, zh: 影, en: \"{db}\"}", "shadow.frac gives SHADOW in %"),
            ("{metric: shadow.frac, side: up, zh: 影, en: shadow}", "side is high or low"),
            ("{zh: 影, en: shadow}", "“metric” is missing"),
            ("{metric: shadow.frac, metrics: [{metric: sat.hi}], zh: 影, en: shadow}", "below"),
        ]
    )
    func mistakes(_ variant: String, _ words: String) {
        let text = Examples.small.replacing(
            "exam_types: [abdomen]",
            with: "exam_types: [abdomen]\nadvice: {SHADOW: {zh: 影, en: shadow, by_metric: [\(variant)]}}"
        )
        let error = #expect(throws: RubricError.self) { try Examples.load(text) }
        #expect(error?.mistakes.contains { $0.message.contains(words) } ?? false, "\(error?.mistakes ?? [])")
    }
}
