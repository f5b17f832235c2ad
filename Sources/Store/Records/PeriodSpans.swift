/// What came in during one span of time.
package struct PeriodSpan: Sendable, Hashable {
    /// First received and not taken back.
    package var exams = 0
    package var images = 0
    /// Images that could be read.
    package var readable = 0
    /// Readable images that the first pass sends to an expert.
    package var sent = 0
    /// Images with a score.
    package var graded = 0
    /// Of these, images of level A, B or C.
    package var passing = 0
    /// Images that the random draw picked and an expert has read.
    package var drawn = 0
    /// Of these, images that don't conform by the last reading.
    package var nonconforming = 0
    /// Images that the random draw picked and that wait for their first reading.
    package var unread = 0

    /// Nothing.
    package init() {}
}

/// An image of the random draw that an expert has read.
package struct DrawnOutcome: Sendable, Hashable {
    /// Whether it does not conform by the last reading.
    package var fails: Bool
    /// When it was received.
    package var received: Timestamp
}

/// An image that waits for its first reading.
package struct PeriodWaiting: Sendable, Hashable {
    /// Its number in the store.
    package var image: Int64
    package var priority: QueuePriority
    package var since: Timestamp
}

/// Where something lies, for people who have to look for it.
package struct PeriodPlace: Sendable, Hashable {
    /// As displayed.
    package var institution: String
    /// The exam's folder.
    package var folder: String
    /// The image's file; nil for an exam.
    package var file: String?
    /// As the clinic writes it.
    package var technician: String?
}

/// An institution that handed in, with what its exams name.
package struct PeriodSubjects: Sendable, Hashable {
    package var institution: PeriodInstitution
    /// Codes as the clinic writes them.
    package var technicians: Set<String> = []
    /// Codes as the clinic writes them.
    package var devices: Set<String> = []

    /// One that names nobody.
    package init(institution: PeriodInstitution) { self.institution = institution }
}
