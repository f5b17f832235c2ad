import Foundation
import Imaging
import Testing

struct CoveredSideTests {
    private static let apex = PixelPoint(x: 256, y: -60)
    private static let radii = (inner: 80.0, outer: 540.0)
    private static let opening = 25.0 * Double.pi / 180

    /// How far a pixel lies from the middle line, in radians, and from the apex.
    private static func place(_ x: Int, _ y: Int) -> (angle: Double, radius: Double) {
        let (across, down) = (Double(x) - apex.x, Double(y) - apex.y)
        return (atan2(across, down), (across * across + down * down).squareRoot())
    }

    /// A fan of speckle, 456 pixels wide from column 28 on, on black; `seen` is drawn over it.
    private static func measured(_ seen: (_ grey: Double, _ x: Int, _ y: Int) -> Double) -> Measurements {
        func isFan(_ x: Int, _ y: Int) -> Bool {
            let place = place(x, y)
            return abs(place.angle) <= opening && place.radius >= radii.inner && place.radius <= radii.outer
        }
        let plane = DrawnScan.speckle.map { grey, x, y in isFan(x, y) ? max(0, seen(grey, x, y)) : 0 }.plane
        let geometry = ScanGeometry.fan(
            apexX: apex.x,
            apexY: apex.y,
            innerRadius: radii.inner,
            outerRadius: radii.outer,
            startAngle: .pi / 2 - opening,
            endAngle: .pi / 2 + opening
        )
        let area = ScanArea(
            shape: .convex,
            box: PixelBox(x: 28, y: 12, width: 456, height: 468),
            confidence: 1,
            geometry: geometry,
            outline: geometry.polygon(lines: 0...1, depths: 0...1)
        )
        let mask = ScanAreaMask(
            columns: 128,
            rows: 128,
            cells: (0..<128 * 128).map { isFan($0 % 128 * 4 + 2, $0 / 128 * 4 + 2) ? 1 : 0 }
        )
        let image = UltrasoundImage(
            luma: plane,
            chroma: nil,
            facts: ImageFacts(format: .png, width: 512, height: 512)
        )
        return MetricCatalog.measure(
            MetricInput(
                image: image,
                area: area,
                mask: mask,
                polar: PolarResampler.view(of: image, area: area, mask: mask)
            )
        )
    }

    @Test(arguments: [0.15, 0.2, 0.3]) func blackColumnsCountWithTheirShareOfTheWidth(share: Double) throws {
        let column = 28 + share * 456
        let measured = Self.measured { grey, x, _ in Double(x) < column ? 0 : grey }
        #expect(abs(try #require(measured["contact.covered"]) - 100 * share) < 2.5)
        let outline = try #require(measured.marks.first { $0.metric == "contact.covered" }?.outline)
        #expect(outline.allSatisfy { $0.x < column + 6 && $0.x > 20 })
    }

    @Test func theRightSideAndWhatIsOnlyDimmedCountAsWell() throws {
        let right = try #require(Self.measured { grey, x, _ in x > 393 ? 0 : grey }["contact.covered"])
        #expect(abs(right - 20) < 2.5)
        let dimmed = try #require(Self.measured { grey, x, _ in x < 119 ? 0.1 * grey : grey }["contact.covered"])
        #expect(abs(dimmed - 20) < 2.5)
    }

    @Test func anEdgeThatPassesWithinTwoHundredthsOfTheWidthIsFound() throws {
        let measured = Self.measured { grey, x, _ in grey * max(0, min(1, (Double(x) - 110) / 9)) }
        #expect(abs(try #require(measured["contact.covered"]) - 19) < 2.5)
    }

    @Test func wholeFansDimCornersAndDarkLinesHaveNone() {
        #expect(Self.measured { grey, _, _ in grey }["contact.covered"] == 0)
        // A side that fades, as where sound comes in askew.
        #expect(
            Self.measured { grey, x, y in grey * min(1, 0.2 + 3 * (Self.opening - abs(Self.place(x, y).angle))) }[
                "contact.covered"
            ] == 0
        )
        // Lost lines end along a line, which leans.
        #expect(
            Self.measured { grey, x, y in Self.place(x, y).angle < -0.6 * Self.opening ? 0 : grey }["contact.covered"]
                == 0
        )
    }

    @Test func rectanglesHaveNoSideThatLeans() {
        #expect(DrawnScan { x, _ in x < 50 ? 0 : 110 }.measured()["contact.covered"] == nil)
    }
}
