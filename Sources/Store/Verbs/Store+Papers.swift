import GRDB
package import Grading

extension Store {
    /// Starts a paper; from now on its time runs.
    ///
    /// - Parameters:
    ///   - course: the course that its mark goes to; nil for a trial paper, which counts for nothing.
    ///   - day: the day `yyyy-MM-dd` of a moment by the home's clock.
    ///
    /// Throws `denied` where another paper is open, where the learner is not enrolled in the course, all attempts that it
    /// allows are used up, it has not begun or has no theory part; `notFound` for an institution or a course that nothing
    /// is known of.
    package func startPaper(
        _ paper: Paper,
        for learner: Learner,
        course: String?,
        at now: Timestamp,
        day: (Timestamp) -> String
    ) throws(StoreError) -> PaperRecord {
        try writeAudited(at: now) { database, trail in
            let institution = try database.institution(of: learner)
            try database.endOverduePapers(at: now, day: day, &trail)
            if let open = try database.row(PracticeSQL.openPaper, institution, learner.technician) {
                let id = try open.integer("id")
                throw StoreError(
                    code: .denied,
                    message: "paper \(id) is still open, until \(try open.text("deadline_at")); go on with it first",
                    identity: learner.description
                )
            }
            if let course { try database.checkMaySit(learner, course: course, on: day(now), at: now) }
            let before = try database.oneRow(PracticeSQL.attemptsAtPaper, institution, learner.technician, course)
                .count("papers")
            let id = try database.oneRow(
                PracticeSQL.addPaper,
                institution,
                learner.technician,
                course,
                before + 1,
                now.text,
                Timestamp(milliseconds: paper.deadline(startedAt: now.milliseconds)).text,
                try CanonicalJSON.text(paper)
            ).integer("id")
            try trail.append(.paperStarted, "\(learner) paper \(id)", record: .paper(id))
            return try database.paper(id)
        }
    }

    /// Keeps an answer to an item of an open paper; of an item the last answer counts.
    ///
    /// An answer that comes when the time is over is refused, and the paper ends with the answers before.
    /// Throws `denied` for a paper that is over, `notFound`; `answer` must have been checked against the paper.
    package func answerPaper(
        _ id: Int64,
        item: Int,
        _ answer: ExerciseAnswer,
        at now: Timestamp,
        day: (Timestamp) -> String
    ) throws(StoreError) -> PaperRecord {
        // Two outcomes, so that the end of the paper is written even though the answer is refused.
        let (record, refusal) = try writeAudited(at: now) { database, trail -> (PaperRecord, StoreError?) in
            try database.endOverduePapers(at: now, day: day, &trail)
            let record = try database.paper(id)
            guard record.endedAt == nil else { return (record, record.over) }
            try database.run(PracticeSQL.addPaperAnswer, id, item, now.text, try CanonicalJSON.text(answer))
            try trail.append(.paperAnswered, "\(record.learner) paper \(id) item \(item)", record: .paper(id))
            return (try database.paper(id), nil)
        }
        if let refusal { throw refusal }
        return record
    }

    /// Hands a paper in: it is marked by rule, takes no more answers, and its mark goes to its course.
    ///
    /// Throws `denied` for a paper that is over, `notFound`.
    package func handInPaper(
        _ id: Int64,
        at now: Timestamp,
        day: (Timestamp) -> String
    ) throws(StoreError) -> PaperRecord {
        let (record, refusal) = try writeAudited(at: now) { database, trail -> (PaperRecord, StoreError?) in
            try database.endOverduePapers(at: now, day: day, &trail)
            let record = try database.paper(id)
            guard record.endedAt == nil else { return (record, record.over) }
            return (try database.endPaper(record, by: .learner, at: now, noticed: now, day: day, &trail), nil)
        }
        if let refusal { throw refusal }
        return record
    }

    /// Ends and marks all papers whose time is over; returns them.
    package func endOverduePapers(
        at now: Timestamp,
        day: (Timestamp) -> String
    ) throws(StoreError) -> [PaperRecord] {
        // Most of the time there is none, and looking needs no writer.
        let isAny = try read { try !$0.rows(PracticeSQL.overduePapers, now.text).isEmpty }
        guard isAny else { return [] }
        return try writeAudited(at: now) { try $0.endOverduePapers(at: now, day: day, &$1) }
    }

    /// A paper with its answers.
    ///
    /// Throws `notFound`.
    package func paper(_ id: Int64) throws(StoreError) -> PaperRecord { try read { try $0.paper(id) } }

    /// Papers, newest first; nil leaves a property open, `before` is the last page's last id.
    package func papers(
        institution: String? = nil,
        technician: String? = nil,
        course: String? = nil,
        before: Int64? = nil,
        limit: Int
    ) throws(StoreError) -> [PaperRecord] {
        try read { database in
            try database.rows(PracticeSQL.papers, institution, technician, course, before ?? .max, max(0, limit))
                .map { try database.paper($0) }
        }
    }
}

extension PaperRecord {
    /// Why it takes nothing more.
    fileprivate var over: StoreError {
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
    fileprivate func paper(_ row: Row) throws -> PaperRecord {
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
    fileprivate func endOverduePapers(
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
    fileprivate func checkMaySit(_ learner: Learner, course id: String, on day: String, at now: Timestamp) throws {
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

    fileprivate func endPaper(
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
