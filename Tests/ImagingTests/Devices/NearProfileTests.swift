import Imaging
import Testing

@Suite("Near profile")
struct NearProfileTests {
    /// A view of one grey level a line.
    private func view(_ grey: (Int, Int) -> UInt8, valid: (Int, Int) -> Bool = { _, _ in true }) -> PolarView {
        var samples: [UInt8] = []
        var flags: [UInt8] = []
        for row in 0..<PolarView.depths {
            for line in 0..<PolarView.lines {
                samples.append(grey(row, line))
                flags.append(valid(row, line) ? 1 : 0)
            }
        }
        let corners = [(0, 0), (255, 0), (255, 255), (0, 255)].map { PixelPoint(x: $0.0, y: $0.1) }
        return PolarView(
            samples: samples,
            valid: flags,
            geometry: .quadrilateral(
                topLeft: corners[0],
                topRight: corners[1],
                bottomRight: corners[2],
                bottomLeft: corners[3]
            )
        )
    }

    @Test("each line stands in hundredths of the lines' median, from rows 3 to 20 alone")
    func values() throws {
        let profile = try #require(
            NearProfile(view { row, line in (3..<21).contains(row) ? (line == 9 ? 50 : line == 10 ? 255 : 100) : 7 })
        )
        #expect(profile.hundredths[8] == 100 && profile.hundredths[9] == 50)
        #expect(profile.hundredths[10] == 255 && profile.hundredths.count == 256)
        // A black line has a value; it is the lowest there is.
        let black = try #require(NearProfile(view { _, line in line == 9 ? 0 : 100 }))
        #expect(black.hundredths[9] == 1)
    }

    @Test("a line with fewer than nine valid samples has no value, and too few lines no profile")
    func missing() throws {
        let profile = try #require(NearProfile(view({ _, _ in 100 }, valid: { row, line in line != 4 || row < 11 })))
        #expect(profile.hundredths[4] == 0 && profile.hundredths[5] == 100)
        #expect(NearProfile(view({ _, _ in 100 }, valid: { _, line in line < 192 })) != nil)
        #expect(NearProfile(view({ _, _ in 100 }, valid: { _, line in line < 191 })) == nil)
        #expect(NearProfile(view({ _, _ in 100 }, valid: { _, _ in false })) == nil)
    }

    @Test("a dark near field says nothing")
    func dark() {
        #expect(NearProfile(view { _, _ in 15 }) == nil)
        #expect(NearProfile(view { _, _ in 16 }) != nil)
    }

    @Test("stored bytes come back; another number of them does not")
    func stored() {
        #expect(NearProfile(hundredths: [UInt8](repeating: 100, count: 255)) == nil)
        #expect(NearProfile(hundredths: [UInt8](repeating: 100, count: 256))?.hundredths.count == 256)
    }
}
