import Imaging
import Testing

struct DepthUniformityTests {
    @Test(arguments: [-100.0, -40, 0, 40, 100]) func rampOverDepthGivesItsSlope(slope: Double) throws {
        let scan = DrawnScan { _, y in 128 + slope * ((Double(y) + 0.5) / 256 - 0.5) }
        // Grey is rounded to whole levels.
        #expect(abs(try #require(scan.measured()["tgc.slope"]) - slope) < 1)
    }

    @Test func farHalfAsBrightAsNearGivesOneHalf() throws {
        let scan = DrawnScan { _, y in y < 128 ? 120 : 60 }
        #expect(abs(try #require(scan.measured()["tgc.ratio"]) - 0.5) < 1e-6)
    }

    @Test func blackFarFieldGivesNoughtNotNone() {
        #expect(DrawnScan { _, y in y < 128 ? 120 : 0 }.measured()["tgc.ratio"] == 0)
    }

    @Test func farRampRaisesSlopeAndRatioWithItsStrength() {
        let steps = [-85.0, -50, -25, 0, 25, 50, 85].map { grey in
            DrawnScan.speckle.map { old, _, y in old + grey * Double(y) / 512 }.measured()
        }
        #expect(isRising(steps.map { $0["tgc.slope"] }))
        #expect(isRising(steps.map { $0["tgc.ratio"] }))
    }

    @Test(arguments: [20.0, 40, 60]) func raisedBandGivesItsStepAndPlace(step: Double) throws {
        let measured = DrawnScan { _, y in (96..<144).contains(y) ? 80 + step : 80 }.measured()
        #expect(measured["tgc.band"] == step)
        let outline = try #require(measured.marks.first { $0.metric == "tgc.band" }?.outline)
        #expect((outline.map(\.y).min() ?? 0) < 96 && (outline.map(\.y).max() ?? 0) >= 95)
    }

    @Test func stepInLessThanHalfOfTheWidthIsNoBand() {
        let scan = DrawnScan { x, y in x < 100 && (96..<144).contains(y) ? 140 : 80 }
        #expect(scan.measured()["tgc.band"] == 0)
    }

    @Test func shallowValidStripIsNotMeasured() {
        let measured = MetricCatalog.measure(DrawnScan { _, _ in 90 }.input { _, y in y < 80 })
        #expect(measured["tgc.slope"] == nil)
        #expect(measured["tgc.ratio"] == nil)
    }
}
