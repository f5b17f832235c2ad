import Foundation
import GRDB
import Grading

/// An expert's grade as the store keeps it: canonical JSON and the columns that queries read.
struct ExpertGradeDocument {
    let grade: ExpertGrade
    let text: String

    /// Writes a grade.
    ///
    /// Throws `refused` for one that contradicts itself.
    init(_ grade: ExpertGrade) throws {
        guard (grade.score == nil) == (grade.level == nil), grade.score.map({ (0...100).contains($0) }) ?? true else {
            throw StoreError(
                code: .refused,
                message: "an expert's grade has a level exactly when it has a score, and a score of 0 to 100"
            )
        }
        self.grade = grade
        text = try CanonicalJSON.text(grade)
    }

    /// Reads a stored document.
    static func read(_ text: String) throws -> ExpertGrade {
        do { return try JSONDecoder().decode(ExpertGrade.self, from: Data(text.utf8)) } catch {
            throw StoreError(
                code: .corrupt,
                message: "a stored reading cannot be read; run `sonograde audit verify`",
                cause: String(describing: error)
            )
        }
    }

    /// 0–1000; nil without a score.
    var scoreTenths: Int64? { grade.score.map { Int64(($0 * 10).rounded()) } }
}

extension ReviewRecord {
    /// A reading from the columns of `ReviewSQL.byID`.
    init(_ row: Row) throws {
        self.init(
            id: try row.integer("id"),
            image: try row.integer("image_id"),
            reading: try row.count("reading"),
            expert: try row.text("expert_id"),
            claimedAt: try row.timestamp("claimed_at"),
            at: try row.timestamp("at"),
            wasUnblinded: try row.integer("was_unblinded") == 1,
            machineGradeID: try row.integer("grade_id"),
            disputeID: try row.optionalInteger("dispute_id"),
            grade: try ExpertGradeDocument.read(try row.text("document"))
        )
    }
}

extension DisputeRecord {
    /// An objection from the columns of `ReviewSQL.dispute`.
    init(_ row: Row) throws {
        self.init(
            id: try row.integer("id"),
            image: try row.integer("image_id"),
            text: try row.text("objection"),
            by: try row.optionalText("raised_by"),
            at: try row.timestamp("at"),
            against: try row.optionalInteger("against"),
            settledBy: try row.optionalInteger("settled_by")
        )
    }
}

extension ConsultationRecord {
    /// A question from the columns of `ReviewSQL.consultation`.
    init(_ row: Row) throws {
        self.init(
            id: try row.integer("id"),
            image: try row.integer("image_id"),
            review: try row.integer("review_id"),
            askedBy: try row.text("asked_by"),
            question: try row.text("question"),
            askedAt: try row.timestamp("asked_at"),
            answer: try row.optionalText("answer"),
            answeredBy: try row.optionalText("answered_by"),
            answeredAt: try row.optionalTimestamp("answered_at")
        )
    }
}

extension ClaimRecord {
    /// A claim from its columns `claim_id`, `image_id`, `claim_expert`, `claim_at`, `claim_until`.
    init(_ row: Row) throws {
        self.init(
            id: try row.integer("claim_id"),
            image: try row.integer("image_id"),
            expert: try row.text("claim_expert"),
            at: try row.timestamp("claim_at"),
            until: try row.timestamp("claim_until")
        )
    }
}

extension QueueItem {
    /// An entry from the columns of `QueueSQL.item`.
    init(_ row: Row) throws {
        guard let priority = QueuePriority(rawValue: try row.integer("priority")) else {
            throw StoreError(code: .corrupt, message: "the queue holds a priority that no image has")
        }
        self.init(
            image: try row.integer("image_id"),
            kind: try row.choice("kind"),
            priority: priority,
            since: try row.timestamp("since"),
            institution: try row.institution(),
            examType: try row.optionalText("exam_type"),
            section: try row.optionalText("section"),
            claim: try row.optionalInteger("claim_id") == nil ? nil : ClaimRecord(row)
        )
    }
}
