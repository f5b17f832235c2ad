internal import Foundation

extension RubricSource {
    /// The file's content as JSON, to be checked by Rubrics/rubric.schema.json.
    ///
    /// Plain scalars that are numbers or truth values become such; everything else is text. Throws what the file is not
    /// readable for.
    package func json() throws(RubricError) -> [UInt8] {
        let tree = try SourceReader.read(self)
        do {
            return Array(
                try JSONSerialization.data(
                    withJSONObject: Self.value(of: tree),
                    options: [.sortedKeys, .fragmentsAllowed]
                )
            )
        } catch {
            throw RubricError([tree.place.mistake("cannot be written as JSON: \(error)")])
        }
    }

    private static func value(of node: SourceNode) -> Any {
        switch node.content {
        case .null: return NSNull()
        case .scalar(let text, let plain):
            if plain, let number = Double(text), number.isFinite { return number }
            if plain, text == "true" || text == "false" { return text == "true" }
            return text
        case .sequence(let elements): return elements.map(value)
        case .mapping(let entries):
            return Dictionary(entries.map { ($0.key, value(of: $0.value)) }, uniquingKeysWith: { first, _ in first })
        }
    }
}
