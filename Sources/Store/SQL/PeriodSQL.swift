/// What a period report counts.
///
/// ?1 from, ?2 until, ?3 the institution's number where it is one institution's.
///
/// Superseded images and those of withdrawn exams are not current and have no findings.
enum PeriodSQL {
    /// Images in groups of equal outcome.
    private static func images(where scope: String) -> String {
        """
        SELECT institution.name AS institution, exam.exam_type AS exam_type, image.status AS status,
            image.level AS level, image.score_tenths AS score_tenths, image.route AS route,
            image.sampled AS sampled, COUNT(*) AS images
        FROM image
        JOIN exam ON exam.id = image.exam_id
        JOIN institution ON institution.id = image.institution_id
        WHERE image.standing = 'current' AND image.period_at >= ?1 AND image.period_at < ?2\(scope)
        GROUP BY institution.name, exam.exam_type, image.status, image.level, image.score_tenths, image.route,
            image.sampled
        ORDER BY institution.name, exam.exam_type, image.status, image.level, image.score_tenths, image.route,
            image.sampled
        """
    }

    /// Findings by code with the gravest severity of each.
    ///
    /// An image counts once a code. Information is no finding here.
    private static func findings(where scope: String) -> String {
        """
        SELECT code, COUNT(DISTINCT image_id) AS images,
            MAX(CASE severity WHEN 'critical' THEN 3 WHEN 'major' THEN 2 ELSE 1 END) AS gravest
        FROM finding
        WHERE period_at >= ?1 AND period_at < ?2\(scope) AND severity <> 'info'
        GROUP BY code ORDER BY code
        """
    }

    /// The rubrics that gave the current images' newest grades.
    private static func rubrics(where scope: String) -> String {
        """
        SELECT DISTINCT grade.rubric_id AS rubric_id, grade.rubric_version AS rubric_version,
            grade.rubric_sha AS rubric_sha
        FROM image
        JOIN grade ON grade.id = image.grade_id
        WHERE image.standing = 'current' AND grade.rubric_id IS NOT NULL
            AND image.period_at >= ?1 AND image.period_at < ?2\(scope)
        ORDER BY grade.rubric_id, grade.rubric_version, grade.rubric_sha
        """
    }

    /// One row an exam and section of a readable image; one without a section where it has none.
    private static func exams(where scope: String) -> String {
        """
        SELECT exam.id AS id, institution.name AS institution, institution.is_registered AS is_registered,
            exam.exam_type AS exam_type, exam.state AS state, exam.turnaround_ms AS turnaround_ms,
            image.section AS section
        FROM exam
        JOIN institution ON institution.id = exam.institution_id
        LEFT JOIN image ON image.exam_id = exam.id AND image.standing = 'current' AND image.section IS NOT NULL
            AND image.status <> 'unreadable'
        WHERE exam.received_at >= ?1 AND exam.received_at < ?2\(scope)
        ORDER BY exam.id, image.section
        """
    }

    static let imagesOfNetwork = images(where: "")
    static let imagesOfInstitution = images(where: " AND image.institution_id = ?3")
    static let findingsOfNetwork = findings(where: "")
    static let findingsOfInstitution = findings(where: " AND institution_id = ?3")
    static let rubricsOfNetwork = rubrics(where: "")
    static let rubricsOfInstitution = rubrics(where: " AND image.institution_id = ?3")
    static let examsOfNetwork = exams(where: "")
    static let examsOfInstitution = exams(where: " AND exam.institution_id = ?3")

    static let all = [
        imagesOfNetwork, imagesOfInstitution, findingsOfNetwork, findingsOfInstitution, rubricsOfNetwork,
        rubricsOfInstitution, examsOfNetwork, examsOfInstitution,
    ]
}
