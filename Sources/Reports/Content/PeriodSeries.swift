/// The way to a period: equal spans of time up to and with it, the days of the period, and the period before.
///
/// Counts only; limits, intervals and alarms are derived where they are drawn or written.
package struct PeriodSeries: Sendable, Codable, Equatable {
    /// How long one span is.
    package enum Step: String, Sendable, Codable, CaseIterable {
        case week, month
    }

    /// One span.
    package struct Point: Sendable, Codable, Equatable {
        /// How it is called: `2026-03`, or the Monday of a week, `2026-03-02`.
        package var label: String
        package var exams: Int
        /// Images that the first pass scored.
        package var graded: Int
        /// Of these, images of level A, B or C.
        package var passing: Int
        /// Images that the random draw picked, flagged or not, and an expert has read: an even sample of all once none is
        /// unread.
        package var drawn: Int
        /// Of these, images that don't conform by the expert's final result.
        package var nonconforming: Int
        /// Images of the random draw that no expert has read yet: flagged ones are read first, so as long as there are any
        /// the share of the others is not judged.
        package var drawnUnread: Int
        /// Whether the span is not over at the moment of the report.
        package var isOpen: Bool

        enum CodingKeys: String, CodingKey {
            case label, exams, graded, passing, drawn, nonconforming
            case drawnUnread = "drawn_unread"
            case isOpen = "open"
        }

        /// One span's counts.
        package init(
            label: String,
            exams: Int,
            graded: Int,
            passing: Int,
            drawn: Int = 0,
            nonconforming: Int = 0,
            drawnUnread: Int = 0,
            isOpen: Bool = false
        ) {
            self.label = label
            self.exams = exams
            self.graded = graded
            self.passing = passing
            self.drawn = drawn
            self.nonconforming = nonconforming
            self.drawnUnread = drawnUnread
            self.isOpen = isOpen
        }
    }

    /// What came in on one day.
    package struct Day: Sendable, Codable, Equatable {
        /// By the report's clock: `2026-03-05`.
        package var date: String
        package var exams: Int
        package var images: Int

        /// One day's counts.
        package init(date: String, exams: Int, images: Int) {
            self.date = date
            self.exams = exams
            self.images = images
        }
    }

    package var step: Step
    /// Earliest first, without gaps (a span in which nothing came is one with zeros); the last is the period's.
    package var points: [Point]
    /// Days of the period on which something came, earliest first.
    package var days: [Day]
    /// The read images of the random draw in the order of receipt, true where one doesn't conform by the expert's final
    /// result; up to the first that is not read yet.
    ///
    /// Up to and with the period; only in a technician's report, where few images make spans useless; nil elsewhere.
    package var drawnFailures: [Bool]?
    /// The day on which each of these was received, by the report's clock: `2026-03-05`.
    package var drawnDays: [String]?

    enum CodingKeys: String, CodingKey {
        case step, points, days
        case drawnFailures = "drawn_failures"
        case drawnDays = "drawn_days"
    }

    /// Joins the parts and fixes the order of the days.
    package init(
        step: Step,
        points: [Point],
        days: [Day],
        drawnFailures: [Bool]? = nil,
        drawnDays: [String]? = nil
    ) {
        self.step = step
        self.points = points
        self.days = days.sorted { $0.date < $1.date }
        self.drawnFailures = drawnFailures
        self.drawnDays = drawnDays
    }
}

/// The same scope in the period before, of the same length.
package struct PeriodBefore: Sendable, Codable, Equatable {
    /// How it is called: `2026-02`.
    package var label: String
    package var exams: Int
    /// Images that the first pass scored.
    package var graded: Int
    /// Of these, images of level A, B or C.
    package var passing: Int
    /// Findings of it.
    package var findings: [FindingCount]
    package var nonconforming: NonconformingRate?

    /// The period before.
    package init(
        label: String,
        exams: Int,
        graded: Int,
        passing: Int,
        findings: [FindingCount] = [],
        nonconforming: NonconformingRate? = nil
    ) {
        self.label = label
        self.exams = exams
        self.graded = graded
        self.passing = passing
        self.findings = findings.sorted { ($1.images, $0.code) < ($0.images, $1.code) }
        self.nonconforming = nonconforming
    }
}
