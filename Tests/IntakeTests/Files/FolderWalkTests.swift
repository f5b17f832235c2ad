import Glibc
import Intake
import Testing

@Suite struct FolderWalkTests {
    /// What a walk met, as words with paths below the root.
    private func walk(_ tree: ScratchTree) -> [String] {
        FolderWalk(root: tree.root).map { entry in
            func below(_ path: RawPath) -> String {
                String(decoding: path.bytes.dropFirst(tree.root.bytes.count + 1), as: UTF8.self)
            }
            return switch entry {
            case .file(let path, _): "file " + below(path)
            case .folder(let path, _): "folder " + below(path)
            case .ignored(let path): "ignored " + below(path)
            case .special(let path, _): "special " + below(path)
            case .failed(let path, let number): "failed \(number) " + below(path)
            }
        }
    }

    @Test func `files come in the byte order of their paths`() throws {
        let tree = try ScratchTree()
        for name in ["b.png", "a/z.png", "a.png", "a/b/c.png", "a!.png", "Z.png", "ä.png", "a0.png"] {
            try tree.file(name)
        }
        let files = walk(tree).filter { $0.hasPrefix("file ") }.map { $0.dropFirst(5) }
        let expected = ["Z.png", "a!.png", "a.png", "a/b/c.png", "a/z.png", "a0.png", "b.png", "ä.png"]
        #expect(files.map(String.init) == expected)
        #expect(expected.map { RawPath($0) }.sorted() == expected.map { RawPath($0) })
    }

    @Test func `names that are not UTF-8 are found by their bytes`() throws {
        let tree = try ScratchTree()
        let name: [UInt8] = [0xB8, 0xCE, 0xD4, 0xE0]
        try tree.file(name + Array("/x.png".utf8))
        let found = FolderWalk(root: tree.root).compactMap { entry -> RawPath? in
            if case .file(let path, _) = entry { path } else { nil }
        }
        #expect(found == [tree.root.appending(name).appending("x.png")])
    }

    @Test func `leftovers of copying and of desktops are ignored`() throws {
        let tree = try ScratchTree()
        let ignored = [
            "a.png.part", "b.TMP", "c.crdownload", "d.png~", "Thumbs.db", "THUMBS.DB", "desktop.ini", ".DS_Store",
            "DICOMDIR",
        ]
        for name in ignored + ["keep.partial", "thumbs.db.png", "DICOMDIR.png"] { try tree.file(name) }
        let met = walk(tree)
        #expect(Set(met.filter { $0.hasPrefix("ignored ") }) == Set(ignored.map { "ignored " + $0 }))
        #expect(met.filter { $0.hasPrefix("file ") }.count == 3)
    }

    @Test func `links, pipes and sockets are named but never opened or followed`() throws {
        let tree = try ScratchTree()
        try tree.file("inside/a.png")
        let outside = try ScratchTree()
        try outside.file("secret.png")
        tree.link("to-file", to: outside.path("secret.png").display)
        tree.link("to-folder", to: outside.root.display)
        tree.link("loop", to: ".")
        tree.link("dangling", to: "nowhere")
        // Opening a pipe without a writer would wait for ever.
        #expect(tree.path("pipe").withCPath { mkfifo($0, 0o644) } == 0)
        #expect(
            walk(tree) == [
                "special dangling", "folder inside", "file inside/a.png", "special loop", "special pipe",
                "special to-file", "special to-folder",
            ]
        )
    }

    @Test func `the root may be a link to a folder`() throws {
        let tree = try ScratchTree()
        try tree.file("real/a.png")
        tree.link("link", to: "real")
        let count = FolderWalk(root: tree.path("link")).count { if case .file = $0 { true } else { false } }
        #expect(count == 1)
    }

    @Test(.enabled(if: geteuid() != 0, "root may read every folder"))
    func `a folder without permission is reported and the rest is walked`() throws {
        let tree = try ScratchTree()
        try tree.file("locked/a.png")
        try tree.file("open/b.png")
        #expect(tree.path("locked").withCPath { chmod($0, 0) } == 0)
        #expect(walk(tree) == ["folder locked", "failed \(EACCES) locked", "folder open", "file open/b.png"])
    }

    @Test func `a path too long for the system is reported, not skipped`() throws {
        let tree = try ScratchTree()
        // Each name is short enough, the whole path is not; so it is made step by step.
        let name = [UInt8](repeating: UInt8(ascii: "n"), count: 250)
        var handle = tree.root.withCPath { open($0, O_RDONLY | O_DIRECTORY) }
        for _ in 0..<20 {
            let terminated = name.map { CChar(bitPattern: $0) } + [0]
            #expect(mkdirat(handle, terminated, 0o755) == 0)
            let next = openat(handle, terminated, O_RDONLY | O_DIRECTORY)
            close(handle)
            handle = next
        }
        close(handle)
        let met = walk(tree)
        #expect(met.contains { $0.hasPrefix("failed \(ENAMETOOLONG) ") })
        // Remove from within, as no path reaches the deepest ones.
        #expect(tree.root.withCPath { removeChain($0) } == 0)
    }

    @Test func `a root that is no folder or is not there`() throws {
        let tree = try ScratchTree()
        try tree.file("a.png")
        let onFile = FolderWalk(root: tree.path("a.png")).map { $0 }
        guard case .failed(_, ENOTDIR) = onFile.first else {
            Issue.record("a file as root must be reported")
            return
        }
        #expect(FolderWalk(root: tree.path("absent")).map { $0 }.isEmpty)
    }

    @Test func `thousands of files are met once each, in order`() throws {
        let tree = try ScratchTree()
        for index in 0..<2000 { try tree.file("d\(index % 7)/\(index).png") }
        let files = FolderWalk(root: tree.root).compactMap { entry -> RawPath? in
            if case .file(let path, _) = entry { path } else { nil }
        }
        #expect(files.count == 2000)
        #expect(zip(files, files.dropFirst()).allSatisfy { $0 < $1 })
    }
}

/// Removes a chain of folders too deep for one path, from its end.
private func removeChain(_ root: UnsafePointer<CChar>) -> Int32 {
    let name = [CChar](repeating: CChar(UInt8(ascii: "n")), count: 250) + [0]
    var handles = [open(root, O_RDONLY | O_DIRECTORY)]
    while let last = handles.last {
        let next = openat(last, name, O_RDONLY | O_DIRECTORY)
        if next < 0 { break }
        handles.append(next)
    }
    var status: Int32 = 0
    while let handle = handles.popLast() {
        close(handle)
        if let parent = handles.last, unlinkat(parent, name, AT_REMOVEDIR) != 0 { status = errno }
    }
    return status
}
