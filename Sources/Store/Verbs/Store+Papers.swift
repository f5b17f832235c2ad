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
