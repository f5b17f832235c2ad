import Foundation
import Intake
import Testing

@Suite struct RawPathTests {
    /// 肝脏.png in GBK.
    private static let liver: [UInt8] = [0xB8, 0xCE, 0xD4, 0xE0] + Array(".png".utf8)

    @Test func `a UTF-8 name is shown as it is and needs no raw form`() {
        let path = RawPath("收件/肝脏.png")
        #expect(path.display == "收件/肝脏.png")
        #expect(path.isUTF8)
        #expect(path.rawBase64 == nil)
    }

    @Test func `a GBK name is shown as GB18030 and keeps its bytes`() {
        let path = RawPath("a").appending(Self.liver)
        #expect(path.display == "a/肝脏.png")
        #expect(!path.isUTF8)
        #expect(path.rawBase64 == Data(Array("a/".utf8) + Self.liver).base64EncodedString())
    }

    @Test func `a name that is neither is shown escaped`() {
        // 0xFF begins no GB18030 character.
        let path = RawPath(bytes: [0x61, 0xFF, 0x25, 0x0A])
        #expect(path.display == "a%FF%25%0A")
    }

    @Test(arguments: 0..<12)
    func `base64 agrees with Foundation's`(_ count: Int) {
        let bytes = [0xFF] + (0..<count).map { UInt8($0 * 9 + 129) }
        #expect(RawPath(bytes: bytes).rawBase64 == Data(bytes).base64EncodedString())
    }

    @Test func `paths are joined with one slash`() {
        #expect(RawPath("a/").appending("b") == RawPath("a/b"))
        #expect(RawPath("/").appending("b") == RawPath("/b"))
        #expect(RawPath("").appending("b") == RawPath("b"))
        #expect(RawPath("a///") == RawPath("a"))
        #expect(RawPath("/").bytes == [UInt8(ascii: "/")])
    }

    @Test func `parents and last components are split at the last slash`() {
        #expect(RawPath("/a/b.png").lastComponent == Array("b.png".utf8))
        #expect(RawPath("/a/b.png").parent == RawPath("/a"))
        #expect(RawPath("/a").parent == RawPath("/"))
        #expect(RawPath("a").parent == RawPath(""))
        #expect(RawPath("a").lastComponent == Array("a".utf8))
    }

    @Test func `paths are compared by bytes, not by letters`() {
        // é composed and decomposed: equal as String, two files on disk.
        #expect(RawPath("\u{E9}") != RawPath("e\u{301}"))
        #expect(RawPath(bytes: [0x7F]) < RawPath(bytes: [0x80]))
        #expect(RawPath("a.png") < RawPath("a/b"))
    }
}
