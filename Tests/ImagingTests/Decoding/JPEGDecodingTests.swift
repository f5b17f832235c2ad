import Foundation
import Imaging
import Testing

@Suite struct JPEGDecodingTests {
    private let plane = TestPictures.grey(width: 93, height: 70)

    @Test func `a grey JPEG is near its source`() throws {
        let image = try TestPictures.decode(JPEGEncoder.encode(plane, quality: 95))
        #expect(image.facts == ImageFacts(format: .jpeg, width: 93, height: 70, jpegQuality: 95))
        #expect(image.chroma == nil)
        let worst = zip(image.luma.pixels, plane.pixels).map { abs(Int($0) - Int($1)) }.max()
        // Quality 95 quantises by at most 6 near the low frequencies: a few grey levels at the hard edge of the mark.
        #expect(try #require(worst) <= 12)
    }

    @Test(arguments: JPEGEncoder.Subsampling.allCases)
    func `a grey picture stored in colour has the grey JPEG's luma and no chroma`(
        _ subsampling: JPEGEncoder.Subsampling
    ) throws {
        let grey = try TestPictures.decode(JPEGEncoder.encode(plane, quality: 90))
        let colour = try TestPictures.decode(
            JPEGEncoder.encode(
                rgb: TestPictures.rgb(of: plane),
                width: 93,
                height: 70,
                quality: 90,
                subsampling: subsampling
            )
        )
        #expect(colour.luma == grey.luma)
        #expect(colour.chroma == nil)
        #expect(colour.facts.jpegQuality == 90)
    }

    @Test(arguments: JPEGEncoder.Subsampling.allCases)
    func `progressive scans and restart markers change no pixel`(_ subsampling: JPEGEncoder.Subsampling) throws {
        let rgb = Self.colourful(width: 93, height: 70)
        func decoded(_ scans: JPEGEncoder.ScanOrder, restartInterval: Int = 0) throws -> UltrasoundImage {
            try TestPictures.decode(
                JPEGEncoder.encode(
                    rgb: rgb,
                    width: 93,
                    height: 70,
                    quality: 80,
                    subsampling: subsampling,
                    scans: scans,
                    restartInterval: restartInterval
                )
            )
        }
        let sequential = try decoded(.sequential)
        for other in try [decoded(.progressive), decoded(.sequential, restartInterval: 3)] {
            #expect(other.luma == sequential.luma)
            #expect(other.chroma == sequential.chroma)
        }
    }

    /// A grey ramp with a saturated red, a green and a blue rectangle, on whole blocks of 16.
    private static func colourful(width: Int, height: Int) -> [UInt8] {
        (0..<width * height).flatMap { index -> [UInt8] in
            let (x, y) = (index % width, index / width)
            if (16..<32).contains(x), (16..<48).contains(y) { return [220, 40, 40] }
            if (48..<64).contains(x), (16..<32).contains(y) { return [40, 200, 60] }
            if (48..<64).contains(x), (48..<64).contains(y) { return [20, 30, 240] }
            return [UInt8](repeating: UInt8(x + y), count: 3)
        }
    }

    @Test(arguments: JPEGEncoder.Subsampling.allCases)
    func `chroma bits cover the coloured parts and nothing else`(_ subsampling: JPEGEncoder.Subsampling) throws {
        let (width, height) = (93, 70)
        let image = try TestPictures.decode(
            JPEGEncoder.encode(
                rgb: Self.colourful(width: width, height: height),
                width: width,
                height: height,
                quality: 95,
                subsampling: subsampling
            )
        )
        let mask = try #require(image.chroma)
        for y in 0..<height {
            for x in 0..<width {
                let isRed = (16..<32).contains(x) && (16..<48).contains(y)
                let isGreen = (48..<64).contains(x) && (16..<32).contains(y)
                let isBlue = (48..<64).contains(x) && (48..<64).contains(y)
                let index = y * width + x
                let bit = mask.bits[index >> 3] >> (index & 7) & 1 == 1
                #expect(bit == (isRed || isGreen || isBlue), "(\(x), \(y))")
            }
        }
        #expect(mask.count == 16 * 32 + 2 * 16 * 16)
    }

