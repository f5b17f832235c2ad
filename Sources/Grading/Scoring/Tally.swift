/// The items of a rubric judged on one picture.
struct Tally {
    /// One item with what its criteria measured.
    struct JudgedItem {
        let item: RubricItem
        /// At least one.
        let verdicts: [Verdict]

        /// The smallest of its criteria's, rounded to 4 decimals, so that the grade's score can be recomputed from what
        /// the grade shows.
        var score: Double { (verdicts.map(\.score).min() ?? 1).rounded(decimals: 4) }
    }

    /// Measured items, in the rubric's order.
    private(set) var judged: [JudgedItem] = []
    /// Metrics that should have been measured and were not; sorted, each once.
    private(set) var missing: [String] = []
    /// Share (0–1) of the applicable weight that was not measured.
    ///
    /// An item measured in part counts by its share of unmeasured criteria.
    private(set) var unmeasuredShare = 0.0

    /// `judged` before causes took over their traces and rejected findings were cleared.
    private var apart: [JudgedItem] = []
    private var rejected: Set<String> = []
    private var slightPoints: Double?
    private var minorPoints: Double?

    /// Nothing judged.
    init() {}

    /// Judges every item; values that would give a rejected finding count as good, and so do the traces that stand under its
    /// code.
    init(subject: GradedSubject, rubric: Rubric, rejecting rejected: Set<String> = []) {
        var applicable = 0.0
        var unmeasured = 0.0
        var missing: [String] = []

        for item in rubric.items {
            let answer = item.when.holds(for: subject)
            if answer == .no { continue }
            var verdicts: [Verdict] = []
            var absent: [String] = []
            for criterion in item.criteria {
                // An item whose own condition is undecided is as unmeasured as all its criteria.
                switch answer == .undecided ? .unmeasured : criterion.judge(subject) {
                case .notApplicable: continue
                case .unmeasured: absent.append(criterion.metric)
                case .measured(let verdict): verdicts.append(verdict)
                }
            }
            let count = verdicts.count + absent.count
            if count == 0 { continue }
            applicable += item.weight
            unmeasured += item.weight * Double(absent.count) / Double(count)
            missing += absent
            if !verdicts.isEmpty { judged.append(JudgedItem(item: item, verdicts: verdicts)) }
        }
        (apart, self.rejected) = (judged, rejected)
        (slightPoints, minorPoints) = (rubric.slightPoints, rubric.minorPoints)
        tell()
        self.missing = Set(missing).sorted()
        unmeasuredShare = applicable > 0 ? unmeasured / applicable : 0
    }

    /// Tells traces as their causes, shares losses, then takes rejected findings back.
    ///
    /// What these hid stays hidden, so that rejecting a finding never costs points.
    private mutating func tell() {
        judged = apart
        // Where nothing is past a limit there is nothing to tell.
        guard apart.contains(where: { $0.verdicts.contains { $0.fault != nil } }) else { return }
        let causes = FaultCauses(apart.lazy.flatMap(\.verdicts))
        judged = apart.map { item in
            guard item.verdicts.contains(where: { $0.fault != nil }) else { return item }
            return JudgedItem(item: item.item, verdicts: item.verdicts.map(causes.told))
        }
        if let slightPoints { judged = SlightLosses(judged, most: slightPoints).shared }
        if let minorPoints { judged = MinorLosses(judged, most: minorPoints).shared }
        if rejected.isEmpty { return }
        judged = judged.map { item in
            JudgedItem(item: item.item, verdicts: item.verdicts.map { $0.cleared(of: rejected) })
        }
    }

    /// What was judged, as if the rubric did not have these items: what they explained stands for itself.
    func without(_ ids: Set<String>) -> Tally {
        var rest = Tally()
        rest.apart = apart.filter { !ids.contains($0.item.id) }
        (rest.rejected, rest.slightPoints, rest.minorPoints) = (rejected, slightPoints, minorPoints)
        rest.tell()
        return rest
    }

    /// The items as a grade shows them.
    var items: [ItemScore] {
        judged.map { ItemScore(id: $0.item.id, weight: $0.item.weight, score: $0.score) }
    }

    /// One finding a code, with what it cost; what could not be measured, one a metric.
    func findings(in words: FindingWriter) -> [Finding] {
        var findings: [Finding] = []
        var traces: [Finding] = []
        let total = judged.reduce(0) { $0 + $1.item.weight }
        for judged in judged {
            let loss = (100 * judged.item.weight * (1 - judged.score) / total).rounded(decimals: 2)
            // The worst verdict bears the whole loss, as it alone made the item's score.
            let worst = judged.verdicts.indices.min { judged.verdicts[$0].score < judged.verdicts[$1].score }
            for (index, verdict) in judged.verdicts.enumerated() {
                guard let finding = words.finding(verdict, deduction: index == worst ? loss : 0) else { continue }
                if verdict.fault?.isTrace == true {
                    traces.append(finding)
                } else {
                    Self.add(finding, to: &findings)
                }
            }
        }
        let suspicions = Set(findings.lazy.filter { $0.severity == .info }.map(\.code))
        for trace in traces { Self.add(trace: trace, to: &findings) }
        // What its traces speak for as well is told as more than a suspicion.
        for index in findings.indices
        where findings[index].severity > .info && suspicions.contains(findings[index].code) {
            findings[index].advice = words.advice(for: findings[index])
        }
        return findings + missing.map { words.finding("NOT_MEASURED", metric: $0) }
    }

    /// Adds a finding; one of the same code is joined: the graver one stays, with both deductions.
    private static func add(_ finding: Finding, to findings: inout [Finding]) {
        guard let index = findings.firstIndex(where: { $0.code == finding.code }) else {
            findings.append(finding)
            return
        }
        var joined = FindingWriter.gravestFirst(finding, findings[index]) ? finding : findings[index]
        joined.deduction = (finding.deduction + findings[index].deduction).rounded(decimals: 2)
        findings[index] = joined
    }

    /// Adds what a trace costs to the finding of its cause, which keeps its value and words and becomes as grave.
    private static func add(trace: Finding, to findings: inout [Finding]) {
        // The cause is out where an expert said that its item does not apply.
        guard let index = findings.firstIndex(where: { $0.code == trace.code }) else {
            findings.append(trace)
            return
        }
        findings[index].severity = max(findings[index].severity, trace.severity)
        findings[index].deduction = (findings[index].deduction + trace.deduction).rounded(decimals: 2)
    }
}

extension Verdict {
    /// The same value found good where its finding is one of these.
    fileprivate func cleared(of rejected: Set<String>) -> Verdict {
        guard let fault, rejected.contains(fault.side.code) else { return self }
        return Verdict(criterion: criterion, value: value, score: 1, fault: nil)
    }
}
