import Foundation
import Imaging
import Testing

struct AspectTraceTests {
    /// Speckle with a grain of 2 grey, brought to another size by straight lines between samples, 480 × 480 of it.
    private func stretched(across: Double, down: Double) -> DrawnScan {
        let source = DrawnScan.speckle.noisy(2).clipped()
        return DrawnScan(width: 480, height: 480) { x, y in
            let column = min(510.5, Double(x) / across)
            let row = min(510.5, Double(y) / down)
            let (left, top) = (Int(column), Int(row))
            let (right, below) = (column - Double(left), row - Double(top))
            func grey(_ x: Int, _ y: Int) -> Double { source.grey[y * 512 + x] }
            let upper = grey(left, top) * (1 - right) + grey(left + 1, top) * right
            let lower = grey(left, top + 1) * (1 - right) + grey(left + 1, top + 1) * right
            return upper * (1 - below) + lower * below
        }.clipped()
    }

    private func trace(across: Double, down: Double) -> Double? {
        MetricCatalog.measure(stretched(across: across, down: down).input())["aspect.trace"]
    }

    @Test(arguments: [1.06, 1.12, 1.2]) func stretchingOneWayLeavesALine(factor: Double) throws {
        let across = try #require(trace(across: factor, down: 1))
        let down = try #require(trace(across: 1, down: factor))
        #expect(min(across, down) > 12, "\(across) \(down)")
    }

    @Test func untouchedSpeckleHasNone() throws {
        let untouched = try #require(trace(across: 1, down: 1))
        #expect(untouched < 10)
    }

    @Test func enlargingBothWaysAlikeIsAnotherFault() throws {
        let oneWay = try #require(trace(across: 1.12, down: 1))
        let bothWays = try #require(trace(across: 1.12, down: 1.12))
        #expect(bothWays < oneWay - 5)
    }

    @Test func flatOrSmallPictureIsNotMeasured() {
        #expect(MetricCatalog.measure(DrawnScan { _, _ in 80 }.input())["aspect.trace"] == nil)
        let small = DrawnScan(width: 60, height: 300) { x, y in 80 + Double((x * 7 + y * 5) % 60) }
        #expect(MetricCatalog.measure(small.input())["aspect.trace"] == nil)
    }
}
