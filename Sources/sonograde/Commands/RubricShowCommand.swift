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

/// A rubric for people.
private struct RubricTable {
    let rubric: Rubric
    let language: Language

    var text: String {
        var lines = [
            "\(rubric.title[language]) (\(rubric.id) \(rubric.version))", "sha256 \(rubric.sha256)",
            "A ≥ \(rubric.levels.a) > B ≥ \(rubric.levels.b) > C ≥ \(rubric.levels.c) > D; "
                + "major ≤ \(rubric.caps.major), critical ≤ \(rubric.caps.critical)",
        ]
        let total = rubric.items.reduce(0) { $0 + $1.weight }
        for item in rubric.items {
            lines.append("")
            lines.append("\(item.id)  \(item.name[language])  \(item.weight) / \(total)")
            for criterion in item.criteria {
                for (sign, side) in [(">", criterion.high), ("<", criterion.low)] {
                    guard let side else { continue }
                    lines.append(
                        "  \(criterion.metric) \(sign) \(side.warn) / \(side.defect) / \(side.severe)  \(side.code)  "
                            + "\(side.ladder.warn) / \(side.ladder.defect) / \(side.ladder.severe)"
                    )
                }
                lines += Self.relative(criterion)
            }
        }
        if !rubric.expertItems.isEmpty { lines += ["", "expert"] }
        for item in rubric.expertItems { lines += checklist(of: item) }
        for type in rubric.requiredSections.keys.sorted() {
            let sections = (rubric.requiredSections[type] ?? []).map(\.section).joined(separator: ", ")
            lines += ["", "\(type): \(sections)"]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Limits relative to what the device usually shows, in robust standard deviations.
    private static func relative(_ criterion: Criterion) -> [String] {
        guard let limits = criterion.baseline else { return [] }
        var least = limits.least > 0 ? ["least \(limits.least)"] : []
        if limits.leastShare > 0 { least.append("least \(limits.leastShare) of the median") }
        return [("+", limits.high), ("-", limits.low)].compactMap { sign, side in
            side.map {
                "  \(criterion.metric) baseline \(sign) \($0.warn) / \($0.defect) / \($0.severe) MAD'  \($0.code)  "
                    + "\($0.ladder.warn) / \($0.ladder.defect) / \($0.ladder.severe)  "
                    + "\(least.joined(separator: ", ")), backstop \(limits.backstop.rawValue)"
            }
        }
    }

    /// What an expert is asked: the item, then by section a line a question, as an answer names it.
    private func checklist(of item: ExpertItem) -> [String] {
        let needs = item.needs.map { "  needs \($0.rawValue)" } ?? ""
        let code = item.code.map { "  \($0)" } ?? ""
        var lines = ["  \(item.id)  \(item.name[language])  \(item.weight)\(needs)\(code)"]
        for entry in item.criteria {
            lines.append("    \(entry.sections.text)")
            if entry.criteria.isEmpty { lines.append("      \(item.id)") }
            lines += entry.criteria.map { "      \(item.id).\($0.id)  \($0.name[language])" }
        }
        return lines
    }
}

/// A rubric as `rubric show --format json` writes it.
private struct RubricDescription: OutputRow {
    struct Side: Encodable {
        let warn, defect, severe: Double
        let code: String
        let severities: [Severity]

        init(_ side: LimitSide) {
            (warn, defect, severe, code) = (side.warn, side.defect, side.severe, side.code)
            severities = [side.ladder.warn, side.ladder.defect, side.ladder.severe]
        }

        init(_ side: BaselineLimits.Side) {
            (warn, defect, severe, code) = (side.warn, side.defect, side.severe, side.code)
            severities = [side.ladder.warn, side.ladder.defect, side.ladder.severe]
        }
    }

    /// Limits relative to what the device usually shows; sides in robust standard deviations from the median.
    struct Relative: Encodable {
        let high: Side?
        let low: Side?
        let least: Double
        let leastShare: Double
        let backstop: String

        enum CodingKeys: String, CodingKey {
            case high, low, least, backstop
            case leastShare = "least_share"
        }

        init(_ limits: BaselineLimits) {
            high = limits.high.map { Side($0) }
            low = limits.low.map { Side($0) }
            (least, leastShare, backstop) = (limits.least, limits.leastShare, limits.backstop.rawValue)
        }
    }

    struct Measure: Encodable {
        let metric: String
        let high: Side?
        let low: Side?
        let baseline: Relative?
    }

    struct Item: Encodable {
        let id: String
        let name: LocalizedText
        let weight: Double
        let criteria: [Measure]
    }

    struct ExpertEntry: Encodable {
        struct Question: Encodable {
            let id: String
            let name: LocalizedText
        }

        let id: String
        let name: LocalizedText
        let weight: Double
        let needs: String?
        let code: String?
        /// By section pattern.
        let criteria: [String: [Question]]

        init(_ item: ExpertItem) {
            (id, name, weight, code) = (item.id, item.name, item.weight, item.code)
            needs = item.needs?.rawValue
            criteria = Dictionary(
                item.criteria.map { entry in
                    (entry.sections.text, entry.criteria.map { Question(id: $0.id, name: $0.name) })
                },
                uniquingKeysWith: { first, _ in first }
            )
        }
    }

    let id: String
    let version: String
    let sha256: String
    let title: LocalizedText
    let examTypes: [String]
    let levels: [String: Double]
    let caps: [String: Double]
    let items: [Item]
    let expertItems: [ExpertEntry]
    let requiredSections: [String: [String]]
    let advice: [String: LocalizedText]

    static let columns = ["id", "version", "title_zh", "title_en", "exam_types", "sha256"]
    var cells: [String] { [id, version, title.zh, title.en, examTypes.joined(separator: " "), sha256] }

    enum CodingKeys: String, CodingKey {
        case id, version, sha256, title, levels, caps, items, advice
        case examTypes = "exam_types"
        case expertItems = "expert_items"
        case requiredSections = "required_sections"
    }

    init(_ rubric: Rubric) {
        (id, version, sha256, title) = (rubric.id, rubric.version, rubric.sha256, rubric.title)
        examTypes = rubric.examTypes
        levels = ["A": rubric.levels.a, "B": rubric.levels.b, "C": rubric.levels.c]
        caps = ["critical": rubric.caps.critical, "major": rubric.caps.major]
        items = rubric.items.map { item in
            Item(
                id: item.id,
                name: item.name,
                weight: item.weight,
                criteria: item.criteria.map {
                    Measure(
                        metric: $0.metric,
                        high: $0.high.map { Side($0) },
                        low: $0.low.map { Side($0) },
                        baseline: $0.baseline.map(Relative.init)
                    )
                }
            )
        }
        expertItems = rubric.expertItems.map(ExpertEntry.init)
        requiredSections = rubric.requiredSections.mapValues { $0.map(\.section) }
        advice = rubric.advice
    }
}
