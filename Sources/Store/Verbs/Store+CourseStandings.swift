import GRDB
import Grading

extension Store {
    /// Where everybody who was ever enrolled stands, by institution and code.
    ///
    /// - Parameter day: the day that is judged from, `yyyy-MM-dd`: before the course's last day nobody has completed it,
    ///   and later marks do not count; nil where days do not matter.
    ///
    /// Throws `notFound` for an unknown course.
    package func courseStandings(course id: String, on day: String? = nil) throws(StoreError) -> [CourseStanding] {
        try read { database in
            let course = try database.course(id)
            return try database.rows(CourseSQL.standings, id).map {
                try CourseStanding($0, of: course, on: day, in: database)
            }
        }
    }

    /// Somebody's courses in the order of time; empty for a technician who never was enrolled.
    ///
    /// Throws `notFound` for one who is not registered.
    package func transcript(
        institution: String,
        technician: String,
        on day: String? = nil
    ) throws(StoreError) -> [TranscriptCourse] {
        try read { database in
            guard let row = try database.row(CourseSQL.technician, institution, technician) else {
                throw StoreError(
                    code: .notFound,
                    message: "no such technician is registered; `sonograde technician list` shows all",
                    identity: "\(institution)/\(technician)"
                )
            }
            return try database.rows(CourseSQL.standingsOfTechnician, try row.integer("id")).map {
                let course = try database.course(try $0.text("course_id"))
                return TranscriptCourse(
                    course: course,
                    standing: try CourseStanding($0, of: course, on: day, in: database)
                )
            }
        }
    }
}

extension CourseStanding {
    /// A standing from the columns of `CourseSQL.standings`.
    init(_ row: Row, of course: CourseRecord, on day: String?, in database: Database) throws {
        let enrolment = try row.integer("enrolment_id")
        let attendance = try database.attendance(ofEnrolment: enrolment)
        let marks = try database.marks(ofEnrolment: enrolment)
        let counting = marks.filter { mark in
            mark.annulledAt == nil && (day.map { mark.day <= $0 } ?? true)
        }
        let withdrawn = try row.optionalTimestamp("withdrawn_at")
        let progress = CourseProgress(
            attended: attendance.values.reduce(0, +),
            hours: course.hours,
            marks: Dictionary(grouping: counting, by: \.part).mapValues { $0.map(\.tenths) },
            isWithdrawn: withdrawn != nil
        )
        self.init(
            enrolmentID: enrolment,
            technicianID: try row.integer("technician_id"),
            institution: try row.text("institution"),
            institutionTitle: try row.optionalText("institution_title"),
            institutionEnglish: try row.optionalText("institution_english"),
            code: try row.text("code"),
            name: try row.text("name"),
            latinName: try row.optionalText("latin_name"),
            role: try row.choice("role"),
            sex: try row.optionalChoice("sex"),
            jobTitle: try row.optionalText("job_title"),
            identityMasked: try row.optionalText("identity_masked"),
            enrolledAt: try row.timestamp("enrolled_at"),
            withdrawnAt: withdrawn,
            withdrawnBecause: try row.optionalText("withdrawn_because"),
            attendance: attendance,
            marks: marks,
            progress: progress,
            eligibility: Eligibility(
                progress,
                rules: course.rules,
                isCalledOff: course.retiredAt != nil,
                endsOn: course.endsOn,
                on: day
            )
        )
    }
}
