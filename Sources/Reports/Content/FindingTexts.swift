package import Grading

/// What a finding code is called and what to do about it, in both languages.
///
/// `GradedImage` carries its advice in one language only; a report needs both. In JSON: code → `{title, advice}`.
package struct FindingTexts: Sendable, Equatable, Codable {
    /// The words for one code.
    package struct Text: Sendable, Equatable, Codable {
        /// A few words: "Overall gain too high".
        package var title: LocalizedText
        /// What to turn, press or do, without places to fill; nil where nothing helps or only numbers make sense.
        package var advice: LocalizedText?

        /// The words for one code.
        package init(title: LocalizedText, advice: LocalizedText? = nil) {
            self.title = title
            self.advice = advice
        }
    }

    /// Code → words; a code without an entry is shown as it is, with the advice that its finding carries.
    package var byCode: [String: Text]

    /// Wraps a lookup.
    package init(_ byCode: [String: Text] = [:]) { self.byCode = byCode }

    /// Reads the object of codes.
    package init(from decoder: any Decoder) throws {
        byCode = try decoder.singleValueContainer().decode([String: Text].self)
    }

    /// Writes the object of codes.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(byCode)
    }

    /// Only the words for codes that a report uses.
    func restricted(to codes: some Sequence<String>) -> FindingTexts {
        let used = Set(codes)
        return FindingTexts(byCode.filter { used.contains($0.key) })
    }

    /// What a code is called.
    package func title(of code: String) -> LocalizedText {
        byCode[code]?.title ?? LocalizedText(zh: code, en: code)
    }

    /// What to do about a finding.
    ///
    /// A rubric's wording with places for numbers (`{db}`) is of no use as it is: the finding's own advice comes first, in
    /// the one language that it was graded in; without one the wording without its numbers.
    func advice(for finding: Finding) -> LocalizedText? {
        let general = byCode[finding.code]?.advice
        if let general, !Language.allCases.contains(where: { general[$0].contains("{") }) { return general }
        return finding.advice.map { LocalizedText(zh: $0, en: $0) } ?? general?.withoutNumbers
    }
}
