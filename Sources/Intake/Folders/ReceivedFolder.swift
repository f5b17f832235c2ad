internal import Digests
internal import Glibc
internal import Grading
package import Store

/// An exam folder as its names and its `exam.json` describe it.
package struct ReceivedFolder: Sendable {
    /// The empty file by which a clinic says that a folder is complete.
    package static let doneMarker = ".done"

    package var exam: InboxListing.Exam
    /// What exam.json says; nil when there is none or it could not be used.
    package var manifest: ExamManifest?
    /// exam.json as text; nil when there is none or it is not UTF-8.
    package var manifestText: String?
    /// Why exam.json could not be used.
    package var manifestMistake: ManifestMistake?
    /// exam.json itself.
    package var manifestFile: InboxListing.File?

    /// Reads the folder's exam.json, if there is one.
    package init(_ exam: InboxListing.Exam, inbox: RawPath) {
        self.exam = exam
        guard !exam.isLoose, let file = exam.files.first(where: { $0.name.display == ExamManifest.fileName }) else {
            return
        }
        manifestFile = file
        guard let bytes = Self.read(inbox.appending(file.path.bytes), limit: ExamManifest.maxBytes) else {
            manifestMistake = ManifestMistake(message: "it could not be read, or is larger than 4 MiB")
            return
        }
        do {
            manifest = try ExamManifest.read(bytes)
            manifestText = String(validating: bytes, as: UTF8.self)
        } catch {
            manifestMistake = error
        }
    }

    /// The files that are images, or claim to be.
    package var images: [InboxListing.File] { exam.files.filter { !isSidecar($0) && !isDispute($0) } }

    /// The clinic's objections to results.
    package var disputes: [InboxListing.File] { exam.files.filter(isDispute) }

    /// Whether nothing but objections was dropped, with or without `.done`.
    package var hasOnlyDisputes: Bool { !disputes.isEmpty && images.isEmpty && manifest == nil }

    /// The used-up files: exam.json (when it could be used) and `.done`.
    package var sidecars: [InboxListing.File] { exam.files.filter(isSidecar) }

    private func isDispute(_ file: InboxListing.File) -> Bool { DisputeName(file.name.display) != nil }

    private func isSidecar(_ file: InboxListing.File) -> Bool {
        guard !exam.isLoose else { return false }
        return file.name.display == Self.doneMarker
            || (file.name.display == ExamManifest.fileName && manifestMistake == nil)
    }

    /// How the clinic marked the folder as finished (docs/intake.md, "When a folder is taken").
    package func mark(inbox: RawPath) -> Settling.Mark {
        let disputes = disputes
        if hasOnlyDisputes, exam.files.count == 1, disputes[0].name.display == DisputeManifest.fileName {
            // As with exam.json: one that can be used is complete.
            let bytes = Self.read(inbox.appending(disputes[0].path.bytes), limit: DisputeManifest.maxBytes)
            let isWhole = bytes.map { (try? DisputeManifest.read($0)) != nil } ?? false
            return isWhole ? .listed : .none
        }
        // exam.json does not list objections, so it does not say whether they are complete.
        let mark = markOfImages(inbox: inbox)
        return !disputes.isEmpty && mark == .verified ? .listed : mark
    }

    private func markOfImages(inbox: RawPath) -> Settling.Mark {
        guard let listed = manifest?.images, !listed.isEmpty else {
            let isDone = exam.files.contains { $0.name.display == Self.doneMarker }
            return isDone || manifest != nil ? .listed : .none
        }
        let byName = Dictionary(exam.files.map { ($0.name.display, $0) }, uniquingKeysWith: { first, _ in first })
        var isVerified = true
        for image in listed {
            guard let file = byName[image.file] else { return .none }
            if let bytes = image.bytes, bytes != file.state.size { return .none }
            if let sha256 = image.sha256, file.state.size <= Self.hashLimit {
                guard Self.digest(inbox.appending(file.path.bytes))?.hex == sha256.lowercased() else { return .none }
            } else if image.bytes == nil {
                isVerified = false
            }
        }
        return isVerified ? .verified : .listed
    }

    /// What makes this the same exam as an earlier one.
    package func identity(catalogue: (String) -> String?) -> (identity: ExamIdentity, examType: String?) {
        let name = FolderName(exam.isLoose ? Self.stem(exam.folder.display) : exam.folder.display, examType: catalogue)
        let identity = ExamIdentity(
            examID: manifest?.examId.flatMap { $0.isEmpty ? nil : $0 } ?? name.examID,
            date: name.date ?? manifest?.performedDay,
            folder: exam.folder
        )
        let type = manifest?.examType.map { catalogue($0) ?? $0 } ?? name.examType
        return (identity, type)
    }

    /// Larger files are not hashed only to find out whether they are complete; their size tells.
    private static let hashLimit: Int64 = 64 << 20

    private static func stem(_ name: String) -> String {
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex, name.distance(from: dot, to: name.endIndex) <= 6
        else { return name }
        return String(name[..<dot])
    }

    private static func read(_ path: RawPath, limit: Int) -> [UInt8]? {
        let descriptor = path.withCPath { open($0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            guard count > 0, bytes.count + count <= limit else { return nil }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    private static func digest(_ path: RawPath) -> Digest? {
        guard let bytes = read(path, limit: Int(hashLimit)) else { return nil }
        return try? SHA256.digest(of: bytes)
    }
}
