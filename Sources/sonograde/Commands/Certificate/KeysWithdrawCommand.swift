import ArgumentParser
import CertificateOffice
import Foundation
import Grading
import Intake
import Reports
import Store

struct KeysWithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Withdraw a key that may be in strange hands; the certificates that were issued stay valid.",
        discussion: """
            From now on a signature of this key is believed only where the register has the certificate, whatever days it \
            bears. The key in use is followed by another one first. Then sign the certificates again, so that other programs \
            believe their files too, and publish. There is no way back.

            Example:
              sonograde keys list
              sonograde keys withdraw pGRIrs2zVfmP --reason 服务器失窃
              sonograde certificate sign-again
              sonograde certificate publish site
            """
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The key's thumbprint or its first 8 letters or more; one that begins with - comes after --.")
    var thumbprint: String
    @Option(help: "Why; it is kept, and not published.") var reason: String

    func run() throws {
        try CourseOptions.check(reason: reason)
        let opened = try OpenHome.forWriting(try home.home())
        let office = CertificateCommand.office(opened)
        let (key, done) = try CertificateCommand.asking {
            let key = try office.keys.thumbprint(beginning: thumbprint)
            return (key, try office.withdrawKey(key, reason: reason))
        }
        if let successor = done.successor {
            Terminal.remark("\(successor.thumbprint) signs from now on; back up \(opened.home.keys)")
        }
        let count = String.counted(done.certificates, "certificate")
        Terminal.remark(
            done.certificates == 0
                ? "\(key) is withdrawn; publish again, so that everybody knows"
                : "\(key) is withdrawn; \(count) to be signed again: sonograde certificate sign-again, then publish"
        )
    }
}

struct CertificateSignAgainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-again",
        abstract: "Sign the certificates of withdrawn keys again, with the key in use.",
        discussion: """
            After keys withdraw. Number, page, QR code and all that is said stay, so paper stays good; files that people have \
            are still known to verify. Only their holders' new files (export, or the page) are believed by other programs. \
            Revoked ones stay revoked. All of them or none.

            Example:
              sonograde certificate sign-again --home /srv/sonograde
            """
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var language: LanguageOption
    @OptionGroup var output: FormatOption

    func run() throws {
        let opened = try OpenHome.forWriting(try home.home())
        let office = CertificateCommand.office(opened)
        let records = try CertificateCommand.asking { try office.signAgain() }
        try RowOutput.write(records.map { CertificateRow($0, office) }, as: output.format) { rows in
            for row in rows { row.show(language.language(home: opened.settings.language)) }
        }
        Terminal.remark(
            records.isEmpty
                ? "no certificate is signed with a withdrawn key"
                : "\(String.counted(records.count, "certificate")) signed again; publish, and export the files anew"
        )
    }
}
