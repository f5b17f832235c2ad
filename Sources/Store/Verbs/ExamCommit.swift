import GRDB
import Grading

/// One exam's transaction, step by step.
///
/// 1. Tell each file apart: new, a correction, a retry, a re-drop, or committed before.
/// 2. Make the exam, or merge what is newly said about it.
/// 3. Write images, grades and quarantine entries, and what waits for an expert; remember the inbox files for their
///    removal.
/// 4. Take the exam back or let it count again.
/// 5. Mark duplicates on both sides.
/// 6. Audit, with `exam.graded` as the last entry.
struct ExamCommit {
    let database: Database
    let submission: SubmissionCommit
    let images: ImageWriter
    let now: Timestamp

    /// What is stored of the version that a file would replace.
    struct Newest {
        let id: Int64
        let version: Int
        let sha256: String?
        let status: GradedImage.Status
        let isInQuarantine: Bool
    }

    /// What the steps hand on to the audit trail.
    struct Progress {
        var outcomes: [FileOutcome] = []
        var touched: Set<String> = []
        var entries: [(AuditAction, String, AuditedRecord?)] = []
        /// What the files now hold, since one submission may name bytes twice.
        var names: Set<FileName> = []

        func count(_ outcome: FileOutcome) -> Int { outcomes.count { $0 == outcome } }
    }

    /// Writes everything and appends the entries.
    func run(_ trail: inout AuditTrail) throws -> CommitOutcome {
        let institution = try institutionID(submission.institution)
        let existing = try ExamLookup(database: database).find(
            institution: institution,
            identity: submission.identity,
            receivedAt: submission.receivedAt,
            lateDays: submission.lateDays
        )
        for file in submission.sidecars { try rememberTaken(file) }
        if let existing, try !hasNews(for: existing) {
            return CommitOutcome(
                examID: existing.id,
                revision: existing.revision,
                outboxFolder: existing.outboxFolder,
                files: submission.files.map { _ in .alreadyCommitted },
                otherExams: []
            )
        }
        var exam = try existing ?? addExam(institution: institution)
        let before = exam
        exam.metadata = before.metadata.merged(with: submission.metadata)
        switch submission.withdrawal {
        case .unchanged: break
        case .withdraw(let reason): (exam.state, exam.withdrawalReason) = (.withdrawn, reason)
        case .reinstate: (exam.state, exam.withdrawalReason) = (.graded, nil)
        }
        if exam.state != .withdrawn { exam.state = .graded }

        var progress = Progress()
        for file in submission.files {
            progress.outcomes.append(try write(file, of: exam, institution: institution, &progress))
        }
        try update(exam, reDrops: progress.count(.reDropped))
        if exam.patientKey != before.patientKey || (exam.state == .withdrawn) != (before.state == .withdrawn) {
            try settleAll(of: exam, &progress)
        }
        var others = try images.relate(progress.touched)
        others.remove(exam.id)
        for other in others.sorted() { try database.run(ExamSQL.raiseRevision, other, now.text) }

        try appendEntries(&trail, exam, before: existing, institution: institution, progress, others: others.sorted())
        return CommitOutcome(
            examID: exam.id,
            revision: before.revision + 1,
            outboxFolder: exam.outboxFolder,
            files: progress.outcomes,
            otherExams: others.sorted()
        )
    }

    // MARK: The exam

    private func institutionID(_ name: FileName) throws -> Int64 {
        try database.institutionID(name, at: now)
    }

    private func hasNews(for exam: ExamRecord) throws -> Bool {
        if exam.metadata.merged(with: submission.metadata) != exam.metadata { return true }
        switch submission.withdrawal {
        case .unchanged: break
        case .withdraw(let reason):
            if exam.state != .withdrawn || exam.withdrawalReason != reason { return true }
        case .reinstate:
            if exam.state == .withdrawn { return true }
        }
        return try submission.files.contains { try !isCommitted($0) }
    }

    private func addExam(institution: Int64) throws -> ExamRecord {
        if !submission.files.isEmpty, try submission.files.allSatisfy(isCommitted) {
            throw StoreError(
                code: .refused,
                message: "these inbox files were committed to another exam and only wait for their removal",
                identity: submission.identity.folder.display
            )
        }
        let identity = submission.identity
        var ordinal: Int64 = 0
        if identity.date == nil {
            ordinal = try database.row(ExamSQL.newest, institution, identity.baseKey)?.integer("ordinal") ?? 0
            ordinal += 1
        }
        let outbox = try freeOutboxFolder(institution: institution)
        let row = try database.oneRow(
            ExamSQL.add,
            institution,
            identity.baseKey,
            ordinal,
            identity.examID,
            identity.date,
            identity.folder.key,
            identity.folder.shown,
            outbox,
            submission.receivedAt.text,
            now.text,
            submission.baseline
        )
        return try ExamRecord(database.oneRow(ExamSQL.byID, try row.integer("id")))
    }

    private func freeOutboxFolder(institution: Int64) throws -> String {
        let wish = submission.identity.folder.display
        var name = wish
        var number = 1
        while try database.row(ExamSQL.outboxFolderTaken, institution, name) != nil {
            number += 1
            name = "\(wish)~\(number)"
        }
        return name
    }

    private func update(_ exam: ExamRecord, reDrops: Int) throws {
        let said = exam.metadata
        try database.run(
            ExamSQL.update,
            exam.id,
            said.examType,
            said.pseudonym,
            said.technician,
            said.device,
            said.transducer,
            said.preset,
            said.performedAt,
            said.orderedAt,
            said.reportText,
            said.examJSON,
            try said.notesColumn,
            exam.patientKey,
            exam.state.rawValue,
            exam.withdrawalReason,
            now.text,
            reDrops
        )
        for row in try database.rows(QueueSQL.ofExam, exam.id) {
            try images.queue.follow(try row.integer("image_id"))
        }
    }

    /// All images of an exam that was taken back, counts again, or is of another patient than was thought.
    private func settleAll(of exam: ExamRecord, _ progress: inout Progress) throws {
        let standing: ImageStanding = exam.state == .withdrawn ? .withdrawn : .current
        for row in try database.rows(ImageSQL.notSuperseded, exam.id) {
            let image = try row.integer("id")
            try images.settle(
                image: image,
                standing: standing,
                duplicate: .none,
                vaultExtension: try row.optionalText("vault_extension")
            )
            if let sha256 = try row.optionalText("sha256") { progress.touched.insert(sha256) }
        }
    }
}

/// Finds the exam that a submission adds to.
struct ExamLookup {
    let database: Database

    /// The exam with that identity; without a date, the newest of that folder name that is not too old.
    func find(
        institution: Int64,
        identity: ExamIdentity,
        receivedAt: Timestamp,
        lateDays: Int
    ) throws -> ExamRecord? {
        guard let row = try database.row(ExamSQL.newest, institution, identity.baseKey) else { return nil }
        if identity.date == nil {
            let age = receivedAt.milliseconds - (try row.timestamp("received_at").milliseconds)
            guard age <= Int64(lateDays) * 86_400_000 else { return nil }
        }
        return try ExamRecord(database.oneRow(ExamSQL.byID, try row.integer("id")))
    }
}
