/// Statements about the audit trail and the records it speaks of.
enum AuditSQL {
    static let last = "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1"

    static let add = """
        INSERT INTO audit (seq, at, action, subject, record, record_sha, previous, hash)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """

    static let hashAt = "SELECT hash FROM audit WHERE seq = ?1"

    static let tail = """
        SELECT seq, at, action, subject, record, record_sha, previous, hash FROM audit ORDER BY seq DESC LIMIT ?1
        """

    static let inOrder = """
        SELECT seq, at, action, subject, record, record_sha, previous, hash FROM audit ORDER BY seq
        """

    /// The exam's own part of its record; state and answers are not in it, `answer` has them.
    static let exam = """
        SELECT institution.name AS institution_name, base_key, ordinal, exam_id, exam_date, folder_key, folder_shown,
            outbox_folder, exam_type, pseudonym, technician, device, transducer, preset, performed_at, ordered_at,
            report_text, exam_json, notes, patient_key, withdrawal_reason, received_at, graded_at, revision,
            redrop_count
        FROM exam JOIN institution ON institution.id = exam.institution_id WHERE exam.id = ?1
        """

    /// The part of an exam's record that changes with its images.
    static let examImages = """
        SELECT id, name_key, name_shown, version, received_at, standing, duplicate, grade_id, status, section,
            score_tenths, level, route, sampled, effective_document
        FROM image WHERE exam_id = ?1 ORDER BY id
        """

    static let grade = """
        SELECT image.exam_id, name_key, version, sha256, bytes, grade.image_id, grade.status, grade.score_tenths,
            grade.level, rubric_id, rubric_version, rubric_sha, program, graded_at, document
        FROM grade JOIN image ON image.id = grade.image_id WHERE grade.id = ?1
        """

    static let receipt = """
        SELECT exam_id, received_at, committed_at, added, corrected, retried, redropped, metadata, withdrawal
        FROM receipt WHERE id = ?1
        """

    static let answer = "SELECT exam_id, revision, report_sha, at FROM answer WHERE exam_id = ?1 AND revision = ?2"

    static let sampling = """
        SELECT institution_id, month, commitment, at FROM sampling WHERE institution_id = ?1 AND month = ?2
        """

    static let quarantine = """
        SELECT institution_id, exam_id, image_id, original_key, original_shown, path_key, path_shown, code, message, at,
            state, state_at, sha256, bytes
        FROM quarantine WHERE id = ?1
        """

    /// Which reading is the last one of each image that an expert read.
    static let examReadings = """
        SELECT id, review_id, expert_score_tenths, expert_level FROM image
        WHERE exam_id = ?1 AND review_id IS NOT NULL ORDER BY id
        """

    static let review = """
        SELECT image_id, reading, expert_id, claimed_at, at, was_unblinded, grade_id, dispute_id, exam_revision,
            score_tenths, level, document
        FROM review WHERE id = ?1
        """

    static let dispute = """
        SELECT image_id, objection, raised_by, at, against, settled_by FROM dispute WHERE id = ?1
        """

    static let consultation = """
        SELECT image_id, review_id, asked_by, question, asked_at, answer, answered_by, answered_at
        FROM consultation WHERE id = ?1
        """

    static let expert = "SELECT id, name, added_at, retired_at FROM expert WHERE id = ?1"

    /// What version 5 added to an expert, only where it is there: the hash of one without is what it was.
    static let expertDetails = """
        SELECT title, subjects FROM expert WHERE id = ?1 AND (title IS NOT NULL OR subjects IS NOT NULL)
        """

    // The registry.

    static let institution = """
        SELECT name, title, ownership, county, contract_from, contract_until, registered_at, retired_at
        FROM institution WHERE id = ?1 AND registered_at IS NOT NULL
        """

    /// What version 8 added to an institution, only where it is there.
    static let institutionDetails = "SELECT english_title FROM institution WHERE id = ?1 AND english_title IS NOT NULL"

    static let technician = """
        SELECT institution_id, code, name, role, sex, title, identity_masked, employed_from, employed_until, added_at,
            retired_at
        FROM technician WHERE id = ?1
        """

    /// What version 6 added to a technician, only where it is there: the hash of one without is what it was.
    static let technicianDetails = "SELECT latin_name FROM technician WHERE id = ?1 AND latin_name IS NOT NULL"

    static let device = """
        SELECT institution_id, code, maker, model, serial, in_use_from, metrology_on, inspected_on, added_at, retired_at
        FROM device WHERE id = ?1
        """

