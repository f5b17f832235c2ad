import Grading

/// What experts and the clinic said about one image, around its findings.
struct ExpertNotes {
    let image: ExamImage
    let texts: FindingTexts

    /// Before the findings: the last reading, its advice first, since that is what the technician acts on.
    var leading: Markup {
        guard let reading = image.lastReading else { return .none }
        let count = image.expert?.readings.count ?? 0
        let more: Markup =
            count > 1 ? " · \(Word.readingsCount.filled(["n": String(count)]))" : .none
        return """
            <div class="expert">\(words(of: reading))\(shortcomings(of: reading))\
            <p class="note">\(signature(of: reading))\(more)</p></div>

            """
    }

    /// After the findings: objections, consultations, and the readings before the last one.
    var trailing: Markup {
        guard let expert = image.expert else { return .none }
        var result = Markup(expert.disputes.map(entry))
        result.append(Markup(expert.consultations.map(entry)))
        let earlier = expert.readings.dropLast()
        guard !earlier.isEmpty else { return result }
        result.append("<h4>\(Word.earlierReadings)</h4>\n")
        for reading in earlier.reversed() { result.append(block(of: reading)) }
        return result
    }

    /// Whether there is so much that a card may go over two sheets of paper.
    var isLong: Bool {
        guard let expert = image.expert else { return false }
        return expert.readings.count + expert.disputes.count + expert.consultations.count > 2
    }

    // MARK: - Readings

    private func words(of reading: ExpertReading) -> Markup {
        let advice: Markup =
            reading.advice.map { "<p class=\"advice\"><b>\(Word.expertAdvice)</b> \($0)</p>" } ?? .none
        let comment: Markup = reading.comment.map { "<p><b>\(Word.expertComment)</b> \($0)</p>" } ?? .none
        return "\(advice)\(comment)"
    }

    private func shortcomings(of reading: ExpertReading) -> Markup {
        func line(_ word: Word, _ answer: ReviewAnswer) -> Markup {
            let names = reading.shortcomings.filter { $0.answer == answer }.map { entry -> Markup in
                entry.name.map { "\($0)" } ?? "\(entry.question)"
            }
            return names.isEmpty ? .none : "<p><b>\(word)</b> \(names.joined(by: "; "))</p>"
        }
        return "\(line(.notMet, .no))\(line(.partlyMet, .partly))"
    }

    /// Who signs, and when; how it was seen.
    private func signature(of reading: ExpertReading) -> Markup {
        var parts: [Markup] = ["\(Word.expert) \(reading.expert)", "\(reading.at.minute)"]
        if let impression = reading.impression {
            let level = LocalizedText(zh: impression.label(.zh), en: impression.label(.en))
            parts.append("\(Word.impressionWas.filled(localized: ["level": level]))")
        }
        if reading.unblinded { parts.append("\(Word.unblinded)") }
        return parts.joined(by: " · ")
    }

    private func block(of reading: ExpertReading) -> Markup {
        let verdicts = ExpertGrade.Verdict.allCases.map { verdict -> Markup in
            let titles = reading.findings.filter { $0.verdict == verdict }.map {
                "\(texts.title(of: $0.code))" as Markup
            }
            return titles.isEmpty ? .none : "<p>\(verdict.name): \(titles.joined(by: ", "))</p>"
        }
        return """
            <div class="expert earlier"><p class="line"><b>\(Word.readingNumber.filled(["n": String(reading.reading)]))</b> \
            \(ExamCard.pill(reading.score, reading.level, isPlain: true))</p>\(words(of: reading))\
            \(shortcomings(of: reading))\(verdicts)<p class="note">\(signature(of: reading))</p></div>

            """
    }

    // MARK: - Disputes and consultations

    private func entry(_ dispute: DisputeEntry) -> Markup {
        let state =
            dispute.settledBy.map { Word.disputeSettled.filled(["n": String($0)]) } ?? Word.disputeOpen.text
        let against =
            dispute.against.map { Word.disputeAgainstReading.filled(["n": String($0)]) }
            ?? Word.disputeAgainstFirstPass.text
        let by: Markup = dispute.by.map { " · \($0)" } ?? .none
        return """
            <div class="said\(dispute.isOpen ? " open" : "")"><p><b>\(Word.dispute)</b> \
            <span class="chip review">\(state)</span> <span class="note">\(against)\(by) · \(dispute.at.minute)</span></p>\
            <p>\(dispute.text)</p></div>

            """
    }

    private func entry(_ consultation: ConsultationEntry) -> Markup {
        let state: Word = consultation.isOpen ? .consultationOpen : .consultationAnswered
        var answer = Markup.none
        if let text = consultation.answer {
            let who = [consultation.answeredBy, consultation.answeredAt?.minute].compactMap(\.self)
            answer = """
                <p><b>\(Word.answer)</b> \(text) <span class="note">\(who.joined(separator: " · "))</span></p>
                """
        }
        return """
            <div class="said\(consultation.isOpen ? " open" : "")"><p><b>\(Word.consultation)</b> \
            <span class="chip review">\(state)</span></p><p><b>\(Word.question)</b> \(consultation.question) \
            <span class="note">\(consultation.askedBy) · \(consultation.askedAt.minute)</span></p>\(answer)</div>

            """
    }
}
