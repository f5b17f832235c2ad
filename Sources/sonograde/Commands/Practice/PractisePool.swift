import ArgumentParser
import Grading
import Intake
import Reports
import ReviewDesk
import Store

extension PractiseCommand {
    struct Pool: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pool",
            abstract: "Look after the stored pictures that practice and papers draw from.",
            discussion: """
                In the pool is every picture that counts, that an expert has read with a level, and about which no \
                objection is open. One that should not be shown is kept out with a reason and can be let in again; both are \
                in the audit trail, and what was answered before stays.

                Examples:
                  sonograde practise pool list --institution C02
                  sonograde practise pool exclude 17 --reason 图中仍可见患者姓名 --by wang
                  sonograde practise pool admit 17 --reason 已确认无患者信息
                """,
            subcommands: [PoolList.self, PoolExclude.self, PoolAdmit.self],
            defaultSubcommand: PoolList.self
        )
    }

    struct PoolList: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract:
                "List the pictures, newest reading first: how they are used, and how often they were answered rightly.",
            discussion: """
                Uses: expert is the picture as the expert read it; altered is the same picture with a fault put in, where \
                the expert graded it A or B and no fault of technique stands (colour pictures are then left out). A picture \
                whose scan area is not sure has no use. --before goes on with a list where it ended.

                Examples:
                  sonograde practise pool list --excluded
                  sonograde practise pool list --limit 200 --format csv > pool.csv
                """
        )

        @OptionGroup var home: HomeOption
        @Option(help: "Only pictures of this institution.") var institution: String?
        @Flag(help: "Only those that are kept out.") var excluded = false
        @Option(help: ArgumentHelp("Only readings before this number.", valueName: "reading")) var before: Int64?
        @Option(help: "At most so many.") var limit = 50
        @OptionGroup var language: LanguageOption
        @OptionGroup var output: FormatOption

        func validate() throws {
            guard (1...10_000).contains(limit) else {
                throw ValidationError("--limit is \(limit); allowed: 1 to 10000")
            }
        }

        func run() throws {
            let opened = try OpenHome.forReading(try home.home())
            let language = language.language(home: opened.settings.language)
            let entries = try PracticePool(room: opened.room()).entries(
                institution: institution,
                isExcluded: excluded ? true : nil,
                before: before,
                limit: limit
            )
            let clock = ReportClock(zone: opened.settings.timezone)
            try RowOutput.write(entries.map(PoolRow.init), as: output.format) { rows in
                if rows.isEmpty { Terminal.line(PracticeWords(language).emptyPool) }
                for row in rows { Terminal.line(row.text(language, clock: clock).shown) }
            }
        }
    }

    struct PoolExclude: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "exclude",
            abstract: "Keep a picture out of practice and new papers.",
            discussion: "Example:\n  sonograde practise pool exclude 17 --reason 图中仍可见患者姓名 --by wang"
        )

        @OptionGroup var home: HomeOption
        @OptionGroup var ruling: PoolRuling

        func run() throws { try ruling.run(home, isExcluded: true) }
    }

    struct PoolAdmit: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "admit",
            abstract: "Let a picture in again that was kept out.",
            discussion: "Example:\n  sonograde practise pool admit 17 --reason 已确认无患者信息"
        )

        @OptionGroup var home: HomeOption
        @OptionGroup var ruling: PoolRuling

        func run() throws { try ruling.run(home, isExcluded: false) }
    }
}

/// Which picture is ruled on, and why.
struct PoolRuling: ParsableArguments {
    @Argument(help: "The image: its number, digits of its SHA-256, or institution/exam-folder/file.") var image: String
    @Option(help: "Why.") var reason: String
    @Option(help: "Who says so.") var by: String?

    func run(_ home: HomeOption, isExcluded: Bool) throws {
        try CourseOptions.check(reason: reason)
        let opened = try OpenHome.forWriting(try home.home())
        let number = try answering {
            let number = try ImageReference.image(image, in: opened.store)
            try PracticePool(room: opened.room()).rule(number, isExcluded: isExcluded, because: reason, by: by)
            return number
        }
        opened.remark(
            zh: "图像 \(number)：" + (isExcluded ? "不再用于练习" : "重新用于练习"),
            en: "image \(number): " + (isExcluded ? "kept out of practice" : "in practice again")
        )
    }
}

/// A picture of the pool as the command writes it.
private struct PoolRow: OutputRow {
    let entry: PracticePool.Entry
    private var picture: PooledPicture { entry.picture }
    private var ruling: PracticeRuling? { picture.rulings.last }

    init(_ entry: PracticePool.Entry) { self.entry = entry }

    enum CodingKeys: String, CodingKey {
        case schema, image, institution, section, level, expert, reading, uses, excluded, reason, by, attempts, right
        case readAt = "read_at"
        case ruledAt = "ruled_at"
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode("sonograde.practice-picture/1", forKey: .schema)
        try values.encode(picture.image, forKey: .image)
        try values.encode(picture.institution, forKey: .institution)
        try values.encodeIfPresent(picture.section, forKey: .section)
        try values.encode(picture.level, forKey: .level)
        try values.encode(picture.expert, forKey: .expert)
        try values.encode(picture.reading, forKey: .reading)
        try values.encode(picture.readAt.text, forKey: .readAt)
        try values.encode(entry.uses, forKey: .uses)
        try values.encode(picture.isExcluded, forKey: .excluded)
        try values.encodeIfPresent(ruling?.reason, forKey: .reason)
        try values.encodeIfPresent(ruling?.by, forKey: .by)
        try values.encodeIfPresent(ruling?.at.text, forKey: .ruledAt)
        try values.encode(picture.attempts, forKey: .attempts)
        try values.encode(picture.right, forKey: .right)
    }

    static let columns = [
        "image", "institution", "section", "level", "expert", "reading", "read_at", "uses", "excluded", "reason", "by",
        "ruled_at", "attempts", "right",
    ]

    var cells: [String] {
        [
            "\(picture.image)", picture.institution, picture.section ?? "", picture.level.rawValue, picture.expert,
            "\(picture.reading)", picture.readAt.text, entry.uses.map(\.rawValue).joined(separator: ";"),
            picture.isExcluded ? "1" : "0", ruling?.reason ?? "", ruling?.by ?? "", ruling?.at.text ?? "",
            "\(picture.attempts)", "\(picture.right)",
        ]
    }

    /// As people read it.
    func text(_ language: Language, clock: ReportClock) -> String {
        let words = PracticeWords(language)
        let section = picture.section.map { ExamCatalogue.section(id: $0)?.name[language] ?? $0 } ?? "–"
        var parts = [
            "#\(picture.image)".padded(to: 6), picture.institution, section, picture.level.label(language),
            "\(picture.expert) \(clock.time(picture.readAt).date)",
            words.uses(entry.uses, isExcluded: picture.isExcluded),
            words.answered(picture.attempts, right: picture.right),
        ]
        if let ruling {
            parts.append(
                [clock.time(ruling.at).date, ruling.by, ruling.reason].compactMap { $0 }.joined(separator: " ")
            )
        }
        return parts.joined(separator: "  ")
    }
}
