internal import Digests
package import Grading
package import Imaging
package import Intake
internal import Reports
package import Store

/// A learner's practice and papers, as functions: the command line calls them, and any other front can.
///
/// Practice: `sitting` says which exercises come, `exercise` and `picture` show one, `answer` marks and keeps the answer
/// and gives the key. Papers: see `PracticeDesk+Papers`.
package struct PracticeDesk: Sendable {
    /// Who practises.
    package let learner: Learner
    package let bank: QuestionBank
    let room: WorkRoom

    /// What is wanted of a sitting.
    package struct Wish: Sendable {
        package var kinds: Set<ExerciseID.Kind>
        /// Training topics `T01` …; empty takes all.
        package var topics: Set<String>
        package var count: Int
        /// Decides which new exercises come; nil takes a random one.
        package var seed: UInt64?

        /// A wish.
        package init(
            kinds: Set<ExerciseID.Kind> = Set(ExerciseID.Kind.allCases),
            topics: Set<String> = [],
            count: Int,
            seed: UInt64? = nil
        ) {
            self.kinds = kinds
            self.topics = topics
            self.count = count
            self.seed = seed
        }
    }

    /// An answered exercise: its key, its mark, and when it comes again.
    package struct Outcome: Sendable, Equatable {
        package var answer: PracticeAnswer
        /// The attempt's number in the store.
        package var attempt: Int64
        /// The card after this answer.
        package var state: CardState
        /// The day on which it comes again, `yyyy-MM-dd` in the home's time zone.
        package var dueOn: String

        /// Joins the parts.
        package init(answer: PracticeAnswer, attempt: Int64, state: CardState, dueOn: String) {
            self.answer = answer
            self.attempt = attempt
            self.state = state
            self.dueOn = dueOn
        }
    }

    /// At most so many stored pictures are chosen from, those that were read last.
    static let picturePool = 2000

    /// A learner's desk.
    ///
    /// Throws `StoreError` with code `notFound` for an institution that nothing is known of.
    package init(room: WorkRoom, learner: Learner, bank: QuestionBank) throws {
        guard try room.store.knowsInstitution(learner.institution) else {
            throw StoreError(
                code: .notFound,
                message: "nothing is known of that institution: no exam came from it and the registry has none",
                identity: learner.institution
            )
        }
        self.room = room
        self.learner = learner
        self.bank = bank
    }

    var now: Timestamp { Timestamp(room.now()) }
    var clock: ReportClock { ReportClock(zone: room.settings.timezone) }

    /// The day of a moment by the home's clock, counted from 1970-01-01.
    func day(of moment: Timestamp) -> Int {
        let time = clock.time(moment)
        return Int((Double(time.seconds + time.offset) / 86_400).rounded(.down))
    }

    /// A random seed.
    ///
    /// Throws `DigestError` where the system has no randomness.
    package static func randomSeed() throws -> UInt64 {
        // 53 bits: the number goes through JSON and comes back.
        try StrongRandom.bytes(8).reduce(0 as UInt64) { $0 << 8 | UInt64($1) } >> 11
    }

    // MARK: Which exercises

    /// The exercises of a sitting: what is due, then new ones; fewer than wanted where there are no more.
    package func sitting(_ wish: Wish) throws -> [ExerciseID] {
        let steps = try room.store.practiceSteps(of: learner)
        let states = states(of: steps)
        let last = Dictionary(steps.map { ($0.card, $0.exercise) }, uniquingKeysWith: { _, later in later })
        let pool = try room.store.practicePictures(for: learner, limit: Self.picturePool)
        var chosen: [ExerciseID] = []
        for card in PracticeDraw.due(states, onDay: day(of: now)) where chosen.count < wish.count {
            guard let before = last[card].flatMap(ExerciseID.init), wish.kinds.contains(before.kind),
                let next = exercise(ofCard: card, after: before, among: pool),
                (try? exercise(next)).map({ isWished($0, wish) }) == true
            else { continue }
            chosen.append(next)
        }
        guard chosen.count < wish.count else { return chosen }
        let seed = try wish.seed ?? Self.randomSeed()
        var random = PracticeRandom(seed: seed, purpose: "numbers of exercises")
        let new = newCards(wish, of: pool, besides: states)
        for card in PracticeDraw.mixed(new, seed: seed) where chosen.count < wish.count {
            guard let next = exercise(ofCard: card, after: random.next() >> 33, among: pool) else { continue }
            // A stored picture's topic is known only once its reading is read.
            guard next.kind != .expert || (try? exercise(next)).map({ isWished($0, wish) }) == true else { continue }
            chosen.append(next)
        }
        return chosen
    }

    private func isWished(_ exercise: Exercise, _ wish: Wish) -> Bool {
        guard wish.kinds.contains(exercise.prompt.kind) else { return false }
        // A picture without a fault belongs to every topic: without any, each picture would have a fault.
        return wish.topics.isEmpty || exercise.key.topic.map(wish.topics.contains) ?? true
    }

    /// Cards that were never answered, kind by kind.
    private func newCards(
        _ wish: Wish,
        of pool: [PracticePicture],
        besides states: [String: CardState]
    ) -> [[String]] {
        var kinds: [[String]] = []
        if wish.kinds.contains(.theory) { kinds.append(bank.questions(of: wish.topics).map { "theory/\($0.id)" }) }
        if wish.kinds.contains(.expert) { kinds.append(pool.map { "expert/\($0.image)" }) }
        if wish.kinds.contains(.altered) { kinds.append(alteredCards(of: pool, topics: wish.topics)) }
        if wish.kinds.contains(.simulated) { kinds.append(SimulatedExercise.cards(ofTopics: wish.topics)) }
        return kinds.map { $0.filter { states[$0] == nil } }
    }

    /// The exercise that asks for the same once more in one sitting: choices in another order, or another picture with the
    /// same fault.
    package func again(_ exercise: Exercise) throws -> ExerciseID? {
        guard let id = ExerciseID(exercise.prompt.exercise) else { return nil }
        let isAltered = id.kind == .altered
        let pool = isAltered ? try room.store.practicePictures(for: learner, limit: Self.picturePool) : []
        return self.exercise(ofCard: exercise.key.card, after: id, among: pool)
    }

    /// The exercise that shows a card, another one than that of a number.
    private func exercise(ofCard card: String, after number: UInt64, among pool: [PracticePicture]) -> ExerciseID? {
        let parts = card.split(separator: "/").map(String.init)
        guard parts.count >= 2, let kind = ExerciseID.Kind(rawValue: parts[0]) else { return nil }
        return exercise(ofCard: card, after: ExerciseID(kind: kind, name: "0", number: number), among: pool)
    }

    /// The exercise that shows a card, another one than that which showed it last.
    private func exercise(ofCard card: String, after last: ExerciseID, among pool: [PracticePicture]) -> ExerciseID? {
        let parts = card.split(separator: "/").map(String.init)
        guard parts.count >= 2, let kind = ExerciseID.Kind(rawValue: parts[0]) else { return nil }
        switch kind {
        case .theory, .expert: return ExerciseID(kind: kind, name: parts[1], number: last.number &+ 1)
        case .simulated:
            return SimulatedExercise.repeating(card, after: last.number)
                .flatMap { ExerciseID($0.exercise.prompt.exercise) }
        case .altered: return alteredExercise(ofCard: card, after: last, among: pool)
        }
    }

    func states(of steps: [PracticeStep]) -> [String: CardState] {
        CardState.all(of: steps.map { (card: $0.card, isRight: $0.isRight, day: day(of: $0.at)) })
    }

    // MARK: One exercise

    /// An exercise with its key.
    ///
    /// Throws `StoreError` with code `notFound` where there is no such question or picture, `denied` for a picture that
    /// this learner is not shown.
    package func exercise(_ id: ExerciseID) throws -> Exercise {
        switch id.kind {
        case .theory:
            if let question = bank.question(id: id.name) { return Exercise(question, number: id.number) }
        case .simulated:
            if let made = SimulatedExercise(section: id.name, number: id.number) { return made.exercise }
        case .expert:
            if let image = Int64(id.name) { return try expertExercise(image, id) }
        case .altered:
            if let image = Int64(id.name) { return try alteredExercise(image, id) }
        }
        throw StoreError(code: .notFound, message: "there is no such exercise", identity: "\(id)")
    }

    /// Marks an answer and keeps it.
    ///
    /// Throws `ReviewMistakes` for an answer that does not fit the exercise; nothing is kept then.
    package func answer(_ exercise: Exercise, with given: ExerciseAnswer) throws -> Outcome {
        let answer = PracticeAnswer(try given.checked(against: exercise.prompt), to: exercise)
        let attempt = try room.store.addPracticeAttempt(answer, by: learner, at: now)
        let card = exercise.key.card
        guard let state = states(of: try room.store.practiceSteps(of: learner))[card] else {
            throw StoreError(code: .failed, message: "the store lost an attempt", identity: card)
        }
        return Outcome(answer: answer, attempt: attempt, state: state, dueOn: text(ofDay: state.dueDay))
    }

    /// A moment as people read it by the home's clock: `2026-11-22 09:30`.
    package func shown(_ moment: Timestamp) -> String { clock.time(moment).minute }

    func text(ofDay day: Int) -> String { ReportTime(seconds: day * 86_400, offset: 0).date }
}
