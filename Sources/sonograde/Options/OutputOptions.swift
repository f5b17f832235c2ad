import ArgumentParser
import Glibc
import Grading

/// Forms of an answer that is no list of rows.
enum SummaryFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json
}

/// The forms of a command's answer.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, jsonl, csv
}

/// The form of a command's answer, as asked for.
struct FormatOption: ParsableArguments {
    @Option(name: .customLong("format"), help: "Form of the answer; else table on a terminal, jsonl elsewhere.")
    var chosen: OutputFormat?

    /// What was asked for, else a table for people and lines for programs.
    var format: OutputFormat { chosen ?? (isatty(STDOUT_FILENO) == 1 ? .table : .jsonl) }
}

/// Language of what a command says.
struct LanguageOption: ParsableArguments {
    @Option(name: .customLong("lang"), help: "Language of the answer; else the home's, else zh.")
    var chosen: Language?

    /// What was asked for, else the home's, else zh.
    func language(home: Language? = nil) -> Language { chosen ?? home ?? .zh }
}

extension Language: ExpressibleByArgument {}
