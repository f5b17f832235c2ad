import CRasterCodecs
import Foundation
import Imaging
import Testing

/// Plain PNGs in memory are read without libpng, which files are still read with: both must say the same.
@Suite struct PlainPNGTests {
    /// What came of decoding.
    private enum Outcome: Equatable {
        case picture(UltrasoundImage)
        case failure(ImagingError)

        init(_ source: ImageSource) {
            do throws(ImagingError) {
                self = .picture(try ImageDecoder.decode(source, limits: DecodingLimits()))
            } catch {
                self = .failure(error)
            }
        }

        static func == (first: Outcome, second: Outcome) -> Bool {
            switch (first, second) {
            case (.picture(let one), .picture(let other)):
                one.luma == other.luma && one.chroma == other.chroma && one.facts == other.facts
            case (.failure(let one), .failure(let other)): one == other
            default: false
            }
        }
    }

    /// Decodes with libpng: an open file.
    private func reference(_ bytes: [UInt8]) throws -> Outcome {
        let path = FileManager.default.temporaryDirectory.path + "/sonograde-plain-\(UUID().uuidString)"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        defer { unlink(path) }
        let descriptor = open(path, O_RDONLY)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        return Outcome(.file(descriptor: descriptor, size: bytes.count))
    }

    /// A file of rows that were filtered as the PNG specification says (§9.2), from samples.
    private struct Filtered {
        var width: Int
        var height: Int
        var colour: MadePNG.ColourType
        var filter: (_ row: Int) -> Int
        var before: [[UInt8]] = []
        var between: [[UInt8]] = []
        var after: [[UInt8]] = []
        /// Sizes that the image data are cut into; one chunk where empty.
        var cut = 0

        func sample(_ x: Int, _ y: Int, _ channel: Int) -> Int {
            (x * x * 3 + y * 29 + channel * 71 + (x * y) % 17 * 11) & 255
        }

        /// A sample of a row, 0 beyond the picture.
        private func at(_ index: Int, _ y: Int) -> Int {
            guard index >= 0, y >= 0 else { return 0 }
            return sample(index / colour.channels, y, index % colour.channels)
        }

        var rows: [UInt8] {
            var rows: [UInt8] = []
            for y in 0..<height {
                let kind = filter(y)
                rows.append(UInt8(kind))
                for index in 0..<width * colour.channels {
                    let (left, up, corner) = (
                        at(index - colour.channels, y), at(index, y - 1), at(index - colour.channels, y - 1)
                    )
                    let guess =
                        switch kind {
                        case 1: left
                        case 2: up
                        case 3: (left + up) / 2
                        case 4: Self.paeth(left, up, corner)
                        default: 0
                        }
                    rows.append(UInt8((at(index, y) - guess) & 255))
                }
            }
            return rows
        }

        private static func paeth(_ left: Int, _ up: Int, _ corner: Int) -> Int {
            let guess = left + up - corner
            let (byLeft, byUp, byCorner) = (abs(guess - left), abs(guess - up), abs(guess - corner))
            return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner
        }

        func file(_ stream: [UInt8]) -> [UInt8] {
            var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            file += MadePNG.chunk("IHDR", MadePNG.big(width) + MadePNG.big(height) + [8, colour.rawValue, 0, 0, 0])
            file += before.flatMap { $0 }
            let size = cut == 0 ? stream.count : cut
            for (number, start) in stride(from: 0, to: stream.count, by: size).enumerated() {
                if number > 0 { file += between.flatMap { $0 } }
                file += MadePNG.chunk("IDAT", Array(stream[start..<min(stream.count, start + size)]))
            }
            file += after.flatMap { $0 }
            return file + MadePNG.chunk("IEND", [])
        }

        var bytes: [UInt8] { file(MadePNG.zlib(rows)) }
    }

    private static let colours: [MadePNG.ColourType] = [.grey, .greyAlpha, .rgb, .rgbAlpha]

    @Test(arguments: colours)
    func `every filter gives the samples back, at any width`(_ colour: MadePNG.ColourType) throws {
        for filter in 0..<6 {
            for width in [1, 2, 3, 5, 16, 33] {
                // The sixth of them takes each in turn.
                let png = Filtered(width: width, height: 11, colour: colour) { filter == 5 ? $0 % 5 : filter }
                let bytes = png.bytes
                let image = try TestPictures.decode(bytes)
                for y in 0..<png.height {
                    for x in 0..<width {
                        let samples = (0..<colour.channels).map { png.sample(x, y, $0) }
                        let alpha = colour.channels % 2 == 0 ? samples[colour.channels - 1] : 255
                        let grey = samples.prefix(max(1, colour.channels / 3 * 3)).map { ($0 * alpha + 127) / 255 }
                        let expected =
                            grey.count == 3 ? TestPictures.luma(grey[0], grey[1], grey[2]) : UInt8(grey[0])
                        #expect(image.luma.pixels[y * width + x] == expected, "filter \(filter), \(x), \(y)")
                    }
                }
                #expect(try reference(bytes) == Outcome(.bytes(bytes)))
            }
        }
    }

