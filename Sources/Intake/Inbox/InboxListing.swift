package import Store

/// What lies in the inbox at one moment.
package struct InboxListing: Sendable {
    /// One exam folder, or a file loose in an institution's folder, which is an exam of its own.
    package struct Exam: Sendable {
        /// The institution's folder name.
        package var institution: FileName
        /// The exam folder's name, or the loose file's.
        package var folder: FileName
        /// Whether it is a loose file.
        package var isLoose: Bool
        /// Regular files in byte order of their paths.
        package var files: [File]
        /// The exam's folder and the folders below it, outer ones first; absolute.
        package var folders: [Folder]

        /// Institution and folder: what a person calls this exam before it is read.
        package var subject: String { "\(institution.display)/\(folder.display)" }
        /// Tells it from every other folder in the inbox.
        package var key: [UInt8] { institution.bytes + [UInt8(ascii: "/")] + folder.bytes }
    }

    /// One regular file.
    package struct File: Sendable {
        /// Path inside the exam's folder; for a loose file its name.
        package var name: FileName
        /// Path relative to `inbox/`.
        package var path: FileName
        package var state: FileState
    }

    /// One folder, for removal when it is empty.
    package struct Folder: Sendable {
        package var path: RawPath
        package var modified: Int64
    }

    /// Something that is never taken, with the reason in words.
    package struct Oddity: Sendable {
        /// Path relative to `inbox/`.
        package var path: FileName
        package var institution: FileName?
        package var state: FileState?
        /// `link_or_special` or `permission`.
        package var code: String
        package var message: String
    }

    package var exams: [Exam] = []
    /// Files loose in `inbox/` itself.
    package var strays: [File] = []
    package var oddities: [Oddity] = []
    /// Every folder to watch, absolute, the inbox itself first.
    package var watched: [RawPath] = []
    /// How many names were ignored.
    package var ignoredCount = 0

    /// Lists what is below an inbox; nothing is opened but folders.
    ///
    /// - Throws: `IntakeError` with code `disk` when the inbox itself cannot be listed.
    package init(of inbox: RawPath) throws(IntakeError) {
        watched.append(inbox)
        var current: Exam?
        for entry in FolderWalk(root: inbox) {
            switch entry {
            case .failed(let path, let number):
                if path == inbox { throw .disk(path.display, number) }
                oddities.append(
                    Oddity(
                        path: Self.relative(path, to: inbox),
                        institution: Self.parts(path, inbox).institution,
                        state: nil,
                        code: "permission",
                        message: "cannot be read (\(IntakeError.words(number))): give the program the right to"
                    )
                )
            case .special(let path, let state):
                oddities.append(
                    Oddity(
                        path: Self.relative(path, to: inbox),
                        institution: Self.parts(path, inbox).institution,
                        state: state,
                        code: "link_or_special",
                        message: "is a link, pipe or device, which is never opened: copy the file itself"
                    )
                )
            case .ignored: ignoredCount += 1
            case .folder(let path, let state):
                watched.append(path)
                let parts = Self.parts(path, inbox)
                // A folder directly below the inbox is an institution: nothing to take.
                guard let institution = parts.institution else { continue }
                let folder = parts.folder ?? RawPath(bytes: path.lastComponent).fileName
                take(&current, institution: institution, folder: folder, isLoose: false)
                current?.folders.append(Folder(path: path, modified: state.modified))
            case .file(let path, let state):
                let parts = Self.parts(path, inbox)
                let relative = Self.relative(path, to: inbox)
                guard let institution = parts.institution else {
                    strays.append(File(name: relative, path: relative, state: state))
                    continue
                }
                guard let folder = parts.folder else {
                    // Directly below the institution: an exam of its own.
                    let name = RawPath(bytes: path.lastComponent).fileName
                    take(&current, institution: institution, folder: name, isLoose: true)
                    current?.files.append(File(name: name, path: relative, state: state))
                    continue
                }
                take(&current, institution: institution, folder: folder, isLoose: false)
                current?.files.append(File(name: parts.inner.fileName, path: relative, state: state))
            }
        }
        if let current { exams.append(current) }
    }

    private mutating func take(_ current: inout Exam?, institution: FileName, folder: FileName, isLoose: Bool) {
        if let open = current {
            if open.institution == institution, open.folder == folder, open.isLoose == isLoose { return }
            exams.append(open)
        }
        current = Exam(institution: institution, folder: folder, isLoose: isLoose, files: [], folders: [])
    }

    private static func relative(_ path: RawPath, to inbox: RawPath) -> FileName {
        RawPath(bytes: path.bytes.dropFirst(inbox.bytes.count + 1)).fileName
    }

    /// Institution, exam folder and the rest of a path below the inbox; folder is nil for what lies directly in the
    /// institution and is not a folder itself.
    private static func parts(_ path: RawPath, _ inbox: RawPath) -> (
        institution: FileName?, folder: FileName?, inner: RawPath
    ) {
        let components = path.bytes.dropFirst(inbox.bytes.count + 1).split(separator: UInt8(ascii: "/"))
        let isBelow = components.count > 1
        let institution = isBelow ? RawPath(bytes: components[0]).fileName : nil
        let inner = RawPath(bytes: components.dropFirst(2).joined(separator: [UInt8(ascii: "/")]))
        let folder = components.count > 2 ? RawPath(bytes: components[1]).fileName : nil
        return (institution, folder, inner)
    }
}
