package import Certificates
internal import Foundation
internal import Glibc
package import Grading
internal import Intake
package import Reports
package import Store

/// The forms in which a certificate leaves the home.
package enum CertificateForm: String, Sendable, CaseIterable {
    /// For paper; carries the signed credential as a comment.
    case pdf
    /// A picture with the credential baked in as Open Badges has it.
    case png
    /// What is signed, readable, with the signed text.
    case json
    /// The signed text alone.
    case jwt
}

/// Where photographs are: one for a certificate, or a folder with one for each holder.
package struct CertificatePhotos: Sendable {
    private let file: (@Sendable (CertificateRecord) -> [String])

    /// No photographs.
    package static let none = CertificatePhotos { _ in [] }

    /// This file for every certificate.
    package static func file(_ path: String) -> CertificatePhotos { CertificatePhotos { _ in [path] } }

    /// `FOLDER/INSTITUTION/CODE.jpg`, `.jpeg` or `.png`, where it is there.
    package static func folder(_ path: String) -> CertificatePhotos {
        CertificatePhotos { record in
            ["jpg", "jpeg", "png"].map { "\(path)/\(record.institution)/\(record.technician).\($0)" }
                .filter { FileManager.default.fileExists(atPath: $0) }
        }
    }

    private init(_ file: @escaping @Sendable (CertificateRecord) -> [String]) { self.file = file }

    /// The photograph of a holder; nil where there is none.
    func photo(of record: CertificateRecord) throws(IntakeError) -> [UInt8]? {
        guard let path = file(record).first else { return nil }
        return try CertificateOffice.picture(path)
    }
}

extension CertificateOffice {
    /// A certificate as a file's bytes; the same certificate, pictures and machine give the same bytes.
    ///
    /// Throws `ReportError` where it cannot be drawn, and `IntakeError` for a picture that cannot be read.
    package func export(
        _ record: CertificateRecord,
        as form: CertificateForm,
        wording: CertificateSheet.Wording = .chinese,
        photos: CertificatePhotos = .none
    ) throws -> [UInt8] {
        switch form {
        case .jwt: return Array((record.document + "\n").utf8)
        case .json: return try CredentialFile(credential(of: record), token: record.document).bytes()
        case .pdf:
            let bytes = try sheet(of: record, wording, photos).pdf()
            guard let carrying = PDFComment.carrying(record.document, in: bytes) else {
                throw CertificateError(code: .refused, message: "the PDF has no end", identity: record.number)
            }
            return carrying
        case .png:
            let bytes = try sheet(of: record, wording, photos).png()
            guard let carrying = PNGText.carrying(record.document, in: bytes) else {
                throw CertificateError(code: .refused, message: "the picture has no end", identity: record.number)
            }
            return carrying
        }
    }

    /// Certificates as one ZIP archive with `index.csv`: by whom, what became of it, and the address of its page.
    ///
    /// The same certificates give the same bytes. Throws as `export`.
    package func archive(
        _ records: [CertificateRecord],
        as form: CertificateForm,
        wording: CertificateSheet.Wording = .chinese,
        photos: CertificatePhotos = .none
    ) throws -> [UInt8] {
        let newest = records.flatMap { [$0.issuedAt, $0.revokedAt, $0.signedAgainAt].compactMap { $0 } }.max()
        let day = newest.map { clock.time($0).date } ?? today
        let parts = day.split(separator: "-").compactMap { Int($0) }
        var archive = ZIPArchive(year: parts.first ?? 1980, month: parts.dropFirst().first ?? 1, day: parts.last ?? 1)
        var index = CSVDocument(columns: Self.indexColumns)
        for record in records {
            let file = Self.fileName(record, form)
            try archive.add(export(record, as: form, wording: wording, photos: photos), as: file)
            index.add([
                .text(record.number), .text(record.holder), .text(record.institution), .text(record.technician),
                .text(record.course), .plain(record.awardedOn), .plain(record.expiresOn ?? ""),
                .plain(record.state(on: today).rawValue), .plain(record.replacedBy ?? ""), .text(file),
                .plain(try pageAddress(of: record)),
            ])
        }
        try archive.add(Array(index.text.utf8), as: "index.csv")
        return archive.bytes
    }

    /// What `index.csv` has.
    package static let indexColumns: [CSVColumn] = [
        .init(name: "number", meaning: .init(zh: "证书编号", en: "the certificate's number")),
        .init(name: "name", meaning: .init(zh: "姓名", en: "the holder's name")),
        .init(name: "institution", meaning: .init(zh: "机构代码", en: "where the holder works")),
        .init(name: "technician", meaning: .init(zh: "人员代码", en: "the holder's code there")),
        .init(name: "course", meaning: .init(zh: "培训项目代码", en: "the course")),
        .init(name: "awarded_on", meaning: .init(zh: "颁发日期", en: "day of award")),
        .init(
            name: "expires_on",
            meaning: .init(zh: "有效期至", en: "last day of validity; empty where it does not expire")
        ),
        .init(name: "state", meaning: .init(zh: "状态", en: "valid, expired, revoked or replaced, today")),
        .init(name: "replaced_by", meaning: .init(zh: "替代证书编号", en: "the number of the one that took its place")),
        .init(name: "file", meaning: .init(zh: "文件名", en: "its file in the archive")),
        .init(name: "address", meaning: .init(zh: "查验网址", en: "its page")),
    ]

