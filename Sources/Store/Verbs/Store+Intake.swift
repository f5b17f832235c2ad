import GRDB

extension Store {
    /// The exam that a submission would add to; nil when it would be a new one.
    package func exam(
        institution: FileName,
        identity: ExamIdentity,
        receivedAt: Timestamp,
        lateDays: Int
    ) throws(StoreError) -> ExamRecord? {
        try read { database in
            guard let row = try database.row(ExamSQL.institutionID, institution.display) else { return nil }
            return try ExamLookup(database: database).find(
                institution: try row.integer("id"),
                identity: identity,
                receivedAt: receivedAt,
                lateDays: lateDays
            )
        }
    }

    /// The exam's current images in byte order of their names, unreadable ones among them.
    package func knownImages(exam: Int64) throws(StoreError) -> [KnownImage] {
        try read { database in
            try database.rows(ImageSQL.known, exam).map { row in
                KnownImage(
                    name: try row.fileName("name"),
                    version: try row.count("version"),
                    sha256: try row.optionalText("sha256"),
                    bytes: try row.integer("bytes"),
                    status: try row.choice("status")
                )
            }
        }
    }

    /// Notes a stage of an exam in the audit trail, in a small durable transaction of its own.
    ///
    /// `subject` is `institution/folder`. Stages are no part of `dump`, and `audit.head` waits for the exam's commit.
    package func appendStage(_ stage: ExamStage, subject: String, at now: Timestamp) throws(StoreError) {
        let action: AuditAction =
            switch stage {
            case .settled: .examSettled
            case .measured: .examMeasured
            case .vaulted: .examVaulted
            }
        try write { database in
            var trail = try AuditTrail(database, at: now)
            try trail.append(action, subject)
        }
    }

    /// Writes one exam's submission in one transaction and raises the exam's revision.
    ///
    /// A file whose name is new becomes an image; other bytes under a known name are a correction, which supersedes
    /// the image that was there; the same bytes are an ignored re-drop; a file whose very inbox entry was committed
    /// before is only a removal left over. Where all files are such and nothing new is said, nothing changes.
    /// Images with the same bytes are marked on both sides, and exams that are touched by it are to be answered again.
    /// Throws `refused` for a `.reDrop` whose bytes are not the current version's, and `diskFull`, `busy`, `failed`;
    /// then nothing was written, unless the error is about `audit.head`: then a restart finds the exam committed.
    package func commit(
        _ submission: SubmissionCommit,
        effective: @escaping EffectiveGrade,
        at now: Timestamp
    ) throws(StoreError) -> CommitOutcome {
        try writeAudited(at: now) { database, trail in
            let images = ImageWriter(database: database, effective: effective, now: now)
            return try ExamCommit(database: database, submission: submission, images: images, now: now).run(&trail)
        }
    }

    /// Quarantines a file that belongs to no exam.
    ///
    /// Returns its entry's id.
    ///
    /// A file whose very inbox entry was quarantined before only waits for its removal: its entry is returned again.
    package func quarantine(_ stray: StrayFile, at now: Timestamp) throws(StoreError) -> Int64 {
        try writeAudited(at: now) { database, trail in
            if let source = stray.source, try database.isTaken(source),
                let row = try database.row(InboxSQL.openByOriginal, stray.originalPath.key)
            {
                return try row.integer("id")
            }
            let institution = try stray.institution.map { try database.institutionID($0, at: now) }
            let entry = try database.addQuarantine(
                institution: institution,
                exam: nil,
                image: nil,
                original: stray.originalPath,
                place: stray.place,
                sha256: stray.sha256,
                bytes: stray.bytes,
                at: now
            )
            if let source = stray.source { try database.rememberTaken(source, at: now) }
            try trail.append(.fileQuarantined, stray.originalPath.display, record: .quarantine(entry))
            return entry
        }
    }

    /// Committed inbox files that are still to be removed: all, an institution's, or one folder's.
    package func pendingRemovals(
        institution: FileName? = nil,
        folder: FileName? = nil
    ) throws(StoreError) -> [InboxFile] {
        try read { database in
            let rows =
                switch (institution, folder) {
                case (nil, _): try database.rows(InboxSQL.taken)
                case (let institution?, nil): try database.rows(InboxSQL.takenOfInstitution, institution.key)
                case (let institution?, let folder?):
                    try database.rows(InboxSQL.takenOfFolder, institution.key, folder.key)
                }
            return try rows.map { try InboxFile($0) }
        }
    }

    /// Forgets committed inbox files that are gone now (removed, or replaced by something else).
    package func markRemoved(_ files: [InboxFile]) throws(StoreError) {
        guard !files.isEmpty else { return }
        try write { database in
            for file in files {
                try database.run(
                    InboxSQL.forgetTaken,
                    file.path.key,
                    Int64(bitPattern: file.device),
                    Int64(bitPattern: file.inode),
                    file.size,
                    file.modifiedNanoseconds
                )
            }
        }
    }

    /// Remembers a file that stays in the inbox because it cannot be read or removed.
    ///
    /// True the first time this very file (path, inode, size, mtime) is seen, so that it is named once. A committed
    /// file that cannot be removed still waits for its removal.
    package func rememberLeft(_ left: LeftFile) throws(StoreError) -> Bool {
        try write { database in
            let row = try database.row(InboxSQL.file, left.file.path.key)
            let isSame = try row.map { try left.file.isDescribed(by: $0) } ?? false
            if isSame, try row?.optionalText("code") == left.code { return false }
            let isTaken = try isSame && row?.integer("is_taken") == 1
            try database.remember(
                left.file,
                isTaken: isTaken,
                code: left.code,
                message: left.message,
                at: left.since
            )
            return true
        }
    }

    /// The files that stay in the inbox, in byte order of their paths.
    package func leftFiles() throws(StoreError) -> [LeftFile] {
        try read { database in
            try database.rows(InboxSQL.left).map { row in
                LeftFile(
                    file: try InboxFile(row),
                    code: try row.text("code"),
                    message: try row.text("message"),
                    since: try row.timestamp("since")
                )
            }
        }
    }

    /// Forgets files that stayed in the inbox and don't any more.
    package func forgetLeft(paths: [FileName]) throws(StoreError) {
        guard !paths.isEmpty else { return }
        try write { database in
            for path in paths {
                try database.run(InboxSQL.forgetLeft, path.key)
                try database.run(InboxSQL.forgetReason, path.key)
            }
        }
    }
}
