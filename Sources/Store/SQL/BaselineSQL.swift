/// Statements about snapshots of what devices usually show.
enum BaselineSQL {
    private static let columns = "id, name, closed_at, made_at, image_window, program, key_count"

    /// The newest snapshot that there is.
    static let newest = "SELECT \(columns) FROM baseline_snapshot ORDER BY closed_at DESC, id DESC LIMIT 1"

    static let snapshots = "SELECT \(columns) FROM baseline_snapshot ORDER BY closed_at, id"

    static let named = "SELECT \(columns) FROM baseline_snapshot WHERE name = ?1"

    /// ?1 a closing time.
    static let closedSince = "SELECT 1 AS found FROM baseline_snapshot WHERE closed_at >= ?1 LIMIT 1"

    /// ?1 a closing time.
    static let examBefore = "SELECT 1 AS found FROM exam WHERE received_at < ?1 LIMIT 1"

    /// ?1 closing time: every image that may be ordinary, key by key, newest first.
    ///
    /// The whole table is gone through and sorted, once a closing; duplicates are left out, since one picture would
    /// count twice.
    static let candidates = """
        SELECT image.institution_id, exam.device, COALESCE(exam.preset, '') AS preset, image.section, image.grade_id,
            image.review_id
        FROM image JOIN exam ON exam.id = image.exam_id
        WHERE image.standing = 'current' AND image.status = 'graded' AND image.duplicate = 'none'
            AND image.received_at < ?1 AND image.section IS NOT NULL AND exam.device IS NOT NULL
        ORDER BY image.institution_id, exam.device, COALESCE(exam.preset, ''), image.section,
            image.received_at DESC, image.id DESC
        """

    static let grade = "SELECT document FROM grade WHERE id = ?1"

    static let reading = "SELECT document FROM review WHERE id = ?1"

    /// ?1 name, ?2 closing time, ?3 moment, ?4 window, ?5 program, ?6 keys.
    static let add = """
        INSERT INTO baseline_snapshot (id, name, closed_at, made_at, image_window, program, key_count)
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, ?3, ?4, ?5, ?6 FROM baseline_snapshot
        RETURNING id
        """

    /// ?1 snapshot, ?2 institution, ?3 device, ?4 preset, ?5 section, ?6 metric, ?7 images, ?8 median, ?9 MAD.
    static let addValue = """
        INSERT INTO baseline_value (
            snapshot_id, institution_id, device, preset, section, metric, images, median_millionths, mad_millionths
        )
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """

    /// ?1 snapshot, ?2 institution's name, ?3 device, ?4 preset, ?5 section.
    static let ofKey = """
        SELECT baseline_snapshot.name, metric, images, median_millionths, mad_millionths
        FROM baseline_value JOIN baseline_snapshot ON baseline_snapshot.id = baseline_value.snapshot_id
        WHERE snapshot_id = ?1 AND institution_id = (SELECT id FROM institution WHERE institution.name = ?2)
            AND device = ?3 AND preset = ?4 AND section = ?5
        ORDER BY metric
        """

    /// ?1 snapshot, ?2 institution's name, ?3 device, ?4 section (each of these or null).
    static let values = """
        SELECT institution.name AS institution_name, institution.name_key AS institution_key, device, preset, section,
            metric, images, median_millionths, mad_millionths
        FROM baseline_value JOIN institution ON institution.id = baseline_value.institution_id
        WHERE snapshot_id = ?1 AND (CAST(?2 AS TEXT) IS NULL OR institution.name = ?2)
            AND (CAST(?3 AS TEXT) IS NULL OR device = ?3) AND (CAST(?4 AS TEXT) IS NULL OR section = ?4)
        ORDER BY institution_id, device, preset, section, metric
        """

    /// ?1 a moment: the newest snapshot closed before it that says something.
    static let newestBefore = """
        SELECT \(columns) FROM baseline_snapshot WHERE closed_at <= ?1 AND key_count > 0
        ORDER BY closed_at DESC, id DESC LIMIT 1
        """

    /// ?1 a moment: the oldest snapshot closed before it that says something.
    static let oldestBefore = """
        SELECT \(columns) FROM baseline_snapshot WHERE closed_at < ?1 AND key_count > 0 ORDER BY closed_at, id LIMIT 1
        """

    /// ?1 from, ?2 until, ?3 institution's name, ?4 device, ?5 section (each of these or null): images of exams first received
    /// in the span that may be ordinary, newest first; crossed, so that the span comes first.
    static let driftSince = """
        SELECT institution.name AS institution_name, institution.name_key AS institution_key, exam.device,
            COALESCE(exam.preset, '') AS preset, image.section, image.grade_id, image.review_id, image.exam_id,
            image.received_at
        FROM image CROSS JOIN exam CROSS JOIN institution
        WHERE exam.id = image.exam_id AND institution.id = image.institution_id
            AND image.standing = 'current' AND image.period_at >= ?1 AND image.period_at < ?2
            AND image.status = 'graded' AND image.duplicate = 'none' AND image.received_at < ?2
            AND image.section IS NOT NULL AND exam.device IS NOT NULL
            AND (CAST(?3 AS TEXT) IS NULL OR institution.name = ?3)
            AND (CAST(?4 AS TEXT) IS NULL OR exam.device = ?4) AND (CAST(?5 AS TEXT) IS NULL OR image.section = ?5)
        ORDER BY image.received_at DESC, image.id DESC
        """

    /// ?1 institution's name, ?2 device, ?3 preset, ?4 section, ?5 the first moment that counts no more: the key's images that
    /// may be ordinary, those of the newest exams first; crossed, so that the device's exams come first.
    static let driftReference = """
        SELECT image.grade_id, image.review_id, image.exam_id, image.received_at
        FROM exam CROSS JOIN image
        WHERE exam.institution_id = (SELECT id FROM institution WHERE institution.name = ?1) AND exam.device = ?2
            AND exam.received_at < ?5 AND COALESCE(exam.preset, '') = ?3
            AND image.exam_id = exam.id AND image.standing = 'current' AND image.section = ?4
            AND image.status = 'graded' AND image.duplicate = 'none' AND image.received_at < ?5
        ORDER BY exam.received_at DESC, exam.id DESC, image.received_at DESC, image.id DESC
        """

    static let all = [
        newest, snapshots, named, closedSince, examBefore, candidates, grade, reading, add, addValue, ofKey, values,
        newestBefore, oldestBefore, driftSince, driftReference,
    ]
}
