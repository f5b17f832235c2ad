import Imaging
import Testing

struct EncoderQualityTests {
    @Test func headerQualityIsReported() {
        #expect(MetricCatalog.measure(DrawnScan.speckle.input(quality: 72))["jpeg.q"] == 72)
    }

    @Test(arguments: [30, 60, 90]) func encodedFileGivesItsQuality(quality: Int) throws {
        let bytes = try JPEGEncoder.encode(DrawnScan.speckle.plane, quality: quality)
        let image = try ImageDecoder.decode(.bytes(bytes), limits: DecodingLimits())
        #expect(
            MetricCatalog.measure(DrawnScan.input(plane: image.luma, quality: image.facts.jpegQuality))["jpeg.q"]
                == Double(quality)
        )
    }

    @Test func losslessFileHasNone() {
        #expect(DrawnScan.speckle.measured()["jpeg.q"] == nil)
    }
}
