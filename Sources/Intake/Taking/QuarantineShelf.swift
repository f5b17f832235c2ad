internal import Foundation
internal import Glibc
internal import Grading
internal import Imaging
internal import Store

/// Where files go that cannot be read: `quarantine/<institution>/<exam>/<file>` with `<file>.reason.json` beside it.
struct QuarantineShelf: Sendable {
    let home: Home

    /// Puts a copied file on the shelf; the same file put twice stands there once.
    ///
    /// - Returns: the place, for the store.
    func put(
        _ draft: VaultDraft,
        exam: InboxListing.Exam,
        file: InboxListing.File,
        error: ImagingError,
        at now: Date
    ) throws -> QuarantinePlace {
        try put(draft, exam: exam, file: file, code: error.code.rawValue, message: error.message, at: now)
    }

    /// As above, for what is no picture: with a code of docs/schemas/reason.schema.json.
    func put(
        _ draft: VaultDraft,
        exam: InboxListing.Exam,
        file: InboxListing.File,
        code: String,
        message: String,
        at now: Date
    ) throws -> QuarantinePlace {
        let inner = exam.isLoose ? exam.folder.bytes : exam.folder.bytes + [UInt8(ascii: "/")] + file.name.bytes
        return try put(
            draft,
            below: exam.institution.bytes + [UInt8(ascii: "/")] + inner,
            original: file.path.display,
            code: code,
            message: message,
            at: now
        )
    }

    /// Puts a file on the shelf that belongs to no institution.
    func put(stray file: InboxListing.File, draft: VaultDraft, at now: Date) throws -> QuarantinePlace {
        try put(
            draft,
            below: Array("_unassigned/".utf8) + file.name.bytes,
            original: file.path.display,
            code: "unassigned",
            message: "lay directly in the inbox and belongs to nobody: put it into inbox/<institution>/<exam>/",
            at: now
        )
    }

    private func put(
        _ draft: VaultDraft,
        below relative: [UInt8],
        original: String,
        code: String,
        message: String,
        at now: Date
    ) throws -> QuarantinePlace {
        let target = free(RawPath(home.quarantine).appending(relative), sha256: draft.sha256)
        let folder = target.parent
        try makeFolders(folder)
        chmod(draft.path, 0o640)
        guard target.withCPath({ rename(draft.path, $0) }) == 0 else { throw IntakeError.disk(target.display, errno) }
        let reason = Reason(
            file: original,
            code: code,
            message: message,
            sha256: draft.sha256,
            bytes: draft.size,
            at: Timestamp(now).text
        )
        try DurableFile.write(
            Array(try CanonicalJSON.text(reason).utf8) + [UInt8(ascii: "\n")],
            to: target.appendingSuffix(".reason.json"),
            mode: 0o640
        )
        try DurableFile.syncFolder(folder)
        let place = RawPath(bytes: target.bytes.dropFirst(RawPath(home.path).bytes.count + 1))
        return QuarantinePlace(path: place.fileName, code: code, message: message)
    }

    /// The wished place, or one beside it when another file's bytes stand there: nothing is ever overwritten.
    private func free(_ wished: RawPath, sha256: String) -> RawPath {
        guard case .success = FileState.look(at: wished) else { return wished }
        if Self.sha256(ofReason: wished.appendingSuffix(".reason.json")) == sha256 { return wished }
        return wished.appendingSuffix("~" + sha256.prefix(12))
    }

    private static func sha256(ofReason path: RawPath) -> String? {
        guard let text = try? String(contentsOfFile: path.display, encoding: .utf8) else { return nil }
        return (try? JSONDecoder().decode(Reason.self, from: Data(text.utf8)))?.sha256
    }

    private func makeFolders(_ folder: RawPath) throws {
        if case .success(let state) = FileState.look(at: folder), state.kind == .folder { return }
        try makeFolders(folder.parent)
        guard folder.withCPath({ mkdir($0, 0o2750) }) == 0 || errno == EEXIST else {
            throw IntakeError.disk(folder.display, errno)
        }
    }
}

/// `<file>.reason.json` (docs/schemas/reason.schema.json).
private struct Reason: Codable {
    var schema = "sonograde.reason/1"
    let file: String
    let code: String
    let message: String
    let sha256: String
    let bytes: Int64
    let at: String
}
