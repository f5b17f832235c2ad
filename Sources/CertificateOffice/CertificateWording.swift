internal import Certificates
internal import Grading
internal import Intake
internal import Store

/// What a certificate says, put together from the course, the standing and the settings.
extension CertificateOffice {
    func statement(
        _ draft: Draft,
        _ issuer: CertificateStatement.Issuer,
        expiresOn: String?
    ) -> CertificateStatement {
        let (course, standing) = (draft.course, draft.standing)
        func mark(_ part: CoursePart) -> CertificateStatement.Mark? {
            guard let required = course.rules.pass(part), let best = standing.best(part) else { return nil }
            return CertificateStatement.Mark(Double(best) / 10, required: Double(required) / 10)
        }
        let employer = standing.institutionTitle ?? standing.institution
        let own = settings.certificates
        let isOwn = employer == own.issuer && !own.issuerEnglish.isEmpty
        return CertificateStatement(
            number: "",
            holder: .init(
                name: .init(standing.name, en: standing.latinName),
                sex: standing.sex?.rawValue,
                employer: .init(employer, en: standing.institutionEnglish ?? (isOwn ? own.issuerEnglish : nil)),
                post: standing.jobTitle.map { .init($0, en: ProfessionalTitle.english(of: $0)) }
            ),
            course: .init(
                code: course.id,
                name: .init(course.title, en: course.titleEnglish),
                host: course.organiser.map { .init($0) },
                coHost: course.coOrganiser.map { .init($0) },
                projectNumber: course.projectNumber,
                from: course.startsOn,
                until: course.endsOn,
                hours: Double(course.hours) / 10,
                creditKind: course.credits?.kind,
                credits: course.credits.map { Double($0.amount) / 10 }
            ),
            theory: mark(.theory),
            practical: mark(.practical),
            criteria: Self.criteria(course.rules),
            issuer: issuer,
            awardedOn: draft.awardedOn,
            expiresOn: expiresOn,
            replaces: draft.replacing?.number
        )
    }

    /// The rule in one Chinese sentence.
    static func criteria(_ rules: CourseRules) -> String {
        var parts = ["出勤不少于总学时的\(rules.attendancePercent)%"]
        for part in CoursePart.allCases {
            if let pass = rules.pass(part) { parts.append("\(part.name.zh)考核不低于\(Tenths.text(pass))分") }
        }
        return parts.joined(separator: "，")
    }

    func issuer() throws(IntakeError) -> CertificateStatement.Issuer {
        let own = settings.certificates
        guard own.issuer.contains(where: { !$0.isWhitespace }) else {
            throw missing("certificate.issuer", "成都市温江区人民医院")
        }
        return CertificateStatement.Issuer(
            name: .init(own.issuer, en: own.issuerEnglish.isEmpty ? nil : own.issuerEnglish),
            signatory: own.signatory.isEmpty ? nil : .init(own.signatory)
        )
    }
}
