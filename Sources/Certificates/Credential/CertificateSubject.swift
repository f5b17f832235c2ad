/// Whom a credential speaks of, and what for (`AchievementSubject` of Open Badges 3.0).
package struct CertificateSubject: Sendable, Hashable, Codable {
    /// A name of the holder (`IdentityObject`).
    package struct Identity: Sendable, Hashable, Codable {
        package var type = "IdentityObject"
        package var hashed = false
        package var identityHash: String
        package var identityType = "name"
    }

    /// A mark (`Result`).
    package struct Outcome: Sendable, Hashable, Codable {
        package var type = ["Result"]
        package var resultDescription: String
        package var value: String
    }

    /// What a mark means (`ResultDescription`).
    package struct OutcomeMeaning: Sendable, Hashable, Codable {
        package var id: String
        package var type = ["ResultDescription"]
        package var name: String
        package var resultType = "Percent"
        package var valueMin = "0"
        package var valueMax = "100"
        package var requiredValue: String?
    }

    /// What had to be done (`Criteria`).
    package struct Criteria: Sendable, Hashable, Codable {
        package var narrative: String
    }

    /// What was achieved (`Achievement`).
    package struct Achievement: Sendable, Hashable, Codable {
        package var id: String
        package var type = ["Achievement"]
        package var achievementType = "CertificateOfCompletion"
        package var name: String
        package var description: String
        package var criteria: Criteria
        package var creditsAvailable: Double?
        package var fieldOfStudy = "超声医学"
        package var humanCode: String
        package var inLanguage = "zh-CN"
        package var resultDescription: [OutcomeMeaning]?
    }

    package var id: String
    package var type = ["AchievementSubject"]
    package var identifier: [Identity]
    package var activityStartDate: String
    package var activityEndDate: String
    package var creditsEarned: Double?
    package var licenseNumber: String
    package var result: [Outcome]?
    package var achievement: Achievement
    /// All of it as it stands on paper.
    package var printed: CertificateStatement

    /// The subject of a statement.
    ///
    /// Throws `library`.
    init(_ statement: CertificateStatement, id: String, issuer: IssuerAddress) throws(CertificateError) {
        let achievement = try RandomName.urn(of: "\(issuer.base)\n\(statement.course.code)")
        let marks = [("理论考核", "theory", statement.theory), ("操作考核", "practical", statement.practical)]
            .compactMap { name, part, mark in mark.map { (name: name, id: "\(achievement)#\(part)", mark: $0) } }
        self.id = id
        // The name as it is, and in Latin letters where its bearer has said how.
        let name = statement.holder.name
        identifier = [name.zh, name.en].compactMap { $0 }.map { Identity(identityHash: $0) }
        activityStartDate = statement.course.from + "T00:00:00Z"
        activityEndDate = statement.course.until + "T00:00:00Z"
        creditsEarned = statement.course.credits
        licenseNumber = statement.number
        result =
            marks.isEmpty
            ? nil : marks.map { Outcome(resultDescription: $0.id, value: Self.plain($0.mark.value)) }
        self.achievement = Achievement(
            id: achievement,
            name: statement.course.name.zh,
            description: statement.course.name.en ?? "\(statement.issuer.name.zh)：\(statement.course.name.zh)",
            criteria: Criteria(narrative: statement.criteria),
            creditsAvailable: statement.course.credits,
            humanCode: statement.course.code,
            resultDescription: marks.isEmpty
                ? nil
                : marks.map { mark in
                    OutcomeMeaning(id: mark.id, name: mark.name, requiredValue: mark.mark.required.map(Self.plain))
                }
        )
        printed = statement
    }

    /// `86`, `86.5`.
    private static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
    }
}
