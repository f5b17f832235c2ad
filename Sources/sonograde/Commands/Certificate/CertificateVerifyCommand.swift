import ArgumentParser
import CertificateOffice
import Certificates
import Foundation
import Grading
import Intake
import Reports
import Store

struct CertificateVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Say what a certificate is worth: a file, a number, or the address of its QR code.",
        discussion: """
            Without a network. In the issuer's home by keys and register; anywhere else a file by the published keys
            (--keys) and status list (--status). Shows every signed field: compare them with the paper, for a PDF's letters
            can be edited. A status list says how old it is; one that has ended does not show that a certificate is in
            force. Exit 0 valid, 1 valid but revocation was not checked, 2 anything else.

            Example:
              sonograde certificate verify WJUS-2025-T03A-00042-U
              sonograde certificate verify certificate.pdf
              sonograde certificate verify certificate.pdf --keys jwks.json --status 1.jwt
            """
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "A file of export (PDF, PNG, JSON, JWT), a number, or an address.") var certificate: String
    @Option(help: "The issuer's published keys (jwks.json): verifies without a home.") var keys: String?
    @Option(help: "The issuer's published status list; may be repeated. Only with --keys.") var status: [String] = []
    @OptionGroup var language: LanguageOption
    @OptionGroup var output: FormatOption

    func run() throws {
        var isFolder: ObjCBool = false
        let isFile = FileManager.default.fileExists(atPath: certificate, isDirectory: &isFolder) && !isFolder.boolValue
        let (answer, spoken) = try CertificateCommand.asking { try keys == nil ? atHome(isFile) : abroad(isFile) }
        let shown = VerificationOutput(answer, language: spoken)
        switch output.format {
        case .table: shown.show()
        case .json, .jsonl: try Terminal.line(CanonicalJSON.text(shown))
        case .csv: try RowOutput.write([shown], as: .csv) { _ in }
        }
        guard answer.verdict == .valid else { throw Failure(.no, answer.verdict.text.en) }
        if !answer.basis.isChecked { throw Failure(.doneWithRemarks, answer.basis.text.en) }
    }

    private func atHome(_ isFile: Bool) throws -> (CertificateAnswer, Language) {
        guard status.isEmpty else { throw Failure(.usage, "--status goes with --keys") }
        let isMeantAsFile = CertificateForm.allCases.contains { certificate.lowercased().hasSuffix(".\($0.rawValue)") }
        if isMeantAsFile, !isFile { throw Failure(.no, "\(certificate): no such file") }
        let opened = try OpenHome.forReading(try home.home())
        let office = CertificateCommand.office(opened)
        let spoken = language.language(home: opened.settings.language)
        if isFile { return (try office.check(file: try Self.bytes(certificate)).answer, spoken) }
        guard let checked = try office.check(numberOrAddress: certificate) else { return (.unknown, spoken) }
        return (checked.answer, spoken)
    }

    private func abroad(_ isFile: Bool) throws -> (CertificateAnswer, Language) {
        guard isFile, let keys else {
            throw Failure(.no, "\(certificate): no such file; away from the issuer's home only files can be verified")
        }
        let answer = try CertificateAbroad.check(
            file: try Self.bytes(certificate),
            keys: try Self.bytes(keys),
            statusLists: try status.map(Self.bytes),
            now: Timestamp(Date())
        )
        return (answer, language.language())
    }

    private static func bytes(_ file: String) throws -> [UInt8] {
        let input = try InputFile(file)
        var bytes: [UInt8] = []
        while let more = try input.read() {
            bytes += more
            guard bytes.count <= 64 << 20 else { throw Failure(.no, "\(file) is larger than any certificate") }
        }
        return bytes
    }
}

/// What a verification found (docs/schemas/verification.schema.json).
private struct VerificationOutput: OutputRow {
    let schema = "sonograde.verification/1"
    let verdict: String
    let message: String
    let basis: String
    let list: List?
    let number: String?
    let replacedBy: String?
    let key: String?
    let keyWithdrawnOn: String?
    let algorithm: String?
    let certificate: CertificateStatement?
    let revocation: Revocation?
    private let fields: [(name: String, value: String)]
    private let basisText: String
    private let keyText: String?
    private let revocationText: String?
    private let caution: String?

    /// When and why it was taken back, where that is known.
    struct Revocation: Encodable {
        let on: String
        let reason: String?
    }

    enum CodingKeys: String, CodingKey {
        case schema, verdict, message, basis, number, key, algorithm, certificate
        case list = "status_list"
        case replacedBy = "replaced_by"
        case keyWithdrawnOn = "key_withdrawn_on"
        case revocation
    }

    init(_ answer: CertificateAnswer, language: Language) {
        verdict = answer.verdict.code
        message = answer.verdict.text[language]
        basis = answer.basis.code
        list = List(answer.basis)
        number = answer.credential?.statement.number
        if case .replaced(let number, _) = answer.verdict { replacedBy = number } else { replacedBy = nil }
        key = answer.key?.thumbprint
        keyWithdrawnOn = answer.keyWithdrawnOn
        algorithm = answer.key?.algorithm.rawValue
        keyText = answer.keyWithdrawnOn.map { KeyWords.withdrawn(on: $0)[language] }
        certificate = answer.credential?.statement
        fields = (answer.credential.map(StatementField.all) ?? []).map { ($0.name[language], $0.value[language]) }
        basisText = answer.basis.text[language]
        caution = answer.caution?[language]
        revocationText = answer.formerRevocation?.text[language]
        if case .revoked(let day?, let reason) = answer.verdict {
            revocation = Revocation(on: day, reason: reason)
        } else {
            revocation = answer.formerRevocation.map { Revocation(on: $0.day, reason: $0.reason) }
        }
    }

    static let columns = [
        "verdict", "message", "basis", "number", "replaced_by", "key", "key_withdrawn_on", "algorithm", "list_made_at",
        "list_valid_until", "list_age_days",
    ]
    var cells: [String] {
        [
            verdict, message, basis, number ?? "", replacedBy ?? "", key ?? "", keyWithdrawnOn ?? "", algorithm ?? "",
            list?.madeAt ?? "", list?.validUntil ?? "", list.map { String($0.ageDays) } ?? "",
        ]
    }

    /// The status list that was used, or is too old to be used.
    struct List: Encodable {
        let madeAt: String
        let validUntil: String?
        let ageDays: Int

        enum CodingKeys: String, CodingKey {
            case madeAt = "made_at"
            case validUntil = "valid_until"
            case ageDays = "age_days"
        }

        init?(_ basis: CertificateAnswer.Basis) {
            switch basis {
            case .statusList(let age), .outdated(let age):
                (madeAt, validUntil, ageDays) = (age.from, age.until, age.days)
            case .register, .needs, .none: return nil
            }
        }
    }

    /// For people: the answer, then every signed field.
    func show() {
        Terminal.line(message.shown)
        if let revocationText { Terminal.line(revocationText.shown) }
        guard certificate != nil else { return }
        Terminal.line(basisText.shown)
        if let keyText { Terminal.line(keyText.shown) }
        if let caution { Terminal.line(caution.shown) }
        Terminal.line("")
        let widest = fields.map { TerminalWidth.of($0.name) }.max() ?? 0
        for field in fields {
            let gap = String(repeating: " ", count: widest - TerminalWidth.of(field.name) + 2)
            Terminal.line((field.name + gap + field.value).shown)
        }
        if let key, let algorithm { Terminal.line("\n\(algorithm) \(key)") }
    }
}
