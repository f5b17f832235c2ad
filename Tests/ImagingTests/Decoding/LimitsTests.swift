import Imaging
import Testing

@Suite struct LimitsTests {
    /// A header that claims a size and an image-data chunk that does not hold it.
    private static func bomb(_ side: Int) -> [UInt8] {
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        file += MadePNG.chunk("IHDR", MadePNG.big(side) + MadePNG.big(side) + [1, 0, 0, 0, 0])
        return file + MadePNG.chunk("IDAT", MadePNG.zlib([0, 0])) + MadePNG.chunk("IEND", [])
    }

    @Test(arguments: [60_000, 65_536, Int(Int32.max)])
    func `a header that claims billions of pixels is refused before anything is allocated`(_ side: Int) throws {
        let failure = try #require(TestPictures.failure(Self.bomb(side)))
        #expect(failure.code == .tooLarge)
        #expect(failure.message.contains("\(side) × \(side) pixels"))
        #expect(throws: failure) { try ImageDecoder.inspect(.bytes(Self.bomb(side)), limits: DecodingLimits()) }
    }

    @Test func `the pixel limit is met exactly`() throws {
        let file = try PNGEncoder.encode(GreyPlane(width: 100, height: 50, filledWith: 3))
        #expect(TestPictures.failure(file, limits: DecodingLimits(maxPixels: 5000)) == nil)
        #expect(TestPictures.failure(file, limits: DecodingLimits(maxPixels: 4999))?.code == .tooLarge)
    }

    @Test func `the file limit is met exactly`() throws {
        let file = try PNGEncoder.encode(GreyPlane(width: 100, height: 50, filledWith: 3))
        #expect(TestPictures.failure(file, limits: DecodingLimits(maxFileBytes: file.count)) == nil)
        #expect(TestPictures.failure(file, limits: DecodingLimits(maxFileBytes: file.count - 1))?.code == .tooLarge)
    }

    @Test func `the memory limit goes by the estimate`() throws {
        let rgb = TestPictures.rgb(of: TestPictures.grey(width: 640, height: 480))
        func estimate(_ scans: JPEGEncoder.ScanOrder) throws -> (file: [UInt8], bytes: Int) {
            let file = try JPEGEncoder.encode(rgb: rgb, width: 640, height: 480, quality: 80, scans: scans)
            return (file, try ImageDecoder.inspect(.bytes(file), limits: DecodingLimits()).estimatedDecodingBytes)
        }
        let sequential = try estimate(.sequential)
        let progressive = try estimate(.progressive)
        // All coefficients of 4:2:0: 1.5 samples a pixel, two bytes each.
        #expect(progressive.bytes - sequential.bytes == 640 * 480 * 3)
        let limits = DecodingLimits(maxDecodingBytes: progressive.bytes - 1)
        #expect(TestPictures.failure(progressive.file, limits: limits)?.code == .tooLarge)
        #expect(TestPictures.failure(sequential.file, limits: limits) == nil)
    }

    @Test func `turning is counted in the estimate`() throws {
        let file = try JPEGEncoder.encode(GreyPlane(width: 640, height: 480, filledWith: 9), quality: 80)
        let exif = TestPictures.exif(orientation: 6, isLittleEndian: true)
        let marked = TestPictures.jpeg(file, adding: 0xE1, Array("Exif\0\0".utf8) + exif)
        let plain = try ImageDecoder.inspect(.bytes(file), limits: DecodingLimits()).estimatedDecodingBytes
        let turned = try ImageDecoder.inspect(.bytes(marked), limits: DecodingLimits()).estimatedDecodingBytes
        #expect(turned - plain >= 640 * 480)
    }

    @Test func `a progressive JPEG of endless scans is refused`() throws {
        let file = try JPEGEncoder.encode(
            GreyPlane(width: 16, height: 16, filledWith: 9),
            quality: 80,
            scans: .progressive
        )
        let scans = file.indices.dropLast().filter { file[$0] == 0xFF && file[$0 + 1] == 0xDA }
        let last = try #require(scans.last)
        // The last refinement scan over and over: each one walks the whole picture.
        let repeated = Array(file[..<last]) + (0..<200).flatMap { _ in file[last..<file.count - 2] } + [0xFF, 0xD9]
        let failure = try #require(TestPictures.failure(repeated))
        #expect([.tooLarge, .corrupt].contains(failure.code))
    }
}
