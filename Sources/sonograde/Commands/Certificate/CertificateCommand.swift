import ArgumentParser
import CertificateOffice
import Certificates
import Foundation
import Grading
import Intake
import Reports
import Store

struct CertificateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificate",
        abstract: "Issue, export, verify, revoke and publish certificates of completion (结业证书).",
        discussion: """
            Who has completed a course gets a signed certificate, which anybody can verify. Set certificate.issuer,
            certificate.prefix and certificate.base_url in sonograde.yaml first; docs/certificates.md tells the rest.

            Example:
              sonograde certificate issue T03A
              sonograde certificate export --course T03A --output T03A.zip
              sonograde certificate verify WJUS-2025-T03A-00042-U
            """,
        subcommands: [
            CertificateIssueCommand.self, CertificateListCommand.self, CertificateExportCommand.self,
            CertificateVerifyCommand.self, CertificateRevokeCommand.self, CertificateReissueCommand.self,
            CertificatePublishCommand.self, CertificateSignAgainCommand.self,
        ]
    )

    /// The office of an opened home.
    static func office(_ opened: OpenHome) -> CertificateOffice {
        CertificateOffice(
            home: opened.home,
            settings: opened.settings,
            store: opened.store,
            program: "sonograde \(Sonograde.version)"
        )
    }

    /// A number as it was issued, out of what was typed.
    static func number(_ text: String) throws -> String {
        do throws(CertificateError) { return "\(try CertificateNumber(reading: text))" } catch {
            throw Failure(.usage, "\(error)")
        }
    }

    /// Turns the office's refusals into the answer no.
    static func asking<Value>(_ verb: () throws -> Value) throws -> Value {
        do { return try answering(verb) } catch let error as IntakeError where error.code == .notFound {
            throw Failure(.no, "\(error)")
        } catch let error as ReportError {
            throw Failure(.no, error.message)
        } catch let error as CertificateError {
            throw Failure(error.code == .library ? .diskOrStore : .no, "\(error)")
        }
    }
}

/// A certificate as commands write it (docs/schemas/certificate-list.schema.json).
struct CertificateRow: OutputRow {
    let number: String
    let name: String
    let institution: String
    let technician: String
    let course: String
    let awardedOn: String
    let expiresOn: String?
    let state: String
    let revokedAt: String?
    let reason: String?
    let replaces: String?
    let replacedBy: String?
    let address: String

    enum CodingKeys: String, CodingKey {
        case number, name, institution, technician, course, state, reason, replaces, address
        case awardedOn = "awarded_on"
        case expiresOn = "expires_on"
        case revokedAt = "revoked_at"
        case replacedBy = "replaced_by"
    }

    init(_ record: CertificateRecord, _ office: CertificateOffice) {
        number = record.number
        name = record.holder
        institution = record.institution
        technician = record.technician
        course = record.course
        awardedOn = record.awardedOn
        expiresOn = record.expiresOn
        state = record.state(on: office.today).rawValue
        revokedAt = record.revokedAt?.text
        reason = record.revocationReason
        replaces = record.replaces
        replacedBy = record.replacedBy
        address = IssuerAddress(base: office.settings.certificates.baseURL)?.certificate(record.token) ?? ""
    }

    static let columns = [
        "number", "name", "institution", "technician", "course", "awarded_on", "expires_on", "state", "revoked_at",
        "reason", "replaces", "replaced_by", "address",
    ]

    var cells: [String] {
        [
            number, name, institution, technician, course, awardedOn, expiresOn ?? "", state, revokedAt ?? "",
            reason ?? "", replaces ?? "", replacedBy ?? "", address,
        ]
    }

    /// One line for people.
    func show(_ language: Language) {
        let state = CertificateState(rawValue: state)?.name[language] ?? state
        let after = replacedBy.map { " → \($0)" } ?? reason.map { ": \($0)" } ?? ""
        let until = expiresOn.map { " – \($0)" } ?? ""
        Terminal.line("\(number)  \(name)  \(institution)/\(technician)  \(awardedOn)\(until)  \(state)\(after)".shown)
    }
}
