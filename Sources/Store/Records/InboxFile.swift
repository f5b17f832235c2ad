/// One file in the inbox, told apart from whatever may later stand at the same path.
package struct InboxFile: Sendable, Hashable {
    /// Path relative to `inbox/`.
    package var path: FileName
    /// The institution's folder; nil for a file loose in `inbox/`.
    package var institution: FileName?
    /// The exam's folder, or the loose file's name; nil for a file loose in `inbox/`.
    package var folder: FileName?
    package var device: UInt64
    package var inode: UInt64
    /// Bytes.
    package var size: Int64
    /// Modification time, nanoseconds since 1970.
    package var modifiedNanoseconds: Int64

    /// A file by its path and what `stat` says.
    package init(
        path: FileName,
        institution: FileName?,
        folder: FileName?,
        device: UInt64,
        inode: UInt64,
        size: Int64,
        modifiedNanoseconds: Int64
    ) {
        self.path = path
        self.institution = institution
        self.folder = folder
        self.device = device
        self.inode = inode
        self.size = size
        self.modifiedNanoseconds = modifiedNanoseconds
    }
}

/// A file that stays in the inbox because it cannot be read or removed.
package struct LeftFile: Sendable, Hashable {
    package var file: InboxFile
    /// Short code such as `permission`.
    package var code: String
    /// One line that says what to do.
    package var message: String
    package var since: Timestamp

    /// A file with the reason why it stays.
    package init(file: InboxFile, code: String, message: String, since: Timestamp) {
        self.file = file
        self.code = code
        self.message = message
        self.since = since
    }
}
