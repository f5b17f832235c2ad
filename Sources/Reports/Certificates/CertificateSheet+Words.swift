import Grading
import Typesetting

extension CertificateSheet {
    /// The sentence that the certificate is about; name and course in bold.
    func sentence(_ language: Language) -> [PageText.Run] {
        let word: CertificateWord =
            assessment.theory == nil && assessment.practical == nil ? .bodyWithoutMarks : .body
        let values = sentenceValues(language)
        return WordPiece.pieces(of: word.text[language]).map { piece in
            switch piece {
            case .words(let words): PageText.Run(words)
            case .place(let name):
                PageText.Run(values[name] ?? "", isBold: name == "name" || name == "course")
            }
        }
    }

    /// Whether the Chinese sentence can be justified: a line is stretched at its spaces, which would tear names apart.
    var canBeJustified: Bool { !sentence(.zh).contains { $0.text.contains(" ") } }

    private func sentenceValues(_ language: Language) -> [String: String] {
        let days: LocalizedText =
            course.from == course.until
            ? CertificateWord.onDay.filled(["from": shown(course.from, language)])
            : CertificateWord.onDays.filled([
                "from": shown(course.from, language), "until": shown(course.until, language),
            ])
        let hours = course.hours.map { CertificateWord.forHours.filled(["hours": Self.plain($0)])[language] }
        var facts: [String] = []
        if language == .zh {
            facts += [holder.gender].compactMap { $0 }.filter { !$0.isEmpty }
            if let identity = holder.maskedIdentity {
                facts.append("\(CertificateWord.identity.text.zh)\(identity)")
            }
        }
        let personal = facts.isEmpty ? nil : CertificateWord.personal.filled(["facts": facts.joined(separator: "，")])
        return [
            "name": nameInSentence(language), "course": course.name.text(language),
            "host": (course.host ?? issuer.name).text(language), "days": days[language], "hours": hours ?? "",
            "personal": personal?[language] ?? "",
        ]
    }

    /// In English the name as the register has it stands in brackets behind the Latin one.
    private func nameInSentence(_ language: Language) -> String {
        guard language == .en, let latin = holder.name.english, !latin.isEmpty, latin != holder.name.chinese else {
            return holder.name.chinese
        }
        return "\(latin) (\(holder.name.chinese))"
    }

    /// Names and values of the grid below the sentence; what is not there is left out.
    var facts: [(name: CertificateWord, value: Name)] {
        var facts: [(CertificateWord, Name)] = []
        func add(_ word: CertificateWord, _ value: Name?) {
            if let value, !value.chinese.isEmpty { facts.append((word, value)) }
        }
        func add(_ word: CertificateWord, _ value: LocalizedText?) {
            if let value { facts.append((word, Name(value.zh, english: value.en))) }
        }
        add(.employer, holder.employer)
        add(.post, holder.post)
        func both(_ words: LocalizedText) -> Name { Name(words.zh, english: words.en) }
        func points(_ mark: Double) -> Name { both(CertificateWord.marks.filled(["points": Self.plain(mark)])) }
        add(.theory, assessment.theory.map(points))
        add(.practical, assessment.practical.map(points))
        if let project = course.projectNumber, !project.isEmpty {
            add(.projectNumber, Name(project))
            add(
                .courseCredits,
                course.credits.map {
                    both(CertificateWord.credits.filled(["kind": $0.kind, "points": Self.plain($0.points)]))
                }
            )
        }
        add(.expiresOn, expires.map { LocalizedText(zh: $0.chinese, en: $0.english) })
        return facts
    }

    private func shown(_ day: CalendarDay, _ language: Language) -> String {
        language == .zh ? day.chinese : day.english
    }

    /// At most one decimal, and none where it is 0: `24`, `7.5`.
    package static func plain(_ value: Double) -> String {
        let text = Numbers.fixed(value, decimals: 1)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

extension CertificateSheet.Name {
    /// The wording for a language; the Chinese one where there is no English one.
    func text(_ language: Language) -> String {
        guard language == .en, let english, !english.isEmpty else { return chinese }
        return english
    }

    /// Chinese, and English behind it where the sheet has both and they differ.
    func text(_ wording: CertificateSheet.Wording) -> String {
        guard wording == .bilingual, let english, !english.isEmpty, english != chinese else { return chinese }
        return "\(chinese)  \(english)"
    }
}
