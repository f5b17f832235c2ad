/// Statements about courses, enrolments, attendance and marks.
enum CourseSQL {
    // MARK: Courses

    static let columns = """
        id, title, title_english, topics, place, starts_on, ends_on, organiser, co_organiser, project_number,
        credit_class, credits_tenths, attendance_percent, theory_pass_tenths, practical_pass_tenths, most_attempts,
        added_at, retired_at, retired_because
        """

    /// In the order of `columns`, without the last two.
    static let add = """
        INSERT INTO course (
            id, title, title_english, topics, place, starts_on, ends_on, organiser, co_organiser, project_number,
            credit_class, credits_tenths, attendance_percent, theory_pass_tenths, practical_pass_tenths, most_attempts,
            added_at
        )
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
        ON CONFLICT (id) DO NOTHING RETURNING id
        """

    /// In the order of `columns`, without the last three.
    static let change = """
        UPDATE course SET title = ?2, title_english = ?3, topics = ?4, place = ?5, starts_on = ?6, ends_on = ?7,
            organiser = ?8, co_organiser = ?9, project_number = ?10, credit_class = ?11, credits_tenths = ?12,
            attendance_percent = ?13, theory_pass_tenths = ?14, practical_pass_tenths = ?15, most_attempts = ?16
        WHERE id = ?1
        """

    /// ?1 course, ?2 moment, ?3 why.
    static let retire = "UPDATE course SET retired_at = ?2, retired_because = ?3 WHERE id = ?1"

    static let byID = "SELECT \(columns) FROM course WHERE id = ?1"

    static let list = "SELECT \(columns) FROM course ORDER BY starts_on, id"

    static let removeSessions = "DELETE FROM course_session WHERE course_id = ?1"

    /// ?1 course, ?2 number, ?3 day, ?4 hours, ?5 title.
    static let addSession = """
        INSERT INTO course_session (course_id, number, on_day, hours_tenths, title) VALUES (?1, ?2, ?3, ?4, ?5)
        """

    static let sessions = """
        SELECT number, on_day, hours_tenths, title FROM course_session WHERE course_id = ?1 ORDER BY number
        """

    static let removeTeachers = "DELETE FROM course_teacher WHERE course_id = ?1"

    static let addTeacher = "INSERT INTO course_teacher (course_id, teacher_id) VALUES (?1, ?2)"

    static let teachers = "SELECT teacher_id FROM course_teacher WHERE course_id = ?1 ORDER BY teacher_id"

    // MARK: Enrolments

    /// ?1 institution's name, ?2 code.
    static let technician = """
        SELECT technician.id, technician.name, technician.retired_at, institution.title AS institution_title
        FROM technician JOIN institution ON institution.id = technician.institution_id
        WHERE institution.name = ?1 AND technician.code = ?2
        """

    /// ?1 course, ?2 technician.
    static let enrolment = """
        SELECT id, withdrawn_at FROM enrolment WHERE course_id = ?1 AND technician_id = ?2
        """

    /// ?1 course, ?2 technician, ?3 now.
    static let enrol = """
        INSERT INTO enrolment (id, course_id, technician_id, enrolled_at)
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, ?3 FROM enrolment
        RETURNING id
        """

    /// ?1 enrolment, ?2 moment, ?3 why; both null to take the person back.
    static let withdraw = "UPDATE enrolment SET withdrawn_at = ?2, withdrawn_because = ?3 WHERE id = ?1"

    private static let standingColumns = """
        enrolment.id AS enrolment_id, enrolment.course_id, enrolment.technician_id, enrolment.enrolled_at,
        enrolment.withdrawn_at, enrolment.withdrawn_because, institution.name AS institution,
        institution.title AS institution_title, institution.english_title AS institution_english, technician.code, technician.name, technician.role, technician.sex,
        technician.title AS job_title, technician.identity_masked, technician.latin_name
        """

    /// ?1 course.
    static let standings = """
        SELECT \(standingColumns) FROM enrolment
        JOIN technician ON technician.id = enrolment.technician_id
        JOIN institution ON institution.id = technician.institution_id
        WHERE enrolment.course_id = ?1
        ORDER BY institution.name, technician.code
        """

    /// ?1 technician.
    static let standingsOfTechnician = """
        SELECT \(standingColumns) FROM enrolment
        JOIN course ON course.id = enrolment.course_id
        JOIN technician ON technician.id = enrolment.technician_id
        JOIN institution ON institution.id = technician.institution_id
        WHERE enrolment.technician_id = ?1
        ORDER BY course.starts_on, course.id
        """

    // MARK: Attendance

    /// ?1 enrolment, ?2 session, ?3 hours.
    static let attend = """
        INSERT INTO attendance (enrolment_id, session, hours_tenths) VALUES (?1, ?2, ?3)
        ON CONFLICT (enrolment_id, session) DO UPDATE SET hours_tenths = EXCLUDED.hours_tenths
        """

    /// ?1 enrolment.
    static let attendance = "SELECT session, hours_tenths FROM attendance WHERE enrolment_id = ?1 ORDER BY session"

    /// ?1 course: the longest attendance of each session.
    static let longestAttendance = """
        SELECT session, MAX(hours_tenths) AS hours_tenths FROM attendance
        JOIN enrolment ON enrolment.id = attendance.enrolment_id
        WHERE enrolment.course_id = ?1 GROUP BY session ORDER BY session
        """

    // MARK: Marks

    static let markColumns = """
        id, enrolment_id, part, attempt, mark_tenths, on_day, marked_by, source, reference, marked_at, annulled_at,
        annulled_because
        """

    /// ?1 enrolment, ?2 part, ?3 attempt, ?4 mark, ?5 day, ?6 by, ?7 source, ?8 reference, ?9 now.
    static let addMark = """
        INSERT INTO course_mark (
            id, enrolment_id, part, attempt, mark_tenths, on_day, marked_by, source, reference, marked_at
        )
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM course_mark
        RETURNING id
        """

    /// ?1 enrolment.
    static let marks = """
        SELECT \(markColumns) FROM course_mark WHERE enrolment_id = ?1 ORDER BY part DESC, attempt, id
        """

    /// ?1 mark, ?2 moment, ?3 why.
    static let annulMark = "UPDATE course_mark SET annulled_at = ?2, annulled_because = ?3 WHERE id = ?1"

    static let all = [
        add, change, retire, byID, list, removeSessions, addSession, sessions, removeTeachers, addTeacher, teachers,
        technician, enrolment, enrol, withdraw, standings, standingsOfTechnician, attend,
        attendance,
        longestAttendance, addMark, marks, annulMark,
    ]
}
