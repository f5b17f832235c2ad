/// The tables, version by version.
///
/// One dialect for SQLite and PostgreSQL: TEXT, INTEGER, BIGINT; 0 and 1 for Booleans; moments as fixed-width text in
/// UTC; scores as whole tenths, so that sums are exact. Ids are given by the statements (`MAX(id) + 1`): a store has
/// one writer at a time. Text is compared byte by byte (SQLite's BINARY; on PostgreSQL the database's collation is `C`).
///
/// A name on disk takes two columns: `…_key`, its UTF-8 text, or `/` and the base64 of bytes that are not UTF-8 (no
/// name begins with `/`); and `…_shown`, only where that differs from what people read.
enum Schema {
    /// Who wrote the file.
    static let application = "sonograde"
    /// The newest version this program knows.
    static let version = 8

    /// ?1 application, ?2 version, ?3 moment.
    static let sign = """
        INSERT INTO store_schema (application, version, created_at) VALUES (?1, ?2, ?3)
        ON CONFLICT (application) DO UPDATE SET version = EXCLUDED.version
        """

    /// The statements that make version 1 out of an empty file.
    static let version1 = [
        """
        CREATE TABLE store_schema (
            application TEXT NOT NULL PRIMARY KEY,
            version INTEGER NOT NULL,
            created_at TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE institution (
            id INTEGER NOT NULL PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            name_key TEXT NOT NULL,
            is_registered INTEGER NOT NULL DEFAULT 0 CHECK (is_registered IN (0, 1)),
            first_seen TEXT NOT NULL
        )
        """,
        """
        CREATE TABLE exam (
            id INTEGER NOT NULL PRIMARY KEY,
            institution_id INTEGER NOT NULL REFERENCES institution (id),
            base_key TEXT NOT NULL,
            ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
            exam_id TEXT NOT NULL,
            exam_date TEXT,
            folder_key TEXT NOT NULL,
            folder_shown TEXT,
            outbox_folder TEXT NOT NULL,
            exam_type TEXT,
            pseudonym TEXT,
            technician TEXT,
            device TEXT,
            transducer TEXT,
            preset TEXT,
            performed_at TEXT,
            ordered_at TEXT,
            report_text TEXT,
            exam_json TEXT,
            notes TEXT,
            patient_key TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('graded', 'answered', 'withdrawn')),
            withdrawal_reason TEXT,
            received_at TEXT NOT NULL,
            graded_at TEXT NOT NULL,
            first_answered_at TEXT,
            answered_at TEXT,
            turnaround_ms BIGINT,
            revision INTEGER NOT NULL CHECK (revision >= 0),
            answered_revision INTEGER NOT NULL DEFAULT 0 CHECK (answered_revision >= 0),
            redrop_count INTEGER NOT NULL DEFAULT 0 CHECK (redrop_count >= 0),
            UNIQUE (institution_id, base_key, ordinal),
            UNIQUE (institution_id, outbox_folder),
            CHECK (answered_revision <= revision),
            CHECK ((state = 'withdrawn') = (withdrawal_reason IS NOT NULL))
        )
        """,
        "CREATE INDEX exam_by_receipt ON exam (received_at, id)",
        "CREATE INDEX exam_by_institution ON exam (institution_id, received_at, id)",
        "CREATE INDEX exam_by_name ON exam (exam_id)",
        "CREATE INDEX exam_by_folder ON exam (folder_key)",
        "CREATE INDEX exam_by_folder_shown ON exam (folder_shown) WHERE folder_shown IS NOT NULL",
        "CREATE INDEX exam_by_state ON exam (state)",
        "CREATE INDEX exam_waiting ON exam (received_at, id) WHERE answered_revision < revision",
        """
        CREATE TABLE image (
            id INTEGER NOT NULL PRIMARY KEY,
            exam_id INTEGER NOT NULL REFERENCES exam (id),
            institution_id INTEGER NOT NULL REFERENCES institution (id),
            name_key TEXT NOT NULL,
            name_shown TEXT,
            version INTEGER NOT NULL CHECK (version >= 1),
            sha256 TEXT CHECK (LENGTH(sha256) = 64),
            bytes BIGINT NOT NULL CHECK (bytes >= 0),
            vault_extension TEXT,
            received_at TEXT NOT NULL,
            period_at TEXT NOT NULL,
            standing TEXT NOT NULL CHECK (standing IN ('current', 'superseded', 'withdrawn')),
            duplicate TEXT NOT NULL CHECK (duplicate IN ('none', 'same_exam', 'cross_patient')),
            grade_id INTEGER NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('graded', 'unsure', 'unreadable')),
            section TEXT,
            score_tenths INTEGER CHECK (score_tenths BETWEEN 0 AND 1000),
            level TEXT CHECK (level IN ('A', 'B', 'C', 'D')),
            route TEXT NOT NULL CHECK (route IN ('pass', 'review')),
            sampled INTEGER NOT NULL CHECK (sampled IN (0, 1)),
            effective_document TEXT,
            UNIQUE (exam_id, name_key, version),
            CHECK ((status = 'graded') = (score_tenths IS NOT NULL)),
            CHECK ((status = 'graded') = (level IS NOT NULL)),
            CHECK (status = 'graded' OR route = 'review'),
            CHECK ((status = 'unreadable') = (vault_extension IS NULL)),
            CHECK (vault_extension IS NULL OR sha256 IS NOT NULL)
        )
        """,
        "CREATE UNIQUE INDEX image_newest ON image (exam_id, name_key) WHERE standing <> 'superseded'",
        "CREATE INDEX image_by_content ON image (sha256, standing, status, duplicate, exam_id)",
        "CREATE INDEX image_sections ON image (exam_id, standing, section, score_tenths)",
        "CREATE INDEX image_by_outcome ON image (standing, status, level, route)",
        """
        CREATE INDEX image_by_period
        ON image (standing, period_at, institution_id, status, level, score_tenths, route, sampled)
        """,
        """
        CREATE INDEX image_by_institution
        ON image (institution_id, standing, period_at, status, level, score_tenths, route, sampled)
        """,
        "CREATE INDEX image_review ON image (level, received_at, id) WHERE standing = 'current' AND route = 'review'",
        """
        CREATE TABLE grade (
            id INTEGER NOT NULL PRIMARY KEY,
            image_id INTEGER NOT NULL REFERENCES image (id),
            status TEXT NOT NULL CHECK (status IN ('graded', 'unsure', 'unreadable')),
            score_tenths INTEGER CHECK (score_tenths BETWEEN 0 AND 1000),
            level TEXT CHECK (level IN ('A', 'B', 'C', 'D')),
            rubric_id TEXT,
            rubric_version TEXT,
            rubric_sha TEXT,
            program TEXT,
            graded_at TEXT NOT NULL,
            document TEXT NOT NULL,
            CHECK ((status = 'graded') = (score_tenths IS NOT NULL)),
            CHECK ((status = 'graded') = (level IS NOT NULL))
        )
        """,
        "CREATE INDEX grade_by_image ON grade (image_id, id)",
        """
        CREATE TABLE finding (
            image_id INTEGER NOT NULL REFERENCES image (id),
            institution_id INTEGER NOT NULL REFERENCES institution (id),
            period_at TEXT NOT NULL,
            code TEXT NOT NULL,
            severity TEXT NOT NULL CHECK (severity IN ('info', 'minor', 'major', 'critical')),
            PRIMARY KEY (image_id, code, severity)
        )
        """,
        "CREATE INDEX finding_by_period ON finding (period_at, code, severity)",
        "CREATE INDEX finding_by_institution ON finding (institution_id, period_at, code, severity)",
        """
        CREATE TABLE quarantine (
            id INTEGER NOT NULL PRIMARY KEY,
            institution_id INTEGER REFERENCES institution (id),
            exam_id INTEGER REFERENCES exam (id),
            image_id INTEGER REFERENCES image (id),
            original_key TEXT NOT NULL,
            original_shown TEXT,
            path_key TEXT NOT NULL,
            path_shown TEXT,
            code TEXT NOT NULL,
            message TEXT NOT NULL,
            at TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('open', 'retried', 'discarded', 'replaced')),
            state_at TEXT NOT NULL,
            sha256 TEXT CHECK (LENGTH(sha256) = 64),
            bytes BIGINT NOT NULL CHECK (bytes >= 0)
        )
        """,
        "CREATE INDEX quarantine_by_state ON quarantine (state, id)",
        "CREATE INDEX quarantine_by_image ON quarantine (image_id, state)",
        """
        CREATE TABLE receipt (
            id INTEGER NOT NULL PRIMARY KEY,
            exam_id INTEGER NOT NULL REFERENCES exam (id),
            received_at TEXT NOT NULL,
            committed_at TEXT NOT NULL,
            added INTEGER NOT NULL,
            corrected INTEGER NOT NULL,
            retried INTEGER NOT NULL,
            redropped INTEGER NOT NULL,
            metadata TEXT NOT NULL,
            withdrawal TEXT
        )
        """,
        "CREATE INDEX receipt_by_exam ON receipt (exam_id, id)",
        """
        CREATE TABLE answer (
            exam_id INTEGER NOT NULL REFERENCES exam (id),
            revision INTEGER NOT NULL CHECK (revision >= 1),
            report_sha TEXT NOT NULL CHECK (LENGTH(report_sha) = 64),
            at TEXT NOT NULL,
            PRIMARY KEY (exam_id, revision)
        )
        """,
        """
        CREATE TABLE sampling (
            institution_id INTEGER NOT NULL REFERENCES institution (id),
            month TEXT NOT NULL CHECK (LENGTH(month) = 7),
            commitment TEXT NOT NULL CHECK (LENGTH(commitment) = 64),
            at TEXT NOT NULL,
            PRIMARY KEY (institution_id, month)
        )
        """,
        """
        CREATE TABLE inbox_file (
            path_key TEXT NOT NULL PRIMARY KEY,
            path_shown TEXT,
            institution_key TEXT,
            institution_shown TEXT,
            folder_key TEXT,
            folder_shown TEXT,
            device BIGINT NOT NULL,
            inode BIGINT NOT NULL,
            size BIGINT NOT NULL,
            modified_ns BIGINT NOT NULL,
            is_taken INTEGER NOT NULL CHECK (is_taken IN (0, 1)),
            code TEXT,
            message TEXT,
            since TEXT NOT NULL,
            CHECK ((code IS NULL) = (message IS NULL)),
            CHECK (is_taken = 1 OR code IS NOT NULL)
        )
        """,
        "CREATE INDEX inbox_file_by_folder ON inbox_file (institution_key, folder_key)",
        """
        CREATE TABLE audit (
            seq INTEGER NOT NULL PRIMARY KEY,
            at TEXT NOT NULL,
            action TEXT NOT NULL,
            subject TEXT NOT NULL,
            record TEXT,
            record_sha TEXT CHECK (LENGTH(record_sha) = 64),
            previous TEXT NOT NULL CHECK (LENGTH(previous) = 64),
            hash TEXT NOT NULL UNIQUE CHECK (LENGTH(hash) = 64),
            CHECK ((record IS NULL) = (record_sha IS NULL))
        )
        """,
    ]
}
