import Imaging
import Testing

/// The contract's line: damaged image data is an error, what does not touch a pixel is a note.
@Suite struct DamageTests {
    private let plane = TestPictures.grey(width: 64, height: 48)

    @Test(arguments: JPEGEncoder.ScanOrder.allCases)
    func `a JPEG cut anywhere is truncated, never a picture`(_ scans: JPEGEncoder.ScanOrder) throws {
        let file = try JPEGEncoder.encode(plane, quality: 85, scans: scans)
        for count in stride(from: 4, to: file.count, by: 1) {
            let failure = TestPictures.failure(Array(file[..<count]))
            #expect(failure?.code == .truncated, "\(count) of \(file.count) bytes")
        }
    }

    @Test(arguments: MadePNG.Order.allCases)
    func `a PNG cut anywhere is truncated, never a picture`(_ order: MadePNG.Order) {
        let file = MadePNG(width: 23, height: 19, depth: 8, colour: .rgb, order: order) { x, y in [x, y, x + y] }.bytes
        for count in 8..<file.count {
            #expect(TestPictures.failure(Array(file[..<count]))?.code == .truncated, "\(count) of \(file.count) bytes")
        }
    }

    @Test func `a file without a byte is empty`() {
        #expect(TestPictures.failure([])?.code == .empty)
    }

    @Test func `a JPEG with data after its end is graded with a note`() throws {
        let file = try JPEGEncoder.encode(plane, quality: 85)
        let image = try TestPictures.decode(file + [UInt8](repeating: 0, count: 37))
        #expect(image.facts.notes == ["37 bytes after the image"])
        #expect(image.luma == (try TestPictures.decode(file)).luma)
    }

    @Test func `stray bytes between a JPEG's segments are noted`() throws {
        let file = try JPEGEncoder.encode(plane, quality: 85)
        let table = try #require(file.indices.first { file[$0] == 0xFF && file[$0 + 1] == 0xDB })
        let image = try TestPictures.decode(Array(file[..<table]) + [1, 2, 3] + file[table...])
        #expect(image.facts.notes == ["extraneous bytes between segments"])
        #expect(image.luma == (try TestPictures.decode(file)).luma)
    }

    @Test func `bytes that the image data leaves over are padding only when they are all alike`() throws {
        let file = try JPEGEncoder.encode(plane, quality: 85)
        let end = file.count - 2
        let padded = try TestPictures.decode(Array(file[..<end]) + [0, 0, 0, 0, 0, 0] + file[end...])
        #expect(padded.facts.notes == ["extraneous bytes between segments"])
        let leftOver =
            Array(file[..<end]) + [0x5A, 0x13, 0xC7, 0x22, 0x91, 0x38, 0x44, 0x6B, 0x17, 0x2D] + file[end...]
        #expect(TestPictures.failure(leftOver)?.code == .corrupt)
    }

    @Test func `a lost restart interval is damage`() throws {
        let file = try JPEGEncoder.encode(plane, quality: 85, restartInterval: 4)
        let first = try #require(file.indices.first { file[$0] == 0xFF && file[$0 + 1] == 0xD1 })
        let second = try #require(file.indices.first { file[$0] == 0xFF && file[$0 + 1] == 0xD2 })
        let failure = TestPictures.failure(Array(file[..<first] + file[second...]))
        #expect(failure?.code == .corrupt)
    }

    @Test func `a progressive JPEG that ends after its first scans is damage, not a soft picture`() throws {
        let file = try JPEGEncoder.encode(plane, quality: 85, scans: .progressive)
        let scans = file.indices.dropLast().filter { file[$0] == 0xFF && file[$0 + 1] == 0xDA }
        #expect(scans.count >= 3)
        let cut = Array(file[..<scans[2]]) + [0xFF, 0xD9]
        #expect(TestPictures.failure(cut)?.code == .corrupt)
    }

