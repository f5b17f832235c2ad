package import Grading

/// One image of a period that the queue brought to an expert, by its first and its last reading.
package struct PeriodReading: Sendable, Hashable {
    /// Its number in the store.
    package var image: Int64
    /// As displayed.
    package var institution: String
    package var examType: String?
    /// As the clinic writes it.
    package var technician: String?
    /// As the clinic writes it.
    package var device: String?
    /// As labelled.
    package var section: String?
    /// When the image was taken in.
    package var receivedAt: Timestamp
    /// How the queue brought it.
    package var stratum: QueuePriority
    /// Whether the random draw picked it, flagged or not.
    package var isDrawn: Bool
    /// The machine's result that the expert was shown after the first answer.
    package var machineLevel: Level?
    package var machineScoreTenths: Int?
    /// The first reading's result.
    package var firstLevel: Level?
    package var firstScoreTenths: Int?
    /// The first reader's impression; only where the picture was all that was known.
    package var impression: Level?
    /// The last reading's result.
    package var finalLevel: Level?
    package var finalScoreTenths: Int?
    /// Score below 60, or a major or critical finding stands; nil where the expert could not say.
    package var isNonconforming: Bool?
    /// Milliseconds of the stages received → graded → claimed → reviewed → reported.
    package var gradedAfter: Int64
    package var claimedAfter: Int64
    package var reviewedAfter: Int64
    /// nil until a report shows it.
    package var reportedAfter: Int64?
}

/// Images that wait for their first reading.
package struct PeriodUnread: Sendable, Hashable {
    /// As displayed.
    package var institution: String
    package var examType: String?
    /// As the clinic writes it.
    package var technician: String?
    /// As the clinic writes it.
    package var device: String?
    /// As labelled.
    package var section: String?
    package var priority: QueuePriority
    package var images: Int

    /// A count.
    package init(
        institution: String,
        examType: String?,
        technician: String? = nil,
        device: String? = nil,
        section: String? = nil,
        priority: QueuePriority,
        images: Int
    ) {
        self.institution = institution
        self.examType = examType
        self.technician = technician
        self.device = device
        self.section = section
        self.priority = priority
        self.images = images
    }
}

/// How often first readings said something of a finding.
package struct PeriodVerdict: Sendable, Hashable {
    package var code: String
    package var verdict: ExpertGrade.Verdict
    package var images: Int

    /// A count.
    package init(code: String, verdict: ExpertGrade.Verdict, images: Int) {
        self.code = code
        self.verdict = verdict
        self.images = images
    }
}

/// A period's readings, with what waits to be read.
package struct PeriodReviews: Sendable {
    package var readings: [PeriodReading]
    package var unread: [PeriodUnread]
    package var verdicts: [PeriodVerdict]

    /// Joins the parts.
    package init(readings: [PeriodReading], unread: [PeriodUnread], verdicts: [PeriodVerdict]) {
        self.readings = readings
        self.unread = unread
        self.verdicts = verdicts
    }
}

/// What is with the experts at one moment.
package struct OpenReviews: Sendable, Hashable {
    /// Things that wait, and since when the oldest does.
    package struct Pile: Sendable, Hashable {
        package var count: Int
        package var oldest: Timestamp?

        /// A pile.
        package init(count: Int = 0, oldest: Timestamp? = nil) {
            self.count = count
            self.oldest = oldest
        }
    }

    /// Images by urgency, held ones among them.
    package var waiting: [QueuePriority: Pile]
    package var disputes: Pile
    package var consultations: Pile
}

/// The experts' readings since two moments.
package struct ReadingCounts: Sendable, Hashable {
    /// First readings with both levels.
    package struct LevelPair: Sendable, Hashable {
        package var machine: Level
        package var expert: Level
        package var images: Int

        /// A count.
        package init(machine: Level, expert: Level, images: Int) {
            self.machine = machine
            self.expert = expert
            self.images = images
        }
    }

    package var today: Int
    package var thisMonth: Int
    /// Of this month.
    package var levels: [LevelPair]
}
