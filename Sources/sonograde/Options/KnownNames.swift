import Grading

/// Exam types and sections by the names that people read.
enum KnownNames {
    /// An exam type's name; nil when nobody said which it is.
    static func examType(_ id: String?) -> LocalizedText? { id.flatMap { ExamCatalogue.examType($0)?.name } }

    /// A section's name, or a clinic's own label; nil when nobody said which it is.
    static func section(_ id: String?) -> LocalizedText? {
        id.map { ExamCatalogue.section(id: $0)?.name ?? LocalizedText(zh: $0, en: $0) }
    }

    /// The name of a finding.
    static func finding(_ code: String) -> LocalizedText {
        FindingCode.named(code)?.name ?? LocalizedText(zh: code, en: code)
    }

    /// One line: section, then exam type.
    static func line(section: String?, examType: String?, _ language: Language) -> String {
        let place = Self.section(section)?[language] ?? (language == .zh ? "切面未注明" : "section not named")
        let type = Self.examType(examType)?[language] ?? (language == .zh ? "检查类型不明" : "exam type unknown")
        return language == .zh ? "\(place)（\(type)）" : "\(place) (\(type))"
    }
}
