/// Items and findings of one expert's grade while it is worked out.
struct ReviewLedger {
    /// Items that have a score, in the checklist's order.
    private(set) var items: [ExpertGrade.Item] = []
    /// The first pass's, then the added ones; sorted only by `settle`.
    private(set) var findings: [ExpertGrade.JudgedFinding]
    /// For each of `items`, the finding that bears its loss; nil where none does.
    private var bearers: [String?] = []
    private let answers: ReviewAnswers
    private let words: FindingWriter

    /// A cause of an item's loss.
    private struct Cause {
        /// nil where only the answer says so.
        let code: String?
        /// What it leaves of the item, 0–1.
        let score: Double
    }

    /// Takes over the first pass's findings with the expert's verdicts, and what the expert adds.
    init(_ image: GradedImage, answers: ReviewAnswers, words: FindingWriter) {
        self.answers = answers
        self.words = words
        let confirmed = Set(answers.confirmed)
        let rejected = Set(answers.rejected)
        findings = image.findings.map { finding in
            var finding = finding
            finding.deduction = 0
            let advice = words.rubric.advice(for: finding, on: image)
            finding.advice = advice?[words.language] ?? finding.advice
            let verdict: ExpertGrade.Verdict =
                rejected.contains(finding.code)
                ? .rejected : confirmed.contains(finding.code) ? .confirmed : .unjudged
            return ExpertGrade.JudgedFinding(finding: finding, verdict: verdict)
        }
        for added in answers.added where FindingCode.named(added.code) != nil {
            var finding = words.finding(added.code)
            if let severity = added.severity { finding.severity = severity }
            findings.append(ExpertGrade.JudgedFinding(finding: finding, verdict: .added))
        }
    }

    /// Whether the picture shows nothing: the expert says so, or the first pass does and the expert lets it stand.
    ///
    /// `NOT_ULTRASOUND` is only a suspicion of the first pass, which gives no grade for it.
    var showsNothing: Bool { emptyFinding != nil }

    private var emptyFinding: Int? {
        findings.firstIndex { judged in
            guard FirstPassReading.nothingToSee.contains(judged.finding.code) else { return false }
            switch judged.verdict {
            case .confirmed, .added: return true
            case .unjudged: return judged.finding.severity == .critical
            case .rejected: return false
            }
        }
    }

    // MARK: items

