/// Statements that indicators ask beside the period reports.
enum IndicatorSQL {
    /// What each exam says for indicators: ?1 from, ?2 until, ?3 the institution's name or nothing.
    ///
    /// The report's text only of breast exams, exam.json only where there is an order to hold it against.
    static let exams = """
        SELECT institution.name AS institution, exam.technician, exam.ordered_at,
            CASE WHEN exam.exam_type = 'breast' THEN exam.report_text END AS breast_report,
            CASE WHEN exam.ordered_at IS NOT NULL THEN exam.exam_json END AS exam_json
        FROM exam JOIN institution ON institution.id = exam.institution_id
        WHERE exam.received_at >= ?1 AND exam.received_at < ?2 AND exam.state <> 'withdrawn'
            AND (CAST(?3 AS TEXT) IS NULL OR institution.name = ?3)
            AND (exam.technician IS NOT NULL OR exam.ordered_at IS NOT NULL OR exam.exam_type = 'breast')
        ORDER BY exam.id
        """

    /// Images of people who were on a course, with what it was about and each finding: ?1 from, ?2 until, ?3 the
    /// institution's name or nothing.
    ///
    /// One row an image, course and finding; by image.
    static let trainedImages = """
        SELECT image.id AS image_id, image.period_at, course.topics, course.ends_on, finding.code
        FROM enrolment
        JOIN course ON course.id = enrolment.course_id
        JOIN technician ON technician.id = enrolment.technician_id
        JOIN institution ON institution.id = technician.institution_id
        JOIN exam ON exam.institution_id = technician.institution_id AND exam.technician = technician.code
        JOIN image ON image.exam_id = exam.id
        LEFT JOIN finding ON finding.image_id = image.id AND finding.severity <> 'info'
        WHERE enrolment.withdrawn_at IS NULL AND course.retired_at IS NULL AND image.standing = 'current'
            AND image.status <> 'unreadable' AND image.period_at >= ?1 AND image.period_at < ?2
            AND (CAST(?3 AS TEXT) IS NULL OR institution.name = ?3)
        ORDER BY image.id, course.id, finding.code
        """

    /// Certificates awarded from day ?1 to before day ?2 that stand: ?3 the institution's name or nothing.
    static let certificates = """
        SELECT COUNT(*) AS certificates
        FROM certificate
        JOIN technician ON technician.id = certificate.technician_id
        JOIN institution ON institution.id = technician.institution_id
        WHERE certificate.awarded_on >= ?1 AND certificate.awarded_on < ?2 AND certificate.revoked_at IS NULL
            AND (CAST(?3 AS TEXT) IS NULL OR institution.name = ?3)
        """

    /// The first course that was not called off; no row where there is none.
    static let course = "SELECT id FROM course WHERE retired_at IS NULL ORDER BY starts_on, id LIMIT 1"

    static let all = [exams, trainedImages, certificates, course]
}
