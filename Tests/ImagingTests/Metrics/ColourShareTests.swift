import Imaging
import Testing

struct ColourShareTests {
    @Test func colouredQuarterIsAQuarter() throws {
        let side = 256
        var bits = [UInt8](repeating: 0, count: side * side / 8)
        for y in 0..<128 {
            for byte in 0..<16 { bits[y * 32 + byte] = 255 }
        }
        let chroma = ChromaMask(width: side, height: side, bits: bits, count: 128 * 128)
        let measured = MetricCatalog.measure(DrawnScan { _, _ in 90 }.input(chroma: chroma))
        #expect(abs(try #require(measured["cfm.share"]) - 25) < 0.5)
    }

    @Test func greyPictureHasNone() {
        #expect(DrawnScan { _, _ in 90 }.measured()["cfm.share"] == 0)
    }

    @Test func tintedPictureSaysNothingOfDoppler() {
        let side = 256
        let bits = [UInt8](repeating: 255, count: side * side / 8)
        let chroma = ChromaMask(width: side, height: side, bits: bits, count: side * side)
        #expect(MetricCatalog.measure(DrawnScan { _, _ in 130 }.input(chroma: chroma))["cfm.share"] == nil)
    }
}
