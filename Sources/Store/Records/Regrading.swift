package import Grading
package import Imaging

/// Which images a regrade takes.
package struct RegradeFilter: Sendable, Hashable {
    /// Institution as displayed; nil for all.
    package var institution: String?
    package var exam: Int64?
    package var examType: String?
    /// Only images whose grade is by a rubric of this id.
    package var rubricID: String?

    /// All images unless narrowed.
    package init(institution: String? = nil, exam: Int64? = nil, examType: String? = nil, rubricID: String? = nil) {
        self.institution = institution
        self.exam = exam
        self.examType = examType
        self.rubricID = rubricID
    }
}

/// One current image whose original is in the vault.
package struct RegradeCandidate: Sendable {
    package var imageID: Int64
    package var examID: Int64
    package var institution: FileName
    package var name: FileName
    package var sha256: String
    package var vaultExtension: String
    package var metadata: ExamMetadata
    /// The exam's first receipt (its month decides sampling).
    package var examReceivedAt: Timestamp
    /// The snapshot that the exam is judged by.
    package var baselineID: Int64?
    /// The image's own grade so far, before duplicates.
    package var grade: GradedImage
}

/// A new grade for an image that has one.
package struct Regrade: Sendable {
    package var imageID: Int64
    /// The bytes that were graded; a candidate that was corrected meanwhile is left alone.
    package var sha256: String
    package var grade: GradedImage
    /// By what the picture is known again; nil where there is none.
    package var fingerprint: PictureFingerprint?

    /// A new grade.
    package init(imageID: Int64, sha256: String, grade: GradedImage, fingerprint: PictureFingerprint? = nil) {
        self.imageID = imageID
        self.sha256 = sha256
        self.grade = grade
        self.fingerprint = fingerprint
    }
}

/// What a regrade's transaction did.
package struct RegradeOutcome: Sendable, Hashable {
    /// Images that got a new grade.
    package var regraded: Int
    /// Images whose new grade equals the one they have.
    package var unchanged: Int
    /// Images that were corrected, withdrawn or removed meanwhile.
    package var passedOver: Int
    /// Exams whose answers must be written again.
    package var exams: [Int64]
}
