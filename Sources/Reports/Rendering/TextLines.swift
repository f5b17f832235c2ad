/// Text broken into lines of a width in columns.
package enum TextLines {
    /// Lines of at most so many columns: broken at spaces, and before and after any wide character.
    package static func broken(_ text: String, columns: Int) -> [String] {
        let most = max(2, columns)
        var lines: [String] = []
        var line = ""
        var width = 0
        // Where the line may be cut: how many characters stay on it.
        var cut: Int?
        for character in text {
            let own = TerminalWidth.of(String(character))
            if width + own > most {
                if character == " " {
                    lines.append(line)
                    (line, width, cut) = ("", 0, nil)
                    continue
                }
                let kept = cut.map { String(line.prefix($0)) } ?? line
                let rest = cut.map { String(line.dropFirst($0)) } ?? ""
                lines.append(kept.trimmedAtEnd)
                line = rest
                width = TerminalWidth.of(rest)
                cut = nil
            }
            if line.isEmpty, character == " " { continue }
            if own > 1, !line.isEmpty, !Self.mayNotBegin.contains(character) { cut = line.count }
            line.append(character)
            width += own
            if character == " " || own > 1 { cut = line.count }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    /// Marks that stay with what stands before them.
    private static let mayNotBegin: Set<Character> = ["，", "。", "、", "；", "：", "）", "？", "！"]
}

extension String {
    /// The text without spaces at its end.
    fileprivate var trimmedAtEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
