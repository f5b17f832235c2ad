import Imaging
import Testing
import Typesetting

@Suite("Set text")
struct TypesetterTests {
    /// Whether this machine has a Chinese font; without one what is said of it is tested instead.
    private static let hasChinese: Bool =
        (try? Typesetter.set("图", script: .simplifiedChinese, size: 16, width: 60)) != nil

    private func set(_ text: String, size: Int = 16, width: Int = 400) throws(TypesettingError) -> SetWords {
        try Typesetter.set(text, script: .simplifiedChinese, size: size, width: width)
    }

    /// Columns in which there is ink.
    private func inked(_ words: SetWords) -> [Int] {
        (0..<words.width).filter { x in (0..<words.height).contains { words.coverage[$0 * words.width + x] > 127 } }
    }

    @Test("Letters have ink within their width, more of them more, and none where there is nothing to say")
    func ink() throws {
        let (short, long, empty) = (try set("gain"), try set("gain gain"), try set(""))
        #expect(short.width == 400 && short.coverage.count == 400 * short.height && short.height >= 16)
        #expect(try #require(inked(long).last) > (try #require(inked(short).last)))
        #expect(inked(empty).isEmpty && empty.height >= 1)
        #expect(try set("gain") == short, "the same text gives the same pixels")
    }

    @Test("A long text is broken into lines, a long word too; a zero byte does not end it")
    func broken() throws {
        let line = try set("gain", width: 60).height
        #expect(try set("gain gain gain gain", width: 60).height >= 3 * line)
        #expect(try set(String(repeating: "m", count: 40), width: 60).height >= 5 * line)
        #expect(try #require(inked(try set("a\0b")).last) > (try #require(inked(try set("a")).last)))
    }

    @Test("Chinese characters are square and as large as asked for", .enabled(if: hasChinese, "no Chinese font here"))
    func chinese() throws {
        let last = try #require(inked(try set("图像质量", size: 20)).last)
        #expect((70...80).contains(last), "four characters of 20 pixels end at \(last)")
        #expect(try set("图像质量", size: 20, width: 45).height > (try set("图像", size: 20, width: 45)).height)
    }

    @Test("A character that no font has is said, with what to install")
    func unknown() {
        #expect { try set("\u{10FFFD}") } throws: { error in
            "\(error)".contains("no font on this machine") && "\(error)".contains("fonts-noto-cjk")
        }
        #expect(throws: TypesettingError.self) { try set("a", size: 0) }
        #expect(throws: TypesettingError.self) { try set("a", width: 0) }
        #expect(throws: TypesettingError.self) { try set("a", width: 40_000) }
    }
}
