package import Grading

/// Every wording of ours on certificates and on the pages that verify them.
///
/// Places to fill are the same in both languages.
package enum CertificateWord: String, Sendable, CaseIterable {
    // The sheet.
    case title, body, bodyWithoutMarks, personal, onDays, onDay, forHours, hours, credits, seal, scanToVerify
    case sheetReplaces, marks
    // Names of fields.
    case number, holder, gender, identity, employer, post, course, host, projectNumber
    case courseCredits, theory, practical, conclusion, issuer, signatory, expiresOn
    case passed, completed, status
    // The page behind the QR code.
    case verification, valid, validWhy, revoked, revokedWhy, replaced, replacedWhy, replacement, expired
    case expiredWhy, reason, asOf, signedFields, signature, key, algorithm, checkYourself, checkYourselfHow
    case revokedBefore, onPaper, welcome, welcomeHow, noRegister, unknownPage, unknownPageWhy

    /// Both wordings, places unfilled.
    package var text: LocalizedText {
        let pair = wordings
        return LocalizedText(zh: pair.zh, en: pair.en)
    }

    private var wordings: (zh: String, en: String) {
        switch self {
        case .title: ("结业证书", "Certificate of Completion")
        case .body:
            (
                "{name}同志{personal}{days}参加{host}举办的“{course}”{hours}，经考核成绩合格，准予结业，特发此证。",
                "This is to certify that {name}{personal} has attended “{course}”, held by {host}{days}{hours}, has passed the "
                    + "assessment and is awarded this certificate."
            )
        case .bodyWithoutMarks:
            (
                "{name}同志{personal}{days}参加{host}举办的“{course}”{hours}，修完全部课程，准予结业，特发此证。",
                "This is to certify that {name}{personal} has attended “{course}”, held by {host}{days}{hours}, has completed it "
                    + "and is awarded this certificate."
            )
        case .personal: ("（{facts}）", " ({facts})")
        case .onDays: ("于{from}至{until}", " from {from} to {until}")
        case .onDay: ("于{from}", " on {from}")
        case .forHours: ("，共{hours}学时", " ({hours} class hours)")
        case .hours: ("{hours} 学时", "{hours} class hours")
        case .credits: ("{kind} {points} 分", "{points} credits, {kind}")
        case .marks: ("{points} 分", "{points} of 100")
        case .seal: ("（盖章）", "(seal)")
        case .scanToVerify: ("扫码核验证书真伪", "Scan to verify")
        case .sheetReplaces: ("本证书替代", "Replaces")
        case .number: ("证书编号", "Certificate no.")
        case .holder: ("姓名", "Name")
        case .gender: ("性别", "Gender")
        case .identity: ("身份证号", "ID number")
        case .employer: ("工作单位", "Employer")
        case .post: ("专业／职称", "Post")
        case .course: ("培训项目", "Course")
        case .host: ("主办单位", "Held by")
        case .projectNumber: ("项目编号", "Project no.")
        case .courseCredits: ("继续教育学分", "Credits")
        case .theory: ("理论考核", "Theory")
        case .practical: ("操作考核", "Practical")
        case .conclusion: ("考核结论", "Result")
        case .issuer: ("颁发单位", "Issued by")
        case .signatory: ("负责人", "Signed by")
        case .expiresOn: ("有效期至", "Valid until")
        case .passed: ("合格", "passed")
        case .completed: ("结业", "completed")
        case .status: ("证书状态", "Status")
        case .verification: ("证书核验", "Certificate check")
        case .valid: ("证书有效", "Valid")
        case .validWhy: ("本证书由下列单位颁发，未被撤销。", "It was issued by the body named below and has not been revoked.")
        case .revoked: ("证书已撤销", "Revoked")
        case .revokedWhy: ("本证书已于 {day} 撤销，不再有效。", "It was revoked on {day} and is no longer valid.")
        case .replaced: ("证书已被替换", "Replaced")
        case .replacedWhy:
            ("本证书已于 {day} 被新证书替换，不再有效。", "It was replaced by a new certificate on {day} and is no longer valid.")
        case .revokedBefore: ("此前已于 {day} 撤销。", "It had been revoked on {day}.")
        case .replacement: ("新证书编号", "New certificate")
        case .expired: ("证书已过期", "Expired")
        case .expiredWhy: ("本证书的有效期至 {day}，现已过期。", "It was valid until {day} and has expired.")
        case .reason: ("原因", "Reason")
        case .asOf: ("状态截至 {time}", "Status as of {time}")
        case .signedFields: ("证书内容（均在签名之内）", "What the certificate says (all of it signed)")
        case .signature: ("数字签名", "Digital signature")
        case .key: ("签名密钥", "Signing key")
        case .algorithm: ("算法", "Algorithm")
        case .checkYourself: ("自行验证", "Check it yourself")
        case .checkYourselfHow:
            (
                "凭证是标准的 JWT，用颁发单位的公钥即可离线验证签名，再在状态列表中查看是否已撤销。",
                "The credential is a standard JWT: check its signature with the issuer's public key, then look in the status "
                    + "list whether it was revoked."
            )
        case .onPaper:
            (
                "请核对纸质证书上的姓名、编号与本页是否一致，并确认网址属于颁发单位。",
                "Compare name and number on paper with this page, and make sure that the address is the issuer's."
            )
        case .welcome: ("{issuer} 证书核验", "Certificates of {issuer}")
        case .welcomeHow:
            (
                "请扫描证书上的二维码，或输入二维码旁印着的完整网址，即可打开该证书的核验页。",
                "Scan the QR code on the certificate, or type the whole address printed beside it, to open its page."
            )
        case .noRegister:
            (
                "为保护个人信息，本站不提供名单，也不能按姓名或编号查询。",
                "To protect personal data there is no list here, and no search by name or number."
            )
        case .unknownPage: ("查无此证书", "No such certificate")
        case .unknownPageWhy:
            (
                "该网址没有对应的证书。请核对网址是否完整；如确为扫码打开，请联系颁发单位核实。",
                "No certificate has this address. Check that the address is complete; if a QR code led here, ask the issuer."
            )
        }
    }

    /// Both wordings with the places filled.
    package func filled(_ values: KeyValuePairs<String, String>) -> LocalizedText { text.filled(values) }
}
