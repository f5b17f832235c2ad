import Imaging
import Testing

/// Every kind of PNG that the specification allows, against values computed here.
@Suite struct PNGDecodingTests {
    struct Kind: CustomTestStringConvertible, Sendable {
        let colour: MadePNG.ColourType
        let depth: Int
        let order: MadePNG.Order
        var testDescription: String { "\(colour), \(depth) bits, \(order)" }

        static let all = MadePNG.ColourType.allCases.flatMap { colour in
            colour.depths.flatMap { depth in
                MadePNG.Order.allCases.map { Kind(colour: colour, depth: depth, order: $0) }
            }
        }
    }

    /// Colours on both sides of the chroma threshold.
    private static func paletteColour(_ index: Int) -> (Int, Int, Int) {
        (index, (index * 7) % 256, 255 - index)
    }

    private static func sample(_ kind: Kind, _ x: Int, _ y: Int) -> [Int] {
        let most = 1 << kind.depth
        return (0..<kind.colour.channels).map { channel in (x * 37 + y * 91 + channel * 53 + x * y) % most }
    }

    /// R, G, B and alpha, 0–255, of samples: by bit replication up to 8 bits and by rounding from 16.
    private static func colour(_ kind: Kind, _ samples: [Int]) -> (Int, Int, Int, Int) {
        if kind.colour == .palette {
            let colour = paletteColour(samples[0])
            return (colour.0, colour.1, colour.2, 255)
        }
        let most = (1 << kind.depth) - 1
        let scaled = samples.map { ($0 * 255 * 2 + most) / (2 * most) }
        return switch kind.colour {
        case .grey, .palette: (scaled[0], scaled[0], scaled[0], 255)
        case .greyAlpha: (scaled[0], scaled[0], scaled[0], scaled[1])
        case .rgb: (scaled[0], scaled[1], scaled[2], 255)
        case .rgbAlpha: (scaled[0], scaled[1], scaled[2], scaled[3])
        }
    }

    @Test(arguments: Kind.all)
    func `luma and chroma bits are those of the specification`(_ kind: Kind) throws {
        // 19 × 13: no multiple of 8, so that every Adam7 pass has a ragged edge.
        let (width, height) = (19, 13)
        var png = MadePNG(width: width, height: height, depth: kind.depth, colour: kind.colour, order: kind.order) {
            Self.sample(kind, $0, $1)
        }
        if kind.colour == .palette {
            let entries = (0..<(1 << kind.depth)).flatMap { index in
                let colour = Self.paletteColour(index)
                return [UInt8(colour.0), UInt8(colour.1), UInt8(colour.2)]
            }
            png.before.append(("PLTE", entries))
        }
        let image = try TestPictures.decode(png.bytes)
        #expect(image.facts == ImageFacts(format: .png, width: width, height: height))
        var chromatic = 0
        for y in 0..<height {
            for x in 0..<width {
                let (red, green, blue, alpha) = Self.colour(kind, Self.sample(kind, x, y))
                let over = [red, green, blue].map { ($0 * alpha * 2 + 255) / (2 * 255) }
                #expect(
                    image.luma.pixels[y * width + x] == TestPictures.luma(over[0], over[1], over[2]),
                    "(\(x), \(y))"
                )
                let spread = (over.max() ?? 0) - (over.min() ?? 0)
                if spread > 30 { chromatic += 1 }
                let index = y * width + x
                let bit = image.chroma.map { $0.bits[index >> 3] >> (index & 7) & 1 == 1 } ?? false
                #expect(bit == (spread > 30), "(\(x), \(y))")
            }
        }
        #expect((image.chroma?.count ?? 0) == chromatic)
        if kind.colour == .grey || kind.colour == .greyAlpha { #expect(image.chroma == nil) }
    }

