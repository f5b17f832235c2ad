package import Certificates
package import Grading

extension CertificateAnswer.Verdict {
    /// The answer in one sentence.
    package var text: LocalizedText {
        switch self {
        case .unreadable(let why): LocalizedText(zh: "无法识别：该文件不是本系统的证书（\(why)）", en: "unreadable: \(why)")
        case .wrongKey:
            LocalizedText(
                zh: "密钥不符：签名所用的密钥不属于颁发单位",
                en: "wrong key: it was signed with a key that is none of the issuer's"
            )
        case .withdrawnKey(let day):
            LocalizedText(
                zh: "密钥已作废：签名密钥已于 \(day) 作废，且没有记录表明颁发单位用它签署过这份证书",
                en:
                    "withdrawn key: the key was withdrawn on \(day), and nothing shows that the issuer signed this with it"
            )
        case .changed:
            LocalizedText(
                zh: "已被改动：签名与内容不符，其中任何内容都不可信",
                en: "changed: the signature does not fit the text, and nothing in it can be believed"
            )
        case .unknown:
            LocalizedText(
                zh: "未登记：颁发单位的登记册中没有这份证书",
                en: "unknown: the issuer's register has no such certificate"
            )
        case .replaced(let number, let day):
            LocalizedText(
                zh: "已被替代：\(day.map { "\($0) " } ?? "")由证书 \(number) 替代",
                en: "replaced by \(number)\(day.map { " on \($0)" } ?? "")"
            )
        case .revoked(let day, let reason):
            LocalizedText(
                zh: "已撤销\(day.map { "（\($0)）" } ?? "")\(reason.map { "：\($0)" } ?? "")",
                en: "revoked\(day.map { " on \($0)" } ?? "")\(reason.map { ": \($0)" } ?? "")"
            )
        case .expired(let day): LocalizedText(zh: "已过期：有效期至 \(day)", en: "expired: the last day was \(day)")
        case .notYetValid(let day): LocalizedText(zh: "尚未生效：自 \(day) 起有效", en: "not yet valid: from \(day)")
        case .valid:
            LocalizedText(zh: "有效：签名正确，证书在有效期内", en: "valid: the signature is right and the certificate in force")
        }
    }
}

extension CertificateAnswer.Revocation {
    /// That it was taken back before it was replaced, and why.
    package var text: LocalizedText {
        LocalizedText(
            zh: "替代之前已于 \(day) 撤销" + (reason.isEmpty ? "" : "：\(reason)"),
            en: "revoked on \(day) before it was replaced" + (reason.isEmpty ? "" : ": \(reason)")
        )
    }
}

extension CertificateAnswer {
    /// What the signature does not cover, where something was found to be right: a picture's or a PDF's letters can be
    /// edited around the credential that they carry.
    package var caution: LocalizedText? {
        guard credential != nil else { return nil }
        return LocalizedText(
            zh: "签名只覆盖以下内容，请与纸面（或PDF、图片）逐项核对",
            en: "only what follows is signed: compare it with the paper, PDF or picture item by item"
        )
    }
}

extension CertificateAnswer.Basis {
    /// By what it was looked up whether the certificate is in force.
    package var text: LocalizedText {
        switch self {
        case .register: LocalizedText(zh: "依据：颁发单位登记册", en: "checked against: the issuer's register")
        case .statusList(let age):
            LocalizedText(
                zh: "依据：已签名的证书状态列表（\(age.words.zh)）",
                en: "checked against: the signed status list (\(age.words.en))"
            )
        case .outdated(let age):
            LocalizedText(
                zh: "未核对是否撤销：状态列表已过期或未注明有效期（\(age.words.zh)），请从颁发单位网站下载最新的列表",
                en:
                    "revocation was not checked: the status list is out of date (\(age.words.en)); get the newest from the "
                    + "issuer's site"
            )
        case .needs(let list):
            LocalizedText(
                zh: "未核对是否撤销：所给的状态列表不包含这份证书，应使用 \(list)",
                en: "revocation was not checked: the status list that was given is another one; needed is \(list)"
            )
        case .none:
            LocalizedText(
                zh: "未核对是否撤销：请用 --status 提供状态列表，或打开证书上的查验网址",
                en:
                    "revocation was not checked: give the status list with --status, or open the address on the certificate"
            )
        }
    }

    /// The basis in one word, as programs read it.
    package var code: String {
        switch self {
        case .register: "register"
        case .statusList: "status_list"
        case .outdated: "outdated"
        case .needs, .none: "none"
        }
    }
}

extension StatusListAge {
    /// When it was made, how long ago that is, and until when it may be relied on.
    fileprivate var words: LocalizedText {
        let (made, end) = (String(from.prefix(10)), until.map { String($0.prefix(10)) })
        return LocalizedText(
            zh: "\(made) 生成，距今 \(days) 天，" + (end.map { "\($0) 前有效" } ?? "未注明有效期"),
            en: "made on \(made), \(days) \(days == 1 ? "day" : "days") ago, "
                + (end.map { "good until \($0)" } ?? "without an end")
        )
    }
}
