import GRDB
import Grading

extension PaperRecord {
    /// Why it takes nothing more.
    var over: StoreError {
        let how = endedBy == .time ? "its time was over at \(deadline)" : "it was handed in"
        return StoreError(code: .denied, message: "\(how); it takes no more answers", identity: "paper \(id)")
    }
}

extension Database {
    /// A paper with its answers; throws `notFound`.
    func paper(_ id: Int64) throws -> PaperRecord {
        guard let row = try row(PracticeSQL.paper, id) else {
            throw StoreError(code: .notFound, message: "there is no such paper", identity: "paper \(id)")
        }
        return try paper(row)
    }

    /// A paper from the columns of `PracticeSQL.paper`.
    func paper(_ row: Row) throws -> PaperRecord {
        let id = try row.integer("id")
        return PaperRecord(
            id: id,
            learner: Learner(institution: try row.text("institution"), technician: try row.text("technician")),
            course: try row.optionalText("course"),
            attempt: try row.count("attempt"),
            startedAt: try row.timestamp("started_at"),
            deadline: try row.timestamp("deadline_at"),
            paper: try PracticeDocument.read(Paper.self, try row.text("document")),
            given: try rows(PracticeSQL.paperAnswers, id).map { answer in
                PaperRecord.Answer(
                    item: try answer.count("item"),
                    at: try answer.timestamp("at"),
                    answer: try PracticeDocument.read(ExerciseAnswer.self, try answer.text("document"))
                )
            },
            endedAt: try row.optionalTimestamp("ended_at"),
            endedBy: try row.optionalChoice("ended_by"),
            result: try row.optionalText("result").map { try PracticeDocument.read(PaperResult.self, $0) },
            problem: try row.optionalText("problem")
        )
    }

    /// Ends what is over at its own deadline, whoever notices it when.
    @discardableResult
    func endOverduePapers(
        at now: Timestamp,
        day: (Timestamp) -> String,
        _ trail: inout AuditTrail
    ) throws -> [PaperRecord] {
        try rows(PracticeSQL.overduePapers, now.text).map { row in
            let record = try paper(row)
            return try endPaper(record, by: .time, at: record.deadline, noticed: now, day: day, &trail)
        }
    }

    /// Whether somebody may sit a paper of a course; throws `denied` or `notFound` with the reason.
    func checkMaySit(_ learner: Learner, course id: String, on day: String, at now: Timestamp) throws {
        func denied(_ message: String) -> StoreError {
            StoreError(code: .denied, message: message, identity: learner.description)
        }
        let course = try openCourse(id)
        guard course.rules.theoryPass != nil else { throw denied("course \(id) has no theory part") }
        guard day >= course.startsOn else { throw denied("course \(id) begins on \(course.startsOn)") }
        let book = CourseBook(database: self, course: course, now: now)
        let enrolment: Int64
        do {
            enrolment = try book.enrolment(
                of: CourseEntry(institution: learner.institution, technician: learner.technician)
            )
        } catch let error as StoreError where error.identity == nil {
            throw denied(error.message)
        }
        let used = try marks(ofEnrolment: enrolment).count { $0.part == .theory && $0.annulledAt == nil }
        guard used < course.rules.mostAttempts else {
            throw denied("all \(course.rules.mostAttempts) theory attempts of course \(id) are used up")
        }
    }

    func endPaper(
        _ record: PaperRecord,
        by end: PaperRecord.End,
        at moment: Timestamp,
        noticed now: Timestamp,
        day: (Timestamp) -> String,
        _ trail: inout AuditTrail
    ) throws -> PaperRecord {
        let result = PaperResult(record.paper, answers: record.answers)
        let tenths = Int((result.mark * 10).rounded())
        let problem = try record.course.flatMap { course in
            try noteMark(tenths, of: record, course: course, on: day(moment), at: now, &trail)
        }
        try run(
            PracticeSQL.endPaper,
            record.id,
            moment.text,
            end.rawValue,
            tenths,
            try CanonicalJSON.text(result),
            problem
        )
        try trail.append(.paperEnded, "\(record.learner) paper \(record.id)", record: .paper(record.id))
        return try paper(record.id)
    }

    /// Writes a paper's mark into its course's book.
    ///
    /// Returns why the course did not take it: it was called off, the learner left it, or a mark came in between. The
    /// paper is over all the same.
    private func noteMark(
        _ tenths: Int,
        of record: PaperRecord,
        course id: String,
        on day: String,
        at now: Timestamp,
        _ trail: inout AuditTrail
    ) throws -> String? {
        do {
            var book = CourseBook(database: self, course: try openCourse(id), now: now)
            let mark = CourseEntry.Mark(
                part: .theory,
                tenths: tenths,
                day: day,
                source: .paper,
                reference: "paper/\(record.id)"
            )
            let learner = record.learner
            try book.enter(
                CourseEntry(institution: learner.institution, technician: learner.technician, marks: [mark]),
                &trail
            )
            return nil
        } catch let error as StoreError where [.denied, .refused, .notFound].contains(error.code) {
            return error.message
        }
    }
}
