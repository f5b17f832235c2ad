package import Certificates
package import Grading

/// Everything that a certificate's signature covers and people read, each with its name, in the order of the paper.
package struct StatementField: Sendable, Equatable {
    package var name: LocalizedText
    package var value: LocalizedText

    private init(_ zh: String, _ en: String, _ value: String) {
        self.init(zh, en, LocalizedText(zh: value, en: value))
    }

    private init(_ zh: String, _ en: String, _ value: LocalizedText) {
        name = LocalizedText(zh: zh, en: en)
        self.value = value
    }

    /// All fields of a credential.
    package static func all(of credential: CertificateCredential) -> [StatementField] {
        let statement = credential.statement
        let course = statement.course
        var fields = [
            StatementField("证书名称", "Certificate", text(statement.title)),
            StatementField("证书编号", "Number", statement.number),
            StatementField("姓名", "Name", holder(statement)),
        ]
        func add(_ zh: String, _ en: String, _ value: LocalizedText?) {
            if let value { fields.append(StatementField(zh, en, value)) }
        }
        func add(_ zh: String, _ en: String, _ value: String?) {
            if let value { fields.append(StatementField(zh, en, value)) }
        }
        add("性别", "Sex", statement.holder.sex.map(sex))
        add("工作单位", "Workplace", statement.holder.employer.map(text))
        add("职称", "Title", statement.holder.post.map(text))
        add("培训项目", "Course", text(course.name))
        add("项目代码", "Course code", course.code)
        add("主办单位", "Organiser", course.host.map(text))
        add("承办单位", "Co-organiser", course.coHost.map(text))
        add("继续教育项目编号", "Project number", course.projectNumber)
        add(
            "培训时间",
            "Dates",
            LocalizedText(zh: "\(course.from) 至 \(course.until)", en: "\(course.from) to \(course.until)")
        )
        add("学时", "Hours", course.hours.map(plain))
        add(
            "学分",
            "Credits",
            course.credits.map { [course.creditKind, plain($0)].compactMap(\.self).joined(separator: " ") }
        )
        add("理论考核", "Theory", statement.theory.map(mark))
        add("操作考核", "Practical", statement.practical.map(mark))
        add("结业条件", "Criteria", statement.criteria)
        add("颁发单位", "Issuer", text(statement.issuer.name))
        add("负责人", "Signatory", statement.issuer.signatory.map(text))
        add("颁发日期", "Awarded on", statement.awardedOn)
        add("有效期至", "Valid until", statement.expiresOn)
        if statement.expiresOn == nil { add("有效期", "Validity", LocalizedText(zh: "长期有效", en: "does not expire")) }
        add("替代证书", "Replaces", statement.replaces)
        add("凭证标识", "Credential id", credential.id)
        return fields
    }

    /// The holder's name in both ways in which it is written, where both are signed.
    static func holder(_ statement: CertificateStatement) -> LocalizedText {
        let name = statement.holder.name
        guard let latin = name.en, latin != name.zh else { return LocalizedText(zh: name.zh, en: name.zh) }
        return LocalizedText(zh: "\(name.zh)（\(latin)）", en: "\(latin) (\(name.zh))")
    }

    private static func text(_ name: CertificateStatement.Name) -> LocalizedText {
        LocalizedText(zh: name.zh, en: name.en ?? name.zh)
    }

    private static func sex(_ code: String) -> LocalizedText {
        switch code {
        case "female": LocalizedText(zh: "女", en: "female")
        case "male": LocalizedText(zh: "男", en: "male")
        default: LocalizedText(zh: code, en: code)
        }
    }

    private static func mark(_ mark: CertificateStatement.Mark) -> LocalizedText {
        guard let required = mark.required else {
            return LocalizedText(zh: "\(plain(mark.value)) 分", en: plain(mark.value))
        }
        return LocalizedText(
            zh: "\(plain(mark.value)) 分（合格线 \(plain(required)) 分）",
            en: "\(plain(mark.value)) (\(plain(required)) needed)"
        )
    }

    private static func plain(_ value: Double) -> String {
        value == value.rounded() ? "\(Int(value))" : "\(value)"
    }
}
