import Foundation

/// As much of JSON Schema 2020-12 as the schemas of this repository use; an unknown keyword is a failure, so that nothing
/// is promised that is not checked.
package struct JSONSchema {
    private let root: [String: Any]

    private static let notes: Set<String> = ["$schema", "$id", "$defs", "title", "description"]

    /// A schema by its text.
    package init(_ bytes: [UInt8]) throws {
        root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
    }

    /// Reads `docs/schemas/NAME.schema.json` of the checkout.
    package init(named name: String) throws {
        let root = (1...3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        let file = root.appendingPathComponent("docs/schemas/\(name).schema.json")
        try self.init(Array(Data(contentsOf: file)))
    }

    /// Everything in a JSON text that the schema does not allow.
    package func violations(in bytes: [UInt8]) throws -> [String] {
        let value = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
        return check(value, root, at: "$")
    }

    private func check(_ value: Any, _ schema: Any, at path: String) -> [String] {
        if let allowed = schema as? Bool, !(schema is [String: Any]) {
            return allowed ? [] : ["\(path) is not allowed"]
        }
        guard let schema = schema as? [String: Any] else { return ["\(path): bad schema"] }
        var found: [String] = []
        for (keyword, rule) in schema.sorted(by: { $0.key < $1.key }) where !Self.notes.contains(keyword) {
            found += check(value, keyword, rule, schema, at: path)
        }
        return found
    }

    private func check(_ value: Any, _ keyword: String, _ rule: Any, _ schema: [String: Any], at path: String)
        -> [String]
    {
        let object = value as? [String: Any]
        let list = value as? [Any]
        let text = value as? String
        let number = Self.type(of: value) == "number" ? (value as? NSNumber)?.doubleValue : nil
        let bound = (rule as? NSNumber)?.doubleValue ?? .nan
        func demand(_ holds: Bool, _ message: String) -> [String] { holds ? [] : ["\(path): \(message)"] }

        switch keyword {
        case "$ref":
            let name = (rule as? String)?.split(separator: "/").last.map(String.init) ?? ""
            guard let target = (root["$defs"] as? [String: Any])?[name] else { return ["\(path): no $defs/\(name)"] }
            return check(value, target, at: path)
        case "type":
            let types = rule as? [String] ?? [rule as? String ?? ""]
            let own = Self.type(of: value)
            let whole = own == "number" && number == number?.rounded()
            return demand(types.contains(own) || whole && types.contains("integer"), "\(own) instead of \(types)")
        case "const": return demand("\(rule)" == "\(value)", "must be \(rule)")
        case "enum": return demand((rule as? [String])?.contains(text ?? "") == true, "\(value) is not in \(rule)")
        case "required":
            return (rule as? [String] ?? []).flatMap { demand(object == nil || object?[$0] != nil, "lacks \($0)") }
        case "properties":
            return (rule as? [String: Any] ?? [:]).sorted { $0.key < $1.key }.flatMap { key, rule in
                object?[key].map { check($0, rule, at: "\(path).\(key)") } ?? []
            }
        case "additionalProperties":
            let known = Set((schema["properties"] as? [String: Any] ?? [:]).keys)
            return (object ?? [:]).sorted { $0.key < $1.key }.filter { !known.contains($0.key) }.flatMap {
                check($0.value, rule, at: "\(path).\($0.key)")
            }
        case "propertyNames":
            return (object ?? [:]).keys.sorted().flatMap { check($0, rule, at: "\(path) key \($0)") }
        case "items": return (list ?? []).enumerated().flatMap { check($1, rule, at: "\(path)[\($0)]") }
        case "anyOf":
            return demand((rule as? [Any] ?? []).contains { check(value, $0, at: path).isEmpty }, "fits no alternative")
        case "oneOf":
            let fitting = (rule as? [Any] ?? []).count { check(value, $0, at: path).isEmpty }
            return demand(fitting == 1, "fits \(fitting) alternatives instead of one")
        case "minimum": return demand(number.map { $0 >= bound } ?? true, "below \(bound)")
        case "maximum": return demand(number.map { $0 <= bound } ?? true, "above \(bound)")
        case "exclusiveMinimum": return demand(number.map { $0 > bound } ?? true, "not above \(bound)")
        case "minItems": return demand(list.map { Double($0.count) >= bound } ?? true, "too few elements")
        case "maxItems": return demand(list.map { Double($0.count) <= bound } ?? true, "too many elements")
        case "minLength": return demand(text.map { Double($0.count) >= bound } ?? true, "too short")
        case "maxLength": return demand(text.map { Double($0.count) <= bound } ?? true, "too long")
        case "minProperties": return demand(object.map { Double($0.count) >= bound } ?? true, "too few keys")
        case "uniqueItems":
            return demand(list.map { Set($0.map { "\($0)" }).count == $0.count } ?? true, "has elements twice")
        case "pattern":
            guard let text, let pattern = rule as? String, let regex = try? Regex(pattern) else { return [] }
            return demand((try? regex.firstMatch(in: text)) != nil, "\(text) does not match \(pattern)")
        case "format":
            let day = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
            let moment = day + "T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})"
            let forms = ["date": day, "date-time": moment]
            guard let form = (rule as? String).flatMap({ forms[$0] }), let regex = try? Regex(form) else {
                return ["\(path): format \(rule) is not known to this check"]
            }
            return demand(text.map { (try? regex.wholeMatch(in: $0)) != nil } ?? true, "\(value) is no \(rule)")
        default: return ["\(path): keyword \(keyword) is not known to this check"]
        }
    }

    private static func type(of value: Any) -> String {
        switch value {
        case is [String: Any]: return "object"
        case is [Any]: return "array"
        case is String: return "string"
        case is NSNull: return "null"
        case let number as NSNumber:
            return CFBooleanLike.isBoolean(number) ? "boolean" : "number"
        default: return "unknown"
        }
    }
}

private enum CFBooleanLike {
    /// JSONSerialization gives truth values and numbers as `NSNumber`; only the former have the type of a C bool.
    static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
