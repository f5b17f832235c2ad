/// Statements about experts, their claims and readings, disputes and consultations.
enum ReviewSQL {
    // MARK: Experts

    static let removeInstitutions = "DELETE FROM expert_institution WHERE expert_id = ?1"

    static let addInstitution = """
        INSERT INTO expert_institution (expert_id, institution) VALUES (?1, ?2)
        ON CONFLICT (expert_id, institution) DO NOTHING
        """

    static let experts = "SELECT id, name, title, subjects, added_at, retired_at FROM expert ORDER BY id"

    /// ?1 id.
    static let expert = "SELECT id, name, title, subjects, added_at, retired_at FROM expert WHERE id = ?1"

    static let institutionsOfExpert = """
        SELECT institution FROM expert_institution WHERE expert_id = ?1 ORDER BY institution
        """

    // MARK: Claims

    private static let claimColumns =
        "id AS claim_id, image_id, expert_id AS claim_expert, at AS claim_at, until AS claim_until"

    /// ?1 image: the claim that no one has ended, which may have run out.
    static let heldClaim = "SELECT \(claimColumns) FROM claim WHERE image_id = ?1 AND state = 'held'"

    static let claim = "SELECT \(claimColumns), state, reason FROM claim WHERE id = ?1"

    /// ?1 image, ?2 expert, ?3 now, ?4 until.
    static let addClaim = """
        INSERT INTO claim (id, image_id, expert_id, at, until, state)
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, ?3, ?4, 'held' FROM claim
        RETURNING \(claimColumns)
        """

    /// ?1 claim, ?2 until.
    static let renewClaim = "UPDATE claim SET until = ?2 WHERE id = ?1 RETURNING \(claimColumns)"

    /// ?1 claim, ?2 state, ?3 moment, ?4 reason.
    static let endClaim = "UPDATE claim SET state = ?2, ended_at = ?3, reason = ?4 WHERE id = ?1"

    /// ?1 image, ?2 moment, ?3 reason.
    static let releaseImage = """
        UPDATE claim SET state = 'released', ended_at = ?2, reason = ?3 WHERE image_id = ?1 AND state = 'held'
        """

    /// ?1 expert, ?2 moment, ?3 reason.
    static let releaseExpert = """
        UPDATE claim SET state = 'released', ended_at = ?2, reason = ?3 WHERE expert_id = ?1 AND state = 'held'
        """

    // MARK: Readings

    /// ?1 image.
    static let target = """
        SELECT id, exam_id, name_key, name_shown, version, standing, status, grade_id, review_id
        FROM image WHERE id = ?1
        """

    /// ?1 image, ?2 expert, ?3 claimed, ?4 now, ?5 unblinded, ?6 machine's grade, ?7 dispute, ?8 exam's revision,
    /// ?9 score, ?10 level, ?11 document.
    static let add = """
        INSERT INTO review (
            id, image_id, reading, expert_id, claimed_at, at, was_unblinded, grade_id, dispute_id, exam_revision,
            score_tenths, level, document
        )
        SELECT COALESCE(MAX(id), 0) + 1, ?1, (SELECT COUNT(*) + 1 FROM review AS earlier WHERE earlier.image_id = ?1),
            ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11 FROM review
        RETURNING id
        """

    /// ?1 image and expert as the trail calls them: whether that expert saw more than the blind view.
    static let unblinding = "SELECT seq FROM audit WHERE action = 'image.unblinded' AND subject = ?1 LIMIT 1"

    /// ?1 image, ?2 reading, ?3 its score, ?4 its level.
    static let setLast = """
        UPDATE image SET review_id = ?2, expert_score_tenths = ?3, expert_level = ?4 WHERE id = ?1
        """

    private static let columns = """
        review.id, review.image_id, reading, expert_id, claimed_at, at, was_unblinded, review.grade_id, dispute_id,
        document
        """

    static let byID = "SELECT \(columns) FROM review WHERE id = ?1"

    static let ofImage = "SELECT \(columns) FROM review WHERE image_id = ?1 ORDER BY reading"

    /// ?1 exam: readings of its images that were not replaced.
    static let ofExam = """
        SELECT \(columns) FROM image JOIN review ON review.image_id = image.id
        WHERE image.exam_id = ?1 AND image.standing <> 'superseded' ORDER BY review.image_id, reading
        """

    /// ?1 image, ?2 expert.
    static let readingOfExpert = "SELECT reading FROM review WHERE expert_id = ?2 AND image_id = ?1 LIMIT 1"

    // MARK: Disputes

    private static let disputeColumns = """
        dispute.id, dispute.image_id, objection, raised_by, dispute.at, against, settled_by
        """

    /// ?1 image, ?2 objection, ?3 by whom, ?4 now, ?5 the reading objected to.
    static let addDispute = """
        INSERT INTO dispute (id, image_id, objection, raised_by, at, against)
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, ?3, ?4, ?5 FROM dispute
        RETURNING id
        """

