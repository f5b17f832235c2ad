/// How much waits and since when, and whether the queue is what it has to be.
extension QueueSQL {
    static let waiting = """
        SELECT priority, SUM(images) AS images FROM queue_count GROUP BY priority ORDER BY priority
        """

    /// ?1 priority.
    static let oldest = "SELECT MIN(since) AS oldest FROM queue WHERE priority = ?1"

    /// ?1 now.
    static let held = """
        SELECT COUNT(*) AS images FROM claim JOIN queue ON queue.image_id = claim.image_id
        WHERE claim.state = 'held' AND claim.until > ?1
        """

    /// Objections that wait; those on a replaced image or a withdrawn exam wait for nobody.
    static let disputes = """
        SELECT COUNT(*) AS disputes, MIN(dispute.at) AS oldest
        FROM dispute JOIN queue ON queue.image_id = dispute.image_id WHERE dispute.settled_by IS NULL
        """

    /// Open questions about images that count; the standing is hidden from the indexes, for nearly all images are current.
    static let consultations = """
        SELECT COUNT(*) AS consultations, MIN(consultation.asked_at) AS oldest
        FROM consultation JOIN image ON image.id = consultation.image_id
        WHERE consultation.answered_at IS NULL AND COALESCE(image.standing, '') = 'current'
        """

    /// Images that wait though they should not, or that should and do not; empty in a sound store.
    static let misplaced = """
        SELECT image.id AS image_id, 1 AS waits FROM queue JOIN image ON image.id = queue.image_id
        WHERE NOT (
            image.standing = 'current' AND image.status <> 'unreadable' AND (
                (image.route = 'review' AND image.review_id IS NULL)
                OR EXISTS (SELECT 1 FROM dispute WHERE dispute.image_id = image.id AND dispute.settled_by IS NULL)
            )
        )
        UNION ALL
        SELECT image.id, 0 FROM image
        WHERE image.standing = 'current' AND image.status <> 'unreadable' AND image.route = 'review'
            AND image.review_id IS NULL AND NOT EXISTS (SELECT 1 FROM queue WHERE queue.image_id = image.id)
        UNION ALL
        SELECT image.id, 0 FROM dispute JOIN image ON image.id = dispute.image_id
        WHERE dispute.settled_by IS NULL AND image.standing = 'current' AND image.status <> 'unreadable'
            AND NOT (image.route = 'review' AND image.review_id IS NULL)
            AND NOT EXISTS (SELECT 1 FROM queue WHERE queue.image_id = image.id)
        """

    /// Kinds of images whose number is not what was counted; empty in a sound store.
    static let miscounted = """
        SELECT institution_id FROM (
            SELECT institution_id, kind, priority, exam_type, section, images FROM queue_count
            UNION ALL
            SELECT institution_id, kind, priority, COALESCE(exam_type, ''), COALESCE(section, ''), -1 FROM queue
        ) AS each
        GROUP BY institution_id, kind, priority, exam_type, section HAVING SUM(images) <> 0
        """
}
