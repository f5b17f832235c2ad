internal import Foundation
package import Reports
package import Store

/// The span of time that a report is about.
package struct ReportSpan: Sendable, Equatable {
    /// How it is called: `2026-03`, or `2026-03-01 – 2026-03-31`.
    package let label: String
    package let from: Timestamp
    /// The first moment that counts no more.
    package let until: Timestamp

    /// A span by its ends.
    package init(label: String, from: Timestamp, until: Timestamp) {
        self.label = label
        self.from = from
        self.until = until
    }

    /// A month `yyyy-MM`; nil when it is none.
    package init?(month: String, clock: ReportClock) {
        guard month.utf8.count == 7, let from = clock.start(of: month),
            let next = clock.month(after: month, by: 1), let until = clock.start(of: next)
        else { return nil }
        self.init(label: month, from: from, until: until)
    }

    /// A span by its ends, called by its months where it is whole ones, `2026-01 – 2026-03`, else by its first and its
    /// last day.
    package init(from: Timestamp, until: Timestamp, clock: ReportClock) {
        let last = until.advanced(by: -1)
        var (first, end) = (clock.day(of: from), clock.day(of: last))
        if ReportSpan(label: "", from: from, until: until).months(clock: clock) != nil {
            (first, end) = (clock.month(of: from), clock.month(of: last))
        }
        self.init(label: first == end && first.count == 7 ? first : "\(first) – \(end)", from: from, until: until)
    }

    /// Everything there is.
    package static let everything = ReportSpan(
        label: "… – …",
        from: Timestamp(milliseconds: 0),
        // 2200-01-01.
        until: Timestamp(milliseconds: 7_258_118_400_000)
    )

    /// Whether it has two ends that somebody chose.
    package var isBounded: Bool { from > Self.everything.from && until < Self.everything.until }

    /// The span before of the same length: the months before where it is one or several whole months; nil where there
    /// is none.
    package func before(clock: ReportClock) -> ReportSpan? {
        guard isBounded else { return nil }
        if let months = months(clock: clock), let first = clock.month(after: clock.month(of: from), by: -months),
            let start = clock.start(of: first)
        {
            return ReportSpan(from: start, until: from, clock: clock)
        }
        let start = Timestamp(milliseconds: from.milliseconds - (until.milliseconds - from.milliseconds))
        return ReportSpan(from: start, until: from, clock: clock)
    }

    /// The spans up to and with this one for a plot of time, earliest first.
    ///
    /// Months where this is whole months or longer than ten weeks, else weeks from Monday; twelve of them, or as many as
    /// this span has, at most 36.
    ///
    /// - Parameters:
    ///   - ends: the first and the last receipt that the store has; nothing is told of before and after.
    ///   - now: the moment of the report.
    package func series(
        clock: ReportClock,
        ends: (first: Timestamp, last: Timestamp),
        now: Timestamp
    ) -> (step: PeriodSeries.Step, spans: [ReportSpan]) {
        let last = min(until, max(ends.last, from).advanced(by: 1), max(now, from).advanced(by: 1))
        let first = max(from, min(ends.first, last))
        let isLong = last.milliseconds - first.milliseconds > 70 * 86_400_000
        let byMonth = months(clock: clock) != nil || isLong
        let step: PeriodSeries.Step = byMonth ? .month : .week
        // A whole month keeps its name though it has not ended.
        let newest = months(clock: clock) != nil ? until.advanced(by: -1) : last.advanced(by: -1)
        var spans: [ReportSpan] = []
        var span = byMonth ? clock.monthSpan(of: newest) : clock.weekSpan(of: newest)
        while let current = span, spans.count < 36 {
            // Twelve, further back to where this span begins, but no further than there is anything.
            if spans.count >= 12, current.until <= first { break }
            if !spans.isEmpty, current.until <= ends.first { break }
            spans.append(current)
            let previous = current.from.advanced(by: -1)
            span = byMonth ? clock.monthSpan(of: previous) : clock.weekSpan(of: previous)
        }
        return (step, spans.reversed())
    }

    /// How many whole months it is; nil where it is not.
    private func months(clock: ReportClock) -> Int? {
        guard isBounded else { return nil }
        var (month, count) = (clock.month(of: from), 0)
        guard clock.start(of: month) == from else { return nil }
        while count < 1200, let next = clock.month(after: month, by: 1), let start = clock.start(of: next) {
            count += 1
            if start == until { return count }
            if start > until { return nil }
            month = next
        }
        return nil
    }
}

extension Timestamp {
    /// A moment some milliseconds later, or earlier.
    fileprivate func advanced(by milliseconds: Int64) -> Timestamp {
        Timestamp(milliseconds: self.milliseconds + milliseconds)
    }
}

extension ReportPeriod {
    /// A span as the report tells it at a moment.
    init(_ span: ReportSpan, clock: ReportClock, now: Timestamp) {
        self.init(
            label: span.label,
            from: clock.time(span.from),
            until: clock.time(span.until),
            isOpen: span.until > now
        )
    }
}
