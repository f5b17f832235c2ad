/// A stage of an image's way through the experts.
package enum WorkStage: String, Sendable, Codable, CaseIterable, Comparable {
    /// Received → graded by the machine.
    case graded
    /// Graded → first claimed by the expert who read it.
    case claimed
    /// Claimed → read.
    case reviewed
    /// Read → in the clinic's report.
    case reported

    package static func < (left: WorkStage, right: WorkStage) -> Bool {
        Self.allCases.firstIndex(of: left).unsafelyUnwrapped < Self.allCases.firstIndex(of: right).unsafelyUnwrapped
    }
}

/// How long a stage took.
package struct StageSpan: Sendable, Codable, Equatable {
    package var stage: WorkStage
    /// Seconds since the stage before, one number a read image.
    package var seconds: Distribution

    /// A stage's spans.
    package init(stage: WorkStage, seconds: Distribution) {
        self.stage = stage
        self.seconds = seconds
    }
}

/// What waits for experts at one moment.
package struct OpenWork: Sendable, Codable, Equatable {
    /// Things that wait, and since when the oldest does.
    package struct Pile: Sendable, Codable, Equatable {
        package var count: Int
        /// nil exactly where nothing waits.
        package var oldest: ReportTime?

        /// A pile.
        package init(count: Int = 0, oldest: ReportTime? = nil) {
            self.count = count
            self.oldest = oldest
        }
    }

    /// The moment.
    package var at: ReportTime
    /// Images with a critical finding.
    package var critical: Pile
    /// Images that the first pass flags, or that the clinic objects to.
    package var flagged: Pile
    /// Images that the random draw picked, without any other reason.
    package var sampled: Pile
    /// Objections that nobody has settled.
    package var disputes: Pile
    /// Questions to a further expert without an answer.
    package var consultations: Pile

    /// Joins the parts.
    package init(
        at: ReportTime,
        critical: Pile = Pile(),
        flagged: Pile = Pile(),
        sampled: Pile = Pile(),
        disputes: Pile = Pile(),
        consultations: Pile = Pile()
    ) {
        self.at = at
        self.critical = critical
        self.flagged = flagged
        self.sampled = sampled
        self.disputes = disputes
        self.consultations = consultations
    }
}
