import GRDB
import Grading

/// The transaction's entries, in their order.
extension ExamCommit {
    func appendEntries(
        _ trail: inout AuditTrail,
        _ exam: ExamRecord,
        before: ExamRecord?,
        institution: Int64,
        _ progress: Progress,
        others: [Int64]
    ) throws {
        let withdrawal: String? =
            switch submission.withdrawal {
            case .unchanged: nil
            case .withdraw(let reason): "withdrawn: " + reason
            case .reinstate: "reinstated"
            }
        let receipt = try database.oneRow(
            ExamSQL.addReceipt,
            exam.id,
            submission.receivedAt.text,
            now.text,
            progress.count(.added),
            progress.count(.corrected),
            progress.count(.retried),
            progress.count(.reDropped),
            try CanonicalJSON.text(submission.metadata),
            withdrawal
        ).integer("id")
        try trail.append(.examReceived, exam.subject, record: .receipt(receipt))
        try commitSampling(&trail, institution: institution)
        for (action, subject, record) in progress.entries { try trail.append(action, subject, record: record) }
        if exam.state == .withdrawn, before?.state != .withdrawn {
            try trail.append(.examWithdrawn, exam.subject, record: .exam(exam.id))
        } else if exam.state != .withdrawn, before?.state == .withdrawn {
            try trail.append(.examReinstated, exam.subject, record: .exam(exam.id))
        }
        for other in others {
            let record = try ExamRecord(database.oneRow(ExamSQL.byID, other))
            try trail.append(.examRelated, record.subject, record: .exam(other))
        }
        try trail.append(.examGraded, exam.subject, record: .exam(exam.id))
    }

    /// The month's first exam fixes the seed by which all of the month is drawn.
    private func commitSampling(_ trail: inout AuditTrail, institution: Int64) throws {
        guard let sampling = submission.sampling else { return }
        let added = try database.row(
            ExamSQL.addSampling,
            institution,
            sampling.month,
            sampling.commitment,
            now.text
        )
        if added != nil {
            try trail.append(
                .samplingCommitted,
                "\(submission.institution.display)/\(sampling.month)",
                record: .sampling(institution: institution, month: sampling.month)
            )
            return
        }
        let stored = try database.oneRow(ExamSQL.samplingCommitment, institution, sampling.month).text("commitment")
        guard stored == sampling.commitment else {
            throw StoreError(
                code: .refused,
                message: "the sampling seed is not the one that \(sampling.month) began with; put the old seed back",
                identity: submission.institution.display
            )
        }
    }
}
