import Reports
import Testing

@Suite("Report times") struct ReportTimeTests {
    @Test(
        "A moment reads as the clock of its zone shows it",
        arguments: [
            (0, 0, "1970-01-01T00:00:00+00:00"),
            (1_772_690_602, 28_800, "2026-03-05T14:03:22+08:00"),
            (951_825_599, 0, "2000-02-29T11:59:59+00:00"),
            (-1, 0, "1969-12-31T23:59:59+00:00"),
            (1_709_251_199, -12_600, "2024-02-29T20:29:59-03:30"),
            (4_102_444_800, 0, "2100-01-01T00:00:00+00:00"),
        ]
    )
    func reads(seconds: Int, offset: Int, text: String) {
        let time = ReportTime(seconds: seconds, offset: offset)
        #expect(time.iso8601 == text)
        #expect(ReportTime(iso8601: text) == time)
    }

    @Test("Every day of 400 years comes back from its text")
    func dayRoundTrip() {
        var previous = ""
        for day in stride(from: -60_000, to: 90_000, by: 7) {
            let time = ReportTime(seconds: day * 86_400 + 43_210, offset: 28_800)
            #expect(ReportTime(iso8601: time.iso8601) == time)
            #expect(time.date > previous)
            previous = time.date
        }
    }

    @Test(
        "What is not a time is refused",
        arguments: [
            "", "2026-03-05", "2026-03-05 14:03:22+08:00", "2026-02-30T00:00:00+08:00", "2026-13-01T00:00:00+08:00",
            "2026-03-05T24:00:00+08:00", "2026-03-05T14:03:22Z", "2026-03-05T14:03:22+08:0०",
        ]
    )
    func refuses(text: String) {
        #expect(ReportTime(iso8601: text) == nil)
    }

    @Test("The short form drops seconds and zone")
    func minute() {
        #expect(Fixtures.time().minute == "2026-03-05 14:03")
        #expect(Fixtures.time().zone == "+08:00")
    }
}
