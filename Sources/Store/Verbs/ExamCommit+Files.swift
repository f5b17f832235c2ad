import GRDB
import Grading

/// What becomes of each file of a submission.
extension ExamCommit {
    func isCommitted(_ file: SubmittedFile) throws -> Bool {
        guard let source = file.source else { return false }
        return try database.isTaken(source)
    }

    func rememberTaken(_ file: InboxFile) throws { try database.rememberTaken(file, at: now) }

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

    func write(
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
        try NearProfileWriter(database: database).add(
            file.nearProfile,
            of: image,
            grade: document,
            exam: exam,
            institution: institution
        )
        if let sha256 = file.sha256 {
            progress.touched.insert(sha256)
            let print = document.status == .unreadable ? nil : file.fingerprint
            progress.touched.formUnion(try FingerprintWriter(database: database).keep(print, of: sha256))
        }
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
}
