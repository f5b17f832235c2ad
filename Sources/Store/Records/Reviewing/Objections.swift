/// A clinic's objection to an image's result.
package struct DisputeRecord: Sendable, Hashable {
    package var id: Int64
    package var image: Int64
    /// The clinic's words.
    package var text: String
    /// Who objects, as far as was said.
    package var by: String?
    package var at: Timestamp
    /// The reading that was objected to; nil for the machine's result.
    package var against: Int64?
    /// The reading that settled it; nil while it is open.
    package var settledBy: Int64?

    /// An objection.
    package init(
        id: Int64,
        image: Int64,
        text: String,
        by: String?,
        at: Timestamp,
        against: Int64?,
        settledBy: Int64?
    ) {
        self.id = id
        self.image = image
        self.text = text
        self.by = by
        self.at = at
        self.against = against
        self.settledBy = settledBy
    }
}

/// An expert's question to a further one.
package struct ConsultationRecord: Sendable, Hashable {
    /// The two states.
    package enum State: String, Sendable, CaseIterable { case open, answered }

    package var id: Int64
    package var image: Int64
    /// The reading that asks.
    package var review: Int64
    package var askedBy: String
    package var question: String
    package var askedAt: Timestamp
    package var answer: String?
    package var answeredBy: String?
    package var answeredAt: Timestamp?

    package var state: State { answeredAt == nil ? .open : .answered }

    /// A question with its answer, where there is one.
    package init(
        id: Int64,
        image: Int64,
        review: Int64,
        askedBy: String,
        question: String,
        askedAt: Timestamp,
        answer: String? = nil,
        answeredBy: String? = nil,
        answeredAt: Timestamp? = nil
    ) {
        self.id = id
        self.image = image
        self.review = review
        self.askedBy = askedBy
        self.question = question
        self.askedAt = askedAt
        self.answer = answer
        self.answeredBy = answeredBy
        self.answeredAt = answeredAt
    }
}
