internal import Foundation

/// Any JSON value, for readers that say themselves what is wrong with it.
enum JSONValue: Decodable, Equatable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    /// Reads a JSON text; nil when it is none.
    static func read(_ bytes: [UInt8]) -> JSONValue? {
        try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    }

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let list = try? value.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: JSONValue].self))
        }
    }

    /// The value as a message quotes it.
    var shown: String {
        switch self {
        case .null: "null"
        case .flag(let flag): "\(flag)"
        case .number(let number): wholeNumber.map { "\($0)" } ?? "\(number)"
        case .text(let text): "\"\(text)\""
        case .list: "a list"
        case .object: "an object"
        }
    }

    /// The value as a whole number; nil when it is none.
    var wholeNumber: Int64? {
        guard case .number(let number) = self, number == number.rounded(), abs(number) < 0x1p53 else { return nil }
        return Int64(number)
    }
}
