import Foundation
import Imaging
import Testing

/// Strips of time against B-mode: spectra by their columns, M-mode by its columns and the picture above it.
struct TimeStripTests {
    /// What a spectrum looks like: columns of their own brightness, even along themselves, from the baseline up to a
    /// beating envelope, and a straight line at the baseline.
    private func drawSpectrum(
        on screen: inout DrawnScreen,
        x: Int,
        y: Int,
        width: Int,
        height: Int,
        filled: Double = 1,
        isHollow: Bool = false
    ) {
        let baseline = height * 6 / 10
        for column in 0..<Int(filled * Double(width)) {
            let phase = Double(column % 140) / 140
            let top = (0.15 + 0.8 * exp(-pow((phase - 0.3) / 0.12, 2))) * Double(baseline) * 0.9
            let strength = 60 + screen.random(150)
            for row in 0..<height {
                let above = Double(baseline - row)
                let isLit = above > 0 && above < top && (!isHollow || above > top - 14)
                let grey = isLit ? strength * (70 + screen.random(30)) / 100 : screen.random(5)
                screen.pixels[(y + row) * screen.width + x + column] = UInt8(min(255, grey))
            }
        }
        screen.block(x: x, y: y + baseline, width: width, height: 2, grey: 140)
    }

    /// One line of the body again and again: layers that a beat moves up and down, below lines of the probe's own face.
    private func drawMotion(on screen: inout DrawnScreen, x: Int, y: Int, width: Int, height: Int) {
        var layers = (0..<height + 40).map { _ in 0.0 }
        var level = 80.0
        for row in layers.indices {
            if screen.random(14) == 0 { level = Double(20 + screen.random(150)) }
            layers[row] = level
        }
        for column in 0..<width {
            let shift = 12 * sin(Double(column) / 25) * sin(Double(column) / 60)
            for row in 0..<height {
                let isFace = row < 14
                let depth = isFace ? row : max(0, min(layers.count - 1, row + 20 + Int(shift)))
                let grey =
                    isFace ? Double(row % 5 == 0 ? 200 : 90) : layers[depth] * (0.6 + Double(screen.random(80)) / 100)
                screen.pixels[(y + row) * screen.width + x + column] = UInt8(max(0, min(255, grey)))
            }
        }
    }

    /// A small fan in the upper part of a screen of 1024 × 768.
    private func drawSmallFan(on screen: inout DrawnScreen) {
        screen.fill { x, y in
            let (dx, dy) = (x - 500, y - 40)
            let radius = (dx * dx + dy * dy).squareRoot()
            return dy > 0 && radius > 30 && radius < 250 && abs(atan2(dx, dy)) < 0.65
        }
    }

    private func conditions(_ screen: DrawnScreen) -> Set<Condition> {
        ScanAreaFinder.find(in: screen.image).conditions
    }

    @Test("Whatever lies below a fan, filled or hollow, whole or still being written, a spectrum is not graded")
    func spectrumBelowFan() {
        for (filled, isHollow) in [(1, false), (1, true), (0.6, false)] {
            var screen = DrawnScreen(width: 1024, height: 768)
            drawSmallFan(on: &screen)
            drawSpectrum(on: &screen, x: 60, y: 330, width: 860, height: 390, filled: filled, isHollow: isHollow)
            screen.chrome()
            #expect(conditions(screen) == [.spectralLayout], "filled \(filled), hollow \(isHollow)")
        }
    }

    @Test("A spectrum that touches the fan above is recognised too")
    func touchingSpectrum() {
        var screen = DrawnScreen(width: 1024, height: 768)
        drawSmallFan(on: &screen)
        drawSpectrum(on: &screen, x: 60, y: 280, width: 860, height: 430)
        #expect(conditions(screen) == [.spectralLayout])
    }

    @Test("A spectrum in colour is recognised")
    func colouredSpectrum() {
        var screen = DrawnScreen(width: 1024, height: 768)
        drawSmallFan(on: &screen)
        screen.colourBlock(x: 60, y: 330, width: 860, height: 230, grey: 4)
        drawSpectrum(on: &screen, x: 60, y: 330, width: 860, height: 390)
        #expect(conditions(screen) == [.spectralLayout])
    }

