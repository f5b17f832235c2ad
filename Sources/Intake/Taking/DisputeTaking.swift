internal import Foundation
internal import Glibc
internal import Store

/// Takes a clinic's objections out of an exam folder: each file is recorded, or quarantined with the reason.
///
/// Nothing of a file is remembered but its words: the same words on the same image are that objection, open or settled.
/// So a crash between the record and the removal of the file changes nothing, and neither does a program that copies
/// the file into the inbox again and again.
struct DisputeTaking: Sendable {
    /// What became of the files.
    struct Outcome: Sendable {
        /// Used up: to be removed from the inbox.
        var taken: [InboxListing.File] = []
        var left: [(file: InboxListing.File, message: String)] = []
        var hasRemarks = false
    }

    let room: WorkRoom

    /// Takes the objections among a folder's files, in byte order of their names.
    ///
    /// - Parameter folder: the folder with its exam.json, also where that was committed before.
    /// - Throws: `StoreError` or `IntakeError` when the disk or the store failed; files that were not recorded then
    ///   still lie in the inbox.
    func take(_ files: [InboxListing.File], of folder: ReceivedFolder) throws -> Outcome {
        var outcome = Outcome()
        for file in files {
            switch try copy(file) {
            case .changed: continue
            case .left(let message): outcome.left.append((file, message))
            case .copied(let draft):
                try take(file, draft: draft, of: folder, &outcome)
                outcome.taken.append(file)
            }
        }
        return outcome
    }

    private func take(
        _ file: InboxListing.File,
        draft: VaultDraft,
        of folder: ReceivedFolder,
        _ outcome: inout Outcome
    ) throws {
        var exam: DisputedExam?
        do {
            let disputed = try DisputedExam(Self.place(of: file, folder), room: room)
            exam = disputed
            let (by, objections) = try Self.objections(in: file, draft: draft)
            try record(objections, by: by, on: disputed)
            room.vault.drop(draft)
            try room.store.markReplaced(original: file.path, at: Timestamp(room.now()))
            try DisputeNotes(room: room).remove(file: file.name.display, from: disputed.detail.exam)
        } catch let refusal as DisputeRefusal {
            outcome.hasRemarks = true
            if let exam {
                try DisputeNotes(room: room).add(refusal, file: file.name.display, to: exam.detail.exam)
            }
            try room.store.markReplaced(original: file.path, at: Timestamp(room.now()))
            try quarantine(file, draft: draft, of: folder.exam, refusal)
        }
    }

    // MARK: Reading

    private enum Copy {
        case copied(VaultDraft)
        case changed
        case left(message: String)
    }

