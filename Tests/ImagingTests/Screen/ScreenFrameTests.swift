import Foundation
import Imaging
import Testing

struct ScreenFrameTests {
    /// Grey 120 inside four lines, 30 outside; each line is `depth` pixels from its side on, changing by `slope`.
    private func picture(
        width: Int = 400,
        height: Int = 300,
        slopes: (left: Double, right: Double, top: Double, bottom: Double),
        outside: (Int, Int) -> Double = { _, _ in 30 }
    ) -> GreyPlane {
        DrawnScan(width: width, height: height) { x, y in
            let left = 25 + slopes.left * Double(y)
            let right = Double(width) - 25 + slopes.right * Double(y)
            let top = 20 + slopes.top * Double(x)
            let bottom = Double(height) - 20 + slopes.bottom * Double(x)
            let isInside = Double(x) > left && Double(x) < right && Double(y) > top && Double(y) < bottom
            return isInside ? 120 + Double((x * 7 + y * 13) % 40) : outside(x, y)
        }.plane
    }

    @Test func uprightFrameIsNotTilted() throws {
        let frame = try #require(ScreenFrame(luma: picture(slopes: (0, 0, 0, 0))))
        #expect(frame.tiltedSides == 0)
    }

    @Test func everySideOutOfTrueIsCounted() throws {
        // 0.02 over 300 rows are 6 pixels, 0.05 over 400 columns are 20.
        #expect(try #require(ScreenFrame(luma: picture(slopes: (0.02, -0.03, 0.05, -0.04)))).tiltedSides == 4)
        #expect(try #require(ScreenFrame(luma: picture(slopes: (0.02, 0, 0.05, 0)))).tiltedSides == 2)
    }

    @Test func tiltOfLessThanThreePixelsIsNone() throws {
        #expect(try #require(ScreenFrame(luma: picture(slopes: (0.004, 0.004, 0.003, 0.003)))).tiltedSides == 0)
    }

    @Test func steepSidesAreThoseOfAFan() throws {
        #expect(try #require(ScreenFrame(luma: picture(slopes: (0.35, -0.35, 0, 0)))).tiltedSides == 0)
    }

    @Test func raggedEdgeIsNoLine() throws {
        let ragged = DrawnScan(width: 400, height: 300) { x, y in
            Double(x) > 30 + 18 * sin(Double(y) / 9) + 0.05 * Double(y) ? 120 : 30
        }.plane
        #expect(try #require(ScreenFrame(luma: ragged)).tiltedSides == 0)
    }

    @Test func unevenSurroundingsShowNoFrame() throws {
        let plane = picture(slopes: (0.02, -0.03, 0.05, -0.04)) { x, y in Double((x * 31 + y * 17) % 90) }
        #expect(try #require(ScreenFrame(luma: plane)).tiltedSides == 0)
    }

    @Test func smallPictureIsNotJudged() {
        #expect(
            ScreenFrame(luma: GreyPlane(width: 127, height: 400, pixels: .init(repeating: 9, count: 127 * 400))) == nil
        )
        #expect(ScreenFrame(luma: GreyPlane(width: 0, height: 0, pixels: [])) == nil)
    }
}