    @Test func `a JPEG whose chroma was never sent is damage`() throws {
        let file = try JPEGEncoder.encode(
            rgb: TestPictures.rgb(of: plane),
            width: 64,
            height: 48,
            quality: 85,
            subsampling: .full,
            scans: .progressive
        )
        // The first scan brings the DC of all components, the second luma AC alone: end there.
        let scans = file.indices.dropLast().filter { file[$0] == 0xFF && file[$0 + 1] == 0xDA }
        #expect(TestPictures.failure(Array(file[..<scans[1]]) + [0xFF, 0xD9])?.code == .corrupt)
    }

    @Test func `a flipped bit anywhere in a PNG's image data is damage`() {
        let file = MadePNG(width: 9, height: 7, depth: 8, colour: .grey) { x, y in [x * y] }.bytes
        // From behind IHDR to IEND: length, name, data and CRC of IDAT.
        for index in 33..<file.count - 12 {
            var damaged = file
            damaged[index] ^= 0x10
            let failure = TestPictures.failure(damaged)
            #expect(failure != nil, "byte \(index)")
        }
    }

    @Test func `a damaged ancillary chunk is noted`() throws {
        var png = MadePNG(width: 9, height: 7, depth: 8, colour: .grey) { x, y in [x * y] }
        png.before = [("tEXt", Array("Comment\0clinic".utf8))]
        var file = png.bytes
        let text = try #require(file.indices.first { file[$0...].starts(with: "clinic".utf8) })
        file[text] ^= 1
        #expect(try TestPictures.decode(file).facts.notes == ["ancillary PNG chunk damaged"])
    }

    @Test func `a PNG with data after its end is graded with a note`() throws {
        let file = MadePNG(width: 9, height: 7, depth: 8, colour: .grey) { x, y in [x * y] }.bytes
        #expect(try TestPictures.decode(file + Array("<html>".utf8)).facts.notes == ["6 bytes after the image"])
    }

    @Test func `a PNG whose compressed data has a wrong check sum is damage`() {
        let png = MadePNG(width: 9, height: 7, depth: 8, colour: .grey) { x, y in [x * y] }
        var stream = MadePNG.zlib((0..<7).flatMap { y in [0] + (0..<9).map { UInt8($0 * y) } })
        stream[stream.count - 1] ^= 1
        let head = png.bytes[..<33]
        let file = head + MadePNG.chunk("IDAT", stream) + MadePNG.chunk("IEND", [])
        #expect(TestPictures.failure(Array(file))?.code == .corrupt)
    }

    @Test func `a whole file whose lengths lie is corrupt rather than truncated`() throws {
        var file = MadePNG(width: 9, height: 7, depth: 8, colour: .grey) { x, y in [x * y] }.bytes
        // The length of IDAT, made to point beyond the end; the file still ends in IEND.
        file[33 + 2] = 1
        #expect(TestPictures.failure(file)?.code == .corrupt)
    }

    @Test func `random damage never crashes and never gives another size`() throws {
        var state: UInt64 = 7
        func random(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let files = try [
            JPEGEncoder.encode(plane, quality: 70, restartInterval: 5),
            JPEGEncoder.encode(
                rgb: TestPictures.rgb(of: plane),
                width: 64,
                height: 48,
                quality: 70,
                scans: .progressive
            ),
            PNGEncoder.encode(plane),
        ]
        var outcomes: [ImagingError.Code: Int] = [:]
        for file in files {
            // The frame header stays: a changed one is another picture, not a damaged one.
            let frame = file.indices.dropLast().first { file[$0] == 0xFF && (0xC0...0xC2).contains(file[$0 + 1]) } ?? 8
            for _ in 0..<400 {
                var damaged = file
                for _ in 0...random(4) { damaged[frame + 20 + random(file.count - frame - 20)] = UInt8(random(256)) }
                do throws(ImagingError) {
                    let image = try ImageDecoder.decode(.bytes(damaged), limits: DecodingLimits())
                    #expect(image.luma.width == 64 && image.luma.height == 48)
                } catch {
                    outcomes[error.code, default: 0] += 1
                }
            }
        }
        #expect(outcomes[.corrupt, default: 0] > 400)
    }
}
