internal import Digests
internal import Foundation
internal import Glibc

/// A home folder: where one installation keeps everything.
package struct Home: Sendable, Equatable {
    /// Absolute path without a trailing slash.
    package let path: String

    /// A home at a path that exists or will be made.
    package init(path: String) {
        let absolute = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        self.path = URL(fileURLWithPath: absolute).standardized.path
    }

    package var settingsFile: String { path + "/sonograde.yaml" }
    package var inbox: String { path + "/inbox" }
    package var outbox: String { path + "/outbox" }
    package var quarantine: String { path + "/quarantine" }
    package var vault: String { path + "/vault" }
    package var temporary: String { path + "/tmp" }
    package var keys: String { path + "/keys" }
    package var rubrics: String { path + "/rubrics" }
    /// Indicators and goals of the home.
    package var indicators: String { path + "/indicators" }
    package var database: String { path + "/sonograde.sqlite" }
    package var lockFile: String { path + "/.watch.lock" }
    package var outboxLockFile: String { path + "/.outbox.lock" }

    /// Every folder of a home with its permissions: the clinics' shares are group-readable, keys only the owner's.
    package var folders: [(path: String, mode: UInt32)] {
        [
            (inbox, 0o2770), (outbox, 0o2750), (quarantine, 0o2750), (vault, 0o750), (temporary, 0o700), (keys, 0o700),
            (rubrics, 0o750), (indicators, 0o750),
        ]
    }

    /// Whether `sonograde.yaml` is there.
    package var isInitialised: Bool { access(settingsFile, F_OK) == 0 }

    /// Makes a home; one that exists is left as it is.
    ///
    /// - Returns: whether anything was made.
    /// - Throws: `IntakeError` with code `disk` when a folder or the settings file cannot be written.
    package func create() throws(IntakeError) -> Bool {
        if isInitialised { return false }
        try makeFolder(path, mode: 0o750)
        for folder in folders { try makeFolder(folder.path, mode: folder.mode) }
        let seed: [UInt8]
        do { seed = try StrongRandom.bytes(32) } catch { throw IntakeError(code: .disk, message: "\(error)") }
        try write(SettingsFile.template(seed: seed), to: settingsFile, mode: 0o640)
        return true
    }

    /// Makes folders of a home that have been lost, so that a watcher can start.
    package func restoreFolders() throws(IntakeError) {
        for folder in folders where access(folder.path, F_OK) != 0 { try makeFolder(folder.path, mode: folder.mode) }
    }

    /// The settings in force.
    ///
    /// - Throws: `IntakeError` with code `home` that lists every mistake with its line.
    package func settings() throws(IntakeError) -> Settings {
        let text: String
        do {
            text = try String(contentsOfFile: settingsFile, encoding: .utf8)
        } catch {
            throw IntakeError(
                code: .home,
                message: "could not be read: \(IntakeError.words(of: error))",
                identity: settingsFile
            )
        }
        let reading = SettingsFile.read(text)
        guard reading.mistakes.isEmpty else {
            let list = reading.mistakes.map(\.description).joined(separator: "; ")
            throw IntakeError(code: .home, message: list, identity: settingsFile)
        }
        guard reading.settings.samplingSeed.count == 32 else {
            throw IntakeError(
                code: .home,
                message: "sampling.seed is missing; the draw needs 64 hexadecimal digits",
                identity: settingsFile
            )
        }
        return reading.settings
    }

    private func makeFolder(_ folder: String, mode: UInt32) throws(IntakeError) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw IntakeError(
                code: .disk,
                message: "the folder could not be made: \(IntakeError.words(of: error))",
                identity: folder
            )
        }
        chmod(folder, mode)
    }

    private func write(_ text: String, to file: String, mode: UInt32) throws(IntakeError) {
        let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw .disk(file, errno) }
        defer { close(descriptor) }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else { throw .disk(file, errno) }
            bytes = bytes.dropFirst(written)
        }
        guard fsync(descriptor) == 0 else { throw .disk(file, errno) }
    }
}

extension IntakeError {
    /// An error of the operating system on a file.
    package static func disk(_ file: String, _ number: Int32) -> IntakeError {
        IntakeError(code: .disk, message: words(number), identity: file)
    }

    /// The system's words for an error number.
    package static func words(_ number: Int32) -> String { String(cString: strerror(number)) }

    /// The system's words for an error of Foundation, whose own text is a dump; any other error's description.
    package static func words(of error: any Error) -> String {
        guard let error = error as? CocoaError else { return "\(error)".replacing("\n", with: " ") }
        if let cause = error.underlying as? POSIXError { return words(cause.code.rawValue) }
        if let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError, cause.domain == NSPOSIXErrorDomain {
            return words(Int32(cause.code))
        }
        return switch error.code {
        case .fileReadInapplicableStringEncoding, .fileReadCorruptFile: "it is not UTF-8 text"
        case .fileWriteFileExists: words(EEXIST)
        case .fileNoSuchFile, .fileReadNoSuchFile: words(ENOENT)
        default: error.localizedDescription
        }
    }
}
