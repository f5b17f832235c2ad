import Glibc
import Intake

/// A folder of its own for one test, removed with everything in it when the test ends.
final class ScratchTree {
    let root: RawPath

    init() throws {
        var template = Array("/tmp/sonograde-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure(number: errno) }
        root = RawPath(bytes: template.dropLast().map { UInt8(bitPattern: $0) })
    }

    struct Failure: Error { let number: Int32 }

    deinit { Self.remove(root) }

    /// Makes a file and the folders above it; returns its path.
    @discardableResult
    func file(_ name: [UInt8], _ bytes: [UInt8] = [1]) throws -> RawPath {
        var path = root
        let parts = name.split(separator: UInt8(ascii: "/"))
        for part in parts.dropLast() {
            path = path.appending(Array(part))
            _ = path.withCPath { mkdir($0, 0o755) }
        }
        path = path.appending(Array(parts.last ?? []))
        let descriptor = path.withCPath { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644) }
        guard descriptor >= 0 else { throw Failure(number: errno) }
        defer { close(descriptor) }
        guard bytes.isEmpty || write(descriptor, bytes, bytes.count) == bytes.count else {
            throw Failure(number: errno)
        }
        return path
    }

    @discardableResult
    func file(_ name: String, _ bytes: [UInt8] = [1]) throws -> RawPath { try file(Array(name.utf8), bytes) }

    func path(_ name: String) -> RawPath { root.appending(name) }

    /// A symbolic link.
    func link(_ name: String, to target: String) { _ = path(name).withCPath { symlink(target, $0) } }

    private static func remove(_ path: RawPath) {
        guard case .success(let state) = FileState.look(at: path) else { return }
        guard state.kind == .folder else {
            _ = path.withCPath { unlink($0) }
            return
        }
        _ = path.withCPath { chmod($0, 0o755) }
        if let directory = path.withCPath({ opendir($0) }) {
            var names: [[UInt8]] = []
            while let entry = readdir(directory) {
                names.append(withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) })
            }
            closedir(directory)
            for name in names where name != Array(".".utf8) && name != Array("..".utf8) {
                remove(path.appending(name))
            }
        }
        _ = path.withCPath { rmdir($0) }
    }
}
