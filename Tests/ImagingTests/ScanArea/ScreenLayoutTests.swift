import Foundation
import Imaging
import Testing

/// Screens that show more, or something else, than one B-mode picture.
struct ScreenLayoutTests {
    /// A spectrum on a straight baseline: columns of their own brightness from the baseline up to a beating envelope.
    private func drawSpectrum(
        on screen: inout DrawnScreen,
        x: Int,
        y: Int,
        width: Int,
        height: Int,
        inverted: Bool = false
    ) {
        let baseline = height * 7 / 10
        for column in 0..<width {
            let phase = Double(column % 90) / 90
            let top = (0.25 + 0.7 * exp(-pow((phase - 0.2) / 0.12, 2))) * Double(baseline) * 0.85
            let strength = 60 + screen.random(120)
            for row in 0..<height {
                let above = baseline - row
                let isLit = above > 0 && Double(above) < top
                let grey = isLit ? strength * (80 + screen.random(20)) / 100 : screen.random(8)
                let line = y + (inverted ? height - 1 - row : row)
                screen.pixels[line * screen.width + x + column] = UInt8(row == baseline ? 180 : grey)
            }
        }
    }

    @Test(arguments: [false, true]) func spectrumAloneIsRecognised(inverted: Bool) {
        var screen = DrawnScreen(width: 960, height: 720)
        drawSpectrum(on: &screen, x: 60, y: 90, width: 780, height: 540, inverted: inverted)
        screen.text(x: 20, y: 12, letters: 14)
        let finding = ScanAreaFinder.find(in: screen.image)
        #expect(finding.conditions == [.spectralLayout])
        #expect(finding.scanArea == nil)
    }

    @Test func smallBModeAboveALargeSpectrumIsASpectralLayout() {
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill { x, y in x > 420 && x < 600 && y > 50 && y < 230 }
        drawSpectrum(on: &screen, x: 60, y: 270, width: 860, height: 450)
        #expect(ScanAreaFinder.find(in: screen.image).conditions == [.spectralLayout])
    }

    @Test func straightInterfaceInTissueIsNoSpectrum() {
        var screen = DrawnScreen(width: 960, height: 720)
        screen.fill { x, y in x > 200 && x < 700 && y > 60 && y < 660 }
        // Fluid over a flat floor.
        for y in 200..<420 {
            for x in 201..<700 { screen.pixels[y * 960 + x] = UInt8(screen.random(10)) }
        }
        let finding = ScanAreaFinder.find(in: screen.image)
        #expect(!finding.conditions.contains(.spectralLayout))
        #expect(finding.scanArea?.shape == .linear)
    }

    /// In the middle of the screen: a rectangle that is off it beside black may have lost lines.
    @Test("A bar with a title is no grey screen", arguments: [0.06, 0.12, 0.18], [false, true])
    func barWithATitleIsNoGreyScreen(share: Double, isBelow: Bool) throws {
        var screen = DrawnScreen(width: 960, height: 720)
        screen.fill { x, y in x > 195 && x < 765 && y > 150 && y < 570 }
        // Fluid as dark as the screen: darker than the bar.
        for y in 250..<420 {
            for x in 345..<605 { screen.pixels[y * 960 + x] = 0 }
        }
        let height = Int(share * 720)
        screen.block(x: 0, y: isBelow ? 720 - height : 0, width: 960, height: height, grey: 74)
        // A logo in its corner, which breaks its edge, and words.
        screen.block(x: 2, y: (isBelow ? 720 - height : 0) + 8, width: 26, height: height - 16, grey: 200)
        screen.text(x: 60, y: (isBelow ? 720 - height : 0) + 10, letters: 20)
        let finding = ScanAreaFinder.find(in: screen.image)
        let area = try #require(finding.scanArea)
        #expect(finding.conditions == [] && area.shape == .linear)
        #expect(abs(area.box.x - 196) <= 6 && abs(area.box.y - 151) <= 6)
        #expect(abs(area.box.width - 569) <= 8 && abs(area.box.height - 419) <= 8)
    }

    @Test("A line around a picture is no grey screen")
    func lineAroundAPictureIsNoGreyScreen() throws {
        var screen = DrawnScreen(width: 960, height: 720)
        screen.fill { x, y in x > 195 && x < 765 && y > 80 && y < 570 }
        for y in 250..<420 {
            for x in 345..<605 { screen.pixels[y * 960 + x] = 0 }
        }
        for x in 4..<956 {
            for y in [4, 715] { screen.pixels[y * 960 + x] = 140 }
        }
        for y in 4..<716 {
            for x in [4, 955] { screen.pixels[y * 960 + x] = 140 }
        }
        let finding = ScanAreaFinder.find(in: screen.image)
        let area = try #require(finding.scanArea)
        #expect(finding.conditions == [] && abs(area.box.width - 569) <= 8 && abs(area.box.height - 489) <= 8)
    }

    @Test("A panel with thumbnails is no grey screen")
    func panelWithThumbnailsIsNoGreyScreen() throws {
        var screen = DrawnScreen(width: 960, height: 720)
        screen.fill { x, y in x > 230 && x < 720 && y > 80 && y < 570 }
        for y in 250..<420 {
            for x in 300..<560 { screen.pixels[y * 960 + x] = 0 }
        }
        screen.block(x: 0, y: 0, width: 160, height: 720, grey: 54)
        for thumbnail in 0..<5 {
            for y in 0..<110 {
                for x in 0..<130 {
                    screen.pixels[(20 + thumbnail * 140 + y) * 960 + 12 + x] = UInt8(screen.random(200))
                }
            }
        }
        let finding = ScanAreaFinder.find(in: screen.image)
        let area = try #require(finding.scanArea)
        #expect(finding.conditions == [] && abs(area.box.x - 231) <= 6)
        #expect(abs(area.box.width - 489) <= 8 && abs(area.box.height - 489) <= 8)
    }

    @Test func touchingPicturesAreTwoAndTheLeftOneIsTaken() throws {
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill { x, y in x > 40 && x < 500 && y > 60 && y < 600 }
        screen.fill(mean: 120) { x, y in x > 502 && x < 960 && y > 60 && y < 600 }
        let finding = ScanAreaFinder.find(in: screen.image)
        #expect(finding.conditions == [.dualLayout])
        let box = try #require(finding.scanArea?.box)
        #expect(abs(box.x - 41) <= 6 && abs(box.x + box.width - 500) <= 8)
    }

    @Test func shadowFromTopToBottomIsNoSeam() {
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill { x, y in x > 140 && x < 860 && y > 60 && y < 600 }
        for y in 90..<600 {
            for x in 480..<540 { screen.pixels[y * 1024 + x] = UInt8(screen.random(7)) }
        }
        #expect(!ScanAreaFinder.find(in: screen.image).conditions.contains(.dualLayout))
    }

    @Test func greyPhotographThatIsBrightAllOverIsNoUltrasound() {
        // Blotches alike in all directions.
        var screen = DrawnScreen(width: 400, height: 300)
        for y in 0..<300 {
            for x in 0..<400 {
                let (a, b) = (Double(x) / 17, Double(y) / 17)
                let grey = 130 + 45 * sin(a) * cos(b) + 30 * sin(2.3 * a + 1) + 30 * cos(2.3 * b + 2)
                screen.pixels[y * 400 + x] = UInt8(max(30, min(250, grey + Double(screen.random(20)))))
            }
        }
        #expect(ScanAreaFinder.find(in: screen.image).conditions == [.notUltrasound])
    }
}
