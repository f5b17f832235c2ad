package import Grading
package import Imaging
package import Intake
package import Reports
package import Store

/// The experts' work on the queue, as functions: the command line calls them, and any other front can.
///
/// The way of one image over the desk: `next` or `open` claims it and gives the case; `picture` and the case's facts and
/// sheet are all that is seen; `result` works out what answers come to; `submit` stores them; `answerExam` brings the
/// result back to the clinic.
package struct ReviewDesk: Sendable {
    /// Who works.
    package let expert: String
    let room: WorkRoom

    /// A desk for an expert, who need not be on a roster while there is none.
    package init(room: WorkRoom, expert: String) {
        self.room = room
        self.expert = expert
    }

    private var now: Timestamp { Timestamp(room.now()) }
    private var lease: Double { room.settings.reviewLeaseSeconds }

    /// Whether the expert is on the roster.
    ///
    /// - Throws: `StoreError` with code `denied` for one who may not work.
    package func standing() throws -> ExpertStanding { try room.store.expertStanding(expert) }

    /// The image that a text names: see `ImageReference`.
    package func resolve(_ reference: String) throws -> Int64 {
        try ImageReference.image(reference, in: room.store)
    }

    // MARK: claiming

    /// Claims the most urgent image that this expert may take; nil when there is none.
    ///
    /// An image that the expert holds already comes first, so that nothing begun is lost.
    package func next(_ filter: QueueFilter) throws -> ReviewCase? {
        let claim = try room.store.claimNext(filter, expert: expert, leaseSeconds: lease, at: now)
        return try claim.map { try reviewCase(of: $0) }
    }

    /// Claims one image, or renews the claim that the expert has on it.
    package func open(_ image: Int64) throws -> ReviewCase {
        try reviewCase(of: try room.store.claim(image: image, expert: expert, leaseSeconds: lease, at: now))
    }

    /// Lets a claim run on from now.
    package func renew(_ work: inout ReviewCase) throws {
        work.claim = try room.store.renew(claim: work.claim.id, expert: expert, leaseSeconds: lease, at: now)
    }

    /// Gives an image back.
    package func release(_ work: ReviewCase) throws { try release(image: work.facts.image) }

    /// Gives an image back that this expert will not judge; others will.
    package func skip(_ work: ReviewCase, reason: String) throws {
        try release(image: work.facts.image, skippedBecause: reason)
    }

    /// Gives an image back by its number; with a reason the expert does not get it again by `next`.
    package func release(image: Int64, skippedBecause reason: String? = nil) throws {
        try room.store.release(image: image, expert: expert, skippedBecause: reason, at: now)
    }

    private func reviewCase(of claim: ClaimRecord) throws -> ReviewCase {
        ReviewCase(try unclaimed(claim.image), claim: claim)
    }

    /// An image to be answered at once, without holding it before.
    package func unclaimed(_ image: Int64) throws -> UnclaimedCase {
        UnclaimedCase(try room.store.reviewSubject(image: image, at: now), library: room.library)
    }

    // MARK: seeing

    /// The picture as the expert sees it: scan area and ruler, everything else black.
    ///
    /// - Parameter whole: shows the picture as it was handed in; the audit trail notes it, and the case remembers.
    /// - Throws: `ImagingError` when the original cannot be decoded, `StoreError` when it is not in the vault.
    package func picture(
        of work: ReviewCase,
        whole: Bool,
        maxWidth: Int,
        maxHeight: Int
    ) throws -> BlindPicture {
        if whole { try unblind(work) }
        return try Pictures(room: room).picture(
            of: work.content.subject.image,
            whole: whole,
            maxWidth: maxWidth,
            maxHeight: maxHeight
        )
    }

    /// Notes in the audit trail and in the case that the expert sees more than the blind view; once a case.
    package func unblind(_ work: ReviewCase) throws {
        if work.wasUnblinded { return }
        try room.store.noteUnblinding(image: work.facts.image, by: expert, at: now)
        work.noteUnblinded()
    }

    /// The machine's result, to be shown after the answer.
    package func firstPass(of work: ReviewCase) -> GradedImage { firstPass(of: work.content) }

    /// The machine's result, to be shown after the answer.
    package func firstPass(of work: UnclaimedCase) -> GradedImage { work.subject.image.grade }

    /// The way to the machine's score, to be shown after the answer.
    package func explanation(of work: ReviewCase) -> GradeExplanation {
        let subject = work.content.subject
        return GradeExplanation(
            subject.image.grade,
            examType: subject.exam.metadata.examType,
            by: work.content.rubric
        )
    }

    /// What the machine found, to be drawn over the picture after the answer: outline, what was left out, marks, and the
    /// transducer's dead elements without its name.
    ///
    /// The original is decoded and looked at once more; where that fails, what is kept with the grade is drawn.
    package func scene(of work: ReviewCase) -> FindingScene {
        let subject = work.content.subject
        let inspection = try? Pictures(room: room).inspection(of: subject.image, maxWidth: 64, maxHeight: 64)
        let deadElements = try? DeviceReporting.dropout(of: subject, in: room.store)
        return DrawnCase.scene(
            of: subject.image.grade,
            by: work.content.rubric,
            inspection: inspection,
            deadElements: deadElements?.nameless
        )
    }

    // MARK: answering

    /// What answers come to; nothing is stored.
    package func result(of work: ReviewCase, _ answers: ReviewAnswers) throws(ReviewMistakes) -> ExpertGrade {
        try result(of: work.content, answers)
    }

    /// What answers come to; nothing is stored.
    package func result(of work: UnclaimedCase, _ answers: ReviewAnswers) throws(ReviewMistakes) -> ExpertGrade {
        try work.result(answers, by: expert, language: room.settings.language)
    }

    /// Stores answers as the image's newest and so final reading.
    ///
    /// `changedAfterResult`: whether answers of the checklist were changed once the machine's result had been seen; the
    /// reading then counts as unblinded.
    ///
    /// - Throws: `ReviewMistakes` for answers that are not allowed, `StoreError` with code `denied` where a rule of the
    ///   work stands against it; nothing is stored then.
    package func submit(
        _ work: ReviewCase,
        _ answers: ReviewAnswers,
        changedAfterResult: Bool = false
    ) throws -> ReviewRecord {
        var answers = answers
        answers.claim = work.claim.id
        return try submit(work.content, answers, wasUnblinded: work.wasUnblinded || changedAfterResult)
    }

    /// Stores answers to an image that need not be held: the claim that the answers name, else the expert's own, else
    /// one made for this moment where the image is free.
    ///
    /// - Throws: as above.
    package func submit(_ work: UnclaimedCase, _ answers: ReviewAnswers, wasUnblinded: Bool) throws -> ReviewRecord {
        try room.store.commitReview(
            ReviewCommit(
                image: work.facts.image,
                expert: expert,
                claim: answers.claim,
                wasUnblinded: wasUnblinded,
                machineGradeID: work.subject.machineGradeID,
                grade: try result(of: work, answers)
            ),
            at: now
        )
    }

    /// The exam that a case belongs to, for `answerExam`.
    package func exam(of work: ReviewCase) -> Int64 { exam(of: work.content) }

    /// The exam that a case belongs to, for `answerExam`.
    package func exam(of work: UnclaimedCase) -> Int64 { work.subject.exam.id }

    /// Writes an exam's answer into the outbox anew.
    ///
    /// - Throws: `IntakeError` or `StoreError`; the review stays stored, and a watcher will write the answer.
    package func answerExam(_ exam: Int64) throws { try Answering(room: room).answer(exam: exam) }
}
