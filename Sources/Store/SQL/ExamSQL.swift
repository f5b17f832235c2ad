/// Statements about institutions and exams.
enum ExamSQL {
    /// ?1 displayed name, ?2 key, ?3 moment.
    ///
    /// No row where it was known.
    static let addInstitution = """
        INSERT INTO institution (id, name, name_key, is_registered, first_seen)
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, 0, ?3 FROM institution WHERE TRUE
        ON CONFLICT (name) DO NOTHING
        """

    static let institutionID = "SELECT id FROM institution WHERE name = ?1"

    /// ?1 institution, ?2 base key.
    ///
    /// The newest of that key.
    static let newest = """
        SELECT id, ordinal, received_at FROM exam
        WHERE institution_id = ?1 AND base_key = ?2
        ORDER BY ordinal DESC LIMIT 1
        """

    static let outboxFolderTaken = "SELECT 1 AS taken FROM exam WHERE institution_id = ?1 AND outbox_folder = ?2"

    /// Everything of an exam that its first receipt decides; ?10 is also when it was graded, ?11 the snapshot.
    static let add = """
        INSERT INTO exam (
            id, institution_id, base_key, ordinal, exam_id, exam_date, folder_key, folder_shown, outbox_folder,
            patient_key, state, received_at, graded_at, revision, baseline_id
        )
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, '', 'graded', ?9, ?10, 0, ?11 FROM exam
        RETURNING id
        """

    /// What every commit writes anew.
    static let update = """
        UPDATE exam SET
            exam_type = ?2, pseudonym = ?3, technician = ?4, device = ?5, transducer = ?6, preset = ?7,
            performed_at = ?8, ordered_at = ?9, report_text = ?10, exam_json = ?11, notes = ?12, patient_key = ?13,
            state = ?14, withdrawal_reason = ?15, graded_at = ?16, revision = revision + 1,
            redrop_count = redrop_count + ?17
        WHERE id = ?1
        """

    /// The answer must be written again, though the exam itself got nothing new.
    static let raiseRevision = """
        UPDATE exam SET
            revision = revision + 1, graded_at = ?2,
            state = CASE WHEN state = 'withdrawn' THEN 'withdrawn' ELSE 'graded' END
        WHERE id = ?1
        """

    private static let columns = """
        exam.id, institution.name AS institution_name, institution.name_key AS institution_key,
        base_key, ordinal, exam_id, exam_date, folder_key, folder_shown, outbox_folder, exam_type, pseudonym,
        technician, device, transducer, preset, performed_at, ordered_at, report_text, exam_json, notes, patient_key,
        state, withdrawal_reason, received_at, graded_at, first_answered_at, answered_at, revision, answered_revision,
        redrop_count, baseline_id
        """

    static let byID = """
        SELECT \(columns) FROM exam JOIN institution ON institution.id = exam.institution_id WHERE exam.id = ?1
        """

    /// ?1 moment, ?2 id, both of the last row so far; ?3 limit.
    static let pageOfAll = """
        SELECT \(columns) FROM exam JOIN institution ON institution.id = exam.institution_id
        WHERE received_at <= ?1 AND (received_at < ?1 OR exam.id < ?2)
        ORDER BY received_at DESC, exam.id DESC LIMIT ?3
        """

    /// As `pageOfAll`, with ?4 the institution's name.
    static let pageOfInstitution = """
        SELECT \(columns) FROM exam JOIN institution ON institution.id = exam.institution_id
        WHERE exam.institution_id = (SELECT id FROM institution WHERE name = ?4)
            AND received_at <= ?1 AND (received_at < ?1 OR exam.id < ?2)
        ORDER BY received_at DESC, exam.id DESC LIMIT ?3
        """

    /// ?1 examId or folder as shown, ?2 folder's key.
    static let named = """
        SELECT \(columns) FROM exam JOIN institution ON institution.id = exam.institution_id
        WHERE exam.id IN (
            SELECT id FROM exam WHERE exam_id = ?1
            UNION SELECT id FROM exam WHERE folder_key = ?2
            UNION SELECT id FROM exam WHERE folder_shown = ?1
        )
        ORDER BY received_at DESC, exam.id DESC
        """

    static let waiting = """
        SELECT exam.id, institution.name AS institution_name, institution.name_key AS institution_key, outbox_folder,
            revision, state
        FROM exam JOIN institution ON institution.id = exam.institution_id
        WHERE answered_revision < revision ORDER BY received_at, exam.id LIMIT ?1
        """

    /// ?1 exam, ?2 revision, ?3 report's hash, ?4 moment.
    ///
    /// No row where that revision was answered before.
    static let addAnswer = """
        INSERT INTO answer (exam_id, revision, report_sha, at) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (exam_id, revision) DO NOTHING RETURNING revision
        """

    /// ?1 exam, ?2 revision, ?3 moment, ?4 milliseconds since the first receipt.
    static let markAnswered = """
        UPDATE exam SET
            answered_revision = CASE WHEN answered_revision > ?2 THEN answered_revision ELSE ?2 END,
            answered_at = ?3,
            first_answered_at = COALESCE(first_answered_at, ?3),
            turnaround_ms = COALESCE(turnaround_ms, ?4),
            state = CASE WHEN state = 'graded' AND revision = ?2 THEN 'answered' ELSE state END
        WHERE id = ?1
        """

    /// ?1 institution, ?2 month, ?3 commitment, ?4 moment.
    ///
    /// No row where the month has one.
    static let addSampling = """
        INSERT INTO sampling (institution_id, month, commitment, at) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (institution_id, month) DO NOTHING RETURNING month
        """

    static let samplingCommitment = "SELECT commitment FROM sampling WHERE institution_id = ?1 AND month = ?2"

    static let addReceipt = """
        INSERT INTO receipt (
            id, exam_id, received_at, committed_at, added, corrected, retried, redropped, metadata, withdrawal
        )
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM receipt
        RETURNING id
        """

    static let all = [
        addInstitution, institutionID, newest, outboxFolderTaken, add, update, raiseRevision, byID, pageOfAll,
        pageOfInstitution, named, waiting, addAnswer, markAnswered, addSampling, samplingCommitment, addReceipt,
    ]
}
