package import Grading

/// One finding as the expert judges it.
package struct JudgedRow: Sendable, Equatable {
    /// Where it comes from, and so what can be said of it.
    package enum Origin: Sendable, Equatable {
        /// Right or wrong is the expert's to say.
        case machine
        /// Added by hand; can be taken away again.
        case hand
        /// Follows from an answer of the checklist.
        case checklist
    }

    package var code: String
    package var origin: Origin
    package var verdict: ExpertGrade.Verdict
    /// As the grade has it; several where several metrics gave the same code.
    package var findings: [Finding]

    /// The machine's findings in its order, then the checklist's, then what was added.
    static func all(of result: SessionResult?, answers: ReviewAnswers) -> [JudgedRow] {
        guard let result else { return [] }
        var rows: [JudgedRow] = []
        for finding in result.machine.findings {
            if let known = rows.firstIndex(where: { $0.code == finding.code }) {
                rows[known].findings.append(finding)
                continue
            }
            let verdict: ExpertGrade.Verdict =
                answers.confirmed.contains(finding.code)
                ? .confirmed : answers.rejected.contains(finding.code) ? .rejected : .unjudged
            rows.append(JudgedRow(code: finding.code, origin: .machine, verdict: verdict, findings: [finding]))
        }
        let byHand = Set(answers.added.map(\.code))
        let known = Set(rows.map(\.code)).union(byHand)
        func given(_ code: String) -> [Finding] {
            result.expert.findings.filter { $0.verdict == .added && $0.finding.code == code }.map(\.finding)
        }
        var seen: Set<String> = []
        for judged in result.expert.findings
        where judged.verdict == .added && !known.contains(judged.finding.code)
            && seen.insert(judged.finding.code).inserted
        {
            let code = judged.finding.code
            rows.append(JudgedRow(code: code, origin: .checklist, verdict: .added, findings: given(code)))
        }
        for added in answers.added {
            rows.append(JudgedRow(code: added.code, origin: .hand, verdict: .added, findings: given(added.code)))
        }
        return rows
    }
}

extension ReviewSession {
    /// Keys while both results are shown.
    mutating func pressedInResult(_ key: ReviewKey) -> [ReviewEffect] {
        switch key {
        case .character("y"), .character("Y"): return judge(.confirmed)
        case .character("n"), .character("N"): return judge(.rejected)
        case .character("a"), .character("A"): return confirmAll()
        case .character("f"), .character("F"):
            mode = .adding(FindingChoice(present: Set(findings.map(\.code))))
        case .character("d"), .character("D"):
            wantsDrawing.toggle()
            tell(.hint, wantsDrawing ? words.drawingShown : words.drawingHidden)
        case .character("e"), .character("E"):
            if result?.explanation == nil {
                tell(.hint, words.noExplanation)
            } else {
                mode = .explanation(firstLine: 0)
            }
        case .enter: return store()
        case .up, .left, .backspace:
            if cursor > 0 {
                cursor -= 1
            } else {
                stage = .questions
                cursor = questions.count
            }
        case .down, .right, .tab: cursor = min(max(0, findings.count - 1), cursor + 1)
        case .home: cursor = 0
        case .end: cursor = max(0, findings.count - 1)
        case .character("1"), .character("2"), .character("3"), .character("4"): tell(.hint, words.impressionStays)
        default: refuse()
        }
        return []
    }

    private mutating func judge(_ verdict: ExpertGrade.Verdict) -> [ReviewEffect] {
        let rows = findings
        guard rows.indices.contains(cursor) else {
            refuse()
            return []
        }
        let code = rows[cursor].code
        switch (rows[cursor].origin, verdict) {
        case (.machine, _):
            remember()
            set(verdict, on: code)
        case (.hand, .rejected):
            remember()
            answers.added.removeAll { $0.code == code }
        case (.hand, _): break
        case (.checklist, _):
            tell(.hint, words.fromChecklist)
            return []
        }
        let after = findings
        let open = after.indices.first { $0 > cursor && after[$0].verdict == .unjudged }
        cursor = open ?? after.indices.first { after[$0].verdict == .unjudged } ?? min(cursor, max(0, after.count - 1))
        return [.judge]
    }

    private mutating func set(_ verdict: ExpertGrade.Verdict, on code: String) {
        answers.confirmed.removeAll { $0 == code }
        answers.rejected.removeAll { $0 == code }
        if verdict == .confirmed { answers.confirmed.append(code) } else { answers.rejected.append(code) }
    }

    /// Everything that the expert has not spoken of is right.
    private mutating func confirmAll() -> [ReviewEffect] {
        let open = findings.filter { $0.verdict == .unjudged }
        guard !open.isEmpty else {
            tell(.hint, words.hintStore)
            return []
        }
        remember()
        for row in open { set(.confirmed, on: row.code) }
        return [.judge]
    }

    private mutating func store() -> [ReviewEffect] {
        guard hold != .lost else {
            tell(.bad, words.leaseOver)
            return []
        }
        return [.store]
    }

    /// Keys while a finding is picked.
    mutating func added(_ key: ReviewKey, from choice: FindingChoice) -> [ReviewEffect] {
        if key == .escape {
            mode = .keys
            return []
        }
        var choice = choice
        guard let code = choice.press(key.narrowed) else {
            mode = .adding(choice)
            return []
        }
        mode = .keys
        remember()
        answers.added.append(.init(code: code.code))
        cursor = max(0, findings.count - 1)
        return [.judge]
    }
}
