import Imaging

/// Pictures and files that several decoding tests are made of.
enum TestPictures {
    /// A picture without any symmetry: ramps with a bright block in one corner.
    static func grey(width: Int, height: Int) -> GreyPlane {
        var pixels: [UInt8] = []
        for y in 0..<height {
            for x in 0..<width {
                let isMark = x < width / 4 && y < height / 3
                pixels.append(isMark ? 230 : UInt8(truncatingIfNeeded: (x * 120 / width) + (y * 90 / height)))
            }
        }
        return GreyPlane(width: width, height: height, pixels: pixels)
    }

    /// Three equal channels.
    static func rgb(of plane: GreyPlane) -> [UInt8] { plane.pixels.flatMap { [$0, $0, $0] } }

    /// Y of the domain reference, written out again.
    static func luma(_ red: Int, _ green: Int, _ blue: Int) -> UInt8 {
        UInt8((77 * red + 150 * green + 29 * blue) / 256)
    }

    static func decode(_ bytes: [UInt8], limits: DecodingLimits = DecodingLimits()) throws -> UltrasoundImage {
        try ImageDecoder.decode(.bytes(bytes), limits: limits)
    }

    /// The code of the error that decoding ends with; nil when there is a picture.
    static func failure(_ bytes: [UInt8], limits: DecodingLimits = DecodingLimits()) -> ImagingError? {
        do throws(ImagingError) {
            _ = try ImageDecoder.decode(.bytes(bytes), limits: limits)
            return nil
        } catch {
            return error
        }
    }

    /// A TIFF structure with one directory that holds the orientation tag.
    static func exif(orientation: Int, isLittleEndian: Bool, type: Int = 3) -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
            return isLittleEndian ? bytes : bytes.reversed()
        }
        let value = type == 3 ? number(orientation, 2) + [0, 0] : number(orientation, 4)
        return Array((isLittleEndian ? "II" : "MM").utf8) + number(42, 2) + number(8, 4) + number(1, 2)
            + number(274, 2) + number(type, 2) + number(1, 4) + value + number(0, 4)
    }

    /// A JPEG with a segment put in behind its start marker.
    static func jpeg(_ file: [UInt8], adding marker: UInt8, _ data: [UInt8]) -> [UInt8] {
        let length = data.count + 2
        return Array(file[..<2]) + [0xFF, marker, UInt8(length >> 8), UInt8(length & 255)] + data + file[2...]
    }
}