    /// ?1 dispute, ?2 reading.
    static let settleDispute = "UPDATE dispute SET settled_by = ?2 WHERE id = ?1"

    static let dispute = "SELECT \(disputeColumns) FROM dispute WHERE id = ?1"

    static let openDispute = "SELECT \(disputeColumns) FROM dispute WHERE image_id = ?1 AND settled_by IS NULL"

    static let disputesOfImage = "SELECT \(disputeColumns) FROM dispute WHERE image_id = ?1 ORDER BY id"

    /// ?1 exam.
    static let disputesOfExam = """
        SELECT \(disputeColumns) FROM image JOIN dispute ON dispute.image_id = image.id
        WHERE image.exam_id = ?1 AND image.standing <> 'superseded' ORDER BY dispute.id
        """

    // MARK: Consultations

    private static let consultationColumns = """
        consultation.id, consultation.image_id, consultation.review_id, asked_by, question, asked_at,
        consultation.answer, consultation.answered_by, consultation.answered_at
        """

    /// ?1 image, ?2 reading, ?3 who asks, ?4 question, ?5 now.
    static let addConsultation = """
        INSERT INTO consultation (id, image_id, review_id, asked_by, question, asked_at)
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, ?3, ?4, ?5 FROM consultation
        RETURNING id
        """

    /// ?1 consultation, ?2 answer, ?3 by whom, ?4 now.
    static let answerConsultation = """
        UPDATE consultation SET answer = ?2, answered_by = ?3, answered_at = ?4 WHERE id = ?1
        """

    static let consultation = "SELECT \(consultationColumns) FROM consultation WHERE id = ?1"

    static let consultationsOfImage = """
        SELECT \(consultationColumns) FROM consultation WHERE image_id = ?1 ORDER BY id
        """

    /// ?1 exam.
    static let consultationsOfExam = """
        SELECT \(consultationColumns) FROM image JOIN consultation ON consultation.image_id = image.id
        WHERE image.exam_id = ?1 AND image.standing <> 'superseded' ORDER BY consultation.id
        """

    /// ?1 last id so far, ?2 expert or null, ?3 limit.
    ///
    /// For an expert: what the expert asked or answered, and what the expert may answer.
    private static func consultations(where condition: String) -> String {
        """
        SELECT \(consultationColumns) FROM consultation
        LEFT JOIN image ON image.id = consultation.image_id
        LEFT JOIN exam ON exam.id = image.exam_id
        WHERE consultation.id < ?1\(condition)
            AND (
                CAST(?2 AS TEXT) IS NULL OR consultation.asked_by = ?2 OR consultation.answered_by = ?2
                OR (
                    consultation.answered_at IS NULL AND (exam.technician IS NULL OR exam.technician <> ?2)
                    AND image.institution_id NOT IN (
                        SELECT own.id FROM expert_institution
                        JOIN institution AS own ON own.name = expert_institution.institution
                        WHERE expert_institution.expert_id = ?2
                    )
                )
            )
        ORDER BY consultation.id DESC LIMIT ?3
        """
    }

    static let consultations = consultations(where: "")
    static let openConsultations = consultations(
        where: " AND consultation.answered_at IS NULL AND image.standing = 'current'"
    )
    static let answeredConsultations = consultations(where: " AND consultation.answered_at IS NOT NULL")

    // MARK: Looking images up

    /// ?1 first and ?2 last possible hash, ?3 limit.
    ///
    /// The standing is hidden from the indexes: nearly all images are current.
    static let imagesOfContent = """
        SELECT id FROM image WHERE sha256 >= ?1 AND sha256 <= ?2 AND COALESCE(standing, '') = 'current'
        ORDER BY sha256 LIMIT ?3
        """

    /// ?1 institution, ?2 folder's key, ?3 folder as shown, ?4 file's key, ?5 file as shown.
    static let imagesOfName = """
        SELECT image.id FROM image
        WHERE image.exam_id IN (
            SELECT id FROM exam
            WHERE outbox_folder = ?3 AND institution_id = (SELECT id FROM institution WHERE name = ?1)
            UNION SELECT id FROM exam
            WHERE folder_key = ?2 AND institution_id = (SELECT id FROM institution WHERE name = ?1)
            UNION SELECT id FROM exam
            WHERE folder_shown = ?3 AND institution_id = (SELECT id FROM institution WHERE name = ?1)
        )
            AND (image.name_key = ?4 OR image.name_shown = ?5) AND image.standing = 'current'
        ORDER BY image.id
        """

    static let all = [
        removeInstitutions, addInstitution, expert, experts,
        institutionsOfExpert,
        heldClaim, claim, addClaim, renewClaim, endClaim, releaseImage, releaseExpert, target, add,
        unblinding, setLast, byID, ofImage, ofExam, readingOfExpert, addDispute, settleDispute, dispute, openDispute,
        disputesOfImage, disputesOfExam, addConsultation, answerConsultation, consultation, consultationsOfImage,
        consultationsOfExam, consultations, openConsultations, answeredConsultations, imagesOfContent, imagesOfName,
    ]
}
