import ArgumentParser
import Foundation
import Grading
import Intake
import ReviewDesk
import Store

struct ExpertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expert",
        abstract: "Keep the roster of experts, and whose images none of them gets.",
        discussion: """
            While the roster is empty anybody may review. An expert never gets an image of an institution of the own.

            Example:
              sonograde expert add wang --name 王医生 --institution C01 --institution C02
              sonograde expert list
            """,
        subcommands: [
            Add.self, List.self, Change.self, RegistryRetire<ExpertRecord>.self,
            RegistryImporting<ExpertRecord>.self, RegistryExport<ExpertRecord>.self,
        ]
    )

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: "Put an expert on the roster.",
            discussion: "Example:\n  sonograde expert add wang --name 王医生 --institution C01"
        )

        @OptionGroup var home: HomeOption
        @Argument(help: "What --expert will say: short, without spaces.") var id: String
        @Option(help: "The name that people read; else the id.") var name: String?
        @Option(help: "An institution of the own, as its inbox folder is called; may be repeated.")
        var institution: [String] = []
        @Option(help: "Professional title (职称), such as 主任医师.") var title: String?
        @Option(help: "What the expert knows best; may be repeated.") var subject: [String] = []

        func run() throws {
            if let problem = ExpertID.problem(id) { throw Failure(.usage, "the id \(problem)") }
            try ExpertCommand.check(name: name, institutions: institution)
            let opened = try OpenHome.forWriting(try home.home())
            let now = Timestamp(Date())
            var record = ExpertRecord(id: id, name: name ?? id, institutions: institution, addedAt: now)
            (record.title, record.subjects) = (title, subject)
            try usageErrors { try opened.store.add(record, at: now) }
            opened.remark(zh: "\(id)：已列入专家名单", en: "\(id): on the roster")
            try ExpertCommand.warn(of: institution, in: opened)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: "Show the roster.",
            discussion: "Example:\n  sonograde expert list --with-retired --format csv"
        )

        @OptionGroup var home: HomeOption
        @Flag(name: .customLong("with-retired"), help: "Also those who take no more work.") var withRetired = false
        @OptionGroup var output: FormatOption

        func run() throws {
            let opened = try OpenHome.forReading(try home.home())
            let experts = try opened.store.experts(withRetired: withRetired)
            try RowOutput.write(experts.map(ExpertRow.init), as: output.format) { rows in
                if rows.isEmpty { Terminal.line("the roster is empty: anybody may review") }
                for row in rows {
                    let own = row.institutions.isEmpty ? "" : "  not from \(row.institutions.joined(separator: ", "))"
                    let retired = row.retiredAt.map { "  retired \($0)" } ?? ""
                    Terminal.line("\(row.id.padded(to: 12)) \(row.name)\(own)\(retired)".shown)
                }
            }
        }
    }

    struct Change: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "change",
            abstract: "Change an expert's name or institutions.",
            discussion: """
                --institution takes the place of all that were there.

                Example:
                  sonograde expert change wang --institution C01 --institution C03
                  sonograde expert change wang --no-institution
                """
        )

        @OptionGroup var home: HomeOption
        @Argument(help: "The expert's id.") var id: String
        @Option(help: "The new name.") var name: String?
        @Option(help: "An institution of the own; may be repeated.") var institution: [String] = []
        @Flag(name: .customLong("no-institution"), help: "No institution of the own any more.")
        var noInstitution = false
        @Option(help: "The new professional title; '' takes it away.") var title: String?
        @Option(help: "What the expert knows best; may be repeated.") var subject: [String] = []

        func run() throws {
            guard name != nil || noInstitution || !institution.isEmpty || title != nil || !subject.isEmpty else {
                throw Failure(
                    .usage,
                    "say what changes: --name, --institution, --no-institution, --title or --subject"
                )
            }
            if noInstitution, !institution.isEmpty {
                throw Failure(.usage, "--no-institution goes without --institution")
            }
            try ExpertCommand.check(name: name, institutions: institution)
            let opened = try OpenHome.forWriting(try home.home())
            let institutions = noInstitution ? [] : (institution.isEmpty ? nil : institution)
            let (name, title) = (name, title)
            let subjects = subject.isEmpty ? nil : subject
            let isChanged = try usageErrors {
                try opened.store.change(ExpertRecord.self, RegistryReference(id), at: Timestamp(Date())) {
                    (expert) throws(RegistryMistake) in
                    if let name { expert.name = name }
                    if let institutions { expert.institutions = institutions }
                    if let title { try expert.set("title", to: title) }
                    if let subjects { expert.subjects = subjects }
                }
            }
            opened.remark(
                zh: id + (isChanged ? "：已修改" : "：原本如此，未作修改"),
                en: id + (isChanged ? ": changed" : ": is so already")
            )
            try ExpertCommand.warn(of: institution, in: opened)
        }
    }

    /// A slip in an institution's code would let an expert read the own institution's images.
    static func warn(of institutions: [String], in opened: OpenHome) throws {
        for code in try opened.store.unknownInstitutions(among: institutions) {
            opened.remark(
                zh: "机构 \(code) 未登记，也未上传过图像；请核对编号，或先登记",
                en: "no institution \(code) is registered or was seen; check the code, or add it"
            )
        }
    }

    /// Names that people read hold something to be read.
    fileprivate static func check(name: String?, institutions: [String]) throws(Failure) {
        for (option, text) in [("--name", name)] + institutions.map({ ("--institution", Optional($0)) }) {
            guard let text else { continue }
            let isPlain = !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
            guard isPlain, text.contains(where: { !$0.isWhitespace }) else {
                throw Failure(.usage, "\(option) is empty or holds characters that cannot be seen")
            }
        }
    }
}

/// An expert as the command writes it.
private struct ExpertRow: OutputRow {
    let id: String
    let name: String
    let institutions: [String]
    let title: String?
    let subjects: [String]
    let addedAt: String
    let retiredAt: String?

    enum CodingKeys: String, CodingKey {
        case id, name, institutions, title, subjects
        case addedAt = "added_at"
        case retiredAt = "retired_at"
    }

    init(_ record: ExpertRecord) {
        id = record.id
        name = record.name
        institutions = record.institutions
        (title, subjects) = (record.title, record.subjects)
        addedAt = record.addedAt.text
        retiredAt = record.retiredAt?.text
    }

    static let columns = ["id", "name", "institutions", "added_at", "retired_at", "title", "subjects"]
    var cells: [String] {
        [
            id, name, institutions.joined(separator: ";"), addedAt, retiredAt ?? "", title ?? "",
            subjects.joined(separator: ";"),
        ]
    }
}
