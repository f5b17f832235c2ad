/// Version 5: practice and papers.
extension Schema {
    /// What learners answered.
    ///
    /// Rows are only added; of a paper, the end alone is written later.
    ///
    /// A learner is known by institution and code, as `exam.technician` has it, registered or not. A document holds what
    /// was asked and what was right when it was asked, so that a later change of the bank changes no past answer. The
    /// state of a card and the progress follow from the attempts and are not kept.
    static let practice = [
        """
        CREATE TABLE practice_attempt (
            id INTEGER NOT NULL PRIMARY KEY,
            institution_id INTEGER NOT NULL REFERENCES institution (id),
            technician TEXT NOT NULL,
            at TEXT NOT NULL,
            exercise TEXT NOT NULL,
            card TEXT NOT NULL,
            thousandths INTEGER NOT NULL CHECK (thousandths BETWEEN 0 AND 1000),
            is_right INTEGER NOT NULL CHECK (is_right IN (0, 1)),
            image_id INTEGER REFERENCES image (id),
            document TEXT NOT NULL
        )
        """,
        "CREATE INDEX practice_attempt_by_technician ON practice_attempt (institution_id, technician, id)",
        """
        CREATE TABLE paper (
            id INTEGER NOT NULL PRIMARY KEY,
            institution_id INTEGER NOT NULL REFERENCES institution (id),
            technician TEXT NOT NULL,
            course TEXT REFERENCES course (id),
            attempt INTEGER NOT NULL CHECK (attempt >= 1),
            started_at TEXT NOT NULL,
            deadline_at TEXT NOT NULL,
            document TEXT NOT NULL,
            ended_at TEXT,
            ended_by TEXT CHECK (ended_by IN ('learner', 'time')),
            mark_tenths INTEGER CHECK (mark_tenths BETWEEN 0 AND 1000),
            result TEXT,
            problem TEXT,
            CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
            CHECK ((ended_at IS NULL) = (mark_tenths IS NULL)),
            CHECK ((ended_at IS NULL) = (result IS NULL))
        )
        """,
        "CREATE UNIQUE INDEX paper_attempt ON paper (institution_id, technician, COALESCE(course, ''), attempt)",
        "CREATE UNIQUE INDEX paper_open ON paper (institution_id, technician) WHERE ended_at IS NULL",
        "CREATE INDEX paper_running ON paper (deadline_at, id) WHERE ended_at IS NULL",
        "CREATE INDEX paper_by_course ON paper (course)",
        """
        CREATE TABLE paper_plan (
            course_id TEXT NOT NULL PRIMARY KEY REFERENCES course (id),
            questions INTEGER NOT NULL CHECK (questions >= 0),
            pictures INTEGER NOT NULL CHECK (pictures >= 0),
            minutes INTEGER NOT NULL CHECK (minutes >= 1),
            seed TEXT,
            set_at TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE paper_answer (
            paper_id INTEGER NOT NULL REFERENCES paper (id),
            sequence INTEGER NOT NULL CHECK (sequence >= 1),
            item INTEGER NOT NULL CHECK (item >= 1),
            at TEXT NOT NULL,
            document TEXT NOT NULL,
            PRIMARY KEY (paper_id, sequence)
        )
        """,
    ]
}
