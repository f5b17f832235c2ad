package import Grading
package import Store

/// What issuing came to.
package struct IssueOutcome: Sendable, Hashable {
    /// Somebody who got no certificate, and every reason why.
    package struct Refusal: Sendable, Hashable {
        package var institution: String
        package var technician: String
        package var name: String
        /// Names for programs, `attendance`, `low_theory_mark`, `revoked_before` and the like.
        package var codes: [String]
        package var reasons: [LocalizedText]

        package static func == (left: Self, right: Self) -> Bool {
            (left.institution, left.technician, left.codes) == (right.institution, right.technician, right.codes)
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(institution)
            hasher.combine(technician)
            hasher.combine(codes)
        }
    }

    /// New certificates, by institution and code of the holder.
    package var issued: [CertificateRecord] = []
    /// Certificates in force that people hold of this course already.
    package var held: [CertificateRecord] = []
    package var refused: [Refusal] = []
}

/// A technician by institution and code, `C01/zhang`.
package struct TechnicianName: Sendable, Hashable, CustomStringConvertible {
    package var institution: String
    package var code: String

    /// Joins the parts.
    package init(institution: String, code: String) { (self.institution, self.code) = (institution, code) }

    /// Reads `INSTITUTION/CODE`, as `RegistryReference` does; nil for anything else.
    package init?(_ text: String) {
        guard let reference = RegistryReference(institutionAndCode: text), let institution = reference.institution
        else {
            return nil
        }
        self.init(institution: institution, code: reference.code)
    }

    package var description: String { "\(institution)/\(code)" }
}

extension IssueOutcome.Refusal {
    /// Who has not completed the course.
    init(_ standing: CourseStanding) {
        self.init(
            institution: standing.institution,
            technician: standing.code,
            name: standing.name,
            codes: standing.eligibility.obstacles.map(\.code),
            reasons: standing.eligibility.obstacles.map(\.text)
        )
    }

    /// Whose last mark is of a later day than the award.
    init(_ standing: CourseStanding, completedAfter day: String) {
        self.init(
            institution: standing.institution,
            technician: standing.code,
            name: standing.name,
            codes: ["completed_later"],
            reasons: [
                LocalizedText(
                    zh: "考核日期晚于颁发日期\(day)，请选用更晚的颁发日期",
                    en: "completed the course after \(day); award it on a later day"
                )
            ]
        )
    }

    /// Whose certificate was taken back.
    init(_ standing: CourseStanding, revoked number: String) {
        self.init(
            institution: standing.institution,
            technician: standing.code,
            name: standing.name,
            codes: ["revoked_before"],
            reasons: [
                LocalizedText(
                    zh: "原证书 \(number) 已撤销；如需重新颁发，请用：sonograde certificate reissue \(number)",
                    en: "\(number) was revoked; to issue it anew: sonograde certificate reissue \(number)"
                )
            ]
        )
    }
}
