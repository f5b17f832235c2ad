/// What reports count of the experts' work, and the two tables that they count in.
///
/// Both tables follow from readings, as `finding` follows from grades: they are written by `ReviewFigures` in a reading's
/// transaction and never changed.
enum ReviewPeriodSQL {
    /// Part of schema version 2.
    ///
    /// `stratum` says how the queue brought the image (0 critical, 1 flagged, 2 only drawn); null where it did not.
    /// `…_ms` are the milliseconds of the stages received → graded → claimed → reviewed.
    static let tables = [
        """
        CREATE TABLE review_figure (
            review_id INTEGER NOT NULL PRIMARY KEY REFERENCES review (id),
            image_id INTEGER NOT NULL REFERENCES image (id),
            institution_id INTEGER NOT NULL REFERENCES institution (id),
            period_at TEXT NOT NULL,
            reading INTEGER NOT NULL CHECK (reading >= 1),
            stratum INTEGER CHECK (stratum BETWEEN 0 AND 2),
            drawn INTEGER NOT NULL CHECK (drawn IN (0, 1)),
            machine_level TEXT CHECK (machine_level IN ('A', 'B', 'C', 'D')),
            machine_score_tenths INTEGER CHECK (machine_score_tenths BETWEEN 0 AND 1000),
            expert_level TEXT CHECK (expert_level IN ('A', 'B', 'C', 'D')),
            expert_score_tenths INTEGER CHECK (expert_score_tenths BETWEEN 0 AND 1000),
            impression TEXT CHECK (impression IN ('A', 'B', 'C', 'D')),
            nonconforming INTEGER CHECK (nonconforming IN (0, 1)),
            graded_ms BIGINT NOT NULL CHECK (graded_ms >= 0),
            claimed_ms BIGINT NOT NULL CHECK (claimed_ms >= 0),
            reviewed_ms BIGINT NOT NULL CHECK (reviewed_ms >= 0)
        )
        """,
        "CREATE INDEX review_figure_by_period ON review_figure (period_at, institution_id)",
        "CREATE INDEX review_figure_by_institution ON review_figure (institution_id, period_at)",
        """
        CREATE TABLE review_finding (
            review_id INTEGER NOT NULL REFERENCES review (id),
            image_id INTEGER NOT NULL REFERENCES image (id),
            institution_id INTEGER NOT NULL REFERENCES institution (id),
            period_at TEXT NOT NULL,
            code TEXT NOT NULL,
            verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'rejected', 'added', 'unjudged')),
            PRIMARY KEY (review_id, code, verdict)
        )
        """,
        "CREATE INDEX review_finding_by_period ON review_finding (period_at, code, verdict, image_id)",
        "CREATE INDEX review_finding_by_institution ON review_finding (institution_id, period_at, code, verdict, image_id)",
    ]

    // MARK: Written with a reading

    /// ?1 reading: what its figures come from.
    static let subject = """
        SELECT image.id AS image_id, image.institution_id, image.period_at, image.received_at, image.route, image.sampled,
            image.level, image.score_tenths, review.reading, review.claimed_at, review.at, review.was_unblinded,
            COALESCE(image.effective_document, grade.document) AS document,
            (SELECT MIN(graded_at) FROM grade AS each WHERE each.image_id = image.id) AS graded_at
        FROM review
        JOIN image ON image.id = review.image_id
        JOIN grade ON grade.id = image.grade_id
        WHERE review.id = ?1
        """

    /// In the order of the table's columns.
    static let add = """
        INSERT INTO review_figure (
            review_id, image_id, institution_id, period_at, reading, stratum, drawn, machine_level, machine_score_tenths,
            expert_level, expert_score_tenths, impression, nonconforming, graded_ms, claimed_ms, reviewed_ms
        )
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
        """

    /// In the order of the table's columns.
    static let addFinding = """
        INSERT INTO review_finding (review_id, image_id, institution_id, period_at, code, verdict)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (review_id, code, verdict) DO NOTHING
        """

    // MARK: Periods; the parameters are those of `PeriodForm`. Images are crossed, so that the period's readings come first

