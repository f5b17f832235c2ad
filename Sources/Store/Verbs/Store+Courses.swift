import GRDB
import Grading

extension Store {
    /// Announces a course; `addedAt` and what tells of its end are the store's to say.
    ///
    /// Throws `refused` with the first thing that is wrong with it, `denied` where the id is taken or a teacher unknown.
    package func addCourse(_ course: CourseRecord, at now: Timestamp) throws(StoreError) {
        try writeAudited(at: now) { database, trail in
            try course.check()
            guard try database.row(CourseSQL.add, arguments: course.columns + [now.text]) != nil else {
                throw StoreError(
                    code: .denied,
                    message: "there is a course of that id; choose another id",
                    identity: course.id
                )
            }
            try database.setParts(of: course, before: nil)
            try trail.append(.courseAdded, course.id, record: .course(course.id))
        }
    }

    /// Changes what is said of a course; id, `addedAt` and what tells of its end stay.
    ///
    /// Throws `notFound`, `refused` for what no course can be, and `denied` for a course that was called off, for an
    /// unknown teacher, and where a session that people attended would be left out, moved or shortened.
    package func changeCourse(
        id: String,
        at now: Timestamp,
        _ change: (inout CourseRecord) throws -> Void
    ) throws(StoreError) {
        try writeAudited(at: now) { database, trail in
            let before = try database.openCourse(id)
            var course = before
            try change(&course)
            (course.id, course.addedAt) = (before.id, before.addedAt)
            (course.retiredAt, course.retiredBecause) = (nil, nil)
            guard course != before else { return }
            try course.check()
            for row in try database.rows(CourseSQL.longestAttendance, id) {
                let (number, noted) = (try row.count("session"), try row.count("hours_tenths"))
                let former = before.sessions[number - 1]
                guard number <= course.sessions.count, course.sessions[number - 1].day == former.day,
                    noted <= course.sessions[number - 1].hours
                else {
                    throw StoreError(
                        code: .denied,
                        message:
                            "attendance of \(Tenths.text(noted)) h was noted for session \(number) on \(former.day); "
                            + "it stays number \(number) of that day, name further sessions after it",
                        identity: id
                    )
                }
            }
            try database.run(CourseSQL.change, arguments: course.columns)
            try database.setParts(of: course, before: before)
            try trail.append(.courseChanged, id, record: .course(id))
        }
    }

    /// Calls a course off.
    ///
    /// Nobody can be enrolled or marked any more, and nobody completes it; all that was noted stays.
    ///
    /// Throws `notFound`, and `denied` for one that was called off before or has certificates in force.
    package func retireCourse(id: String, because reason: String, at now: Timestamp) throws(StoreError) {
        try writeAudited(at: now) { database, trail in
            _ = try database.openCourse(id)
            if let number = try database.row(CertificateSQL.inForce, id)?.text("number") {
                throw StoreError(
                    code: .denied,
                    message: "certificate \(number) was issued for it; a course that people completed was held",
                    identity: id
                )
            }
            try database.run(CourseSQL.retire, id, now.text, reason)
            try trail.append(.courseRetired, id, record: .course(id))
        }
    }

    /// A course, called off or not.
    ///
    /// Throws `notFound`.
    package func course(_ id: String) throws(StoreError) -> CourseRecord { try read { try $0.course(id) } }

    /// All courses by their first day.
    package func courses(withRetired: Bool) throws(StoreError) -> [CourseRecord] {
        try read { database in
            try database.rows(CourseSQL.list).map { try CourseRecord($0, in: database) }
                .filter { withRetired || $0.retiredAt == nil }
        }
    }
}

extension Database {
    /// A course; throws `notFound`.
    func course(_ id: String) throws -> CourseRecord {
        guard let row = try row(CourseSQL.byID, id) else {
            throw StoreError(
                code: .notFound,
                message: "there is no course of that id; `sonograde course list` shows all",
                identity: id
            )
        }
        return try CourseRecord(row, in: self)
    }

    /// A course that was not called off; throws `notFound` and `denied`.
    func openCourse(_ id: String) throws -> CourseRecord {
        let course = try course(id)
        guard course.retiredAt == nil else {
            throw StoreError(
                code: .denied,
                message: "the course was called off (\(course.retiredBecause ?? ""))",
                identity: id
            )
        }
        return course
    }

    /// Writes sessions and teachers.
    fileprivate func setParts(of course: CourseRecord, before: CourseRecord?) throws {
        for teacher in course.teachers {
            guard let entry = try TeacherRecord.shelf.find(self, RegistryReference(teacher)) else {
                throw StoreError(
                    code: .denied,
                    message: "there is no teacher of that id; `sonograde teacher add` puts one on the register",
                    identity: teacher
                )
            }
            let isNew = before.map { !$0.teachers.contains(teacher) } ?? true
            if isNew, entry.retiredAt != nil {
                throw StoreError(code: .denied, message: "the teacher is retired", identity: teacher)
            }
        }
        try run(CourseSQL.removeTeachers, course.id)
        for teacher in course.teachers { try run(CourseSQL.addTeacher, course.id, teacher) }
        try run(CourseSQL.removeSessions, course.id)
        for (index, session) in course.sessions.enumerated() {
            try run(CourseSQL.addSession, course.id, index + 1, session.day, session.hours, session.title)
        }
    }
}

extension CourseRecord {
    /// Throws `refused` with the first thing that is wrong.
    fileprivate func check() throws {
        if let problem = problems.first { throw StoreError(code: .refused, message: problem, identity: id) }
    }

    /// The values of `CourseSQL.columns` without the last three.
    fileprivate var columns: [(any DatabaseValueConvertible)?] {
        [
            id, title, titleEnglish, topics.joined(separator: ","), place, startsOn, endsOn, organiser, coOrganiser,
            projectNumber, credits?.kind, credits?.amount, rules.attendancePercent, rules.theoryPass,
            rules.practicalPass, rules.mostAttempts,
        ]
    }

    /// A course from the columns of `CourseSQL.byID`.
    init(_ row: Row, in database: Database) throws {
        let id = try row.text("id")
        let kind = try row.optionalText("credit_class")
        let amount = try row.optionalInteger("credits_tenths")
        self.init(
            id: id,
            title: try row.text("title"),
            titleEnglish: try row.optionalText("title_english"),
            topics: try row.text("topics").split(separator: ",").map(String.init),
            place: try row.optionalText("place"),
            startsOn: try row.text("starts_on"),
            endsOn: try row.text("ends_on"),
            sessions: try database.rows(CourseSQL.sessions, id).map {
                Session(
                    day: try $0.text("on_day"),
                    hours: try $0.count("hours_tenths"),
                    title: try $0.optionalText("title")
                )
            },
            teachers: try database.rows(CourseSQL.teachers, id).map { try $0.text("teacher_id") },
            organiser: try row.optionalText("organiser"),
            coOrganiser: try row.optionalText("co_organiser"),
            projectNumber: try row.optionalText("project_number"),
            credits: kind.flatMap { kind in amount.map { Credits(kind: kind, amount: Int($0)) } },
            rules: CourseRules(
                attendancePercent: try row.count("attendance_percent"),
                theoryPass: try row.optionalInteger("theory_pass_tenths").map { Int($0) },
                practicalPass: try row.optionalInteger("practical_pass_tenths").map { Int($0) },
                mostAttempts: try row.count("most_attempts")
            ),
            addedAt: try row.timestamp("added_at"),
            retiredAt: try row.optionalTimestamp("retired_at"),
            retiredBecause: try row.optionalText("retired_because")
        )
    }
}
