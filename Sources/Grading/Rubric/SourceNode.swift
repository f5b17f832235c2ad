internal import Yams

/// A place in a rubric file.
struct SourcePlace: Sendable, Equatable {
    let file: String
    /// From 1.
    let line: Int

    func mistake(_ message: String) -> RubricMistake { RubricMistake(file: file, line: line, message: message) }
}

/// A YAML node that knows where it stands; after `extends`, parts of one tree stand in several files.
struct SourceNode: Sendable, Equatable {
    indirect enum Content: Sendable, Equatable {
        case null
        /// The text; `plain` when it was written without quotes, so that it may be a number or a truth value.
        case scalar(String, plain: Bool)
        case sequence([SourceNode])
        case mapping([Entry])
    }

    struct Entry: Sendable, Equatable {
        let key: String
        let keyPlace: SourcePlace
        let value: SourceNode
    }

    let content: Content
    let place: SourcePlace

    /// The value of a key of a mapping; nil when it is absent or this is no mapping.
    subscript(_ key: String) -> SourceNode? {
        guard case .mapping(let entries) = content else { return nil }
        return entries.first { $0.key == key }?.value
    }

    var text: String? {
        guard case .scalar(let text, _) = content else { return nil }
        return text
    }

    var isNull: Bool { content == .null }

    /// What a message calls a node of this kind.
    var kind: String {
        switch content {
        case .null: "nothing"
        case .scalar(let text, _): "“\(text.prefix(40))”"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }
}

/// Rubric text → tree, with every limit that keeps hostile YAML harmless.
enum SourceReader {
    /// Largest file, in bytes.
    static let maxBytes = 1 << 20
    /// Deepest nesting; a rubric needs seven.
    static let maxDepth = 24

    /// Reads the one document of a file.
    static func read(_ source: RubricSource) throws(RubricError) -> SourceNode {
        let top = SourcePlace(file: source.name, line: 1)
        guard source.bytes.count <= maxBytes else {
            throw RubricError([
                top.mistake("the file has \(source.bytes.count) bytes; a rubric may have \(maxBytes) at most")
            ])
        }
        guard let text = String(validating: source.bytes, as: UTF8.self) else {
            throw RubricError([top.mistake("the file is not UTF-8; save it as UTF-8")])
        }
        if let line = lineOfAnchor(in: source.bytes) {
            throw RubricError([
                SourcePlace(file: source.name, line: line).mistake(
                    "YAML anchors and aliases (& and *) are not allowed; a rubric has “extends”, and its examples “like”"
                )
            ])
        }
        let root: Node?
        do {
            // Numbers and truth values are told apart by the checker; YAML's own guesses would cost a regular
            // expression a scalar.
            root = try compose(yaml: text, .basic)
        } catch {
            throw RubricError([mistake(of: error, in: source)])
        }
        guard let root else { throw RubricError([top.mistake("the file is empty; “key: value” lines belong in it")]) }
        var mistakes: [RubricMistake] = []
        let tree = convert(root, file: source.name, depth: 0, above: top, into: &mistakes)
        if !mistakes.isEmpty { throw RubricError(mistakes) }
        return tree
    }

    /// The line of the first `&name` where YAML could read an anchor.
    ///
    /// Aliases can unfold a small file into a tree beyond all memory. Without anchors there are none, and a look at the
    /// bytes finds them before the parser does. It is stricter than YAML: `&name` in a quoted text or a comment counts.
    private static func lineOfAnchor(in bytes: [UInt8]) -> Int? {
        var line = 1
        var before = UInt8(ascii: "\n")
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\n") { line += 1 }
            if byte == UInt8(ascii: "&"), " \n\r\t[{,:-?".utf8.contains(before), index + 1 < bytes.count,
                !" \n\r\t".utf8.contains(bytes[index + 1])
            {
                return line
            }
            before = byte
        }
        return nil
    }

    private static func convert(
        _ node: Node,
        file: String,
        depth: Int,
        above: SourcePlace,
        into mistakes: inout [RubricMistake]
    ) -> SourceNode {
        let place = node.mark.map { SourcePlace(file: file, line: max(1, $0.line)) } ?? above
        guard depth < maxDepth else {
            mistakes.append(place.mistake("nested deeper than \(maxDepth) levels"))
            return SourceNode(content: .null, place: place)
        }
        switch node {
        case .scalar(let scalar):
            let plain = scalar.style == .plain || scalar.style == .any
            let isNull = plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
            return SourceNode(content: isNull ? .null : .scalar(scalar.string, plain: plain), place: place)
        case .sequence(let sequence):
            let elements = sequence.map {
                convert($0, file: file, depth: depth + 1, above: place, into: &mistakes)
            }
            return SourceNode(content: .sequence(elements), place: place)
        case .mapping(let mapping):
            var entries: [SourceNode.Entry] = []
            for (key, value) in mapping {
                let keyPlace = key.mark.map { SourcePlace(file: file, line: max(1, $0.line)) } ?? place
                guard case .scalar(let name) = key else {
                    mistakes.append(keyPlace.mistake("a key must be a plain word"))
                    continue
                }
                let converted = convert(value, file: file, depth: depth + 1, above: keyPlace, into: &mistakes)
                entries.append(SourceNode.Entry(key: name.string, keyPlace: keyPlace, value: converted))
            }
            return SourceNode(content: .mapping(entries), place: place)
        case .alias(let alias):
            _ = alias
            mistakes.append(place.mistake("YAML aliases are not allowed in rubrics"))
            return SourceNode(content: .null, place: place)
        }
    }

    private static func mistake(of error: any Error, in source: RubricSource) -> RubricMistake {
        var line = 1
        var problem = "\(error)"
        if let error = error as? YamlError {
            switch error {
            case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _),
                .composer(_, let text, let mark, _):
                line = mark.line
                problem = text
            case .duplicatedKeysInMapping(let duplicates, let context):
                line = context.mark.line
                problem = "“\(duplicates.sorted().joined(separator: "”, “"))” stands twice in one mapping, first here"
            case .reader(let text, let offset, _, _):
                problem = text
                if let offset {
                    line = 1 + source.bytes.prefix(offset).count { $0 == UInt8(ascii: "\n") }
                }
            default: break
            }
        }
        let oneLine = problem.split(whereSeparator: \.isNewline).joined(separator: " ")
        return RubricMistake(file: source.name, line: max(1, line), message: "not valid YAML: \(oneLine)")
    }
}
