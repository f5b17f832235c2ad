import ArgumentParser
import Grading

struct RubricShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "List the rubrics at hand, or show one with its limits and the experts' checklist.",
        discussion: """
            With --home a home's own rubrics count as well. --yaml writes a built-in rubric's file, to start one's own from.

            Example:
              sonograde rubric show
              sonograde rubric show thyroid --format json
              sonograde rubric show general --yaml > my-rubric.yaml
            """
    )

    @Argument(help: ArgumentHelp("Id of a rubric.", valueName: "id")) var id: String?
    @Flag(help: "Write the file of a built-in rubric.") var yaml = false
    @OptionGroup var output: FormatOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var home: HomeOption

    func run() throws {
        let library = home.path == nil ? try RubricLibrary() : try OpenHome.rubrics(of: try home.home())
        let language = language.language()
        guard let id else {
            if yaml { throw Failure(.usage, "--yaml needs the id of a rubric") }
            return try list(library.rubrics, language)
        }
        guard let rubric = library.rubric(id: id) else {
            let known = library.rubrics.map(\.id).joined(separator: ", ")
            throw Failure(.usage, "there is no rubric \(id); known: \(known)")
        }
        if yaml {
            guard let source = BuiltInRubrics.sources.first(where: { $0.name == "\(id).yaml" }) else {
                throw Failure(.usage, "\(id) is not built in; its file lies in the home's rubrics folder")
            }
            Terminal.write(source.bytes)
        } else if output.format == .table {
            Terminal.write(RubricTable(rubric: rubric, language: language).text)
        } else if output.format == .csv {
            try RowOutput.write(LimitRow.rows(of: rubric), as: .csv) { _ in }
        } else {
            try Terminal.line(CanonicalJSON.text(RubricDescription(rubric)))
        }
    }

    private func list(_ rubrics: [Rubric], _ language: Language) throws {
        try RowOutput.write(rubrics.map(RubricDescription.init), as: output.format) { rows in
            for row in rows {
                let types = row.examTypes.joined(separator: ", ")
                Terminal.line("\(row.id)  \(row.version)  \(row.title[language])  [\(types)]".shown)
            }
        }
    }
}

/// One side of one limit of a rubric, as the table of values has it.
private struct LimitRow: OutputRow {
    let item: String
    let metric: String
    let side: String
    let warn, defect, severe: Double
    let code: String

    static func rows(of rubric: Rubric) -> [LimitRow] {
        rubric.items.flatMap { item in
            item.criteria.flatMap { criterion -> [LimitRow] in
                func row(_ side: String, _ warn: Double, _ defect: Double, _ severe: Double, _ code: String) -> LimitRow
                {
                    LimitRow(
                        item: item.id,
                        metric: criterion.metric,
                        side: side,
                        warn: warn,
                        defect: defect,
                        severe: severe,
                        code: code
                    )
                }
                let usual = criterion.baseline
                let rows = [
                    criterion.high.map { row("above", $0.warn, $0.defect, $0.severe, $0.code) },
                    criterion.low.map { row("below", $0.warn, $0.defect, $0.severe, $0.code) },
                    usual?.high.map { row("above usual", $0.warn, $0.defect, $0.severe, $0.code) },
                    usual?.low.map { row("below usual", $0.warn, $0.defect, $0.severe, $0.code) },
                ]
                return rows.compactMap(\.self)
            }
        }
    }

    static let columns = ["item", "metric", "side", "warn", "defect", "severe", "code"]
    var cells: [String] { [item, metric, side, "\(warn)", "\(defect)", "\(severe)", code] }
}
