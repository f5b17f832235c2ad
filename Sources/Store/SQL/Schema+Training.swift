/// Version 5: courses and what comes of them.
extension Schema {
    /// Courses, enrolments, attendance, marks.
    ///
    /// Hours and points are whole tenths. `topics` are ids of `TrainingTopic` with commas between. Sessions are numbered
    /// from 1 and make up the course's hours. A mark is never changed: it is annulled, with the reason, and another one
    /// may take the attempt's place.
    static let training: [String] = [
        """
        CREATE TABLE course (
            id TEXT NOT NULL PRIMARY KEY,
            title TEXT NOT NULL,
            title_english TEXT,
            topics TEXT NOT NULL,
            place TEXT,
            starts_on TEXT NOT NULL CHECK (LENGTH(starts_on) = 10),
            ends_on TEXT NOT NULL CHECK (LENGTH(ends_on) = 10),
            organiser TEXT,
            co_organiser TEXT,
            project_number TEXT,
            credit_class TEXT,
            credits_tenths INTEGER CHECK (credits_tenths > 0),
            attendance_percent INTEGER NOT NULL CHECK (attendance_percent BETWEEN 0 AND 100),
            theory_pass_tenths INTEGER CHECK (theory_pass_tenths BETWEEN 0 AND 1000),
            practical_pass_tenths INTEGER CHECK (practical_pass_tenths BETWEEN 0 AND 1000),
            most_attempts INTEGER NOT NULL CHECK (most_attempts BETWEEN 1 AND 9),
            added_at TEXT NOT NULL,
            retired_at TEXT,
            retired_because TEXT,
            CHECK (starts_on <= ends_on),
            CHECK ((retired_at IS NULL) = (retired_because IS NULL)),
            CHECK ((credit_class IS NULL) = (credits_tenths IS NULL)),
            CHECK (credits_tenths IS NULL OR project_number IS NOT NULL)
        )
        """,
        "CREATE INDEX course_by_start ON course (starts_on, id)",
        """
        CREATE TABLE course_session (
            course_id TEXT NOT NULL REFERENCES course (id),
            number INTEGER NOT NULL CHECK (number >= 1),
            on_day TEXT NOT NULL CHECK (LENGTH(on_day) = 10),
            hours_tenths INTEGER NOT NULL CHECK (hours_tenths > 0),
            title TEXT,
            PRIMARY KEY (course_id, number)
        )
        """,
        """
        CREATE TABLE course_teacher (
            course_id TEXT NOT NULL REFERENCES course (id),
            teacher_id TEXT NOT NULL REFERENCES teacher (id),
            PRIMARY KEY (course_id, teacher_id)
        )
        """,
        """
        CREATE TABLE enrolment (
            id INTEGER NOT NULL PRIMARY KEY,
            course_id TEXT NOT NULL REFERENCES course (id),
            technician_id INTEGER NOT NULL REFERENCES technician (id),
            enrolled_at TEXT NOT NULL,
            withdrawn_at TEXT,
            withdrawn_because TEXT,
            UNIQUE (course_id, technician_id),
            CHECK ((withdrawn_at IS NULL) = (withdrawn_because IS NULL))
        )
        """,
        "CREATE INDEX enrolment_by_technician ON enrolment (technician_id, id)",
        """
        CREATE TABLE attendance (
            enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
            session INTEGER NOT NULL CHECK (session >= 1),
            hours_tenths INTEGER NOT NULL CHECK (hours_tenths >= 0),
            PRIMARY KEY (enrolment_id, session)
        )
        """,
        """
        CREATE TABLE course_mark (
            id INTEGER NOT NULL PRIMARY KEY,
            enrolment_id INTEGER NOT NULL REFERENCES enrolment (id),
            part TEXT NOT NULL CHECK (part IN ('theory', 'practical')),
            attempt INTEGER NOT NULL CHECK (attempt >= 1),
            mark_tenths INTEGER NOT NULL CHECK (mark_tenths BETWEEN 0 AND 1000),
            on_day TEXT NOT NULL CHECK (LENGTH(on_day) = 10),
            marked_by TEXT,
            source TEXT NOT NULL CHECK (source IN ('entered', 'paper', 'images')),
            reference TEXT,
            marked_at TEXT NOT NULL,
            annulled_at TEXT,
            annulled_because TEXT,
            CHECK ((annulled_at IS NULL) = (annulled_because IS NULL))
        )
        """,
        "CREATE INDEX course_mark_by_enrolment ON course_mark (enrolment_id, part, attempt)",
        """
        CREATE UNIQUE INDEX course_mark_standing ON course_mark (enrolment_id, part, attempt)
        WHERE annulled_at IS NULL
        """,
        """
        CREATE INDEX exam_by_technician ON exam (institution_id, technician, received_at, id)
        WHERE technician IS NOT NULL
        """,
    ]
}
