package import Grading

/// The list from which an expert adds a finding, narrowed by what was typed.
package struct FindingChoice: Sendable, Equatable {
    /// What was typed.
    package private(set) var typed = LineEditor()
    /// The line that Enter takes.
    package private(set) var chosen = 0
    /// Codes that are on the picture already.
    let present: Set<String>

    /// A list without the codes that are there already.
    package init(present: Set<String>) { self.present = present }

    /// What an expert does not say of a picture by hand: how it came, whether it is a repeat, what the machine could not
    /// do, or what belongs to the exam.
    static let unsaid: Set<String> = [
        "UNREADABLE", "LATE", "NOT_MEASURED", "GEOM_UNCERTAIN", "SECTION_MISSING", "DUP_SAME_EXAM", "DUP_CROSS_PATIENT",
    ]

    /// The codes that fit, best first: those that begin so, then those that have it somewhere.
    package var matches: [FindingCode] {
        let wanted = Self.folded(typed.text)
        let all = FindingCode.all.filter { !present.contains($0.code) && !Self.unsaid.contains($0.code) }
        if wanted.isEmpty { return all }
        func names(_ code: FindingCode) -> [String] { [code.code, code.name.zh, code.name.en].map(Self.folded) }
        let leading = all.filter { code in names(code).contains { $0.hasPrefix(wanted) } }
        let led = Set(leading.map(\.code))
        return leading + all.filter { code in !led.contains(code.code) && names(code).contains { $0.contains(wanted) } }
    }

    /// Does what a key does to the list; a code where one was taken.
    mutating func press(_ key: ReviewKey) -> FindingCode? {
        let matches = matches
        switch key {
        case .enter: return matches.indices.contains(chosen) ? matches[chosen] : nil
        case .up: chosen = max(0, chosen - 1)
        case .down, .tab: chosen = min(max(0, matches.count - 1), chosen + 1)
        case .character(let character):
            if let digit = character.wholeNumberValue, digit > 0, character.isASCII {
                return digit <= matches.count ? matches[digit - 1] : nil
            }
            _ = typed.press(key)
            chosen = 0
        default: if typed.press(key) { chosen = 0 }
        }
        return nil
    }

    private static func folded(_ text: String) -> String {
        String(text.lowercased().filter { $0 != "_" && $0 != " " && $0 != "-" })
    }
}
