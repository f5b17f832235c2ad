package import Grading

/// Somebody who may review.
package struct ExpertRecord: Sendable, Hashable {
    /// What `--expert` says.
    package var id: String
    package var name: String
    /// Names of the institutions whose images this expert never gets.
    package var institutions: [String]
    package var addedAt: Timestamp
    /// Since when the expert takes no more work; nil while active.
    package var retiredAt: Timestamp?
    /// 职称, such as 主任医师.
    package var title: String?
    /// What the expert knows best: exam types or words.
    package var subjects: [String] = []

    /// An entry of the roster.
    package init(id: String, name: String, institutions: [String], addedAt: Timestamp, retiredAt: Timestamp? = nil) {
        self.id = id
        self.name = name
        self.institutions = institutions
        self.addedAt = addedAt
        self.retiredAt = retiredAt
    }
}

/// How urgent an image is; the raw values are the store's.
package enum QueuePriority: Int64, Sendable, CaseIterable, Comparable {
    /// A critical finding on it.
    case critical = 0
    /// Flagged by the first pass, unsure, or objected to by the clinic.
    case flagged = 1
    /// Only drawn.
    case sampled = 2

    /// The word that people read.
    package var name: String { "\(self)" }

    package static func < (left: QueuePriority, right: QueuePriority) -> Bool { left.rawValue < right.rawValue }
}

/// Why an image is in the queue.
package enum QueueKind: String, Sendable, CaseIterable {
    /// No expert has judged it.
    case first
    /// The clinic objects to the result.
    case dispute
}

/// Which part of the queue is wanted; nil leaves a property open.
package struct QueueFilter: Sendable, Hashable {
    package var priority: QueuePriority?
    package var kind: QueueKind?
    /// As displayed.
    package var institution: String?
    package var examType: String?
    /// Section id, or a prefix that ends in `.` and a star (`abd.*`).
    package var section: String?
    /// Only images that nobody holds.
    package var onlyFree: Bool
    /// Images that the expert has skipped before too.
    package var withSkipped: Bool

    /// All of the queue.
    package init(
        priority: QueuePriority? = nil,
        kind: QueueKind? = nil,
        institution: String? = nil,
        examType: String? = nil,
        section: String? = nil,
        onlyFree: Bool = false,
        withSkipped: Bool = false
    ) {
        self.priority = priority
        self.kind = kind
        self.institution = institution
        self.examType = examType
        self.section = section
        self.onlyFree = onlyFree
        self.withSkipped = withSkipped
    }
}

/// Where a page of the queue ended.
package struct QueueCursor: Sendable, Hashable {
    package var priority: QueuePriority
    package var since: Timestamp
    package var image: Int64

    /// A place in the queue's order.
    package init(priority: QueuePriority, since: Timestamp, image: Int64) {
        self.priority = priority
        self.since = since
        self.image = image
    }

    /// `1/2026-11-21T06:20:00.000Z/17`, for `--after`.
    package var text: String { "\(priority.rawValue)/\(since.text)/\(image)" }

    /// Reads `text`; nil for anything else.
    package init?(text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, let priority = Int64(parts[0]).flatMap(QueuePriority.init(rawValue:)),
            let since = Timestamp(text: String(parts[1])), let image = Int64(parts[2])
        else { return nil }
        self.init(priority: priority, since: since, image: image)
    }
}

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

/// An expert's hold on an image for a time.
package struct ClaimRecord: Sendable, Hashable {
    /// Grows by one with each claim of the store.
    package var id: Int64
    package var image: Int64
    package var expert: String
    package var at: Timestamp
    /// When it runs out by itself.
    package var until: Timestamp

    /// A claim.
    package init(id: Int64, image: Int64, expert: String, at: Timestamp, until: Timestamp) {
        self.id = id
        self.image = image
        self.expert = expert
        self.at = at
        self.until = until
    }
}

/// One reading of an image by an expert; never changed.
package struct ReviewRecord: Sendable {
    package var id: Int64
    package var image: Int64
    /// 1 for the first reading of the image.
    package var reading: Int
    package var expert: String
    package var claimedAt: Timestamp
    package var at: Timestamp
    /// Whether the expert saw more than the blind view before the answer, or changed an answer after it.
    package var wasUnblinded: Bool
    /// The grade of the machine that was shown afterwards.
    package var machineGradeID: Int64
    /// The dispute that this reading settles.
    package var disputeID: Int64?
    package var grade: ExpertGrade

    /// A reading.
    package init(
        id: Int64,
        image: Int64,
        reading: Int,
        expert: String,
        claimedAt: Timestamp,
        at: Timestamp,
        wasUnblinded: Bool,
        machineGradeID: Int64,
        disputeID: Int64?,
        grade: ExpertGrade
    ) {
        self.id = id
        self.image = image
        self.reading = reading
        self.expert = expert
        self.claimedAt = claimedAt
        self.at = at
        self.wasUnblinded = wasUnblinded
        self.machineGradeID = machineGradeID
        self.disputeID = disputeID
        self.grade = grade
    }
}

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

/// Everything about one image that a review or `queue show` needs.
package struct ReviewSubject: Sendable {
    package var exam: ExamRecord
    package var image: ImageDetail
    /// Whether the image counts; a replaced or withdrawn one is not reviewed.
    package var isCurrent: Bool
    /// Number of the machine's grade in force.
    package var machineGradeID: Int64
    /// nil where nobody waits for it.
    package var queued: QueueItem?
    /// The claim in force, queued or not.
    package var claim: ClaimRecord?
    /// Oldest first; the last one is final.
    package var reviews: [ReviewRecord]
    package var disputes: [DisputeRecord]
    package var consultations: [ConsultationRecord]

    /// Joins the parts.
    package init(
        exam: ExamRecord,
        image: ImageDetail,
        isCurrent: Bool,
        machineGradeID: Int64,
        queued: QueueItem?,
        claim: ClaimRecord?,
        reviews: [ReviewRecord],
        disputes: [DisputeRecord],
        consultations: [ConsultationRecord]
    ) {
        self.exam = exam
        self.image = image
        self.isCurrent = isCurrent
        self.machineGradeID = machineGradeID
        self.queued = queued
        self.claim = claim
        self.reviews = reviews
        self.disputes = disputes
        self.consultations = consultations
    }
}

/// One reading to be stored.
package struct ReviewCommit: Sendable {
    package var image: Int64
    package var expert: String
    /// The claim under which it was made; nil takes the expert's own, or makes one where the image is free.
    package var claim: Int64?
    package var wasUnblinded: Bool
    /// The grade of the machine that the expert was shown; a commit on another one is refused.
    package var machineGradeID: Int64
    package var grade: ExpertGrade

    /// A reading.
    package init(
        image: Int64,
        expert: String,
        claim: Int64?,
        wasUnblinded: Bool,
        machineGradeID: Int64,
        grade: ExpertGrade
    ) {
        self.image = image
        self.expert = expert
        self.claim = claim
        self.wasUnblinded = wasUnblinded
        self.machineGradeID = machineGradeID
        self.grade = grade
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

/// Whether somebody may review in this home.
package enum ExpertStanding: Sendable, Hashable {
    /// On the roster and active.
    case onRoster(ExpertRecord)
    /// The home has no roster: anybody may.
    case noRoster
}
