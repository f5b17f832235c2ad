/// What a paper is made up of.
package struct PaperPlan: Sendable, Codable, Equatable {
    /// Questions of theory.
    package var questions: Int
    /// Pictures, stored or made.
    package var pictures: Int
    /// Only questions of these topics; empty takes all.
    ///
    /// Each topic gets as many as the next, as far as it has them.
    package var topics: [String]
    /// From start to end.
    package var minutes: Int
    /// Of 100.
    package var passMark: Double

    enum CodingKeys: String, CodingKey {
        case questions, pictures, topics, minutes
        case passMark = "pass_mark"
    }

    /// What `examine` takes where nothing else is said: 20 questions and 5 pictures in 30 minutes; 60 passes
    /// (domain reference §5.2).
    package static let usual = PaperPlan(questions: 20, pictures: 5, topics: [], minutes: 30, passMark: 60)

    /// A plan.
    package init(questions: Int, pictures: Int, topics: [String], minutes: Int, passMark: Double) {
        self.questions = questions
        self.pictures = pictures
        self.topics = topics
        self.minutes = minutes
        self.passMark = passMark
    }

    /// What is usual, on some topics, as far as the bank has questions of them.
    package static func usual(topics: [String], bank: QuestionBank) -> PaperPlan {
        var plan = usual
        plan.topics = topics
        plan.questions = min(plan.questions, bank.questions(of: Set(topics)).count)
        if !topics.isEmpty, SimulatedExercise.topics.isDisjoint(with: topics) { plan.pictures = 0 }
        return plan
    }

    /// Everything that is wrong with it; empty for a plan that can be drawn from a bank.
    package func mistakes(bank: QuestionBank, pictures available: Int) -> [ReviewMistake] {
        var mistakes: [ReviewMistake] = []
        func check(_ item: String, _ value: Int, _ range: ClosedRange<Int>) {
            guard !range.contains(value) else { return }
            let allowed = "\(range.lowerBound) to \(range.upperBound)"
            mistakes.append(ReviewMistake(item: item, message: "is \(value); allowed is \(allowed)"))
        }
        check("questions", questions, 0...200)
        check("pictures", pictures, 0...100)
        check("minutes", minutes, 1...480)
        if !(0...100).contains(passMark) {
            mistakes.append(ReviewMistake(item: "pass mark", message: "is \(passMark); allowed is 0 to 100"))
        }
        for topic in topics where !PracticeTopic.all.contains(topic) {
            mistakes.append(ReviewMistake(item: "topic", message: "\(topic) is not known", allowed: PracticeTopic.all))
        }
        guard mistakes.isEmpty else { return mistakes }
        if questions + pictures == 0 {
            mistakes.append(ReviewMistake(item: "paper", message: "has neither questions nor pictures"))
        }
        let known = bank.questions(of: Set(topics)).count
        if questions > known {
            mistakes.append(
                ReviewMistake(item: "questions", message: "are \(questions), but the bank has \(known) of these topics")
            )
        }
        if pictures > 0, !topics.isEmpty, SimulatedExercise.topics.isDisjoint(with: topics) {
            let allowed = SimulatedExercise.topics.sorted()
            mistakes.append(
                ReviewMistake(
                    item: "pictures",
                    message: "show nothing of these topics; leave them out",
                    allowed: allowed
                )
            )
        }
        if pictures > available {
            mistakes.append(ReviewMistake(item: "pictures", message: "are \(pictures), but there are \(available)"))
        }
        return mistakes
    }
}

