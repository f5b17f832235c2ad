/// What `rubric calibrate` reads.
enum CalibrationSQL {
    /// ?1 rubric id, ?2 rubric hash, ?3 from: current images that a rubric graded, oldest first.
    ///
    /// `document` only where an expert judged, `stratum` as the first reading's, `priority` while it waits.
    static let images = """
        SELECT image.id, image.exam_id, image.status, image.score_tenths, image.route, image.sampled,
            first.stratum, queue.priority, last.nonconforming, last.expert_level,
            CASE WHEN image.review_id IS NULL THEN NULL ELSE COALESCE(image.effective_document, grade.document) END
                AS document
        FROM image
        JOIN grade ON grade.id = image.grade_id
        LEFT JOIN review ON review.image_id = image.id AND review.reading = 1
        LEFT JOIN review_figure AS first ON first.review_id = review.id
        LEFT JOIN review_figure AS last ON last.review_id = image.review_id
        LEFT JOIN queue ON queue.image_id = image.id
        WHERE image.standing = 'current' AND image.status <> 'unreadable' AND image.period_at >= ?3
            AND grade.rubric_id = ?1 AND grade.rubric_sha = ?2
        ORDER BY image.period_at, image.id
        """

    /// ?1 rubric id, ?2 rubric hash, ?3 from: judged images that another version of the rubric graded.
    static let otherVersions = """
        SELECT COUNT(*) AS images
        FROM image
        JOIN grade ON grade.id = image.grade_id
        WHERE image.standing = 'current' AND image.review_id IS NOT NULL AND image.period_at >= ?3
            AND grade.rubric_id = ?1 AND grade.rubric_sha <> ?2
        """

    static let all = [images, otherVersions]
}
