import Foundation
import Grading
import Testing

@Suite struct WrittenTreeTests {
    /// With `SONOGRADE_WRITE_DOCS=1` the file is written anew before it is compared; the tests below see it once it is built in.
    @Test func `the trees of the built-in rubrics are those of their texts`() throws {
        let made = try BuiltInRubrics.treesFile()
        let path = "Sources/Grading/Rubric/BuiltInTrees.swift"
        if ProcessInfo.processInfo.environment["SONOGRADE_WRITE_DOCS"] == "1" {
            try made.write(to: Repository.root.appending(path: path), atomically: true, encoding: .utf8)
        }
        let written = String(decoding: try Repository.bytes(path), as: UTF8.self)
        #expect(written == made, "SONOGRADE_WRITE_DOCS=1 swift test -c release --filter WrittenTreeTests")
    }

    @Test func `every built-in rubric is read from its tree`() { #expect(BuiltInRubrics.withoutTree == []) }

    @Test func `texts with line ends, backslashes, quotes and nothing come back as they were`() throws {
        let source = RubricSource(
            name: "all.yaml",
            text:
                "a: {b: ~, c: \"1\", d: 1}\ne:\n  - |\n    two\n    lines\n  - 'c:\\new {x}'\n  - []\n  - {}\nf: \"\"\n"
        )
        let tree = try SourceReader.read(source)
        let written = WrittenTree(
            checksum: WrittenTree.checksum(of: source.bytes),
            nodes: WrittenTree.nodes(of: tree)
        )
        #expect(written.tree(of: source) == tree)
        #expect(tree != (try SourceReader.read(RubricSource(name: "all.yaml", text: "a: 1\n"))))
    }

    @Test func `a tree of another text is not believed`() throws {
        let source = RubricSource(name: "one.yaml", text: "a: 1\n")
        let nodes = WrittenTree.nodes(of: try SourceReader.read(source))
        let written = WrittenTree(checksum: WrittenTree.checksum(of: source.bytes), nodes: nodes)
        #expect(written.tree(of: source) != nil)
        #expect(written.tree(of: RubricSource(name: "one.yaml", text: "a: 2\n")) == nil)
    }

    @Test func `a tree that breaks off is none`() throws {
        let source = RubricSource(name: "one.yaml", text: "a: 1\n")
        let checksum = WrittenTree.checksum(of: source.bytes)
        for nodes in ["", "[1\n", "{1\n:1 a\n", "{1\n=1 a\n}\n", "?1 a\n"] {
            #expect(WrittenTree(checksum: checksum, nodes: nodes).tree(of: source) == nil, "\(nodes)")
        }
    }
}
