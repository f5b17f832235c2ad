/// Statements about what was found on whose images.
enum TrainingSQL {
    /// ?1 from, ?2 until: who handed in exams.
    static let technicians = """
        SELECT institution.name AS institution, exam.technician AS technician
        FROM exam JOIN institution ON institution.id = exam.institution_id
        WHERE exam.received_at >= ?1 AND exam.received_at < ?2 AND exam.technician IS NOT NULL
            AND exam.state <> 'withdrawn'
        GROUP BY institution.name, exam.technician ORDER BY institution.name, exam.technician
        """

    /// ?1 from, ?2 until: where exams came from.
    static let institutions = """
        SELECT institution.name AS institution
        FROM exam JOIN institution ON institution.id = exam.institution_id
        WHERE exam.received_at >= ?1 AND exam.received_at < ?2 AND exam.state <> 'withdrawn'
        GROUP BY institution.name ORDER BY institution.name
        """

    /// Whether an image was judged: by an expert's last reading where there is one, else by the first pass.
    ///
    /// What nobody could judge is neither with nor without a finding. Needs `judgement`.
    private static let isJudged =
        "(review.level IS NOT NULL OR (image.review_id IS NULL AND image.status = 'graded'))"

    private static let judgement = "LEFT JOIN review ON review.id = image.review_id"

    /// ?1 institution, ?2 from, ?3 until, ?4 technician where it is one's: when the newest images were received, as many
    /// as ?5, or ?4 where it is the institution's.
    private static func newest(where scope: String, limit: String) -> String {
        """
        SELECT MIN(newest.received_at) AS start FROM (
            SELECT exam.received_at AS received_at
            FROM exam JOIN image ON image.exam_id = exam.id AND image.standing = 'current'
            \(judgement)
            WHERE exam.institution_id = ?1 AND exam.received_at >= ?2 AND exam.received_at < ?3\(scope)
                AND \(isJudged)
            ORDER BY exam.received_at DESC, exam.id DESC LIMIT \(limit)
        ) AS newest
        """
    }

    /// ?1 institution, ?2 from, ?3 until, ?4 technician where it is one's: exams with images, oldest first.
    private static func exams(where scope: String) -> String {
        """
        SELECT exam.id AS exam, exam.exam_id AS name, exam.technician AS technician,
            exam.received_at AS received_at, COUNT(image.id) AS handed_in,
            SUM(CASE WHEN \(isJudged) THEN 1 ELSE 0 END) AS judged
        FROM exam JOIN image ON image.exam_id = exam.id AND image.standing = 'current'
        \(judgement)
        WHERE exam.institution_id = ?1 AND exam.received_at >= ?2 AND exam.received_at < ?3\(scope)
        GROUP BY exam.id, exam.exam_id, exam.technician, exam.received_at ORDER BY exam.received_at, exam.id
        """
    }

    /// As above: the first pass's findings on images that no expert has read.
    ///
    /// The status is hidden from the indexes: nearly all images are graded.
    private static func findings(where scope: String) -> String {
        """
        SELECT exam.id AS exam, image.id AS image, finding.code AS code
        FROM exam
        JOIN image ON image.exam_id = exam.id AND image.standing = 'current' AND image.review_id IS NULL
            AND COALESCE(image.status, '') = 'graded'
        JOIN finding ON finding.image_id = image.id AND finding.severity <> 'info'
        WHERE exam.institution_id = ?1 AND exam.received_at >= ?2 AND exam.received_at < ?3\(scope)
        """
    }

    /// As above: what experts said last of the images that they read.
    ///
    /// The standing is hidden from the indexes: nearly all images are current.
    private static func readings(where scope: String) -> String {
        """
        SELECT exam.id AS exam, image.id AS image, review.document AS document
        FROM exam
        JOIN image ON image.exam_id = exam.id AND COALESCE(image.standing, '') = 'current'
        JOIN review ON review.id = image.review_id AND review.level IS NOT NULL
        WHERE exam.institution_id = ?1 AND exam.received_at >= ?2 AND exam.received_at < ?3\(scope)
        """
    }

    private static let own = " AND exam.technician = ?4"

    static let newestOfInstitution = newest(where: "", limit: "?4")
    static let newestOfTechnician = newest(where: own, limit: "?5")
    static let examsOfInstitution = exams(where: "")
    static let examsOfTechnician = exams(where: own)
    static let findingsOfInstitution = findings(where: "")
    static let findingsOfTechnician = findings(where: own)
    static let readingsOfInstitution = readings(where: "")
    static let readingsOfTechnician = readings(where: own)

    static let all = [
        technicians, institutions, newestOfInstitution, newestOfTechnician, examsOfInstitution, examsOfTechnician,
        findingsOfInstitution, findingsOfTechnician, readingsOfInstitution, readingsOfTechnician,
    ]
}
