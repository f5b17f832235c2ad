import Foundation
import Glibc
import Store
import Testing

@Suite("The vault of originals")
struct VaultTests {
    let home: TestHome
    let vault: Vault

    init() throws {
        home = try TestHome()
        vault = home.vault
    }

    private func descriptor(of bytes: [UInt8]) throws -> Int32 {
        let path = home.path + "/source-\(UUID().uuidString)"
        try Data(bytes).write(to: URL(filePath: path))
        let descriptor = Glibc.open(path, O_RDONLY)
        try #require(descriptor >= 0)
        return descriptor
    }

    private func temporaries() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: home.path + "/tmp")
    }

    @Test(
        "An original lies under its digest, read-only, with the bytes that were copied",
        arguments: [0, 1, 262_144, 700_001]
    )
    func adopts(size: Int) throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let source = try descriptor(of: bytes)
        defer { close(source) }
        let draft = try vault.copyIn(from: source)
        #expect(draft.size == Int64(size))
        #expect(try vault.path(sha256: draft.sha256) == nil)
        #expect(try vault.adopt([(draft, "JPG")]) == ["jpg"])
        let path = try #require(try vault.path(sha256: draft.sha256))
        let (first, second) = (draft.sha256.prefix(2), draft.sha256.dropFirst(2).prefix(2))
        #expect(path == "\(home.path)/vault/\(first)/\(second)/\(draft.sha256).jpg")
        #expect(try Array(Data(contentsOf: URL(filePath: path))) == bytes)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o440)
        #expect(try vault.verify(sha256: draft.sha256))
        #expect(try temporaries().isEmpty)
    }

    @Test(
        "The source is copied from its start, wherever its offset stands, and bytes in memory come to the same digest"
    )
    func sameDigest() throws {
        let bytes = Array("an original".utf8)
        let source = try descriptor(of: bytes)
        defer { close(source) }
        lseek(source, 5, SEEK_SET)
        #expect(try vault.copyIn(from: source).sha256 == vault.copyIn(bytes: bytes).sha256)
    }

    @Test("Bytes that are there already stay, whatever extension is wished for now")
    func idempotent() throws {
        let drafts = try (0..<3).map { _ in try vault.copyIn(bytes: [1, 2, 3]) }
        #expect(try vault.adopt([(drafts[0], "png"), (drafts[1], "jpg")]) == ["png", "png"])
        #expect(try vault.adopt([(drafts[2], "bin")]) == ["png"])
        #expect(try temporaries().isEmpty)
    }

    @Test("A vault file of another size under the same digest is named, never overwritten")
    func wrongSize() throws {
        let first = try vault.copyIn(bytes: [1, 2, 3])
        _ = try vault.adopt([(first, "png")])
        let path = try #require(try vault.path(sha256: first.sha256))
        try FileManager.default.removeItem(atPath: path)
        try Data([1]).write(to: URL(filePath: path))
        let second = try vault.copyIn(bytes: [1, 2, 3])
        let error = #expect(throws: StoreError.self) { try vault.adopt([(second, "png")]) }
        #expect(error?.code == .corrupt)
        #expect(try Data(contentsOf: URL(filePath: path)) == Data([1]))
    }

    @Test(
        "An extension is short ASCII in lower case, or bin",
        arguments: [
            ("PNG", "png"), ("jpeg", "jpeg"), ("", "bin"), ("toolong", "bin"), ("../x", "bin"), ("图", "bin"),
            ("j2k", "j2k"),
        ]
    )
    func extensions(wish: String, stored: String) throws {
        #expect(try vault.adopt([(try vault.copyIn(bytes: Array(wish.utf8)), wish)]) == [stored])
    }

    @Test("What a killed run left in tmp is cleared, and what it had adopted stays")
    func leftovers() throws {
        let kept = try vault.copyIn(bytes: [1])
        _ = try vault.adopt([(kept, "png")])
        _ = try vault.copyIn(bytes: [2])
        try Data([3]).write(to: URL(filePath: home.path + "/tmp/4711-9.original"))
        #expect(try vault.clearTemporary() == 2)
        #expect(try temporaries().isEmpty)
        #expect(try vault.verify(sha256: kept.sha256))
        #expect(try vault.clearTemporary() == 0)
    }

    @Test("A file over the limit is refused and leaves nothing behind")
    func limit() throws {
        let source = try descriptor(of: [UInt8](repeating: 7, count: 1001))
        defer { close(source) }
        let error = #expect(throws: StoreError.self) { try vault.copyIn(from: source, limit: 1000) }
        #expect(error?.code == .refused)
        #expect(try temporaries().isEmpty)
        #expect(try vault.copyIn(from: source, limit: 1001).size == 1001)
    }

    @Test("A source that cannot be read is `failed`, so that it is told from a full disk")
    func unreadableSource() throws {
        let folder = Glibc.open(home.path, O_RDONLY | O_DIRECTORY)
        defer { close(folder) }
        let error = #expect(throws: StoreError.self) { try vault.copyIn(from: folder) }
        #expect(error?.code == .failed)
        #expect(error?.cause == "Is a directory")
        #expect(try temporaries().isEmpty)
    }

    @Test("A path that is no digest is refused, and one that is not there is not found")
    func lookups() throws {
        #expect(throws: StoreError.self) { try vault.path(sha256: "../../etc/passwd") }
        let error = #expect(throws: StoreError.self) { try vault.open(sha256: String(repeating: "0", count: 64)) }
        #expect(error?.code == .notFound)
    }

    @Test("Many threads that adopt the same and other bytes at once lose none")
    func threads() throws {
        DispatchQueue.concurrentPerform(iterations: 8) { thread in
            for number in 0..<20 {
                let bytes = Array("picture \((number + thread) % 25)".utf8)
                if let draft = try? vault.copyIn(bytes: bytes) { _ = try? vault.adopt([(draft, "png")]) }
            }
        }
        for number in 0..<25 { #expect(try vault.verify(sha256: sha256("picture \(number)"))) }
        #expect(try temporaries().isEmpty)
    }

    /// A file system of a few hundred kilobytes; only root may make one.
    private static let canMount: Bool = {
        let probe = FileManager.default.temporaryDirectory.path + "/sonograde-probe-\(UUID().uuidString)"
        mkdir(probe, 0o700)
        defer { rmdir(probe) }
        guard geteuid() == 0, mount("tmpfs", probe, "tmpfs", 0, "size=64k") == 0 else { return false }
        return umount(probe) == 0
    }()

    @Test(
        "A full disk is said to be full, nothing half-written stays, and with room again all goes on",
        .enabled(if: VaultTests.canMount, "needs the right to mount a small tmpfs")
    )
    func fullDisk() throws {
        let small = home.path + "/small"
        mkdir(small, 0o700)
        try #require(mount("tmpfs", small, "tmpfs", 0, "size=3m") == 0)
        defer { umount2(small, Int32(MNT_DETACH)) }
        let vault = Vault(home: small)
        try vault.prepare()
        let store = try Store.open(home: small, at: Moments.start)
        let filler = try vault.copyIn(bytes: [UInt8](repeating: 1, count: 600_000))
        var copyError: StoreError?
        do { _ = try vault.copyIn(bytes: [UInt8](repeating: 2, count: 3_000_000)) } catch { copyError = error }
        #expect(copyError?.code == .diskFull)
        #expect(try FileManager.default.contentsOfDirectory(atPath: small + "/tmp").count == 1)

        var drop = Drop()
        drop.metadata.reportText = String(repeating: "a long report. ", count: 200_000)
        var commitError: StoreError?
        do { _ = try drop.commit(to: store) } catch { commitError = error as? StoreError }
        #expect(commitError?.code == .diskFull)
        #expect(try store.dumpLines().isEmpty)

        vault.drop(filler)
        drop.metadata.reportText = "short"
        try drop.commit(to: store)
        #expect(try store.verifyAudit(vault: vault).problems == [])
        try store.close()
    }
}
