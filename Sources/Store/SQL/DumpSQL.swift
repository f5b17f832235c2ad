/// Statements of the canonical dump: no ids, moments, revisions, and each sorted by what the input says.
enum DumpSQL {
    static let institutions = """
        SELECT name, is_registered, title, english_title, ownership, county, contract_from, contract_until,
            CASE WHEN retired_at IS NULL THEN NULL ELSE 1 END AS is_retired
        FROM institution ORDER BY name
        """

    // The registry.

    static let technicians = """
        SELECT institution.name AS institution, code, technician.name, latin_name, role, sex, technician.title,
            identity_masked, employed_from, employed_until, CASE WHEN technician.retired_at IS NULL THEN 0 ELSE 1 END AS is_retired
        FROM technician JOIN institution ON institution.id = technician.institution_id
        ORDER BY institution.name, code
        """

    static let devices = """
        SELECT institution.name AS institution, code, maker, model, serial, in_use_from, metrology_on, inspected_on,
            CASE WHEN device.retired_at IS NULL THEN 0 ELSE 1 END AS is_retired
        FROM device JOIN institution ON institution.id = device.institution_id
        ORDER BY institution.name, code
        """

    static let teachers = """
        SELECT id AS teacher, name, title, workplace, topics,
            CASE WHEN retired_at IS NULL THEN 0 ELSE 1 END AS is_retired
        FROM teacher ORDER BY id
        """

    /// Folders are left out: an exam that came in two of them has the name of the one that was first.
    static let exams = """
        SELECT institution.name AS institution, base_key, ordinal, exam_id, exam_date, exam_type, pseudonym, technician,
            device, transducer, preset, performed_at, ordered_at, report_text, exam_json, notes, state,
            withdrawal_reason,
            (SELECT baseline_snapshot.name FROM baseline_snapshot WHERE baseline_snapshot.id = exam.baseline_id) AS baseline
        FROM exam JOIN institution ON institution.id = exam.institution_id
        ORDER BY institution.name, base_key, ordinal
        """

    /// `rubrics` and `programs` count distinct ones among an image's grades.
    static let images = """
        SELECT institution.name AS institution, base_key, ordinal, image.name_key, image.version, image.sha256, image.bytes,
            image.standing, image.duplicate, image.status, image.section, image.score_tenths, image.level, image.route,
            image.sampled, image.expert_score_tenths, image.expert_level, image.vault_extension,
            COALESCE(effective_document, grade.document) AS document,
            (SELECT COUNT(DISTINCT COALESCE(rubric_sha, '')) FROM grade AS each WHERE each.image_id = image.id) AS rubrics
        FROM image
        JOIN exam ON exam.id = image.exam_id
        JOIN institution ON institution.id = exam.institution_id
        JOIN grade ON grade.id = image.grade_id
        ORDER BY institution.name, base_key, ordinal, image.name_key, image.version
        """

    /// Derived from the grades, listed so that a mistake in deriving shows.
    static let findings = """
        SELECT institution.name AS institution, base_key, ordinal, image.name_key, image.version, finding.code,
            finding.severity
        FROM finding
        JOIN image ON image.id = finding.image_id
        JOIN exam ON exam.id = image.exam_id
        JOIN institution ON institution.id = exam.institution_id
        ORDER BY institution.name, base_key, ordinal, image.name_key, image.version, finding.code, finding.severity
        """

    /// Derived too; since when an image waits is a moment and not listed.
    static let queue = """
        SELECT institution.name AS institution, base_key, ordinal, image.name_key, image.version, queue.kind AS need,
            queue.priority, queue.exam_type, queue.section, queue.technician
        FROM queue
        JOIN image ON image.id = queue.image_id
        JOIN exam ON exam.id = image.exam_id
        JOIN institution ON institution.id = exam.institution_id
        ORDER BY institution.name, base_key, ordinal, image.name_key, image.version
        """

