/// Statements that count.
enum ReportSQL {
    // MARK: Status

    static let examsByState = "SELECT state, COUNT(*) AS exams FROM exam GROUP BY state"

    static let imagesByOutcome = """
        SELECT status, level, route, COUNT(*) AS images FROM image WHERE standing = 'current'
        GROUP BY status, level, route ORDER BY status, level, route
        """

    static let quarantineOpen = """
        SELECT COUNT(*) AS entries, MIN(at) AS oldest FROM quarantine WHERE state = 'open'
        """

    static let waiting = "SELECT COUNT(*) AS exams FROM exam WHERE answered_revision < revision"

    static let oldestWaiting = """
        SELECT MIN(received_at) AS oldest FROM exam WHERE answered_revision < revision AND first_answered_at IS NULL
        """

    static let inboxFiles = """
        SELECT COALESCE(SUM(is_taken), 0) AS taken, COUNT(code) AS left_behind FROM inbox_file
        """

    static let institutions = """
        SELECT institution.name AS institution_name, institution.name_key AS institution_key, is_registered, first_seen,
            (SELECT COUNT(*) FROM exam WHERE exam.institution_id = institution.id) AS exams,
            COALESCE(
                (SELECT MAX(received_at) FROM exam WHERE exam.institution_id = institution.id), first_seen
            ) AS last_received
        FROM institution ORDER BY institution.name
        """

    // MARK: Reports; ?1 from, ?2 before, ?3 institution or exam

    private static func exams(where scope: String) -> String {
        """
        SELECT exam_type, state, COUNT(*) AS exams, COUNT(turnaround_ms) AS answered FROM exam WHERE \(scope)
        GROUP BY exam_type, state ORDER BY exam_type, state
        """
    }

    private static func turnarounds(where scope: String) -> String {
        "SELECT turnaround_ms FROM exam WHERE \(scope) AND turnaround_ms IS NOT NULL AND state <> 'withdrawn'"
    }

    private static func images(where scope: String) -> String {
        """
        SELECT institution_id, status, level, route, sampled, COUNT(*) AS images, SUM(score_tenths) AS score_tenths
        FROM image WHERE standing = 'current' AND \(scope)
        GROUP BY institution_id, status, level, route, sampled
        """
    }

    private static func sections(where scope: String) -> String {
        """
        SELECT exam.id AS exam, exam.exam_type, image.section, MAX(image.score_tenths) AS best, COUNT(image.id) AS images
        FROM exam LEFT JOIN image ON image.exam_id = exam.id AND image.standing = 'current'
        WHERE exam.state <> 'withdrawn' AND \(scope)
        GROUP BY exam.id, exam.exam_type, image.section ORDER BY exam.id, image.section
        """
    }

    static let examsOfNetwork = exams(where: "received_at >= ?1 AND received_at < ?2")
    static let examsOfInstitution = exams(where: "institution_id = ?3 AND received_at >= ?1 AND received_at < ?2")
    static let oneExam = exams(where: "id = ?1")

    static let turnaroundsOfNetwork = turnarounds(where: "received_at >= ?1 AND received_at < ?2")
    static let turnaroundsOfInstitution = turnarounds(
        where: "institution_id = ?3 AND received_at >= ?1 AND received_at < ?2"
    )
    static let turnaroundOfExam = turnarounds(where: "id = ?1")

    static let imagesOfNetwork = images(where: "period_at >= ?1 AND period_at < ?2")
    static let imagesOfInstitution = images(where: "institution_id = ?3 AND period_at >= ?1 AND period_at < ?2")
    static let imagesOfExam = images(where: "exam_id = ?1")

    static let findingsOfNetwork = """
        SELECT code, severity, COUNT(*) AS images FROM finding WHERE period_at >= ?1 AND period_at < ?2
        GROUP BY code, severity ORDER BY images DESC, code, severity
        """
    static let findingsOfInstitution = """
        SELECT code, severity, COUNT(*) AS images FROM finding
        WHERE institution_id = ?3 AND period_at >= ?1 AND period_at < ?2
        GROUP BY code, severity ORDER BY images DESC, code, severity
        """
    static let findingsOfExam = """
        SELECT code, severity, COUNT(*) AS images FROM finding
        WHERE image_id IN (SELECT id FROM image WHERE exam_id = ?1)
        GROUP BY code, severity ORDER BY images DESC, code, severity
        """

    static let sectionsOfNetwork = sections(where: "exam.received_at >= ?1 AND exam.received_at < ?2")
    static let sectionsOfInstitution = sections(
        where: "exam.institution_id = ?3 AND exam.received_at >= ?1 AND exam.received_at < ?2"
    )
    static let sectionsOfExam = sections(where: "exam.id = ?1")

    static let examsByInstitution = """
        SELECT institution.id, institution.name AS institution_name, institution.name_key AS institution_key,
            COUNT(*) AS exams
        FROM exam JOIN institution ON institution.id = exam.institution_id
        WHERE received_at >= ?1 AND received_at < ?2 AND state <> 'withdrawn'
        GROUP BY institution.id, institution.name, institution.name_key ORDER BY institution.name
        """

    static let all = [
        examsByState, imagesByOutcome, quarantineOpen, waiting, oldestWaiting, inboxFiles, institutions, examsOfNetwork,
        examsOfInstitution, oneExam, turnaroundsOfNetwork, turnaroundsOfInstitution, turnaroundOfExam, imagesOfNetwork,
        imagesOfInstitution, imagesOfExam, findingsOfNetwork, findingsOfInstitution, findingsOfExam, sectionsOfNetwork,
        sectionsOfInstitution, sectionsOfExam, examsByInstitution,
    ]
}
