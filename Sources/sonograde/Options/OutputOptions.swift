import ArgumentParser
import Foundation
import Glibc
import Grading

/// The forms of a command's answer.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, jsonl, csv, html

    /// Table for people, lines for programs.
    static var standard: OutputFormat { isatty(STDOUT_FILENO) == 1 ? .table : .jsonl }
}

/// Language of what a command says.
struct LanguageOption: ParsableArguments {
    @Option(name: .customLong("lang"), help: "Language of the answer: zh or en.")
    var code: String?

    /// What was asked for, else the home's, else zh.
    func language(home: Language? = nil) throws -> Language {
        guard let code else { return home ?? .zh }
        guard let language = Language(rawValue: code) else {
            throw Failure(.usage, "--lang is \(code); allowed is zh or en")
        }
        return language
    }
}

/// Writing to the two streams.
enum Terminal {
    /// Writes bytes to stdout; a reader that went away ends the program quietly.
    static func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                Glibc.exit(errno == EPIPE ? ExitStatus.done.rawValue : ExitStatus.diskOrStore.rawValue)
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Writes text to stdout.
    static func write(_ text: String) { write(Array(text.utf8)) }

    /// Writes a line to stdout.
    static func line(_ text: String) { write(text + "\n") }

    /// Writes a line to stderr.
    static func remark(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
