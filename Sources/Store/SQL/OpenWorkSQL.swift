/// What is with the experts now of a part of the network; the parameters are those of `PeriodForm`, where from and until
/// hold when the wait began.
///
/// Whole institutions and the network are counted by `ReviewPeriodSQL` and `QueueSQL`, which need no exam.
enum OpenWorkSQL {
    /// By how urgent they are, how many images wait and since when the oldest does.
    static func waiting(_ form: PeriodForm) -> String {
        """
        SELECT queue.priority AS priority, COUNT(*) AS images, MIN(queue.since) AS oldest
        FROM queue
        JOIN image ON image.id = queue.image_id\(form.joins)
        WHERE queue.since >= ?1 AND queue.since < ?2\(form.conditions(on: "queue"))
        GROUP BY queue.priority ORDER BY queue.priority
        """
    }

    /// Open objections to images that wait for a reading.
    static func disputes(_ form: PeriodForm) -> String {
        """
        SELECT COUNT(*) AS disputes, MIN(dispute.at) AS oldest
        FROM dispute
        JOIN queue ON queue.image_id = dispute.image_id
        JOIN image ON image.id = dispute.image_id\(form.joins)
        WHERE dispute.settled_by IS NULL AND dispute.at >= ?1 AND dispute.at < ?2\(form.conditions(on: "queue"))
        """
    }

    /// Open questions about images that count; the standing is hidden from the indexes, for nearly all are current.
    static func consultations(_ form: PeriodForm) -> String {
        """
        SELECT COUNT(*) AS consultations, MIN(consultation.asked_at) AS oldest
        FROM consultation
        JOIN image ON image.id = consultation.image_id\(form.joins)
        WHERE consultation.answered_at IS NULL AND COALESCE(image.standing, '') = 'current'
            AND consultation.asked_at >= ?1 AND consultation.asked_at < ?2\(form.conditions(on: "image"))
        """
    }

    static let all = PeriodForm.all.filter(\.needsExam).flatMap { [waiting($0), disputes($0), consultations($0)] }
}
