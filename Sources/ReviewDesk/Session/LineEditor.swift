/// One line of text while it is being typed.
package struct LineEditor: Sendable, Equatable {
    /// More than a comment needs; a paste is cut there.
    package static let longest = 2000

    private var before: [Character]
    private var after: [Character] = []

    /// An editor on a text, with the cursor at its end.
    package init(_ text: String = "") { before = Array(text) }

    /// What stands there.
    package var text: String { String(before + after) }
    /// What stands before the cursor.
    package var beforeCursor: String { String(before) }
    package var isEmpty: Bool { before.isEmpty && after.isEmpty }

    /// Puts text at the cursor; line breaks and tabs become spaces, other control characters are left out.
    package mutating func insert(_ text: String) {
        let plain = text.replacing("\r\n", with: "\n").unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
            if scalar == "\n" || scalar == "\r" || scalar == "\t" { return " " }
            return scalar.properties.generalCategory == .control ? nil : scalar
        }
        var joined = String(before)
        joined.unicodeScalars.append(contentsOf: plain)
        // Joined as a whole: a combining mark that comes by itself sits on the character before it.
        before = Array(Array(joined).prefix(max(before.count, Self.longest - after.count)))
    }

    /// Does what a key does to a line; false where the key does nothing to it.
    package mutating func press(_ key: ReviewKey) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .paste(let text): insert(text)
        case .backspace: _ = before.popLast()
        case .delete: if !after.isEmpty { after.removeFirst() }
        case .left: if let last = before.popLast() { after.insert(last, at: 0) }
        case .right: if !after.isEmpty { before.append(after.removeFirst()) }
        case .home, .control("a"): (before, after) = ([], before + after)
        case .end, .control("e"): (before, after) = (before + after, [])
        case .control("u"): before = []
        case .control("k"): after = []
        case .control("w"):
            while before.last == " " { before.removeLast() }
            while let last = before.last, last != " " { before.removeLast() }
        default: return false
        }
        return true
    }
}
