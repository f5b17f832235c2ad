import ArgumentParser
import Grading

struct CountyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "county",
        abstract: "Look up the codes of counties by GB/T 2260.",
        discussion: """
            The table is that of the end of \(County.tableYear). A code that is no longer in force says what it became.

            Example:
              sonograde county 温江
              sonograde county 5101
            """
    )

    @Argument(help: ArgumentHelp("A part of the name, or the first digits of the code.", valueName: "text"))
    var text: String
    @OptionGroup var output: FormatOption

    func run() throws {
        let became = County.successors(of: text)
        let found = became ?? County.found(text)
        if became != nil { Terminal.remark("\(text) is no longer in force; it became:") }
        try RowOutput.write(found.map(CountyRow.init), as: output.format) { rows in
            for row in rows { Terminal.line("\(row.code)  \(row.name)") }
        }
        if found.isEmpty { throw Failure(.no, "no county is called or coded \(text)") }
    }
}

/// A county as the command lists it.
private struct CountyRow: OutputRow {
    let code: String
    let name: String

    init(_ county: County) { (code, name) = (county.code, county.fullName) }

    static let columns = ["code", "name"]
    var cells: [String] { [code, name] }
}
