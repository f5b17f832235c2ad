import Imaging
import Testing

struct FormerCompressionTests {
    private func plane(_ plane: GreyPlane, quality: Int) throws -> GreyPlane {
        try ImageDecoder.decode(
            .bytes(JPEGEncoder.encode(plane, quality: quality)),
            limits: DecodingLimits()
        ).luma
    }

    private func former(_ plane: GreyPlane) -> Double? {
        MetricCatalog.measure(DrawnScan.input(plane: plane))["jpeg.former"]
    }

    private func cropped(_ plane: GreyPlane, _ x: Int, _ y: Int) -> GreyPlane {
        DrawnScan(width: 400, height: 400) { Double(plane.pixels[($1 + y) * plane.width + $0 + x]) }.plane
    }

    @Test(arguments: [10, 20, 30, 40, 50, 60, 70]) func qualityIsReadFromThePixels(quality: Int) throws {
        let value = try #require(former(try plane(DrawnScan.speckle.plane, quality: quality)))
        // Neighbouring qualities share their tables' low steps.
        #expect(abs(value - Double(quality)) <= 2)
    }

    @Test(arguments: [(1, 0), (3, 5), (7, 7), (4, 2)]) func gridLiesAnywhereInACrop(x: Int, y: Int) throws {
        let value = try #require(former(cropped(try plane(DrawnScan.speckle.plane, quality: 30), x, y)))
        #expect(abs(value - 30) <= 2)
    }

    @Test func aSecondFineCompressionOnAnotherGridDoesNotHideTheFirst() throws {
        let once = cropped(try plane(DrawnScan.speckle.plane, quality: 30), 3, 5)
        let value = try #require(former(try plane(once, quality: 92)))
        #expect(abs(value - 30) <= 2)
    }

    @Test func whatWasNeverCompressedOrOnlyFinelyHasNone() throws {
        #expect(former(DrawnScan.speckle.plane) == nil)
        #expect(former(DrawnScan.speckle.noisy(10).plane) == nil)
        #expect(former(try plane(DrawnScan.speckle.plane, quality: 95)) == nil)
    }

    @Test func stepsOnAGridWithoutACombAreNotCompression() {
        let brighterBlocks = DrawnScan.speckle.map { grey, x, y in grey + Double((x / 8 + y / 8) % 2) * 10 }
        #expect(former(brighterBlocks.plane) == nil)
    }

    @Test(arguments: [1.6, 2.2]) func greySpreadAfterwardsIsNotStrongerCompression(gain: Double) throws {
        // Less than half as bright, so that nothing is cut off at white.
        let dim = DrawnScan.speckle.map { grey, _, _ in grey * 0.4 }.plane
        let once = try plane(dim, quality: 60)
        let spread = DrawnScan(width: 512, height: 512) { Double(once.pixels[$1 * 512 + $0]) * gain }.clipped().plane
        #expect(try #require(former(spread)) >= 55)
    }

    @Test func flatPictureIsNotMeasured() {
        #expect(former(DrawnScan { _, _ in 80 }.plane) == nil)
    }
}
