package import Imaging

/// A checked rubric: what is judged, by which limits, and what a technician is told.
///
/// Made by `RubricLoader` only, which proves what the doc comments below promise. The written form is described in
/// docs/rubric-format.md.
package struct Rubric: Sendable, Equatable {
    /// Lower-case id, unique within a library.
    package let id: String
    /// The author's version text, such as `1.0`.
    package let version: String
    /// SHA-256 of the rubric file's bytes; for a rubric that extends another, of its ancestors' bytes, root first,
    /// followed by its own.
    ///
    /// Hexadecimal.
    package let sha256: String
    package let title: LocalizedText
    /// Ids of the exam types that it serves; empty for one that is only extended or named by id.
    package let examTypes: [String]
    /// At least one; ids unique.
    package let items: [RubricItem]
    /// What only an expert judges; the machine's score leaves them out of the denominator.
    package let expertItems: [ExpertItem]
    package let levels: LevelLimits
    package let caps: ScoreCaps
    /// Exam type id → what an exam of that type must show, in the rubric's order.
    package let requiredSections: [String: [RequiredSection]]
    package let triage: TriageRule
    /// The share (0–1) of the applicable weight that may stay unmeasured; above it the picture is `unsure`.
    package let unmeasuredLimit: Double
    /// The most points (0–100) that the slight losses of a picture cost together; nil where each costs on its own.
    ///
    /// Slight are suspicions (`info`) and what has only begun to be a minor fault; see docs/rubric-format.md.
    package let slightPoints: Double?
    /// The most points (0–100) that all findings below `major` cost together, and what they fill up to beside graver ones; nil
    /// where they just add up.
    package let minorPoints: Double?
    /// Severity of findings that no metric makes, where it differs from the taxonomy's.
    package let severities: [String: Severity]
    /// Finding code → what to do about it.
    package let advice: [String: LocalizedText]
    /// Finding code → what to do about it where one metric says more, in the rubric's order.
    package let adviceVariants: [String: [AdviceVariant]]
    package let examples: [RubricExample]

    /// What a grade says of the rubric that gave it.
    package var reference: RubricReference { RubricReference(id: id, version: version, sha256: sha256) }

    /// The severity of a finding that no metric makes.
    package func severity(of code: String) -> Severity {
        severities[code] ?? FindingCode.named(code)?.severity ?? .minor
    }
}

/// One weighted part of the machine's score.
///
/// One object a rubric, as a criterion is: what is judged on a picture refers to it.
package final class RubricItem: Sendable {
    /// Unique in its rubric.
    package let id: String
    package let name: LocalizedText
    /// Above 0; only its share of the applicable sum matters.
    package let weight: Double
    package let when: Applicability
    /// At least one.
    ///
    /// The item's score is the smallest of its criteria's: one gross fault is not averaged away.
    package let criteria: [Criterion]

    /// Puts it together; `RubricChecker` made sure of what is promised above.
    init(id: String, name: LocalizedText, weight: Double, when: Applicability, criteria: [Criterion]) {
        self.id = id
        self.name = name
        self.weight = weight
        self.when = when
        self.criteria = criteria
    }
}

extension RubricItem: Equatable {
    /// Whether both say the same.
    package static func == (one: RubricItem, other: RubricItem) -> Bool {
        one.id == other.id && one.name == other.name && one.weight == other.weight && one.when == other.when
            && one.criteria == other.criteria
    }
}

/// One metric with its limits: at least one side, written or relative.
///
/// One object a rubric: each verdict on a picture refers to it, and a copy of its dozen lists and texts for every one of a
/// hundred verdicts was half of what judging cost.
package final class Criterion: Sendable {
    /// Unique in its item; the metric's id unless the rubric says otherwise.
    package let id: String
    /// The metric's id.
    package let metric: String
    /// Limits above which values are worse; warn < defect < severe.
    package let high: LimitSide?
    /// Limits below which values are worse; warn > defect > severe.
    ///
    /// With `high` it forms a band: low warn ≤ high warn.
    package let low: LimitSide?
    /// Limits relative to what the device usually shows, which go before the written ones where that is known.
    package let baseline: BaselineLimits?
    package let when: Applicability
    /// What it means when the metric has no value.
    package let absence: AbsenceMeaning
    /// Metrics whose fault leaves a trace in this one, and ids of criteria, where not all of a metric's explain it: a finding above
    /// info that one of them makes, the first that does, takes this criterion's finding over, with its severity and its points.
    ///
    /// No criterion explains itself, by whatever detour.
    package let explainedBy: [String]
    /// Metrics and criteria of which a suspicion (`info`) is enough to take this criterion's finding over, after those of `explainedBy`.
    package let explainedBySuspicion: [String]
    /// What becomes of it where only the scan area is not sure.
    package let withoutArea: UnsureAreaMeaning

    /// Puts it together; `RubricChecker` made sure of what is promised above.
    init(
        id: String,
        metric: String,
        high: LimitSide?,
        low: LimitSide?,
        baseline: BaselineLimits?,
        when: Applicability,
        absence: AbsenceMeaning,
        explainedBy: [String],
        explainedBySuspicion: [String],
        withoutArea: UnsureAreaMeaning
    ) {
        self.id = id
        self.metric = metric
        self.high = high
        self.low = low
        self.baseline = baseline
        self.when = when
        self.absence = absence
        self.explainedBy = explainedBy
        self.explainedBySuspicion = explainedBySuspicion
        self.withoutArea = withoutArea
    }
}

