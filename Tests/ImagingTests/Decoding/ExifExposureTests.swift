import Imaging
import Testing

struct ExifExposureTests {
    /// A little-endian TIFF block by hand: header, first directory with maker and the pointer, the Exif directory, numbers.
    private static func block(_ entries: [[UInt8]], pointer: UInt8 = 38) -> [UInt8] {
        let header: [UInt8] = [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0]
        let maker: [UInt8] = [0x0F, 0x01, 2, 0, 4, 0, 0, 0, 0x47, 0x45, 0, 0]
        let exif: [UInt8] = [0x69, 0x87, 4, 0, 1, 0, 0, 0, pointer, 0, 0, 0]
        // 8 + 2 + 24 + 4 = 38: the Exif directory.
        return header + [2, 0] + maker + exif + [0, 0, 0, 0] + [UInt8(entries.count), 0] + entries.flatMap { $0 }
    }

    /// ISO 100 (SHORT) and an exposure time (RATIONAL) whose numerator stands at 64.
    private static let speed: [UInt8] = [0x27, 0x88, 3, 0, 1, 0, 0, 0, 100, 0, 0, 0]
    private static let time: [UInt8] = [0x9A, 0x82, 5, 0, 1, 0, 0, 0, 64, 0, 0, 0]
    private static let second: [UInt8] = [1, 0, 0, 0, 60, 0, 0, 0]

    @Test func exposureTimeAndSensitivityAreACamera() {
        #expect(ExifExposure.isCamera(tiff: Self.block([Self.speed, Self.time]) + Self.second))
    }

    @Test func bigEndianIsReadTheSame() {
        let block: [UInt8] =
            [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0]
            + [0, 2, 0x88, 0x27, 0, 3, 0, 0, 0, 1, 0, 100, 0, 0, 0x92, 0x0A, 0, 5, 0, 0, 0, 1, 0, 0, 0, 52]
            + [0, 0, 0, 26, 0, 0, 0, 10]
        #expect(ExifExposure.isCamera(tiff: block))
    }

    @Test func makerAloneIsNoCamera() {
        #expect(!ExifExposure.isCamera(tiff: Self.block([])))
        #expect(!ExifExposure.isCamera(tiff: Self.block([Self.speed])))
    }

    @Test func noughtsSayNothing() {
        let none: [UInt8] = [0x27, 0x88, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0]
        #expect(!ExifExposure.isCamera(tiff: Self.block([none, Self.time]) + Self.second))
        #expect(!ExifExposure.isCamera(tiff: Self.block([Self.speed, Self.time]) + [0, 0, 0, 0, 60, 0, 0, 0]))
    }

    @Test func whatPointsBeyondTheBlockIsNoCamera() {
        #expect(!ExifExposure.isCamera(tiff: Self.block([Self.speed, Self.time])))
        #expect(!ExifExposure.isCamera(tiff: Self.block([Self.speed, Self.time], pointer: 250) + Self.second))
        var far = Self.block([Self.speed, Self.time]) + Self.second
        for index in 30..<34 { far[index] = 255 }
        #expect(!ExifExposure.isCamera(tiff: far))
    }

    @Test func everyTruncationAndEveryFlippedByteIsRead() {
        let whole = Self.block([Self.speed, Self.time]) + Self.second
        for count in 0..<whole.count - 4 { #expect(!ExifExposure.isCamera(tiff: Array(whole.prefix(count)))) }
        for index in whole.indices {
            var changed = whole
            changed[index] ^= 255
            // Whatever it says, it says it without a trap; maker and padding do not matter.
            let isCamera = ExifExposure.isCamera(tiff: changed)
            if (10..<22).contains(index) { #expect(isCamera) }
            if index < 4 { #expect(!isCamera) }
        }
    }
}
