/// A certificate of completion (结业证书) as it stands on paper: A4, landscape.
///
/// Values only, each printed as given; `pdf()` and `png(dotsPerInch:)` draw them. What is nil or empty is left out: no
/// line without a value, and never a seal or a photograph that was not supplied.
package struct CertificateSheet: Sendable, Equatable {
    /// The words on the sheet.
    package enum Wording: String, Sendable, CaseIterable {
        /// Chinese alone.
        case chinese = "zh"
        /// Chinese with English below.
        case bilingual
    }

    package var wording: Wording
    /// The certificate's number with its check character, `WJUS-2026-T03-00042-O`.
    package var number: String
    package var holder: Holder
    package var course: Course
    package var assessment: Assessment
    package var issuer: Issuer
    package var issued: CalendarDay
    /// Last day on which it is valid; nil where it does not expire.
    package var expires: CalendarDay?
    /// The address that the QR code opens: `<base URL>/v/<128 random bits>`.
    package var verification: String
    /// The number of the certificate that this one replaces.
    package var replaces: String?
    /// Version of the program that drew it; stands in the PDF's metadata.
    package var program: String

    /// Joins the parts.
    package init(
        wording: Wording = .chinese,
        number: String,
        holder: Holder,
        course: Course,
        assessment: Assessment = Assessment(),
        issuer: Issuer,
        issued: CalendarDay,
        expires: CalendarDay? = nil,
        verification: String,
        replaces: String? = nil,
        program: String
    ) {
        self.wording = wording
        self.number = number
        self.holder = holder
        self.course = course
        self.assessment = assessment
        self.issuer = issuer
        self.issued = issued
        self.expires = expires
        self.verification = verification
        self.replaces = replaces
        self.program = program
    }
}

extension CertificateSheet {
    /// A text in Chinese and, where there is one, in English; the Chinese one stands for a missing English one.
    package struct Name: Sendable, Equatable {
        package var chinese: String
        package var english: String?

        /// Both wordings.
        package init(_ chinese: String, english: String? = nil) {
            self.chinese = chinese
            self.english = english
        }
    }

    /// Who has completed the course.
    package struct Holder: Sendable, Equatable {
        /// Name, and in Latin letters where it is known (`张伟`, `ZHANG Wei`).
        package var name: Name
        /// 男 or 女, or what the register has.
        package var gender: String?
        /// The identity document's number, masked, such as `510***********1234`.
        ///
        /// One without a `*` is refused.
        package var maskedIdentity: String?
        /// 工作单位.
        package var employer: Name?
        /// 专业 / 职称.
        package var post: Name?
        /// A JPEG or PNG file.
        package var photo: [UInt8]?

        /// Joins the parts.
        package init(
            name: Name,
            gender: String? = nil,
            maskedIdentity: String? = nil,
            employer: Name? = nil,
            post: Name? = nil,
            photo: [UInt8]? = nil
        ) {
            self.name = name
            self.gender = gender
            self.maskedIdentity = maskedIdentity
            self.employer = employer
            self.post = post
            self.photo = photo
        }
    }

    /// What was completed.
    package struct Course: Sendable, Equatable {
        /// 培训项目名称.
        package var name: Name
        /// 主办单位; where it is the issuer alone, leave it nil.
        package var host: Name?
        /// 继续医学教育项目编号.
        package var projectNumber: String?
        package var from: CalendarDay
        package var until: CalendarDay
        /// 学时, above 0; nil where hours are not counted.
        package var hours: Double?
        /// 学分; printed only with a project number.
        package var credits: Credits?

        /// Joins the parts.
        package init(
            name: Name,
            host: Name? = nil,
            projectNumber: String? = nil,
            from: CalendarDay,
            until: CalendarDay,
            hours: Double? = nil,
            credits: Credits? = nil
        ) {
            self.name = name
            self.host = host
            self.projectNumber = projectNumber
            self.from = from
            self.until = until
            self.hours = hours
            self.credits = credits
        }
    }

    /// Credits of continuing medical education.
    package struct Credits: Sendable, Equatable {
        /// `Ⅰ类`, `Ⅱ类`.
        package var kind: String
        package var points: Double

        /// Kind and number.
        package init(kind: String, points: Double) {
            self.kind = kind
            self.points = points
        }
    }

    /// How the holder did; a nil mark is not printed.
    package struct Assessment: Sendable, Equatable {
        /// 理论考核, 0–100.
        package var theory: Double?
        /// 操作考核, 0–100.
        package var practical: Double?

        /// Both marks.
        package init(theory: Double? = nil, practical: Double? = nil) {
            self.theory = theory
            self.practical = practical
        }
    }

    /// Who issues it.
    package struct Issuer: Sendable, Equatable {
        /// 颁发单位, full name.
        package var name: Name
        /// 负责人; a line to sign on stands there where there is no picture of the signature.
        package var signatory: Name?
        /// A PNG or JPEG file of the signature.
        package var signature: [UInt8]?
        /// A PNG or JPEG file of the seal (公章), drawn 42 mm wide; without it the place is left free for the stamp.
        package var seal: [UInt8]?

        /// Joins the parts.
        package init(name: Name, signatory: Name? = nil, signature: [UInt8]? = nil, seal: [UInt8]? = nil) {
            self.name = name
            self.signatory = signatory
            self.signature = signature
            self.seal = seal
        }
    }
}
