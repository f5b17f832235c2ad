/// Statements about fingerprints and pictures that are alike.
enum DuplicateSQL {
    /// ?1 bytes' hash.
    static let fingerprint = """
        SELECT id, method, word_0, word_1, word_2, word_3 FROM fingerprint WHERE sha256 = ?1
        """

    /// ?1 bytes' hash, ?2 method, ?3 to ?6 words.
    static let add = """
        INSERT INTO fingerprint (id, sha256, method, word_0, word_1, word_2, word_3)
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, ?3, ?4, ?5, ?6 FROM fingerprint
        RETURNING id
        """

    static let remove = "DELETE FROM fingerprint WHERE id = ?1"

    /// ?1 first, ?2 second, ?3 bits, ?4 whether mirrored.
    static let addLikeness = """
        INSERT INTO likeness (first_id, second_id, bits, is_mirrored) VALUES (?1, ?2, ?3, ?4)
        """

    /// ?1 fingerprint: the pairs in which it is second.
    static let removeLikenessOfOthers = """
        DELETE FROM likeness
        WHERE second_id = ?1 AND first_id IN (SELECT own.second_id FROM likeness AS own WHERE own.first_id = ?1)
        """

    /// ?1 fingerprint: the pairs in which it is first.
    static let removeLikeness = "DELETE FROM likeness WHERE first_id = ?1"

    /// For each part: ?1 method, ?2 onwards the part's look-ups of the fingerprint, then those of its mirror image.
    static let near: [String] = FingerprintPart.all.map { part in
        let places = (2..<2 + 2 * part.lookUps).map { "?\($0)" }.joined(separator: ", ")
        return """
            SELECT id, word_0, word_1, word_2, word_3 FROM fingerprint
            WHERE \(part.expression) IN (\(places)) AND method = ?1
            """
    }

    /// ?1 bytes' hash: the bytes of which the picture is alike.
    static let alike = """
        SELECT other.sha256 FROM fingerprint AS own
        JOIN likeness ON likeness.first_id = own.id
        JOIN fingerprint AS other ON other.id = likeness.second_id
        WHERE own.sha256 = ?1
        """

    /// The hash ?1 and those of `alike`.
    private static let kin = "SELECT CAST(?1 AS TEXT) AS sha256 UNION \(alike)"

    /// ?1 bytes' hash.
    ///
    /// One patient who has the picture.
    static let patient = """
        SELECT exam.patient_key FROM image JOIN exam ON exam.id = image.exam_id
        WHERE image.sha256 IN (\(kin)) AND image.standing = 'current' AND image.status <> 'unreadable' LIMIT 1
        """

    /// ?1 bytes' hash, ?2 a patient.
    ///
    /// Whether another patient has the picture too.
    static let otherPatient = """
        SELECT 1 AS other FROM image JOIN exam ON exam.id = image.exam_id
        WHERE image.sha256 IN (\(kin)) AND image.standing = 'current' AND image.status <> 'unreadable'
            AND exam.patient_key <> ?2
        LIMIT 1
        """

    /// ?1 bytes' hash.
    static let second = """
        SELECT 1 AS other FROM image
        WHERE sha256 IN (\(kin)) AND standing = 'current' AND status <> 'unreadable' LIMIT 1 OFFSET 1
        """

    /// ?1 bytes' hash, ?2 ?3 the two kinds that are not the right one.
    static let wronglyMarked = """
        SELECT id, exam_id FROM image
        WHERE sha256 = ?1 AND standing = 'current' AND status IN ('graded', 'unsure') AND duplicate IN (?2, ?3)
        ORDER BY id
        """

    /// What of an image and its exam says which picture it is.
    private static let place = """
        image.id, image.exam_id AS exam, institution.name AS institution_name, institution.name_key AS institution_key,
            exam.exam_id AS exam_number, exam.folder_key, exam.folder_shown, exam.received_at AS exam_received_at,
            image.name_key, image.name_shown, image.version, image.sha256, image.duplicate
        """

    private static let joined = """
        JOIN exam ON exam.id = image.exam_id
        JOIN institution ON institution.id = image.institution_id
        """

    /// ?1 last image so far, ?2 institution's name or null, ?3 first moment, ?4 the moment after the last, ?5 limit.
    ///
    /// Images that count and are marked.
    static let marked = """
        SELECT \(place)
        FROM image
        \(joined)
        WHERE image.id > ?1 AND image.standing = 'current' AND image.duplicate <> 'none'
            AND (CAST(?2 AS TEXT) IS NULL OR institution.name = ?2)
            AND image.period_at >= ?3 AND image.period_at < ?4
        ORDER BY image.id LIMIT ?5
        """

    /// ?1 image, ?2 its bytes' hash: the images that it is alike, the same bytes first, then by likeness.
    static let partners = """
        SELECT \(place), exam.patient_key, 0 AS bits, 0 AS is_mirrored, 1 AS is_same_bytes
        FROM image
        \(joined)
        WHERE image.sha256 = ?2 AND image.id <> ?1 AND image.standing = 'current' AND image.status <> 'unreadable'
        UNION ALL
        SELECT \(place), exam.patient_key, likeness.bits, likeness.is_mirrored, 0 AS is_same_bytes
        FROM fingerprint AS own
        JOIN likeness ON likeness.first_id = own.id
        JOIN fingerprint AS other ON other.id = likeness.second_id
        JOIN image ON image.sha256 = other.sha256
        \(joined)
        WHERE own.sha256 = ?2 AND image.standing = 'current' AND image.status <> 'unreadable'
        ORDER BY 17 DESC, 15, 1
        """

    /// ?1 image, ?2 its exam, ?3 its patient.
    ///
    /// A picture of the same patient that it is alike; one of the same exam where there is one, the first by name. Never
    /// another patient's.
    static let ofSamePatient = """
        SELECT image.exam_id AS exam, exam.exam_id AS exam_number, image.name_key, image.name_shown
        FROM image JOIN exam ON exam.id = image.exam_id
        WHERE image.sha256 IN (
                SELECT mine.sha256 FROM image AS mine WHERE mine.id = ?1
                UNION
                SELECT other.sha256 FROM image AS mine
                JOIN fingerprint AS own ON own.sha256 = mine.sha256
                JOIN likeness ON likeness.first_id = own.id
                JOIN fingerprint AS other ON other.id = likeness.second_id
                WHERE mine.id = ?1
            )
            AND image.id <> ?1 AND image.standing = 'current' AND image.status <> 'unreadable' AND exam.patient_key = ?3
        ORDER BY CASE WHEN image.exam_id = ?2 THEN 0 ELSE 1 END, exam.received_at, image.exam_id, image.name_key LIMIT 1
        """

    static let all =
        [
            fingerprint, add, remove, addLikeness, removeLikenessOfOthers, removeLikeness, alike, patient, otherPatient,
            second, wronglyMarked, marked, partners, ofSamePatient,
        ] + near
}
