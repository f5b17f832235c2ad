package import Grading

/// What a period's plots are drawn from: derived from its counts, so that whoever reads the JSON can draw them too.
package struct PeriodCharts: Sendable, Codable, Equatable {
    /// Share of scored images of level A, B or C by the first pass, span by span; nil without a series.
    package var passing: ShareTrend?
    /// Share of images of the random draw that don't conform by the experts, span by span; nil without readings.
    package var nonconforming: ShareTrend?
    /// Institutions, or an institution's technicians, against what chance gives; nil with fewer than two that
    /// have enough images.
    package var funnel: ShareFunnel?
    /// The period before and this one; empty without one before.
    package var changes: [ShareChange]
    /// A technician's images of the random draw, one by one; nil elsewhere.
    package var failures: FailureRun?

    /// Derives everything from a report's parts.
    init?(
        series: PeriodSeries?,
        before: PeriodBefore?,
        levels: LevelCounts,
        findings: [FindingCount],
        institutions: [PeriodRow],
        technicians: [PeriodRow],
        period: ReportPeriod
    ) {
        passing = series.flatMap { series in
            ShareTrend(
                series.points.map { ($0.label, .init($0.passing, of: $0.graded), $0.isOpen, 0) },
                groups: series.points.map(\.exams)
            )
        }
        nonconforming = series.flatMap { series in
            ShareTrend(
                series.points.map { ($0.label, .init($0.nonconforming, of: $0.drawn), $0.isOpen, $0.drawnUnread) }
            )
        }
        funnel = ShareFunnel(.institution, institutions) ?? ShareFunnel(.technician, technicians)
        changes = before.map { ShareChange.all(before: $0, levels: levels, findings: findings) } ?? []
        failures = series.flatMap { series in
            series.drawnFailures.flatMap { FailureRun($0, days: series.drawnDays, from: period.from.date) }
        }
        if passing == nil, nonconforming == nil, funnel == nil, changes.isEmpty, failures == nil { return nil }
    }
}

/// The pass rates of institutions or technicians with the funnel that chance makes.
///
/// Where the report has a mix of exam types the rates are freed of it (`MixAdjustedShare`), and a row counts for as many
/// images as its own mix makes them worth; else they are the plain ones.
package struct ShareFunnel: Sendable, Codable, Equatable {
    /// Whose shares they are.
    package enum Kind: String, Sendable, Codable {
        case institution, technician
    }

    /// Which rate is drawn.
    package enum Rate: String, Sendable, Codable {
        /// Passing among graded images.
        case plain
        /// Freed of the row's mix of exam types.
        case adjusted
    }

    /// One institution or technician.
    package struct Row: Sendable, Codable, Equatable {
        package var id: String
        package var name: LocalizedText
        package var passing: Int
        package var graded: Int
        /// The rate that is drawn, 0–1.
        package var share: Double
        /// For how many images it counts: `graded`, or fewer of an adjusted rate.
        package var size: Double
        /// Where it lies; nil below `PeriodRow.leastForRank` images: so few say nothing.
        package var place: FunnelLimits.Place?
        /// The share drawn to the mean of all, with a 90 % credible interval; nil where there are too few rows for it.
        package var estimate: SharedPrior.Estimate?
    }

    package var kind: Kind
    package var rate: Rate
    /// The share of all images together, 0–1.
    package var centre: Double
    /// How much more the rows spread than chance gives (φ), 1 or more; the limits are wider by its root.
    package var dispersion: Double
    /// Those with images, in the order of the report's rows.
    package var rows: [Row]

    /// The funnel of rows that have images; nil with fewer than two that are large enough to be placed.
    init?(_ kind: Kind, _ rows: [PeriodRow]) {
        // Rows of the unknown are nobody's.
        let rows = rows.filter { $0.levels.total > 0 && !$0.id.isEmpty }
        rate = PeriodRow.areAdjusted(rows) ? .adjusted : .plain
        let drawn = rows.compactMap { [rate] row in row.comparable(rate).map { (row: row, point: $0.point) } }
        // How far they spread is asked of those that are large enough to be placed.
        let large = drawn.filter { $0.row.levels.total >= PeriodRow.leastForRank }.map(\.point)
        guard large.count >= 2, let middle = FunnelLimits.centre(of: drawn.map(\.point)) else { return nil }
        let limits = FunnelLimits(centre: middle, dispersion: FunnelLimits.dispersion(of: large, centre: middle))
        let prior = SharedPrior(points: drawn.map(\.point))
        self.kind = kind
        centre = limits.centre
        dispersion = limits.dispersion
        self.rows = drawn.map { row, point in
            Row(
                id: row.id,
                name: row.name,
                passing: row.levels.passing,
                graded: row.levels.total,
                share: point.share,
                size: point.size,
                place: row.levels.total >= PeriodRow.leastForRank ? limits.place(of: point) : nil,
                estimate: prior?.estimate(of: point)
            )
        }
    }

    /// The limits that the rows are held against.
    package var limits: FunnelLimits { FunnelLimits(centre: centre, dispersion: dispersion) }
}

/// A share before and after.
package struct ShareChange: Sendable, Codable, Equatable {
    /// Findings that are compared at most.
    static let mostFindings = 6

    /// The finding's code; nil for the pass rate.
    package var finding: String?
    package var countBefore: Int
    package var totalBefore: Int
    package var count: Int
    package var total: Int
    /// After less before with its 95 % interval (Newcombe) and its chance (Fisher); images are taken for independent.
    package var change: ShareDifference

    enum CodingKeys: String, CodingKey {
        case finding, count, total, change
        case countBefore = "count_before"
        case totalBefore = "total_before"
    }

    /// A change; nil where there was nothing before, or is nothing now.
    package init?(finding: String?, before: ProportionChart.Sample, now: ProportionChart.Sample) {
        guard let change = ShareDifference(from: before, to: now) else { return nil }
        self.finding = finding
        (countBefore, totalBefore) = (before.count, before.total)
        (count, total) = (now.count, now.total)
        self.change = change
    }

    /// The pass rate, then the findings that are or were most frequent.
    static func all(before: PeriodBefore, levels: LevelCounts, findings: [FindingCount]) -> [ShareChange] {
        let passing = ShareChange(
            finding: nil,
            before: .init(before.passing, of: before.graded),
            now: .init(levels.passing, of: levels.total)
        )
        // Notes to the expert are no fault of anybody's.
        let old = Dictionary(before.findings.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(findings.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let codes = Set(old.keys).union(new.keys).filter { (new[$0] ?? old[$0])?.severity != .info }
        let (examinedBefore, examined) = (
            before.findings.map(\.examined).max() ?? before.graded, findings.map(\.examined).max() ?? levels.total
        )
        let order = codes.sorted { left, right in
            func most(_ code: String) -> Int { max(old[code]?.images ?? 0, new[code]?.images ?? 0) }
            return (most(right), left) < (most(left), right)
        }
        let changes = order.prefix(mostFindings).compactMap { code in
            ShareChange(
                finding: code,
                before: .init(old[code]?.images ?? 0, of: old[code]?.examined ?? examinedBefore),
                now: .init(new[code]?.images ?? 0, of: new[code]?.examined ?? examined)
            )
        }
        return [passing].compactMap { $0 } + changes
    }
}
