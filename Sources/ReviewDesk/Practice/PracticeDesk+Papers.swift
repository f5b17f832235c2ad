package import Grading
package import Intake
internal import Reports
package import Store

extension PracticeDesk {
    /// Starts a trial paper, which counts for nothing; from now on its time runs.
    ///
    /// - Parameter seed: the same plan, bank, stored pictures and seed give the same paper; nil takes a random one.
    ///
    /// Throws `ReviewMistakes` for a plan that cannot be drawn, `StoreError` with code `denied` as the store does.
    package func startPaper(_ plan: PaperPlan, seed: UInt64? = nil) throws -> PaperRecord {
        try start(plan, course: nil, seed: seed)
    }

    /// Starts a paper of a course: as its plan says, on its topics, with its pass mark; from now on its time runs.
    ///
    /// Throws as above, and where the learner may not sit it.
    package func startPaper(course id: String) throws -> PaperRecord {
        let course = try room.store.course(id)
        var plan = PaperPlan.usual(topics: course.topics.filter(PracticeTopic.all.contains), bank: bank)
        let chosen = try room.store.paperPlan(course: id)
        if let chosen {
            (plan.questions, plan.pictures, plan.minutes) = (chosen.questions, chosen.pictures, chosen.minutes)
        }
        if let pass = course.rules.theoryPass { plan.passMark = Double(pass) / 10 }
        return try start(plan, course: id, seed: try chosen?.seed.map { try paperSeed($0, course: id) })
    }

    /// The seed of the learner's next paper: the plan's own one first, so that a class sits the same paper, and another one
    /// for each further attempt, because the key is shown when a paper has ended.
    private func paperSeed(_ planned: UInt64, course: String) throws -> UInt64 {
        let sat = try room.store.papers(
            institution: learner.institution,
            technician: learner.technician,
            course: course,
            limit: 1000
        ).count
        return planned &+ UInt64(sat) &* 0x9E37_79B9_7F4A_7C15
    }

    /// Says how a course's papers are drawn.
    ///
    /// Throws `ReviewMistakes` for a plan that cannot be drawn now, `StoreError` as the store does.
    package static func planPapers(
        _ plan: CoursePaperPlan,
        course id: String,
        in room: WorkRoom,
        bank: QuestionBank
    ) throws {
        var whole = PaperPlan.usual(topics: try room.store.course(id).topics, bank: bank)
        (whole.questions, whole.pictures, whole.minutes) = (plan.questions, plan.pictures, plan.minutes)
        // Made pictures are always there; stored ones depend on who sits the paper.
        let mistakes = whole.mistakes(bank: bank, pictures: SimulatedExercise.sections.count)
        if !mistakes.isEmpty { throw ReviewMistakes(mistakes) }
        try room.store.setPaperPlan(plan, course: id, at: Timestamp(room.now()))
    }

    /// Ends and marks every paper whose time is over, whoever sat it.
    @discardableResult
    package static func endOverduePapers(in room: WorkRoom) throws -> [PaperRecord] {
        let clock = ReportClock(zone: room.settings.timezone)
        return try room.store.endOverduePapers(at: Timestamp(room.now())) { clock.time($0).date }
    }

    private func start(_ plan: PaperPlan, course: String?, seed: UInt64?) throws -> PaperRecord {
        let pool = try room.store.practicePictures(for: learner, limit: Self.picturePool)
        let pictures = paperPictures(of: pool)
        let mistakes = plan.mistakes(bank: bank, pictures: pool.count + SimulatedExercise.sections.count)
        if !mistakes.isEmpty { throw ReviewMistakes(mistakes) }
        let seed = try seed ?? Self.randomSeed()
        let topics = Set(plan.topics)
        let drawn = PaperDraw.exercises(plan: plan, bank: bank, pictures: pictures, seed: seed) { picture in
            if picture.kind == .simulated {
                return SimulatedExercise.first(section: picture.name, from: picture.number, ofTopics: topics)
                    .flatMap { ExerciseID($0.exercise.prompt.exercise) }
            }
            if picture.kind == .altered { return alteredExercise(forPaper: picture, topics: topics, of: pool) }
            guard let exercise = try? exercise(picture) else { return nil }
            // A picture without a fault belongs to every topic.
            return topics.isEmpty || exercise.key.topic.map(topics.contains) ?? true ? picture : nil
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
            at: now,
            day: dayText
        )
    }

    /// What a paper may show: stored pictures of other institutions, as they are and with a fault put in, and each section
    /// once as a made one.
    private func paperPictures(of pool: [PracticePicture]) -> [ExerciseID] {
        let stored = pool.flatMap { picture in
            let kinds: [ExerciseID.Kind] =
                picture.level >= AlteredExercise.leastLevel ? [.expert, .altered] : [.expert]
            return kinds.map { ExerciseID(kind: $0, name: String(picture.image), number: 0) }
        }
        let made = SimulatedExercise.sections.map { ExerciseID(kind: .simulated, name: $0, number: 0) }
        return stored + made
    }

    /// The learner's open paper; nil where there is none.
    ///
    /// One whose time is over ends by this.
    package func openPaper() throws -> PaperRecord? {
        try Self.endOverduePapers(in: room)
        return try room.store.papers(institution: learner.institution, technician: learner.technician, limit: 1)
            .first { $0.endedAt == nil }
    }

    /// Keeps an answer to an item of an open paper, 1 … items; the last answer to an item counts.
    ///
    /// Throws `ReviewMistakes` for an answer that does not fit the item; `StoreError` with code `denied` when the paper is
    /// over or another learner's.
    package func answerPaper(_ paper: PaperRecord, item: Int, with given: ExerciseAnswer) throws -> PaperRecord {
        try checkOwn(paper)
        let answer = try paper.paper.checked(given, item: item)
        return try room.store.answerPaper(paper.id, item: item, answer, at: now, day: dayText)
    }

    /// Hands the paper in: it is marked.
    package func handIn(_ paper: PaperRecord) throws -> PaperRecord {
        try checkOwn(paper)
        return try room.store.handInPaper(paper.id, at: now, day: dayText)
    }

    /// A paper of this learner.
    package func paper(_ id: Int64) throws -> PaperRecord {
        try Self.endOverduePapers(in: room)
        let record = try room.store.paper(id)
        try checkOwn(record)
        return record
    }

    /// The day of a moment by the home's clock, `yyyy-MM-dd`.
    private func dayText(_ moment: Timestamp) -> String { clock.time(moment).date }

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
