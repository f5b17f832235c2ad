import Foundation
import Imaging
import Testing

struct AspectErrorTests {
    /// A convex fan on a black screen, its circles stretched upright by `stretch`; all lengths in its own pixels.
    private func fan(width: Int, height: Int, stretch: Double, lit: (Double, Double) -> Bool = { _, _ in true })
        -> UltrasoundImage
    {
        var screen = DrawnScreen(width: width, height: height)
        let apex = (x: Double(width) / 2, y: -0.1 * Double(height))
        let (inner, outer) = (0.22 * Double(height), 1.02 * Double(height))
        screen.fill { x, y in
            let (dx, dy) = (stretch * (x - apex.x), y - apex.y)
            let radius = (dx * dx + dy * dy).squareRoot()
            return dy > 0 && abs(dx) < 0.6 * dy && radius > inner && radius < outer && lit(x, y)
        }
        return screen.image
    }

    @Test(arguments: [0.9, 0.94, 1.0, 1.05, 1.12]) func stretchIsToldToOnePerCent(stretch: Double) throws {
        let measured = ImagePipeline.examine(fan(width: 1024, height: 768, stretch: stretch)).measurements
        let value = try #require(measured["aspect.err"])
        #expect(abs(value - 100 * abs(stretch - 1)) < 1)
        #expect(measured["aspect.capture"] == 0)
    }

    @Test func fanInShadowOnOneSideIsStillTold() throws {
        let image = fan(width: 1024, height: 768, stretch: 1.12) { x, y in x > 512 - 0.25 * y }
        let value = try #require(ImagePipeline.examine(image).measurements["aspect.err"])
        #expect(abs(value - 12) < 1.5)
    }

    @Test func televisionCaptureIsNamed() {
        let stretch = 16.0 / 15
        let small = ImagePipeline.examine(fan(width: 720, height: 576, stretch: stretch)).measurements
        let large = ImagePipeline.examine(fan(width: 1024, height: 768, stretch: stretch)).measurements
        #expect(small["aspect.capture"] == 1)
        #expect(large["aspect.capture"] == 0)
    }

    @Test func rectangleHasNoAspect() {
        var screen = DrawnScreen(width: 800, height: 600)
        screen.fill { x, y in x > 200 && x < 600 && y > 60 && y < 540 }
        let examination = ImagePipeline.examine(screen.image)
        #expect(examination.scanArea?.shape == .linear)
        #expect(examination.measurements["aspect.err"] == nil)
    }

    @Test func fanWhoseArcIsTornIsNotMeasured() {
        // The far end is where the echoes stop, at another depth in every line.
        let image = fan(width: 1024, height: 768, stretch: 1) { x, y in
            y < 560 + 60 * sin(x / 25) && y > 130 + 20 * sin(x / 13)
        }
        #expect(ImagePipeline.examine(image).measurements["aspect.err"] == nil)
    }
}
