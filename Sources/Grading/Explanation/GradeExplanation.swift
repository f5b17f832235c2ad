/// The way from what was measured to the score, step by step.
///
/// A value made of a grade and the rubric that gave it; nothing is measured anew. Its numbers lead to the grade's score
/// exactly: `score` follows from the items' weights and sub-scores, the cap and the rounding, as `Grader` works them out.
package struct GradeExplanation: Sendable, Equatable {
    /// What became of an item or of one of its criteria.
    package enum State: Sendable, Equatable {
        /// It has a value and so a sub-score.
        case measured
        /// It applies, but its metrics have no value.
        case unmeasured
        /// It was not asked, for this reason.
        case notApplicable(Inapplicability)
    }

    /// One criterion's part.
    package struct Step: Sendable, Equatable {
        /// The criterion's id.
        package let id: String
        /// The metric's id.
        package let metric: String
        package let state: State
        /// In the metric's unit; nil where it has none.
        package let value: Double?
        /// Limits below which values are worse.
        package let low: LimitSide?
        /// Limits above which values are worse.
        package let high: LimitSide?
        /// Where the limits come from.
        package let origin: Finding.LimitOrigin
        /// 0–1; nil where nothing was measured.
        package let score: Double?
        /// The limit that was passed; nil while the value is good.
        package let passed: Passed?
        /// Whether this criterion alone made its item's sub-score, which then is below 1.
        package let decides: Bool
        /// Whether it lost something that does not count: slight losses count once, and not beside graver ones
        /// (`Rubric.slightPoints`), minor ones not where a grave one cost their share already (`Rubric.minorPoints`).
        package let isSpared: Bool

        /// A limit that a value lies past.
        package struct Passed: Sendable, Equatable {
            /// Finding code.
            package let code: String
            package let severity: Severity
            /// In the metric's unit.
            package let limit: Double
        }
    }

    /// One item's part.
    package struct Item: Sendable, Equatable {
        /// The item's id.
        package let id: String
        package let name: LocalizedText
        /// Its weight before it is shared out over what was measured.
        package let weight: Double
        package let state: State
        /// 0–1, the smallest of its criteria's, rounded to 4 decimals; nil where nothing was measured.
        package let score: Double?
        /// In the rubric's order.
        package let steps: [Step]
        /// Whether the grade holds another sub-score than the rubric's own limits lead to.
        ///
        /// So it is where limits were relative to a device's baseline, or where the rubric has changed since. `score` is the
        /// grade's.
        package let differsFromRubric: Bool
    }

    /// What a grave finding leaves of a score.
    package struct Cap: Sendable, Equatable {
        /// The gravest finding's code.
        package let code: String
        package let severity: Severity
        /// The highest score that it leaves.
        package let limit: Double
        /// Whether the score would be higher without it.
        package let applies: Bool
    }

    package let status: GradedImage.Status
    /// The rubric that is explained.
    package let rubric: RubricReference
    /// Whether the grade was given by this very rubric, byte by byte.
    package let isByThisRubric: Bool
    /// All items of the rubric, in its order; empty where the picture was not measured.
    package let items: [Item]
    /// Σ weight over the measured items.
    package let weight: Double
    /// 100 · Σ weight · score ÷ Σ weight, rounded to 0.1; nil where there is no score.
    package let sum: Double?
    /// nil where no finding is grave enough, or there is no score.
    package let cap: Cap?
    /// The score that these steps lead to: the sum under the cap; nil where there is none.
    package let score: Double?
    /// The score's level; nil where there is none.
    package let level: Level?
    package let levels: LevelLimits
    /// Share (0–1) of the applicable weight that was not measured.
    package let unmeasuredShare: Double
    /// The share that may stay unmeasured.
    package let unmeasuredLimit: Double
    /// Codes of what decided about the picture as a whole: why it is unsure, empty or unreadable; else empty.
    package let conditions: [String]
    package let triage: Triage

    /// The points of the 100 that an item could give: its share of the measured weight.
    package func points(of item: Item) -> Double { weight > 0 ? 100 * item.weight / weight : 0 }
}

/// Why an item or a criterion was not asked of a picture.
package enum Inapplicability: Sendable, Equatable {
    /// Only for other exam types, or not for this one.
    case examType
    /// Only for other sections, or not for this one.
    case section
    /// Only for other file formats.
    case format
    /// Another metric lies outside of the range that is asked for.
    case metric(MetricRange, value: Double)
    /// None of several conditions holds.
    case alternatives
    /// The picture has nothing of the kind: its metric, or one that decides whether it applies, has no value.
    case nothingToMeasure(metric: String)
    /// Its limits are relative to what a device usually shows, and that is not known here.
    case noLimits
    /// None of the item's criteria applies.
    case noCriterion
}
