import Imaging
import Testing

struct BandPlaceTests {
    /// Tissue of grey 60 with noise, and a bright band 26 rows deep around row 128, white at its core.
    private func measured(white columns: Range<Int> = 0..<0) -> Measurements {
        DrawnScan { x, y in
            if (116..<142).contains(y) { return (122..<136).contains(y) ? 255 : 160 }
            return columns.contains(x) && (20..<34).contains(y) ? 255 : 60
        }.noisy(6).measured()
    }

    @Test func whiteAndBrightPartsOfABandAreTakenOutOfTheRest() throws {
        let measured = measured()
        #expect(measured["band.bright"] == 1)
        let depth = try #require(measured["band.depth"])
        #expect(depth > 45 && depth < 56)
        let white = try #require(measured["band.white"])
        #expect(white > 95)
        // Tissue of 60 ± 6, not the band's 255.
        let rest = try #require(measured["band.rest"])
        #expect(rest < 80)
    }

    @Test func whiteElsewhereIsNotTheBands() throws {
        // As many rows of white above on half of the columns.
        let share = try #require(measured(white: 0..<128)["band.white"])
        #expect(share > 55 && share < 78)
    }

    @Test func withoutWhiteThereIsNoShareOfIt() throws {
        let measured = DrawnScan.speckle.map { grey, _, y in 0.5 * grey + ((240..<272).contains(y) ? 60 : 0) }
            .measured()
        #expect(measured["band.white"] == 0)
    }
}
