import Imaging
import Testing

struct LumenGainTests {
    private func cyst(_ lumen: Double, radius: Int = 40) -> DrawnScan {
        DrawnScan { x, y in
            (x - 128) * (x - 128) + (y - 120) * (y - 120) < radius * radius ? lumen : 120
        }
    }

    @Test(arguments: [0.0, 20, 45]) func enclosedFluidGivesItsOwnGrey(lumen: Double) throws {
        // The blocks on the rim are mixed; those below half of the tissue's grey pull the mean up by a few levels.
        let value = try #require(cyst(lumen).measured()["gain.lumen"])
        #expect(value >= lumen && value <= lumen + 8)
    }

    @Test func noiseFilledFluidReadsHigher() {
        #expect(isRising([0.0, 10, 20, 30, 40, 50].map { cyst($0).measured()["gain.lumen"] }))
    }

    @Test func shadowThatReachesTheBottomIsNoLumen() {
        let scan = DrawnScan { x, y in (100..<150).contains(x) && y > 80 ? 5 : 120 }
        #expect(scan.measured()["gain.lumen"] == nil)
    }

    @Test func uniformTissueHasNone() {
        #expect(DrawnScan { _, _ in 120 }.measured()["gain.lumen"] == nil)
    }
}
