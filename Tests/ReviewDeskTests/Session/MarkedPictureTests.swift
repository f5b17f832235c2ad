import Imaging
import ReviewDesk
import Testing

struct MarkedPictureTests {
    /// A grey picture of 400 × 300 whose scan area is the box from (100, 50) to (300, 250), shown at half its size.
    private static func picture() throws -> BlindPicture {
        let pixels = [UInt8](repeating: 128, count: 400 * 300)
        let png = try PNGEncoder.encode(GreyPlane(width: 400, height: 300, pixels: pixels))
        let corners = [(100.0, 50.0), (300, 50), (300, 250), (100, 250)].map { PixelPoint(x: $0.0, y: $0.1) }
        return try BlindView.picture(
            of: .bytes(png),
            outline: corners,
            shape: .linear,
            isSure: true,
            maxWidth: 102,
            maxHeight: 102,
            limits: DecodingLimits()
        )
    }

    private func isOrange(_ samples: [UInt8], _ picture: BlindPicture, x: Double, y: Double) throws -> Bool {
        let frame = try #require(picture.frame)
        let column = Int((x - Double(frame.x)) * Double(picture.width) / Double(frame.width))
        let row = Int((y - Double(frame.y)) * Double(picture.height) / Double(frame.height))
        let at = 3 * (row * picture.width + column)
        return samples[at] == 255 && samples[at + 1] == 150 && samples[at + 2] == 0
    }

    @Test("A finding's outline lies where the grade has it, whatever part and size of the original is shown")
    func place() throws {
        let picture = try Self.picture()
        let mark = Mark(
            metric: "contact.loss",
            outline: [PixelPoint(x: 120, y: 80), PixelPoint(x: 200, y: 80), PixelPoint(x: 200, y: 200)]
        )
        let samples = MarkedPicture.samples(of: picture, marks: [mark])
        #expect(try isOrange(samples, picture, x: 160, y: 80))
        #expect(try isOrange(samples, picture, x: 200, y: 140))
        #expect(try isOrange(samples, picture, x: 160, y: 140))
        #expect(try !isOrange(samples, picture, x: 180, y: 120))
        #expect(try !isOrange(samples, picture, x: 250, y: 220))
    }

    @Test("Outlines that leave the picture are cut; without marks the picture is as it was")
    func outside() throws {
        let picture = try Self.picture()
        let points = [PixelPoint(x: -500, y: 140), PixelPoint(x: 900, y: 140), PixelPoint(x: 900, y: 5000)]
        let samples = MarkedPicture.samples(of: picture, marks: [Mark(metric: "shadow.frac", outline: points)])
        #expect(samples.count == picture.rgb.count)
        #expect(try isOrange(samples, picture, x: 150, y: 140))
        #expect(MarkedPicture.samples(of: picture, marks: []) == picture.rgb)
    }
}