    @Test(arguments: [1, 2, 4, 8, 16])
    func `a grey picture's transparent value is black`(_ depth: Int) throws {
        let key = (1 << depth) - 1
        var png = MadePNG(width: 4, height: 1, depth: depth, colour: .grey) { x, _ in [x % 2 == 0 ? key : 0] }
        png.before = [("tRNS", [UInt8(key >> 8), UInt8(key & 255)])]
        #expect(try TestPictures.decode(png.bytes).luma.pixels == [0, 0, 0, 0])
        png.before = [("tRNS", [0, 0])]
        #expect(try TestPictures.decode(png.bytes).luma.pixels == [255, 0, 255, 0])
    }

    @Test func `a 16-bit transparent colour is compared in all its bits`() throws {
        var png = MadePNG(width: 2, height: 1, depth: 16, colour: .rgb) { x, _ in
            x == 0 ? [0xFF00, 0xFF00, 0xFF00] : [0xFF01, 0xFF00, 0xFF00]
        }
        png.before = [("tRNS", [0xFF, 0, 0xFF, 0, 0xFF, 0])]
        #expect(try TestPictures.decode(png.bytes).luma.pixels == [0, 254])
    }

    @Test func `a palette's transparent entries are laid over black`() throws {
        var png = MadePNG(width: 3, height: 1, depth: 8, colour: .palette) { x, _ in [x] }
        png.before = [("PLTE", [200, 200, 200, 200, 200, 200, 200, 200, 200]), ("tRNS", [0, 128])]
        #expect(try TestPictures.decode(png.bytes).luma.pixels == [0, 100, 200])
    }

    @Test func `a pixel beyond the palette is damage`() {
        var png = MadePNG(width: 2, height: 1, depth: 8, colour: .palette) { x, _ in [x] }
        png.before = [("PLTE", [9, 9, 9])]
        #expect(TestPictures.failure(png.bytes)?.code == .corrupt)
    }

    @Test func `a gamma chunk does not change the grey values`() throws {
        var png = MadePNG(width: 8, height: 8, depth: 8, colour: .rgb) { x, y in [x * 30, y * 30, 90] }
        let plain = try TestPictures.decode(png.bytes)
        png.before = [("gAMA", MadePNG.big(100_000)), ("sRGB", [0])]
        #expect(try TestPictures.decode(png.bytes).luma == plain.luma)
    }

    @Test func `an animation counts its frames and gives the first`() throws {
        var png = MadePNG(width: 5, height: 4, depth: 8, colour: .grey) { x, y in [x * 10 + y] }
        // Room for the fcTL of three frames, which a sane count needs.
        let room: (name: String, data: [UInt8]) = ("prVt", [UInt8](repeating: 0, count: 120))
        png.before = [("acTL", MadePNG.big(3) + MadePNG.big(0)), room]
        let image = try TestPictures.decode(png.bytes)
        #expect(image.facts.frames == 3)
        #expect(image.luma.pixels[5 + 2] == 21)
        png.before = [("acTL", MadePNG.big(0) + MadePNG.big(0))]
        let odd = try TestPictures.decode(png.bytes)
        #expect(odd.facts.frames == 1)
        #expect(odd.facts.notes == ["animation header makes no sense"])
    }

    @Test func `PNGs of the encoder come back unchanged`() throws {
        let plane = TestPictures.grey(width: 61, height: 47)
        #expect(try TestPictures.decode(PNGEncoder.encode(plane)).luma == plane)
        let rgb = (0..<61 * 47).flatMap { (index: Int) -> [UInt8] in
            [UInt8(index % 251), UInt8(index % 13 * 19), UInt8(index % 7 * 36)]
        }
        let image = try TestPictures.decode(PNGEncoder.encode(rgb: rgb, width: 61, height: 47))
        for index in 0..<61 * 47 {
            let (red, green, blue) = (Int(rgb[3 * index]), Int(rgb[3 * index + 1]), Int(rgb[3 * index + 2]))
            #expect(image.luma.pixels[index] == TestPictures.luma(red, green, blue))
        }
    }
}
