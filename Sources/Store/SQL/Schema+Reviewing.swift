/// Version 2: who reviews, what waits for them, and what they said.
extension Schema {
    /// The statements that bring version 1 to version 2; `QueueWriter.fill` puts the images in that wait.
    ///
    /// `queue` follows from images, readings and disputes, and is written by `QueueWriter` alone, which keeps in
    /// `queue_count` how many wait of each kind ('' for unknown), so that nobody has to count them. `review` is only added
    /// to. An expert's id has no reference to the roster, since a home without a roster lets anybody review.
    static let version2 = [
        """
        CREATE TABLE expert (
            id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            added_at TEXT NOT NULL,
            retired_at TEXT
        )
        """,
        """
        CREATE TABLE expert_institution (
            expert_id TEXT NOT NULL REFERENCES expert (id),
            institution TEXT NOT NULL,
            PRIMARY KEY (expert_id, institution)
        )
        """,
        """
        CREATE TABLE review (
            id INTEGER NOT NULL PRIMARY KEY,
            image_id INTEGER NOT NULL REFERENCES image (id),
            reading INTEGER NOT NULL CHECK (reading >= 1),
            expert_id TEXT NOT NULL,
            claimed_at TEXT NOT NULL,
            at TEXT NOT NULL,
            was_unblinded INTEGER NOT NULL CHECK (was_unblinded IN (0, 1)),
            grade_id INTEGER NOT NULL REFERENCES grade (id),
            dispute_id INTEGER,
            exam_revision INTEGER NOT NULL CHECK (exam_revision >= 1),
            score_tenths INTEGER CHECK (score_tenths BETWEEN 0 AND 1000),
            level TEXT CHECK (level IN ('A', 'B', 'C', 'D')),
            document TEXT NOT NULL,
            UNIQUE (image_id, reading),
            CHECK ((score_tenths IS NULL) = (level IS NULL))
        )
        """,
        "CREATE INDEX review_by_expert ON review (expert_id, image_id)",
        "CREATE INDEX audit_unblinded ON audit (subject) WHERE action = 'image.unblinded'",
        "CREATE INDEX review_by_time ON review (at, id)",
        """
        CREATE TABLE dispute (
            id INTEGER NOT NULL PRIMARY KEY,
            image_id INTEGER NOT NULL REFERENCES image (id),
            objection TEXT NOT NULL,
            raised_by TEXT,
            at TEXT NOT NULL,
            against INTEGER REFERENCES review (id),
            settled_by INTEGER REFERENCES review (id)
        )
        """,
        "CREATE INDEX dispute_by_image ON dispute (image_id, id)",
        "CREATE UNIQUE INDEX dispute_open ON dispute (image_id) WHERE settled_by IS NULL",
        """
        CREATE TABLE consultation (
            id INTEGER NOT NULL PRIMARY KEY,
            image_id INTEGER NOT NULL REFERENCES image (id),
            review_id INTEGER NOT NULL REFERENCES review (id),
            asked_by TEXT NOT NULL,
            question TEXT NOT NULL,
            asked_at TEXT NOT NULL,
            answer TEXT,
            answered_by TEXT,
            answered_at TEXT,
            CHECK ((answer IS NULL) = (answered_at IS NULL)),
            CHECK ((answered_by IS NULL) = (answered_at IS NULL))
        )
        """,
        "CREATE INDEX consultation_by_image ON consultation (image_id, id)",
        "CREATE INDEX consultation_open ON consultation (id) WHERE answered_at IS NULL",
        """
        CREATE TABLE claim (
            id INTEGER NOT NULL PRIMARY KEY,
            image_id INTEGER NOT NULL REFERENCES image (id),
            expert_id TEXT NOT NULL,
            at TEXT NOT NULL,
            until TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('held', 'released', 'skipped', 'expired', 'reviewed')),
            ended_at TEXT,
            reason TEXT,
            CHECK ((state = 'held') = (ended_at IS NULL))
        )
        """,
        "CREATE UNIQUE INDEX claim_held ON claim (image_id) WHERE state = 'held'",
        "CREATE INDEX claim_by_expert ON claim (expert_id, state, image_id)",
        """
        CREATE TABLE queue (
            image_id INTEGER NOT NULL PRIMARY KEY REFERENCES image (id),
            institution_id INTEGER NOT NULL REFERENCES institution (id),
            kind TEXT NOT NULL CHECK (kind IN ('first', 'dispute')),
            priority INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 2),
            since TEXT NOT NULL,
            exam_type TEXT,
            section TEXT,
            technician TEXT
        )
        """,
        """
        CREATE INDEX queue_order
        ON queue (priority, since, image_id, institution_id, kind, exam_type, section, technician)
        """,
        "CREATE INDEX queue_by_institution ON queue (institution_id, priority, since, image_id)",
        "CREATE INDEX queue_by_kind ON queue (kind, priority, since, image_id)",
        "CREATE INDEX queue_by_exam_type ON queue (exam_type, priority, since, image_id)",
        "CREATE INDEX queue_by_section ON queue (section, priority, since, image_id)",
        "CREATE INDEX queue_by_technician ON queue (technician) WHERE technician IS NOT NULL",
        """
        CREATE TABLE queue_count (
            institution_id INTEGER NOT NULL REFERENCES institution (id),
            kind TEXT NOT NULL,
            priority INTEGER NOT NULL,
            exam_type TEXT NOT NULL,
            section TEXT NOT NULL,
            images INTEGER NOT NULL CHECK (images >= 0),
            PRIMARY KEY (institution_id, kind, priority, exam_type, section)
        )
        """,
        "ALTER TABLE image ADD COLUMN review_id INTEGER REFERENCES review (id)",
        "ALTER TABLE image ADD COLUMN expert_score_tenths INTEGER CHECK (expert_score_tenths BETWEEN 0 AND 1000)",
        "ALTER TABLE image ADD COLUMN expert_level TEXT CHECK (expert_level IN ('A', 'B', 'C', 'D'))",
    ]
}
