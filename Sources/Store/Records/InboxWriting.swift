import GRDB

extension InboxFile {
    /// A file from its row.
    init(_ row: Row) throws {
        self.init(
            path: try row.fileName("path"),
            institution: try row.optionalFileName("institution"),
            folder: try row.optionalFileName("folder"),
            device: UInt64(bitPattern: try row.integer("device")),
            inode: UInt64(bitPattern: try row.integer("inode")),
            size: try row.integer("size"),
            modifiedNanoseconds: try row.integer("modified_ns")
        )
    }

    /// Whether a row of the same path is about this very file.
    func isDescribed(by row: Row) throws -> Bool {
        try row.integer("device") == Int64(bitPattern: device) && row.integer("inode") == Int64(bitPattern: inode)
            && row.integer("size") == size && row.integer("modified_ns") == modifiedNanoseconds
    }
}

extension Database {
    /// The institution's id; it is added when it was never seen.
    func institutionID(_ name: FileName, at now: Timestamp) throws -> Int64 {
        try run(ExamSQL.addInstitution, name.display, name.key, now.text)
        return try oneRow(ExamSQL.institutionID, name.display).integer("id")
    }

    /// Whether this very file was committed and waits for its removal.
    func isTaken(_ file: InboxFile) throws -> Bool {
        guard let row = try row(InboxSQL.file, file.path.key) else { return false }
        return try row.integer("is_taken") == 1 && file.isDescribed(by: row)
    }

    /// Notes that a file is committed and may go; why it stayed before does not matter any more.
    func rememberTaken(_ file: InboxFile, at now: Timestamp) throws {
        if try isTaken(file) { return }
        try remember(file, isTaken: true, code: nil, message: nil, at: now)
    }

    /// Writes a file's row.
    func remember(_ file: InboxFile, isTaken: Bool, code: String?, message: String?, at now: Timestamp) throws {
        try run(
            InboxSQL.remember,
            file.path.key,
            file.path.shown,
            file.institution?.key,
            file.institution?.shown,
            file.folder?.key,
            file.folder?.shown,
            Int64(bitPattern: file.device),
            Int64(bitPattern: file.inode),
            file.size,
            file.modifiedNanoseconds,
            isTaken ? 1 : 0,
            code,
            message,
            now.text
        )
    }

    /// Adds an open quarantine entry; returns its id.
    func addQuarantine(
        institution: Int64?,
        exam: Int64?,
        image: Int64?,
        original: FileName,
        place: QuarantinePlace,
        sha256: String?,
        bytes: Int64,
        at now: Timestamp
    ) throws -> Int64 {
        try oneRow(
            InboxSQL.addQuarantine,
            institution,
            exam,
            image,
            original.key,
            original.shown,
            place.path.key,
            place.path.shown,
            place.code,
            place.message,
            now.text,
            sha256,
            bytes
        ).integer("id")
    }
}
