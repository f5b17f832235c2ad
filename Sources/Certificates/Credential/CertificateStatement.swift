/// What a certificate says of its holder: everything that stands on paper and may be public.
///
/// It is signed as part of the credential (`credentialSubject.printed`), and paper and verification page are made of it
/// alone. An identity number is never in it, neither masked nor hashed. Days are `yyyy-MM-dd`.
package struct CertificateStatement: Sendable, Hashable, Codable {
    /// The form that this program writes.
    package static let schemaID = "sonograde.certificate/1"

    /// A text, and its English wording where there is one.
    package struct Name: Sendable, Hashable, Codable {
        package var zh: String
        package var en: String?

        /// Both wordings.
        package init(_ zh: String, en: String? = nil) { (self.zh, self.en) = (zh, en) }
    }

    /// Who has completed the course.
    package struct Holder: Sendable, Hashable, Codable {
        package var name: Name
        /// `female` or `male`.
        package var sex: String?
        /// 工作单位.
        package var employer: Name?
        /// 专业/职称.
        package var post: Name?

        /// Joins the parts.
        package init(name: Name, sex: String? = nil, employer: Name? = nil, post: Name? = nil) {
            (self.name, self.sex, self.employer, self.post) = (name, sex, employer, post)
        }
    }

    /// What was completed.
    package struct Course: Sendable, Hashable, Codable {
        package var code: String
        package var name: Name
        /// 主办单位, where it is another than the issuer.
        package var host: Name?
        /// 承办单位.
        package var coHost: Name?
        /// 继续医学教育项目编号.
        package var projectNumber: String?
        package var from: String
        package var until: String
        /// 学时.
        package var hours: Double?
        /// `Ⅰ类` and the like; together with `credits`, and only with a project number.
        package var creditKind: String?
        package var credits: Double?

        /// Joins the parts.
        package init(
            code: String,
            name: Name,
            host: Name? = nil,
            coHost: Name? = nil,
            projectNumber: String? = nil,
            from: String,
            until: String,
            hours: Double? = nil,
            creditKind: String? = nil,
            credits: Double? = nil
        ) {
            self.code = code
            self.name = name
            self.host = host
            self.coHost = coHost
            self.projectNumber = projectNumber
            self.from = from
            self.until = until
            self.hours = hours
            self.creditKind = creditKind
            self.credits = credits
        }

        enum CodingKeys: String, CodingKey {
            case code, name, host, from, until, hours, credits
            case coHost = "co_host"
            case projectNumber = "project_number"
            case creditKind = "credit_kind"
        }
    }

    /// One mark of the assessment, 0–100, with what was needed.
    package struct Mark: Sendable, Hashable, Codable {
        package var value: Double
        package var required: Double?

        /// The mark and the bar.
        package init(_ value: Double, required: Double? = nil) { (self.value, self.required) = (value, required) }
    }

    /// Who issues it.
    package struct Issuer: Sendable, Hashable, Codable {
        package var name: Name
        /// 负责人.
        package var signatory: Name?

        /// Joins the parts.
        package init(name: Name, signatory: Name? = nil) { (self.name, self.signatory) = (name, signatory) }
    }

    package var schema = Self.schemaID
    /// 证书名称: `结业证书`.
    package var title: Name
    package var number: String
    package var holder: Holder
    package var course: Course
    package var theory: Mark?
    package var practical: Mark?
    /// By which rule it was earned, one Chinese sentence.
    package var criteria: String
    package var issuer: Issuer
    package var awardedOn: String
    /// The last day on which it is valid; nil where it does not expire.
    package var expiresOn: String?
    /// The number of the certificate whose place it takes.
    package var replaces: String?

    /// Joins the parts.
    package init(
        title: Name = Name("结业证书", en: "Certificate of Completion"),
        number: String,
        holder: Holder,
        course: Course,
        theory: Mark? = nil,
        practical: Mark? = nil,
        criteria: String,
        issuer: Issuer,
        awardedOn: String,
        expiresOn: String? = nil,
        replaces: String? = nil
    ) {
        self.title = title
        self.number = number
        self.holder = holder
        self.course = course
        self.theory = theory
        self.practical = practical
        self.criteria = criteria
        self.issuer = issuer
        self.awardedOn = awardedOn
        self.expiresOn = expiresOn
        self.replaces = replaces
    }

    enum CodingKeys: String, CodingKey {
        case schema, title, number, holder, course, theory, practical, criteria, issuer, replaces
        case awardedOn = "awarded_on"
        case expiresOn = "expires_on"
    }
}
