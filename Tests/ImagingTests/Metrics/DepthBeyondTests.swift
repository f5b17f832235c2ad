import Imaging
import Testing

struct DepthBeyondTests {
    /// Content from row 60 to 300, and a scale of ticks every 24 rows from row 62 to `last`, on one edge.
    private func measured(ticks: [Int]) -> Measurements {
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill { x, y in x > 300 && x < 720 && y > 60 && y < 300 }
        for y in ticks { screen.block(x: 760, y: y, width: 8, height: 2, grey: 200) }
        return ImagePipeline.examine(screen.image).measurements
    }

    @Test func scaleThatEndsWithTheEchoesLeavesNothingBeyond() throws {
        let share = try #require(measured(ticks: Array(stride(from: 62, through: 302, by: 24)))["depth.beyond"])
        #expect(share < 2)
    }

    @Test func scaleTwiceAsLongAsTheEchoesLeavesHalf() throws {
        // The area ends at row 300, the scale at row 542: (542 − 300) / (542 − 60) = 50.2 %.
        let share = try #require(measured(ticks: Array(stride(from: 62, through: 542, by: 24)))["depth.beyond"])
        #expect(abs(share - 50.2) < 1.5)
    }

    @Test func oneHiddenTickDoesNotEndTheScale() throws {
        let ticks = Array(stride(from: 62, through: 542, by: 24)).filter { $0 != 398 }
        let share = try #require(measured(ticks: ticks)["depth.beyond"])
        #expect(abs(share - 50.2) < 1.5)
    }

    @Test func otherMarksBelowDoNotLengthenTheScale() throws {
        let ticks = Array(stride(from: 62, through: 302, by: 24))
        // Two distances and a half further down, and a column elsewhere.
        let share = try #require(measured(ticks: ticks + [362])["depth.beyond"])
        #expect(share < 2)
    }

    @Test func withoutAScaleThereIsNoValue() {
        #expect(measured(ticks: [])["depth.beyond"] == nil)
    }
}
