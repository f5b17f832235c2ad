import ArgumentParser
import Foundation
import Grading
import Intake
import Reports
import ReviewDesk
import Store

struct QueueListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List images that wait, the most urgent first.",
        discussion: """
            With an expert (--expert or SONOGRADE_EXPERT) only what that expert may take, else all.

            Example:
              sonograde queue list --exam-type abdomen --free
              sonograde queue list --section 'abd.*' --limit 20 --format json
              sonograde queue list --unblind --priority critical --institution C01
            """
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var expert: ExpertOption
    @OptionGroup var filter: QueueFilterOptions
    @Flag(help: "Only images that nobody holds.") var free = false
    @Flag(help: "Show priority and institution too; the audit trail notes it.") var unblind = false
    @Option(help: "Only critical, flagged or sampled; needs --unblind.") var priority: QueuePriority?
    @Option(help: "Only images of this institution; needs --unblind.") var institution: String?
    @Option(help: "At most so many.") var limit = 50
    @Option(help: ArgumentHelp("Go on after this place, which the page before names.", valueName: "place"))
    var after: String?
    @OptionGroup var language: LanguageOption
    @OptionGroup var output: FormatOption

    func run() throws {
        guard (1...10_000).contains(limit) else { throw Failure(.usage, "--limit is \(limit); allowed is 1 to 10000") }
        if !unblind, priority != nil || institution != nil {
            throw Failure(.usage, "--priority and --institution tell what an expert must not know: they need --unblind")
        }
        var filter = try filter.filter()
        filter.onlyFree = free
        filter.priority = priority
        filter.institution = institution
        let expert = try expert.id()
        let home = try home.home()
        let opened = unblind ? try OpenHome.forWriting(home) : try OpenHome.forReading(home)
        if let expert { _ = try opened.store.expertStanding(expert) }
        let page = try QueueWindow(room: opened.room()).page(
            filter,
            for: expert,
            after: after,
            limit: limit,
            disclosing: unblind ? expert ?? OpenHome.systemUser : nil
        )
        guard let page else {
            throw Failure(.usage, "--after \(after ?? "") is no place in the queue; the page before names one")
        }
        let rows = page.entries.map(QueueRow.init)
        let language = language.language(home: opened.settings.language)
        switch output.format {
        case .json: try Terminal.line(CanonicalJSON.text(QueuePage(page, rows: rows)))
        case .table: table(page, language)
        case .jsonl, .csv: try RowOutput.write(rows, as: output.format) { _ in }
        }
        if output.format == .table || page.next != nil { Terminal.remark(summary(page, language)) }
    }

    private func table(_ page: QueueWindow.Page, _ language: Language) {
        if page.entries.isEmpty { return Terminal.line(language == .zh ? "没有等待的图像" : "nothing waits") }
        let now = Timestamp(Date())
        let titles =
            language == .zh
            ? ["编号", "切面", "检查", "等待", "类别", "占用"] : ["image", "section", "exam", "waits", "kind", "held by"]
        var columns: [(title: String, alignment: TextTable.Alignment)] = titles.map { ($0, .left) }
        columns[0].alignment = .right
        if unblind { columns += (language == .zh ? ["优先", "机构"] : ["priority", "institution"]).map { ($0, .left) } }
        var table = TextTable(columns)
        for entry in page.entries {
            var cells = [
                "\(entry.image)", KnownNames.section(entry.section)?[language] ?? "-",
                KnownNames.examType(entry.examType)?[language] ?? "-",
                Age.words(from: entry.since, to: now, language), QueueWords.kind(entry.kind, language),
                entry.claim?.expert ?? "",
            ]
            if unblind { cells += [entry.priority?.name ?? "", entry.institution ?? ""] }
            table.add(cells)
        }
        Terminal.write(table.text(columns: Terminal.columns))
    }

    private func summary(_ page: QueueWindow.Page, _ language: Language) -> String {
        let count =
            language == .zh ? "本页 \(page.entries.count)，共 \(page.total)" : "\(page.entries.count) of \(page.total)"
        guard let next = page.next else { return count }
        return count + (language == .zh ? "；下一页：--after \(next)" : "; for the next page: --after \(next)")
    }
}

/// Words of the queue.
enum QueueWords {
    static func kind(_ kind: QueueKind, _ language: Language) -> String {
        switch kind {
        case .first: language == .zh ? "初次" : "first"
        case .dispute: language == .zh ? "异议" : "dispute"
        }
    }
}

/// A page of the queue as `queue list --format json` writes it (docs/schemas/queue.schema.json).
private struct QueuePage: Encodable {
    let schema = "sonograde.queue/1"
    let total: Int
    let next: String?
    let images: [QueueRow]

    init(_ page: QueueWindow.Page, rows: [QueueRow]) {
        total = page.total
        next = page.next
        images = rows
    }
}

/// One waiting image.
struct QueueRow: OutputRow {
    let image: Int64
    let kind: String
    let examType: String?
    let examTypeName: LocalizedText?
    let section: String?
    let sectionName: LocalizedText?
    let since: String
    let heldBy: String?
    let heldUntil: String?
    let priority: String?
    let institution: String?

    enum CodingKeys: String, CodingKey {
        case image, kind, section, since, priority, institution
        case examType = "exam_type"
        case examTypeName = "exam_type_name"
        case sectionName = "section_name"
        case heldBy = "held_by"
        case heldUntil = "held_until"
    }

    init(_ entry: QueueWindow.Entry) {
        image = entry.image
        kind = entry.kind.rawValue
        examType = entry.examType
        examTypeName = KnownNames.examType(entry.examType)
        section = entry.section
        sectionName = KnownNames.section(entry.section)
        since = entry.since.text
        heldBy = entry.claim?.expert
        heldUntil = entry.claim?.until.text
        priority = entry.priority?.name
        institution = entry.institution
    }

    static let columns = [
        "image", "kind", "exam_type", "section", "section_zh", "section_en", "since", "held_by", "held_until",
        "priority", "institution",
    ]

    var cells: [String] {
        [
            "\(image)", kind, examType ?? "", section ?? "", sectionName?.zh ?? "", sectionName?.en ?? "", since,
            heldBy ?? "", heldUntil ?? "", priority ?? "", institution ?? "",
        ]
    }
}
