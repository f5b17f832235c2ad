/// What the audit trail says happened.
///
/// The raw values are the `action` of the trail's entries.
package enum AuditAction: String, Sendable, CaseIterable {
    /// Stages, before an exam's transaction.
    case examSettled = "exam.settled"
    case examVaulted = "exam.vaulted"
    case examMeasured = "exam.measured"
    /// Entries of the transaction.
    case examReceived = "exam.received"
    case examWithdrawn = "exam.withdrawn"
    case examReinstated = "exam.reinstated"
    case imageGraded = "image.graded"
    case imageReDropped = "image.redropped"
    case samplingCommitted = "sampling.committed"
    /// An exam whose images' duplicates changed by another exam's transaction.
    case examRelated = "exam.related"
    /// The last entry of an exam's transaction.
    case examGraded = "exam.graded"
    case examRegraded = "exam.regraded"
    case examAnswered = "exam.answered"
    case fileQuarantined = "file.quarantined"
    case quarantineRetried = "quarantine.retried"
    case quarantineDiscarded = "quarantine.discarded"
    case quarantineReplaced = "quarantine.replaced"
    /// The roster.
    case expertAdded = "expert.added"
    case expertChanged = "expert.changed"
    case expertRetired = "expert.retired"
    /// Certificates and the keys that sign them.
    case signingKeyMade = "key.made"
    case signingKeyRetired = "key.retired"
    case signingKeyWithdrawn = "key.withdrawn"
    case certificateIssued = "certificate.issued"
    case certificateRevoked = "certificate.revoked"
    case certificateReplaced = "certificate.replaced"
    case certificateSignedAgain = "certificate.signed_again"
    /// Claims, which `audit.head` does not wait for.
    case claimTaken = "claim.taken"
    case claimRenewed = "claim.renewed"
    case claimReleased = "claim.released"
    case claimSkipped = "claim.skipped"
    case claimExpired = "claim.expired"
    /// An expert, or a person at the program, saw more than the blind view before an answer.
    case imageUnblinded = "image.unblinded"
    case imageReviewed = "image.reviewed"
    case imageDisputed = "image.disputed"
    case disputeSettled = "dispute.settled"
    case consultationAsked = "consultation.asked"
    case consultationAnswered = "consultation.answered"
    /// The last entry of a transaction about an exam's readings.
    case examReviewed = "exam.reviewed"
    /// A snapshot of what devices usually show.
    case baselineClosed = "baseline.closed"
    /// The registry.
    case institutionAdded = "institution.added"
    case institutionChanged = "institution.changed"
    case institutionRetired = "institution.retired"
    case institutionReinstated = "institution.reinstated"
    case technicianAdded = "technician.added"
    case technicianChanged = "technician.changed"
    case technicianRetired = "technician.retired"
    case technicianReinstated = "technician.reinstated"
    case deviceAdded = "device.added"
    case deviceChanged = "device.changed"
    case deviceRetired = "device.retired"
    case deviceReinstated = "device.reinstated"
    case teacherAdded = "teacher.added"
    case teacherChanged = "teacher.changed"
    case teacherRetired = "teacher.retired"
    case teacherReinstated = "teacher.reinstated"
    case expertReinstated = "expert.reinstated"
    /// Courses: announced, changed, called off; who takes part, was there, and got which marks.
    case courseAdded = "course.added"
    case courseChanged = "course.changed"
    case courseRetired = "course.retired"
    case courseEnrolled = "course.enrolled"
    case courseWithdrawn = "course.withdrawn"
    case courseAttended = "course.attended"
    case courseMarked = "course.marked"
    case courseMarkAnnulled = "course.mark_annulled"
    /// Practice and papers.
    case practiceAnswered = "practice.answered"
    case paperPlanned = "paper.planned"
    case paperStarted = "paper.started"
    case paperAnswered = "paper.answered"
    case paperEnded = "paper.ended"
    /// Which stored pictures practice shows.
    case practiceExcluded = "practice.excluded"
    case practiceAdmitted = "practice.admitted"
}

/// A stage of an exam's way that is noted before its transaction.
package enum ExamStage: Sendable, CaseIterable {
    case settled, vaulted, measured
}

/// One entry of the trail.
package struct AuditEntry: Sendable, Hashable {
    /// From 1 without gaps.
    package var sequence: Int64
    package var at: Timestamp
    package var action: String
    /// What it speaks of, in words: institution/folder/file.
    package var subject: String
    /// Which stored record the hash is of (`grade/17`); nil for a stage.
    package var record: String?
    /// SHA-256 of the record's canonical bytes; nil for a stage.
    package var recordSHA: String?
    /// The hash of the entry before; 64 zeros for the first.
    package var previous: String
    package var hash: String
}

/// Count and hash of the trail's last entry, as written to `audit.head`.
package struct AuditHead: Sendable, Hashable {
    package var count: Int64
    package var hash: String
}

/// One thing that `audit verify` found.
package struct AuditProblem: Sendable, Hashable {
    /// The kinds.
    package enum Kind: String, Sendable, CaseIterable {
        /// An entry is missing, moved or changed.
        case brokenChain
        /// A record is not what its last entry hashed.
        case changedRecord
        /// A record that an entry speaks of is gone.
        case missingRecord
        /// A record that no entry speaks of.
        case unknownRecord
        /// The vault lacks an original.
        case missingOriginal
        /// A vault file's bytes do not hash to its name.
        case changedOriginal
        /// `audit.head` is missing, unreadable, ahead of the trail, or disagrees with it: the tail was cut.
        case headMismatch
    }

    package var kind: Kind
    /// The entry, record or file it is about.
    package var subject: String
    /// One English line.
    package var message: String
}

/// What `audit verify` looked at and found.
package struct AuditVerification: Sendable {
    package var entries: Int64
    package var records: Int64
    package var originals: Int64
    /// At most 1,000; `problemCount` has them all.
    package var problems: [AuditProblem]
    package var problemCount: Int

    /// Whether nothing is wrong.
    package var isSound: Bool { problemCount == 0 }
}
