/// Statements about images, their grades and findings.
enum ImageSQL {
    /// ?1 exam, ?2 name's key.
    ///
    /// The version that corrections replace, of a withdrawn exam too.
    static let newest = """
        SELECT id, version, sha256, status, grade_id FROM image
        WHERE exam_id = ?1 AND name_key = ?2 AND standing <> 'superseded'
        """

    /// Grade and effective columns follow in the same transaction by `setGrade`.
    static let add = """
        INSERT INTO image (
            id, exam_id, institution_id, name_key, name_shown, version, sha256, bytes, vault_extension, received_at,
            period_at, standing, duplicate, grade_id, status, section, score_tenths, level, route, sampled
        )
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 'none', 0, ?12, ?13, ?14, ?15,
            ?16, ?17 FROM image
        RETURNING id
        """

    static let addGrade = """
        INSERT INTO grade (
            id, image_id, status, score_tenths, level, rubric_id, rubric_version, rubric_sha, program, graded_at,
            document
        )
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10 FROM grade
        RETURNING id
        """

    static let setGrade = "UPDATE image SET grade_id = ?2 WHERE id = ?1"

    /// ?2 onwards: the grade that counts.
    static let setEffective = """
        UPDATE image SET
            standing = ?2, duplicate = ?3, status = ?4, section = ?5, score_tenths = ?6, level = ?7, route = ?8,
            sampled = ?9, effective_document = ?10, vault_extension = ?11
        WHERE id = ?1
        """

    static let ownGrade = """
        SELECT image.id, image.exam_id, image.institution_id, period_at, vault_extension, grade.document
        FROM image JOIN grade ON grade.id = image.grade_id WHERE image.id = ?1
        """

    static let removeFindings = "DELETE FROM finding WHERE image_id = ?1"

    static let addFinding = """
        INSERT INTO finding (image_id, institution_id, period_at, code, severity) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (image_id, code, severity) DO NOTHING
        """

    /// ?1 exam: images that take part in the exam's standing.
    static let notSuperseded = """
        SELECT id, sha256, vault_extension FROM image WHERE exam_id = ?1 AND standing <> 'superseded' ORDER BY id
        """

    /// ?1 exam.
    static let known = """
        SELECT name_key, name_shown, version, sha256, bytes, status FROM image
        WHERE exam_id = ?1 AND standing <> 'superseded' ORDER BY name_key
        """

    /// What an answer shows of an image.
    ///
    /// `previous_…` is the last grade by another rubric file or program.
    private static func detail(where scope: String) -> String {
        """
        SELECT image.id, name_key, name_shown, version, bytes, vault_extension, received_at, duplicate,
            effective_document, grade.document AS document,
            previous.status AS previous_status, previous.score_tenths AS previous_score,
            previous.level AS previous_level, previous.rubric_id AS previous_rubric_id,
            previous.rubric_version AS previous_rubric_version, previous.rubric_sha AS previous_rubric_sha,
            previous.program AS previous_program, previous.graded_at AS previous_graded_at,
            (
                SELECT MAX(quarantine.id) FROM quarantine
                WHERE quarantine.image_id = image.id AND quarantine.state = 'open'
            ) AS quarantine_id
        FROM image
        JOIN grade ON grade.id = image.grade_id
        LEFT JOIN grade AS previous ON previous.id = (
            SELECT MAX(earlier.id) FROM grade AS earlier
            WHERE earlier.image_id = image.id AND earlier.id < grade.id
                AND (
                    COALESCE(earlier.rubric_sha, '') <> COALESCE(grade.rubric_sha, '')
                    OR COALESCE(earlier.program, '') <> COALESCE(grade.program, '')
                )
        )
        WHERE \(scope)
        ORDER BY name_key
        """
    }

    /// ?1 exam.
    static let detail = detail(where: "image.exam_id = ?1 AND image.standing <> 'superseded'")

    /// ?1 image, a replaced one too.
    static let detailOfImage = detail(where: "image.id = ?1")

    static let supersededCount = "SELECT COUNT(*) AS images FROM image WHERE exam_id = ?1 AND standing = 'superseded'"

    private static func regradeCandidates(where scope: String) -> String {
        """
        SELECT image.id, image.exam_id AS exam, institution.name AS institution_name,
            institution.name_key AS institution_key, image.name_key, name_shown, sha256, vault_extension, exam_type,
            pseudonym, technician, device, transducer, preset, performed_at, ordered_at, report_text, exam_json, notes,
            exam.received_at AS exam_received_at, exam.baseline_id, grade.document AS document
        FROM image
        JOIN exam ON exam.id = image.exam_id
        JOIN institution ON institution.id = exam.institution_id
        JOIN grade ON grade.id = image.grade_id
        WHERE image.id > ?1 AND \(scope) AND image.vault_extension IS NOT NULL
            AND (CAST(?2 AS TEXT) IS NULL OR institution.name = ?2)
            AND (CAST(?3 AS TEXT) IS NULL OR exam.exam_type = ?3)
            AND (CAST(?4 AS TEXT) IS NULL OR grade.rubric_id = ?4)
        ORDER BY image.id LIMIT ?5
        """
    }

    /// ?1 last id so far, ?2 institution's name, ?3 exam type, ?4 rubric id (each or null), ?5 limit.
    ///
    /// The standing is hidden from the indexes: the way by ids goes on where the last page ended, the way by standing
    /// would sort all images for every page.
    static let regradeCandidates = regradeCandidates(where: "COALESCE(image.standing, '') = 'current'")

    /// As `regradeCandidates`, with ?6 the exam.
    static let regradeCandidatesOfExam = regradeCandidates(
        where: "image.exam_id = ?6 AND image.standing = 'current'"
    )

    /// ?1 image.
    static let forRegrade = """
        SELECT image.exam_id, name_key, name_shown, version, standing, sha256, duplicate, vault_extension, grade.document
        FROM image JOIN grade ON grade.id = image.grade_id WHERE image.id = ?1
        """

    static let all = [
        newest, add, addGrade, setGrade, setEffective, ownGrade, removeFindings, addFinding, notSuperseded,
        known, detail, detailOfImage,
        supersededCount, regradeCandidates, regradeCandidatesOfExam, forRegrade,
    ]
}
