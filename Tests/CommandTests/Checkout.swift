import Foundation

/// What lies in the checkout and beside it.
enum Checkout {
    /// The package's root.
    static let root = (1...3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }

    /// The shared set of malformed files (`../shared/data/malformed`), which is not part of the package.
    static let malformed = root.deletingLastPathComponent().appendingPathComponent("shared/data/malformed").path

    static let hasMalformed = FileManager.default.fileExists(atPath: malformed)

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }
}

/// What a schema of `docs/schemas` demands to be there; the grammar in full is the business of the grading tests.
struct RequiredKeys {
    private let root: [String: Any]

    init(schema name: String) throws {
        let data = Data(try Checkout.text("docs/schemas/\(name).schema.json").utf8)
        root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    /// The keys that a JSON text lacks, as paths.
    func missing(in text: String) throws -> [String] {
        missing(in: try JSONSerialization.jsonObject(with: Data(text.utf8)), by: root, at: "$")
    }

    private func missing(in value: Any, by rule: [String: Any], at path: String) -> [String] {
        if let reference = rule["$ref"] as? String {
            let name = reference.split(separator: "/").last.map(String.init) ?? ""
            guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
                return ["\(path): no $defs/\(name)"]
            }
            return missing(in: value, by: target, at: path)
        }
        var found: [String] = []
        for alternatives in [rule["oneOf"], rule["anyOf"]].compactMap({ $0 as? [[String: Any]] }) {
            let each = alternatives.map { missing(in: value, by: $0, at: path) }
            if !each.contains([]) { found += each.min { $0.count < $1.count } ?? [] }
        }
        if let object = value as? [String: Any] {
            found += (rule["required"] as? [String] ?? []).filter { object[$0] == nil }.map { "\(path).\($0)" }
            for (key, inner) in rule["properties"] as? [String: [String: Any]] ?? [:] {
                if let part = object[key] { found += missing(in: part, by: inner, at: "\(path).\(key)") }
            }
        }
        if let list = value as? [Any], let inner = rule["items"] as? [String: Any] {
            for (index, part) in list.enumerated() { found += missing(in: part, by: inner, at: "\(path)[\(index)]") }
        }
        return found.sorted()
    }
}

/// One line of `grade`, as far as these tests look into it.
struct GradeLine: Decodable {
    struct Problem: Decodable { let code: String }
    let path: String
    let pathRaw: String?
    let status: String
    let score: Double?
    let level: String?
    let error: Problem?

    enum CodingKeys: String, CodingKey {
        case path, status, score, level, error
        case pathRaw = "path_raw"
    }

    /// The lines of a jsonl answer.
    static func lines(_ output: String) throws -> [GradeLine] {
        try output.split(separator: "\n").map { try JSONDecoder().decode(GradeLine.self, from: Data($0.utf8)) }
    }
}

extension Program {
    /// Runs a line of bash with the program as `$1` and the arguments after it.
    static func shell(_ line: String, _ arguments: [String] = []) throws -> Run {
        let scratch = try Scratch()
        let (outFile, errFile) = (scratch.path + "/out", scratch.path + "/err")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", line, "bash", path] + arguments
        for file in [outFile, errFile] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: outFile))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errFile))
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Run(
            status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
            output: try String(contentsOfFile: outFile, encoding: .utf8),
            errors: try String(contentsOfFile: errFile, encoding: .utf8)
        )
    }
}
