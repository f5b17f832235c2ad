import Imaging
import Testing

struct PenetrationTests {
    @Test func speckleToTheBottomIsFullPenetration() {
        #expect(DrawnScan.speckle.measured()["pen"] == 100)
    }

    @Test(arguments: [0.5, 0.75]) func noiseBelowADepthEndsThere(depth: Double) throws {
        let noise = DrawnScan(width: 512, height: 512) { _, _ in 60 }.noisy(25)
        let scan = DrawnScan.speckle.map { grey, x, y in Double(y) < depth * 512 ? grey : noise.grey[y * 512 + x] }
        #expect(abs(try #require(scan.measured()["pen"]) - 100 * depth) <= 6.25)
    }

    @Test(arguments: [0.5, 0.75]) func blackBelowADepthEndsThere(depth: Double) throws {
        let scan = DrawnScan.speckle.map { grey, _, y in Double(y) < depth * 512 ? grey : 2 }
        #expect(abs(try #require(scan.measured()["pen"]) - 100 * depth) <= 6.25)
    }

    @Test func noiseAllOverIsNotMeasured() {
        #expect(DrawnScan { _, _ in 100 }.noisy(30).measured()["pen"] == nil)
    }
}
