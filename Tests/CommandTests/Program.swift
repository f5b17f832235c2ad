import Foundation
import Glibc

/// The built program, run as a user would.
enum Program {
    /// What a run left behind.
    struct Run {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The executable beside the test bundle.
    static let path: String = {
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        return bundle.appendingPathComponent("sonograde").path
    }()

    /// Runs the program to its end.
    static func run(_ arguments: [String], environment: [String: String] = [:], in folder: String? = nil) throws -> Run
    {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        // Files rather than pipes: no output is so long that it could block.
        let scratch = try Scratch()
        let (outFile, errFile) = (scratch.path + "/out", scratch.path + "/err")
        _ = FileManager.default.createFile(atPath: outFile, contents: nil)
        _ = FileManager.default.createFile(atPath: errFile, contents: nil)
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

    /// Starts the program and leaves it running.
    static func start(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return process
    }
}

/// A temporary folder that goes when nobody holds it any more.
final class Scratch: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("sonograde-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A home in a scratch folder.
struct TrialHome: Sendable {
    let scratch: Scratch
    var path: String { scratch.path + "/home" }
    var inbox: String { path + "/inbox" }
    var outbox: String { path + "/outbox" }

    /// A new home; homes of the same seed draw the same sample.
    init(seed: UInt8 = 7) throws {
        scratch = try Scratch()
        _ = try Program.run(["init", path])
        let settings = path + "/sonograde.yaml"
        let text = try String(contentsOfFile: settings, encoding: .utf8)
        let hex = String(repeating: String(format: "%02x", seed), count: 32)
        let fixed = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix("  seed:") ? "  seed: \"\(hex)\"" : String(line)
        }
        try fixed.joined(separator: "\n").write(toFile: settings, atomically: true, encoding: .utf8)
    }

    /// Works off the inbox without waiting for anything to rest.
    func watchOnce(_ more: [String] = []) throws -> Program.Run {
        try Program.run(["watch", "--once", "--home", path, "--settle", "0", "--patience", "0"] + more)
    }

    /// What the store remembers.
    func dump() throws -> String {
        try Program.run(["doctor", "--dump", "--home", path]).output
    }

    /// Words of both languages as a page has them.
    private static func bilingual(_ before: String, _ zh: String, _ en: String, _ after: String) -> String {
        "\(before)<span class=\"zh\" lang=\"zh\">\(zh)</span><span class=\"en\" lang=\"en\">\(en)</span>\(after)"
    }

    /// Every answer's JSON and HTML by its path, without times.
    func answers() throws -> [String: String] {
        var answers: [String: String] = [:]
        guard let all = FileManager.default.enumerator(atPath: outbox) else { return answers }
        for case let file as String in all where file.hasSuffix("report.json") || file.hasSuffix("report.html") {
            let text = try String(contentsOfFile: outbox + "/" + file, encoding: .utf8)
            // Moments and spans of time are the run's own; everything else must be equal.
            let timeless = text.replacing(/收到后 [^<]*答复|Answered [^<]* after receipt/, with: "SPAN")
            // An answer that was written anew says when, where that is not the second of the first one.
            answers[file] = timeless.replacing(
                /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?([+-]\d\d:\d\d|Z)?/,
                with: "TIME"
            )
            .replacing(Self.bilingual("<li>", "最近一次更新 TIME", "last updated TIME", "</li>"), with: "")
            .replacing(Self.bilingual("<dt>", "最近更新", "Last updated", "</dt><dd>TIME (UTC+08:00)</dd>"), with: "")
        }
        return answers
    }

    /// Files anywhere below the inbox.
    func inboxFiles() -> [String] {
        (FileManager.default.enumerator(atPath: inbox)?.compactMap { $0 as? String } ?? []).filter { file in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: inbox + "/" + file, isDirectory: &isFolder)
                && !isFolder.boolValue
        }
    }
}
