/// A pattern for section ids: `abd.liver.*`, `*.pw`; each `*` stands for any run of characters, also none.
package struct SectionPattern: Sendable, Equatable {
    /// The pattern as it is written.
    package let text: String
    private let parts: [String]

    /// Reads a pattern; nil when it holds anything but lower-case letters, digits, `.`, `-` and `*`.
    package init?(_ text: String) {
        let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789.-*")
        guard !text.isEmpty, text.allSatisfy(allowed.contains) else { return nil }
        self.text = text
        parts = text.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    }

    /// How many characters it fixes; a pattern without `*` fixes more than any other, as it names the section itself.
    package var fixedLength: Int { parts.count == 1 ? .max : parts.reduce(0) { $0 + $1.count } }

    /// Whether a section id fits the pattern from its beginning to its end.
    package func matches(_ id: String) -> Bool {
        guard let first = parts.first, let last = parts.last, parts.count > 1 else { return id == text }
        guard id.hasPrefix(first), id.count >= first.count + last.count, id.hasSuffix(last) else { return false }
        // Between the fixed ends the leftmost fit of each part is as good as any.
        var rest = id.dropFirst(first.count).dropLast(last.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            var found = false
            while !rest.isEmpty {
                if rest.hasPrefix(part) {
                    rest = rest.dropFirst(part.count)
                    found = true
                    break
                }
                rest = rest.dropFirst()
            }
            if !found { return false }
        }
        return true
    }
}
