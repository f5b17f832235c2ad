import Foundation
import Imaging
import Testing

struct SpeckleSmoothingTests {
    /// Tissue as scanners show it: speckle with bright layers through some parts of it.
    private static let tissue = DrawnScan.speckle.map { grey, x, y in
        let layer = y % 128 < 6 && x > 200 ? 70.0 : 0
        return 0.6 * grey + 20 + layer
    }.noisy(0.6, seed: 5).clipped()

    /// An edge-keeping filter, written apart from any other: weights fall with distance and with difference of grey.
    private func reduced(_ scan: DrawnScan, grey width: Double, passes: Int = 2) -> DrawnScan {
        (0..<passes).reduce(scan) { scan, _ in
            DrawnScan(width: scan.width, height: scan.height) { x, y in
                let own = scan.grey[y * scan.width + x]
                var (sum, weights) = (0.0, 0.0)
                for row in max(0, y - 3)...min(scan.height - 1, y + 3) {
                    for column in max(0, x - 3)...min(scan.width - 1, x + 3) {
                        let value = scan.grey[row * scan.width + column]
                        let distance = Double((row - y) * (row - y) + (column - x) * (column - x)) / 8
                        let weight = exp(-distance - (value - own) * (value - own) / (2 * width * width))
                        sum += weight * value
                        weights += weight
                    }
                }
                return sum / weights
            }
        }.clipped()
    }

    @Test func untouchedSpeckleSpeaksAgainstIt() throws {
        #expect(try #require(Self.tissue.measured()["spk.smooth"]) < 0)
    }

    @Test func edgeKeepingFilterIsSeenAndMoreOfItMore() throws {
        let steps = [0.0, 10, 30].map { $0 == 0 ? Self.tissue : reduced(Self.tissue, grey: $0) }
            .map { $0.measured()["spk.smooth"] }
        #expect(isRising(steps))
        #expect(try #require(steps[2]) > 0)
    }

    @Test func blurAndCompressionAreLessLikeItThanTheFilter() throws {
        let filtered = try #require(reduced(Self.tissue, grey: 30).measured()["spk.smooth"])
        let blurred = try #require(Self.tissue.blurred(1).clipped().measured()["spk.smooth"])
        let lossy = try ImageDecoder.decode(
            .bytes(JPEGEncoder.encode(Self.tissue.plane, quality: 20)),
            limits: DecodingLimits()
        )
        let compressed = try #require(MetricCatalog.measure(DrawnScan.input(plane: lossy.luma))["spk.smooth"])
        #expect(filtered > blurred + 2 && filtered > compressed + 2)
    }

    @Test func flatAndBlackPicturesAreNotMeasured() {
        #expect(DrawnScan(width: 512, height: 512) { _, _ in 0 }.measured()["spk.smooth"] == nil)
        #expect(DrawnScan(width: 512, height: 512) { _, _ in 120 }.measured()["spk.smooth"] == nil)
    }
}