    @Test func `a colour picture has the same chroma bits as PNG and as JPEG without subsampling`() throws {
        // Smooth colour, so that compression keeps every pixel on its side of the threshold but for the few near it.
        let (width, height) = (64, 64)
        let rgb = (0..<width * height).flatMap { index -> [UInt8] in
            let x = index % width
            return [UInt8(100 + x), 100, UInt8(100 - x)]
        }
        let png = try TestPictures.decode(PNGEncoder.encode(rgb: rgb, width: width, height: height))
        let jpeg = try TestPictures.decode(
            JPEGEncoder.encode(rgb: rgb, width: width, height: height, quality: 100, subsampling: .full)
        )
        let inPNG = try #require(png.chroma).count
        let inJPEG = try #require(jpeg.chroma).count
        // The threshold lies between two columns; rounding may move it by one column of 64 pixels.
        #expect(abs(inPNG - inJPEG) <= height)
        #expect(inPNG == height * (width - 16))
    }

    @Test(arguments: [(1, 1), (1, 17), (7, 9), (8, 8), (16, 16), (17, 33), (257, 3)])
    func `odd sizes are decoded to their last column and row`(_ width: Int, _ height: Int) throws {
        let plane = GreyPlane(width: width, height: height, filledWith: 140)
        for subsampling in JPEGEncoder.Subsampling.allCases {
            let image = try TestPictures.decode(
                JPEGEncoder.encode(
                    rgb: TestPictures.rgb(of: plane),
                    width: width,
                    height: height,
                    quality: 90,
                    subsampling: subsampling
                )
            )
            #expect(image.luma == plane)
        }
    }

    @Test(arguments: 1...100)
    func `the quality setting is read back exactly`(_ quality: Int) throws {
        let grey = GreyPlane(width: 8, height: 8, filledWith: 90)
        #expect(try TestPictures.decode(JPEGEncoder.encode(grey, quality: quality)).facts.jpegQuality == quality)
        let colour = try JPEGEncoder.encode(
            rgb: TestPictures.rgb(of: grey),
            width: 8,
            height: 8,
            quality: quality,
            subsampling: .full
        )
        #expect(try TestPictures.decode(colour).facts.jpegQuality == quality)
    }

    @Test func `tables that are no IJG tables get the nearest setting`() throws {
        var file = try JPEGEncoder.encode(GreyPlane(width: 8, height: 8, filledWith: 90), quality: 75)
        // The first divisor of the DQT segment, behind marker, length and table number.
        let table = try #require(file.indices.first { file[$0] == 0xFF && file[$0 + 1] == 0xDB })
        file[table + 5] += 1
        #expect(try ImageDecoder.inspect(.bytes(file), limits: DecodingLimits()).facts.jpegQuality == 75)
    }

    /// A uniform 8 × 8 CMYK JPEG of C 0 %, M 100 %, Y 100 %, K 0 %, made by Pillow (`Image.new("CMYK", (8, 8), …)`).
    ///
    /// Pillow writes it as Adobe does, inverted and marked (APP14).
    private static let adobeRed = """
        /9j/7gAOQWRvYmUAZAAAAAAA/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBETFBUV\
        FQwPFxgWFBgSFBUU/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIB\
        AwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZH\
        SElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV\
        1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4EQwBNAFkASwAAPwD9U6/Kqvyqr9U6/9k=
        """

    @Test func `ink is turned to light, inverted where Adobe's marker says so`() throws {
        let marked = try #require(Data(base64Encoded: Self.adobeRed)).map { $0 }
        let image = try TestPictures.decode(marked)
        #expect(image.luma.pixels.allSatisfy { abs(Int($0) - 76) <= 1 })
        #expect(image.chroma?.count == 64)
        // Without its marker the same values mean ink, not light: C 100 %, M 0 %, Y 0 %, K 100 % is black.
        let marker = try #require(marked.indices.first { marked[$0] == 0xFF && marked[$0 + 1] == 0xEE })
        let bare = Array(marked[..<marker] + marked[(marker + 16)...])
        #expect(try TestPictures.decode(bare).luma.pixels.allSatisfy { $0 <= 1 })
    }
}
