/// What a period report counts; the parameters are those of `PeriodForm`.
///
/// Superseded images and those of withdrawn exams are not current and have no findings.
enum PeriodSQL {
    /// What images are told apart by, beside their outcome.
    enum Part: CaseIterable {
        /// By institution and exam type.
        case place
        case section, technician, device

        fileprivate var columns: String {
            switch self {
            case .place: "exam.exam_type AS exam_type, exam.exam_type AS part"
            case .section: "NULL AS exam_type, image.section AS part"
            case .technician: "exam.exam_type AS exam_type, exam.technician AS part"
            case .device: "exam.exam_type AS exam_type, exam.device AS part"
            }
        }

        fileprivate var groups: String {
            switch self {
            case .place: "exam.exam_type"
            case .section: "image.section"
            case .technician: "exam.technician, exam.exam_type"
            case .device: "exam.device, exam.exam_type"
            }
        }
    }

    /// Images in groups of equal outcome, each institution's apart.
    static func images(by part: Part, _ form: PeriodForm) -> String {
        let needsExam = form.needsExam || part != .section
        return """
            SELECT image.institution_id AS institution_id, \(part.columns), image.status AS status, image.level AS level, image.score_tenths AS score_tenths,
                image.route AS route, image.sampled AS sampled, COUNT(*) AS images
            FROM image\(needsExam ? "\nJOIN exam ON exam.id = image.exam_id" : "")\(form.institutionJoin)
            WHERE image.standing = 'current' AND image.period_at >= ?1 AND image.period_at < ?2\(form.conditions(on: "image"))
            GROUP BY image.institution_id, \(part.groups), image.status, image.level, image.score_tenths, image.route, image.sampled
            """
    }

    /// Images by exam type: how many have a level, of which A to C, and how many could be read.
    static func mix(_ form: PeriodForm) -> String {
        """
        SELECT exam.exam_type AS exam_type, COUNT(image.level) AS graded,
            COUNT(CASE WHEN image.level IN ('A', 'B', 'C') THEN 1 END) AS passing, COUNT(*) AS readable
        FROM image
        JOIN exam ON exam.id = image.exam_id\(form.institutionJoin)
        WHERE image.standing = 'current' AND image.period_at >= ?1 AND image.period_at < ?2\(form.conditions(on: "image"))
            AND image.status <> 'unreadable'
        GROUP BY exam.exam_type
        """
    }

    /// Critical findings of images that could be read, and pictures of several patients, each with what became of it;
    /// crossed, so that findings come first.
    static func urgent(_ form: PeriodForm) -> String {
        """
        SELECT finding.image_id AS image_id, finding.code AS code, image.received_at AS received_at,
            CASE WHEN image.review_id IS NULL THEN 0 WHEN EXISTS (
                SELECT 1 FROM review_finding
                WHERE review_finding.review_id = image.review_id AND review_finding.code = finding.code
                    AND review_finding.verdict = 'rejected'
            ) THEN 2 ELSE 1 END AS state
        FROM finding
        CROSS JOIN image\(form.joins)
        WHERE image.id = finding.image_id AND finding.period_at >= ?1 AND finding.period_at < ?2\(form.conditions(on: "finding"))
            AND (finding.severity = 'critical' OR finding.code = 'DUP_CROSS_PATIENT')
            AND image.standing = 'current' AND image.status <> 'unreadable'
        ORDER BY finding.image_id, finding.code
        """
    }

    /// Findings by code with the gravest severity of each.
    ///
    /// An image counts once a code. Information is no finding here.
    static func findings(_ form: PeriodForm) -> String {
        let joins = form.needsExam ? "\nCROSS JOIN image\(form.joins)" : ""
        let image = form.needsExam ? "image.id = finding.image_id AND " : ""
        return """
            SELECT finding.code AS code, COUNT(DISTINCT finding.image_id) AS images,
                MAX(CASE finding.severity WHEN 'critical' THEN 3 WHEN 'major' THEN 2 ELSE 1 END) AS gravest
            FROM finding\(joins)
            WHERE \(image)finding.period_at >= ?1 AND finding.period_at < ?2\(form.conditions(on: "finding"))
                AND finding.severity <> 'info'
            GROUP BY finding.code ORDER BY finding.code
            """
    }

    /// The rubrics that gave the current images' newest grades.
    static func rubrics(_ form: PeriodForm) -> String {
        """
        SELECT DISTINCT grade.rubric_id AS rubric_id, grade.rubric_version AS rubric_version,
            grade.rubric_sha AS rubric_sha
        FROM image
        JOIN grade ON grade.id = image.grade_id\(form.joins)
        WHERE image.standing = 'current' AND grade.rubric_id IS NOT NULL
            AND image.period_at >= ?1 AND image.period_at < ?2\(form.conditions(on: "image"))
        ORDER BY grade.rubric_id, grade.rubric_version, grade.rubric_sha
        """
    }

    /// An exam shows a section by one current image of it.
    static let shows = """
        EXISTS (
            SELECT 1 FROM image WHERE image.exam_id = exam.id AND image.standing = 'current' AND image.section = ?0
        )
        """

    /// The exams that were first received in the period, in that order.
    static func exams(_ form: PeriodForm) -> String {
        """
        SELECT exam.id AS id, exam.institution_id AS institution_id, exam.exam_type AS exam_type,
            exam.technician AS technician, exam.device AS device, exam.state AS state, exam.received_at AS received_at,
            exam.turnaround_ms AS turnaround_ms
        FROM exam\(form.institutionJoin)
        WHERE exam.received_at >= ?1 AND exam.received_at < ?2\(form.conditions(on: "exam", section: shows))
        ORDER BY exam.received_at, exam.id
        """
    }

    /// Which sections these exams' readable images show; crossed, so that exams come first: nearly all images are current.
    static func sections(_ form: PeriodForm) -> String {
        """
        SELECT image.exam_id AS id, image.section AS section
        FROM exam\(form.institutionJoin)
        CROSS JOIN image
        WHERE exam.received_at >= ?1 AND exam.received_at < ?2\(form.conditions(on: "exam"))
            AND image.exam_id = exam.id AND image.standing = 'current' AND image.section IS NOT NULL AND image.status <> 'unreadable'
        """
    }

    /// Every institution; few.
    static let institutions = """
        SELECT id, name, title, is_registered, ownership, county, contract_from, contract_until,
            COALESCE(registered_at, first_seen) AS known_since, retired_at
        FROM institution ORDER BY id
        """

    /// ?1 institution.
    static let technicians = "SELECT code, name FROM technician WHERE institution_id = ?1 ORDER BY code"
    /// ?1 institution.
    static let devices = "SELECT code, maker, model FROM device WHERE institution_id = ?1 ORDER BY code"

    /// ?1 institution, ?2 code: an exam of it.
    static let examOfTechnician = "SELECT id FROM exam WHERE institution_id = ?1 AND technician = ?2 LIMIT 1"
    /// ?1 institution, ?2 code: an exam of it.
    static let examOfDevice = "SELECT id FROM exam WHERE institution_id = ?1 AND device = ?2 LIMIT 1"
    /// ?1 section: an image that is labelled so.
    static let imageOfSection = "SELECT id FROM image WHERE section = ?1 LIMIT 1"

    static let all =
        [institutions, technicians, devices, examOfTechnician, examOfDevice, imageOfSection]
        + PeriodForm.all.flatMap { form in
            Part.allCases.map { images(by: $0, form) }
                + [mix(form), urgent(form), findings(form), rubrics(form), exams(form), sections(form)]
        }
}
