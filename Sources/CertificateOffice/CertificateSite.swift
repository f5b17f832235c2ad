internal import Certificates
internal import Foundation
internal import Grading
internal import Intake
internal import Reports
internal import Store

/// What publishing did.
package struct PublishOutcome: Sendable, Hashable {
    /// Pages of certificates on the site.
    package var certificates = 0
    /// Files that were written because they were missing or had other bytes.
    package var written = 0
    /// Files that were right already.
    package var unchanged = 0
    /// Certificates whose signature is of a withdrawn key: other programs do not believe their files.
    package var ofWithdrawnKeys = 0
    /// The day from which on the status lists say nothing more, `yyyy-MM-dd`: publish again before it.
    package var statusUntil = ""
    /// Certificates that were signed for another address than the site's, which their QR codes lead to.
    package var elsewhere = 0
}

extension CertificateOffice {
    /// Writes the verification site into a folder, which any web server can host: one page a certificate behind its
    /// unguessable part, the status lists, and the issuer's keys.
    ///
    /// Nothing in it lists the certificates, whatever a server does with folders. A file that is right already is left
    /// as it is, and one that the site does not have is never touched, so publishing again is cheap and safe at any
    /// time; whoever publishes into the same folder meanwhile waits. The page of a certificate says what is so at this moment: publish daily, and after each revocation.
    ///
    /// - Parameter page: told the number of each certificate whose page is done.
    ///
    /// Throws `IntakeError` where settings are missing or the disk refuses.
    package func publish(to folder: String, page: (String) -> Void = { _ in }) throws -> PublishOutcome {
        let address = try address()
        let issuer = LocalizedText(
            zh: settings.certificates.issuer,
            en: settings.certificates.issuerEnglish.isEmpty
                ? settings.certificates.issuer : settings.certificates.issuerEnglish
        )
        guard !issuer.zh.isEmpty else { throw missing("certificate.issuer", "成都市温江区人民医院") }
        var site = try SiteFolder(path: folder)
        defer { site.close() }
        try writeKeys(issuer, address, &site)
        let lists = try writeStatusLists(address, &site)
        let withdrawn = Set(try store.signingKeys().filter { $0.withdrawal != nil }.map(\.thumbprint))
        for record in try store.certificates() {
            try site.write(Array((record.document + "\n").utf8), to: "v/\(record.token)/credential.jwt")
            try site.write(try verificationPage(of: record, issuer), to: "v/\(record.token)/index.html")
            site.outcome.certificates += 1
            if withdrawn.contains(record.key) { site.outcome.ofWithdrawnKeys += 1 }
            if try credential(of: record).issuer.id != address.issuer { site.outcome.elsewhere += 1 }
            page(record.number)
        }
        try writeNotices(issuer, lists: lists, address, &site)
        return site.outcome
    }

    /// The trusted keys; at a withdrawn one's address stands that it was withdrawn.
    private func writeKeys(
        _ issuer: LocalizedText,
        _ address: IssuerAddress,
        _ site: inout SiteFolder
    ) throws {
        for key in try keys.publicKeys() {
            try site.write(CanonicalJSON.bytes(JSONWebKey(key)) + [10], to: "keys/\(key.thumbprint).json")
        }
        for key in try withdrawnKeys() {
            let notice = WithdrawalNotice(kid: key.key.thumbprint, withdrawn: key.from)
            try site.write(notice.bytes(), to: "keys/\(notice.kid).json")
        }
        let set = try keySet().bytes()
        try site.write(set, to: "keys/jwks.json")
        try site.write(set, to: ".well-known/jwks.json")
        let profile = IssuerProfile(id: address.issuer, name: issuer.zh, url: address.base)
        try site.write(CanonicalJSON.bytes(profile) + [10], to: "issuer.json")
    }

