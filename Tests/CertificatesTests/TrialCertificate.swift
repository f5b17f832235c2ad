import Certificates

/// A certificate to try things on.
enum TrialCertificate {
    static let issuer: IssuerAddress = {
        guard let issuer = IssuerAddress(base: "https://cert.example.org/") else { fatalError("no address") }
        return issuer
    }()

    /// An end of status lists that lies after `now`.
    static let listEnd = CertificateCredential.Moment(text: "2036-01-01T00:00:00+08:00", seconds: 2_082_729_600)

    static let statement = CertificateStatement(
        number: "WJUS-2025-T03-00042-O",
        holder: .init(
            name: .init("欧阳\u{20BB7}雪"),
            sex: "female",
            employer: .init("青禾镇卫生院"),
            post: .init("主管技师")
        ),
        course: .init(
            code: "T03",
            name: .init("远程超声质控培训", en: "Remote ultrasound quality control"),
            projectNumber: "2025-06-01-001",
            from: "2025-05-01",
            until: "2025-05-03",
            hours: 24,
            creditKind: "Ⅱ类",
            credits: 3
        ),
        theory: .init(86, required: 60),
        practical: .init(91.5, required: 60),
        criteria: "出勤不少于80%学时，理论与操作考核均不低于60分",
        issuer: .init(name: .init("成都市温江区人民医院"), signatory: .init("王主任")),
        awardedOn: "2025-06-01",
        expiresOn: "2028-05-31"
    )

    /// 2025-06-01T00:00:00+08:00 and three years later.
    static let validity = CertificateCredential.Validity(
        list: 1,
        index: 42,
        from: .init(text: "2025-06-01T00:00:00+08:00", seconds: 1_748_707_200),
        until: .init(text: "2028-06-01T00:00:00+08:00", seconds: 1_843_401_600)
    )

    /// A moment within the certificate's validity.
    static let now = 1_780_000_000

    static func credential(_ statement: CertificateStatement = statement) throws -> CertificateCredential {
        try CertificateCredential(
            statement,
            id: RandomName.urn([UInt8](repeating: 7, count: 16)),
            subject: RandomName.urn([UInt8](repeating: 9, count: 16)),
            issuer: issuer,
            validity: validity
        )
    }

    static func token(
        _ key: borrowing PrivateKey,
        _ credential: CertificateCredential? = nil
    ) throws -> CredentialToken {
        try CredentialToken(
            signing: (credential ?? (try Self.credential())).bytes(),
            key: key,
            issuer: issuer
        )
    }
}
