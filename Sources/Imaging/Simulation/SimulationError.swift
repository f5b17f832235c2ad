/// Why a recipe cannot be rendered.
package struct SimulationError: Error, Sendable, Equatable, CustomStringConvertible {
    /// One clear English line: which key, what is wrong, what is allowed.
    package let message: String

    /// Names a mistake.
    package init(_ message: String) {
        self.message = message
    }

    /// Puts a decoder's complaint about a recipe into one line.
    package init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            message = "\(Self.place(context.codingPath))the key \"\(key.stringValue)\" is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            message = "\(Self.place(context.codingPath))\(context.debugDescription)"
        @unknown default:
            message = "not a recipe: \(error)"
        }
    }

    package var description: String { message }

    static func place(_ path: [any CodingKey]) -> String {
        let joined = path.reduce(into: "") { text, key in
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
            }
        }
        return joined.isEmpty ? "" : "\(joined): "
    }
}

/// A key by its text, to see keys that nobody asked for.
struct RecipeKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }

    /// Throws when an object has a key outside the list, so that a slip of the pen is not taken for a default.
    static func refuseUnknown(in decoder: any Decoder, allowed: [String]) throws {
        let keys = try decoder.container(keyedBy: RecipeKey.self).allKeys.map(\.stringValue)
        if let stranger = keys.filter({ !allowed.contains($0) }).min() {
            throw SimulationError(
                "\(SimulationError.place(decoder.codingPath))unknown key \"\(stranger)\"; allowed: \(allowed.joined(separator: ", "))"
            )
        }
    }

    /// Reads one of a fixed set of words.
    static func word<Word: RawRepresentable & CaseIterable>(
        _ type: Word.Type,
        _ text: String,
        at path: [any CodingKey],
        key: String
    ) throws(SimulationError) -> Word where Word.RawValue == String {
        if let word = Word(rawValue: text) { return word }
        let place = SimulationError.place(path + [RecipeKey(stringValue: key)])
        let allowed = Word.allCases.map(\.rawValue).joined(separator: ", ")
        throw SimulationError("\(place)\"\(text)\" is not known; allowed: \(allowed)")
    }
}
