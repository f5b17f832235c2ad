/// Which of a picture's faults explain which.
///
/// One fault leaves traces in the metrics of others: coarse grey levels are noise and lost contrast to whoever measures those.
/// Told side by side they would send a technician after three causes where there is one. So what a cause explains is
/// told under the cause's code, and what it costs stays: score, caps and triage are those of all faults told apart.
struct FaultCauses {
    /// The worst verdict above info of each metric.
    private let verdicts: [String: Verdict]

    /// Of all verdicts on a picture.
    init(_ verdicts: some Sequence<Verdict>) {
        var worst: [String: Verdict] = [:]
        for verdict in verdicts where (verdict.fault?.severity ?? .info) > .info {
            let metric = verdict.criterion.metric
            worst[metric] = worst[metric].map { Verdict.worse($0, verdict) } ?? verdict
        }
        self.verdicts = worst
    }

    /// The verdict under the code of its cause; unchanged where nothing explains it.
    func told(_ verdict: Verdict) -> Verdict {
        guard var fault = verdict.fault, let cause = cause(of: verdict), let code = cause.fault?.side.code,
            code != fault.side.code
        else { return verdict }
        fault = Verdict.Fault(
            side: fault.side.coded(code),
            limit: fault.limit,
            severity: fault.severity,
            origin: fault.origin,
            isTrace: true
        )
        return Verdict(criterion: verdict.criterion, value: verdict.value, score: verdict.score, fault: fault)
    }

    /// The first cause of a chain of them, which the rubric's check keeps from going in a circle.
    private func cause(of verdict: Verdict) -> Verdict? {
        guard let next = verdict.criterion.explainedBy.lazy.compactMap({ verdicts[$0] }).first else { return nil }
        return cause(of: next) ?? next
    }
}
