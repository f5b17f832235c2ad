import GRDB
import Grading

/// One exam's transaction, step by step.
///
/// 1. Tell each file apart: new, a correction, a retry, a re-drop, or committed before.
/// 2. Make the exam, or merge what is newly said about it.
/// 3. Write images, grades and quarantine entries; remember the inbox files for their removal.
/// 4. Take the exam back or let it count again.
/// 5. Mark duplicates on both sides.
/// 6. Audit, with `exam.graded` as the last entry.
struct ExamCommit {
    let database: Database
    let submission: SubmissionCommit
    let images: ImageWriter
    let now: Timestamp

    /// What is stored of the version that a file would replace.
    private struct Newest {
        let id: Int64
        let version: Int
        let sha256: String?
        let status: GradedImage.Status
        let isInQuarantine: Bool
    }

    /// What the steps hand on to the audit trail.
    private struct Progress {
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
        var others: Set<Int64> = []
        for sha256 in progress.touched.sorted() { others.formUnion(try images.relate(sha256)) }
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
            now.text
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

    // MARK: Files

    private func isCommitted(_ file: SubmittedFile) throws -> Bool {
        guard let source = file.source else { return false }
        return try database.isTaken(source)
    }

    private func rememberTaken(_ file: InboxFile) throws { try database.rememberTaken(file, at: now) }

    private func newest(_ name: FileName, of exam: Int64) throws -> Newest? {
        guard let row = try database.row(ImageSQL.newest, exam, name.key) else { return nil }
        let id = try row.integer("id")
        return Newest(
            id: id,
            version: try row.count("version"),
            sha256: try row.optionalText("sha256"),
            status: try row.choice("status"),
            isInQuarantine: try database.row(InboxSQL.openOfImage, id) != nil
        )
    }

    private func outcome(of file: SubmittedFile, newest: Newest?) throws -> FileOutcome {
        let isSame = file.sha256 != nil && file.sha256 == newest?.sha256
        guard let newest else {
            if case .reDrop = file.content { throw planAgain(file) }
            return .added
        }
        switch file.content {
        case .reDrop:
            // A file that nobody holds any more, neither vault nor quarantine, is not to be removed from the inbox.
            guard isSame, newest.status != .unreadable || newest.isInQuarantine else { throw planAgain(file) }
            return .reDropped
        case .image:
            guard isSame else { return .corrected }
            return newest.status == .unreadable ? .retried : .reDropped
        case .unreadable:
            guard isSame else { return .corrected }
            return newest.status != .unreadable || newest.isInQuarantine ? .reDropped : .retried
        }
    }

    private func planAgain(_ file: SubmittedFile) -> StoreError {
        StoreError(
            code: .refused,
            message: "the exam has not these bytes under this name any more; the next sweep takes them",
            identity: file.name.display
        )
    }

    private func write(
        _ file: SubmittedFile,
        of exam: ExamRecord,
        institution: Int64,
        _ progress: inout Progress
    ) throws -> FileOutcome {
        guard progress.names.insert(file.name).inserted else {
            throw StoreError(
                code: .refused,
                message: "a submission names the same file twice",
                identity: file.name.display
            )
        }
        if try isCommitted(file) { return .alreadyCommitted }
        let newest = try newest(file.name, of: exam.id)
        let outcome = try outcome(of: file, newest: newest)
        if let source = file.source { try rememberTaken(source) }
        let version = outcome == .corrected ? (newest?.version ?? 0) + 1 : newest?.version ?? 1
        let subject = "\(exam.subject)/\(file.name.display)" + (version > 1 ? "@\(version)" : "")
        guard outcome != .reDropped else {
            progress.entries.append((.imageReDropped, subject, nil))
            return outcome
        }
        let document: GradedImage
        var vaultExtension: String?
        var place: QuarantinePlace?
        switch file.content {
        case .image(let grade, let fileExtension): (document, vaultExtension) = (grade, fileExtension)
        case .unreadable(let grade, let quarantined): (document, place) = (grade, quarantined)
        case .reDrop: throw planAgain(file)
        }
        guard (document.status == .unreadable) == (place != nil), place != nil || file.sha256 != nil else {
            throw StoreError(
                code: .refused,
                message: "a graded file has a digest, and one in quarantine is unreadable",
                identity: file.name.display
            )
        }
        let grade = try GradeDocument(document)
        let image: Int64
        if outcome == .retried, let newest {
            image = newest.id
        } else {
            if let newest { try supersede(newest, &progress) }
            image = try add(file, grade, vaultExtension, version: version, exam: exam, institution: institution)
        }
        let gradeID = try images.addGrade(grade, to: image)
        try images.settle(
            image: image,
            standing: exam.state == .withdrawn ? .withdrawn : .current,
            duplicate: .none,
            vaultExtension: vaultExtension
        )
        if let sha256 = file.sha256 { progress.touched.insert(sha256) }
        progress.entries.append((.imageGraded, subject, .grade(gradeID)))
        if let newest { try replaceQuarantine(of: newest.id, subject: subject, &progress) }
        if let place {
            let entry = try database.addQuarantine(
                institution: institution,
                exam: exam.id,
                image: image,
                original: file.source?.path ?? file.name,
                place: place,
                sha256: file.sha256,
                bytes: file.bytes,
                at: now
            )
            progress.entries.append((.fileQuarantined, subject, .quarantine(entry)))
        }
        return outcome
    }

    private func add(
        _ file: SubmittedFile,
        _ grade: GradeDocument,
        _ vaultExtension: String?,
        version: Int,
        exam: ExamRecord,
        institution: Int64
    ) throws -> Int64 {
        try database.oneRow(
            ImageSQL.add,
            exam.id,
            institution,
            file.name.key,
            file.name.shown,
            version,
            file.sha256,
            file.bytes,
            vaultExtension,
            now.text,
            exam.receivedAt.text,
            ImageStanding.current.rawValue,
            grade.image.status.rawValue,
            grade.image.section,
            grade.scoreTenths,
            grade.image.level?.rawValue,
            grade.image.triage.route.rawValue,
            grade.isSampled ? 1 : 0
        ).integer("id")
    }

    private func supersede(_ newest: Newest, _ progress: inout Progress) throws {
        let row = try database.oneRow(ImageSQL.ownGrade, newest.id)
        try images.settle(
            image: newest.id,
            standing: .superseded,
            duplicate: .none,
            vaultExtension: try row.optionalText("vault_extension")
        )
        if let sha256 = newest.sha256 { progress.touched.insert(sha256) }
    }

    /// The file under that name was dropped anew, so nobody has to see to the one on the shelf.
    private func replaceQuarantine(of image: Int64, subject: String, _ progress: inout Progress) throws {
        for row in try database.rows(InboxSQL.openOfImage, image) {
            let id = try row.integer("id")
            try database.run(InboxSQL.setState, id, QuarantineState.replaced.rawValue, now.text)
            progress.entries.append((.quarantineReplaced, subject, .quarantine(id)))
        }
    }

    // MARK: Audit

    private func appendEntries(
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
