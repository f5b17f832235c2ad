import Imaging
import Testing

struct SideLettersTests {
    /// Where a vessel between two layers of tissue lies, from row 52 down.
    struct Layers {
        let near: Range<Int>
        let vessel: Range<Int>
        let wall: Range<Int>
        let far: Range<Int>
        let greys: [Double]
    }

    private static let thin = Layers(
        near: 52..<116,
        vessel: 116..<189,
        wall: 189..<224,
        far: 224..<263,
        greys: [51, 112, 30]
    )
    private static let bright = Layers(
        near: 52..<100,
        vessel: 100..<175,
        wall: 175..<230,
        far: 230..<268,
        greys: [70, 90, 40]
    )

    /// A vessel that reaches the left side of its picture dimly, with settings written from column 4 up to that side, 92.
    private func screen(_ layers: Layers, lines: Int) -> DrawnScreen {
        var screen = DrawnScreen(width: 768, height: 576)
        for (rows, grey) in zip([layers.near, layers.wall, layers.far], layers.greys) {
            screen.fill(mean: grey) { x, y in x >= 92 && x < 676 && rows.contains(Int(y)) }
        }
        screen.block(x: 92, y: layers.vessel.lowerBound, width: 584, height: layers.vessel.count, grey: 9)
        for y in 0..<576 {
            for x in 0..<768 {
                let share = max(0, min(1, 0.35 + Double(x - 92) / 268))
                screen.pixels[y * 768 + x] = UInt8(Double(screen.pixels[y * 768 + x]) * share)
            }
        }
        for line in 0..<lines { screen.text(x: 4, y: 76 + 16 * line, letters: 9) }
        if lines > 0 { screen.text(x: 8, y: 270, letters: 5) }
        screen.block(x: 0, y: 0, width: 768, height: 50, grey: 40)
        return screen
    }

    @Test(arguments: [true, false]) func settingsBesideThePictureAreNoPartOfIt(isThin: Bool) throws {
        let layers = isThin ? Self.thin : Self.bright
        let finding = ScanAreaFinder.find(in: screen(layers, lines: 5).image)
        let box = try #require(finding.scanArea).box
        #expect(finding.isSure)
        #expect(abs(box.x - 92) <= 3 && abs(box.x + box.width - 676) <= 3)
        #expect(box.y >= 49 && box.y <= 55)
    }

    /// Where the picture's side is hardly lit, the rows of letters beside it hold as many cells as its own columns.
    @Test(arguments: [26.0, 40]) func lettersBesideAFaintSideAreNotTakenForIt(face: Double) throws {
        var screen = DrawnScreen(width: 768, height: 576)
        for (mean, top, thickness, end) in [(90.0, 52.0, face, 170.0), (70, 200, 0, 400)] {
            screen.fill(mean: mean) { x, y in
                x >= 92 && x < 717 && y >= top && y < min(top + thickness + (x - 92) * 0.35, end)
            }
        }
        for y in (0..<5).map({ 76 + 14 * $0 }) + [180] {
            for x in [4, 8] { screen.text(x: x, y: y, letters: 9) }
        }
        screen.block(x: 0, y: 0, width: 768, height: 50, grey: 40)
        let finding = ScanAreaFinder.find(in: screen.image)
        let box = try #require(finding.scanArea).box
        #expect(box.x >= 80, "\(box)")
    }

    /// What is dark beside bright tissue, but for what lies next to the probe, was not written there.
    @Test func columnsWithoutContactAreLeftInThePicture() throws {
        var screen = DrawnScreen(width: 768, height: 576)
        screen.fill { x, y in x >= 92 && x < 676 && y >= 52 && y < 500 }
        for y in 66..<500 { screen.block(x: 92, y: y, width: 80, height: 1, grey: 0) }
        let box = try #require(ScanAreaFinder.find(in: screen.image).scanArea).box
        #expect(abs(box.x - 92) <= 4)
    }
}
