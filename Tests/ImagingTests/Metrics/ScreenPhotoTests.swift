import Foundation
import Imaging
import Testing

struct ScreenPhotoTests {
    private static func wave(_ x: Int, _ y: Int, cyclesAcross: Double, cyclesDown: Double) -> Double {
        sin(2 * .pi * (cyclesAcross * Double(x) + cyclesDown * Double(y)))
    }

    @Test func speckleHasNoWaves() {
        let measured = DrawnScan.speckle.measured()
        #expect(measured["moire.pairs"] == 0)
        #expect(measured["photo.votes"] == 0)
    }

    @Test func eachWaveIsCountedOnce() {
        let one = DrawnScan.speckle.map { grey, x, y in
            grey + 6 * Self.wave(x, y, cyclesAcross: 0.21, cyclesDown: 0.13)
        }
        let two = one.map { grey, x, y in grey + 6 * Self.wave(x, y, cyclesAcross: 0.11, cyclesDown: -0.29) }
        #expect(one.clipped().measured()["moire.pairs"] == 1)
        #expect(two.clipped().measured()["moire.pairs"] == 2)
        #expect(two.clipped().measured()["photo.votes"] == 1)
    }

    @Test func stripesAlongTheAxesAndBlocksAreNoMoire() {
        let stripes = DrawnScan.speckle.map { grey, x, y in
            grey + 8 * Self.wave(x, y, cyclesAcross: 0, cyclesDown: 0.25)
                + 8 * Self.wave(x, y, cyclesAcross: 0.3, cyclesDown: 0)
        }
        let blocks = DrawnScan.speckle.map { grey, x, y in grey + ((x & 7) == 0 || (y & 7) == 0 ? 14 : 0) }
        #expect(stripes.clipped().measured()["moire.pairs"] == 0)
        #expect(blocks.clipped().measured()["moire.pairs"] == 0)
    }

    @Test func smallAreaIsNotSearched() {
        #expect(DrawnScan(width: 120, height: 200) { _, _ in 90 }.measured()["moire.pairs"] == nil)
    }

    /// A linear picture on a screen; `glow` is what the black around it shows, `ripple` the moiré over all.
    private func screen(glow: (Double, Double) -> Double, ripple: Double) -> UltrasoundImage {
        var screen = DrawnScreen(width: 900, height: 700)
        screen.fill { x, y in x > 200 && x < 700 && y > 60 && y < 640 }
        for y in 0..<700 {
            for x in 0..<900 {
                let grey = Double(screen.pixels[y * 900 + x]) + glow(Double(x), Double(y))
                let beat =
                    ripple
                    * (Self.wave(x, y, cyclesAcross: 0.17, cyclesDown: 0.12)
                        + Self.wave(x, y, cyclesAcross: -0.1, cyclesDown: 0.24))
                screen.pixels[y * 900 + x] = UInt8(max(0, min(255, grey * (1 + beat) + Double(screen.random(4)))))
            }
        }
        return screen.image
    }

    @Test func liftedUnevenBlackAndMoireAreTwoVotes() {
        let photo = ImagePipeline.examine(screen(glow: { x, y in 12 + x / 40 + y / 60 }, ripple: 0.1)).measurements
        #expect(photo["photo.votes"] == 2)
        #expect(photo["moire.pairs"] == 2)
    }

    @Test func evenBlackIsNoVoteHoweverLight() {
        let black = ImagePipeline.examine(screen(glow: { _, _ in 0 }, ripple: 0)).measurements
        let dark = ImagePipeline.examine(screen(glow: { _, _ in 16 }, ripple: 0)).measurements
        #expect(black["photo.votes"] == 0)
        #expect(dark["photo.votes"] == 0)
    }
}
