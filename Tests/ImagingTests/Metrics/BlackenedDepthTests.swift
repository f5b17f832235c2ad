import Imaging
import Testing

/// What is cut off at black tells depth compensation that is turned down from tissue that is dark by itself.
struct BlackenedDepthTests {
    @Test func nearFieldsShareIsCountedByBlocks() {
        // Black on the upper half of the lines from row 8 to 40: half of four of the eight bands.
        let measured = DrawnScan { x, y in x < 128 && (8..<40).contains(y) ? 0 : 90 }.measured()
        #expect(measured["tgc.nearcut"] == 25)
        #expect(DrawnScan { _, _ in 90 }.measured()["tgc.nearcut"] == 0)
    }

    @Test func farFieldThatIsDarkButNotBlackIsDarkByItself() throws {
        func odds(_ least: Double) throws -> Double {
            // Half of its grey at the bottom, on a screen whose black is 0.
            let dark = DrawnScan.speckle.map { grey, _, y in
                max(least, grey * (1 - 0.7 * max(0, Double(y) / 256 - 1)))
            }
            // A tenth of the far field at black, or just above it.
            return try #require(
                dark.map { grey, x, y in x < 52 && y > 340 ? least : grey }.measured()["tgc.fardark"]
            )
        }
        #expect(try odds(0) > odds(6) + 2)
    }

    @Test func darkBandThatLeavesNothingIsASlidersMoreThanADarkLayer() throws {
        func slider(_ least: Double) throws -> Double {
            let band = DrawnScan.speckle.map { grey, _, y in
                abs(y - 256) < 24 ? max(least, grey - 140) : max(12, grey)
            }
            return try #require(band.measured()["tgc.slider"])
        }
        #expect(try slider(0) > slider(6))
    }
}
