/// What reports ask of the random draw while experts are still at work on it.
extension Schema {
    /// Version 6: the images of the random draw that wait for their first reading, by the time of their exam.
    static let unreadDraws = [
        """
        CREATE INDEX image_unread_draws ON image (period_at, institution_id)
        WHERE standing = 'current' AND route = 'review' AND sampled = 1 AND review_id IS NULL
            AND status <> 'unreadable'
        """
    ]
}
