package import Grading
internal import Intake
package import Store

extension PracticeDesk {
    /// Starts a paper; from now on its time runs.
    ///
    /// - Parameters:
    ///   - course: what its mark goes to; nil for a trial paper.
    ///   - limit: how many papers may be started for the course; nil for no limit.
    ///   - seed: the same plan, bank, stored pictures and seed give the same paper; nil takes a random one.
    ///
    /// Throws `ReviewMistakes` for a plan that cannot be drawn, `StoreError` with code `denied` as the store does.
    package func startPaper(
        _ plan: PaperPlan,
        course: String? = nil,
        limit: Int? = nil,
        seed: UInt64? = nil
    ) throws -> PaperRecord {
        let pictures = try paperPictures()
        let mistakes = plan.mistakes(bank: bank, pictures: pictures.count)
        if !mistakes.isEmpty { throw ReviewMistakes(mistakes) }
        let seed = try seed ?? Self.randomSeed()
        let drawn = PaperDraw.exercises(plan: plan, bank: bank, pictures: pictures, seed: seed) { picture in
            picture.kind == .simulated || (try? exercise(picture)) != nil
        }
        guard drawn.count == plan.questions + plan.pictures else {
            throw ReviewMistakes([
                ReviewMistake(item: "pictures", message: "are too many: too few stored ones can be shown")
            ])
        }
        return try room.store.startPaper(
            Paper(seed: seed, plan: plan, items: try drawn.map(exercise)),
            for: learner,
            course: course,
            limit: limit,
            at: now
        )
    }

    /// What a paper may show: stored pictures of other institutions, and each section once as a made one.
    private func paperPictures() throws -> [ExerciseID] {
        let stored = try room.store.practicePictures(for: learner, limit: Self.picturePool)
            .map { ExerciseID(kind: .expert, name: String($0.image), number: 0) }
        let made = SimulatedExercise.sections.map { ExerciseID(kind: .simulated, name: $0, number: 0) }
        return stored + made
    }

    /// The learner's open paper; nil where there is none.
    ///
    /// One whose time is over ends by this.
    package func openPaper() throws -> PaperRecord? {
        _ = try room.store.endOverduePapers(at: now)
        return try room.store.papers(institution: learner.institution, technician: learner.technician, limit: 1)
            .first { $0.endedAt == nil }
    }

    /// Keeps an answer to an item of an open paper, 1 … items; the last answer to an item counts.
    ///
    /// Throws `ReviewMistakes` for an answer that does not fit the item; `StoreError` with code `denied` when the paper is
    /// over or another learner's.
    package func answerPaper(_ paper: PaperRecord, item: Int, with given: ExerciseAnswer) throws -> PaperRecord {
        try checkOwn(paper)
        return try room.store.answerPaper(paper.id, item: item, try paper.paper.checked(given, item: item), at: now)
    }

    /// Hands the paper in: it is marked.
    package func handIn(_ paper: PaperRecord) throws -> PaperRecord {
        try checkOwn(paper)
        return try room.store.handInPaper(paper.id, at: now)
    }

    /// A paper of this learner.
    package func paper(_ id: Int64) throws -> PaperRecord {
        _ = try room.store.endOverduePapers(at: now)
        let record = try room.store.paper(id)
        try checkOwn(record)
        return record
    }

    private func checkOwn(_ paper: PaperRecord) throws {
        guard paper.learner == learner else {
            throw StoreError(
                code: .denied,
                message: "it is the paper of \(paper.learner), not of \(learner)",
                identity: "paper \(paper.id)"
            )
        }
    }
}
