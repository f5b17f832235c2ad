package import Grading
internal import Intake
internal import Reports
package import Store

/// Where a learner stands: in all, month by month and topic by topic.
package struct LearnerRecord: Sendable {
    /// One month `yyyy-MM`, or one topic `T01`.
    package struct Part: Sendable {
        package var name: String
        package var progress: PracticeProgress
    }

    package var learner: Learner
    package var all: PracticeProgress
    package var months: [Part]
    package var topics: [Part]
    /// Cards that were answered at least once.
    package var cards: Int
    /// Cards whose last answer was right.
    package var known: Int
    /// Cards that are due today.
    package var due: Int
}

extension PracticeDesk {
    /// The training topics that the plan proposes for the learner (`TrainingDesk.proposals`); empty where it has none.
    package func plannedTopics() throws -> [String] {
        let proposals = try TrainingDesk(store: room.store, clock: clock).proposals(at: now)
        let plan = proposals.technicians.first {
            $0.institution == learner.institution && $0.technician == learner.technician
        }
        return plan?.topics.map(\.id) ?? []
    }

    /// Where the learner stands today.
    ///
    /// - Parameter from, until: months `yyyy-MM`, both included; nil leaves an end open. Cards are always counted in all.
    package func record(from: String? = nil, until: String? = nil) throws -> LearnerRecord {
        let attempts = try room.store.practiceAttempts(of: learner)
        let figures = attempts.map { attempt in
            PracticeFigure(
                attempt.answer.exercise,
                answer: attempt.answer.answer,
                mark: attempt.answer.mark,
                period: String(clock.time(attempt.at).date.prefix(7))
            )
        }
        .filter { figure in figure.period >= from ?? "" && figure.period <= until ?? "9999-12" }
        let states = states(of: try room.store.practiceSteps(of: learner))
        return LearnerRecord(
            learner: learner,
            all: PracticeProgress(figures),
            months: PracticeProgress.byPeriod(figures).map {
                LearnerRecord.Part(name: $0.period, progress: $0.progress)
            },
            topics: PracticeProgress.byTopic(figures).map { LearnerRecord.Part(name: $0.topic, progress: $0.progress) },
            cards: states.count,
            known: states.values.count(where: \.isKnown),
            due: PracticeDraw.due(states, onDay: day(of: now)).count
        )
    }
}
