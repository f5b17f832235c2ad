/// Statements about the images that wait for an expert.
enum QueueSQL {
    /// ?1 image: all that decides whether it waits, and where.
    ///
    /// The document is needed only to tell an image that is only drawn from one that is flagged too.
    private static let subjectColumns = """
        SELECT image.id AS image_id, image.institution_id, image.received_at, image.standing, image.status, image.route,
            image.sampled, image.section, image.review_id, exam.exam_type, exam.technician,
            CASE WHEN image.sampled = 1 THEN COALESCE(image.effective_document, grade.document) END AS document,
            (
                SELECT COUNT(*) FROM finding WHERE finding.image_id = image.id AND finding.severity = 'critical'
            ) AS criticals,
            (
                SELECT MIN(dispute.at) FROM dispute WHERE dispute.image_id = image.id AND dispute.settled_by IS NULL
            ) AS disputed_at,
            (SELECT review.document FROM review WHERE review.id = image.review_id) AS reading
        FROM image JOIN exam ON exam.id = image.exam_id JOIN grade ON grade.id = image.grade_id
        """

    static let subject = subjectColumns + "\nWHERE image.id = ?1"

    /// Every image that the first pass sends to an expert, for a store that had no queue yet.
    static let candidates = subjectColumns + "\nWHERE image.standing = 'current' AND image.route = 'review'"

    /// ?1 image: its place so far.
    static let place = """
        SELECT institution_id, kind, priority, since, exam_type, section, technician FROM queue WHERE image_id = ?1
        """

    /// ?1 image, ?2 institution, ?3 kind, ?4 priority, ?5 since, ?6 exam type, ?7 section, ?8 technician.
    static let put = """
        INSERT INTO queue (image_id, institution_id, kind, priority, since, exam_type, section, technician)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (image_id) DO UPDATE SET
            kind = EXCLUDED.kind, priority = EXCLUDED.priority, since = EXCLUDED.since,
            exam_type = EXCLUDED.exam_type, section = EXCLUDED.section, technician = EXCLUDED.technician
        """

    static let remove = "DELETE FROM queue WHERE image_id = ?1"

    /// ?1 institution, ?2 kind, ?3 priority, ?4 exam type, ?5 section: one more of these waits.
    static let countIn = """
        INSERT INTO queue_count (institution_id, kind, priority, exam_type, section, images)
        VALUES (?1, ?2, ?3, COALESCE(CAST(?4 AS TEXT), ''), COALESCE(CAST(?5 AS TEXT), ''), 1)
        ON CONFLICT (institution_id, kind, priority, exam_type, section)
        DO UPDATE SET images = queue_count.images + 1
        """

    /// As `countIn`: one less.
    static let countOut = """
        UPDATE queue_count SET images = images - 1
        WHERE institution_id = ?1 AND kind = ?2 AND priority = ?3 AND exam_type = COALESCE(CAST(?4 AS TEXT), '')
            AND section = COALESCE(CAST(?5 AS TEXT), '')
        """

    /// ?1 exam.
    static let ofExam = """
        SELECT queue.image_id FROM image JOIN queue ON queue.image_id = image.id WHERE image.exam_id = ?1
        """

    private static let columns = """
        queue.image_id, queue.kind, queue.priority, queue.since, queue.exam_type, queue.section,
        institution.name AS institution_name, institution.name_key AS institution_key,
        claim.id AS claim_id, claim.expert_id AS claim_expert, claim.at AS claim_at, claim.until AS claim_until
        """

    private static let joins = """
        queue
        LEFT JOIN institution ON institution.id = queue.institution_id
        LEFT JOIN claim ON claim.image_id = queue.image_id AND claim.state = 'held' AND claim.until > ?1
        """

    /// ?1 now, ?2 kind, ?3 institution, ?4 exam type, ?5 ?6 first and last section (each or null), ?7 1 for free images
    /// only.
    private static let filters = """
        AND (CAST(?2 AS TEXT) IS NULL OR queue.kind = ?2)
        AND (CAST(?3 AS BIGINT) IS NULL OR queue.institution_id = ?3)
        AND (CAST(?4 AS TEXT) IS NULL OR queue.exam_type = ?4)
        AND (CAST(?5 AS TEXT) IS NULL OR (queue.section >= ?5 AND queue.section <= ?6))
        AND (?7 = 0 OR claim.id IS NULL)
        """

    /// ?8 the expert, ?9 1 for images that the expert has skipped too: what the expert may take.
    ///
    /// One condition and not five: SQLite takes each for a sieve, and with five it expects so few rows that it sorts them.
    private static let mayTake = """
        AND NOT (
            COALESCE(claim.expert_id, ?8) <> ?8
            OR COALESCE(queue.technician, '') = ?8
            OR queue.institution_id IN (
                SELECT own.id FROM expert_institution
                JOIN institution AS own ON own.name = expert_institution.institution
                WHERE expert_institution.expert_id = ?8
            )
            OR (queue.kind = 'dispute' AND EXISTS (
                SELECT 1 FROM review WHERE review.expert_id = ?8 AND review.image_id = queue.image_id
            ))
            OR (?9 = 0 AND EXISTS (
                SELECT 1 FROM claim AS skipped
                WHERE skipped.expert_id = ?8 AND skipped.state = 'skipped' AND skipped.image_id = queue.image_id
            ))
        )
        """

