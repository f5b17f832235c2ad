import ReviewDesk
import Testing

@Suite("Objects out of a stream")
struct ObjectScannerTests {
    /// What a scan finds: line and text, or line and problem; read in pieces of `step` bytes.
    private func scan(_ text: String, step: Int) throws -> [String] {
        var rest = Array(text.utf8)[...]
        var scanner = ObjectScanner {
            if rest.isEmpty { return nil }
            defer { rest = rest.dropFirst(step) }
            return Array(rest.prefix(step))
        }
        var found: [String] = []
        while let piece = try scanner.next() {
            found.append("\(piece.line) \(piece.problem ?? String(decoding: piece.bytes, as: UTF8.self))")
        }
        return found
    }

    @Test(
        "one object, a list, and one a line give the same objects with their lines, however the bytes come",
        arguments: [
            ("{\"a\":1}", ["1 {\"a\":1}"]), ("", []), ("\n\n  \n", []), ("[]", []),
            ("\u{FEFF}{\"a\":1}\n{\"b\":2}\n", ["1 {\"a\":1}", "2 {\"b\":2}"]),
            ("\r\n{\"a\":1}\r\n\r\n{\"b\":2}", ["2 {\"a\":1}", "4 {\"b\":2}"]),
            ("[{\"a\":1},\n {\"b\":[{\"c\":2}]}]", ["1 {\"a\":1}", "2 {\"b\":[{\"c\":2}]}"]),
            ("{\n\"a\": \"}\\\"{\"\n}\n{}", ["1 {\n\"a\": \"}\\\"{\"\n}", "4 {}"]),
            ("{\"a\":\"[,]\"} {\"b\":\"\\\\\"}", ["1 {\"a\":\"[,]\"}", "1 {\"b\":\"\\\\\"}"]),
        ],
        [1, 3, 4096]
    )
    func whole(_ example: (text: String, found: [String]), _ step: Int) throws {
        #expect(try scan(example.text, step: step) == example.found)
    }

    @Test(
        "what is broken is named with its line and does not take the next ones with it",
        arguments: [
            ("{\"a\":1}\nhello\n{\"b\":2}", ["1 {\"a\":1}", "2 this is no object { … }", "3 {\"b\":2}"]),
            ("{\"a\":\"x\n{\"b\":2}\n", ["1 a text in it has no closing \"", "2 {\"b\":2}"]),
            (
                "{\"a\":1\n{\"b\":2}\n{\"c\":3}\n",
                ["1 it has no }: its end is missing", "2 {\"b\":2}", "3 {\"c\":3}"]
            ),
            (
                "{\"a\":1},{\"b\":2}\n{}",
                ["1 {\"a\":1}", "1 there is a comma between objects that are not in [ ]", "2 {}"]
            ),
            ("[{\"a\":1},\n{\"b\":2}", ["1 {\"a\":1}", "2 {\"b\":2}", "1 the list has no ]: its end is missing"]),
            (
                "[[{}]]",
                ["1 there is a [ inside the list; only objects stand there", "1 the list has no ]: its end is missing"]
            ),
            ("{}\n]\n{}", ["1 {}", "2 there is a ] without its [", "3 {}"]),
            ("{\"a\":1,\"a\":2}\n{}", ["1 a stands in it twice", "2 {}"]),
            ("{\"x\":{\"s\":1},\"y\":{\"s\":2}}", ["1 {\"x\":{\"s\":1},\"y\":{\"s\":2}}"]),
            ("{\"x\":{\"s\":1,\"s\":2}}", ["1 s stands in it twice"]),
        ],
        [1, 4096]
    )
    func broken(_ example: (text: String, found: [String]), _ step: Int) throws {
        #expect(try scan(example.text, step: step) == example.found)
    }

    @Test("an object without end is given up after 1 MiB, not collected for ever")
    func endless() throws {
        let text = "{\"a\": [" + String(repeating: "1,\n", count: ObjectScanner.largest) + "\n{}"
        var given = 0
        let bytes = Array(text.utf8)
        var scanner = ObjectScanner {
            guard given < bytes.count else { return nil }
            let end = min(bytes.count, given + 65_536)
            defer { given = end }
            return Array(bytes[given..<end])
        }
        let first = try scanner.next()
        #expect(first?.problem == "it is longer than 1 MiB, or has no }")
        #expect(given < 2 * ObjectScanner.largest)
    }
}
