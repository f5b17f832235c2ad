package import Grading

/// The home's figures at one moment, read in one snapshot.
package struct StatusCounts: Sendable {
    /// One group of current images.
    package struct ImageGroup: Sendable, Hashable {
        package var status: GradedImage.Status
        package var level: Level?
        package var route: Triage.Route
        package var count: Int
    }

    /// One institution's line.
    package struct InstitutionLine: Sendable, Hashable {
        package var institution: FileName
        package var isRegistered: Bool
        package var firstSeen: Timestamp
        package var exams: Int
        /// The newest exam's first receipt; where only files without an exam came, when the institution was first seen.
        package var lastReceived: Timestamp
    }

    package var exams: [ExamState: Int]
    package var images: [ImageGroup]
    package var quarantineOpen: Int
    /// Exams whose answer is missing or out of date.
    package var waitingForAnswer: Int
    /// First receipt of the exam that has waited longest for its first answer.
    package var oldestWaiting: Timestamp?
    /// When the oldest open quarantine entry was made.
    package var oldestQuarantined: Timestamp?
    /// Committed inbox files that still wait for their removal.
    package var pendingRemovals: Int
    /// Files that stay in the inbox because they cannot be read.
    package var leftFiles: Int
    /// In byte order of the names.
    package var institutions: [InstitutionLine]
}
