/// Why the store, the vault or the audit trail could not do what was asked.
package struct StoreError: Error, Sendable, CustomStringConvertible {
    /// The kinds of failure, so that a caller can decide on an exit code or a retry.
    package enum Code: String, Sendable, CaseIterable {
        /// The file or its folder cannot be opened.
        case cannotOpen
        /// The file is an SQLite database of something else, or no database at all.
        case notOurs
        /// The file was written by a newer program.
        case newerSchema
        /// No space left, or a file size limit was hit. Nothing was acknowledged.
        case diskFull
        /// Another process held the store for longer than the busy timeout.
        case busy
        /// The file is damaged.
        case corrupt
        /// No such exam, image, quarantine entry or vault file.
        case notFound
        /// The request contradicts what is stored; it was not carried out.
        case refused
        /// The answer is no, by a rule of the work: another expert holds the image, a claim ran out, the expert's own
        /// institution. Nothing was changed.
        case denied
        /// The store was opened for reading only.
        case readOnly
        /// Anything else the system reported.
        case failed
    }

    /// What kind of failure.
    package let code: Code
    /// One English line: what is wrong and what to do.
    package let message: String
    /// The system's or SQLite's own words; nil where there are none.
    package let cause: String?
    /// The file, exam or entry it is about; nil where it is about the store as a whole.
    package let identity: String?

    /// Names a failure.
    package init(code: Code, message: String, cause: String? = nil, identity: String? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
        self.identity = identity
    }

    /// Message, identity and cause on one line.
    package var description: String {
        let subject = identity.map { "\($0): " } ?? ""
        let reason = cause.map { " (\($0))" } ?? ""
        return subject + message + reason
    }
}
