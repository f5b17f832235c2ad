import Intake
import Reports
import Store
import Testing

@Suite("Spans of reports")
struct ReportSpanTests {
    private let clock = ReportClock(zone: "Asia/Shanghai")

    private func moment(_ day: String) throws -> Timestamp { try #require(clock.start(of: day)) }

    private func days(_ from: String, _ until: String) throws -> ReportSpan {
        ReportSpan(label: "\(from) – \(until)", from: try moment(from), until: try moment(until))
    }

    @Test("A month goes from midnight to midnight by the home's clock, across years too; what is none is refused")
    func month() throws {
        let march = try #require(ReportSpan(month: "2026-03", clock: clock))
        #expect(march.from.text == "2026-02-28T16:00:00.000Z")
        #expect(march.until.text == "2026-03-31T16:00:00.000Z")
        #expect(clock.month(after: "2026-12", by: 1) == "2027-01")
        #expect(clock.month(after: "2026-01", by: -1) == "2025-12")
        for text in ["2026-13", "2026-3", "202603", "2026-00", "", "2026-+3", "+026-03", "2026-03-"] {
            #expect(ReportSpan(month: text, clock: clock) == nil)
        }
    }

    @Test("The span before a month is the month before, before three months the three before, else as many days")
    func before() throws {
        let march = try #require(ReportSpan(month: "2026-03", clock: clock))
        #expect(march.before(clock: clock) == ReportSpan(month: "2026-02", clock: clock))
        let quarter = try #require(try days("2026-04-01", "2026-07-01").before(clock: clock))
        #expect(quarter.label == "2026-01 – 2026-03")
        let (january, april) = (try moment("2026-01-01"), try moment("2026-04-01"))
        #expect(quarter.from == january && quarter.until == april)
        let days = try #require(try days("2026-03-11", "2026-03-21").before(clock: clock))
        let (first, end) = (try moment("2026-03-01"), try moment("2026-03-11"))
        #expect(days.from == first && days.until == end)
        #expect(ReportSpan.everything.before(clock: clock) == nil)
        #expect(days.label == "2026-03-01 – 2026-03-10")
        #expect(ReportSpan(from: january, until: april, clock: clock).label == "2026-01 – 2026-03")
        #expect(ReportSpan(from: first, until: try moment("2026-04-01"), clock: clock).label == "2026-03")
        #expect(ReportSpan(from: january, until: end, clock: clock).label == "2026-01-01 – 2026-03-10")
    }

    @Test("A month's series is the twelve months up to it, and none before anything was received")
    func months() throws {
        let march = try #require(ReportSpan(month: "2026-03", clock: clock))
        func labels(first: String) throws -> [String] {
            let ends = (first: try moment(first), last: try moment("2026-05-07"))
            let (step, spans) = march.series(clock: clock, ends: ends, now: try moment("2026-05-08"))
            #expect(step == .month)
            for (one, next) in zip(spans, spans.dropFirst()) { #expect(one.until == next.from) }
            return spans.map(\.label)
        }
        let year = try labels(first: "2020-01-01")
        #expect(year.count == 12 && year.first == "2025-04" && year.last == "2026-03")
        #expect(try labels(first: "2026-01-20") == ["2026-01", "2026-02", "2026-03"])
        #expect(try labels(first: "2026-03-20") == ["2026-03"])
        #expect(try labels(first: "2026-05-01") == ["2026-03"])
    }

    @Test("Some days are shown by weeks from Monday; everything by months from the first receipt on, at most 36")
    func otherSpans() throws {
        let ends = (first: try moment("2026-01-01"), last: try moment("2026-03-12"))
        let (step, weeks) = try days("2026-03-02", "2026-03-12").series(
            clock: clock,
            ends: ends,
            now: try moment("2026-03-12")
        )
        #expect(step == .week)
        #expect(weeks.last?.label == "2026-03-09" && weeks.first?.label == "2025-12-29")
        let all = ReportSpan.everything.series(clock: clock, ends: ends, now: try moment("2026-03-20"))
        #expect(all.step == .month)
        #expect(all.spans.map(\.label) == ["2026-01", "2026-02", "2026-03"])
        let long = ReportSpan.everything.series(
            clock: clock,
            ends: (first: try moment("2001-01-01"), last: try moment("2026-03-12")),
            now: try moment("2026-03-20")
        )
        #expect(long.spans.count == 36 && long.spans.last?.label == "2026-03")
    }

    @Test("The days of a span are its own, cut at its ends")
    func daysOfSpan() throws {
        let (from, until) = (try moment("2026-02-27"), try moment("2026-03-02"))
        let days = clock.days(from: from, until: until, most: 400)
        #expect(days.map(\.label) == ["2026-02-27", "2026-02-28", "2026-03-01"])
        #expect(days.first?.from == from && days.last?.until == until)
        #expect(clock.days(from: from, until: until, most: 2).map(\.label) == ["2026-02-28", "2026-03-01"])
        #expect(clock.days(from: until, until: from, most: 9).isEmpty)
    }

    @Test("The night may go over midnight, end before it, or not be at all; times of day are read strictly")
    func night() {
        var targets = WaitingTargets()
        func isNight(_ text: String) -> Bool? { WaitingTargets.minutes(text).map(targets.isNight) }
        for (text, expected) in [("17:59", false), ("18:00", true), ("23:59", true), ("00:00", true), ("07:59", true)] {
            #expect(isNight(text) == expected, "\(text)")
        }
        #expect(isNight("08:00") == false)
        (targets.nightFrom, targets.nightUntil) = (60, 300)
        #expect(isNight("00:59") == false && isNight("01:00") == true && isNight("05:00") == false)
        (targets.nightFrom, targets.nightUntil) = (60, 60)
        #expect(isNight("01:00") == false)
        for text in ["24:00", "8", "08:60", "8:0", "08:00:00", "-1:00", ""] {
            #expect(WaitingTargets.minutes(text) == nil)
        }
        #expect(WaitingTargets.clock(485) == "08:05")
    }
}