    @Test func `whatever is odd about a file is said as libpng says it`() throws {
        let plain = Filtered(width: 19, height: 13, colour: .rgb) { $0 % 5 }
        let rows = plain.rows
        let stream = MadePNG.zlib(rows)
        let text = MadePNG.chunk("tEXt", Array("Comment\0a".utf8))
        var files: [(String, [UInt8])] = [("plain", plain.bytes), ("behind the end", plain.bytes + [1, 2, 3])]
        func add(_ name: String, _ change: (inout Filtered) -> Void) {
            var png = plain
            change(&png)
            files.append((name, png.bytes))
        }
        add("in pieces") { $0.cut = 7 }
        add("texts around") { ($0.before, $0.after) = ([text], [text]) }
        add("a text between image data") { ($0.cut, $0.between) = (100, [text]) }
        add("a text that is damaged") { $0.before = [Array(text.dropLast()) + [9]] }
        add("gamma that makes no sense") { $0.before = [MadePNG.chunk("gAMA", [0, 0, 0, 0])] }
        add("gamma twice") { $0.before = [[UInt8]](repeating: MadePNG.chunk("gAMA", MadePNG.big(45455)), count: 2) }
        add("a palette") { $0.before = [MadePNG.chunk("PLTE", [1, 2, 3])] }
        add("a transparent colour") { $0.before = [MadePNG.chunk("tRNS", [0, 29, 0, 100, 0, 171])] }
        add("an animation") { $0.before = [MadePNG.chunk("acTL", MadePNG.big(2) + MadePNG.big(0))] }
        add("an unknown chunk") { $0.before = [MadePNG.chunk("abCd", [1])] }
        add("an unknown chunk that is needed") { $0.before = [MadePNG.chunk("AbCd", [1])] }
        add("an orientation") {
            $0.before = [MadePNG.chunk("eXIf", TestPictures.exif(orientation: 6, isLittleEndian: true))]
        }
        add("an orientation at the end") {
            $0.after = [MadePNG.chunk("eXIf", TestPictures.exif(orientation: 6, isLittleEndian: true))]
        }
        add("empty image data") { $0.before = [MadePNG.chunk("IDAT", [])] }
        add("empty image data at the end") { $0.after = [MadePNG.chunk("IDAT", [])] }
        add("two headers") {
            $0.before = [MadePNG.chunk("IHDR", MadePNG.big(19) + MadePNG.big(13) + [8, 2, 0, 0, 0])]
        }
        files.append(("a wrong check sum", plain.file(Array(stream.dropLast()) + [(stream.last ?? 0) ^ 1])))
        files.append(("more behind the stream", plain.file(stream + [0, 0])))
        files.append(("a row too many", plain.file(MadePNG.zlib(rows + rows.prefix(58)))))
        files.append(("a row too few", plain.file(MadePNG.zlib(Array(rows.dropLast(58))))))
        files.append(("a small window", plain.file([0x18, 0x19] + stream.dropFirst(2))))
        files.append(("a header of no kind", plain.file([0x78, 0x02] + stream.dropFirst(2))))
        var unknown = rows
        unknown[58 * 4] = 5
        files.append(("an unknown filter", plain.file(MadePNG.zlib(unknown))))
        for (name, file) in files {
            #expect(try reference(file) == Outcome(.bytes(file)), "\(name)")
        }
        for count in stride(from: 8, to: plain.bytes.count, by: 13) {
            let file = Array(plain.bytes[..<count])
            #expect(try reference(file) == Outcome(.bytes(file)), "cut after \(count)")
        }
        for place in stride(from: 8, to: plain.bytes.count, by: 5) {
            var file = plain.bytes
            file[place] ^= 0x10
            #expect(try reference(file) == Outcome(.bytes(file)), "damaged at \(place)")
        }
    }

    @Test func `a picture that just fits into the memory limit with libpng is still decoded`() throws {
        let file = try PNGEncoder.encode(TestPictures.grey(width: 900, height: 700))
        let usual = try ImageDecoder.inspect(.bytes(file), limits: DecodingLimits()).estimatedDecodingBytes
        let tight = DecodingLimits(maxDecodingBytes: usual - 1)
        let least = try ImageDecoder.inspect(.bytes(file), limits: tight).estimatedDecodingBytes
        #expect(least < usual - 2 * 900 * 700)
        #expect(try TestPictures.decode(file, limits: tight).luma == (try TestPictures.decode(file)).luma)
        #expect(TestPictures.failure(file, limits: DecodingLimits(maxDecodingBytes: least - 1))?.code == .tooLarge)
    }

    @Test func `only what is plain and of moderate size is read without libpng`() {
        func bytes(_ change: (inout sono_png_header) -> Void) -> UInt64 {
            var header = sono_png_header()
            (header.width, header.height, header.bit_depth, header.colour_type) = (1024, 768, 8, 2)
            header.frames = 1
            change(&header)
            return sono_png_plain_bytes(&header)
        }
        let needed = bytes { _ in }
        #expect(needed > 2 * 3073 * 768 && needed < 2 * 3073 * 768 + 8192)
        #expect(bytes { $0.bit_depth = 16 } == 0)
        #expect(bytes { $0.colour_type = 3 } == 0)
        #expect(bytes { $0.interlaced = 1 } == 0)
        #expect(bytes { $0.transparency = 1 } == 0)
        #expect(bytes { $0.frames = 2 } == 0)
        #expect(bytes { $0.height = 0 } == 0)
        #expect(bytes { ($0.width, $0.height) = (4096, 2048) } == 0)
        #expect(bytes { ($0.width, $0.height) = (.max, .max) } == 0)
    }
}
