import Imaging
import Testing

struct DepthScaleTests {
    /// Ticks every 20 rows, of the lengths that a rule gives.
    private func ticks(_ count: Int, _ length: (Int) -> Int) -> [PixelBox] {
        (0..<count).map { PixelBox(x: 700, y: 50 + 20 * $0, width: length($0), height: 2) }
    }

    @Test func patternOfLongTicksIsRead() {
        func tiers(_ length: @escaping (Int) -> Int) -> [Int?]? {
            RulerScale.tiers(ticks(31, length), pitch: 20).map { [$0.long, $0.middle] }
        }
        #expect(tiers { $0 % 5 == 0 ? 12 : 6 } == [5, nil])
        #expect(tiers { $0 % 4 == 3 ? 12 : 6 } == [4, nil])
        #expect(tiers { $0 % 2 == 1 ? 9 : 4 } == [2, nil])
        #expect(tiers { $0 % 10 == 0 ? 12 : $0 % 5 == 0 ? 8 : 4 } == [10, 5])
        #expect(tiers { $0 % 10 == 0 ? 12 : $0 % 2 == 0 ? 8 : 4 } == [10, 2])
        #expect(tiers { _ in 6 } == nil)
        // One long tick, or long ones at uneven distances.
        #expect(tiers { $0 == 5 ? 12 : 6 } == nil)
        #expect(tiers { [0, 3, 10, 14, 21].contains($0) ? 12 : 6 } == nil)
    }

    /// Pixels of a step, height, what may be deep, and centimetres that a step must then stand for.
    @Test(arguments: [
        // 25 steps: 5 cm in fifths; 25 cm of a linear probe there are not.
        (20.0, 500, ScanArea.Shape.linear, 0.2 as Double?),
        // 16 steps of a fan: 16 cm; 3.2 cm would be possible too.
        (25, 400, .convex, nil),
        // 14 steps of a fan: 14 cm, since 2.8 cm is too little.
        (25, 350, .convex, 1),
        // 12 steps of a linear probe: 2.4 or 12 cm.
        (25, 300, .linear, nil),
        // Cropped, 25 steps: 5 or 25 cm.
        (20, 500, .fullFrame, nil),
    ])
    func everyFifthLongerIsReadByTheDepth(pitch: Double, height: Int, shape: ScanArea.Shape, step: Double?) {
        let marks = (0..<14).map { PixelBox(x: 0, y: Int(pitch) * $0, width: $0 % 5 == 0 ? 10 : 4, height: 1) }
        let read = RulerScale.step(ticks: marks, pitch: pitch, height: height, depths: RulerScale.depths(of: shape))
        #expect(read == step)
    }

    @Test func emptyAndSenselessScalesAreNotRead() {
        #expect(RulerScale.step(ticks: [], pitch: 20, height: 400, depths: 1...30) == nil)
        #expect(RulerScale.step(ticks: ticks(20) { $0 % 4 == 0 ? 9 : 4 }, pitch: 0, height: 400, depths: 1...30) == nil)
        #expect(
            RulerScale.step(ticks: ticks(20) { $0 % 4 == 0 ? 9 : 4 }, pitch: .nan, height: 400, depths: 1...30) == nil
        )
    }

    private func screen(_ length: (Int) -> Int) -> Measurements {
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill { x, y in x > 300 && x < 720 && y > 60 && y < 640 }
        for (index, y) in stride(from: 64, to: 640, by: 29).enumerated() {
            screen.block(x: 760, y: y, width: length(index), height: 2, grey: 200)
        }
        return ImagePipeline.examine(screen.image).measurements
    }

    @Test func quartersOfACentimetreGiveScaleAndDepth() throws {
        let measured = screen { $0 % 4 == 0 ? 12 : 6 }
        // 29 rows a quarter.
        #expect(abs(try #require(measured["ruler.cm"]) - 116) < 0.1)
        let height = try #require(measured["res.h"])
        #expect(abs(try #require(measured["depth.cm"]) - height / 116) < 0.01)
    }

    @Test func ticksAllAlikeGiveNoScale() {
        let measured = screen { _ in 6 }
        #expect(measured["ruler.spacing"] != nil)
        #expect(measured["ruler.cm"] == nil && measured["depth.cm"] == nil)
    }
}
