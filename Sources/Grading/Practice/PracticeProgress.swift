/// One marked answer as progress counts it.
package struct PracticeFigure: Sendable, Equatable {
    /// What it is counted under, such as a month `2026-11`; texts in the order of time.
    package var period: String
    package var kind: ExerciseID.Kind
    package var topic: String?
    package var isRight: Bool
    /// The level that the learner gave, and the expert's; nil where none was asked.
    package var level: Level?
    package var reference: Level?
    /// Right findings on the picture that were chosen; "nothing is wrong" is no finding.
    package var hits: Int
    /// Right findings that were not chosen.
    package var misses: Int
    /// Findings chosen that are not there.
    package var falseFindings: Int

    /// A figure.
    package init(
        period: String,
        kind: ExerciseID.Kind,
        topic: String?,
        isRight: Bool,
        level: Level? = nil,
        reference: Level? = nil,
        hits: Int = 0,
        misses: Int = 0,
        falseFindings: Int = 0
    ) {
        self.period = period
        self.kind = kind
        self.topic = topic
        self.isRight = isRight
        self.level = level
        self.reference = reference
        self.hits = hits
        self.misses = misses
        self.falseFindings = falseFindings
    }

    /// The figure of an answered exercise.
    package init(_ exercise: Exercise, answer: ExerciseAnswer, mark: ExerciseMark, period: String) {
        let isPicture = exercise.prompt.kind != .theory
        func findings(_ codes: [String]) -> Int { isPicture ? codes.count { $0 != ExercisePrompt.none.id } : 0 }
        self.init(
            period: period,
            kind: exercise.prompt.kind,
            topic: exercise.key.topic,
            isRight: mark.isRight,
            level: answer.level,
            reference: exercise.key.level,
            hits: findings(mark.hit),
            misses: findings(mark.missed),
            falseFindings: findings(mark.wrong)
        )
    }
}

/// How a learner's answers stand: over a period, over a topic, or over all.
package struct PracticeProgress: Sendable, Equatable {
    /// Exercises answered.
    package let answers: Int
    package let right: Int
    /// The share of right ones' 95 % interval, Wilson; nil without answers.
    package let interval: ShareInterval?
    /// Pictures on which learner and expert both gave a level.
    package let levels: Int
    /// Of these, those with the same level.
    package let sameLevel: Int
    /// Gwet's AC2 of the levels, quadratic weights, −1 … 1; nil without any.
    package let ac2: Double?
    /// Cohen's κ, quadratic weights; nil where chance alone would agree fully.
    package let kappa: Double?
    /// Share of the right findings that were chosen, 0–1; nil where there was none to choose.
    package let sensitivity: Double?
    /// Findings chosen that are not there, a picture; nil without pictures.
    package let falsePerPicture: Double?

    /// Counts answers.
    package init(_ figures: some Sequence<PracticeFigure>) {
        var (answers, right, pictures, hits, misses, falseOnes) = (0, 0, 0, 0, 0, 0)
        let all = Level.allCases
        var table = all.map { _ in all.map { _ in 0 } }
        for figure in figures {
            answers += 1
            if figure.isRight { right += 1 }
            if figure.kind != .theory { pictures += 1 }
            hits += figure.hits
            misses += figure.misses
            falseOnes += figure.falseFindings
            if let given = figure.level.flatMap({ all.firstIndex(of: $0) }),
                let reference = figure.reference.flatMap({ all.firstIndex(of: $0) })
            {
                table[given][reference] += 1
            }
        }
        let agreement = PairAgreement(table)
        self.answers = answers
        self.right = right
        interval = ShareInterval(wilson: right, of: answers)
        levels = agreement?.count ?? 0
        sameLevel = agreement?.agreeing ?? 0
        ac2 = agreement?.gwet(.quadratic)?.value
        kappa = agreement?.kappa(.quadratic)
        sensitivity = hits + misses > 0 ? Double(hits) / Double(hits + misses) : nil
        falsePerPicture = pictures > 0 ? Double(falseOnes) / Double(pictures) : nil
    }

    /// The periods that have answers, in the order of their names.
    package static func byPeriod(_ figures: [PracticeFigure]) -> [(period: String, progress: PracticeProgress)] {
        Dictionary(grouping: figures, by: \.period).sorted { $0.key < $1.key }
            .map { ($0.key, PracticeProgress($0.value)) }
    }

    /// The topics that have answers; a picture without a fault belongs to none.
    package static func byTopic(_ figures: [PracticeFigure]) -> [(topic: String, progress: PracticeProgress)] {
        Dictionary(grouping: figures.filter { $0.topic != nil }) { $0.topic ?? "" }.sorted { $0.key < $1.key }
            .map { ($0.key, PracticeProgress($0.value)) }
    }
}
