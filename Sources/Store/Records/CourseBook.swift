import GRDB
import Grading

/// A course's book within one transaction: decides what may be written into it, and writes it.
struct CourseBook {
    let database: Database
    let course: CourseRecord
    let now: Timestamp
    private var enrolled = 0
    private var attended = 0
    private var marked = 0
    private var unchanged = 0

    /// What was written so far.
    var outcome: CourseEntryOutcome {
        .entered(enrolled: enrolled, attendance: attended, marks: marked, unchanged: unchanged)
    }

    init(database: Database, course: CourseRecord, now: Timestamp) {
        self.database = database
        self.course = course
        self.now = now
    }

    /// Writes an entry; throws `denied`, `refused` or `notFound` with what to do.
    mutating func enter(_ entry: CourseEntry, _ trail: inout AuditTrail) throws {
        let enrolment = try entry.enrols ? enrol(entry, &trail) : enrolment(of: entry)
        try attend(entry, enrolment, &trail)
        for mark in entry.marks { try note(mark, of: entry, enrolment, &trail) }
    }

    /// The enrolment of somebody who takes part.
    func enrolment(of entry: CourseEntry) throws -> Int64 {
        let technician = try technician(of: entry)
        guard let row = try database.row(CourseSQL.enrolment, course.id, try technician.integer("id")) else {
            throw denied(
                "is not enrolled in \(course.id); enrol first: sonograde course enrol \(course.id) \(entry.name)"
            )
        }
        guard try row.optionalText("withdrawn_at") == nil else {
            throw denied("left \(course.id); take the person back: sonograde course enrol \(course.id) \(entry.name)")
        }
        return try row.integer("id")
    }

    private func technician(of entry: CourseEntry) throws -> Row {
        guard let row = try database.row(CourseSQL.technician, entry.institution, entry.technician) else {
            throw StoreError(
                code: .notFound,
                message: "is not registered; first: sonograde technician add \(entry.name) --name …",
                identity: entry.name
            )
        }
        return row
    }

    private mutating func enrol(_ entry: CourseEntry, _ trail: inout AuditTrail) throws -> Int64 {
        let technician = try technician(of: entry)
        let id = try technician.integer("id")
        let row = try database.row(CourseSQL.enrolment, course.id, id)
        if let row, try row.optionalText("withdrawn_at") == nil {
            unchanged += 1
            return try row.integer("id")
        }
        guard try technician.optionalText("retired_at") == nil else {
            throw denied("is retired; nobody retired can be enrolled")
        }
        let enrolment: Int64
        if let row {
            enrolment = try row.integer("id")
            try database.run(CourseSQL.withdraw, enrolment, nil, nil)
        } else {
            enrolment = try database.oneRow(CourseSQL.enrol, course.id, id, now.text).integer("id")
        }
        enrolled += 1
        try trail.append(.courseEnrolled, "\(course.id)/\(entry.name)", record: .enrolment(enrolment))
        return enrolment
    }

    private mutating func attend(_ entry: CourseEntry, _ enrolment: Int64, _ trail: inout AuditTrail) throws {
        let before = try database.attendance(ofEnrolment: enrolment)
        var isChanged = false
        for (session, hours) in entry.attendance.sorted(by: { $0.key < $1.key }) {
            guard course.sessions.indices.contains(session - 1) else {
                throw denied("session \(session): the course has sessions 1 to \(course.sessions.count)")
            }
            guard (0...course.sessions[session - 1].hours).contains(hours) else {
                let most = Tenths.text(course.sessions[session - 1].hours)
                throw denied("session \(session): \(Tenths.text(hours)) h attended, but it had \(most) h")
            }
            guard before[session] != hours else {
                unchanged += 1
                continue
            }
            let day = course.sessions[session - 1].day
            guard hours == 0 || day <= DayText.latest(at: now) else {
                throw denied("session \(session) is on \(day), which has not come yet; note attendance on that day")
            }
            try database.run(CourseSQL.attend, enrolment, session, hours)
            attended += 1
            isChanged = true
        }
        if isChanged {
            try trail.append(.courseAttended, "\(course.id)/\(entry.name)", record: .enrolment(enrolment))
        }
    }

