internal import Grading
package import Store

/// What an expert may know of an image before the answer: enough to judge the picture, nothing of who made it.
///
/// There is no way from here to institution, technician, score, findings or reasons.
package struct BlindFacts: Sendable, Equatable {
    /// The image's number, by which every command names it.
    package var image: Int64
    package var kind: QueueKind
    /// Short id of docs/intake.md; nil when unknown.
    package var examType: String?
    /// Section id, or the clinic's own label; nil when unknown.
    package var section: String?
    /// Since when it waits; when it was received, for an image that does not wait.
    package var since: Timestamp
    /// The clinic's report text, needed to judge whether it fits the picture.
    package var reportText: String?
    /// Readings so far: 0 for a first one.
    package var readings: Int

    /// Joins the parts.
    package init(
        image: Int64,
        kind: QueueKind,
        examType: String?,
        section: String?,
        since: Timestamp,
        reportText: String?,
        readings: Int
    ) {
        self.image = image
        self.kind = kind
        self.examType = examType
        self.section = section
        self.since = since
        self.reportText = reportText
        self.readings = readings
    }
}

extension BlindFacts {
    /// The part of what the store knows that an expert may know before the answer.
    package init(_ subject: ReviewSubject) {
        let data = subject.exam.metadata
        let hasText = data.reportText?.contains { !$0.isWhitespace } ?? false
        self.init(
            image: subject.image.id,
            kind: subject.queued?.kind ?? .first,
            examType: Self.knownType(data.examType),
            section: subject.image.grade.section,
            since: subject.queued?.since ?? subject.image.receivedAt,
            reportText: hasText ? data.reportText : nil,
            readings: subject.reviews.count
        )
    }

    /// The short id of an exam type; a clinic's own word for it could say whose it is and stays out.
    static func knownType(_ label: String?) -> String? { label.flatMap { ExamCatalogue.examType($0)?.id } }
}
