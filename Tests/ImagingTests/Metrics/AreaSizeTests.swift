import Imaging
import Testing

struct AreaSizeTests {
    @Test func sizeIsTheBoxes() {
        let measured = DrawnScan(width: 320, height: 200) { _, _ in 90 }.measured()
        #expect(measured["res.w"] == 320)
        #expect(measured["res.h"] == 200)
    }
}