    private mutating func note(
        _ mark: CourseEntry.Mark,
        of entry: CourseEntry,
        _ enrolment: Int64,
        _ trail: inout AuditTrail
    ) throws {
        let part = mark.part.rawValue
        guard course.rules.pass(mark.part) != nil else {
            throw denied(
                "the course has no \(part) part; give it one: sonograde course change \(course.id) --\(part)-pass 60"
            )
        }
        guard (0...1000).contains(mark.tenths) else { throw denied("a \(part) mark is 0 to 100") }
        guard DayText.isDay(mark.day) else { throw denied("\(mark.day) is no day; write yyyy-MM-dd") }
        guard mark.day >= course.startsOn else {
            throw denied("the \(part) mark is of \(mark.day), before the course started on \(course.startsOn)")
        }
        guard mark.day <= DayText.latest(at: now) else {
            throw denied("the \(part) mark is of \(mark.day), which has not come yet")
        }
        if let marker = mark.markedBy { try checkMarker(marker, entry.institution) }
        let standing = try database.marks(ofEnrolment: enrolment).filter {
            $0.part == mark.part && $0.annulledAt == nil
        }
        // An annulled attempt is free again.
        let taken = Set(standing.map(\.attempt))
        let next = (1...).first { !taken.contains($0) } ?? 1
        let attempt = mark.attempt ?? next
        if let same = standing.first(where: { $0.attempt == attempt }) {
            guard same.tenths == mark.tenths, same.day == mark.day, same.markedBy == mark.markedBy else {
                throw denied(
                    "\(part) attempt \(attempt) has a mark of \(Tenths.text(same.tenths)) of \(same.day) already; "
                        + "annul it first: sonograde course annul \(course.id) \(entry.name) --\(part) \(attempt) --reason …"
                )
            }
            unchanged += 1
            return
        }
        guard mark.source != .entered || mark.markedBy != nil else {
            throw denied("say who gave the \(part) mark: --by TEACHER, or a column \(part)_\(attempt)_by")
        }
        guard attempt == next else { throw denied("\(part) attempt \(attempt) comes before attempt \(next)") }
        guard attempt <= course.rules.mostAttempts else {
            let most = course.rules.mostAttempts
            throw denied("\(part): all \(most) \(most == 1 ? "attempt is" : "attempts are") used")
        }
        let row = try database.oneRow(
            CourseSQL.addMark,
            enrolment,
            part,
            attempt,
            mark.tenths,
            mark.day,
            mark.markedBy,
            mark.source.rawValue,
            mark.reference,
            now.text
        )
        marked += 1
        try trail.append(
            .courseMarked,
            "\(course.id)/\(entry.name)/\(part)/\(attempt)",
            record: .courseMark(try row.integer("id"))
        )
    }

    /// Nobody marks people of the own institution, and only teachers and experts mark.
    private func checkMarker(_ id: String, _ institution: String) throws {
        let teacher = try TeacherRecord.shelf.find(database, RegistryReference(id))
        let expert = try ExpertRecord.shelf.find(database, RegistryReference(id))
        guard teacher != nil || expert != nil else {
            throw denied("\(id) is neither a teacher nor an expert; first: sonograde teacher add \(id) --name …")
        }
        let record = try InstitutionRecord.shelf.find(database, RegistryReference(institution))
        let isOwn = teacher?.belongs(to: record ?? InstitutionRecord(code: institution)) ?? false
        guard !isOwn, expert?.institutions.contains(institution) != true else {
            throw denied("\(id) is of \(institution) too and may not mark there; let somebody else do it")
        }
    }

    private func denied(_ message: String) -> StoreError { StoreError(code: .denied, message: message) }
}

extension Database {
    /// Tenths of hours by the session's number.
    func attendance(ofEnrolment id: Int64) throws -> [Int: Int] {
        Dictionary(
            uniqueKeysWithValues: try rows(CourseSQL.attendance, id).map {
                (try $0.count("session"), try $0.count("hours_tenths"))
            }
        )
    }
}
