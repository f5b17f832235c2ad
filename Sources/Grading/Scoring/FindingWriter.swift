internal import Imaging

/// Findings in the rubric's words.
struct FindingWriter {
    let rubric: Rubric
    let language: Language

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
        // Log odds say nothing to a technician, so wording that speaks of a number is left out.
        let isLogOdds = KnownMetrics.described(verdict.criterion.metric)?.isLogOdds ?? false
        let advice = rubric.advice[fault.side.code].flatMap {
            isLogOdds
                ? AdviceText.plain($0[language])
                : AdviceText.filled($0[language], value: verdict.value, limit: fault.limit, target: fault.side.warn)
        }
        return Finding(
            code: fault.side.code,
            severity: fault.severity,
            metric: verdict.criterion.metric,
            value: verdict.value,
            limit: fault.limit,
            limitOrigin: fault.origin,
            deduction: deduction,
            advice: advice
        )
    }

    /// Severity, then points, both falling; then code and metric, so that the order never depends on anything else.
    static func gravestFirst(_ left: Finding, _ right: Finding) -> Bool {
        if left.severity != right.severity { return left.severity > right.severity }
        if left.deduction != right.deduction { return left.deduction > right.deduction }
        if left.code != right.code { return left.code < right.code }
        return (left.metric ?? "") < (right.metric ?? "")
    }
}
