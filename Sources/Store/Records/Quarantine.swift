/// What has become of a quarantined file.
package enum QuarantineState: String, Sendable, Codable, CaseIterable {
    /// Waits for a person.
    case open
    /// Put back into the inbox.
    case retried
    /// Given up by a person.
    case discarded
    /// A later file of the same name took its place.
    case replaced
}

/// One quarantined file.
package struct QuarantineEntry: Sendable, Hashable {
    package var id: Int64
    /// Nil for a file loose in `inbox/`.
    package var institution: FileName?
    /// The exam that lists it; nil when it belongs to none.
    package var examID: Int64?
    /// Where it stood, relative to `inbox/`.
    package var originalPath: FileName
    /// Where it lies now, relative to the home.
    package var path: FileName
    package var code: String
    package var message: String
    package var at: Timestamp
    package var state: QuarantineState
    package var stateAt: Timestamp
    package var sha256: String?
    package var bytes: Int64
}

/// A file to quarantine that belongs to no exam.
package struct StrayFile: Sendable {
    package var institution: FileName?
    package var originalPath: FileName
    package var place: QuarantinePlace
    package var sha256: String?
    package var bytes: Int64
    package var source: InboxFile?

    /// A stray with its place and reason.
    package init(
        institution: FileName?,
        originalPath: FileName,
        place: QuarantinePlace,
        sha256: String?,
        bytes: Int64,
        source: InboxFile?
    ) {
        self.institution = institution
        self.originalPath = originalPath
        self.place = place
        self.sha256 = sha256
        self.bytes = bytes
        self.source = source
    }
}

/// Which quarantine entries to list.
package struct QuarantineFilter: Sendable, Hashable {
    /// Institution as displayed; nil for all.
    package var institution: String?
    /// Nil for all states.
    package var state: QuarantineState?
    package var code: String?

    /// Open entries of all institutions unless said otherwise.
    package init(institution: String? = nil, state: QuarantineState? = .open, code: String? = nil) {
        self.institution = institution
        self.state = state
        self.code = code
    }
}