    /// First readings of images that the queue brought and that count, each with the image's last reading.
    static func readings(_ form: PeriodForm) -> String {
        """
        SELECT image.id AS image_id, first.institution_id, exam.exam_type, exam.technician, exam.device, image.section,
            image.received_at, first.stratum, first.drawn, first.machine_level, first.machine_score_tenths,
            first.expert_level, first.expert_score_tenths, first.impression, first.graded_ms, first.claimed_ms,
            first.reviewed_ms, last.expert_level AS final_level, last.expert_score_tenths AS final_score_tenths,
            last.nonconforming, review.at AS reviewed_at,
            (
                SELECT answer.at FROM answer
                WHERE answer.exam_id = image.exam_id AND answer.revision >= review.exam_revision
                ORDER BY answer.revision LIMIT 1
            ) AS reported_at
        FROM review_figure AS first
        CROSS JOIN image
        JOIN review_figure AS last ON last.review_id = image.review_id
        JOIN review ON review.id = first.review_id
        JOIN exam ON exam.id = image.exam_id\(form.institutionJoin)
        WHERE image.id = first.image_id AND first.reading = 1
            AND first.period_at >= ?1 AND first.period_at < ?2\(form.conditions(on: "first"))
            AND first.stratum IS NOT NULL AND image.standing = 'current' AND image.route = 'review'
        """
    }

    /// What first readings say of findings.
    static func verdicts(_ form: PeriodForm) -> String {
        """
        SELECT review_finding.code AS code, review_finding.verdict AS verdict, COUNT(*) AS images
        FROM review_finding
        CROSS JOIN image\(form.joins)
        WHERE image.id = review_finding.image_id AND review_finding.period_at >= ?1 AND review_finding.period_at < ?2\(form.conditions(on: "review_finding"))
            AND image.standing = 'current' AND image.route = 'review'
        GROUP BY review_finding.code, review_finding.verdict ORDER BY review_finding.code, review_finding.verdict
        """
    }

    /// Images that wait for their first reading, by how urgent they are.
    static func unread(_ form: PeriodForm) -> String {
        """
        SELECT image.institution_id, exam.exam_type, exam.technician, exam.device, image.section, queue.priority,
            COUNT(*) AS images
        FROM image
        JOIN queue ON queue.image_id = image.id
        JOIN exam ON exam.id = image.exam_id\(form.institutionJoin)
        WHERE image.standing = 'current' AND image.period_at >= ?1 AND image.period_at < ?2\(form.conditions(on: "image"))
            AND image.route = 'review' AND image.review_id IS NULL
        GROUP BY image.institution_id, exam.exam_type, exam.technician, exam.device, image.section, queue.priority
        """
    }

    private static let periods = PeriodForm.all.flatMap { [readings($0), verdicts($0), unread($0)] }

    // MARK: Open work; ?1 the institution's number where it is one institution's

    private static func waiting(where scope: String) -> String {
        "SELECT priority, COUNT(*) AS images, MIN(since) AS oldest FROM queue\(scope) GROUP BY priority ORDER BY priority"
    }

    static let waitingOfNetwork = waiting(where: "")
    static let waitingOfInstitution = waiting(where: " WHERE institution_id = ?1")
    /// The network's are `QueueSQL`'s.
    static let disputesOfInstitution = QueueSQL.disputes + " AND queue.institution_id = ?1"
    static let consultationsOfInstitution = QueueSQL.consultations + " AND image.institution_id = ?1"

    // MARK: Readings by their own time

    /// ?1 from.
    static let readingsSince = "SELECT COUNT(*) AS readings FROM review WHERE at >= ?1"

    /// ?1 from: levels of machine and expert in first readings of images that the queue brought.
    static let levelsSince = """
        SELECT figure.machine_level, figure.expert_level, COUNT(*) AS images
        FROM review
        JOIN review_figure AS figure ON figure.review_id = review.id
        WHERE review.at >= ?1 AND figure.reading = 1 AND figure.stratum IS NOT NULL
            AND figure.machine_level IS NOT NULL AND figure.expert_level IS NOT NULL
        GROUP BY figure.machine_level, figure.expert_level
        """

    static let all =
        [
            subject, add, addFinding, waitingOfNetwork, waitingOfInstitution, disputesOfInstitution,
            consultationsOfInstitution, readingsSince, levelsSince,
        ] + periods + OpenWorkSQL.all
}
