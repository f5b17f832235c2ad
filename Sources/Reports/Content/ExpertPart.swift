package import Grading

/// All that experts and the clinic said about one image, beside the machine's result.
package struct ExpertPart: Sendable, Codable, Equatable {
    /// Whom an image waits for.
    package enum Wait: String, Sendable, Codable, CaseIterable {
        /// An expert, who has not seen it.
        case first
        /// A further expert, because the clinic objects.
        case dispute
    }

    /// Every reading, oldest first; the last one is final.
    package var readings: [ExpertReading]
    /// The clinic's objections, oldest first.
    package var disputes: [DisputeEntry]
    /// Questions to further experts, oldest first.
    package var consultations: [ConsultationEntry]
    /// Why it is still with the experts; nil when nobody waits for it.
    package var waits: Wait?

    /// Joins the parts.
    package init(
        readings: [ExpertReading] = [],
        disputes: [DisputeEntry] = [],
        consultations: [ConsultationEntry] = [],
        waits: Wait? = nil
    ) {
        self.readings = readings
        self.disputes = disputes
        self.consultations = consultations
        self.waits = waits
    }
}

/// One reading of an image by an expert.
package struct ExpertReading: Sendable, Codable, Equatable {
    /// A finding with what the expert says of it.
    package struct JudgedFinding: Sendable, Codable, Equatable {
        package var code: String
        package var severity: Severity
        package var verdict: ExpertGrade.Verdict

        /// A judged finding.
        package init(code: String, severity: Severity, verdict: ExpertGrade.Verdict) {
            self.code = code
            self.severity = severity
            self.verdict = verdict
        }
    }

    /// One answer of the checklist.
    package struct ChecklistAnswer: Sendable, Codable, Equatable {
        /// The item's id, or item and criterion: `section.symmetry`.
        package var question: String
        /// What was asked, in both languages; nil where the rubric no longer asks it.
        package var name: LocalizedText?
        package var answer: ReviewAnswer

        /// An answer.
        package init(question: String, name: LocalizedText? = nil, answer: ReviewAnswer) {
            self.question = question
            self.name = name
            self.answer = answer
        }
    }

    /// 1 for the first reading of the image.
    package var reading: Int
    /// Who signs for it.
    package var expert: String
    package var at: ReportTime
    /// Whether the expert knew more than the picture before the answer.
    package var unblinded: Bool
    /// 0–100; nil where the expert could not judge and asks for a consultation.
    package var score: Double?
    package var level: Level?
    /// The expert's impression before the machine's result was shown.
    package var impression: Level?
    /// In the grade's order: gravest first, rejected ones last.
    package var findings: [JudgedFinding]
    /// In the sheet's order.
    package var checklist: [ChecklistAnswer]
    package var comment: String?
    /// What the technician should do.
    package var advice: String?
    package var rubric: RubricReference

    /// Joins the parts.
    package init(
        reading: Int,
        expert: String,
        at: ReportTime,
        unblinded: Bool = false,
        score: Double?,
        level: Level?,
        impression: Level? = nil,
        findings: [JudgedFinding] = [],
        checklist: [ChecklistAnswer] = [],
        comment: String? = nil,
        advice: String? = nil,
        rubric: RubricReference
    ) {
        self.reading = reading
        self.expert = expert
        self.at = at
        self.unblinded = unblinded
        self.score = score
        self.level = level
        self.impression = impression
        self.findings = findings
        self.checklist = checklist
        self.comment = comment
        self.advice = advice
        self.rubric = rubric
    }

    /// What the checklist found wanting.
    var shortcomings: [ChecklistAnswer] { checklist.filter { $0.answer == .no || $0.answer == .partly } }
}

/// The clinic's objection to an image's result.
package struct DisputeEntry: Sendable, Codable, Equatable {
    /// The clinic's words.
    package var text: String
    /// Who objects, as far as was said.
    package var by: String?
    package var at: ReportTime
    /// The reading that was objected to; nil for the machine's result.
    package var against: Int?
    /// The reading that settled it; nil while it is open.
    package var settledBy: Int?

    enum CodingKeys: String, CodingKey {
        case text, by, at, against
        case settledBy = "settled_by"
    }

    /// An objection.
    package init(text: String, by: String? = nil, at: ReportTime, against: Int? = nil, settledBy: Int? = nil) {
        self.text = text
        self.by = by
        self.at = at
        self.against = against
        self.settledBy = settledBy
    }

    var isOpen: Bool { settledBy == nil }
}

/// An expert's question to a further one.
package struct ConsultationEntry: Sendable, Codable, Equatable {
    /// The reading that asks.
    package var reading: Int
    package var askedBy: String
    package var question: String
    package var askedAt: ReportTime
    /// nil while it is open.
    package var answer: String?
    package var answeredBy: String?
    package var answeredAt: ReportTime?

    enum CodingKeys: String, CodingKey {
        case reading, question, answer
        case askedBy = "asked_by"
        case askedAt = "asked_at"
        case answeredBy = "answered_by"
        case answeredAt = "answered_at"
    }

    /// A question with its answer, where there is one.
    package init(
        reading: Int,
        askedBy: String,
        question: String,
        askedAt: ReportTime,
        answer: String? = nil,
        answeredBy: String? = nil,
        answeredAt: ReportTime? = nil
    ) {
        self.reading = reading
        self.askedBy = askedBy
        self.question = question
        self.askedAt = askedAt
        self.answer = answer
        self.answeredBy = answeredBy
        self.answeredAt = answeredAt
    }

    var isOpen: Bool { answer == nil }
}
