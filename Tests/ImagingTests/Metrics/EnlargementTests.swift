import Imaging
import Testing

struct EnlargementTests {
    /// Speckle about as coarse as that of real pictures, rounded as a screen shows it.
    private static let native = DrawnScan.speckle.blurred(0.7).clipped().plane

    private func odds(_ plane: GreyPlane) -> Double? {
        MetricCatalog.measure(DrawnScan.input(plane: plane))["scale.odds"]
    }

    private func enlarged(_ plane: GreyPlane, _ factor: Double, _ way: PlaneResizing) -> GreyPlane {
        let side = Int((Double(plane.width) * factor).rounded())
        return way.resized(plane, width: side, height: side)
    }

    /// Letters' stems: white lines of two pixels on a dark bar along the top.
    private func written(_ plane: GreyPlane) -> GreyPlane {
        var plane = plane
        for y in 0..<40 {
            for x in 0..<plane.width {
                plane.pixels[y * plane.width + x] = y > 10 && y < 30 && x % 12 < 2 ? 240 : 20
            }
        }
        return plane
    }

    @Test(arguments: [2, 2.5, 3, 4] as [Double], [PlaneResizing.bilinear, .bicubic, .lanczos])
    func enlargedPictureIsToldByWhateverFilter(factor: Double, way: PlaneResizing) throws {
        #expect(try #require(odds(enlarged(Self.native, factor, way))) > 2)
    }

    @Test(arguments: [95, 80]) func compressionAfterwardsDoesNotHideIt(quality: Int) throws {
        let bytes = try JPEGEncoder.encode(enlarged(Self.native, 3, .bicubic), quality: quality)
        let plane = try ImageDecoder.decode(.bytes(bytes), limits: DecodingLimits()).luma
        #expect(try #require(odds(plane)) > 2)
    }

    @Test func pictureAtItsOwnSizeIsNotEnlarged() {
        #expect(odds(Self.native) ?? -20 < 0)
        #expect(odds(DrawnScan.speckle.plane) ?? -20 < 0)
    }

    @Test func lettersSharpToThePixelSayThatTheMachineZoomed() throws {
        let zoomed = enlarged(Self.native, 2, .bilinear)
        #expect(try #require(odds(written(zoomed))) < 0)
        // Enlarged together with its letters, it is an enlarged picture again.
        #expect(try #require(odds(enlarged(written(Self.native), 2, .bilinear))) > 2)
    }

    @Test func flatPictureIsNotMeasured() {
        #expect(odds(DrawnScan { _, _ in 80 }.plane) == nil)
    }
}
