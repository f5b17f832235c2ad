/// What an answer to an exercise is worth, by rule.
///
/// * Single choice: right 1, else 0. Multiple choice: all and nothing else 1; some of them and nothing wrong ½; else 0.
/// * A picture's findings: |chosen ∩ expected| ÷ |chosen ∪ expected| (Jaccard); where nothing is wrong with the picture,
///   1 for saying so, else 0.
/// * A picture's level: the expert's 1, one beside it ½, else 0. With a level the mark is the mean of both.
package struct ExerciseMark: Sendable, Codable, Equatable {
    /// 0–1000 thousandths, rounded.
    package var thousandths: Int
    /// Whether it counts as known: at least three quarters.
    package var isRight: Bool
    /// Option ids that belong to the right answer and were chosen.
    package var hit: [String]
    /// Option ids that belong to the right answer and were not chosen.
    package var missed: [String]
    /// Option ids that were chosen and are wrong.
    package var wrong: [String]

    enum CodingKeys: String, CodingKey {
        case thousandths, hit, missed, wrong
        case isRight = "is_right"
    }

    /// From so many thousandths on an answer counts as known.
    package static let rightFrom = 750

    /// Marks an answer that `ExerciseAnswer.checked` has let through.
    package init(_ answer: ExerciseAnswer, to exercise: Exercise) {
        let key = exercise.key
        hit = key.expected.filter(answer.chosen.contains)
        missed = key.expected.filter { !answer.chosen.contains($0) }
        wrong = answer.chosen.filter { !key.expected.contains($0) }
        let choices: Double
        switch exercise.prompt.kind {
        case .theory:
            choices = !wrong.isEmpty || hit.isEmpty ? 0 : missed.isEmpty ? 1 : 0.5
        case .expert, .altered, .simulated:
            choices = Double(hit.count) / Double(max(1, hit.count + missed.count + wrong.count))
        }
        var mark = choices
        if let reference = key.level {
            let all = Level.allCases
            let place = all.firstIndex(of: reference) ?? 0
            let distance = answer.level.flatMap { all.firstIndex(of: $0) }.map { abs($0 - place) }
            mark = (choices + (distance == 0 ? 1 : distance == 1 ? 0.5 : 0)) / 2
        }
        thousandths = Int((mark * 1000).rounded())
        isRight = thousandths >= Self.rightFrom
    }
}

/// An answered exercise with all that was asked: what the store keeps of an attempt.
package struct PracticeAnswer: Sendable, Codable, Equatable {
    package var exercise: Exercise
    package var answer: ExerciseAnswer
    package var mark: ExerciseMark

    /// Marks an answer that `ExerciseAnswer.checked` has let through.
    package init(_ answer: ExerciseAnswer, to exercise: Exercise) {
        self.exercise = exercise
        self.answer = answer
        mark = ExerciseMark(answer, to: exercise)
    }
}
