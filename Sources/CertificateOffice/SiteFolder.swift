internal import Foundation
internal import Glibc
internal import Intake

/// The folder of a site while it is written; it is locked until it is closed, so that two who publish into it go one after
/// the other.
struct SiteFolder {
    let path: String
    var outcome = PublishOutcome()
    private let lock: Int32

    /// Opens a folder, which is made where it is missing.
    ///
    /// Throws `IntakeError` with code `disk`.
    init(path: String) throws(IntakeError) {
        self.path = path
        try Self.makeFolder(path)
        lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard lock >= 0 else { throw .disk(path, errno) }
        // A file system without locks is written all the same, as every file is put there whole.
        while flock(lock, LOCK_EX) != 0, errno == EINTR {}
    }

    /// Lets the next one write.
    func close() { Glibc.close(lock) }

    /// Puts a file where it is missing or has other bytes; everybody may read it.
    mutating func write(_ bytes: [UInt8], to file: String) throws(IntakeError) {
        let target = path + "/" + file
        let there = FileManager.default.contents(atPath: target)
        if let there, there.elementsEqual(bytes) {
            outcome.unchanged += 1
            return
        }
        try Self.makeFolder(String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)]))
        try DurableFile.write(bytes, to: RawPath(target), mode: 0o644)
        outcome.written += 1
    }

    private static func makeFolder(_ folder: String) throws(IntakeError) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o755]
            )
        } catch {
            throw IntakeError(
                code: .disk,
                message: "the folder could not be made: \(IntakeError.words(of: error))",
                identity: folder
            )
        }
    }
}