    /// By which index a statement goes; each gives the queue's order, so nothing is sorted.
    enum Way: CaseIterable {
        case order, institution, kind, examType, section

        /// The condition that chooses the index; empty for the whole queue.
        fileprivate var condition: String {
            switch self {
            case .order: ""
            case .institution: "queue.institution_id = ?3 AND "
            case .kind: "queue.kind = ?2 AND "
            case .examType: "queue.exam_type = ?4 AND "
            case .section: "queue.section = ?5 AND "
            }
        }
    }

    /// As `filters`, then the place after which the page begins (priority, since, image), the last priority, the limit.
    private static func page(by way: Way, from first: Int, _ rights: String) -> String {
        """
        SELECT \(columns) FROM \(joins)
        WHERE \(way.condition)(queue.priority, queue.since, queue.image_id) > (?\(first), ?\(first + 1), ?\(first + 2))
        AND queue.priority <= ?\(first + 3)
        \(filters)
        \(rights)
        ORDER BY queue.priority, queue.since, queue.image_id LIMIT ?\(first + 4)
        """
    }

    /// How many images wait, counted where they came and went; ?1 kind, ?2 institution, ?3 exam type, ?4 ?5 first and
    /// last section (each or null), ?6 ?7 first and last priority, ?8 an expert whose own institutions are left out, or
    /// null.
    static let size = """
        SELECT COALESCE(SUM(images), 0) AS images FROM queue_count
        WHERE priority >= ?6 AND priority <= ?7
            AND (CAST(?1 AS TEXT) IS NULL OR kind = ?1)
            AND (CAST(?2 AS BIGINT) IS NULL OR institution_id = ?2)
            AND (CAST(?3 AS TEXT) IS NULL OR exam_type = ?3)
            AND (CAST(?4 AS TEXT) IS NULL OR (section >= ?4 AND section <= ?5))
            AND institution_id NOT IN (
                SELECT own.id FROM expert_institution
                JOIN institution AS own ON own.name = expert_institution.institution
                WHERE expert_institution.expert_id = ?8
            )
        """

    /// As `size`, with ?9 now, ?10 1 for free images only, ?11 1 for images that the expert has skipped too: how many of
    /// these the expert may not take, or anybody where nobody is named.
    ///
    /// Few images are held, skipped, the expert's own or read before: these are looked at, and not the whole queue.
    static let withheld = """
        SELECT COUNT(*) AS images FROM queue
        WHERE image_id IN (
            SELECT held.image_id FROM claim AS held
            WHERE held.state = 'held' AND held.until > ?9 AND (?10 = 1 OR held.expert_id <> ?8)
            UNION
            SELECT skipped.image_id FROM claim AS skipped
            WHERE skipped.expert_id = ?8 AND skipped.state = 'skipped' AND ?11 = 0
            UNION
            SELECT made.image_id FROM queue AS made WHERE made.technician = ?8
            UNION
            SELECT disputed.image_id FROM queue AS disputed
            WHERE disputed.kind = 'dispute' AND EXISTS (
                SELECT 1 FROM review WHERE review.expert_id = ?8 AND review.image_id = disputed.image_id
            )
        )
            AND priority >= ?6 AND priority <= ?7
            AND (CAST(?1 AS TEXT) IS NULL OR kind = ?1)
            AND (CAST(?2 AS BIGINT) IS NULL OR institution_id = ?2)
            AND (CAST(?3 AS TEXT) IS NULL OR exam_type = ?3)
            AND (CAST(?4 AS TEXT) IS NULL OR (section >= ?4 AND section <= ?5))
            AND institution_id NOT IN (
                SELECT own.id FROM expert_institution
                JOIN institution AS own ON own.name = expert_institution.institution
                WHERE expert_institution.expert_id = ?8
            )
        """

    private static func every(_ statement: (Way) -> String) -> [Way: String] {
        Dictionary(uniqueKeysWithValues: Way.allCases.map { ($0, statement($0)) })
    }

    /// Pages of the queue as it is.
    static let pages = every { page(by: $0, from: 8, "") }
    /// Pages of what an expert may take.
    static let pagesOfExpert = every { page(by: $0, from: 10, mayTake) }

    /// ?1 now, ?2 image.
    static let item = "SELECT \(columns) FROM \(joins) WHERE queue.image_id = ?2"

    /// ?1 now, ?2 expert: what the expert holds, in the order of the claims.
    static let heldBy = """
        SELECT \(columns) FROM claim
        JOIN queue ON queue.image_id = claim.image_id
        LEFT JOIN institution ON institution.id = queue.institution_id
        WHERE claim.expert_id = ?2 AND claim.state = 'held' AND claim.until > ?1 ORDER BY claim.id
        """

    static let all =
        [
            subject, candidates, place, put, remove, countIn, countOut, ofExam, size, withheld, item, heldBy, waiting,
            oldest, held, disputes, consultations, misplaced, miscounted,
        ] + [pages, pagesOfExpert].flatMap { statements in Way.allCases.compactMap { statements[$0] } }
}
