import GRDB
import Grading

/// Keeps the queue what it follows from: an image's standing, its counting grade, its readings and disputes.
struct QueueWriter {
    let database: Database
    let now: Timestamp

    /// Puts an image into the queue, moves it, or takes it out, as it stands in the transaction now.
    ///
    /// `reasons` are those of the counting grade where the caller knows them. A claim on an image that nobody has to
    /// look at any more ends with the reason.
    func follow(_ image: Int64, reasons: [String]? = nil) throws {
        let subject = try database.oneRow(QueueSQL.subject, image)
        if try put(subject, reasons: reasons) { return }
        let wasWaiting = try database.run(QueueSQL.remove, image) > 0
        let standing: ImageStanding = try subject.choice("standing")
        if wasWaiting || standing != .current {
            try database.run(ReviewSQL.releaseImage, image, now.text, try reasonToLeave(subject, standing))
        }
    }

    /// Puts all images in that wait; for a store that had no queue before.
    func fill() throws {
        try database.forEachRow(QueueSQL.candidates) { _ = try put($0, reasons: nil) }
    }

    /// Whether the image waits; then it has its place.
    private func put(_ subject: Row, reasons: [String]?) throws -> Bool {
        guard try subject.choice("standing", ImageStanding.self) == .current,
            try subject.choice("status", GradedImage.Status.self) != .unreadable
        else { return false }
        let reading = try subject.optionalText("reading")
        let isFirst = try subject.choice("route", Triage.Route.self) == .review && reading == nil
        let disputedAt = try subject.optionalText("disputed_at")
        guard isFirst || disputedAt != nil else { return false }
        let received = try subject.text("received_at")
        try database.run(
            QueueSQL.put,
            try subject.integer("image_id"),
            try subject.integer("institution_id"),
            (disputedAt == nil ? QueueKind.first : .dispute).rawValue,
            try priority(subject, reasons: reasons, reading: reading, isDisputed: disputedAt != nil).rawValue,
            // An image that waits already does not lose its place by the clinic's objection.
            isFirst ? received : disputedAt ?? received,
            try subject.optionalText("exam_type"),
            try subject.optionalText("section"),
            try subject.optionalText("technician")
        )
        return true
    }

    private func priority(
        _ subject: Row,
        reasons: [String]?,
        reading: String?,
        isDisputed: Bool
    ) throws -> QueuePriority {
        // What counts of a picture that was read is what the expert let stand.
        if let reading {
            let standing = try ExpertGradeDocument.read(reading).standing
            if standing.contains(where: { $0.severity == .critical }) { return .critical }
        } else if try subject.integer("criticals") > 0 {
            return .critical
        }
        if isDisputed { return .flagged }
        guard try subject.integer("sampled") == 1 else { return .flagged }
        let reasons = try reasons ?? GradeDocument.read(try subject.text("document")).triage.reasons
        return reasons == [Triage.sampledReason] ? .sampled : .flagged
    }

    private func reasonToLeave(_ subject: Row, _ standing: ImageStanding) throws -> String {
        switch standing {
        case .superseded: "a correction took the image's place"
        case .withdrawn: "the clinic took the exam back"
        case .current:
            try subject.choice("status", GradedImage.Status.self) == .unreadable
                ? "the file cannot be read any more" : "the first pass does not ask for an expert any more"
        }
    }
}
