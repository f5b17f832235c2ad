package import Grading
package import Imaging

/// How an image's picture stands to other images: the same bytes, or a fingerprint that is near enough.
package enum DuplicateKind: String, Sendable, Codable, CaseIterable {
    /// No other current image has this picture.
    case none
    /// Others have, all of them of the same exam or the same patient.
    case sameExam = "same_exam"
    /// An exam of another patient, or of a patient that is not known to be the same, has this picture.
    case crossPatient = "cross_patient"
}

/// What a submission says about taking an exam back.
package enum Withdrawal: Sendable, Hashable {
    /// Nothing: a withdrawn exam stays withdrawn.
    case unchanged
    /// The clinic takes the exam back.
    case withdraw(reason: String)
    /// The clinic wants a withdrawn exam to count again.
    case reinstate
}

/// The promise made to a month's sampling seed before its first image is drawn.
package struct SamplingCommitment: Sendable, Hashable {
    /// `yyyy-mm`, the month of receipt in the home's time zone.
    package var month: String
    /// SHA-256 of the seed, hexadecimal.
    package var commitment: String

    /// A month's commitment.
    package init(month: String, commitment: String) {
        self.month = month
        self.commitment = commitment
    }
}

/// Where an unreadable file was put and why.
package struct QuarantinePlace: Sendable, Hashable {
    /// Where it lies now, relative to the home.
    package var path: FileName
    /// The grade contract's error code.
    package var code: String
    /// One line that says what to do.
    package var message: String

    /// A place with its reason.
    package init(path: FileName, code: String, message: String) {
        self.path = path
        self.code = code
        self.message = message
    }
}

/// One file of a submission with all that intake found out about it.
package struct SubmittedFile: Sendable {
    /// What became of the bytes.
    package enum Content: Sendable {
        /// Graded or unsure; the original is in the vault under this extension.
        case image(GradedImage, vaultExtension: String)
        /// Not readable as a picture; put into quarantine.
        case unreadable(GradedImage, QuarantinePlace)
        /// The bytes of the exam's current version of that name, so there was nothing to grade.
        case reDrop
    }

    /// Path inside the exam's folder.
    package var name: FileName
    /// SHA-256 of the bytes, hexadecimal; nil where they could not be read to the end.
    package var sha256: String?
    /// Size in bytes.
    package var bytes: Int64
    package var content: Content
    /// What stands in the inbox and is to be removed after the commit; nil for bytes that came another way.
    package var source: InboxFile?
    /// How bright each scan line is next to the transducer; nil where that was not measured.
    package var nearProfile: NearProfile?
    /// By what the picture is known again; nil where there is none.
    package var fingerprint: PictureFingerprint?

    /// A file of a submission.
    package init(
        name: FileName,
        sha256: String?,
        bytes: Int64,
        content: Content,
        source: InboxFile?,
        nearProfile: NearProfile? = nil,
        fingerprint: PictureFingerprint? = nil
    ) {
        self.name = name
        self.sha256 = sha256
        self.bytes = bytes
        self.content = content
        self.source = source
        self.nearProfile = nearProfile
        self.fingerprint = fingerprint
    }
}

/// Everything that one transaction writes about one exam.
package struct SubmissionCommit: Sendable {
    /// The institution's inbox folder.
    package var institution: FileName
    package var identity: ExamIdentity
    /// When intake first saw the submission settled.
    package var receivedAt: Timestamp
    /// Days for which a folder name without a date means the same exam.
    package var lateDays: Int
    package var metadata: ExamMetadata
    package var files: [SubmittedFile]
    /// Used-up files that are not images (exam.json, `.done`), to be removed after the commit.
    package var sidecars: [InboxFile]
    package var withdrawal: Withdrawal
    /// Nil where nothing is drawn.
    package var sampling: SamplingCommitment?
    /// The snapshot that a new exam's images are judged by, now and later; an exam that is there keeps its own.
    package var baseline: Int64?

    /// A submission.
    package init(
        institution: FileName,
        identity: ExamIdentity,
        receivedAt: Timestamp,
        lateDays: Int,
        metadata: ExamMetadata = ExamMetadata(),
        files: [SubmittedFile],
        sidecars: [InboxFile] = [],
        withdrawal: Withdrawal = .unchanged,
        sampling: SamplingCommitment? = nil,
        baseline: Int64? = nil
    ) {
        self.institution = institution
        self.identity = identity
        self.receivedAt = receivedAt
        self.lateDays = lateDays
        self.metadata = metadata
        self.files = files
        self.sidecars = sidecars
        self.withdrawal = withdrawal
        self.sampling = sampling
        self.baseline = baseline
    }
}

/// What a commit did with one file.
package enum FileOutcome: String, Sendable, CaseIterable {
    /// A new image of the exam.
    case added
    /// Another version of a name that was there; the old one stays as history.
    case corrected
    /// The bytes were there as unreadable and now have a new result (a retry).
    case retried
    /// Same bytes, same name, same exam: counted, nothing else.
    case reDropped
    /// This very inbox file was committed before and only waits for its removal.
    case alreadyCommitted
}

/// What a commit did.
package struct CommitOutcome: Sendable {
    package var examID: Int64
    package var revision: Int
    package var outboxFolder: String
    /// One for each submitted file, in the submission's order.
    package var files: [FileOutcome]
    /// Other exams whose answers must be written again because an image's duplicates changed.
    package var otherExams: [Int64]
}

/// Turns an image's own grade into the one that counts, given how its picture stands to other images.
///
/// Pure: the same grade and kind give the same result. The store applies it again whenever the kind changes.
package typealias EffectiveGrade = @Sendable (GradedImage, DuplicateKind) -> GradedImage

/// A current image of an exam, as planning needs it.
package struct KnownImage: Sendable, Hashable {
    package var name: FileName
    /// 1 for the first bytes of that name, one more for each correction.
    package var version: Int
    package var sha256: String?
    package var bytes: Int64
    package var status: GradedImage.Status
}
