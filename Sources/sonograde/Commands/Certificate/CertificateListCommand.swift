import ArgumentParser
import CertificateOffice
import Foundation
import Grading
import Intake
import Store

struct CertificateListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List certificates with their state.",
        discussion: """
            Example:
              sonograde certificate list --course T03A
              sonograde certificate list --technician C01/zhang --format csv
            """
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var chosen: CertificateChoice
    @Option(help: "valid, expired, revoked or replaced; else all.") var state: String?
    @OptionGroup var language: LanguageOption
    @OptionGroup var output: FormatOption

    func run() throws {
        if let state, CertificateState(rawValue: state) == nil {
            throw Failure(.usage, "--state is \(state); allowed is valid, expired, revoked or replaced")
        }
        let opened = try OpenHome.forReading(try home.home())
        let office = CertificateCommand.office(opened)
        let rows = try chosen.records(opened.store).map { CertificateRow($0, office) }
            .filter { state == nil || $0.state == state }
        try RowOutput.write(rows, as: output.format) { rows in
            if rows.isEmpty { Terminal.line("no certificate") }
            for row in rows { row.show(language.language(home: opened.settings.language)) }
        }
    }
}

/// Which certificates a command is about.
struct CertificateChoice: ParsableArguments {
    @Option(help: "Only those of a course.") var course: String?
    @Option(help: "Only those of an institution.") var institution: String?
    @Option(help: "Only those of a technician, as INSTITUTION/CODE.") var technician: String?

    /// Whether anything narrows the choice.
    var isEmpty: Bool { course == nil && institution == nil && technician == nil }

    /// The certificates by number.
    func records(_ store: Store) throws -> [CertificateRecord] {
        var (institution, code): (String?, String?) = (institution, nil)
        if let technician {
            guard let name = TechnicianName(technician) else {
                throw Failure(.usage, "--technician is \(technician); write INSTITUTION/CODE, such as C01/zhang")
            }
            guard institution == nil || institution == name.institution else {
                throw Failure(.usage, "--institution and --technician name two institutions")
            }
            (institution, code) = (name.institution, name.code)
        }
        return try store.certificates(course: course, institution: institution, technician: code)
    }
}

struct CertificatePublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Write the verification site, which any web server can host.",
        discussion: """
            One page a certificate behind the unguessable address of its QR code, the signed status lists, and the issuer's
            keys; no login, and no list to leaf through. Serve the folder at certificate.base_url, and publish daily and
            after each revocation: a page says what was so when it was written, and a status list says until when it may be
            relied on (setting certificate.status_days).

            Example:
              sonograde certificate publish site
            """
    )

    @OptionGroup var home: HomeOption
    @Argument(help: ArgumentHelp("The site's folder; made where it is missing.", valueName: "folder")) var folder:
        String

    func run() throws {
        let opened = try OpenHome.forReading(try home.home())
        let office = CertificateCommand.office(opened)
        let outcome = try CertificateCommand.asking { try office.publish(to: folder) }
        Terminal.remark(
            "\(folder): \(String.counted(outcome.certificates, "certificate")), \(outcome.written) files written, "
                + "\(outcome.unchanged) right already; publish again before \(outcome.statusUntil), when its status lists end"
        )
        if outcome.elsewhere > 0 {
            Terminal.remark(
                "\(String.counted(outcome.elsewhere, "certificate")) signed for another certificate.base_url: their QR codes "
                    + "and status lists stay at that address; go on serving what was published there"
            )
        }
        if outcome.ofWithdrawnKeys > 0 {
            Terminal.remark(
                "\(String.counted(outcome.ofWithdrawnKeys, "certificate")) signed with a withdrawn key: other programs do "
                    + "not believe the file; do: sonograde certificate sign-again, and publish again"
            )
        }
    }
}
