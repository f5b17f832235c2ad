/// The items of a rubric judged on one picture.
struct Tally {
    /// Measured items, in the rubric's order; scores rounded to 4 decimals, so that the grade's score can be
    /// recomputed from what the grade shows.
    private(set) var items: [ItemScore] = []
    /// One a code; what could not be measured, one a metric.
    private(set) var findings: [Finding] = []
    /// Share (0–1) of the applicable weight that was not measured.
    ///
    /// An item measured in part counts by its share of unmeasured criteria.
    private(set) var unmeasuredShare = 0.0

    init(subject: GradedSubject, rubric: Rubric, writer: FindingWriter) {
        var applicable = 0.0
        var unmeasured = 0.0
        var missing: [String] = []
        var measured: [(item: RubricItem, verdicts: [Verdict])] = []

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
            if !verdicts.isEmpty { measured.append((item, verdicts)) }
        }

        let total = measured.reduce(0) { $0 + $1.item.weight }
        for (item, verdicts) in measured {
            let score = (verdicts.map(\.score).min() ?? 1).rounded(decimals: 4)
            items.append(ItemScore(id: item.id, weight: item.weight, score: score))
            note(verdicts, loss: (100 * item.weight * (1 - score) / total).rounded(decimals: 2), writer: writer)
        }
        for metric in Set(missing).sorted() { findings.append(writer.finding("NOT_MEASURED", metric: metric)) }
        unmeasuredShare = applicable > 0 ? unmeasured / applicable : 0
    }

    /// Notes an item's faults; the worst one bears the whole loss, as it alone made the item's score.
    private mutating func note(_ verdicts: [Verdict], loss: Double, writer: FindingWriter) {
        let worst = verdicts.indices.min { verdicts[$0].score < verdicts[$1].score }
        for index in verdicts.indices {
            guard let finding = writer.finding(verdicts[index], deduction: index == worst ? loss : 0) else { continue }
            add(finding)
        }
    }

    /// Adds a finding; one of the same code is joined: the graver one stays, with both deductions.
    private mutating func add(_ finding: Finding) {
        guard let index = findings.firstIndex(where: { $0.code == finding.code }) else {
            findings.append(finding)
            return
        }
        var joined = FindingWriter.gravestFirst(finding, findings[index]) ? finding : findings[index]
        joined.deduction = (finding.deduction + findings[index].deduction).rounded(decimals: 2)
        findings[index] = joined
    }
}
