/// Which of a picture's faults explain which.
///
/// One fault leaves traces in the metrics of others: coarse grey levels are noise and lost contrast to whoever measures those.
/// Told side by side they would send a technician after three causes where there is one. So what a cause explains is
/// told under the cause's code, and what it costs stays: score, caps and triage are those of all faults told apart.
struct FaultCauses {
    /// The worst verdict above info of each metric, and of each criterion that has an id of its own.
    private let verdicts: [String: Verdict]
    /// The worst verdict of each of them, suspicions included.
    private let suspicions: [String: Verdict]

    /// Of all verdicts on a picture.
    init(_ verdicts: some Sequence<Verdict>) {
        var worst: [String: Verdict] = [:]
        var suspicions: [String: Verdict] = [:]
        for verdict in verdicts {
            guard let severity = verdict.fault?.severity else { continue }
            for name in Set([verdict.criterion.metric, verdict.criterion.id]) {
                suspicions[name] = suspicions[name].map { Verdict.worse($0, verdict) } ?? verdict
                if severity > .info { worst[name] = worst[name].map { Verdict.worse($0, verdict) } ?? verdict }
            }
        }
        (self.verdicts, self.suspicions) = (worst, suspicions)
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
        let criterion = verdict.criterion
        var next = criterion.explainedBy.lazy.compactMap { verdicts[$0] }.first
        if next == nil, (verdict.fault?.severity ?? .info) > .info {
            next = criterion.explainedBySuspicion.lazy.compactMap { suspicions[$0] }.first(where: explains)
        }
        guard let next else { return nil }
        return cause(of: next) ?? next
    }

    /// Whether a verdict may take over what names it in `explainedBySuspicion`: a suspicion that a finding under another code
    /// may explain, and be that only suspected, explains nothing.
    private func explains(_ verdict: Verdict) -> Bool {
        guard let fault = verdict.fault else { return false }
        return fault.severity > .info
            || verdict.criterion.explainedBy.allSatisfy { name in
                suspicions[name].flatMap { $0.fault?.side.code == fault.side.code } ?? true
            }
    }
}
