internal import Imaging

/// Findings in the rubric's words.
struct FindingWriter {
    let rubric: Rubric
    let language: Language
    /// What is judged, for advice that depends on it; nil where nothing was measured.
    var subject: GradedSubject?

    /// A finding that no metric made.
    func finding(_ code: String, metric: String? = nil) -> Finding {
        Finding(
            code: code,
            severity: rubric.severity(of: code),
            metric: metric,
            advice: rubric.advice[code].flatMap { AdviceText.plain($0[language]) }
        )
    }

    /// The finding of a value past a limit; nil while the value is good.
    func finding(_ verdict: Verdict, deduction: Double) -> Finding? {
        guard let fault = verdict.fault else { return nil }
        var finding = Finding(
            code: fault.side.code,
            severity: fault.severity,
            metric: verdict.criterion.metric,
            value: verdict.value,
            limit: fault.limit,
            target: fault.side.warn,
            limitOrigin: fault.origin,
            deduction: deduction
        )
        finding.advice = advice(for: finding)
        return finding
    }

    /// What to do about a finding that has its numbers; nil where the rubric says nothing of it.
    ///
    /// - Parameter isSuspected: Whether it is told as a suspicion although the finding is graver than `info`.
    func advice(for finding: Finding, isSuspected: Bool = false) -> String? {
        let advice = rubric.advice(
            for: finding,
            target: finding.target,
            baseline: subject?.baseline,
            values: subject?.values ?? [:]
        )
        return (isSuspected ? advice.map(AdviceText.suspected) : advice)?[language]
    }

    /// Severity, then points, both falling; then code and metric, so that the order never depends on anything else.
    static func gravestFirst(_ left: Finding, _ right: Finding) -> Bool {
        if left.severity != right.severity { return left.severity > right.severity }
        if left.deduction != right.deduction { return left.deduction > right.deduction }
        if left.code != right.code { return left.code < right.code }
        return (left.metric ?? "") < (right.metric ?? "")
    }
}
