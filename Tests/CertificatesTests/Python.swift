import Foundation

/// Another program's judgement: Debian's Python, which script/setup brings.
enum Python {
    static let path = "/usr/bin/python3"

    /// Whether Python has a module; nil gives the reason why it cannot be said.
    static func has(_ module: String) -> Bool {
        FileManager.default.isExecutableFile(atPath: path)
            && (try? run("import \(module)", input: [])) != nil
    }

    /// Runs a script with bytes on its standard input; what it printed.
    static func run(_ script: String, input: [UInt8], _ arguments: [String] = []) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-c", script] + arguments
        process.environment = ["PYTHONIOENCODING": "utf-8", "LANG": "C.UTF-8"]
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sonograde-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (given, said, failed) = (
            folder.appendingPathComponent("in"), folder.appendingPathComponent("out"),
            folder.appendingPathComponent("err")
        )
        try Data(input).write(to: given)
        for file in [said, failed] { try Data().write(to: file) }
        process.standardInput = try FileHandle(forReadingFrom: given)
        process.standardOutput = try FileHandle(forWritingTo: said)
        process.standardError = try FileHandle(forWritingTo: failed)
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw PythonError(description: try String(contentsOf: failed, encoding: .utf8))
        }
        return try String(contentsOf: said, encoding: .utf8)
    }
}

/// A script that ended with an error, in its own words.
struct PythonError: Error, CustomStringConvertible {
    let description: String
}
