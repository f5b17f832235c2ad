/// Statements of the canonical dump: no ids, moments, revisions, and each sorted by what the input says.
enum DumpSQL {
    static let institutions = "SELECT name, is_registered FROM institution ORDER BY name"

    /// Folders are left out: an exam that came in two of them has the name of the one that was first.
    static let exams = """
        SELECT institution.name AS institution, base_key, ordinal, exam_id, exam_date, exam_type, pseudonym, technician,
            device, transducer, preset, performed_at, ordered_at, report_text, exam_json, notes, state,
            withdrawal_reason
        FROM exam JOIN institution ON institution.id = exam.institution_id
        ORDER BY institution.name, base_key, ordinal
        """

    /// `rubrics` and `programs` count distinct ones among an image's grades.
    static let images = """
        SELECT institution.name AS institution, base_key, ordinal, image.name_key, image.version, image.sha256, image.bytes,
            image.standing, image.duplicate, image.status, image.section, image.score_tenths, image.level, image.route,
            image.sampled, image.vault_extension, COALESCE(effective_document, grade.document) AS document,
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

    static let quarantine = """
        SELECT institution.name AS institution, original_key, code, state, sha256, bytes
        FROM quarantine LEFT JOIN institution ON institution.id = quarantine.institution_id
        ORDER BY institution.name, original_key, code, state, sha256, bytes
        """

    static let sampling = """
        SELECT institution.name AS institution, month, commitment
        FROM sampling JOIN institution ON institution.id = sampling.institution_id ORDER BY institution.name, month
        """

    /// What was done to what, once each.
    ///
    /// Left out: stages; re-drops, which a crash may not tell from removals; and exams touched by another one's
    /// duplicates, which of the two depends on the order.
    static let audit = """
        SELECT DISTINCT action, subject FROM audit
        WHERE action IN (
            'exam.received', 'exam.withdrawn', 'exam.reinstated', 'image.graded', 'sampling.committed', 'exam.graded',
            'exam.regraded', 'exam.answered', 'file.quarantined', 'quarantine.retried', 'quarantine.discarded',
            'quarantine.replaced'
        )
        ORDER BY action, subject
        """

    /// The parts in the order of the dump.
    static let parts = [
        ("institution", institutions), ("exam", exams), ("image", images), ("finding", findings),
        ("quarantine", quarantine), ("sampling", sampling), ("audit", audit),
    ]

    static let all = parts.map(\.1)
}
