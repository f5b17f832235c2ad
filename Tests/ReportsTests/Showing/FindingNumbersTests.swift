import Grading
import Imaging
import Reports
import Testing

struct FindingNumbersTests {
    private func text(_ finding: Finding, _ language: Language) -> String {
        FindingNumbers.parts(of: finding).map { $0[language] }.joined(separator: " · ")
    }

    @Test("The limit that is named is the one within which it would be good")
    func target() {
        var finding = Finding(code: "SAT_HIGH", severity: .major, metric: "sat.hi", value: 9, limit: 8, target: 0.3)
        #expect(text(finding, .zh).hasSuffix("应不高于 0.3 %"))
        // A grade from before has the limit passed only.
        finding.target = nil
        #expect(text(finding, .zh).hasSuffix("应不高于 8 %"))
        let low = Finding(code: "GAIN_LOW", severity: .major, metric: "gain.p50", value: 12, limit: 20, target: 33)
        #expect(text(low, .en).hasSuffix("should be at least 33"))
    }

    @Test(
        "Odds are said in words, with no number",
        arguments: [(-0.5, "不确定", "uncertain"), (0, "可能", "likely"), (2.2, "很可能", "very likely")]
    )
    func odds(_ value: Double, _ zh: String, _ en: String) {
        let finding = Finding(code: "CONTACT_LOSS", severity: .minor, metric: "contact.odds", value: value, limit: -1)
        #expect(text(finding, .zh) == "接触不良的迹象（\(zh)）")
        #expect(text(finding, .en) == "signs of lost contact (\(en))")
    }

    @Test("What could not be measured is named")
    func unmeasured() {
        let finding = Finding(code: "NOT_MEASURED", severity: .info, metric: "shadow.frac")
        #expect(text(finding, .zh) == "声影所占扫描线")
        #expect(text(Finding(code: "BLANK", severity: .critical), .zh).isEmpty)
    }

    @Test("No metric's name speaks of log odds")
    func names() {
        for metric in MetricCatalog.all.filter(\.isLogOdds) {
            let name = MetricNames.entry(metric.id)?.name
            #expect(name.map { !$0.zh.contains("对数") && !$0.en.contains("log") } ?? false, "\(metric.id)")
        }
    }
}
