import Imaging
import Testing

@Suite("M-mode that fills a rectangle")
struct MotionSweepTests {
    /// The echoes along one line of tissue.
    private static func line(_ depths: Int, seed: UInt64) -> [Double] {
        var screen = DrawnScreen(width: 64, height: 64, seed: seed)
        let coarse = (0..<depths / 4 + 2).map { _ in Double(screen.random(200)) }
        return (0..<depths).map { depth in
            let part = Double(depth % 4) / 4
            return coarse[depth / 4] * (1 - part) + coarse[depth / 4 + 1] * part
        }
    }

    /// A sweep: one line that moves up and down, with noise of its own in every moment.
    private static func sweep(width: Int, height: Int, motion: Double) -> DrawnScreen {
        let echoes = line(height + 64, seed: 5)
        var screen = DrawnScreen(width: width, height: height, seed: 9)
        for x in 0..<width {
            let shift = 16 + Int(motion * (1 + [0.0, 0.6, 1, 0.6, 0, -0.6, -1, -0.6][x / 12 % 8]))
            for y in 0..<height {
                screen.pixels[y * width + x] = UInt8(
                    max(0, min(255, echoes[y + shift] + Double(screen.random(30)) - 15))
                )
            }
        }
        return screen
    }

    @Test("One line of tissue swept over the whole picture is M-mode, still or moving", arguments: [0.0, 6, 12])
    func fullScreen(motion: Double) {
        let screen = Self.sweep(width: 900, height: 480, motion: motion)
        #expect(ScanAreaFinder.find(in: screen.image).conditions == [.spectralLayout])
    }

    @Test("A sweep beside its picture is M-mode and no second picture")
    func besidePicture() {
        let sweep = Self.sweep(width: 480, height: 520, motion: 8)
        var screen = DrawnScreen(width: 1024, height: 640)
        screen.fill { x, y in x >= 20 && x < 480 && y >= 60 && y < 580 }
        for y in 0..<520 {
            for x in 0..<480 { screen.pixels[(y + 60) * 1024 + x + 520] = max(12, sweep.pixels[y * 480 + x]) }
        }
        #expect(ScanAreaFinder.find(in: screen.image).conditions == [.spectralLayout])
    }

    @Test("Tissue is no M-mode, not even with bands of other gain right across it")
    func tissueWithBands() throws {
        var screen = DrawnScreen(width: 600, height: 480)
        screen.fill { _, _ in true }
        for y in 0..<480 where (100..<130).contains(y) || (220..<270).contains(y) {
            for x in 0..<600 { screen.pixels[y * 600 + x] = screen.pixels[y * 600 + x] / 3 + 4 }
        }
        let finding = ScanAreaFinder.find(in: screen.image)
        let area = try #require(finding.scanArea)
        #expect(finding.conditions.isEmpty)
        #expect(area.shape == .fullFrame && area.box.height >= 474)
    }
}