    static let teacher = """
        SELECT id, name, title, workplace, topics, added_at, retired_at FROM teacher WHERE id = ?1
        """
    static let course = CourseSQL.byID

    static let courseSessions = CourseSQL.sessions

    static let courseTeachers = CourseSQL.teachers

    static let enrolment = """
        SELECT course_id, technician_id, enrolled_at, withdrawn_at, withdrawn_because FROM enrolment WHERE id = ?1
        """

    static let attendance = CourseSQL.attendance

    static let courseMark = "SELECT \(CourseSQL.markColumns) FROM course_mark WHERE id = ?1"

    /// How many records of each kind there are, to be compared with those that entries speak of.
    static let recordCounts = """
        SELECT 'exam' AS kind, COUNT(*) AS records FROM exam
        UNION ALL SELECT 'grade', COUNT(*) FROM grade
        UNION ALL SELECT 'receipt', COUNT(*) FROM receipt
        UNION ALL SELECT 'answer', COUNT(*) FROM answer
        UNION ALL SELECT 'sampling', COUNT(*) FROM sampling
        UNION ALL SELECT 'quarantine', COUNT(*) FROM quarantine
        UNION ALL SELECT 'certificate', COUNT(*) FROM certificate
        UNION ALL SELECT 'signing_key', COUNT(*) FROM signing_key
        UNION ALL SELECT 'certificate_signature', COUNT(*) FROM certificate_signature
        UNION ALL SELECT 'review', COUNT(*) FROM review
        UNION ALL SELECT 'dispute', COUNT(*) FROM dispute
        UNION ALL SELECT 'consultation', COUNT(*) FROM consultation
        UNION ALL SELECT 'expert', COUNT(*) FROM expert
        UNION ALL SELECT 'institution', COUNT(*) FROM institution WHERE registered_at IS NOT NULL
        UNION ALL SELECT 'technician', COUNT(*) FROM technician
        UNION ALL SELECT 'device', COUNT(*) FROM device
        UNION ALL SELECT 'teacher', COUNT(*) FROM teacher
        UNION ALL SELECT 'course', COUNT(*) FROM course
        UNION ALL SELECT 'enrolment', COUNT(*) FROM enrolment
        UNION ALL SELECT 'course_mark', COUNT(*) FROM course_mark
        UNION ALL SELECT 'practice_attempt', COUNT(*) FROM practice_attempt
        UNION ALL SELECT 'paper', COUNT(*) FROM paper
        UNION ALL SELECT 'paper_plan', COUNT(*) FROM paper_plan
        UNION ALL SELECT 'practice_ruling', COUNT(*) FROM practice_ruling
        """

    /// Images whose own grade is not the one that counts, or that have none.
    static let imagesWithoutGrade = """
        SELECT image.id FROM image LEFT JOIN grade ON grade.id = image.grade_id AND grade.image_id = image.id
        WHERE grade.id IS NULL ORDER BY image.id
        """

    /// Images whose final reading is not the last one about them.
    static let imagesWithWrongReading = """
        SELECT image.id FROM image LEFT JOIN (
            SELECT image_id, MAX(reading) AS reading FROM review GROUP BY image_id
        ) AS newest ON newest.image_id = image.id
        LEFT JOIN review ON review.image_id = image.id AND review.reading = newest.reading
        WHERE COALESCE(image.review_id, 0) <> COALESCE(review.id, 0)
            OR COALESCE(image.expert_score_tenths, -1) <> COALESCE(review.score_tenths, -1)
            OR COALESCE(image.expert_level, '') <> COALESCE(review.level, '')
        ORDER BY image.id
        """

    /// Exams whose answer columns are not what `answer` says.
    static let examsWithWrongAnswer = """
        SELECT exam.id FROM exam LEFT JOIN (
            SELECT exam_id, MAX(revision) AS revision FROM answer GROUP BY exam_id
        ) AS newest ON newest.exam_id = exam.id
        WHERE exam.answered_revision <> COALESCE(newest.revision, 0) ORDER BY exam.id
        """

    /// The originals that the vault must hold.
    static let originals = """
        SELECT DISTINCT sha256 FROM image WHERE vault_extension IS NOT NULL ORDER BY sha256
        """

    static let all = [
        last, add, hashAt, tail, inOrder, exam, examImages, grade, receipt, answer, sampling, quarantine, examReadings,
        review, dispute, consultation, expert, recordCounts, imagesWithoutGrade, imagesWithWrongReading,
        examsWithWrongAnswer, originals,
        expertDetails, institution, institutionDetails, technician, technicianDetails, device, teacher,
        enrolment, courseMark,
    ]
}
