import Foundation
import Glibc

/// Hands pictures to the desktop's viewer as files that nobody else can read and that go when the review ends.
final class DesktopViewer {
    private var folder: String?
    private var count = 0

    deinit { removeFiles() }

    /// Opens a picture.
    ///
    /// - Returns: where the file is.
    /// - Throws: `Failure` with a line for the expert.
    func open(png: [UInt8]) throws -> String {
        let folder = try privateFolder()
        count += 1
        let path = "\(folder)/\(count).png"
        let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure(.diskOrStore, "\(path): \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        var rest = png[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else { throw Failure(.diskOrStore, "\(path): \(String(cString: strerror(errno)))") }
            rest = rest.dropFirst(written)
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["xdg-open", path]
        for keyPath in [\Process.standardOutput, \Process.standardError, \Process.standardInput] {
            process[keyPath: keyPath] = FileHandle.nullDevice
        }
        guard Self.isInstalled else { throw Failure(.no, "xdg-open is not installed; the picture is \(path)") }
        try process.run()
        return path
    }

    private static var isInstalled: Bool {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return path.split(separator: ":").contains { access("\($0)/xdg-open", X_OK) == 0 }
    }

    private func privateFolder() throws(Failure) -> String {
        if let folder { return folder }
        let parent = ProcessInfo.processInfo.environment["XDG_RUNTIME_DIR"] ?? NSTemporaryDirectory()
        var template = Array("\(parent)/sonograde-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Failure(.diskOrStore, "\(parent): \(String(cString: strerror(errno)))")
        }
        let made = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        folder = made
        return made
    }

    /// Takes all files away.
    func removeFiles() {
        guard let folder else { return }
        try? FileManager.default.removeItem(atPath: folder)
        self.folder = nil
    }
}