    static let experts = """
        SELECT expert.id AS expert, expert.name, CASE WHEN retired_at IS NULL THEN 0 ELSE 1 END AS is_retired,
            expert_institution.institution, expert.title, expert.subjects
        FROM expert LEFT JOIN expert_institution ON expert_institution.expert_id = expert.id
        ORDER BY expert.id, expert_institution.institution
        """

    /// `reading` is the how-many-th of its image.
    static let reviews = """
        SELECT institution.name AS institution, base_key, ordinal, image.name_key, image.version, review.reading,
            review.expert_id AS expert, review.was_unblinded, review.score_tenths, review.level,
            CASE WHEN review.dispute_id IS NULL THEN 0 ELSE 1 END AS settles_dispute, review.document AS expert_document
        FROM review
        JOIN image ON image.id = review.image_id
        JOIN exam ON exam.id = image.exam_id
        JOIN institution ON institution.id = exam.institution_id
        ORDER BY institution.name, base_key, ordinal, image.name_key, image.version, review.reading
        """

    /// `against` and `settled_by` are readings of the image.
    static let disputes = """
        SELECT institution.name AS institution, base_key, ordinal, image.name_key, image.version, dispute.objection,
            dispute.raised_by, disputed.reading AS against, settling.reading AS settled_by
        FROM dispute
        LEFT JOIN review AS disputed ON disputed.id = dispute.against
        LEFT JOIN review AS settling ON settling.id = dispute.settled_by
        JOIN image ON image.id = dispute.image_id
        JOIN exam ON exam.id = image.exam_id
        JOIN institution ON institution.id = exam.institution_id
        ORDER BY institution.name, base_key, ordinal, image.name_key, image.version, dispute.id
        """

    static let consultations = """
        SELECT institution.name AS institution, base_key, ordinal, image.name_key, image.version, review.reading,
            asked_by, question, answer, answered_by
        FROM consultation
        JOIN review ON review.id = consultation.review_id
        JOIN image ON image.id = consultation.image_id
        JOIN exam ON exam.id = image.exam_id
        JOIN institution ON institution.id = exam.institution_id
        ORDER BY institution.name, base_key, ordinal, image.name_key, image.version, review.reading
        """

    static let quarantine = """
        SELECT institution.name AS institution, original_key, code, state, sha256, bytes
        FROM quarantine LEFT JOIN institution ON institution.id = quarantine.institution_id
        ORDER BY institution.name, original_key, code, state, sha256, bytes
        """

    static let sampling = """
        SELECT institution.name AS institution, month, commitment
        FROM sampling JOIN institution ON institution.id = sampling.institution_id ORDER BY institution.name, month
        """

    /// Closing times are left out; a snapshot without values is listed by its audit entry alone.
    static let baselines = """
        SELECT baseline_snapshot.name AS snapshot, image_window, institution.name AS institution, device, preset, section,
            metric, baseline_value.images, median_millionths, mad_millionths
        FROM baseline_value
        JOIN baseline_snapshot ON baseline_snapshot.id = baseline_value.snapshot_id
        JOIN institution ON institution.id = baseline_value.institution_id
        ORDER BY baseline_snapshot.name, institution.name, device, preset, section, metric
        """

    static let courses = """
        SELECT course.id AS course, course.title, title_english, topics, place, starts_on, ends_on, organiser,
            co_organiser, project_number, credit_class, credits_tenths, attendance_percent, theory_pass_tenths,
            practical_pass_tenths, most_attempts, retired_because
        FROM course ORDER BY course.id
        """

    static let courseSessions = """
        SELECT course_id AS course, number, on_day, hours_tenths, title FROM course_session ORDER BY course_id, number
        """

    static let courseTeachers = """
        SELECT course_id AS course, teacher_id AS teacher FROM course_teacher ORDER BY course_id, teacher_id
        """

