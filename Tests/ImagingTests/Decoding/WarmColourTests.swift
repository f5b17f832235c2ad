import Imaging
import Testing

struct WarmColourTests {
    /// Four fields: red, yellow, blue, cyan, on grey.
    private static let fields: [(rgb: [UInt8], isWarm: Bool)] = [
        ([220, 20, 20], true), ([240, 230, 20], true), ([20, 40, 220], false), ([20, 230, 240], false),
    ]

    private static let rgb: [UInt8] = (0..<64 * 64).flatMap { index -> [UInt8] in
        let (x, y) = (index % 64, index / 64)
        return y < 16 ? [90, 90, 90] : fields[x / 16].rgb
    }

    private func check(_ image: UltrasoundImage) throws {
        let chroma = try #require(image.chroma)
        for (number, field) in Self.fields.enumerated() {
            // Away from the borders, where lossy chroma mixes.
            let (x, y) = (16 * number + 8, 40)
            let bit = y * 64 + x
            #expect(chroma.bits[bit >> 3] >> UInt8(bit & 7) & 1 == 1)
            #expect((chroma.warm[bit >> 3] >> UInt8(bit & 7) & 1 == 1) == field.isWarm, "field \(number)")
        }
        #expect(zip(chroma.warm, chroma.bits).allSatisfy { $0 & ~$1 == 0 }, "grey is neither warm nor cold")
    }

    @Test func directionOfColourIsToldFromPNG() throws {
        let file = try PNGEncoder.encode(rgb: Self.rgb, width: 64, height: 64)
        try check(ImageDecoder.decode(.bytes(file), limits: DecodingLimits()))
    }

    @Test(arguments: [JPEGEncoder.Subsampling.full, .quarter]) func directionOfColourIsToldFromJPEG(
        subsampling: JPEGEncoder.Subsampling
    ) throws {
        let file = try JPEGEncoder.encode(rgb: Self.rgb, width: 64, height: 64, quality: 95, subsampling: subsampling)
        try check(ImageDecoder.decode(.bytes(file), limits: DecodingLimits()))
    }
}
