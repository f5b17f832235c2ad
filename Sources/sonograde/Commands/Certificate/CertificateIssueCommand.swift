import ArgumentParser
import CertificateOffice
import Foundation
import Grading
import Intake
import Store

struct CertificateIssueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Issue certificates to those who have completed a course.",
        discussion: """
            To everybody who was enrolled, or to the technicians who are named. Who has not completed the course gets none,
            with the reasons; who holds one keeps it. Exit 1 where some were refused, 2 where nobody got or holds one.

            Example:
              sonograde certificate issue T03A
              sonograde certificate issue T03A C01/zhang --on 2026-11-20
            """
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The course's id.") var course: String
    @Argument(help: "Technicians as INSTITUTION/CODE; else all who were enrolled.") var technicians: [String] = []
    @Option(help: "Day of award, yyyy-MM-dd, from the course's last day to today; else today.") var on: String?
    @OptionGroup var language: LanguageOption
    @OptionGroup var output: FormatOption

    func run() throws {
        let names = try technicians.map { text in
            guard let name = TechnicianName(text) else {
                throw Failure(.usage, "\(text) is no technician; write INSTITUTION/CODE, such as C01/zhang")
            }
            return name
        }
        let opened = try OpenHome.forWriting(try home.home())
        let office = CertificateCommand.office(opened)
        let language = language.language(home: opened.settings.language)
        let outcome = try CertificateCommand.asking {
            try office.issue(course: course, to: names.isEmpty ? nil : names, on: on)
        }
        try RowOutput.write(IssueRow.rows(outcome, language), as: output.format) { rows in
            for row in rows { row.show(language) }
        }
        if outcome.issued.isEmpty, outcome.held.isEmpty, outcome.refused.isEmpty {
            throw Failure(.no, "nobody is enrolled in course \(course)")
        }
        let refused = outcome.refused.count
        if refused == 0 { return }
        let isAnyDone = !outcome.issued.isEmpty || !outcome.held.isEmpty
        throw Failure(isAnyDone ? .doneWithRemarks : .no, "\(String.counted(refused, "technician")) got no certificate")
    }
}

/// What became of one technician (docs/schemas/certificate-issue.schema.json).
private struct IssueRow: OutputRow {
    let outcome: String
    let institution: String
    let technician: String
    let name: String
    let number: String?
    let codes: [String]
    let reasons: [String]

    static func rows(_ outcome: IssueOutcome, _ language: Language) -> [IssueRow] {
        outcome.issued.map { IssueRow("issued", $0) } + outcome.held.map { IssueRow("held", $0) }
            + outcome.refused.map { IssueRow($0, language) }
    }

    private init(_ outcome: String, _ record: CertificateRecord) {
        self.outcome = outcome
        institution = record.institution
        technician = record.technician
        name = record.holder
        number = record.number
        (codes, reasons) = ([], [])
    }

    private init(_ refusal: IssueOutcome.Refusal, _ language: Language) {
        outcome = "refused"
        institution = refusal.institution
        technician = refusal.technician
        name = refusal.name
        number = nil
        codes = refusal.codes
        reasons = refusal.reasons.map { $0[language] }
    }

    static let columns = ["outcome", "institution", "technician", "name", "number", "codes", "reasons"]

    var cells: [String] {
        [
            outcome, institution, technician, name, number ?? "", codes.joined(separator: ";"),
            reasons.joined(separator: "; "),
        ]
    }

    func show(_ language: Language) {
        let what = number ?? reasons.joined(separator: language == .zh ? "；" : "; ")
        let words = ["issued": "已颁发", "held": "已持有", "refused": "不予颁发"]
        let word = language == .zh ? words[outcome] ?? outcome : outcome
        Terminal.line(
            "\(word.padded(to: 8)) \("\(institution)/\(technician)".padded(to: 16)) \(name)  \(what)".shown
        )
    }
}

struct CertificateReissueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reissue",
        abstract: "Issue a certificate anew, with what register and course say today.",
        discussion: """
            For a name that was wrong, a lost trust, a revocation that was a mistake. The old one is revoked and says by
            which it was replaced.

            Example:
              sonograde certificate reissue WJUS-2025-T03A-00042-U --reason 姓名更正
            """
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The certificate's number.") var number: String
    @Option(help: "Why; it is kept.") var reason: String
    @Option(help: "Day of award, yyyy-MM-dd; else today.") var on: String?
    @OptionGroup var language: LanguageOption
    @OptionGroup var output: FormatOption

    func run() throws {
        let number = try CertificateCommand.number(number)
        try CourseOptions.check(reason: reason)
        let opened = try OpenHome.forWriting(try home.home())
        let office = CertificateCommand.office(opened)
        let record = try CertificateCommand.asking { try office.reissue(number: number, reason: reason, on: on) }
        try RowOutput.write([CertificateRow(record, office)], as: output.format) { rows in
            for row in rows { row.show(language.language(home: opened.settings.language)) }
        }
        opened.remark(
            zh: "\(number) 已由 \(record.number) 替代；请重新发布（certificate publish），核验页才会更新",
            en: "\(number) was replaced by \(record.number); publish again, so that its page says so"
        )
    }
}

struct CertificateRevokeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Take a certificate back.",
        discussion: """
            It stays in the register, with the reason. Its page and the status list say so when the site is published next.

            Example:
              sonograde certificate revoke WJUS-2025-T03A-00042-U --reason 成绩登记有误
            """
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The certificate's number.") var number: String
    @Option(help: "Why; it is kept, and not published.") var reason: String
    @OptionGroup var language: LanguageOption
    @OptionGroup var output: FormatOption

    func run() throws {
        let number = try CertificateCommand.number(number)
        try CourseOptions.check(reason: reason)
        let opened = try OpenHome.forWriting(try home.home())
        let office = CertificateCommand.office(opened)
        let record = try CertificateCommand.asking { try office.revoke(number: number, reason: reason) }
        try RowOutput.write([CertificateRow(record, office)], as: output.format) { rows in
            for row in rows { row.show(language.language(home: opened.settings.language)) }
        }
        opened.remark(
            zh: "\(number) 已撤销；请重新发布（certificate publish），核验页才会更新",
            en: "\(number) was revoked; publish again, so that its page says so"
        )
    }
}
