import Imaging
import Testing

@Suite struct OrientationTests {
    /// Where upright pixel (x, y) lies in a stored picture, by the words of Exif 2.32, §4.6.5.1.6.
    ///
    /// "The 0th row is at the visual top, the 0th column at the visual left" for 1, and so on.
    private static func stored(_ orientation: Int, _ x: Int, _ y: Int, width: Int, height: Int) -> (Int, Int) {
        switch orientation {
        case 2: (width - 1 - x, y)
        case 3: (width - 1 - x, height - 1 - y)
        case 4: (x, height - 1 - y)
        // Row 0 at the visual left, column 0 at the visual top.
        case 5: (y, x)
        // Row 0 at the visual right, column 0 at the top: turned clockwise for viewing.
        case 6: (y, height - 1 - x)
        // Row 0 at the right, column 0 at the bottom.
        case 7: (width - 1 - y, height - 1 - x)
        // Row 0 at the left, column 0 at the bottom.
        case 8: (width - 1 - y, x)
        default: (x, y)
        }
    }

    private static func expectTurned(_ turned: UltrasoundImage, _ plain: UltrasoundImage, _ orientation: Int) {
        let (width, height) = (plain.luma.width, plain.luma.height)
        #expect(turned.facts.width == (orientation >= 5 ? height : width))
        #expect(turned.facts.height == (orientation >= 5 ? width : height))
        #expect(turned.luma.width == turned.facts.width)
        #expect(turned.chroma?.count == plain.chroma?.count)
        for y in 0..<turned.luma.height {
            for x in 0..<turned.luma.width {
                let (column, row) = stored(orientation, x, y, width: width, height: height)
                let (to, from) = (y * turned.luma.width + x, row * width + column)
                guard turned.luma.pixels[to] == plain.luma.pixels[from] else {
                    Issue.record("pixel (\(x), \(y)) of orientation \(orientation)")
                    return
                }
                let bit = turned.chroma.map { $0.bits[to >> 3] >> (to & 7) & 1 }
                guard bit == plain.chroma.map({ $0.bits[from >> 3] >> (from & 7) & 1 }) else {
                    Issue.record("chroma bit (\(x), \(y)) of orientation \(orientation)")
                    return
                }
            }
        }
    }

    /// 83 × 70 with a red mark in the upper left: no symmetry, more than one tile a side.
    private static let rgb: [UInt8] = (0..<83 * 70).flatMap { index -> [UInt8] in
        let (x, y) = (index % 83, index / 83)
        return x < 20 && y < 10 ? [250, 20, 20] : [UInt8](repeating: UInt8(x + y), count: 3)
    }

    @Test(arguments: 1...8, [true, false])
    func `a JPEG is turned as its EXIF says`(_ orientation: Int, isLittleEndian: Bool) throws {
        let file = try JPEGEncoder.encode(rgb: Self.rgb, width: 83, height: 70, quality: 90)
        let exif = TestPictures.exif(orientation: orientation, isLittleEndian: isLittleEndian)
        let marked = TestPictures.jpeg(file, adding: 0xE1, Array("Exif\0\0".utf8) + exif)
        let turned = try TestPictures.decode(marked)
        #expect(turned.facts.notes.isEmpty)
        Self.expectTurned(turned, try TestPictures.decode(file), orientation)
        let header = try ImageDecoder.inspect(.bytes(marked), limits: DecodingLimits())
        #expect(header.facts == turned.facts)
    }

    @Test(arguments: 1...8)
    func `a PNG is turned by an eXIf chunk before and after its image data`(_ orientation: Int) throws {
        var png = MadePNG(width: 83, height: 70, depth: 8, colour: .rgb) { x, y in
            Self.rgb[3 * (y * 83 + x)..<3 * (y * 83 + x) + 3].map(Int.init)
        }
        let plain = try TestPictures.decode(png.bytes)
        let exif = TestPictures.exif(orientation: orientation, isLittleEndian: false)
        png.before = [("eXIf", exif)]
        Self.expectTurned(try TestPictures.decode(png.bytes), plain, orientation)
        png.before = []
        png.after = [("eXIf", exif)]
        Self.expectTurned(try TestPictures.decode(png.bytes), plain, orientation)
    }

    @Test(arguments: [0, 9, 255, 65535])
    func `an orientation that is none is noted and turns nothing`(_ orientation: Int) throws {
        let file = try JPEGEncoder.encode(rgb: Self.rgb, width: 83, height: 70, quality: 90)
        let exif = TestPictures.exif(orientation: orientation, isLittleEndian: true)
        let image = try TestPictures.decode(TestPictures.jpeg(file, adding: 0xE1, Array("Exif\0\0".utf8) + exif))
        #expect(image.facts.notes == ["EXIF could not be read"])
        #expect(image.luma == (try TestPictures.decode(file)).luma)
    }

    @Test(arguments: [4, 9])
    func `an orientation written as a long number is read`(_ type: Int) throws {
        let file = try JPEGEncoder.encode(rgb: Self.rgb, width: 83, height: 70, quality: 90)
        let exif = TestPictures.exif(orientation: 6, isLittleEndian: false, type: type)
        let image = try TestPictures.decode(TestPictures.jpeg(file, adding: 0xE1, Array("Exif\0\0".utf8) + exif))
        #expect(image.facts.width == 70)
    }

    @Test func `EXIF cut off anywhere never fails the picture`() throws {
        let file = try JPEGEncoder.encode(GreyPlane(width: 16, height: 8, filledWith: 50), quality: 90)
        let exif = TestPictures.exif(orientation: 6, isLittleEndian: true)
        for count in 0..<exif.count {
            let marked = TestPictures.jpeg(file, adding: 0xE1, Array("Exif\0\0".utf8) + exif[..<count])
            let image = try TestPictures.decode(marked)
            // The value ends at byte 20; what follows is not needed. An empty block says nothing at all.
            #expect(image.facts.width == (count >= 20 ? 8 : 16), "\(count) bytes")
            #expect(image.facts.notes == (count > 0 && count < 20 ? ["EXIF could not be read"] : []), "\(count) bytes")
        }
    }
}
