package import Grading

/// An exam's result with the experts' word where there is one and the first pass's elsewhere.
package struct ExamFinal: Sendable, Codable, Equatable {
    /// 0–100, rounded to 0.1; nil when no image has a score.
    package var score: Double?
    package var level: Level?
    /// Share of the required sections that are there, 0–1.
    package var completeness: Double?
    /// Required sections whose best image doesn't pass, in the rubric's order.
    package var substandardSections: [SectionReference]

    enum CodingKeys: String, CodingKey {
        case score, level, completeness
        case substandardSections = "substandard_sections"
    }

    /// A result.
    package init(
        score: Double?,
        level: Level?,
        completeness: Double? = nil,
        substandardSections: [SectionReference] = []
    ) {
        self.score = score
        self.level = level
        self.completeness = completeness
        self.substandardSections = substandardSections
    }
}

/// How far the experts are with an exam: images and questions, counted.
package struct ExamExperts: Sendable, Codable, Equatable {
    /// Images that an expert has read.
    package var read: Int
    /// Images that wait for their first reading.
    package var waiting: Int
    /// Objections of the clinic that nobody has settled.
    package var disputesOpen: Int
    /// Questions to a further expert without an answer.
    package var consultationsOpen: Int

    enum CodingKeys: String, CodingKey {
        case read, waiting
        case disputesOpen = "disputes_open"
        case consultationsOpen = "consultations_open"
    }

    /// Counts what counts; nil where no expert has or gets anything to do with the exam.
    init?(_ images: [ExamImage]) {
        let parts = images.filter { $0.standing != .superseded }.compactMap(\.expert)
        read = parts.count { !$0.readings.isEmpty }
        waiting = parts.count { $0.waits == .first }
        disputesOpen = parts.reduce(0) { $0 + $1.disputes.count(where: \.isOpen) }
        consultationsOpen = parts.reduce(0) { $0 + $1.consultations.count(where: \.isOpen) }
        guard read + waiting + disputesOpen + consultationsOpen > 0 else { return nil }
    }

    /// What is still with the experts.
    var open: Int { waiting + disputesOpen + consultationsOpen }
}