/// Which exercises a paper has: the same plan, bank, pictures and seed give the same paper.
package enum PaperDraw {
    /// The exercises in the order of the paper: theory first, then pictures.
    ///
    /// - Parameters:
    ///   - pictures: what may be shown, stored ones and sections of made ones, in a fixed order.
    ///   - choose: turns a drawn picture into the exercise that is set; nil where it cannot be shown, and the next one is
    ///     drawn.
    package static func exercises(
        plan: PaperPlan,
        bank: QuestionBank,
        pictures: [ExerciseID],
        seed: UInt64,
        choose: (ExerciseID) -> ExerciseID? = { $0 }
    ) -> [ExerciseID] {
        var random = PracticeRandom(seed: seed, purpose: "paper")
        var piles = Dictionary(grouping: bank.questions(of: Set(plan.topics)), by: \.topic)
            .sorted { $0.key < $1.key }
            .map { random.shuffled($0.value.sorted { $0.id < $1.id }) }
        var drawn: [TheoryQuestion] = []
        while drawn.count < plan.questions, piles.contains(where: { !$0.isEmpty }) {
            // Each round takes one of each topic; the last, incomplete round takes random ones.
            for place in random.shuffled(piles.indices) where drawn.count < plan.questions {
                if let question = piles[place].popLast() { drawn.append(question) }
            }
        }
        let theory = random.shuffled(drawn).map { ExerciseID(kind: .theory, name: $0.id, number: random.next() >> 33) }
        var shown: [ExerciseID] = []
        for picture in random.shuffled(pictures) where shown.count < plan.pictures {
            // A stored picture comes once, as it is or with a fault put in.
            guard picture.kind == .simulated || !shown.contains(where: { $0.isStored && $0.name == picture.name })
            else {
                continue
            }
            let numbered = ExerciseID(kind: picture.kind, name: picture.name, number: random.next() >> 33)
            if let exercise = choose(numbered) { shown.append(exercise) }
        }
        return theory + shown
    }
}

/// A paper as it was set: everything that was asked and what is right, kept with the answers.
package struct Paper: Sendable, Codable, Equatable {
    /// The contract's name and version.
    package static let schemaID = "sonograde.paper/1"

    package var schema = Self.schemaID
    /// As text, since it needs all of 64 bits.
    package var seed: String
    package var plan: PaperPlan
    /// In the paper's order; item 1 is the first.
    package var items: [Exercise]

    /// A paper.
    package init(seed: UInt64, plan: PaperPlan, items: [Exercise]) {
        self.seed = String(seed)
        self.plan = plan
        self.items = items
    }

    /// Checks an answer to an item, 1 … items.
    package func checked(_ answer: ExerciseAnswer, item: Int) throws(ReviewMistakes) -> ExerciseAnswer {
        guard items.indices.contains(item - 1) else {
            throw ReviewMistakes([
                ReviewMistake(item: "item", message: "\(item) is not on this paper of \(items.count)")
            ])
        }
        return try answer.checked(against: items[item - 1].prompt)
    }

    /// When a paper that began then is over, both in milliseconds since 1970.
    package func deadline(startedAt: Int64) -> Int64 { startedAt + Int64(plan.minutes) * 60_000 }
}

/// What a paper came to.
package struct PaperResult: Sendable, Codable, Equatable {
    /// One topic's part.
    package struct TopicPart: Sendable, Codable, Equatable {
        package var topic: String
        package var items: Int
        /// 0–100, rounded to 0.1.
        package var mark: Double
    }

    /// 0–100, rounded to 0.1: the mean of the items' marks; an item without an answer is worth 0.
    package var mark: Double
    package var passed: Bool
    /// Items with an answer.
    package var answered: Int
    package var items: Int
    package var topics: [TopicPart]
    /// Thousandths of each item, in the paper's order.
    package var thousandths: [Int]

    /// Marks a paper; `answers` by item number from 1.
    package init(_ paper: Paper, answers: [Int: ExerciseAnswer]) {
        thousandths = paper.items.enumerated().map { index, exercise in
            answers[index + 1].map { ExerciseMark($0, to: exercise).thousandths } ?? 0
        }
        items = paper.items.count
        answered = paper.items.indices.count { answers[$0 + 1] != nil }
        mark = Self.mark(thousandths)
        passed = mark >= paper.plan.passMark
        topics = Dictionary(grouping: paper.items.indices) { paper.items[$0].key.topic ?? "" }
            .filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }
            .map { [thousandths] topic, places in
                TopicPart(topic: topic, items: places.count, mark: Self.mark(places.map { thousandths[$0] }))
            }
    }

    private static func mark(_ thousandths: [Int]) -> Double {
        guard !thousandths.isEmpty else { return 0 }
        return (Double(thousandths.reduce(0, +)) / Double(thousandths.count)).rounded() / 10
    }
}
