import GRDB
package import Grading

extension Store {
    /// Writes enrolments, attendance and marks into a course's book: all of them, or none where one is refused.
    ///
    /// The same entries a second time change nothing, as long as marks say which attempt they are of. Throws `notFound`
    /// for an unknown course and `denied` for one that was called off.
    package func enter(
        _ entries: [CourseEntry],
        course id: String,
        at now: Timestamp
    ) throws(StoreError) -> CourseEntryOutcome {
        var problems: [CourseEntryProblem] = []
        do throws(StoreError) {
            return try writeAudited(at: now) { database, trail in
                var book = CourseBook(database: database, course: try database.openCourse(id), now: now)
                for entry in entries {
                    do {
                        try book.enter(entry, &trail)
                    } catch let error as StoreError where error.isAboutEntry {
                        problems.append(
                            CourseEntryProblem(line: entry.line, technician: entry.name, message: error.message)
                        )
                    }
                }
                // Takes the transaction back.
                guard problems.isEmpty else { throw StoreError(code: .refused, message: "entries were refused") }
                return book.outcome
            }
        } catch {
            if problems.isEmpty { throw error }
            return .refused(problems)
        }
    }

    /// Somebody leaves a course; what was noted stays, and `enter` takes the person back.
    ///
    /// Throws `notFound` for what is unknown, `denied` for somebody who is not enrolled.
    package func withdrawFromCourse(
        _ id: String,
        institution: String,
        technician: String,
        because reason: String,
        at now: Timestamp
    ) throws(StoreError) {
        try writeAudited(at: now) { database, trail in
            let book = CourseBook(database: database, course: try database.openCourse(id), now: now)
            let entry = CourseEntry(institution: institution, technician: technician)
            let enrolment = try book.enrolment(of: entry)
            try database.run(CourseSQL.withdraw, enrolment, now.text, reason)
            try trail.append(.courseWithdrawn, "\(id)/\(entry.name)", record: .enrolment(enrolment))
        }
    }

    /// Takes a mark back, with the reason; its attempt is free again.
    ///
    /// Throws `notFound` for what is unknown.
    package func annulCourseMark(
        _ id: String,
        institution: String,
        technician: String,
        part: CoursePart,
        attempt: Int,
        because reason: String,
        at now: Timestamp
    ) throws(StoreError) {
        try writeAudited(at: now) { database, trail in
            let book = CourseBook(database: database, course: try database.openCourse(id), now: now)
            let entry = CourseEntry(institution: institution, technician: technician)
            let enrolment = try book.enrolment(of: entry)
            let standing = try database.marks(ofEnrolment: enrolment).first {
                $0.part == part && $0.attempt == attempt && $0.annulledAt == nil
            }
            guard let standing else {
                throw StoreError(
                    code: .notFound,
                    message: "there is no \(part.rawValue) mark of attempt \(attempt)",
                    identity: entry.name
                )
            }
            try database.run(CourseSQL.annulMark, standing.id, now.text, reason)
            try trail.append(
                .courseMarkAnnulled,
                "\(id)/\(entry.name)/\(part.rawValue)/\(attempt)",
                record: .courseMark(standing.id)
            )
        }
    }
}

extension StoreError {
    /// Whether it is about what was written, and not about the store.
    fileprivate var isAboutEntry: Bool { [.denied, .refused, .notFound].contains(code) }
}

extension Database {
    /// All marks of an enrolment, annulled ones too.
    func marks(ofEnrolment id: Int64) throws -> [CourseMark] {
        try rows(CourseSQL.marks, id).map { row in
            CourseMark(
                id: try row.integer("id"),
                part: try row.choice("part"),
                attempt: try row.count("attempt"),
                tenths: try row.count("mark_tenths"),
                day: try row.text("on_day"),
                markedBy: try row.optionalText("marked_by"),
                source: try row.choice("source"),
                reference: try row.optionalText("reference"),
                markedAt: try row.timestamp("marked_at"),
                annulledAt: try row.optionalTimestamp("annulled_at"),
                annulledBecause: try row.optionalText("annulled_because")
            )
        }
    }
}
