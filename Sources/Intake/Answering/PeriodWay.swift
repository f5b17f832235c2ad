internal import Grading
internal import Reports
internal import Store

/// The way to a period: spans up to it, its days, and the period before.
struct PeriodWay {
    let reporting: PeriodReporting
    let request: ReportRequest

    /// Days of a long period that are counted: the last ones.
    private static let mostDays = 400
    /// The last outcomes of a technician's random draw that are told.
    private static let mostOutcomes = 1000

    /// The report's parts; nil in an empty store.
    ///
    /// - Throws: `StoreError`.
    func parts() throws -> (series: PeriodSeries?, before: PeriodBefore?) {
        guard let ends = try reporting.store.receiptEnds() else { return (nil, nil) }
        return (try series(ends), try before(ends))
    }

    private var clock: ReportClock { reporting.clock }

    private func series(_ ends: (first: Timestamp, last: Timestamp)) throws -> PeriodSeries {
        let drawn = try failures()
        let (step, spans) = request.span.series(clock: clock, ends: ends, now: request.now)
        let counts = try reporting.store.periodSpans(request.filter, spans.map { ($0.from, $0.until) })
        return PeriodSeries(
            step: step,
            points: zip(spans, counts).map { span, count in
                PeriodSeries.Point(
                    label: span.label,
                    exams: count.exams,
                    graded: count.graded,
                    passing: count.passing,
                    drawn: count.drawn,
                    nonconforming: count.nonconforming,
                    drawnUnread: count.unread,
                    isOpen: span.until > request.now
                )
            },
            days: try days(ends),
            drawnFailures: drawn?.map(\.fails),
            drawnDays: drawn?.map { clock.time($0.received).date }
        )
    }

    private func failures() throws -> [DrawnOutcome]? {
        guard case .technician = request.subject else { return nil }
        let all = try reporting.store.drawnFailures(
            request.filter,
            from: ReportSpan.everything.from,
            until: request.span.until
        )
        return Array(all.suffix(Self.mostOutcomes))
    }

    /// The days on which something came in.
    private func days(_ ends: (first: Timestamp, last: Timestamp)) throws -> [PeriodSeries.Day] {
        let from = max(request.span.from, ends.first)
        let until = min(request.span.until, Timestamp(milliseconds: max(ends.last, request.now).milliseconds + 1))
        let days = clock.days(from: from, until: until, most: Self.mostDays)
        guard !days.isEmpty else { return [] }
        let counts = try reporting.store.periodSubmissions(request.filter, days.map { ($0.from, $0.until) })
        return zip(days, counts).compactMap { day, count in
            count.exams == 0 && count.images == 0
                ? nil : PeriodSeries.Day(date: day.label, exams: count.exams, images: count.images)
        }
    }

    private func before(_ ends: (first: Timestamp, last: Timestamp)) throws -> PeriodBefore? {
        guard let span = request.span.before(clock: clock), span.until > ends.first else { return nil }
        let filter = request.filter
        guard let count = try reporting.store.periodSpans(filter, [(span.from, span.until)]).first else { return nil }
        let reviews = try reporting.store.periodReviews(filter, from: span.from, until: span.until)
        let findings = try reporting.store.periodFindings(filter, from: span.from, until: span.until)
        let places = try reporting.store.periodPlaces(filter, from: span.from, until: span.until)
        let sum = ExpertSum(
            places: places.mapValues { ExpertSum.Place(readable: $0.readable, sent: $0.sent) },
            reviews: reviews
        )
        return PeriodBefore(
            label: span.label,
            exams: count.exams,
            graded: count.graded,
            passing: count.passing,
            findings: PeriodReporting.counts(
                findings,
                in: PeriodCounts(
                    graded: count.graded,
                    unsure: count.readable - count.graded,
                    unreadable: count.images - count.readable
                )
            ),
            nonconforming: reviews.readings.isEmpty ? nil : sum.nonconforming
        )
    }
}
