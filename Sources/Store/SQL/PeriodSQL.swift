/// What a period report counts.
///
/// ?1 from, ?2 until, ?3 institution as displayed or NULL for the network.
enum PeriodSQL {
    static let institution = "SELECT id FROM institution WHERE name = ?1"

    /// Images in groups of equal outcome; withdrawn exams' images are not current.
    static let images = """
        SELECT institution.name AS institution, exam.exam_type AS exam_type, image.status AS status,
            image.level AS level, image.score_tenths AS score_tenths, image.route AS route,
            image.sampled AS sampled, COUNT(*) AS images
        FROM image
        JOIN exam ON exam.id = image.exam_id
        JOIN institution ON institution.id = image.institution_id
        WHERE image.standing = 'current' AND image.period_at >= ?1 AND image.period_at < ?2
            AND (CAST(?3 AS TEXT) IS NULL OR institution.name = ?3)
        GROUP BY institution.name, exam.exam_type, image.status, image.level, image.score_tenths, image.route,
            image.sampled
        ORDER BY institution.name, exam.exam_type, image.status, image.level, image.score_tenths, image.route,
            image.sampled
        """

    /// Findings by code and severity, info left out.
    static let findings = """
        SELECT finding.code AS code, finding.severity AS severity, COUNT(DISTINCT finding.image_id) AS images
        FROM finding
        JOIN image ON image.id = finding.image_id
        JOIN institution ON institution.id = finding.institution_id
        WHERE image.standing = 'current' AND finding.severity <> 'info'
            AND finding.period_at >= ?1 AND finding.period_at < ?2
            AND (CAST(?3 AS TEXT) IS NULL OR institution.name = ?3)
        GROUP BY finding.code, finding.severity
        ORDER BY finding.code, finding.severity
        """

    /// The rubrics of the newest grades.
    static let rubrics = """
        SELECT DISTINCT grade.rubric_id AS rubric_id, grade.rubric_version AS rubric_version,
            grade.rubric_sha AS rubric_sha
        FROM image
        JOIN grade ON grade.id = image.grade_id
        JOIN institution ON institution.id = image.institution_id
        WHERE image.standing = 'current' AND grade.rubric_id IS NOT NULL
            AND image.period_at >= ?1 AND image.period_at < ?2
            AND (CAST(?3 AS TEXT) IS NULL OR institution.name = ?3)
        ORDER BY grade.rubric_id, grade.rubric_version, grade.rubric_sha
        """

    /// One row an exam and section; a row without a section where it has none.
    static let exams = """
        SELECT exam.id AS id, institution.name AS institution, institution.is_registered AS is_registered,
            exam.exam_type AS exam_type, exam.state AS state, exam.turnaround_ms AS turnaround_ms,
            image.section AS section
        FROM exam
        JOIN institution ON institution.id = exam.institution_id
        LEFT JOIN image ON image.exam_id = exam.id AND image.standing = 'current' AND image.status <> 'unreadable'
            AND image.section IS NOT NULL
        WHERE exam.received_at >= ?1 AND exam.received_at < ?2
            AND (CAST(?3 AS TEXT) IS NULL OR institution.name = ?3)
        GROUP BY exam.id, institution.name, institution.is_registered, exam.exam_type, exam.state, exam.turnaround_ms,
            image.section
        ORDER BY exam.id, image.section
        """
}
