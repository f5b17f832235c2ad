/// One answer to one question of the checklist.
package enum ReviewAnswer: String, Sendable, Codable, CaseIterable {
    /// As it should be.
    case yes
    /// In part.
    case partly
    /// Not as it should be.
    case no
    /// The question does not apply to this picture: it leaves numerator and denominator.
    case notApplicable = "na"

    /// What it is worth, 0–1; nil where the question does not apply.
    package var score: Double? {
        switch self {
        case .yes: 1
        case .partly: 0.5
        case .no: 0
        case .notApplicable: nil
        }
    }
}

/// Everything that an expert says about one picture: what `review` takes from keys, flags or a file.
///
/// Schema `sonograde.review/1`, docs/schemas/review.schema.json.
package struct ReviewAnswers: Sendable, Codable, Equatable {
    /// The contract's name and version.
    package static let schemaID = "sonograde.review/1"

    /// A finding that the machine did not make.
    package struct Added: Sendable, Codable, Equatable, Hashable {
        /// Code of the taxonomy.
        package var code: String
        /// nil takes the rubric's severity for the code.
        package var severity: Severity?

        /// A finding to add.
        package init(code: String, severity: Severity? = nil) {
            self.code = code
            self.severity = severity
        }
    }

    package var schema = Self.schemaID
    /// Which image, as `review` takes it; nil where the command line names it.
    package var image: String?
    /// Who judged; nil where the command line or the environment names the expert.
    package var expert: String?
    /// The number of the claim under which it was judged; nil takes the expert's own.
    package var claim: Int64?
    /// Answers by question: an item's id (`section`), or item and criterion (`section.symmetry`).
    package var answers: [String: ReviewAnswer]
    /// The expert's own impression of the picture's technical quality before the machine's result was shown.
    package var impression: Level?
    /// Codes of the machine's findings that are right.
    package var confirmed: [String]
    /// Codes of the machine's findings that are wrong.
    package var rejected: [String]
    /// What the machine missed.
    package var added: [Added]
    /// For the record; the clinic reads it.
    package var comment: String?
    /// What the technician should do.
    package var advice: String?
    /// A question to a further expert; nil asks for no consultation.
    package var consultation: String?

    /// Answers; what was not said stays empty.
    package init(
        image: String? = nil,
        expert: String? = nil,
        claim: Int64? = nil,
        answers: [String: ReviewAnswer] = [:],
        impression: Level? = nil,
        confirmed: [String] = [],
        rejected: [String] = [],
        added: [Added] = [],
        comment: String? = nil,
        advice: String? = nil,
        consultation: String? = nil
    ) {
        self.image = image
        self.expert = expert
        self.claim = claim
        self.answers = answers
        self.impression = impression
        self.confirmed = confirmed
        self.rejected = rejected
        self.added = added
        self.comment = comment
        self.advice = advice
        self.consultation = consultation
    }

    /// Reads what was written; lists and answers that are left out are empty.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        schema = try values.decodeIfPresent(String.self, forKey: .schema) ?? Self.schemaID
        image = try values.decodeIfPresent(String.self, forKey: .image)
        expert = try values.decodeIfPresent(String.self, forKey: .expert)
        claim = try values.decodeIfPresent(Int64.self, forKey: .claim)
        answers = try values.decodeIfPresent([String: ReviewAnswer].self, forKey: .answers) ?? [:]
        impression = try values.decodeIfPresent(Level.self, forKey: .impression)
        confirmed = try values.decodeIfPresent([String].self, forKey: .confirmed) ?? []
        rejected = try values.decodeIfPresent([String].self, forKey: .rejected) ?? []
        added = try values.decodeIfPresent([Added].self, forKey: .added) ?? []
        comment = try values.decodeIfPresent(String.self, forKey: .comment)
        advice = try values.decodeIfPresent(String.self, forKey: .advice)
        consultation = try values.decodeIfPresent(String.self, forKey: .consultation)
    }
}
