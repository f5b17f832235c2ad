import Imaging
import Testing

/// A picture that is merely dark, or has few grey levels, is found as surely as a usual one.
@Suite("Scan area: dark pictures and few grey levels") struct DarkPictureTests {
    @Test("A fan of a sixth of its grey is found surely", arguments: [6, 10])
    func dark(_ divisor: Int) throws {
        for fan in DrawnFan.typical.prefix(2) {
            var screen = DrawnScreen(width: 1024, height: 768)
            screen.fill(fan.contains)
            for index in screen.pixels.indices { screen.pixels[index] /= UInt8(divisor) }
            let finding = ScanAreaFinder.find(in: screen.image)
            #expect(finding.conditions.isEmpty)
            let area = try #require(finding.scanArea)
            let found = agreement(of: area.outline, with: fan.contains, width: 1024, height: 768)
            #expect(found >= 0.94, "\(found), \(area.shape)")
        }
    }

    @Test("Where no more than bits of a picture are left, it is not graded as if it were all there")
    func bits() {
        for fan in DrawnFan.typical {
            var screen = DrawnScreen(width: 1024, height: 768)
            screen.fill(mean: 60, fan.contains)
            for index in screen.pixels.indices { screen.pixels[index] -= min(screen.pixels[index], 110) }
            let finding = ScanAreaFinder.find(in: screen.image)
            let found =
                finding.scanArea.map { agreement(of: $0.outline, with: fan.contains, width: 1024, height: 768) } ?? 0
            #expect(!finding.conditions.isEmpty || found >= 0.9, "\(fan.name): \(found)")
        }
    }

    @Test("Sixteen grey levels do not make a screen of the darkest tissue")
    func fewLevels() throws {
        var screen = DrawnScreen(width: 400, height: 360)
        screen.fill(mean: 60) { _, _ in true }
        for index in screen.pixels.indices { screen.pixels[index] = screen.pixels[index] / 16 * 16 + 8 }
        let finding = ScanAreaFinder.find(in: screen.image)
        #expect(finding.conditions.isEmpty)
        let box = try #require(finding.scanArea?.box)
        #expect(box.width >= 390 && box.height >= 350)
    }
}
