/// A rubric's YAML as a tree that is read at once: what the program carries beside the text of a built-in rubric.
///
/// Parsing YAML was two thirds of what a short command waits for its rubric. One line a node, depth first; behind its first
/// sign the line of the file that it stands in:
/// `{12` a mapping, then for each entry `:13 key` and its value, then `}`; `[12` a list, its elements, `]`;
/// `=12 text` a scalar without quotes, `'12 text` one in quotes; `~12` nothing. In texts and keys `\n` stands for a line end
/// and `\\` for a backslash.
///
/// It is believed only beside the very text that it was made from: `checksum` says so. So a rubric whose tree was not written
/// anew is read from its text, as a home's own ones are, and never as it was before.
package struct WrittenTree: Sendable {
    /// `checksum` of the rubric's text.
    let checksum: UInt64
    /// The nodes.
    let nodes: String

    /// As it was written.
    package init(checksum: UInt64, nodes: String) {
        self.checksum = checksum
        self.nodes = nodes
    }

    /// FNV-1a, 64 bits, of a file's bytes: tells another version of a file, no forger.
    package static func checksum(of bytes: [UInt8]) -> UInt64 {
        var sum: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return sum
    }

    /// The tree of a file's text; nil where it was made from another text.
    package func tree(of source: RubricSource) -> SourceNode? {
        guard checksum == Self.checksum(of: source.bytes) else { return nil }
        var nodes = nodes
        return nodes.withUTF8 { bytes in
            var reader = TreeReader(bytes: bytes, file: source.name)
            return reader.node()
        }
    }

    /// The nodes of a tree.
    package static func nodes(of tree: SourceNode) -> String {
        var text = ""
        write(tree, to: &text)
        return text
    }

    private static func write(_ node: SourceNode, to text: inout String) {
        switch node.content {
        case .null: text += "~\(node.place.line)\n"
        case .scalar(let words, let plain): text += "\(plain ? "=" : "'")\(node.place.line) \(escaped(words))\n"
        case .sequence(let elements):
            text += "[\(node.place.line)\n"
            for element in elements { write(element, to: &text) }
            text += "]\n"
        case .mapping(let entries):
            text += "{\(node.place.line)\n"
            for entry in entries {
                text += ":\(entry.keyPlace.line) \(escaped(entry.key))\n"
                write(entry.value, to: &text)
            }
            text += "}\n"
        }
    }

    private static func escaped(_ words: String) -> String {
        words.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    }
}

/// Reads the lines of a written tree one after the other.
private struct TreeReader {
    let bytes: UnsafeBufferPointer<UInt8>
    let file: String
    private var next = 0

    init(bytes: UnsafeBufferPointer<UInt8>, file: String) {
        self.bytes = bytes
        self.file = file
    }

    /// The node that begins here; nil where there is none.
    mutating func node() -> SourceNode? {
        guard let (sign, place, words) = line() else { return nil }
        switch sign {
        case UInt8(ascii: "~"): return SourceNode(content: .null, place: place)
        case UInt8(ascii: "="): return SourceNode(content: .scalar(text(words), plain: true), place: place)
        case UInt8(ascii: "'"): return SourceNode(content: .scalar(text(words), plain: false), place: place)
        case UInt8(ascii: "["):
            var elements: [SourceNode] = []
            while !ends(with: UInt8(ascii: "]")) {
                guard let element = node() else { return nil }
                elements.append(element)
            }
            return SourceNode(content: .sequence(elements), place: place)
        case UInt8(ascii: "{"):
            var entries: [SourceNode.Entry] = []
            while !ends(with: UInt8(ascii: "}")) {
                guard let (sign, keyPlace, key) = line(), sign == UInt8(ascii: ":"), let value = node() else {
                    return nil
                }
                entries.append(SourceNode.Entry(key: text(key), keyPlace: keyPlace, value: value))
            }
            return SourceNode(content: .mapping(entries), place: place)
        default: return nil
        }
    }

    /// The next line: its sign, its place, and where its text lies; nil at the end.
    private mutating func line() -> (sign: UInt8, place: SourcePlace, words: Range<Int>)? {
        guard next < bytes.count else { return nil }
        let sign = bytes[next]
        var index = next + 1
        var number = 0
        while index < bytes.count, case let digit = bytes[index], digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9")
        {
            number = number &* 10 &+ Int(digit - UInt8(ascii: "0"))
            index += 1
        }
        if index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
        next = index + 1
        return (sign, SourcePlace(file: file, line: number), start..<index)
    }

    /// Whether the list or mapping ends here; its end is then passed.
    private mutating func ends(with sign: UInt8) -> Bool {
        guard next < bytes.count, bytes[next] == sign else { return false }
        next += 2
        return true
    }

    private func text(_ words: Range<Int>) -> String {
        let part = UnsafeBufferPointer(rebasing: bytes[words])
        guard part.contains(UInt8(ascii: "\\")) else { return String(decoding: part, as: UTF8.self) }
        var plain: [UInt8] = []
        var isEscaped = false
        for byte in part {
            if isEscaped {
                plain.append(byte == UInt8(ascii: "n") ? UInt8(ascii: "\n") : byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else {
                plain.append(byte)
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }
}

extension BuiltInRubrics {
    /// Names of the rubrics that have no tree of their text, and so are parsed at each start; none should be.
    package static var withoutTree: [String] {
        sources.filter { trees[$0.name]?.tree(of: $0) == nil }.map(\.name)
    }

    /// The file `BuiltInTrees.swift`, as it has to be for these rubrics.
    ///
    /// Throws what a rubric is not readable for.
    package static func treesFile() throws(RubricError) -> String {
        var file = """
            // Written from Rubrics/*.yaml by SONOGRADE_WRITE_DOCS=1 swift test -c release --filter WrittenTreeTests; do not edit.
            // swift-format-ignore-file

            extension BuiltInRubrics {
                /// The trees of the rubrics, by the names of their files.
                static let trees: [String: WrittenTree] = [

            """
        for source in sources {
            let nodes = WrittenTree.nodes(of: try SourceReader.read(source))
            let checksum = WrittenTree.checksum(of: source.bytes)
            file +=
                "        \"\(source.name)\": WrittenTree(checksum: \(checksum), nodes: ###\"\"\"\n\(nodes)\n\"\"\"###),\n"
        }
        return file + "    ]\n}\n"
    }
}
