import Foundation
import GRDB
import Grading

/// A graded image as the store keeps it: the contract's JSON, its keys sorted, and the columns that queries read.
struct GradeDocument {
    let image: GradedImage
    let text: String

    /// Writes a grade.
    ///
    /// Throws `refused` for one that contradicts itself.
    init(_ image: GradedImage) throws {
        guard (image.status == .graded) == (image.score != nil), (image.status == .graded) == (image.level != nil),
            image.score.map({ (0...100).contains($0) }) ?? true,
            image.status == .graded || image.triage.route == .review
        else {
            throw StoreError(
                code: .refused,
                message: "a grade has score and level exactly when it is graded, and all else goes to review",
                identity: image.path
            )
        }
        self.image = image
        text = try CanonicalJSON.text(image)
    }

    /// Reads a stored document.
    static func read(_ text: String) throws -> GradedImage {
        do { return try JSONDecoder().decode(GradedImage.self, from: Data(text.utf8)) } catch {
            throw StoreError(
                code: .corrupt,
                message: "a stored grade cannot be read; run `sonograde audit verify`",
                cause: String(describing: error)
            )
        }
    }

    /// 0–1000; nil without a score.
    var scoreTenths: Int64? { image.score.map { Int64(($0 * 10).rounded()) } }

    var isSampled: Bool { image.triage.reasons.contains(Triage.sampledReason) }
}

extension ExamMetadata {
    /// The columns of an exam's row.
    init(_ row: Row) throws {
        self.init(
            examType: try row.optionalText("exam_type"),
            pseudonym: try row.optionalText("pseudonym"),
            technician: try row.optionalText("technician"),
            device: try row.optionalText("device"),
            transducer: try row.optionalText("transducer"),
            preset: try row.optionalText("preset"),
            performedAt: try row.optionalText("performed_at"),
            orderedAt: try row.optionalText("ordered_at"),
            reportText: try row.optionalText("report_text"),
            examJSON: try row.optionalText("exam_json"),
            notes: try row.optionalText("notes").map { try JSONDecoder().decode([String].self, from: Data($0.utf8)) }
        )
    }

    /// `notes` as its column has them.
    var notesColumn: String? {
        get throws { try notes.map { try CanonicalJSON.text($0) } }
    }
}

extension ExamRecord {
    /// An exam from the columns of `ExamSQL.byID`.
    init(_ row: Row) throws {
        self.init(
            id: try row.integer("id"),
            institution: try row.institution(),
            examID: try row.text("exam_id"),
            date: try row.optionalText("exam_date"),
            ordinal: try row.count("ordinal"),
            folder: try row.fileName("folder"),
            outboxFolder: try row.text("outbox_folder"),
            metadata: try ExamMetadata(row),
            state: try row.choice("state"),
            withdrawalReason: try row.optionalText("withdrawal_reason"),
            receivedAt: try row.timestamp("received_at"),
            gradedAt: try row.timestamp("graded_at"),
            firstAnsweredAt: try row.optionalTimestamp("first_answered_at"),
            answeredAt: try row.optionalTimestamp("answered_at"),
            revision: try row.count("revision"),
            answeredRevision: try row.count("answered_revision"),
            reDropCount: try row.count("redrop_count"),
            baselineID: try row.optionalInteger("baseline_id")
        )
    }

    /// What the audit trail calls the exam: the same on every store with the same input.
    var subject: String {
        let key = date.map { "\($0)_\(examID)" } ?? "\(folder.display)#\(ordinal)"
        return "\(institution.display)/\(key)"
    }

    /// Whose images these are, as far as the clinic says: pseudonyms are an institution's own.
    var patientKey: String {
        metadata.pseudonym.map { "patient/\(institution.display)/\($0)" } ?? "exam/\(id)"
    }
}

extension ExamIdentity {
    /// What the store looks an exam up by.
    var baseKey: String { date.map { "\($0)/\(examID)" } ?? folder.key }
}