    static let enrolments = """
        SELECT enrolment.course_id AS course, institution.name AS institution, technician.code AS technician,
            withdrawn_because
        FROM enrolment
        JOIN technician ON technician.id = enrolment.technician_id
        JOIN institution ON institution.id = technician.institution_id
        ORDER BY enrolment.course_id, institution.name, technician.code
        """

    static let attendances = """
        SELECT enrolment.course_id AS course, institution.name AS institution, technician.code AS technician, session,
            hours_tenths
        FROM attendance
        JOIN enrolment ON enrolment.id = attendance.enrolment_id
        JOIN technician ON technician.id = enrolment.technician_id
        JOIN institution ON institution.id = technician.institution_id
        ORDER BY enrolment.course_id, institution.name, technician.code, session
        """

    static let courseMarks = """
        SELECT enrolment.course_id AS course, institution.name AS institution, technician.code AS technician, part,
            attempt, mark_tenths, on_day, marked_by, source, reference, annulled_because
        FROM course_mark
        JOIN enrolment ON enrolment.id = course_mark.enrolment_id
        JOIN technician ON technician.id = enrolment.technician_id
        JOIN institution ON institution.id = technician.institution_id
        ORDER BY enrolment.course_id, institution.name, technician.code, part, attempt, course_mark.id
        """

    /// What was done to what, once each.
    ///
    /// Left out: stages and claims; re-drops, which a crash may not tell from removals; and exams touched by another
    /// one's duplicates, which of the two depends on the order.
    static let audit = """
        SELECT DISTINCT action, subject FROM audit
        WHERE action IN (
            'exam.received', 'exam.withdrawn', 'exam.reinstated', 'image.graded', 'sampling.committed', 'exam.graded',
            'exam.regraded', 'exam.answered', 'file.quarantined', 'quarantine.retried', 'quarantine.discarded',
            'certificate.issued', 'certificate.revoked', 'certificate.replaced', 'certificate.signed_again',
            'quarantine.replaced', 'expert.added', 'expert.changed', 'expert.retired', 'image.unblinded',
            'image.reviewed', 'image.disputed', 'dispute.settled', 'consultation.asked', 'consultation.answered',
            'exam.reviewed', 'baseline.closed',
            'institution.added', 'institution.changed', 'institution.retired', 'institution.reinstated',
            'technician.added', 'technician.changed', 'technician.retired', 'technician.reinstated',
            'device.added', 'device.changed', 'device.retired', 'device.reinstated',
            'teacher.added', 'teacher.changed', 'teacher.retired', 'teacher.reinstated', 'expert.reinstated',
            'course.added', 'course.changed', 'course.retired', 'course.enrolled', 'course.withdrawn', 'course.attended',
            'course.marked', 'course.mark_annulled',
            'practice.answered', 'paper.planned', 'paper.started', 'paper.answered', 'paper.ended',
            'practice.excluded', 'practice.admitted'
        )
        ORDER BY action, subject
        """

    /// The parts in the order of the dump.
    static let parts = [
        ("institution", institutions), ("exam", exams), ("image", images), ("finding", findings), ("queue", queue),
        ("expert", experts), ("review", reviews), ("dispute", disputes), ("consultation", consultations),
        ("certificate", CertificateSQL.dump),
        ("quarantine", quarantine), ("sampling", sampling), ("baseline", baselines),
        ("technician", technicians), ("device", devices), ("teacher", teachers),
        ("course", courses), ("course_session", courseSessions), ("course_teacher", courseTeachers),
        ("enrolment", enrolments), ("attendance", attendances), ("course_mark", courseMarks),
        ("practice", PracticeSQL.attemptsDump), ("paper", PracticeSQL.papersDump),
        ("paper_answer", PracticeSQL.paperAnswersDump),
        ("paper_plan", PracticeSQL.plansDump),
        ("practice_ruling", PracticePoolSQL.dump),
        ("audit", audit),
    ]

    static let all = parts.map(\.1)
}
