import GRDB
import Grading

/// Keeps the queue what it follows from: an image's standing, its counting grade, its readings and disputes.
struct QueueWriter {
    let database: Database
    let now: Timestamp

    /// Where an image waits: a row of the queue.
    fileprivate struct Place: Equatable {
        var institution: Int64
        var kind: String
        var priority: Int64
        var since: String
        var examType: String?
        var section: String?
        var technician: String?
    }

    /// Puts an image into the queue, moves it, or takes it out, as it stands in the transaction now.
    ///
    /// `reasons` are those of the counting grade where the caller knows them. A claim on an image that nobody has to
    /// look at any more ends with the reason.
    func follow(_ image: Int64, reasons: [String]? = nil) throws {
        let subject = try database.oneRow(QueueSQL.subject, image)
        let before = try database.row(QueueSQL.place, image).map { try Place($0) }
        let after = try place(of: subject, reasons: reasons)
        if after != before { try write(image, from: before, to: after) }
        guard after == nil else { return }
        let standing: ImageStanding = try subject.choice("standing")
        if before != nil || standing != .current {
            try database.run(ReviewSQL.releaseImage, image, now.text, try reasonToLeave(subject, standing))
        }
    }

    /// Puts all images in that wait; for a store that had no queue before.
    func fill() throws {
        try database.forEachRow(QueueSQL.candidates) { subject in
            let place = try place(of: subject, reasons: nil)
            if let place { try write(try subject.integer("image_id"), from: nil, to: place) }
        }
    }

    /// Writes the row, and counts the image out of where it was and into where it is.
    private func write(_ image: Int64, from before: Place?, to after: Place?) throws {
        if let before {
            try database.run(
                QueueSQL.countOut,
                before.institution,
                before.kind,
                before.priority,
                before.examType,
                before.section
            )
        }
        guard let after else {
            try database.run(QueueSQL.remove, image)
            return
        }
        try database.run(
            QueueSQL.put,
            image,
            after.institution,
            after.kind,
            after.priority,
            after.since,
            after.examType,
            after.section,
            after.technician
        )
        try database.run(
            QueueSQL.countIn,
            after.institution,
            after.kind,
            after.priority,
            after.examType,
            after.section
        )
    }

    /// Where the image has to wait; nil where nobody has to look at it.
    private func place(of subject: Row, reasons: [String]?) throws -> Place? {
        guard try subject.choice("standing", ImageStanding.self) == .current,
            try subject.choice("status", GradedImage.Status.self) != .unreadable
        else { return nil }
        let reading = try subject.optionalText("reading")
        let isFirst = try subject.choice("route", Triage.Route.self) == .review && reading == nil
        let disputedAt = try subject.optionalText("disputed_at")
        guard isFirst || disputedAt != nil else { return nil }
        let received = try subject.text("received_at")
        return Place(
            institution: try subject.integer("institution_id"),
            kind: (disputedAt == nil ? QueueKind.first : .dispute).rawValue,
            priority: try priority(subject, reasons: reasons, reading: reading, isDisputed: disputedAt != nil).rawValue,
            // An image that waits already does not lose its place by the clinic's objection.
            since: isFirst ? received : disputedAt ?? received,
            examType: try subject.optionalText("exam_type"),
            section: try subject.optionalText("section"),
            technician: try subject.optionalText("technician")
        )
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

extension QueueWriter.Place {
    /// A place from the columns of `QueueSQL.place`.
    fileprivate init(_ row: Row) throws {
        self.init(
            institution: try row.integer("institution_id"),
            kind: try row.text("kind"),
            priority: try row.integer("priority"),
            since: try row.text("since"),
            examType: try row.optionalText("exam_type"),
            section: try row.optionalText("section"),
            technician: try row.optionalText("technician")
        )
    }
}
