import Imaging
import Testing
import Typesetting

@Suite("Pages as PDF and PNG")
struct PageDocumentTests {
    private func document(_ marks: [PageMark], created: String = "2026-03-05T00:00:00Z") -> PageDocument {
        PageDocument(
            title: "Trial",
            author: "",
            subject: "",
            program: "Sonograde",
            created: created,
            pages: [Page(width: 100, height: 50, marks: marks)]
        )
    }

    private func contains(_ bytes: [UInt8], _ text: String) -> Bool { bytes.firstRange(of: Array(text.utf8)) != nil }

    /// The picture's luma.
    private func luma(_ png: [UInt8]) throws -> GreyPlane {
        try ImageDecoder.decode(.bytes(png), limits: DecodingLimits()).luma
    }

    @Test("The same pages give the same bytes, and the only time in the file is the one given")
    func reproducible() throws {
        let box = PageBox(x: 10, y: 10, width: 30, height: 20)
        let marks: [PageMark] = [
            .rectangle(box, radius: 3, fill: PageColour(0x17648a), stroke: nil),
            .words(PageText(runs: [.init("gain")], size: 9), at: PagePoint(50, 30), anchor: .middle),
        ]
        let first = try document(marks).pdf()
        let isSame = try document(marks).pdf() == first
        let isPDF = first.starts(with: Array("%PDF-1.5".utf8))
        let isOther = try document(marks, created: "2027-01-01T00:00:00Z").pdf() != first
        #expect(isSame && isPDF && isOther)
        let isDated = contains(first, "20260305000000Z")
        #expect(isDated)
    }

    @Test("A rectangle lies where it was put, at any resolution")
    func places() throws {
        let black = PageMark.rectangle(
            PageBox(x: 25, y: 10, width: 50, height: 20),
            radius: 0,
            fill: .black,
            stroke: nil
        )
        for dots in [72, 144] {
            let plane = try luma(try document([black]).png(dotsPerInch: dots))
            let scale = dots / 72
            #expect(plane.width == 100 * scale && plane.height == 50 * scale)
            func at(_ x: Int, _ y: Int) -> UInt8 { plane.pixels[y * scale * plane.width + x * scale] }
            #expect(at(26, 11) < 10 && at(73, 28) < 10)
            #expect(at(23, 11) > 245 && at(26, 8) > 245 && at(77, 20) > 245 && at(50, 32) > 245)
        }
    }

    @Test("What darkens lets what lies below through; what does not covers it")
    func darkening() throws {
        let white = [UInt8](repeating: 255, count: 20 * 20 * 3)
        let picture = try PagePicture(file: try PNGEncoder.encode(rgb: white, width: 20, height: 20))
        let box = PageBox(x: 0, y: 0, width: 50, height: 50)
        let below = PageMark.rectangle(box, radius: 0, fill: .black, stroke: nil)
        let stamped = try luma(
            try document([below, .picture(picture, in: box, darkens: true)]).png(dotsPerInch: 72)
        )
        let covered = try luma(
            try document([below, .picture(picture, in: box, darkens: false)]).png(dotsPerInch: 72)
        )
        #expect(stamped.pixels[25 * 100 + 25] < 10)
        #expect(covered.pixels[25 * 100 + 25] > 245)
    }

    @Test("A photograph keeps nothing of its file but the pixels")
    func photograph() throws {
        let grey = [UInt8](repeating: 100, count: 40 * 30 * 3)
        var file = try JPEGEncoder.encode(rgb: grey, width: 40, height: 30, quality: 90)
        // A comment segment behind the start of the file, as a camera writes its owner's name.
        let secret = Array("owner Zhang".utf8)
        file.insert(contentsOf: [0xFF, 0xFE, 0, UInt8(secret.count + 2)] + secret, at: 2)
        let picture = try PagePicture(file: file)
        #expect(picture.width == 40 && picture.height == 30)
        let box = PageBox(x: 0, y: 0, width: 50, height: 50)
        let pdf = try document([.picture(picture, in: box, darkens: false)]).pdf()
        let (isJPEG, isTold) = (contains(pdf, "DCTDecode"), contains(pdf, "owner Zhang"))
        #expect(isJPEG && !isTold)
    }

    @Test("What is no picture is refused with what to do")
    func refusedPictures() {
        #expect { try PagePicture(file: Array("text".utf8)) } throws: { "\($0)".contains("supply a JPEG or PNG") }
        let header: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13] + Array("IHDR".utf8)
        let huge = header + [0, 1, 0, 0, 0, 1, 0, 0, 8, 6, 0, 0, 0, 0, 0, 0, 0]
        #expect { try PagePicture(file: huge) } throws: { "\($0)".contains("make it smaller") }
    }

    @Test("A text breaks at its width, ends at its last line, and shrinks until it fits")
    func text() throws {
        var text = PageText(runs: [.init("gain too high in the far field", isBold: true)], size: 10)
        let line = try text.extent()
        #expect(line.lines == 1 && line.baseline > 5 && line.baseline < line.height)
        text.width = line.width / 3
        #expect(try text.extent().lines >= 3)
        text.maxLines = 2
        #expect(try text.extent().lines == 2)
        text.maxLines = nil
        let fitted = try text.fitted(height: line.height * 1.5, least: 2)
        #expect(fitted.size < 10 && fitted.size >= 2)
        #expect(try fitted.extent().height <= line.height * 1.5 || fitted.size == 2)
    }

    @Test("A character that no font has is named, or drawn as a box where that is allowed")
    func unknown() throws {
        var text = PageText(runs: [.init("gain \u{10FFFD}")], size: 10)
        #expect { try text.extent() } throws: { "\($0)".contains("U+10FFFD") }
        text.isStrict = false
        #expect(try text.extent().width > 0)
    }

    @Test("Nothing is made of sizes that cannot be")
    func refusedSizes() {
        var empty = document([])
        empty.pages = []
        #expect(throws: TypesettingError.self) { _ = try empty.pdf() }
        #expect(throws: TypesettingError.self) { _ = try document([]).png(dotsPerInch: 2000) }
        #expect(throws: TypesettingError.self) { _ = try document([]).png(page: 1, dotsPerInch: 72) }
        var endless = document([])
        endless.pages = [Page(width: .infinity, height: 10)]
        #expect(throws: TypesettingError.self) { _ = try endless.pdf() }
        #expect(throws: TypesettingError.self) { _ = try PageText(runs: [.init("a")], size: .nan).extent() }
    }

    @Test("A QR code has its three corners, and a text that is too long is refused")
    func symbol() throws {
        let code = try QRSymbol("https://quality.example/v/3f9c1e0b7a5d42c8908e6b1d2f4a7c55")
        // Version 4 at level M holds 62 bytes.
        #expect(code.side == 33 && code.modules.count == 33 * 33)
        // The outer ring of a finder pattern is seven dark modules.
        #expect(code.darkRuns(row: 0).first == 0..<7)
        #expect(code.darkRuns(row: 0).last == 26..<33)
        #expect(code.darkRuns(row: 32).first == 0..<7)
        #expect(throws: TypesettingError.self) { _ = try QRSymbol("") }
        #expect(throws: TypesettingError.self) { _ = try QRSymbol(String(repeating: "a", count: 2400)) }
    }
}
