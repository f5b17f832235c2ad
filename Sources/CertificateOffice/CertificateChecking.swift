package import Certificates
internal import Foundation
internal import Intake
internal import Reports
package import Store

/// What a verification in the issuer's own home found.
package struct CheckedCertificate: Sendable, Hashable {
    package var answer: CertificateAnswer
    /// What the register has of it; nil where it has nothing.
    package var record: CertificateRecord?
}

extension CertificateOffice {
    /// Verifies a file's bytes by the home's keys and register.
    package func check(file bytes: [UInt8]) throws -> CheckedCertificate {
        var found: CertificateRecord?
        let verifier = try verifier()
        let seconds = Int(now().timeIntervalSince1970.rounded(.down))
        let answer = try verifier.answer(to: bytes, now: seconds) { credential, token in
            guard let record = try store.certificate(number: credential.statement.number) else { return .missing }
            found = record
            return try store.isDocument(token, of: record) ? entry(of: record) : .other
        }
        return CheckedCertificate(answer: answer, record: found)
    }

    /// Verifies a number, or the address that the QR code holds, by the register: what was issued under it is checked
    /// like a file.
    ///
    /// Throws `IntakeError` with code `notFound` for a text that is neither.
    package func check(numberOrAddress text: String) throws -> CheckedCertificate? {
        let record: CertificateRecord?
        if let token = Self.token(in: text) {
            record = try store.certificate(token: token)
        } else {
            let number: CertificateNumber
            do throws(CertificateError) { number = try CertificateNumber(reading: text) } catch {
                throw IntakeError(code: .notFound, message: error.message, identity: text)
            }
            record = try store.certificate(number: "\(number)")
        }
        guard let record else { return nil }
        return try check(file: Array(record.document.utf8))
    }

    /// Whether a text is an address of a certificate's page, or the unguessable part of one.
    package static func isAddress(_ text: String) -> Bool { token(in: text) != nil }

    private static func token(in text: String) -> String? {
        let parts = text.trimmingCharacters(in: .whitespacesAndNewlines).split(separator: "/")
        guard let last = parts.last?.lowercased(), RandomName.isToken(last) else { return nil }
        return last
    }

    /// What the register says of a certificate of its own.
    func entry(of record: CertificateRecord) -> RegisterEntry {
        guard let revoked = record.revokedAt else { return .inForce }
        let revocation = CertificateAnswer.Revocation(
            day: clock.time(revoked).date,
            reason: record.revocationReason ?? ""
        )
        guard let later = record.replacedBy else {
            return .revoked(on: revocation.day, reason: revocation.reason)
        }
        return .replaced(
            by: later,
            on: clock.time(record.replacedAt ?? revoked).date,
            revoked: record.wasRevokedBefore ? revocation : nil
        )
    }
}

/// Verification away from the issuer: by the keys and, where there is one, the status list that were published.
package enum CertificateAbroad {
    /// Verifies a file by a JSON Web Key Set and the texts of signed status lists.
    ///
    /// Throws `CertificateError` for keys or lists that cannot be used.
    package static func check(
        file bytes: [UInt8],
        keys: [UInt8],
        statusLists: [[UInt8]],
        now: Timestamp
    ) throws -> CertificateAnswer {
        let verifier = try JSONWebKeySet(reading: keys).verifier()
        var lists: [StatusListCredential] = []
        for list in statusLists { lists.append(try verifier.statusList(String(decoding: list, as: UTF8.self))) }
        return try verifier.answer(
            to: bytes,
            now: Int((Double(now.milliseconds) / 1000).rounded(.down)),
            statusLists: lists
        )
    }
}
