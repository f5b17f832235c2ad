import Grading
import Testing

@Suite struct HostileRubricTests {
    /// Loads bytes; nil when they are a rubric, the mistakes otherwise.
    private func mistakes(_ bytes: [UInt8]) -> [RubricMistake]? {
        do throws(RubricError) {
            _ = try RubricLoader.load(
                [RubricSource(name: "hostile.yaml", bytes: bytes)],
                extending: [RubricSource(name: "words.yaml", text: Examples.words)]
            )
            return nil
        } catch {
            return error.mistakes
        }
    }

    @Test func `a file above 1 MiB is refused before it is parsed`() throws {
        let found = try #require(mistakes([UInt8](repeating: UInt8(ascii: "#"), count: 1 << 20 + 1)))
        #expect(found.count == 1 && found[0].message.contains("1048576 at most"))
    }

    @Test func `deep nesting is a mistake, not a crash`() throws {
        let texts = [
            String(repeating: "[", count: 500_000),
            String(repeating: "{a: ", count: 200_000),
            String(repeating: "- ", count: 500_000),
            String(repeating: "? ", count: 500_000),
            (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
            "id: " + String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
        ]
        for text in texts {
            let found = try #require(mistakes(Array(text.utf8)))
            #expect(!found.isEmpty && found.allSatisfy { $0.message.count < 300 })
        }
    }

    @Test func `an alias bomb is refused at its first anchor`() throws {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<30 {
            text +=
                "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
        }
        let found = try #require(mistakes(Array(text.utf8)))
        #expect(found.count == 1 && found[0].line == 1 && found[0].message.contains("anchors"))
    }

    @Test(
        arguments: [
            [], [0xFF, 0xFE, 0x00], Array("\u{FEFF}".utf8), Array("---\n---\n".utf8), Array("just words".utf8),
            Array("- a\n- b".utf8), Array("id: [1]".utf8), Array("id: {a: b}".utf8), Array("? [a]\n: b".utf8),
            Array("items: 3\nlevels: x\ncaps: []\nadvice: 1\ntriage: ~\nrequired_sections: q\nexamples: {}".utf8),
            Array("id: a\nextends: [b]\n".utf8), Array("*x".utf8), Array("id: !!binary x\n".utf8),
            Array("items: [1, [2], {criteria: [{high: 3}]}]".utf8), Array("\u{0}".utf8),
            Array("id: a\n\tb: c\n".utf8),
        ] as [[UInt8]]
    )
    func `what is no rubric gives mistakes with lines`(_ bytes: [UInt8]) throws {
        let found = try #require(mistakes(bytes))
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.line >= 1 && !$0.message.isEmpty && !$0.message.contains("\n") })
    }

    @Test func `damaged copies of the general rubric load or say why`() throws {
        let source = try #require(BuiltInRubrics.sources.first { $0.name == "general.yaml" })
        let alphabet = Array("{}[]:,-\"'&*#~|>!%@`? \n\t0aA".utf8) + [0, 0x80, 0xFF]
        var random = SeededGenerator(seed: 7)
        var refused = 0
        for _ in 0..<300 {
            var bytes = source.bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes.remove(at: place)
                case 1: bytes[place] = alphabet.randomElement(using: &random) ?? 0
                case 2: bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + 200))
                }
            }
            if let found = mistakes(bytes) {
                refused += 1
                #expect(!found.isEmpty)
            }
        }
        #expect(refused > 100, "most damage must be noticed; was \(refused)")
    }
}
