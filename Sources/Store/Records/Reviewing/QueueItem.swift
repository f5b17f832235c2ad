/// One image that waits for an expert.
package struct QueueItem: Sendable, Hashable {
    package var image: Int64
    package var kind: QueueKind
    package var priority: QueuePriority
    /// Since when it waits.
    package var since: Timestamp
    package var institution: FileName
    package var examType: String?
    package var section: String?
    /// The claim that is in force; nil while the image is free.
    package var claim: ClaimRecord?

    package var cursor: QueueCursor { QueueCursor(priority: priority, since: since, image: image) }

    /// An entry of the queue.
    package init(
        image: Int64,
        kind: QueueKind,
        priority: QueuePriority,
        since: Timestamp,
        institution: FileName,
        examType: String?,
        section: String?,
        claim: ClaimRecord?
    ) {
        self.image = image
        self.kind = kind
        self.priority = priority
        self.since = since
        self.institution = institution
        self.examType = examType
        self.section = section
        self.claim = claim
    }
}

/// What the queue holds at one moment.
package struct QueueCounts: Sendable, Hashable {
    /// Waiting images by priority, held ones among them.
    package var waiting: [QueuePriority: Int]
    /// Of these, held under a claim in force.
    package var held: Int
    /// Since when the oldest waits; nil for an empty queue.
    package var oldest: Timestamp?
    package var disputesOpen: Int
    package var oldestDispute: Timestamp?
    package var consultationsOpen: Int
    package var oldestConsultation: Timestamp?

    /// Counts.
    package init(
        waiting: [QueuePriority: Int],
        held: Int,
        oldest: Timestamp?,
        disputesOpen: Int,
        oldestDispute: Timestamp?,
        consultationsOpen: Int,
        oldestConsultation: Timestamp?
    ) {
        self.waiting = waiting
        self.held = held
        self.oldest = oldest
        self.disputesOpen = disputesOpen
        self.oldestDispute = oldestDispute
        self.consultationsOpen = consultationsOpen
        self.oldestConsultation = oldestConsultation
    }
}
