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

    @Test(arguments: [Ink.white, .yellow]) func dottedLinesBetweenCalipersAreNoWaves(ink: Ink) {
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill(mean: 70) { x, y in x > 200 && x < 820 && y > 60 && y < 700 }
        let ends = [((430, 330), (590, 440)), ((440, 450), (600, 320))]
        for (first, second) in ends {
            for (x, y) in [first, second] {
                for step in -7...7 {
                    ink.draw(&screen, x: x + step, y: y)
                    ink.draw(&screen, x: x, y: y + step)
                }
            }
            for dot in 1..<28 {
                let (x, y) = (
                    first.0 + (second.0 - first.0) * dot / 28, first.1 + (second.1 - first.1) * dot / 28
                )
                ink.draw(&screen, x: x, y: y)
            }
        }
        let measured = ImagePipeline.examine(screen.image).measurements
        #expect(measured["moire.pairs"] == 0 && measured["mark.caliper"] == 4)
    }

    /// What a line is drawn with.
    enum Ink {
        case white
        case yellow

        func draw(_ screen: inout DrawnScreen, x: Int, y: Int) {
            switch self {
            case .white: screen.block(x: x, y: y, width: 1, height: 1, grey: 255)
            case .yellow: screen.colourBlock(x: x, y: y, width: 1, height: 1, grey: 226)
            }
        }
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

    /// A program whose ground is grey, with a bar and a panel of other greys; `grain` is a camera's noise over all.
    private func greyProgram(grain: Int) -> UltrasoundImage {
        var screen = DrawnScreen(width: 900, height: 700, background: 25)
        screen.fill { x, y in x > 200 && x < 700 && y > 90 && y < 640 }
        screen.block(x: 0, y: 0, width: 900, height: 60, grey: 62)
        screen.block(x: 780, y: 60, width: 120, height: 640, grey: 48)
        if grain > 0 { for index in screen.pixels.indices { screen.pixels[index] += UInt8(screen.random(grain)) } }
        return screen.image
    }

    @Test func greysOfAProgramAreNoLightOnAScreen() {
        #expect(ImagePipeline.examine(greyProgram(grain: 0)).measurements["photo.votes"] == 0)
        #expect(ImagePipeline.examine(greyProgram(grain: 4)).measurements["photo.votes"] == 1)
    }

    /// The screen of `screen`, seen in a dark case by a phone that stands askew.
    private func askew(_ lines: UltrasoundImage, shift: Double) -> UltrasoundImage {
        let (width, height) = (lines.luma.width, lines.luma.height)
        let scan = DrawnScan(width: width, height: height) { x, y in
            let column = 1.1 * (Double(x) - 450) + shift * (Double(y) - 350) + 450
            let row = 1.1 * (Double(y) - 350) + 0.5 * shift * (Double(x) - 450) + 350
            guard column >= 0, row >= 0, column < Double(width), row < Double(height) else { return 32 }
            return Double(lines.luma.pixels[Int(row) * width + Int(column)])
        }
        return UltrasoundImage(luma: scan.plane, chroma: nil, facts: lines.facts)
    }

    @Test func frameOutOfTrueIsTwoVotesAndUprightFrameNone() {
        let screen = screen(glow: { _, _ in 0 }, ripple: 0)
        let photo = ImagePipeline.examine(askew(screen, shift: 0.08))
        #expect(photo.measurements["photo.votes"] == 2)
        // Nothing that depends on where the lines run can be said of it.
        #expect(photo.conditions.contains(.geometryUncertain))
        #expect(photo.scanArea.map { $0.confidence < ScanArea.surety } ?? true)
        #expect(ImagePipeline.examine(askew(screen, shift: 0)).measurements["photo.votes"] == 0)
    }

    @Test func exposureInTheFileIsTwoVotes() {
        let plain = screen(glow: { _, _ in 0 }, ripple: 0)
        var facts = plain.facts
        facts.isCameraPicture = true
        let photo = UltrasoundImage(luma: plain.luma, chroma: nil, facts: facts)
        #expect(ImagePipeline.examine(photo).measurements["photo.votes"] == 2)
    }

    @Test func scatteredColourIsAVoteAndNoDoppler() {
        let plain = screen(glow: { _, _ in 0 }, ripple: 0)
        var bits = [UInt8](repeating: 0, count: (900 * 700 + 7) / 8)
        var count = 0
        for y in 0..<700 {
            for x in 0..<900 where x % 6 < 3 && plain.luma.pixels[y * 900 + x] > 60 {
                bits[(y * 900 + x) >> 3] |= 1 << UInt8((y * 900 + x) & 7)
                count += 1
            }
        }
        let chroma = ChromaMask(width: 900, height: 700, bits: bits, count: count)
        let grey = ImagePipeline.examine(plain)
        let photo = ImagePipeline.examine(UltrasoundImage(luma: plain.luma, chroma: chroma, facts: plain.facts))
        #expect(photo.measurements["photo.votes"] == 1)
        #expect(photo.measurements["cfm.share"] == 0)
        #expect(photo.measurements["cfm.alias"] == nil)
        // The cast hides nothing: the area is the one of the grey picture, with no more marks on it.
        #expect(photo.scanArea == grey.scanArea)
        #expect(photo.measurements["mark.text"] == grey.measurements["mark.text"])
    }

    /// Black cells of 16 × 16 pixels, each with the tone that `tone` gives its number.
    private func black(_ tone: (Int) -> (UInt8, UInt8)) throws -> BlackTone {
        let tones = (0..<400).flatMap { cell in [tone(cell).0, tone(cell).1] }
        let luma = [UInt8](repeating: 20, count: 320 * 320)
        return try #require(BlackTone(luma: luma, width: 320, height: 320, tones: tones))
    }

    @Test func colourOfBlackIsAVoteAndThatOfTwoLightsAreTwo() throws {
        let plain = screen(glow: { _, _ in 0 }, ripple: 0)
        func votes(_ tone: BlackTone) -> Double? {
            let photo = UltrasoundImage(luma: plain.luma, chroma: nil, facts: plain.facts, blackTone: tone)
            return ImagePipeline.examine(photo).measurements["photo.votes"]
        }
        #expect(try votes(black { (UInt8(120 + $0 % 4), 131) }) == 1)
        #expect(try votes(black { (UInt8(114 + $0 % 16), 134) }) == 2)
        // A panel's navy is one tone all over.
        #expect(try votes(black { ($0 % 3 == 0 ? 130 : 140, 122) }) == 0)
    }

    @Test func pictureOfARoomWithAScreenIsNotCalledNoUltrasound() throws {
        let wall = DrawnScan(width: 400, height: 300) { x, y in Double((x * 200 + y * 150) / 600) }.plane
        func examined(_ tone: BlackTone?) -> ImageExamination {
            let facts = ImageFacts(format: .png, width: 400, height: 300)
            return ImagePipeline.examine(UltrasoundImage(luma: wall, chroma: nil, facts: facts, blackTone: tone))
        }
        let room = try examined(black { (UInt8(114 + $0 % 16), 134) })
        #expect(room.conditions == [.geometryUncertain])
        #expect(try #require(room.measurements["photo.votes"]) >= 2)
        // Something colourful is no dim room.
        let toys = try examined(black { (UInt8(90 + $0 % 16), 134) })
        for plain in [toys, examined(nil)] {
            #expect(plain.conditions == [.notUltrasound])
            #expect(plain.measurements["photo.votes"] == nil)
        }
    }

    @Test func screenWithoutUltrasoundIsToldByItsFrame() throws {
        // A page of stripes: no scan area.
        let page = DrawnScan(width: 900, height: 700) { _, y in y % 40 < 6 ? 60 : 255 }.plane
        let image = UltrasoundImage(
            luma: page,
            chroma: nil,
            facts: ImageFacts(format: .png, width: 900, height: 700)
        )
        let straight = ImagePipeline.examine(image)
        let photo = ImagePipeline.examine(askew(image, shift: 0.08))
        #expect(straight.scanArea == nil)
        #expect(straight.measurements["photo.votes"] == nil)
        #expect(photo.scanArea == nil)
        #expect(try #require(photo.measurements["photo.votes"]) >= 2)
    }
}
