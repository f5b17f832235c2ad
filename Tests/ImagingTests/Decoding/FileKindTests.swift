import Imaging
import Testing

@Suite struct FileKindTests {
    @Test(arguments: [
        ("BM", 0, "a BMP"), ("GIF89a", 0, "a GIF"), ("II*\0", 0, "a TIFF"), ("MM\0*", 0, "a TIFF"),
        ("WEBP", 8, "a WebP"), ("ftypheic", 4, "a HEIC"), ("ftypavif", 4, "an AVIF"), ("DICM", 128, "a DICOM file"),
        ("%PDF-1.7", 0, "a PDF"), ("PK\u{3}\u{4}", 0, "a ZIP archive"), ("Rar!", 0, "a RAR archive"),
        ("\0\0\0\u{C}jP  ", 0, "a JPEG 2000"), ("8BPS", 0, "a Photoshop file"), ("ftypisom", 4, "a film"),
        ("P5 2 2 255 ", 0, "a Netpbm picture"), ("<?xml ", 0, "an XML file"),
    ])
    func `a known kind that is not read is named, with what to do`(_ text: String, _ offset: Int, _ name: String) throws
    {
        let file = [UInt8](repeating: 0, count: offset) + Array(text.utf8) + [UInt8](repeating: 1, count: 64)
        let failure = try #require(TestPictures.failure(file))
        #expect(failure.code == .unsupportedFormat)
        #expect(failure.message.contains("this is \(name)"))
        #expect(failure.message.contains("export as PNG or JPEG"))
    }

    @Test func `bytes of no kind are no known image format`() throws {
        let failure = try #require(TestPictures.failure([UInt8](repeating: 7, count: 300)))
        #expect(failure.code == .unsupportedFormat)
    }

    @Test func `a PNG sent in text mode is told apart from a stranger`() throws {
        var file = try PNGEncoder.encode(GreyPlane(width: 4, height: 4, filledWith: 1))
        // CR LF became LF.
        file.remove(at: 4)
        let failure = try #require(TestPictures.failure(file))
        #expect(failure.code == .corrupt)
        #expect(failure.message.contains("binary mode"))
    }

    @Test(arguments: [0xC3, 0xC5, 0xC7, 0xCB] as [UInt8])
    func `a lossless or hierarchical JPEG says what it is`(_ frame: UInt8) throws {
        var file = try JPEGEncoder.encode(GreyPlane(width: 16, height: 16, filledWith: 9), quality: 80)
        let index = try #require(file.indices.first { file[$0] == 0xFF && file[$0 + 1] == 0xC0 })
        file[index + 1] = frame
        let failure = try #require(TestPictures.failure(file))
        #expect(failure.code == .unsupportedFormat)
        #expect(failure.message.contains("export as 8-bit baseline JPEG or as PNG"))
    }

    @Test func `a 12-bit JPEG says what it is`() throws {
        var file = try JPEGEncoder.encode(GreyPlane(width: 16, height: 16, filledWith: 9), quality: 80)
        let index = try #require(file.indices.first { file[$0] == 0xFF && file[$0 + 1] == 0xC0 })
        file[index + 4] = 12
        let failure = try #require(TestPictures.failure(file))
        #expect(failure.code == .unsupportedFormat)
        #expect(failure.message.contains("12"))
    }
}
