package import Grading

/// A share span by span, with what it may be by chance and what is more than that.
///
/// The limits come from the spans before the last one (`ProportionChart`); until there are enough of these, each share has its
/// interval only.
package struct ShareTrend: Sendable, Codable, Equatable {
    /// Where a share lies by its limits.
    package enum Place: String, Sendable, Codable, CaseIterable {
        case below, within, above
    }

    /// One span.
    package struct Point: Sendable, Codable, Equatable {
        package var label: String
        package var count: Int
        package var total: Int
        /// `count` ÷ `total`, 0–1; nil where nothing came.
        package var share: Double?
        /// 95 % interval (Wilson).
        package var interval: ShareInterval?
        /// Control limits; nil where there are none, also where so few items came that no share would be beyond them.
        package var limits: ShareInterval?
        package var place: Place?
        /// The moving average (EWMA, λ = 0.2) and its limits; none where it remembers too few items to be judged.
        package var average: Double?
        package var averageLimits: ShareInterval?
        package var averagePlace: Place?
        /// Whether the span is not over yet.
        package var isOpen: Bool
        /// What of it experts have not read yet; nil where all is read.
        ///
        /// A share with such is neither judged nor part of the limits.
        package var unread: Int?

        enum CodingKeys: String, CodingKey {
            case label, count, total, share, interval, limits, place, average, unread
            case averageLimits = "average_limits"
            case averagePlace = "average_place"
            case isOpen = "open"
        }
    }

    /// A rule that the last spans together break.
    package struct Warning: Sendable, Codable, Equatable {
        package var rule: WesternElectric
        /// `below` or `above` the centre.
        package var side: Place
    }

    /// Pooled share of the spans before the last; nil without limits.
    package var centre: Double?
    /// How much more the shares spread than chance gives (Laney's σ_z), 1 or more; nil without limits.
    package var dispersion: Double?
    package var points: [Point]
    /// Beside a share beyond its limits: rows of shares on one side that end with the last span.
    package var warnings: [Warning]

    /// The trend of counts in the order of time; nil where nothing ever came.
    ///
    /// - Parameters:
    ///   - spans: `unread` is what of a span is still to be counted; as long as it is not 0, the span is not judged.
    ///   - groups: of how many exams each span's items come; nil where items were drawn one by one.
    init?(
        _ spans: [(label: String, sample: ProportionChart.Sample, isOpen: Bool, unread: Int)],
        groups: [Int]? = nil
    ) {
        guard spans.contains(where: { $0.sample.total > 0 }) else { return nil }
        let samples = spans.map { $0.unread == 0 ? $0.sample : ProportionChart.Sample(0, of: 0) }
        let chart = ProportionChart(samples, groups: groups)
        centre = chart?.centre
        dispersion = chart?.dispersion
        points = spans.enumerated().map { index, span in
            let limits = chart?.limits[index].map { ShareInterval(low: $0.low, high: $0.high) }
            return Point(
                label: span.label,
                count: span.sample.count,
                total: span.sample.total,
                share: span.sample.share,
                interval: ShareInterval(wilson: span.sample.count, of: span.sample.total),
                limits: limits,
                place: Self.place(of: span.sample.share, in: limits),
                isOpen: span.isOpen,
                unread: span.unread > 0 ? span.unread : nil
            )
        }
        warnings = []
        guard let chart else { return }
        for step in MovingAverage(chart).steps {
            points[step.index].average = step.value
            guard step.isFirm else { continue }
            let limits = ShareInterval(low: step.low, high: step.high)
            points[step.index].averageLimits = limits
            points[step.index].averagePlace = Self.place(of: step.value, in: limits)
        }
        guard chart.scores.last.flatMap({ $0 }) != nil else { return }
        warnings = WesternElectric.warnings(atEndOf: chart.scores.compactMap { $0 })
            .filter { $0.rule != .oneBeyondThree }
            .map { Warning(rule: $0.rule, side: $0.side > 0 ? .above : .below) }
    }

    private static func place(of share: Double?, in limits: ShareInterval?) -> Place? {
        guard let share, let limits else { return nil }
        return share > limits.high ? .above : share < limits.low ? .below : .within
    }
}
