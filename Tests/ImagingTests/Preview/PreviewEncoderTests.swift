import Imaging
import Testing

@Suite struct PreviewEncoderTests {
    private func preview(_ file: [UInt8], maxWidth: Int) throws -> (PreviewImage, UltrasoundImage) {
        let preview = try PreviewEncoder.preview(
            of: .bytes(file),
            maxWidth: maxWidth,
            quality: 95,
            limits: DecodingLimits()
        )
        return (preview, try TestPictures.decode(preview.jpeg))
    }

    /// Largest difference between a preview and the plane's own area means.
    private func worstDifference(_ preview: UltrasoundImage, from plane: GreyPlane) -> Int {
        var worst = 0
        for y in 0..<preview.luma.height {
            for x in 0..<preview.luma.width {
                let columns = x * plane.width / preview.luma.width..<(x + 1) * plane.width / preview.luma.width
                let rows = y * plane.height / preview.luma.height..<(y + 1) * plane.height / preview.luma.height
                var sum = 0
                for row in rows { for column in columns { sum += Int(plane.pixels[row * plane.width + column]) } }
                let mean = sum / (rows.count * columns.count)
                worst = max(worst, abs(mean - Int(preview.luma.pixels[y * preview.luma.width + x])))
            }
        }
        return worst
    }

    /// A gentle ramp: its means do not depend on how the reduction weighs neighbours.
    private let ramp: GreyPlane = {
        let pixels = (0..<600 * 300).map { (index: Int) -> UInt8 in
            let (x, y) = (index % 600, index / 600)
            return UInt8(x / 5 + y / 3)
        }
        return GreyPlane(width: 600, height: 300, pixels: pixels)
    }()

    @Test(arguments: [600, 599, 300, 200, 123, 37, 1])
    func `a preview is the picture's area means at the wanted width`(_ width: Int) throws {
        for file in try [PNGEncoder.encode(ramp), JPEGEncoder.encode(ramp, quality: 98)] {
            let (preview, image) = try preview(file, maxWidth: width)
            #expect(preview.width == width && image.luma.width == width)
            #expect(preview.height == max(1, width / 2) && image.luma.height == preview.height)
            #expect(preview.scale == Double(width) / 600)
            // Unequal boxes shift a mean by up to half a source pixel (a fifth of a grey level), JPEG by a few levels.
            #expect(worstDifference(image, from: ramp) <= 4)
        }
    }

    @Test func `a small picture is never enlarged`() throws {
        let (preview, _) = try preview(PNGEncoder.encode(ramp), maxWidth: 2000)
        #expect(preview.width == 600 && preview.height == 300 && preview.scale == 1)
    }

    @Test func `a tall picture is bound by its height`() throws {
        let tall = GreyPlane(width: 10, height: 5000, filledWith: 80)
        let (preview, _) = try preview(PNGEncoder.encode(tall), maxWidth: 400)
        #expect(preview.height == 800 && preview.width == 1)
    }

    @Test func `a preview stands upright and keeps its colour`() throws {
        let rgb = (0..<80 * 40).flatMap { (index: Int) -> [UInt8] in [index % 80 < 40 ? 230 : 30, 30, 30] }
        let file = try JPEGEncoder.encode(rgb: rgb, width: 80, height: 40, quality: 95)
        let exif = TestPictures.exif(orientation: 6, isLittleEndian: true)
        let marked = TestPictures.jpeg(file, adding: 0xE1, Array("Exif\0\0".utf8) + exif)
        let (preview, image) = try preview(marked, maxWidth: 20)
        #expect(preview.width == 20 && preview.height == 40)
        // Turned clockwise, the red left half is on top.
        let mask = try #require(image.chroma)
        func bit(_ x: Int, _ y: Int) -> UInt8 {
            let index = y * 20 + x
            return mask.bits[index >> 3] >> UInt8(index & 7) & 1
        }
        #expect(bit(10, 5) == 1 && bit(10, 35) == 0)
    }

    @Test func `interlaced, transparent and palette PNGs are laid over black`() throws {
        var png = MadePNG(width: 33, height: 17, depth: 8, colour: .greyAlpha, order: .adam7) { _, _ in [200, 128] }
        let half = try preview(png.bytes, maxWidth: 10).1
        #expect(half.luma.pixels.allSatisfy { abs(Int($0) - 100) <= 1 })
        png = MadePNG(width: 33, height: 17, depth: 4, colour: .palette) { _, _ in [2] }
        png.before = [("PLTE", [0, 0, 0, 0, 0, 0, 90, 90, 90])]
        let palette = try preview(png.bytes, maxWidth: 10).1
        #expect(palette.luma.pixels.allSatisfy { abs(Int($0) - 90) <= 1 })
    }

    @Test func `a damaged picture has no preview`() throws {
        let file = try JPEGEncoder.encode(ramp, quality: 90)
        let failure = #expect(throws: ImagingError.self) {
            try PreviewEncoder.preview(
                of: .bytes(Array(file[..<(file.count / 2)])),
                maxWidth: 100,
                quality: 80,
                limits: DecodingLimits()
            )
        }
        #expect(failure?.code == .truncated)
    }
}
