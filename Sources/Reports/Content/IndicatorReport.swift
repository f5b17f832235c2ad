package import Grading

/// The indicators of the network or of one institution in a period, schema `sonograde.indicators/1`.
///
/// What does not apply is an absent key, never null.
package struct IndicatorReport: Sendable, Codable, Equatable {
    /// The contract's name and version.
    package static let schemaID = "sonograde.indicators/1"

    /// Indicators of one document.
    package struct Group: Sendable, Codable, Equatable {
        package var id: String
        package var title: LocalizedText
        /// The document that they are from.
        package var source: String?
        package var indicators: [Line]

        /// A set with its results.
        package init(_ set: IndicatorSet, lines: [Line]) {
            (id, title, source) = (set.id, set.title, set.source)
            indicators = lines
        }
    }

    /// One indicator with what it came to.
    package struct Line: Sendable, Codable, Equatable {
        package var id: String
        package var code: String?
        package var name: LocalizedText
        package var numeratorMeaning: LocalizedText
        package var denominatorMeaning: LocalizedText?
        package var unit: Indicator.Unit
        package var better: Indicator.Better
        package var wording: Indicator.Wording
        /// Whether there is a value.
        package var available: Bool
        package var numerator: Double?
        package var denominator: Double?
        package var value: Double?
        /// 95 % interval, in the same unit.
        package var low: Double?
        package var high: Double?
        /// Why there is no value.
        package var reason: LocalizedText?
        /// What is to be known of this period's value.
        package var remark: LocalizedText?
        package var note: LocalizedText?
        package var goals: [Goal]

        enum CodingKeys: String, CodingKey {
            case id, code, name, unit, better, wording, available, numerator, denominator, value, low, high, reason,
                remark, note
            case goals
            case numeratorMeaning = "numerator_meaning"
            case denominatorMeaning = "denominator_meaning"
        }

        /// Joins an indicator with its result and the goals that are set for it.
        package init(_ indicator: Indicator, result: IndicatorResult, goals: [IndicatorGoal]) {
            id = indicator.id
            code = indicator.code
            name = indicator.name
            numeratorMeaning = indicator.numerator
            denominatorMeaning = indicator.denominator
            unit = indicator.unit
            better = indicator.better
            wording = indicator.wording
            available = result.value != nil
            (numerator, denominator) = (result.numerator, result.denominator)
            (value, low, high) = (result.value, result.low, result.high)
            (reason, remark) = (result.reason, result.remark)
            note = indicator.note
            self.goals = goals.map { Goal($0, state: GoalState(result, to: $0)) }
        }
    }

    /// A goal and whether it is reached.
    package struct Goal: Sendable, Codable, Equatable {
        package var title: LocalizedText?
        package var atLeast: Double?
        package var atMost: Double?
        /// First and last day, `2026-01-01`.
        package var from: String
        package var until: String
        package var state: GoalState

        enum CodingKeys: String, CodingKey {
            case title, from, until, state
            case atLeast = "at_least"
            case atMost = "at_most"
        }

        init(_ goal: IndicatorGoal, state: GoalState) {
            (title, atLeast, atMost) = (goal.title, goal.atLeast, goal.atMost)
            (from, until, self.state) = (goal.from, goal.until, state)
        }
    }

    package var schema = Self.schemaID
    /// nil for the network.
    package var institution: InstitutionReference?
    package var period: ReportPeriod
    package var groups: [Group]
    /// Mistakes in files of the home, which were therefore left out with their indicators and goals; nil where there are
    /// none.
    package var problems: [String]?
    /// Version of the program that wrote the report.
    package var program: String

    enum CodingKeys: String, CodingKey {
        case schema, institution, period, program, problems
        case groups = "sets"
    }

    /// Works every indicator out.
    ///
    /// - Parameters:
    ///   - institution: whose; nil for the network.
    ///   - days: first and last day of the period, for the goals.
    ///   - measures: what was counted.
    package init(
        institution: InstitutionReference?,
        period: ReportPeriod,
        days: (first: String, last: String),
        library: IndicatorLibrary,
        measures: MeasuredValues,
        program: String
    ) {
        self.institution = institution
        self.period = period
        self.program = program
        groups = library.sets.map { set in
            Group(
                set,
                lines: set.indicators.map { indicator in
                    Line(
                        indicator,
                        result: IndicatorResult(indicator, from: measures),
                        goals: library.goals.filter {
                            $0.indicator == indicator.id
                                && $0.applies(to: institution?.id, from: days.first, until: days.last)
                        }
                    )
                }
            )
        }
    }
}
