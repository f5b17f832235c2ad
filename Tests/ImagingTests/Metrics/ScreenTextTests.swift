import Imaging
import Testing

struct ScreenTextTests {
    private func screen(_ draw: (inout DrawnScreen) -> Void) -> Measurements {
        var screen = DrawnScreen(width: 1024, height: 768)
        screen.fill { x, y in x > 300 && x < 720 && y > 100 && y < 700 }
        draw(&screen)
        return ImagePipeline.examine(screen.image).measurements
    }

    @Test func bareScreenHasNoText() {
        #expect(screen { _ in }["phi.text"] == 0)
    }

    @Test(arguments: 1...3) func rowsOfLettersAreCounted(rows: Int) {
        let measured = screen { screen in
            for row in 0..<rows { screen.text(x: 40, y: 20 + row * 24, letters: 9) }
        }
        #expect(measured["phi.text"] == Double(rows))
    }

    @Test func textFurtherDownIsNotCounted() {
        #expect(screen { $0.text(x: 40, y: 300, letters: 9) }["phi.text"] == 0)
    }

    @Test func ticksAndGreyBarAreNoText() {
        let measured = screen { screen in
            for tick in 0..<12 { screen.block(x: 760, y: 10 + tick * 7, width: 8, height: 2, grey: 220) }
            for step in 0..<200 { screen.block(x: 40, y: 10 + step, width: 14, height: 1, grey: UInt8(255 - step)) }
        }
        #expect(measured["phi.text"] == 0)
    }

    @Test func pictureWithoutSurroundingsHasNoneOutside() {
        #expect(DrawnScan.speckle.measured()["phi.text"] == 0)
    }
}
