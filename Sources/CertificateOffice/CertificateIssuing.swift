internal import Certificates
internal import Digests
internal import Foundation
internal import Grading
internal import Intake
package import Store

extension CertificateOffice {
    /// Issues the certificates of a course: to these technicians, or to all who were enrolled.
    ///
    /// Who has not completed the course gets none, with every reason; who holds one keeps it; whose certificate was
    /// revoked gets another one only by `reissue`. All that can be issued is issued in one transaction.
    ///
    /// - Parameter day: the day of award, `yyyy-MM-dd`, from the course's last day to today; nil for today. Who has
    ///   completed the course is judged on that day.
    ///
    /// Throws `StoreError` with `notFound` for an unknown course, `IntakeError` for settings that are missing, a day
    /// that cannot be, and a technician who is not enrolled.
    package func issue(course id: String, to technicians: [TechnicianName]?, on day: String? = nil) throws
        -> IssueOutcome
    {
        // Another process may issue the same, or make another key, between what is read here and what is written: then
        // nothing was written, and what it did is seen the next time.
        for _ in 0..<4 {
            do { return try issueOnce(course: id, to: technicians, on: day) } catch let error as StoreError
                where error.code == .denied
            {
                continue
            }
        }
        return try issueOnce(course: id, to: technicians, on: day)
    }

    private func issueOnce(course id: String, to technicians: [TechnicianName]?, on day: String?) throws -> IssueOutcome
    {
        let course = try store.course(id)
        let awarded = try awardDay(day, course)
        let standings = try chosen(technicians, of: try store.courseStandings(course: id, on: awarded), course)
        // Who completed it only after the day of award is told so, not that marks are missing.
        let later =
            awarded == today
            ? [] : try store.courseStandings(course: id, on: today).filter(\.eligibility.isEligible).map(\.technicianID)
        var outcome = IssueOutcome()
        var drafts: [Draft] = []
        for standing in standings {
            if let last = try store.lastCertificate(course: id, technicianID: standing.technicianID) {
                if last.revokedAt == nil {
                    outcome.held.append(last)
                } else {
                    outcome.refused.append(.init(standing, revoked: last.number))
                }
            } else if standing.eligibility.isEligible {
                drafts.append(Draft(course: course, standing: standing, awardedOn: awarded))
            } else if later.contains(standing.technicianID) {
                outcome.refused.append(.init(standing, completedAfter: awarded))
            } else {
                outcome.refused.append(.init(standing))
            }
        }
        outcome.issued = try issue(drafts)
        return outcome
    }

    /// Issues a certificate anew with what register and course say today; the old one is revoked and says by which it
    /// was replaced.
    ///
    /// Throws `StoreError` with `notFound` for an unknown number, and `denied` for one that was replaced before and
    /// where the holder has not completed the course by what is noted now.
    package func reissue(number: String, reason: String, on day: String? = nil) throws -> CertificateRecord {
        guard let old = try store.certificate(number: number) else {
            throw StoreError(code: .notFound, message: "no certificate of that number was issued", identity: number)
        }
        let course = try store.course(old.course)
        let awarded = try awardDay(day, course)
        let standings = try store.courseStandings(course: old.course, on: awarded)
        guard let standing = standings.first(where: { $0.technicianID == old.technicianID }),
            standing.eligibility.isEligible
        else {
            let reasons = standings.first { $0.technicianID == old.technicianID }?.eligibility.obstacles ?? [.withdrawn]
            throw StoreError(
                code: .denied,
                message: "the course is not completed: " + reasons.map(\.text.en).joined(separator: "; "),
                identity: number
            )
        }
        var draft = Draft(course: course, standing: standing, awardedOn: awarded)
        draft.replacing = CertificateReplacement(number: number, reason: reason)
        guard let record = try issue([draft]).first else {
            throw StoreError(code: .failed, message: "nothing was issued", identity: number)
        }
        return record
    }

    /// Takes a certificate back; see `Store.revokeCertificate`.
    package func revoke(number: String, reason: String) throws -> CertificateRecord {
        try store.revokeCertificate(number: number, reason: reason, at: Timestamp(now()))
    }

    /// A certificate to be made.
    struct Draft {
        var course: CourseRecord
        var standing: CourseStanding
        var awardedOn: String
        var replacing: CertificateReplacement?
    }

    private func issue(_ drafts: [Draft]) throws -> [CertificateRecord] {
        // A home that cannot issue says so even where nobody would get one.
        let address = try address()
        let issuer = try issuer()
        let prefix = settings.certificates.prefix
        guard !prefix.isEmpty else { throw missing("certificate.prefix", "WJUS") }
        return try keys.withSigningKey { key in
            if drafts.isEmpty { return [] }
            var statements: [String: CertificateStatement] = [:]
            var orders: [CertificateOrder] = []
            for draft in drafts {
                let expiry = try expiry(of: draft.awardedOn)
                var order = CertificateOrder(
                    prefix: prefix,
                    year: Int(draft.awardedOn.prefix(4)) ?? 0,
                    course: try CertificateNumber.coursePart(of: draft.course.id),
                    technicianID: draft.standing.technicianID,
                    holder: draft.standing.name,
                    identityMasked: draft.standing.identityMasked,
                    awardedOn: draft.awardedOn,
                    expiresOn: expiry,
                    token: RandomName.token(try StrongRandom.bytes(16)),
                    key: key.publicKey.thumbprint
                )
                order.replacing = draft.replacing
                statements[order.token] = statement(draft, issuer, expiresOn: expiry)
                orders.append(order)
            }
            return try store.issueCertificates(orders, at: Timestamp(now()), place: Self.randomPlace) { order, place in
                guard var statement = statements[order.token] else {
                    throw CertificateError(code: .refused, message: "an order without a statement")
                }
                let number = try CertificateNumber(
                    prefix: order.prefix,
                    year: order.year,
                    course: order.course,
                    sequence: place.sequence
                )
                statement.number = "\(number)"
                let validity = try validity(of: order, place.inList)
                let credential = try CertificateCredential(
                    statement,
                    id: RandomName.urn(try StrongRandom.bytes(16)),
                    subject: RandomName.urn(try StrongRandom.bytes(16)),
                    issuer: address,
                    validity: validity
                )
                let token = try CredentialToken(signing: credential.bytes(), key: key, issuer: address)
                return SignedCertificate(number: statement.number, document: token.text)
            }
        }
    }

    /// A place of a status list at random, 0 to 131,071.
    private static func randomPlace() throws -> Int {
        try StrongRandom.bytes(3).reduce(0) { $0 << 8 | Int($1) } % RevocationBits.places
    }
}

extension CertificateOffice {
    private func chosen(
        _ technicians: [TechnicianName]?,
        of standings: [CourseStanding],
        _ course: CourseRecord
    ) throws(IntakeError) -> [CourseStanding] {
        guard let technicians else { return standings }
        var chosen: [CourseStanding] = []
        for name in technicians {
            let found = standings.first { $0.institution == name.institution && $0.code == name.code }
            guard let found else {
                throw IntakeError(
                    code: .notFound,
                    message: "is not enrolled in course \(course.id); see: sonograde course show \(course.id)",
                    identity: "\(name)"
                )
            }
            if !chosen.contains(where: { $0.technicianID == found.technicianID }) { chosen.append(found) }
        }
        return chosen
    }
}
