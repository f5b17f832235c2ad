import Imaging
import Testing

@Suite("Whether an injected fault can be seen")
struct FaultSightTests {
    /// Three rows of four pixels, of which the box of 3 × 2 at the left top is the scan area.
    private static func image(_ pixels: [UInt8], chroma: ChromaMask? = nil) -> UltrasoundImage {
        UltrasoundImage(
            luma: GreyPlane(width: 4, height: 3, pixels: pixels),
            chroma: chroma,
            facts: ImageFacts(format: .png, width: 4, height: 3)
        )
    }

    private static let untouched: [UInt8] = [10, 20, 30, 99, 40, 40, 40, 99, 99, 99, 99, 99]

    private static func site(chroma: ChromaMask? = nil) throws -> FaultSite {
        let corners = [(-0.3, -0.3), (2.3, -0.3), (2.3, 1.3), (-0.3, 1.3)].map { PixelPoint(x: $0.0, y: $0.1) }
        let box = PixelBox(x: 0, y: 0, width: 3, height: 2)
        let lines = ScanGeometry.quadrilateral(
            topLeft: corners[0],
            topRight: corners[1],
            bottomRight: corners[2],
            bottomLeft: corners[3]
        )
        let area = ScanArea(shape: .linear, box: box, confidence: 1, geometry: lines, outline: corners)
        return try #require(FaultSite(image: image(untouched, chroma: chroma), area: area))
    }

    @Test("Shares, steps and differences of six pixels, by hand; what lies outside counts for nothing")
    func byHand() throws {
        let site = try Self.site()
        #expect(site.pixels == [0, 1, 2, 4, 5, 6])
        let sight = try #require(
            FaultSight(of: Self.image([30, 20, 30, 0, 40, 59, 41, 0, 0, 0, 0, 0]), at: site)
        )
        // Changes 20, 0, 0, 0, 19, 1.
        #expect(sight.moved == 1.0 / 6)
        #expect(abs(sight.difference - (762.0 / 6).squareRoot()) < 1e-12)
        // Steps before 10 + 10 + 0 + 0, after 10 + 10 + 19 + 18.
        #expect(sight.detail == 57.0 / 20)
        let same = try #require(FaultSight(of: site.image, at: site))
        #expect(same.moved == 0 && same.difference == 0 && same.detail == 1)
    }

    @Test("A picture of another shape has no sight")
    func otherShape() throws {
        let site = try Self.site()
        let other = UltrasoundImage(
            luma: GreyPlane(width: 3, height: 4, pixels: Self.untouched),
            chroma: nil,
            facts: ImageFacts(format: .png, width: 3, height: 4)
        )
        #expect(FaultSight(of: other, at: site) == nil)
    }

    @Test("The share of coloured pixels is that of the scan area")
    func colour() throws {
        #expect(try Self.site().colourShare == 0)
        // Pixels 0 and 3; only the first one lies inside.
        let mask = ChromaMask(width: 4, height: 3, bits: [0b0000_1001, 0], count: 2)
        #expect(try Self.site(chroma: mask).colourShare == 1.0 / 6)
    }
}