    /// A file's name that says whose certificate it is.
    package static func fileName(_ record: CertificateRecord, _ form: CertificateForm) -> String {
        let name = FileName.safe(record.holder) {
            "\\:*?\"<>|".unicodeScalars.contains($0) || $0.properties.isWhitespace
        }
        return "\(record.number)_\(name).\(form.rawValue)"
    }

    /// What was signed under a number.
    package func credential(of record: CertificateRecord) throws -> CertificateCredential {
        try CanonicalJSON.value(CertificateCredential.self, from: CredentialToken(record.document).payload)
    }

    /// Where a certificate's page stands: below the address that was signed, wherever the home publishes now.
    package func pageAddress(of record: CertificateRecord) throws -> String {
        let signed = IssuerAddress(issuer: try credential(of: record).issuer.id)
        return try (signed ?? address()).certificate(record.token)
    }

    /// The paper of a certificate, made of what was signed; the masked identity number and the pictures come beside it.
    package func sheet(
        of record: CertificateRecord,
        _ wording: CertificateSheet.Wording,
        _ photos: CertificatePhotos
    ) throws -> CertificateSheet {
        let statement = try credential(of: record).statement
        func name(_ name: CertificateStatement.Name) -> CertificateSheet.Name { .init(name.zh, english: name.en) }
        func day(_ text: String) throws -> CalendarDay {
            guard let day = CalendarDay(text) else {
                throw CertificateError(code: .refused, message: "\(text) is no day", identity: record.number)
            }
            return day
        }
        let course = statement.course
        let credits = course.credits.map { CertificateSheet.Credits(kind: course.creditKind ?? "", points: $0) }
        return CertificateSheet(
            wording: wording,
            number: statement.number,
            holder: .init(
                name: name(statement.holder.name),
                gender: statement.holder.sex.map { $0 == "female" ? "女" : $0 == "male" ? "男" : $0 },
                maskedIdentity: record.identityMasked,
                employer: statement.holder.employer.map(name),
                post: statement.holder.post.map(name),
                photo: try photos.photo(of: record)
            ),
            course: .init(
                name: name(course.name),
                host: Self.hosts(statement),
                projectNumber: course.projectNumber,
                from: try day(course.from),
                until: try day(course.until),
                hours: course.hours,
                credits: credits
            ),
            assessment: .init(theory: statement.theory?.value, practical: statement.practical?.value),
            issuer: .init(
                name: name(statement.issuer.name),
                signatory: statement.issuer.signatory.map(name),
                signature: try ownPicture(settings.certificates.signature),
                seal: try ownPicture(settings.certificates.seal)
            ),
            issued: try day(statement.awardedOn),
            expires: try statement.expiresOn.map(day),
            verification: try pageAddress(of: record),
            replaces: statement.replaces,
            program: program
        )
    }

    /// 主办单位, and 承办单位 behind it; nil where the issuer is the only one.
    private static func hosts(_ statement: CertificateStatement) -> CertificateSheet.Name? {
        let (host, other) = (statement.course.host, statement.course.coHost)
        guard let other else {
            return host.flatMap { $0.zh == statement.issuer.name.zh ? nil : .init($0.zh, english: $0.en) }
        }
        let first = host ?? statement.issuer.name
        let english = first.en.flatMap { host in other.en.map { "\(host) (host), \($0) (co-host)" } }
        return .init("\(first.zh)（主办）、\(other.zh)（承办）", english: english)
    }

    private func ownPicture(_ path: String) throws(IntakeError) -> [UInt8]? {
        if path.isEmpty { return nil }
        return try Self.picture(path.hasPrefix("/") ? path : home.path + "/" + path)
    }

    /// A picture file's bytes.
    static func picture(_ path: String) throws(IntakeError) -> [UInt8] {
        let most = 32 << 20
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw IntakeError(code: .notFound, message: "the picture could not be read", identity: path)
        }
        defer { try? handle.close() }
        let data = (try? handle.read(upToCount: most + 1)) ?? Data()
        guard !data.isEmpty, data.count <= most else {
            throw IntakeError(code: .notFound, message: "the picture is empty or larger than 32 MiB", identity: path)
        }
        return Array(data)
    }
}

/// Whether a certificate is in force.
package enum CertificateState: String, Sendable, CaseIterable {
    case valid, expired, revoked, replaced

    /// One word for people.
    package var name: LocalizedText {
        switch self {
        case .valid: LocalizedText(zh: "有效", en: "valid")
        case .expired: LocalizedText(zh: "已过期", en: "expired")
        case .revoked: LocalizedText(zh: "已撤销", en: "revoked")
        case .replaced: LocalizedText(zh: "已被替代", en: "replaced")
        }
    }
}

extension CertificateRecord {
    /// Whether it is in force on a day, `yyyy-MM-dd`.
    package func state(on day: String) -> CertificateState {
        if replacedBy != nil { return .replaced }
        if revokedAt != nil { return .revoked }
        return expiresOn.map { $0 < day } ?? false ? .expired : .valid
    }
}
