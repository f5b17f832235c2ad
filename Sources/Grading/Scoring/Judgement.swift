internal import Imaging

/// One criterion's word on one picture.
enum Judgement {
    /// It does not apply here, or the picture has nothing of the kind.
    case notApplicable
    /// It applies, but its metric has no value.
    case unmeasured
    /// It was measured.
    case measured(Verdict)
}

/// Where a measured value lies.
struct Verdict {
    let criterion: Criterion
    let value: Double
    /// 0–1: what its limits leave of the item; in a `Tally` that lets slight losses count together, what those leave.
    let score: Double
    /// What was passed; nil while the value is good.
    let fault: Fault?

    /// A limit that was passed.
    struct Fault {
        /// The side with all its limits, in the metric's unit.
        let side: LimitSide
        let limit: Double
        let severity: Severity
        let origin: Finding.LimitOrigin
        /// Whether it is only a trace of another fault, under whose code it stands (`Criterion.explainedBy`).
        var isTrace = false
    }
}

extension Verdict {
    /// The lower score of two, then the graver finding; the first where both are alike.
    static func worse(_ left: Verdict, _ right: Verdict) -> Verdict {
        if left.score != right.score { return left.score < right.score ? left : right }
        guard let other = right.fault else { return left }
        guard let own = left.fault else { return right }
        return other.severity > own.severity ? right : left
    }
}

extension LimitSide {
    /// The same limits under another code.
    func coded(_ code: String) -> LimitSide {
        LimitSide(warn: warn, defect: defect, severe: severe, code: code, ladder: ladder)
    }

    /// What the first step past the warn limit takes from an item.
    static let firstLoss = 0.125

    /// What is lost of an item, from what the straight line has lost on; rising.
    ///
    /// Few steps, so that noise of measuring seldom moves a score: twentieths tell faults no better, and rise more often while a
    /// fault grows (docs/rubric-format.md).
    private static let losses: [(from: Double, loss: Double)] = [
        (0.2, firstLoss), (0.25, 0.25), (0.5, 0.5), (0.75, 0.75), (1, 1),
    ]

    /// 1 up to the warn limit and two fifths of the way from there to defect, then an eighth less.
    ///
    /// Then 0.75, 0.5, 0.25 and 0, each from where the straight line from 1 at the warn limit over 0.5 at the defect limit to 0
    /// at the severe limit (domain reference §3.2) comes down to it.
    func score(of value: Double) -> Double {
        // A value that the line brings to a step counts as there, whatever its last bit.
        let lost = 1 - exactScore(of: value) + 1e-9
        return 1 - (Self.losses.last { $0.from <= lost }?.loss ?? 0)
    }

    /// Both directions in one: distances are taken from warn towards severe.
    private func exactScore(of value: Double) -> Double {
        let beyond = severe > warn ? value - warn : warn - value
        let toDefect = abs(defect - warn)
        let toSevere = abs(severe - warn)
        if beyond <= 0 { return 1 }
        if beyond <= toDefect { return 1 - 0.5 * beyond / toDefect }
        if beyond < toSevere { return 0.5 * (toSevere - beyond) / (toSevere - toDefect) }
        return 0
    }

    /// The gravest limit that the value is past; nil while it is good.
    ///
    /// A value on a limit is not past it.
    func fault(of value: Double) -> (limit: Double, severity: Severity)? {
        let past: (Double) -> Bool = { severe > warn ? value > $0 : value < $0 }
        if past(severe) { return (severe, ladder.severe) }
        if past(defect) { return (defect, ladder.defect) }
        return past(warn) ? (warn, ladder.warn) : nil
    }
}

extension Criterion {
    /// What this criterion says of a picture.
    func judge(_ subject: GradedSubject) -> Judgement {
        switch when.holds(for: subject) {
        case .no: return .notApplicable
        case .undecided: return absence == .notApplicable ? .notApplicable : .unmeasured
        case .yes: break
        }
        let standards = standards(by: subject.baseline)
        // Limits that are only relative, and nothing to relate to.
        if standards.isEmpty { return .notApplicable }
        guard let value = subject.values[metric] else {
            return absence == .notApplicable ? .notApplicable : .unmeasured
        }
        var worst = Verdict(criterion: self, value: value, score: 1, fault: nil)
        for standard in standards {
            if let verdict = verdict(on: value, by: standard) { worst = Verdict.worse(worst, verdict) }
        }
        return .measured(worst)
    }

    /// What one set of limits says of a value; nil where it is good or not held against them.
    private func verdict(on value: Double, by standard: Standard) -> Verdict? {
        let side = standard.side
        guard let fault = side.fault(of: value) else { return nil }
        if let from = standard.from, side.severe > side.warn ? value <= from : value >= from { return nil }
        return Verdict(
            criterion: self,
            value: value,
            score: side.score(of: value),
            fault: Verdict.Fault(
                side: side,
                limit: fault.limit,
                severity: fault.severity,
                origin: standard.origin
            )
        )
    }
}

/// What applicability looks at.
struct GradedSubject {
    let examType: String?
    let section: String?
    /// nil where the file's header could not be read.
    let format: ImageFormat?
    /// Finite values only, rounded as the grade shows them, so that a grade can be recomputed from its JSON.
    let values: [String: Double]
    /// What the device usually shows; nil where that is not known.
    let baseline: Baseline?

    init(_ examination: ImageExamination, request: GradeRequest) {
        examType = request.examType
        section = request.section
        format = examination.facts.format
        let measured = examination.measurements.values
        // Next to always all of them are finite, and none has to be put anywhere else.
        let finite = measured.values.allSatisfy(\.isFinite) ? measured : measured.filter { $0.value.isFinite }
        values = finite.mapValues { $0.rounded(decimals: 4) }
        baseline = request.baseline
    }

    /// The picture of a stored grade, which is judged again as it was.
    init(_ image: GradedImage, examType: String?) {
        self.examType = examType
        section = image.section
        format = image.image?.format
        values = image.metrics ?? [:]
        baseline = image.baseline
    }
}

extension Applicability {
    enum Answer { case yes, no, undecided }

    /// Whether the conditions hold; undecided when one needs a metric that has no value.
    func holds(for subject: GradedSubject) -> Answer {
        if let examTypes, !(subject.examType.map(examTypes.contains) ?? false) { return .no }
        if let examType = subject.examType, exceptExamTypes.contains(examType) { return .no }
        let fits: ([SectionPattern]) -> Bool = { patterns in
            guard let section = subject.section else { return false }
            return patterns.contains { $0.matches(section) }
        }
        if let sections, !fits(sections) { return .no }
        if fits(exceptSections) { return .no }
        if let formats, !(subject.format.map(formats.contains) ?? false) { return .no }
        var undecided = false
        for range in metrics {
            guard let value = subject.values[range.metric] else {
                undecided = true
                continue
            }
            if let below = range.below, value >= below { return .no }
            if let atLeast = range.atLeast, value < atLeast { return .no }
        }
        if alternatives.isEmpty { return undecided ? .undecided : .yes }
        let choices = alternatives.map { $0.holds(for: subject) }
        if !choices.contains(.yes) {
            guard choices.contains(.undecided) else { return .no }
            undecided = true
        }
        return undecided ? .undecided : .yes
    }
}
