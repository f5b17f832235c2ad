import Imaging
import Testing

struct ColourCastTests {
    private func cast(grey: UInt8 = 150, isColoured: (_ x: Int, _ y: Int) -> Bool) -> ColourCast? {
        let side = 384
        var bits = [UInt8](repeating: 0, count: side * side / 8)
        var count = 0
        for index in 0..<side * side where isColoured(index % side, index / side) {
            bits[index >> 3] |= 1 << UInt8(index & 7)
            count += 1
        }
        return ColourCast(
            luma: GreyPlane(width: side, height: side, pixels: [UInt8](repeating: grey, count: side * side)),
            chroma: count == 0 ? nil : ChromaMask(width: side, height: side, bits: bits, count: count)
        )
    }

    @Test func stripesOfSubPixelsAreACast() throws {
        // Every cell of 8 columns has 4 coloured ones.
        let found = try #require(cast { x, _ in x % 8 < 4 })
        #expect(found.scattered == 1)
        #expect(found.coloured == 1)
        #expect(found.parts == 36)
        #expect(found.isCast)
    }

    @Test func colourBoxIsNone() throws {
        // 152 is a multiple of 8: every cell is coloured wholly or not at all.
        let found = try #require(cast { x, y in x < 152 && y < 152 })
        #expect(found.scattered == 0)
        #expect(!found.isCast)
        #expect(!found.coversPicture)
    }

    @Test func tintCoversAllAndIsNoCast() throws {
        let found = try #require(cast { _, _ in true })
        #expect(found.coversPicture)
        #expect(!found.isCast)
    }

    @Test func colourInOneCornerIsNoCast() throws {
        // 64 × 64 pixels are one of 36 parts.
        let found = try #require(cast { x, y in x < 64 && y < 64 && x % 8 < 4 })
        #expect(found.parts == 1)
        #expect(!found.isCast)
    }

    @Test func greyOrDarkPictureHasNone() {
        #expect(cast { _, _ in false } == nil)
        #expect(cast(grey: 60) { x, _ in x % 8 < 4 } == nil)
        #expect(ColourCast(luma: GreyPlane(width: 0, height: 0, pixels: []), chroma: nil) == nil)
    }
}
