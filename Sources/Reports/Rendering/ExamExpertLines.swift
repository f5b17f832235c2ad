import Grading

/// What experts and the clinic said about an exam, as lines for a terminal.
struct ExamExpertLines {
    let report: ExamReport
    let language: Language

    /// How far the experts are, in one line.
    static func state(of experts: ExamExperts, _ language: Language) -> String {
        var parts: [String] = []
        func add(_ count: Int, _ text: @autoclosure () -> String) { if count > 0 { parts.append(text()) } }
        func counted(_ word: Word, _ count: Int) -> String { word.filled(["n": String(count)])[language] }
        add(experts.read, counted(.expertsRead, experts.read))
        add(experts.waiting, counted(.expertsWaiting, experts.waiting))
        add(experts.disputesOpen, "\(Word.waitsDispute.text[language]): \(experts.disputesOpen)")
        add(experts.consultationsOpen, "\(Word.waitsConsultation.text[language]): \(experts.consultationsOpen)")
        return "\(Word.expert.text[language]): \(parts.joined(separator: " · "))"
    }

    /// One line a thing that was said, image by image; the advice comes first.
    var lines: [String] {
        report.images.enumerated().flatMap { index, image in
            image.expert.map { lines(of: $0, image: Word.image.filled(["n": String(index + 1)])[language]) } ?? []
        }
    }

    private func word(_ word: Word) -> String { word.text[language] }

    private func lines(of expert: ExpertPart, image: String) -> [String] {
        let last = expert.readings.last?.reading
        var lines = expert.readings.reversed().flatMap { reading -> [String] in
            let number = Word.readingNumber.filled(["n": String(reading.reading)])[language]
            var head = "\(image) · \(word(.expert)) \(reading.expert) · \(reading.at.minute)"
            if expert.readings.count > 1 { head += " · \(number)" }
            if reading.reading != last, let score = reading.score, let level = reading.level {
                head += " · \(Numbers.score(score)) \(level.label(language))"
            }
            var said: [String] = []
            if let advice = reading.advice { said.append("\(word(.expertAdvice)): \(advice)") }
            if let comment = reading.comment { said.append("\(word(.expertComment)): \(comment)") }
            for (title, answer) in [(Word.notMet, ReviewAnswer.no), (.partlyMet, .partly)] {
                let names = reading.checklist.filter { $0.answer == answer }.map { $0.name?[language] ?? $0.question }
                if !names.isEmpty { said.append("\(word(title)): \(names.joined(separator: "; "))") }
            }
            if reading.reading != last {
                for verdict in ExpertGrade.Verdict.allCases {
                    let titles = reading.findings.filter { $0.verdict == verdict }
                        .map { report.findingTexts.title(of: $0.code)[language] }
                    if !titles.isEmpty { said.append("\(word(verdict.name)): \(titles.joined(separator: ", "))") }
                }
            }
            return said.isEmpty && expert.readings.count == 1 ? [] : [head] + said.map { "  \($0)" }
        }
        for dispute in expert.disputes {
            let state = dispute.settledBy.map { Word.disputeSettled.filled(["n": String($0)])[language] }
            let by = dispute.by.map { " · \($0)" } ?? ""
            lines.append("\(image) · \(word(.dispute)) (\(state ?? word(.disputeOpen)))\(by): \(dispute.text)")
        }
        for consultation in expert.consultations {
            let state = word(consultation.isOpen ? .consultationOpen : .consultationAnswered)
            lines.append(
                "\(image) · \(word(.consultation)) (\(state)) · \(consultation.askedBy): \(consultation.question)"
            )
            if let answer = consultation.answer {
                lines.append("  \(word(.answer)) · \(consultation.answeredBy ?? ""): \(answer)")
            }
        }
        return lines
    }
}
