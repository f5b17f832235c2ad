import GRDB
import Grading

/// Writes what reports count of a reading, in the reading's transaction.
struct ReviewFigures {
    let database: Database

    /// Below this score an image does not conform (domain reference §4.5, level D of every rubric).
    private static let leastScore = 60.0

    /// Notes a reading that was just stored.
    func note(review: Int64, _ grade: ExpertGrade) throws {
        let subject = try database.oneRow(ReviewPeriodSQL.subject, review)
        let received = try subject.timestamp("received_at")
        let graded = try subject.timestamp("graded_at")
        let claimed = try subject.timestamp("claimed_at")
        let image = try subject.integer("image_id")
        let institution = try subject.integer("institution_id")
        let period = try subject.text("period_at")
        let reading = try subject.integer("reading")
        let stratum = try stratum(of: subject)
        let isBlind = try subject.integer("was_unblinded") == 0
        try database.run(
            ReviewPeriodSQL.add,
            review,
            image,
            institution,
            period,
            reading,
            stratum?.rawValue,
            try subject.integer("sampled"),
            try subject.optionalText("level"),
            try subject.optionalInteger("score_tenths"),
            grade.level?.rawValue,
            grade.score.map { Int64(($0 * 10).rounded()) },
            isBlind ? grade.answers.impression?.rawValue : nil,
            Self.isNonconforming(grade).map { $0 ? 1 : 0 },
            Self.milliseconds(from: received, to: graded),
            Self.milliseconds(from: graded, to: claimed),
            Self.milliseconds(from: claimed, to: try subject.timestamp("at"))
        )
        // Later readings are not compared with the machine: the expert may know the first one.
        guard reading == 1, stratum != nil else { return }
        for judged in grade.findings where judged.finding.severity > .info {
            try database.run(
                ReviewPeriodSQL.addFinding,
                review,
                image,
                institution,
                period,
                judged.finding.code,
                judged.verdict.rawValue
            )
        }
    }

    /// How the queue brought the image; nil where it was picked by hand, or came by the clinic's objection alone.
    private func stratum(of subject: Row) throws -> QueuePriority? {
        guard try subject.choice("route", Triage.Route.self) == .review else { return nil }
        let counting = try GradeDocument.read(try subject.text("document"))
        if counting.findings.contains(where: { $0.severity == .critical }) { return .critical }
        return counting.triage.reasons == [Triage.sampledReason] ? .sampled : .flagged
    }

    /// nil where the expert could not judge and found nothing grave.
    private static func isNonconforming(_ grade: ExpertGrade) -> Bool? {
        if grade.standing.contains(where: { $0.severity >= .major }) { return true }
        return grade.score.map { $0 < leastScore }
    }

    /// 0 where a clock was set back between.
    private static func milliseconds(from start: Timestamp, to end: Timestamp) -> Int64 {
        max(0, end.milliseconds - start.milliseconds)
    }
}
