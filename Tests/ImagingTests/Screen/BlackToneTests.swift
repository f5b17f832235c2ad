import Imaging
import Testing

struct BlackToneTests {
    /// A picture whose left half is dark in a colour that changes from place to place, and whose right half is grey.
    ///
    /// Its sides are no multiples of a cell, so that cells stick out.
    private static let size = (width: 219, height: 173)
    private static let rgb: [UInt8] = (0..<size.width * size.height).flatMap { index -> [UInt8] in
        let (x, y) = (index % size.width, index / size.width)
        if x >= 112 { return [130, 130, 130] }
        // Cb from -10 to -4, Cr 6.
        let blue = -10 + Double(y) / 28
        return [20 + 1.402 * 6, 20 - 0.344 * blue - 0.714 * 6, 20 + 1.772 * blue].map { UInt8(max(0, $0.rounded())) }
    }

    private func tone(_ file: [UInt8]) throws -> BlackTone? {
        try ImageDecoder.decode(.bytes(file), limits: DecodingLimits()).blackTone
    }

    private func expectWarmBlack(_ tone: BlackTone?) throws {
        let tone = try #require(tone)
        // 7 of 13 columns of cells.
        #expect(abs(tone.share - 7.0 / 13) < 0.01)
        #expect((6...9).contains(tone.strength))
        #expect((4...7).contains(tone.spread))
        #expect(tone.drawnShare < 0.4)
        #expect(tone.strongShare == 0)
        #expect(tone.looksPhotographed)
    }

    @Test(arguments: JPEGEncoder.Subsampling.allCases, [JPEGEncoder.ScanOrder.sequential, .progressive])
    func colourOfBlackIsReadFromJPEG(sampling: JPEGEncoder.Subsampling, scans: JPEGEncoder.ScanOrder) throws {
        let (width, height) = Self.size
        let file = try JPEGEncoder.encode(
            rgb: Self.rgb,
            width: width,
            height: height,
            quality: 95,
            subsampling: sampling,
            scans: scans
        )
        try expectWarmBlack(tone(file))
    }

    @Test func colourOfBlackIsReadFromPNG() throws {
        let (width, height) = Self.size
        try expectWarmBlack(tone(PNGEncoder.encode(rgb: Self.rgb, width: width, height: height)))
    }

    @Test func greyPictureHasNone() throws {
        let grey = [UInt8](repeating: 20, count: 3 * 160 * 160)
        #expect(try tone(JPEGEncoder.encode(rgb: grey, width: 160, height: 160, quality: 80)) == nil)
        #expect(try tone(PNGEncoder.encode(rgb: grey, width: 160, height: 160)) == nil)
    }

    /// Cells of one grey each with one tone each.
    private func drawn(_ cell: (Int) -> (grey: UInt8, blue: UInt8, red: UInt8)) -> BlackTone? {
        let luma = (0..<320 * 320).map { cell($0 / 320 / 16 * 20 + $0 % 320 / 16).grey }
        let tones = (0..<400).flatMap { [cell($0).blue, cell($0).red] }
        return BlackTone(luma: luma, width: 320, height: 320, tones: tones)
    }

    @Test func tintThatLeavesBlackNeutralIsNone() throws {
        let sepia = try #require(drawn { $0 < 200 ? (10, 128, 128) : (120, UInt8(100 + $0 % 9), 140) })
        #expect(sepia.strength == 0 && !sepia.looksPhotographed)
    }

    @Test func drawnColourIsOneToneAndMoreLightsAreMany() throws {
        let navy = try #require(drawn { $0 < 210 ? (30, 140, 124) : (30, UInt8(132 + $0 % 12), 124) })
        #expect(navy.strength >= 5 && navy.drawnShare > 0.5 && !navy.looksPhotographed)
        let room = try #require(drawn { (30, UInt8(112 + $0 % 30), 134) })
        #expect(room.looksPhotographed && room.hasTwoLights)
        let lamp = try #require(drawn { (30, UInt8(117 + $0 % 5), 134) })
        #expect(lamp.looksPhotographed && !lamp.hasTwoLights)
    }

    @Test func fewDarkCellsTellNothing() {
        #expect(drawn { $0 < 15 ? (30, UInt8(112 + $0), 134) : (120, 112, 134) } == nil)
        #expect(drawn { $0 < 16 ? (30, UInt8(112 + $0), 134) : (120, 112, 134) } != nil)
    }
}
