import Foundation
import Glibc
import Grading
import Intake

/// A file of JSON lines, one `TrialRow` each, written while a validation runs.
final class TrialRowFile {
    private let path: String
    private let handle: FileHandle

    /// Creates the file, or empties it; says why it cannot be written.
    init(_ path: String) throws {
        self.path = path
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else {
            throw Failure(.diskOrStore, "\(path) could not be written: \(String(cString: strerror(errno)))")
        }
        self.handle = handle
    }

    /// Appends rows.
    func write(_ rows: [TrialRow]) throws {
        var lines: [UInt8] = []
        for row in rows {
            lines += try CanonicalJSON.bytes(row)
            lines.append(10)
        }
        do { try handle.write(contentsOf: Data(lines)) } catch {
            throw Failure(.diskOrStore, "\(path) could not be written: \(IntakeError.words(of: error))")
        }
    }
}
