import Foundation
import Testing

/// A report as JSON beside the schema that it must follow.
///
/// Knows the words of JSON Schema that docs/schemas/report.schema.json uses, and names any other as a violation.
struct JSONFile {
    let object: Any
    let schema: [String: Any]

    init(_ bytes: [UInt8], schema name: String = "report") throws {
        object = try JSONSerialization.jsonObject(with: Data(bytes))
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("docs/schemas/\(name).schema.json")
        schema = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    }

    /// What breaks the schema, each with its place; empty for a good file.
    var violations: [String] { check(object, by: schema, at: "$") }

    private func check(_ value: Any, by rule: [String: Any], at place: String) -> [String] {
        var found: [String] = []
        for (word, wanted) in rule {
            switch (word, wanted) {
            case ("$schema", _), ("$id", _), ("$defs", _), ("title", _), ("description", _), ("required", _): break
            case ("$ref", let name as String):
                let definitions = schema["$defs"] as? [String: [String: Any]]
                guard let target = definitions?[String(name.dropFirst("#/$defs/".count))] else {
                    return ["\(place): no definition \(name)"]
                }
                found += check(value, by: target, at: place)
            case ("oneOf", let choices as [[String: Any]]):
                let results = choices.map { check(value, by: $0, at: place) }
                if results.count(where: \.isEmpty) != 1 {
                    found += results.min { $0.count < $1.count } ?? ["\(place): no choice"]
                }
            case ("type", let type as String):
                if !Self.value(value, is: type) { found.append("\(place): not of type \(type)") }
            case ("const", let constant as String):
                if value as? String != constant { found.append("\(place): not \(constant)") }
            case ("enum", let choices as [String]):
                if !choices.contains(value as? String ?? "") { found.append("\(place): not one of \(choices)") }
            case ("pattern", let pattern as String):
                if (value as? String)?.range(of: pattern, options: .regularExpression) == nil {
                    found.append("\(place): does not match \(pattern)")
                }
            case ("minimum", let least as NSNumber):
                if (value as? NSNumber)?.doubleValue ?? 0 < least.doubleValue { found.append("\(place): too small") }
            case ("maximum", let most as NSNumber):
                if (value as? NSNumber)?.doubleValue ?? 0 > most.doubleValue { found.append("\(place): too large") }
            case ("items", let items as [String: Any]):
                for (index, item) in (value as? [Any] ?? []).enumerated() {
                    found += check(item, by: items, at: "\(place)[\(index)]")
                }
            case ("properties", _), ("additionalProperties", _): break
            default: found.append("\(place): the test does not know the word \(word)")
            }
        }
        return found + checkKeys(of: value, by: rule, at: place)
    }

    private func checkKeys(of value: Any, by rule: [String: Any], at place: String) -> [String] {
        guard let object = value as? [String: Any] else { return [] }
        var found: [String] = []
        for key in rule["required"] as? [String] ?? [] where object[key] == nil {
            found.append("\(place): \(key) is missing")
        }
        let properties = rule["properties"] as? [String: [String: Any]]
        for (key, member) in object {
            if let property = properties?[key] {
                found += check(member, by: property, at: "\(place).\(key)")
            } else if let others = rule["additionalProperties"] as? [String: Any] {
                found += check(member, by: others, at: "\(place).\(key)")
            } else if let allowed = rule["additionalProperties"] as? NSNumber, !allowed.boolValue {
                found.append("\(place): \(key) is not in the schema")
            }
        }
        return found
    }

    private static func value(_ value: Any, is type: String) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "boolean": value is Bool
        case "number": value is NSNumber && !(value is String)
        case "integer": (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
        default: false
        }
    }
}
