import Imaging
import Testing

struct RulerSpacingTests {
    private func screen(down: Int?, across: Int?, neighbour: Bool = false) -> Measurements {
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill { x, y in x > 300 && x < 720 && y > 60 && y < 640 }
        if let down {
            for (index, y) in stride(from: 64, to: 640, by: down).enumerated() {
                screen.block(x: 760, y: y, width: index % 5 == 0 ? 12 : 6, height: 2, grey: 200)
            }
        }
        if let across {
            for x in stride(from: 304, to: 720, by: across) {
                screen.block(x: x, y: 720, width: 2, height: 6, grey: 200)
            }
        }
        if neighbour { screen.text(x: 400, y: 732, letters: 8) }
        return ImagePipeline.examine(screen.image).measurements
    }

    @Test(arguments: [24, 40, 57]) func distanceOfTicksIsToldExactly(pitch: Int) throws {
        let spacing = try #require(screen(down: pitch, across: nil)["ruler.spacing"])
        #expect(abs(spacing - Double(pitch)) < 0.01)
    }

    @Test func noTicksNoValue() {
        let measured = screen(down: nil, across: nil)
        #expect(measured["ruler.spacing"] == nil && measured["ruler.across"] == nil && measured["aspect.err"] == nil)
    }

    @Test func bothScalesTellTheAspect() throws {
        let right = screen(down: 40, across: 40)
        #expect(right["ruler.across"] == 40)
        #expect(try #require(right["aspect.err"]) < 0.01)
        // 45 rows where there are 40 columns: stretched upright by an eighth.
        let high = try #require(screen(down: 45, across: 40)["aspect.err"])
        #expect(abs(high - 12.5) < 0.01)
        // One centimetre down, half a centimetre across.
        #expect(try #require(screen(down: 80, across: 40)["aspect.err"]) < 0.01)
    }

    @Test func rowOfDotsWithTextBesideItIsNoScale() {
        let measured = screen(down: 40, across: 46, neighbour: true)
        #expect(measured["ruler.across"] == nil && measured["aspect.err"] == nil)
    }
}
