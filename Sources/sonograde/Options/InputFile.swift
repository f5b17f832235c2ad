import Glibc
import Intake

/// A file that is read from its beginning to its end, or stdin.
final class InputFile {
    private let descriptor: Int32
    private let name: String

    /// Opens a file; `-` is stdin.
    ///
    /// - Throws: exit 74 with the system's words.
    init(_ name: String) throws(Failure) {
        self.name = name
        descriptor = name == "-" ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure(.diskOrStore, "\(name) could not be read: \(IntakeError.words(errno))")
        }
    }

    deinit { if descriptor > STDIN_FILENO { close(descriptor) } }

    /// The next bytes as they come; nil at the end.
    func read() throws(Failure) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &bytes, bytes.count)
            if count > 0 { return Array(bytes[..<count]) }
            if count == 0 { return nil }
            guard errno == EINTR else {
                throw Failure(.diskOrStore, "\(name) could not be read: \(IntakeError.words(errno))")
            }
        }
    }

    /// All of it as text.
    static func text(_ name: String) throws(Failure) -> String {
        let file = try InputFile(name)
        var bytes: [UInt8] = []
        while let more = try file.read() { bytes += more }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(.diskOrStore, "\(name) could not be read: it is not UTF-8 text")
        }
        return text
    }
}
