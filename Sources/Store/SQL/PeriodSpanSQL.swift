/// What a span of time counts for a series, and what waits in it; the parameters are those of `PeriodForm`.
enum PeriodSpanSQL {
    /// Outcomes of the current images; not by groups, since these would be sorted.
    static func images(_ form: PeriodForm) -> String {
        """
        SELECT COUNT(*) AS images, COUNT(CASE WHEN image.status <> 'unreadable' THEN 1 END) AS readable,
            COUNT(CASE WHEN image.status <> 'unreadable' AND image.route = 'review' THEN 1 END) AS sent,
            COUNT(image.level) AS graded, COUNT(CASE WHEN image.level < 'D' THEN 1 END) AS passing
        FROM image\(form.joins)
        WHERE image.standing = 'current' AND image.period_at >= ?1 AND image.period_at < ?2\(form.conditions(on: "image"))
        """
    }

    /// How many images could be read and go to an expert, by institution.
    static func places(_ form: PeriodForm) -> String {
        """
        SELECT image.institution_id AS institution_id, COUNT(*) AS readable,
            COUNT(CASE WHEN image.route = 'review' THEN 1 END) AS sent
        FROM image\(form.joins)
        WHERE image.standing = 'current' AND image.period_at >= ?1 AND image.period_at < ?2\(form.conditions(on: "image"))
            AND image.status <> 'unreadable'
        GROUP BY image.institution_id
        """
    }

    /// Exams first received and not taken back.
    static func exams(_ form: PeriodForm) -> String {
        """
        SELECT COUNT(*) AS exams
        FROM exam\(form.institutionJoin)
        WHERE exam.received_at >= ?1 AND exam.received_at < ?2\(form.conditions(on: "exam", section: PeriodSQL.shows))
            AND exam.state <> 'withdrawn'
        """
    }

    /// Images of the random draw that experts have read, and whether they conform by the last reading.
    ///
    /// Crossed, so that the period's readings come first: nearly all images are current.
    private static func drawn(_ form: PeriodForm, columns: String) -> String {
        """
        SELECT \(columns)
        FROM review_figure AS first
        CROSS JOIN image\(form.joins)
        JOIN review_figure AS last ON last.review_id = image.review_id
        WHERE image.id = first.image_id AND first.period_at >= ?1 AND first.period_at < ?2\(form.conditions(on: "first"))
            AND first.reading = 1 AND first.drawn = 1 AND first.stratum IS NOT NULL
            AND last.nonconforming IS NOT NULL AND image.standing = 'current' AND image.route = 'review'
        """
    }

    /// How many.
    static func drawnCount(_ form: PeriodForm) -> String {
        drawn(form, columns: "COUNT(*) AS images, COUNT(CASE WHEN last.nonconforming = 1 THEN 1 END) AS nonconforming")
    }

    /// Each, in the order of receipt.
    static func drawnFailures(_ form: PeriodForm) -> String {
        drawn(form, columns: "last.nonconforming AS nonconforming, first.period_at AS received")
            + "\nORDER BY first.period_at, image.id"
    }

    /// How many images of the random draw wait for their first reading, and when the first of them came.
    ///
    /// The conditions are those of the index `image_unread_draws`, word for word.
    static func unreadDraws(_ form: PeriodForm) -> String {
        """
        SELECT COUNT(*) AS images, MIN(image.period_at) AS first
        FROM image\(form.joins)
        WHERE image.standing = 'current' AND image.route = 'review' AND image.sampled = 1 AND image.review_id IS NULL
            AND image.status <> 'unreadable'
            AND image.period_at >= ?1 AND image.period_at < ?2\(form.conditions(on: "image"))
        """
    }

    /// How many readable images the random draw picked, flagged or not, and how many of these an expert has read.
    static func draws(_ form: PeriodForm) -> String {
        """
        SELECT COUNT(*) AS drawn, COUNT(image.review_id) AS read
        FROM image\(form.joins)
        WHERE image.standing = 'current' AND image.period_at >= ?1 AND image.period_at < ?2\(form.conditions(on: "image"))
            AND image.status <> 'unreadable' AND image.sampled = 1
        """
    }

    /// The images that wait for their first reading, with the moment since when.
    static func waiting(_ form: PeriodForm) -> String {
        """
        SELECT image.id AS image_id, queue.priority AS priority, queue.since AS since
        FROM image
        JOIN queue ON queue.image_id = image.id\(form.joins)
        WHERE image.standing = 'current' AND image.route = 'review'
            AND image.period_at >= ?1 AND image.period_at < ?2\(form.conditions(on: "image")) AND image.review_id IS NULL
        """
    }

    /// ?1 from, ?2 until: whose exams were first received.
    static let subjects = """
        SELECT DISTINCT institution_id, technician, device FROM exam WHERE received_at >= ?1 AND received_at < ?2
        """

    /// The first and the last receipt of all.
    static let ends = "SELECT MIN(received_at) AS first, MAX(received_at) AS last FROM exam"

    /// ?1 exam: where it is.
    static let examPlace = """
        SELECT institution.name AS institution, exam.folder_key, exam.folder_shown, exam.technician, exam.received_at
        FROM exam JOIN institution ON institution.id = exam.institution_id WHERE exam.id = ?1
        """

    /// ?1 image: where it is.
    static let imagePlace = """
        SELECT institution.name AS institution, exam.folder_key, exam.folder_shown, exam.technician, image.received_at,
            image.name_key, image.name_shown
        FROM image JOIN exam ON exam.id = image.exam_id JOIN institution ON institution.id = exam.institution_id
        WHERE image.id = ?1
        """

    static let all =
        [subjects, ends, examPlace, imagePlace]
        + PeriodForm.all.flatMap {
            [
                images($0), places($0), exams($0), drawnCount($0), drawnFailures($0), waiting($0), unreadDraws($0),
                draws($0),
            ]
        }
}
