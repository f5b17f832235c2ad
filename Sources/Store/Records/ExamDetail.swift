package import Grading

/// The key figures of one stored grade.
package struct GradeSummary: Sendable, Hashable {
    package var status: GradedImage.Status
    /// 0–100; nil where there is none.
    package var score: Double?
    package var level: Level?
    package var rubric: RubricReference?
    package var program: String?
    package var gradedAt: Timestamp
}

/// One current image with all that an answer shows of it.
package struct ImageDetail: Sendable {
    package var id: Int64
    package var name: FileName
    package var version: Int
    package var bytes: Int64
    /// Extension of the original in the vault; nil when it is not there (unreadable).
    package var vaultExtension: String?
    package var receivedAt: Timestamp
    package var duplicate: DuplicateKind
    /// The picture of the same patient that this one repeats; nil where there is none.
    ///
    /// Never another patient's.
    package var repeated: RepeatedPicture?
    /// The grade that counts: the image's own with what its duplicates add.
    package var grade: GradedImage
    /// The image's own grade as it was measured and scored, before duplicates.
    package var ownGrade: GradedImage
    /// The last grade by another rubric file or program; nil when it was never regraded.
    package var previous: GradeSummary?
    /// For unreadable images: the quarantine entry that holds the file; nil once it is closed.
    package var quarantineID: Int64?
    /// Experts' readings, oldest first; the last one is final.
    package var reviews: [ReviewRecord] = []
    /// The clinic's objections, oldest first.
    package var disputes: [DisputeRecord] = []
    /// Questions to further experts, oldest first.
    package var consultations: [ConsultationRecord] = []
}

/// Everything a report about one exam needs.
package struct ExamDetail: Sendable {
    package var exam: ExamRecord
    /// Current images, unreadable ones among them, in byte order of their names.
    package var images: [ImageDetail]
    /// Images that a correction replaced.
    package var supersededCount: Int
}

/// An exam whose answer is missing or out of date.
package struct ExamToAnswer: Sendable, Hashable {
    package var id: Int64
    package var institution: FileName
    package var outboxFolder: String
    /// The revision the answer will show.
    package var revision: Int
    package var state: ExamState
}
