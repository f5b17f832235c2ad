import Foundation
import GRDB
package import Grading

extension Store {
    // MARK: Practice

    /// Keeps an answered exercise.
    ///
    /// Throws `notFound` for an institution that nothing is known of.
    package func addPracticeAttempt(
        _ answer: PracticeAnswer,
        by learner: Learner,
        at now: Timestamp
    ) throws(StoreError) -> Int64 {
        try writeAudited(at: now) { database, trail in
            let institution = try database.institution(of: learner)
            let exercise = ExerciseID(answer.exercise.prompt.exercise)
            let id = try database.oneRow(
                PracticeSQL.addAttempt,
                institution,
                learner.technician,
                now.text,
                answer.exercise.prompt.exercise,
                answer.exercise.key.card,
                answer.mark.thousandths,
                answer.mark.isRight ? 1 : 0,
                exercise.flatMap { $0.isStored ? Int64($0.name) : nil },
                try CanonicalJSON.text(answer)
            ).integer("id")
            try trail.append(
                .practiceAnswered,
                "\(learner) \(answer.exercise.prompt.exercise)",
                record: .practiceAttempt(id)
            )
            return id
        }
    }

    /// Everything that somebody practised, in the order of time.
    package func practiceAttempts(of learner: Learner) throws(StoreError) -> [PracticeAttempt] {
        try read { database in
            try database.rows(PracticeSQL.attempts, learner.institution, learner.technician).map { row in
                PracticeAttempt(
                    id: try row.integer("id"),
                    learner: learner,
                    at: try row.timestamp("at"),
                    answer: try PracticeDocument.read(PracticeAnswer.self, try row.text("document"))
                )
            }
        }
    }

    /// The same as the schedule of cards needs it, without what was asked.
    package func practiceSteps(of learner: Learner) throws(StoreError) -> [PracticeStep] {
        try read { database in
            try database.rows(PracticeSQL.steps, learner.institution, learner.technician).map { row in
                PracticeStep(
                    exercise: try row.text("exercise"),
                    card: try row.text("card"),
                    isRight: try row.integer("is_right") == 1,
                    at: try row.timestamp("at")
                )
            }
        }
    }

    /// Whether anything is known of an institution: a home's registry, or an exam that came from there.
    package func knowsInstitution(_ name: String) throws(StoreError) -> Bool {
        try read { try $0.row(ExamSQL.institutionID, name) != nil }
    }
}

extension Database {
    /// The institution's id.
    ///
    /// Throws `notFound` where nothing is known of it.
    func institution(of learner: Learner) throws -> Int64 {
        guard let row = try row(ExamSQL.institutionID, learner.institution) else {
            throw StoreError(
                code: .notFound,
                message: "nothing is known of that institution: no exam came from it and the registry has none",
                identity: learner.institution
            )
        }
        return try row.integer("id")
    }
}

/// The stored JSON of practice and papers.
enum PracticeDocument {
    /// Reads a document; throws `corrupt`.
    static func read<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        do { return try JSONDecoder().decode(type, from: Data(text.utf8)) } catch {
            throw StoreError(
                code: .corrupt,
                message: "a stored exercise or paper cannot be read; run `sonograde audit verify`",
                cause: String(describing: error)
            )
        }
    }
}
