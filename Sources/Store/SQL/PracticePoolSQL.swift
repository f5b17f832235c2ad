/// Statements about the stored pictures that practice and papers may show.
enum PracticePoolSQL {
    private static let tables = """
        FROM image
        JOIN review ON review.id = image.review_id
        JOIN institution ON institution.id = image.institution_id
        """

    /// Only what counts and is in no doubt: current, graded, read with a level, no open objection.
    private static let isUsable = """
        image.standing = 'current' AND image.status = 'graded' AND image.duplicate = 'none'
            AND image.expert_level IS NOT NULL AND image.vault_extension IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM dispute WHERE dispute.image_id = image.id AND settled_by IS NULL)
        """

    /// 1 where the last ruling keeps the picture out.
    private static let isExcluded = """
        COALESCE((
            SELECT is_excluded FROM practice_ruling WHERE practice_ruling.image_id = image.id
            ORDER BY practice_ruling.id DESC LIMIT 1
        ), 0)
        """

    /// ?1 institution, ?2 most: stored pictures of other institutions that an expert has read, newest reading first.
    static let pictures = """
        SELECT image.id, image.section, image.expert_level
        \(tables)
        WHERE \(isUsable) AND institution.name <> ?1 AND \(isExcluded) = 0
        ORDER BY review.id DESC LIMIT ?2
        """

    /// ?1 institution, ?2 whether excluded, ?3 image, ?4 before this reading, ?5 most: newest reading first; NULL leaves a
    /// property open.
    static let pool = """
        SELECT image.id, institution.name AS institution, image.section, image.expert_level, review.id AS reading,
            review.expert_id, review.at AS read_at, \(isExcluded) AS is_excluded,
            (SELECT COUNT(*) FROM practice_attempt WHERE practice_attempt.image_id = image.id) AS attempts,
            (SELECT COUNT(*) FROM practice_attempt WHERE practice_attempt.image_id = image.id AND is_right = 1)
                AS right_attempts
        \(tables)
        WHERE \(isUsable) AND (?1 IS NULL OR institution.name = ?1) AND (?2 IS NULL OR \(isExcluded) = ?2)
            AND (?3 IS NULL OR image.id = ?3) AND review.id < ?4
        ORDER BY review.id DESC LIMIT ?5
        """

    /// ?1 image: oldest first.
    static let rulings = """
        SELECT id, is_excluded, reason, said_by, at FROM practice_ruling WHERE image_id = ?1 ORDER BY id
        """

    /// ?1 image, ?2 whether it is kept out, ?3 why, ?4 who says so, ?5 moment.
    static let addRuling = """
        INSERT INTO practice_ruling (id, image_id, is_excluded, reason, said_by, at)
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, ?3, ?4, ?5 FROM practice_ruling
        RETURNING id
        """

    /// ?1 ruling.
    static let record = "SELECT image_id, is_excluded, reason, said_by, at FROM practice_ruling WHERE id = ?1"

    static let dump = """
        SELECT institution.name AS institution, base_key, ordinal, image.name_key, image.version, is_excluded, reason,
            said_by
        FROM practice_ruling
        JOIN image ON image.id = practice_ruling.image_id
        JOIN exam ON exam.id = image.exam_id
        JOIN institution ON institution.id = exam.institution_id
        ORDER BY institution.name, base_key, ordinal, image.name_key, image.version, practice_ruling.id
        """

    static let all = [pictures, pool, rulings, addRuling, record]
}
