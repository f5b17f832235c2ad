internal import Grading
internal import Reports
internal import Store

/// Rates of some of a period's images as they would be with the network's mix of exam types.
struct StandardisedSum {
    let cells: [PeriodCell]
    let reviews: PeriodReviews

    /// Whether a mix can change anything: it needs two exam types.
    static func isWorthIt(_ mix: [ExamShare]) -> Bool { mix.count { $0.readable > 0 } > 1 }

    /// Both rates by a mix; nil where there are no readable images or nothing to standardise to.
    func row(by mix: [ExamShare]) -> RowStandardised? {
        let readable = cells.filter { $0.status != .unreadable }
        guard Self.isWorthIt(mix), !readable.isEmpty else { return nil }
        let byType = Dictionary(grouping: readable) { $0.examType ?? "" }
        let own = byType.mapValues { cells in
            let levels = PeriodSum(cells: cells, exams: []).levels
            return ProportionChart.Sample(levels.passing, of: levels.total)
        }
        let passing = own.compactMapValues { sample -> StandardisedShare.Part? in
            guard let share = sample.share, let interval = ShareInterval(wilson: sample.count, of: sample.total) else {
                return nil
            }
            return StandardisedShare.Part(share: share, interval: interval)
        }
        let graded = byType.filter { _, cells in cells.contains { $0.level != nil } }
        return RowStandardised(
            passing: StandardisedRate(
                parts: passing,
                present: Set(graded.keys),
                mix: Dictionary(mix.map { ($0.examType.id, $0.graded) }, uniquingKeysWith: +)
            ),
            nonconforming: reviews.readings.isEmpty ? nil : nonconforming(byType, mix),
            adjusted: MixAdjustedShare(
                own: own,
                reference: Dictionary(
                    mix.map { ($0.examType.id, .init($0.passing, of: $0.graded)) },
                    uniquingKeysWith: { .init($0.count + $1.count, of: $0.total + $1.total) }
                )
            )
        )
    }

    private func nonconforming(_ byType: [String: [PeriodCell]], _ mix: [ExamShare]) -> StandardisedRate {
        let readings = Dictionary(grouping: reviews.readings) { $0.examType ?? "" }
        let unread = Dictionary(grouping: reviews.unread) { $0.examType ?? "" }
        var parts: [String: StandardisedShare.Part] = [:]
        for (type, cells) in byType {
            let reviews = PeriodReviews(readings: readings[type] ?? [], unread: unread[type] ?? [], verdicts: [])
            let rate = ExpertSum(cells: cells, reviews: reviews).nonconforming
            if let share = rate.share, let interval = rate.interval {
                parts[type] = StandardisedShare.Part(share: share, interval: interval)
            }
        }
        return StandardisedRate(
            parts: parts,
            present: Set(byType.keys),
            mix: Dictionary(mix.map { ($0.examType.id, $0.readable) }, uniquingKeysWith: +)
        )
    }
}

extension ReportScope {
    /// The network's mix of exam types where a report's own cells have it already; nil where the store must be asked.
    func standard(_ cells: [PeriodCell], _ request: ReportRequest) -> [ExamShare]? {
        guard request.subject == .network, request.ownership == nil, request.county == nil else { return nil }
        let readable = cells.lazy.filter { $0.status != .unreadable }
        return Dictionary(grouping: readable) { $0.examType ?? "" }.map { id, cells in
            ExamShare(
                examType: ExamTypeReference(id: id, name: Self.name(ofExamType: id)),
                graded: cells.lazy.filter { $0.level != nil }.reduce(0) { $0 + $1.count },
                passing: cells.lazy.filter { $0.level.map { $0 > .d } ?? false }.reduce(0) { $0 + $1.count },
                readable: cells.reduce(0) { $0 + $1.count }
            )
        }
    }
}
