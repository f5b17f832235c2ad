import Grading
import Reports
import Testing

@Suite("Numbers as people read them") struct NumberTests {
    @Test(
        "Spans of time are in the units of each language",
        arguments: [
            (0.2, "不到 1 秒", "under 1 s"), (48, "48 秒", "48 s"), (60, "1 分", "1 min"), (125, "2 分 5 秒", "2 min 5 s"),
            (720, "12 分", "12 min"), (5400, "1 小时 30 分", "1 h 30 min"), (7200, "2 小时", "2 h"),
            (86_400, "1 天", "1 d"), (4_003_200, "46 天 8 小时", "46 d 8 h"), (-5, "不到 1 秒", "under 1 s"),
            (.nan, "–", "–"), (.infinity, "–", "–"),
        ]
    )
    func durations(seconds: Double, zh: String, en: String) {
        let span = Numbers.duration(seconds: seconds)
        #expect(span.zh == zh && span.en == en)
    }

    @Test("Within which span something happened is a second at least")
    func within() {
        #expect(Numbers.duration(within: 0.2).zh == "1 秒")
        #expect(Numbers.duration(within: 90).en == "1 min 30 s")
    }

    @Test("A share beside its interval has the interval's decimals")
    func shares() {
        #expect(Numbers.percentBesideInterval(0.956) == "95.6 %")
        #expect(Numbers.percentBesideInterval(1) == "100.0 %")
        #expect(Numbers.percent(0.956) == "96 %")
    }
}
