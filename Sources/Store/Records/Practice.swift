package import Grading

/// Who practises or sits a paper: an institution and the code that it gives somebody, registered or not.
package struct Learner: Sendable, Hashable, CustomStringConvertible {
    /// As displayed.
    package var institution: String
    package var technician: String

    /// A learner.
    package init(institution: String, technician: String) {
        self.institution = institution
        self.technician = technician
    }

    /// Reads `INSTITUTION/CODE`, as `RegistryReference` does; nil for anything else.
    package init?(_ text: String) {
        guard let reference = RegistryReference(institutionAndCode: text), let institution = reference.institution,
            institution.count <= 128, reference.code.count <= 128
        else { return nil }
        self.init(institution: institution, technician: reference.code)
    }

    package var description: String { "\(institution)/\(technician)" }
}

/// One attempt at an exercise.
package struct PracticeAttempt: Sendable, Equatable {
    package var id: Int64
    package var learner: Learner
    package var at: Timestamp
    package var answer: PracticeAnswer
}

/// One attempt as the schedule of cards needs it.
package struct PracticeStep: Sendable, Hashable {
    /// As `ExerciseID` writes it.
    package var exercise: String
    package var card: String
    package var isRight: Bool
    package var at: Timestamp
}

/// A paper that somebody sits or has sat.
package struct PaperRecord: Sendable, Equatable {
    /// What ended it.
    package enum End: String, Sendable, Codable, CaseIterable {
        /// It was handed in.
        case learner
        /// Its time was over.
        case time
    }

    /// One answer as it was given.
    package struct Answer: Sendable, Equatable {
        package var item: Int
        package var at: Timestamp
        package var answer: ExerciseAnswer

        /// An answer.
        package init(item: Int, at: Timestamp, answer: ExerciseAnswer) {
            self.item = item
            self.at = at
            self.answer = answer
        }
    }

    package var id: Int64
    package var learner: Learner
    /// nil for a trial paper, which counts for nothing.
    package var course: String?
    /// From 1, for this learner and course.
    package var attempt: Int
    package var startedAt: Timestamp
    package var deadline: Timestamp
    package var paper: Paper
    /// Every answer in the order of time; of an item the last one counts.
    package var given: [Answer]
    /// nil while it is open.
    package var endedAt: Timestamp?
    package var endedBy: End?
    package var result: PaperResult?
    /// Why the course did not take the mark; nil where it did, or where there is no course.
    package var problem: String?

    /// A paper.
    package init(
        id: Int64,
        learner: Learner,
        course: String? = nil,
        attempt: Int,
        startedAt: Timestamp,
        deadline: Timestamp,
        paper: Paper,
        given: [Answer],
        endedAt: Timestamp? = nil,
        endedBy: End? = nil,
        result: PaperResult? = nil,
        problem: String? = nil
    ) {
        self.id = id
        self.learner = learner
        self.course = course
        self.attempt = attempt
        self.startedAt = startedAt
        self.deadline = deadline
        self.paper = paper
        self.given = given
        self.endedAt = endedAt
        self.endedBy = endedBy
        self.result = result
        self.problem = problem
    }

    /// The answers that count, by item from 1.
    package var answers: [Int: ExerciseAnswer] {
        Dictionary(given.map { ($0.item, $0.answer) }, uniquingKeysWith: { _, later in later })
    }
}

/// How a course's papers are drawn; its topics and its pass mark are the course's own.
package struct CoursePaperPlan: Sendable, Hashable {
    package var questions: Int
    package var pictures: Int
    package var minutes: Int
    /// The seed of everybody's first paper, from which those of further attempts follow; nil draws another for each.
    package var seed: UInt64?

    /// A plan.
    package init(questions: Int, pictures: Int, minutes: Int, seed: UInt64? = nil) {
        self.questions = questions
        self.pictures = pictures
        self.minutes = minutes
        self.seed = seed
    }
}
