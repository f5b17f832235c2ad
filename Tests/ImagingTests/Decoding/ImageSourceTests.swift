import Foundation
import Imaging
import Testing

@Suite struct ImageSourceTests {
    /// Runs with a file that holds the bytes.
    private func withFile(_ bytes: [UInt8], _ body: (Int32) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.path + "/sonograde-\(UUID().uuidString)"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { unlink(path) }
        let descriptor = open(path, O_RDONLY)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        try body(descriptor)
    }

    @Test func `a file gives the same picture as its bytes, and its offset stays`() throws {
        // Larger than the read buffer, so that pieces are joined.
        var state: UInt64 = 1
        let noise = (0..<400 * 300).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(state >> 56)
        }
        let plane = GreyPlane(width: 400, height: 300, pixels: noise)
        for file in try [PNGEncoder.encode(plane), JPEGEncoder.encode(plane, quality: 98)] {
            #expect(file.count > 100_000)
            try withFile(file) { descriptor in
                #expect(lseek(descriptor, 11, SEEK_SET) == 11)
                let source = ImageSource.file(descriptor: descriptor, size: file.count)
                let image = try ImageDecoder.decode(source, limits: DecodingLimits())
                let expected = try TestPictures.decode(file)
                #expect(image.luma == expected.luma)
                #expect(image.facts == expected.facts)
                #expect(lseek(descriptor, 0, SEEK_CUR) == 11)
            }
        }
    }

    @Test func `segments longer than the read buffer are skipped`() throws {
        let file = try JPEGEncoder.encode(TestPictures.grey(width: 40, height: 30), quality: 90)
        var padded = file
        for _ in 0..<4 { padded = TestPictures.jpeg(padded, adding: 0xE5, [UInt8](repeating: 9, count: 60_000)) }
        try withFile(padded) { descriptor in
            let source = ImageSource.file(descriptor: descriptor, size: padded.count)
            let image = try ImageDecoder.decode(source, limits: DecodingLimits())
            #expect(image.luma == (try TestPictures.decode(file)).luma)
        }
    }

    @Test func `a file that is shorter than it was said to be is truncated`() throws {
        let file = try PNGEncoder.encode(TestPictures.grey(width: 40, height: 30))
        try withFile(Array(file[..<(file.count - 40)])) { descriptor in
            let source = ImageSource.file(descriptor: descriptor, size: file.count)
            let failure = #expect(throws: ImagingError.self) {
                try ImageDecoder.decode(source, limits: DecodingLimits())
            }
            #expect(failure?.code == .truncated)
        }
    }

    @Test func `a descriptor that cannot be read is a failure of reading, not of the picture`() throws {
        let failure = #expect(throws: ImagingError.self) {
            try ImageDecoder.decode(.file(descriptor: -1, size: 100), limits: DecodingLimits())
        }
        #expect(failure?.code == .decoderFailed)
    }
}
