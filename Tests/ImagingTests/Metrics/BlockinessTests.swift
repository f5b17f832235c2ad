import Imaging
import Testing

struct BlockinessTests {
    @Test(arguments: 0..<8) func gridStepsOfKnownHeightGiveTheirRatio(offset: Int) throws {
        let scan = DrawnScan { x, y in
            Double((x - offset + 7) / 8 % 2 * 8 + x % 2 + (y - offset + 7) / 8 % 2 * 8 + y % 2 + 50)
        }
        // Within a block neighbours differ by 1; at its end by 8 ± 1, that is by 7 and 9 in turn: 8 on average.
        #expect(abs(try #require(scan.measured()["jpeg.block"]) - 8) < 0.7)
    }

    @Test func speckleHasNoGrid() throws {
        #expect(try #require(DrawnScan.speckle.measured()["jpeg.block"]) < 1.05)
    }

    @Test func strongerCompressionShowsMore() throws {
        let values = try [95, 85, 75, 60, 40, 20, 10].map { quality in
            let bytes = try JPEGEncoder.encode(DrawnScan.speckle.plane, quality: quality)
            let image = try ImageDecoder.decode(.bytes(bytes), limits: DecodingLimits())
            return MetricCatalog.measure(DrawnScan.input(plane: image.luma))["jpeg.block"]
        }
        #expect(isRising(values))
        #expect((values.last.flatMap { $0 } ?? 0) > 1.8)
    }

    @Test func gridIsFoundAtAnyOffsetInALosslessCrop() throws {
        let bytes = try JPEGEncoder.encode(DrawnScan.speckle.plane, quality: 30)
        let whole = try ImageDecoder.decode(.bytes(bytes), limits: DecodingLimits()).luma
        func crop(_ offset: Int) -> Double? {
            DrawnScan(width: 400, height: 400) { x, y in
                Double(whole.pixels[(y + offset) * 512 + x + offset])
            }.measured()["jpeg.block"]
        }
        let straight = try #require(crop(0))
        #expect(straight > 1.4)
        for offset in [1, 3, 5, 7] { #expect(abs(try #require(crop(offset)) - straight) < 0.15) }
    }

    @Test func pixelsDoubledByScalingAreNotBlocks() throws {
        let doubled = DrawnScan(width: 512, height: 512) { x, y in
            DrawnScan.speckle.grey[(y / 2) * 512 + x / 2]
        }
        #expect(try #require(doubled.measured()["jpeg.block"]) < 1.1)
    }

    @Test("A frame line along the picture's border is no block")
    func frame() throws {
        let framed = DrawnScan.speckle.map { grey, x, y in
            min(x, y, 511 - x, 511 - y) < 2 ? 255 : grey
        }
        #expect(try #require(framed.measured()["jpeg.block"]) < 1.05)
    }

    @Test func flatPictureIsNotMeasured() {
        #expect(DrawnScan { _, _ in 80 }.measured()["jpeg.block"] == nil)
    }
}