    /// Signs and writes every status list; their numbers.
    ///
    /// A list is of this day's midnight by the home's clock, or of its last change where that came later: so it is
    /// signed once a day and not at every publishing, and a reader whose clock is a little slow takes it too.
    private func writeStatusLists(_ address: IssuerAddress, _ site: inout SiteFolder) throws -> [Int] {
        let lists = try store.statusLists()
        let midnight = clock.start(of: today) ?? Timestamp(now())
        let end = Timestamp(
            milliseconds: midnight.milliseconds + Int64(settings.certificates.statusDays) * 86_400_000
        )
        site.outcome.statusUntil = clock.time(end).date
        let tokens = try keys.withSigningKey { key in
            var tokens: [String] = []
            for list in lists {
                let credential = try StatusListCredential(
                    list: list.list,
                    bits: RevocationBits(revoked: list.revoked),
                    from: moment(max(midnight, list.changedAt)),
                    until: moment(end),
                    issuer: address
                )
                tokens.append(try CredentialToken(signing: credential.bytes(), key: key, issuer: address).text)
            }
            return tokens
        }
        for (list, token) in zip(lists, tokens) {
            try site.write(Array(token.utf8), to: "status/\(list.list).jwt")
        }
        return lists.map(\.list)
    }

    private func writeNotices(
        _ issuer: LocalizedText,
        lists: [Int],
        _ address: IssuerAddress,
        _ site: inout SiteFolder
    ) throws {
        var files = [VerificationPage.File(Self.keysName, address: address.base + "/keys/jwks.json")]
        files += lists.map { list in
            let name = Self.statusName
            return .init(
                LocalizedText(zh: "\(name.zh) \(list)", en: "\(name.en) \(list)"),
                address: address.statusList(list)
            )
        }
        let language = settings.language
        let welcome = VerificationNotice(kind: .welcome, issuer: issuer, files: files, program: program)
        let unknown = VerificationNotice(kind: .unknown, issuer: issuer, files: files, program: program)
        try site.write(welcome.document(language: language), to: "index.html")
        try site.write(unknown.document(language: language), to: "404.html")
        // A server that shows folders without an index would show all certificates.
        for part in ["v", "status", "keys"] {
            try site.write(unknown.document(language: language), to: part + "/index.html")
        }
        try site.write(Array("User-agent: *\nDisallow: /\n".utf8), to: "robots.txt")
    }

    /// The page of one certificate as it is now.
    private func verificationPage(of record: CertificateRecord, _ issuer: LocalizedText) throws -> [UInt8] {
        let credential = try credential(of: record)
        let statement = credential.statement
        let token = try CredentialToken(record.document)
        let course = statement.course.name
        let page = VerificationPage(
            state: try state(of: record),
            asOf: clock.time(Timestamp(now())),
            number: record.number,
            holder: StatementField.holder(statement),
            course: LocalizedText(zh: course.zh, en: course.en ?? course.zh),
            issuer: issuer,
            fields: StatementField.all(of: credential).map { VerificationPage.Field($0.name, $0.value) },
            key: token.thumbprint ?? record.key,
            algorithm: token.algorithm,
            files: [
                .init(LocalizedText(zh: "已签名的凭证（JWT）", en: "Signed credential (JWT)"), address: "credential.jwt"),
                .init(Self.statusName, address: "../../status/\(record.place.list).jwt"),
                .init(Self.keysName, address: "../../keys/jwks.json"),
            ],
            program: program
        )
        return page.document(language: settings.language)
    }

    /// The reason of a revocation stays in the house.
    private func state(of record: CertificateRecord) throws -> VerificationPage.State {
        func day(_ text: String) throws -> CalendarDay {
            guard let day = CalendarDay(text) else {
                throw CertificateError(code: .refused, message: "\(text) is no day", identity: record.number)
            }
            return day
        }
        switch record.state(on: today) {
        case .valid: return .valid
        case .expired: return .expired(on: try day(record.expiresOn ?? today))
        case .revoked, .replaced:
            let revoked = try day(record.revokedAt.map { clock.time($0).date } ?? today)
            guard let number = record.replacedBy else { return .revoked(on: revoked, reason: nil) }
            return .replaced(
                on: try record.replacedAt.map { try day(clock.time($0).date) } ?? revoked,
                by: number,
                address: nil,
                revokedOn: record.wasRevokedBefore ? revoked : nil
            )
        }
    }

    private static let keysName = LocalizedText(zh: "颁发单位公钥（JWK）", en: "The issuer's public keys (JWK)")
    private static let statusName = LocalizedText(zh: "证书状态列表（JWT）", en: "Status list (JWT)")
}

/// Who issues, as `issuer.json` has it (`Profile` of Open Badges 3.0).
private struct IssuerProfile: Encodable {
    let context = [
        "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ]
    let id: String
    let type = ["Profile"]
    let name: String
    let url: String

    enum CodingKeys: String, CodingKey {
        case context = "@context"
        case id, type, name, url
    }
}