    /// Scores every item of the checklist that can be.
    mutating func score(_ sheet: ReviewSheet, firstPass: FirstPassReading, into checker: inout ReviewChecker) {
        let expertItems = Dictionary(words.rubric.expertItems.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let machineItems = Dictionary(words.rubric.items.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let withdrawn = sheet.items.compactMap { entry -> RubricItem? in
            guard case .some(.none) = entry.answered(by: answers.answers), expertItems[entry.id] == nil else {
                return nil
            }
            return machineItems[entry.id]
        }
        let remaining = firstPass.tally.without(Set(withdrawn.map(\.id)))
        for entry in sheet.items {
            let answer = entry.answered(by: answers.answers)
            if let item = expertItems[entry.id] {
                guard let score = answer ?? nil else { continue }
                addExpert(item, score: score)
            } else if let item = machineItems[entry.id] {
                let judged = remaining.judged.first { $0.item.id == item.id }
                switch answer {
                case .some(.none): continue
                case .some(.some(let score)): addMachine(item, judged: judged, answer: score)
                case .none: addMachine(item, judged: judged, answer: nil)
                }
            }
        }
        withdraw(withdrawn, of: firstPass, leaving: remaining, into: &checker)
    }

    private mutating func addExpert(_ item: ExpertItem, score: Double) {
        var causes: [Cause] = []
        if score < 1 {
            causes.append(Cause(code: item.code, score: score))
            if let code = item.code { note(code, severity: severity(of: code, at: score)) }
        }
        causes += added { $0 == item.code }
        add(id: item.id, weight: item.weight, judge: .expert, causes: causes)
    }

    /// From half on a failed item is a small thing; below, it is as grave as the rubric calls it.
    private func severity(of code: String, at score: Double) -> Severity {
        let gravest = words.rubric.severity(of: code)
        return score >= 0.5 ? min(.minor, gravest) : gravest
    }

    private mutating func addMachine(_ item: RubricItem, judged: Tally.JudgedItem?, answer: Double?) {
        guard judged != nil || answer != nil else { return }
        var causes: [Cause] = []
        for verdict in judged?.verdicts ?? [] {
            guard let fault = verdict.fault else { continue }
            causes.append(Cause(code: fault.side.code, score: verdict.score))
            // The rubric may have changed since the picture was graded; then this was not among its findings.
            if !findings.contains(where: { $0.finding.code == fault.side.code }),
                let finding = words.finding(verdict, deduction: 0)
            {
                findings.append(ExpertGrade.JudgedFinding(finding: finding, verdict: .unjudged))
            }
        }
        causes += added(where: item.gives)
        if let answer, answer < 1 { causes.append(Cause(code: nil, score: answer)) }
        let isExperts = judged.map { (answer ?? 1) < $0.score } ?? true
        add(id: item.id, weight: item.weight, judge: isExperts ? .expert : .firstPass, causes: causes)
    }

    /// What findings that the expert adds leave of an item: the middle of what the severity stands for.
    private func added(where belongs: (String) -> Bool) -> [Cause] {
        answers.added.compactMap { added in
            guard belongs(added.code) else { return nil }
            switch added.severity ?? words.rubric.severity(of: added.code) {
            case .info: return nil
            case .minor: return Cause(code: added.code, score: 0.75)
            case .major: return Cause(code: added.code, score: 0.25)
            case .critical: return Cause(code: added.code, score: 0)
            }
        }
    }

    /// Enters an item; its worst finding bears the whole loss, and an answer without a finding only where there is none.
    private mutating func add(id: String, weight: Double, judge: ReviewSheet.Item.Judge, causes: [Cause]) {
        let score = (causes.map(\.score).min() ?? 1).rounded(decimals: 4)
        items.append(ExpertGrade.Item(id: id, weight: weight, score: score, judge: judge))
        bearers.append(causes.filter { $0.code != nil }.min { $0.score < $1.score }?.code)
    }

    /// Enters a finding that the checklist gives; one of the same code that stands already becomes as grave.
    private mutating func note(_ code: String, severity: Severity) {
        if let index = findings.firstIndex(where: { $0.finding.code == code && $0.verdict != .rejected }) {
            findings[index].finding.severity = max(severity, findings[index].finding.severity)
            return
        }
        var finding = words.finding(code)
        finding.severity = severity
        findings.append(ExpertGrade.JudgedFinding(finding: finding, verdict: .added))
    }

    /// An item that does not apply takes its findings with it; what another item gives too stays as that one alone gives it.
    private mutating func withdraw(
        _ withdrawn: [RubricItem],
        of firstPass: FirstPassReading,
        leaving remaining: Tally,
        into checker: inout ReviewChecker
    ) {
        guard !withdrawn.isEmpty else { return }
        // One finding a code: a tally has joined them already.
        let kept = Dictionary(uniqueKeysWithValues: remaining.findings(in: words).map { ($0.code, $0) })
        for item in withdrawn {
            let faults = Set(firstPass.judged(item)?.faults ?? [])
            let own = faults.subtracting(kept.keys)
            for index in findings.indices {
                let code = findings[index].finding.code
                switch findings[index].verdict {
                case .confirmed where own.contains(code), .added where item.gives(code):
                    checker.mistake(
                        item.id,
                        "answered “na”, but \(code), which belongs to it, is \(findings[index].verdict.rawValue)",
                        [ReviewAnswer.yes, .partly, .no].map(\.rawValue)
                    )
                case .unjudged where own.contains(code): findings[index].verdict = .rejected
                case .confirmed where faults.contains(code), .unjudged where faults.contains(code):
                    guard var other = kept[code] else { continue }
                    other.deduction = 0
                    findings[index].finding = other
                default: continue
                }
            }
        }
        standAlone(kept, before: firstPass.tally)
    }

    /// What a withdrawn item explained stands for itself again, and what stood under another's code no longer adds to it.
    private mutating func standAlone(_ kept: [String: Finding], before: Tally) {
        func plain(_ finding: Finding?) -> Finding? {
            var finding = finding
            finding?.deduction = 0
            return finding
        }
        let all = Dictionary(before.findings(in: words).map { ($0.code, $0) }) { first, _ in first }
        for index in findings.indices where [.unjudged, .confirmed].contains(findings[index].verdict) {
            let code = findings[index].finding.code
            guard let own = plain(kept[code]), own != plain(all[code]) else { continue }
            findings[index].finding = own
        }
    }

    // MARK: the end

    /// The score under the caps, nil where nothing has one; spreads the losses over the findings and sorts them.
    mutating func settle(caps: ScoreCaps) -> Double? {
        var standing = findings.filter { $0.verdict != .rejected }
        let rejected = findings.filter { $0.verdict == .rejected }
        var score: Double?
        if let empty = emptyFinding.map({ findings[$0] }) {
            score = 0
            if let index = standing.firstIndex(of: empty) { standing[index].finding.deduction = 100 }
        } else if !items.isEmpty {
            charge(&standing)
        }
        standing.sort { FindingWriter.gravestFirst($0.finding, $1.finding) }
        if score == nil, !items.isEmpty {
            var costs = standing.map(\.finding)
            let scores = items.map { ItemScore(id: $0.id, weight: $0.weight, score: $0.score) }
            score = Grader.score(of: scores, findings: &costs, caps: caps)
            for index in costs.indices { standing[index].finding = costs[index] }
        }
        findings = standing + rejected.sorted { FindingWriter.gravestFirst($0.finding, $1.finding) }
        return score
    }

    /// Gives every item's loss to the finding that bears it.
    private func charge(_ standing: inout [ExpertGrade.JudgedFinding]) {
        let total = items.reduce(0) { $0 + $1.weight }
        for (item, bearer) in zip(items, bearers) {
            guard let index = standing.firstIndex(where: { $0.finding.code == bearer }) else { continue }
            let loss = (100 * item.weight * (1 - item.score) / total).rounded(decimals: 2)
            standing[index].finding.deduction = (standing[index].finding.deduction + loss).rounded(decimals: 2)
        }
    }
}

extension Tally.JudgedItem {
    /// Codes of its values that are past a limit.
    fileprivate var faults: [String] { verdicts.compactMap { $0.fault?.side.code } }
}
