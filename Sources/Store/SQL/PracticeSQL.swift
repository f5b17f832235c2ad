/// Statements about practice and papers.
enum PracticeSQL {
    // MARK: Practice

    /// ?1 institution, ?2 technician, ?3 moment, ?4 exercise, ?5 card, ?6 thousandths, ?7 right, ?8 image, ?9 document.
    static let addAttempt = """
        INSERT INTO practice_attempt (
            id, institution_id, technician, at, exercise, card, thousandths, is_right, image_id, document
        )
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM practice_attempt
        RETURNING id
        """

    private static let attemptColumns = """
        practice_attempt.id, institution.name AS institution, technician, at, exercise, card, thousandths, is_right,
        document
        """

    /// ?1 institution, ?2 technician: everything that somebody practised, in the order of time.
    static let attempts = """
        SELECT \(attemptColumns) FROM practice_attempt
        JOIN institution ON institution.id = practice_attempt.institution_id
        WHERE institution.name = ?1 AND technician = ?2 ORDER BY practice_attempt.id
        """

    /// ?1 institution, ?2 technician: what the schedule needs of it, in the order of time.
    static let steps = """
        SELECT exercise, card, is_right, at FROM practice_attempt
        WHERE institution_id = (SELECT id FROM institution WHERE name = ?1) AND technician = ?2
        ORDER BY practice_attempt.id
        """

    // MARK: Papers

    private static let paperColumns = """
        paper.id, institution.name AS institution, technician, course, attempt, started_at, deadline_at, ended_at,
        ended_by, result, problem, document
        """

    private static let paperTables = "paper JOIN institution ON institution.id = paper.institution_id"

    /// ?1 id.
    static let paper = "SELECT \(paperColumns) FROM \(paperTables) WHERE paper.id = ?1"

    /// ?1 institution, ?2 technician, ?3 course, ?4 before, ?5 most: newest first; NULL leaves a property open.
    static let papers = """
        SELECT \(paperColumns) FROM \(paperTables)
        WHERE (CAST(?1 AS TEXT) IS NULL OR institution.name = ?1)
            AND (CAST(?2 AS TEXT) IS NULL OR technician = ?2)
            AND (CAST(?3 AS TEXT) IS NULL OR course = ?3) AND paper.id < ?4
        ORDER BY paper.id DESC LIMIT ?5
        """

    /// ?1 institution's id, ?2 technician.
    static let openPaper = """
        SELECT \(paperColumns) FROM \(paperTables)
        WHERE paper.institution_id = ?1 AND technician = ?2 AND ended_at IS NULL
        """

    /// ?1 now: papers whose time is over and that nobody handed in.
    static let overduePapers = """
        SELECT \(paperColumns) FROM \(paperTables) WHERE ended_at IS NULL AND deadline_at <= ?1
        ORDER BY deadline_at, paper.id
        """

    /// ?1 institution's id, ?2 technician, ?3 course.
    static let attemptsAtPaper = """
        SELECT COUNT(*) AS papers FROM paper
        WHERE institution_id = ?1 AND technician = ?2 AND COALESCE(course, '') = COALESCE(?3, '')
        """

    /// ?1 institution's id, ?2 technician, ?3 course, ?4 attempt, ?5 start, ?6 deadline, ?7 document.
    static let addPaper = """
        INSERT INTO paper (id, institution_id, technician, course, attempt, started_at, deadline_at, document)
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, ?3, ?4, ?5, ?6, ?7 FROM paper
        RETURNING id
        """

    /// ?1 paper, ?2 item, ?3 moment, ?4 document.
    static let addPaperAnswer = """
        INSERT INTO paper_answer (paper_id, sequence, item, at, document)
        SELECT ?1, COALESCE(MAX(sequence), 0) + 1, ?2, ?3, ?4 FROM paper_answer WHERE paper_id = ?1
        RETURNING sequence
        """

    /// ?1 paper: in the order in which they were given; of an item the last one counts.
    static let paperAnswers = """
        SELECT sequence, item, at, document FROM paper_answer WHERE paper_id = ?1 ORDER BY sequence
        """

    /// ?1 paper, ?2 moment, ?3 by what, ?4 mark in tenths, ?5 result, ?6 why its course did not take the mark.
    static let endPaper = """
        UPDATE paper SET ended_at = ?2, ended_by = ?3, mark_tenths = ?4, result = ?5, problem = ?6 WHERE id = ?1
        """

    /// ?1 course, ?2 questions, ?3 pictures, ?4 minutes, ?5 seed, ?6 moment.
    static let setPlan = """
        INSERT INTO paper_plan (course_id, questions, pictures, minutes, seed, set_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (course_id) DO UPDATE SET questions = EXCLUDED.questions, pictures = EXCLUDED.pictures,
            minutes = EXCLUDED.minutes, seed = EXCLUDED.seed, set_at = EXCLUDED.set_at
        """

    /// ?1 course.
    static let plan = "SELECT questions, pictures, minutes, seed, set_at FROM paper_plan WHERE course_id = ?1"

    // MARK: Audit and dump

    /// ?1 attempt.
    static let attemptRecord = """
        SELECT institution_id, technician, at, exercise, card, thousandths, is_right, image_id, document
        FROM practice_attempt WHERE id = ?1
        """

    /// ?1 paper.
    static let paperRecord = """
        SELECT institution_id, technician, course, attempt, started_at, deadline_at, document, ended_at, ended_by,
            mark_tenths, result, problem
        FROM paper WHERE id = ?1
        """

    static let attemptsDump = """
        SELECT institution.name AS institution, technician, exercise, card, thousandths, is_right,
            COUNT(*) AS attempts
        FROM practice_attempt JOIN institution ON institution.id = practice_attempt.institution_id
        GROUP BY institution.name, technician, exercise, card, thousandths, is_right
        ORDER BY institution.name, technician, exercise, card, thousandths, is_right
        """

    static let plansDump = """
        SELECT course_id AS course, questions, pictures, minutes, seed FROM paper_plan ORDER BY course_id
        """

    static let papersDump = """
        SELECT institution.name AS institution, technician, course, attempt, ended_by, mark_tenths,
            result, problem
        FROM paper JOIN institution ON institution.id = paper.institution_id
        ORDER BY institution.name, technician, COALESCE(course, ''), attempt
        """

    /// Each item's answers in the order in which they were given.
    static let paperAnswersDump = """
        SELECT institution.name AS institution, technician, course, attempt, item, paper_answer.document AS answer
        FROM paper_answer
        JOIN paper ON paper.id = paper_answer.paper_id
        JOIN institution ON institution.id = paper.institution_id
        ORDER BY institution.name, technician, COALESCE(course, ''), attempt, sequence
        """

    static let all = [
        addAttempt, attempts, steps, paper, papers, openPaper, overduePapers, attemptsAtPaper, addPaper,
        addPaperAnswer, paperAnswers, endPaper, setPlan, plan, attemptRecord, paperRecord,
    ]
}
