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
