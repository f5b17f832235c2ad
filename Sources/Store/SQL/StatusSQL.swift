/// What `status` counts.
enum StatusSQL {
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

    static let all = [
        examsByState, imagesByOutcome, quarantineOpen, waiting, oldestWaiting, inboxFiles, institutions,
    ]
}
