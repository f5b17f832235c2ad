internal import Digests
internal import Foundation
internal import Grading
internal import Imaging
internal import Store

/// What is known of a folder before its files are judged: which exam it is, what the store has of it, and by which
/// rubric it is graded.
struct ExamPlan: Sendable {
    let exam: InboxListing.Exam
    let room: WorkRoom
    private let identity: ExamIdentity
    private let metadata: ExamMetadata
    private let withdrawal: Withdrawal
    private let receivedAt: Timestamp
    private let known: [FileName: KnownImage]
    private let manifest: ExamManifest?
    private let rubric: Rubric
    private let examType: String?
    private let draw: SamplingDraw
    private let month: String
    /// The snapshot that all of the exam is judged by; nil where there was none when it first came.
    private let baselineID: Int64?
    private let device: String?
    private let preset: String?

    /// Whether the folder says something even without an image: its exam.json is new.
    let hasNews: Bool

    init(_ folder: ReceivedFolder, room: WorkRoom) throws {
        exam = folder.exam
        self.room = room
        var (identity, examType) = folder.identity { ExamCatalogue.examType($0)?.id }
        let now = Timestamp(room.now())

        // exam.json was used up with the folder's first files: late ones belong to the exam that it named.
        var earlier: ExamRecord?
        if folder.manifest == nil {
            let oldest = now.milliseconds - Int64(room.settings.lateDays) * 86_400_000
            let place = folder.exam.folder
            earlier = try room.store.exams(named: place.display, institution: folder.exam.institution.display).first {
                $0.folder == place && $0.receivedAt.milliseconds >= oldest && $0.metadata.examJSON != nil
            }
            if let earlier { identity = ExamIdentity(examID: earlier.examID, date: earlier.date, folder: exam.folder) }
        }
        if earlier == nil {
            earlier = try room.store.exam(
                institution: exam.institution,
                identity: identity,
                receivedAt: now,
                lateDays: room.settings.lateDays
            )
        }
        manifest = folder.manifest ?? earlier?.metadata.examJSON.flatMap { try? ExamManifest.read(Array($0.utf8)) }
        examType = examType ?? earlier?.metadata.examType
        self.identity = identity
        self.examType = examType
        receivedAt = earlier?.receivedAt ?? now
        known = Dictionary(
            try earlier.map { try room.store.knownImages(exam: $0.id) }?.map { ($0.name, $0) } ?? [],
            uniquingKeysWith: { _, last in last }
        )

        let said = folder.manifest
        var notes: [String] = []
        if let mistake = folder.manifestMistake { notes.append("exam.json was not used: \(mistake.message)") }
        metadata = ExamMetadata(
            examType: examType,
            pseudonym: said?.patientPseudonym,
            technician: said?.technicianId,
            device: said?.deviceId,
            transducer: said?.transducer,
            preset: said?.preset,
            performedAt: said?.performedAt,
            orderedAt: said?.orderedAt,
            reportText: said?.reportText,
            examJSON: folder.manifestText,
            notes: notes.isEmpty ? nil : notes
        )
        switch said?.withdrawn {
        case true?: withdrawal = .withdraw(reason: said?.withdrawnReason ?? "")
        case false?: withdrawal = .reinstate
        case nil: withdrawal = .unchanged
        }
        hasNews = said != nil
        baselineID = try earlier.map { $0.baselineID } ?? room.store.newestBaseline()?.id
        device = said?.deviceId ?? earlier?.metadata.device
        preset = said?.preset ?? earlier?.metadata.preset
        rubric = room.library.rubric(forExamType: examType)
        month = Self.month(of: receivedAt, zone: room.settings.timezone)
        draw = try SamplingDraw(
            masterSeed: room.settings.samplingSeed,
            institution: exam.institution.display,
            month: month,
            share: room.settings.samplingShare
        )
    }

    /// Whether the exam has these very bytes under that name, read and judged.
    func isReDrop(_ name: FileName, sha256: String) -> Bool {
        guard let image = known[name] else { return false }
        return image.sha256 == sha256 && image.status != .unreadable
    }

    /// Judges one copied file.
    ///
    /// - Throws: `StoreError` where the device's baseline could not be looked up.
    func grade(
        _ file: InboxListing.File,
        draft: VaultDraft
    ) throws -> (grade: GradedImage, near: NearProfile?, fingerprint: PictureFingerprint?) {
        let label = manifest?.image(named: file.name.display)?.section ?? sectionLabel(of: file)
        let section = label.map { ExamCatalogue.label($0, examType: examType).text } ?? nil
        let request = GradeRequest(
            path: "\(exam.institution.display)/\(exam.folder.display)/\(file.name.display)",
            pathRaw: RawPath(bytes: file.path.bytes).rawBase64,
            sha256: draft.sha256,
            section: section,
            examType: examType,
            language: room.settings.language,
            program: room.program,
            baseline: try baseline(of: section)
        )
        do throws(ImagingError) {
            let examination = try room.examiner.examine(path: draft.path, size: draft.size)
            let grade = Grader.grade(examination, as: request, by: rubric)
            return (sampled(grade, sha256: draft.sha256), examination.nearProfile, examination.fingerprint)
        } catch {
            return (Grader.unreadable(error, as: request, by: rubric), nil, nil)
        }
    }

    /// Everything that the exam's transaction writes.
    func submission(files: [SubmittedFile], sidecars: [InboxFile]) -> SubmissionCommit {
        SubmissionCommit(
            institution: exam.institution,
            identity: identity,
            receivedAt: receivedAt,
            lateDays: room.settings.lateDays,
            metadata: metadata,
            files: files,
            sidecars: sidecars,
            withdrawal: withdrawal,
            sampling: SamplingCommitment(month: month, commitment: draw.commitment.hex),
            baseline: baselineID
        )
    }

    private func baseline(of section: String?) throws -> Baseline? {
        guard let baselineID,
            let key = BaselineKey(
                institution: exam.institution,
                device: device,
                preset: preset,
                section: section
            )
        else { return nil }
        return try room.store.baseline(snapshot: baselineID, key: key)
    }

    /// The draw depends on nothing but the secret seed and what the image is, so on no order of arrival.
    private func sampled(_ grade: GradedImage, sha256: String) -> GradedImage {
        let identity = [exam.institution.display, self.identity.examID, self.identity.date ?? "", sha256]
            .joined(separator: "\n")
        // libcrypto can only fail for want of memory; a picture that could not be drawn for is seen by an expert.
        let isDrawn = (try? draw.draws(identity)) ?? true
        return grade.sampled(drawn: isDrawn, share: draw.share)
    }

    private func sectionLabel(of file: InboxListing.File) -> String? {
        // A loose file's name is the exam's; it says nothing of a section.
        exam.isLoose ? nil : SectionName(RawPath(bytes: RawPath(bytes: file.name.bytes).lastComponent).display).label
    }

    /// `yyyy-MM` of a moment in a zone.
    static func month(of moment: Timestamp, zone: String) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: zone) ?? .gmt
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
        let parts = calendar.dateComponents([.year, .month], from: date)
        let month = parts.month ?? 1
        return "\(parts.year ?? 1970)-\(month < 10 ? "0" : "")\(month)"
    }
}