extension Criterion: Equatable {
    /// Whether both say the same.
    package static func == (one: Criterion, other: Criterion) -> Bool {
        one.id == other.id && one.metric == other.metric && one.high == other.high && one.low == other.low
            && one.baseline == other.baseline && one.when == other.when && one.absence == other.absence
            && one.explainedBy == other.explainedBy && one.explainedBySuspicion == other.explainedBySuspicion
            && one.withoutArea == other.withoutArea
    }
}

extension Criterion {
    /// Every code that it can give; written limits first.
    package var codes: [String] {
        [high?.code, low?.code, baseline?.high?.code, baseline?.low?.code].compactMap(\.self)
    }
}

/// What it means that a metric has no value on a picture where its criterion applies.
package enum AbsenceMeaning: String, Sendable, CaseIterable {
    /// It should have been measured: counted towards `Rubric.unmeasuredLimit` and said in an info finding.
    case unmeasured
    /// The picture simply has nothing of the kind (no vessel to measure the lumen of).
    case notApplicable = "not_applicable"
}

/// What a value means that was measured within a scan area that is not sure.
package enum UnsureAreaMeaning: String, Sendable, CaseIterable {
    /// Nothing: chrome may have been measured, or part of the picture.
    case untold
    /// A finding above info is told as a suspicion, without points: it holds wherever the area ends.
    case told
}

/// The three limits on one side of a metric, in the metric's unit.
package struct LimitSide: Sendable, Equatable {
    /// Past it the sub-score begins to fall.
    package let warn: Double
    /// The sub-score is 0.5 here.
    package let defect: Double
    /// The sub-score is 0 from here on.
    package let severe: Double
    /// Finding code.
    package let code: String
    package let ladder: SeverityLadder
}

/// The severity of a finding by the limit that was passed; never falls from warn to severe.
package struct SeverityLadder: Sendable, Equatable {
    package let warn: Severity
    package let defect: Severity
    package let severe: Severity

    /// The contract's default.
    package static let standard = SeverityLadder(warn: .minor, defect: .major, severe: .critical)
}

/// When an item or a criterion applies: all that is stated must hold.
package struct Applicability: Sendable, Equatable {
    /// Only for these exam types; nil for all, unknown ones included.
    package let examTypes: Set<String>?
    /// Not for these exam types.
    package let exceptExamTypes: Set<String>
    /// Only for sections that fit one of these; nil for all, unknown ones included.
    package let sections: [SectionPattern]?
    /// Not for sections that fit one of these.
    package let exceptSections: [SectionPattern]
    /// Only for pictures of these formats; nil for all.
    package let formats: Set<ImageFormat>?
    /// Only where these metrics lie in these ranges.
    package let metrics: [MetricRange]
    /// At least one of these; no condition where there are none.
    package let alternatives: [Applicability]

    /// Always.
    package static let always = Applicability(
        examTypes: nil,
        exceptExamTypes: [],
        sections: nil,
        exceptSections: [],
        formats: nil,
        metrics: [],
        alternatives: []
    )
}

/// A condition on another metric.
package struct MetricRange: Sendable, Equatable {
    package let metric: String
    /// The value is below this; nil for no bound.
    package let below: Double?
    /// The value is this or more; nil for no bound.
    package let atLeast: Double?
}

/// The smallest score of each level; D is below C.
///
/// a > b > c > 0.
package struct LevelLimits: Sendable, Equatable {
    package let a: Double
    package let b: Double
    package let c: Double

    /// The level of a score that is already rounded to 0.1.
    package func level(of score: Double) -> Level {
        if score >= a { return .a }
        if score >= b { return .b }
        return score >= c ? .c : .d
    }
}

/// The highest scores that grave findings leave; critical < the C limit, critical ≤ major.
package struct ScoreCaps: Sendable, Equatable {
    package let critical: Double
    package let major: Double
}

/// A section that an exam must show.
package struct RequiredSection: Sendable, Equatable {
    /// Section id of the catalogue.
    package let section: String
    /// Above 0; its part in completeness.
    package let weight: Double
}

/// What sends a graded picture to an expert; one that is not graded always goes.
package struct TriageRule: Sendable, Equatable {
    package let severities: Set<Severity>
    package let codes: Set<String>
    package let levels: Set<Level>
    /// Scores below it send a picture too, 0–100; nil where the score alone sends none.
    ///
    /// What `rubric calibrate` learns from the experts' readings.
    package let scoreBelow: Double?
}

/// Measurements with the grade that the rubric's author expects of them.
package struct RubricExample: Sendable, Equatable {
    /// Unique in its rubric.
    package let id: String
    /// The line where it stands, for messages.
    package let line: Int
    package let examType: String?
    package let section: String?
    package let format: ImageFormat
    package let metrics: [String: Double]
    package let conditions: Set<Condition>
    package let expected: Expectation

    /// What must come out; nil parts are not compared.
    package struct Expectation: Sendable, Equatable {
        package let status: GradedImage.Status
        package let score: Double?
        package let level: Level?
        package let route: Triage.Route?
        /// Exactly these findings, by code.
        package let findings: [String: Severity]
    }
}