    private func copy(_ file: InboxListing.File) throws -> Copy {
        let path = room.inbox.appending(file.path.bytes)
        let descriptor = path.withCPath { open($0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
        guard descriptor >= 0 else {
            let number = errno
            if number == ENOENT || number == ELOOP { return .changed }
            return .left(
                message: "cannot be read (\(IntakeError.words(number))): give the program the right to read it"
            )
        }
        defer { close(descriptor) }
        guard case .success(file.state) = FileState.look(at: descriptor) else { return .changed }
        let draft: VaultDraft
        do throws(StoreError) {
            draft = try room.vault.copyIn(from: descriptor)
        } catch {
            // `failed` means that the clinic's disk, not ours, could not give the bytes.
            guard error.code == .failed else { throw error }
            return .left(message: "cannot be read: \(error.cause ?? error.message)")
        }
        guard case .success(file.state) = FileState.look(at: descriptor) else {
            room.vault.drop(draft)
            return .changed
        }
        return .copied(draft)
    }

    private static func objections(
        in file: InboxListing.File,
        draft: VaultDraft
    ) throws -> (by: String?, [DisputeManifest.Objection]) {
        guard draft.size <= Int64(DisputeManifest.maxBytes), let data = FileManager.default.contents(atPath: draft.path)
        else { throw invalid("it is larger than \(DisputeManifest.maxBytes >> 20) MiB") }
        do throws(ManifestMistake) {
            switch DisputeName(file.name.display) {
            case .words(image: let image):
                guard let text = ClinicText.read(Array(data)) else {
                    throw ManifestMistake(message: "it is not plain text; save it as UTF-8")
                }
                return (nil, [DisputeManifest.Objection(file: image, text: try DisputeManifest.checked(text))])
            case .list where !file.name.bytes.contains(UInt8(ascii: "/")):
                let manifest = try DisputeManifest.read(Array(data))
                return (manifest.by, manifest.disputes)
            case .list, nil:
                throw ManifestMistake(message: misplaced)
            }
        } catch {
            throw invalid(error.message)
        }
    }

    private static func invalid(_ message: String) -> DisputeRefusal {
        DisputeRefusal(code: .invalid, message: "\(message); see docs/intake.md, \"Objecting to a result\"")
    }

    /// The folder that names the exam: for an objection to a loose file, that file.
    private static func place(
        of file: InboxListing.File,
        _ folder: ReceivedFolder
    ) throws(DisputeRefusal) -> ReceivedFolder {
        guard folder.exam.isLoose else { return folder }
        guard case .words(let image)? = DisputeName(file.name.display) else { throw invalid(misplaced) }
        var folder = folder
        folder.exam.folder = FileName(image)
        return folder
    }

    private static let misplaced = "\(DisputeManifest.fileName) belongs directly into the exam's folder"

    // MARK: Recording

    /// Records all of a file's objections, or none.
    private func record(
        _ objections: [DisputeManifest.Objection],
        by: String?,
        on exam: DisputedExam
    ) throws {
        let subject = "\(exam.detail.exam.institution.display)/\(exam.detail.exam.folder.display)"
        var known: [ImageDetail] = []
        var wanted: [(image: ImageDetail, text: String)] = []
        for objection in objections {
            let image = try exam.image(named: objection.file)
            guard !(known + wanted.map(\.image)).contains(where: { $0.id == image.id }) else {
                throw Self.invalid("it names \(image.name.display) twice; put the words together")
            }
            if image.disputes.contains(where: { $0.text == objection.text }) {
                known.append(image)
                continue
            }
            if let open = image.disputes.first(where: { $0.settledBy == nil }) {
                throw DisputeRefusal(
                    code: .open,
                    message: "an objection to \(image.name.display) waits for its expert already"
                        + " (\(Self.beginning(open.text))); retry this one when that is settled"
                )
            }
            wanted.append((image, objection.text))
        }
        for (image, text) in wanted {
            do throws(StoreError) {
                _ = try room.store.dispute(image: image.id, text: text, by: by, at: Timestamp(room.now()))
            } catch {
                // Somebody was quicker than the look above.
                guard error.code == .denied || error.code == .notFound else { throw error }
                throw DisputeRefusal(code: .notDisputable, message: "\(image.name.display): \(error.message)")
            }
            room.tell(.disputed(exam: subject, file: image.name.display, isNew: true))
        }
        for image in known { room.tell(.disputed(exam: subject, file: image.name.display, isNew: false)) }
    }

    /// Enough of a clinic's words to know them again, on one line.
    private static func beginning(_ words: String) -> String {
        let line = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count <= 60 ? line : line.prefix(59) + "…"
    }

    private func quarantine(
        _ file: InboxListing.File,
        draft: VaultDraft,
        of exam: InboxListing.Exam,
        _ refusal: DisputeRefusal
    ) throws {
        let place = try QuarantineShelf(home: room.home).put(
            draft,
            exam: exam,
            file: file,
            code: refusal.code.rawValue,
            message: refusal.message,
            at: room.now()
        )
        _ = try room.store.quarantine(
            StrayFile(
                institution: exam.institution,
                originalPath: file.path,
                place: place,
                sha256: draft.sha256,
                bytes: draft.size,
                source: InboxFile(file, of: exam)
            ),
            at: Timestamp(room.now())
        )
        room.tell(
            .quarantined(exam: exam.subject, file: file.name.display, code: place.code, message: place.message)
        )
    }
}
