internal import Foundation

/// The one way in which values become JSON: the same value gives the same bytes.
///
/// Keys are sorted by their UTF-8, slashes are not escaped, numbers are the shortest text that reads back as the same
/// number, absent values are absent keys, and there is no white space.
package enum CanonicalJSON {
    /// The UTF-8 bytes of a value, without a line end.
    ///
    /// Throws for a number that is not finite.
    package static func bytes(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }

    /// The bytes of a grade, by a writer of its own: grading many pictures writes little else.
    package static func bytes(_ grade: GradedImage) throws -> [UInt8] {
        var json = JSONText()
        try grade.write(to: &json)
        return json.bytes
    }

    /// A grade as a text.
    package static func text(_ grade: GradedImage) throws -> String {
        String(decoding: try bytes(grade), as: UTF8.self)
    }

    /// The same as a text.
    package static func text(_ value: some Encodable) throws -> String {
        String(decoding: try bytes(value), as: UTF8.self)
    }

    /// Reads back what `bytes` wrote.
    package static func value<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes))
    }
}