    @Test("M-mode below a fan, with a gap or without, is not graded", arguments: [330, 292])
    func motionBelowFan(top: Int) {
        var screen = DrawnScreen(width: 1024, height: 768)
        drawSmallFan(on: &screen)
        drawMotion(on: &screen, x: 60, y: top, width: 860, height: 400)
        screen.chrome()
        #expect(conditions(screen) == [.spectralLayout])
    }

    @Test("M-mode below the picture of a linear probe is not graded")
    func motionBelowLinear() {
        var screen = DrawnScreen(width: 800, height: 600)
        screen.fill { x, y in x > 260 && x < 500 && y > 40 && y < 270 }
        drawMotion(on: &screen, x: 40, y: 300, width: 680, height: 270)
        #expect(conditions(screen) == [.spectralLayout])
    }

    @Test("Upright shadows, receiver noise and a dark upper half make no strip of B-mode")
    func linearPictures() {
        var shadows = DrawnScreen(width: 1024, height: 768)
        shadows.fill { x, y in x > 140 && x < 860 && y > 60 && y < 560 }
        for x in stride(from: 180, to: 820, by: 60) {
            for y in 120..<560 {
                for column in x..<x + 18 { shadows.pixels[y * 1024 + column] = UInt8(shadows.random(14)) }
            }
        }
        #expect(!conditions(shadows).contains(.spectralLayout))

        var noise = DrawnScreen(width: 1024, height: 768)
        noise.fill { x, y in x > 140 && x < 860 && y > 60 && y < 560 }
        for y in 61..<560 {
            for x in 141..<860 {
                let grey = Int(noise.pixels[y * 1024 + x]) + noise.random(120) - 60
                noise.pixels[y * 1024 + x] = UInt8(max(0, min(255, grey)))
            }
        }
        #expect(!conditions(noise).contains(.spectralLayout))

        var vessel = DrawnScreen(width: 1024, height: 768)
        vessel.fill { x, y in x > 140 && x < 860 && y > 60 && y < 560 }
        for y in 100..<280 {
            for x in 141..<860 where x < 330 || x > 640 { vessel.pixels[y * 1024 + x] = UInt8(vessel.random(4)) }
        }
        #expect(!conditions(vessel).contains(.spectralLayout))
    }

    @Test("A picture smeared down its depth is no strip, although grey hardly changes from row to row then")
    func smeared() {
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill { x, y in x > 140 && x < 860 && y > 60 && y < 560 }
        let sharp = screen.pixels
        let rows = 7
        for y in 61..<560 - rows {
            for x in 141..<860 {
                let sum = (0..<rows).reduce(0) { $0 + Int(sharp[(y + $1) * 1024 + x]) }
                screen.pixels[y * 1024 + x] = UInt8(sum / rows)
            }
        }
        #expect(!conditions(screen).contains(.spectralLayout))
    }

    @Test("A fan cut off at both sides, and a row of small pictures below a fan, are no strips")
    func fans() {
        var cut = DrawnScreen(width: 1024, height: 768)
        cut.fill { x, y in
            let (dx, dy) = (x - 500, y - 20)
            let radius = (dx * dx + dy * dy).squareRoot()
            return dy > 0 && radius > 60 && radius < 720 && abs(atan2(dx, dy)) < 0.75 && x > 180 && x < 820
        }
        #expect(!conditions(cut).contains(.spectralLayout))

        var row = DrawnScreen(width: 1024, height: 768)
        let fan = DrawnFan.typical[0]
        row.fill { x, y in y < 560 && fan.contains(x, y * 768 / 560) }
        for index in 0..<7 {
            let left = Double(60 + index * 130)
            row.fill { x, y in
                let (dx, dy) = (x - left - 60, y - 590)
                return dy > 0 && dy < 130 && abs(dx) < 8 + dy * 0.35
            }
        }
        #expect(!conditions(row).contains(.spectralLayout))
    }
}
