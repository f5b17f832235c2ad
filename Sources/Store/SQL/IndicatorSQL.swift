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

    static let all = [exams]
}
