package import Grading

/// How long the work of a period took, by day and by night, against targets; and what came late.
package struct WaitingTimes: Sendable, Codable, Equatable {
    /// How many late ones are listed at most.
    package static let mostListed = 200

    /// When the night begins by the report's clock: `18:00`.
    package var nightFrom: String
    /// When it ends: `08:00`.
    package var nightUntil: String
    /// In the order of `WaitingStage`; stages that nothing reached are left out.
    package var stages: [WaitingLine]
    /// All that came later than its target, or is still open and overdue.
    package var lateCount: Int
    /// The worst of these, measured by their targets, at most `mostListed`.
    package var late: [LateItem]

    enum CodingKeys: String, CodingKey {
        case stages, late
        case nightFrom = "night_from"
        case nightUntil = "night_until"
        case lateCount = "late_count"
    }

    /// Joins the parts and fixes every order.
    package init(nightFrom: String, nightUntil: String, stages: [WaitingLine], lateCount: Int, late: [LateItem]) {
        self.nightFrom = nightFrom
        self.nightUntil = nightUntil
        self.stages = stages.sorted { $0.stage < $1.stage }
        self.lateCount = lateCount
        self.late = Array(
            late.sorted { left, right in
                let (one, two) = (left.seconds / left.target, right.seconds / right.target)
                return (two, left.since, left.place, left.stage) < (one, right.since, right.place, right.stage)
            }.prefix(Self.mostListed)
        )
    }
}

/// What is waited for.
package enum WaitingStage: String, Sendable, Codable, CaseIterable, Comparable {
    /// An exam: received → first answered by the machine.
    case answered
    /// An image: received → graded by the machine.
    case graded
    /// An image: graded → claimed by the expert who read it first.
    case claimed
    /// An image: claimed → read.
    case reviewed
    /// An image with a critical finding: received → first read.
    case readCritical = "read_critical"
    /// Any other image that the first pass flagged: received → first read.
    case readFlagged = "read_flagged"
    /// An image that only the random draw picked: received → first read.
    case readSampled = "read_sampled"
    /// An image: first read → in the clinic's report.
    case reported

    package static func < (left: WaitingStage, right: WaitingStage) -> Bool {
        Self.allCases.firstIndex(of: left).unsafelyUnwrapped < Self.allCases.firstIndex(of: right).unsafelyUnwrapped
    }
}

/// One stage's waiting times.
package struct WaitingLine: Sendable, Codable, Equatable {
    /// Waits of things that were received in one part of the day.
    package struct Part: Sendable, Codable, Equatable {
        /// Seconds of what is over; nil where nothing is.
        package var seconds: Distribution?
        /// What is not over at the moment of the report.
        package var open: Int
        /// Longer than the target: over late, or open and overdue; nil without a target.
        package var late: Int?
        /// What the target has decided: all that is over, and what is open and overdue; nil without a target.
        package var due: Int?
        /// 1 − `late` ÷ `due`, 0–1; nil without a target, and where nothing is due.
        package var within: Double?
        /// 95 % interval (Wilson) of that share.
        package var interval: ShareInterval?

        /// Sums up waits.
        ///
        /// - Parameters:
        ///   - over: seconds of what is over.
        ///   - open: seconds that open things have waited.
        ///   - target: seconds that are allowed; nil where nobody set any.
        package init(over: [Double], open: [Double], target: Double?) {
            seconds = Distribution(over)
            self.open = open.count
            guard let target else { return }
            let overdue = open.count { $0 > target }
            let late = over.count { $0 > target } + overdue
            let due = over.count + overdue
            self.late = late
            self.due = due
            within = due > 0 ? 1 - Double(late) / Double(due) : nil
            interval = ShareInterval(wilson: due - late, of: due)
        }

        /// Whether there is nothing to tell.
        package var isEmpty: Bool { seconds == nil && open == 0 }
    }

    package var stage: WaitingStage
    /// Seconds that are allowed; nil where nobody set any.
    package var target: Double?
    package var all: Part
    /// Of what was received by day.
    package var day: Part
    /// Of what was received by night.
    package var night: Part

    /// A stage's parts.
    package init(stage: WaitingStage, target: Double?, all: Part, day: Part, night: Part) {
        self.stage = stage
        self.target = target
        self.all = all
        self.day = day
        self.night = night
    }
}

/// Something that came late, or is overdue.
package struct LateItem: Sendable, Codable, Equatable {
    package var stage: WaitingStage
    package var institution: String
    /// The exam's folder below the institution's inbox folder.
    package var folder: String
    /// The image's file; nil where the exam as a whole is late.
    package var file: String?
    package var technician: String?
    /// When the wait began.
    package var since: ReportTime
    /// How long it took, or has taken so far.
    package var seconds: Double
    /// How long it may take, more than 0.
    package var target: Double
    /// Whether it is still waited for.
    package var open: Bool
    /// Whether it was received by night.
    package var night: Bool

    /// A late thing.
    package init(
        stage: WaitingStage,
        institution: String,
        folder: String,
        file: String? = nil,
        technician: String? = nil,
        since: ReportTime,
        seconds: Double,
        target: Double,
        open: Bool,
        night: Bool
    ) {
        self.stage = stage
        self.institution = institution
        self.folder = folder
        self.file = file
        self.technician = technician
        self.since = since
        self.seconds = seconds
        self.target = target
        self.open = open
        self.night = night
    }

    /// `INSTITUTION/FOLDER`, and the file where it is an image.
    package var place: String { "\(institution)/\(folder)" + (file.map { "/" + $0 } ?? "") }
}
