/// A PNG written byte by byte from the specification, so that decoding is not tested against the library that decodes.
struct MadePNG {
    /// The PNG colour types (PNG specification, table 11.1).
    enum ColourType: UInt8, CaseIterable {
        case grey = 0
        case rgb = 2
        case palette = 3
        case greyAlpha = 4
        case rgbAlpha = 6

        var channels: Int {
            switch self {
            case .grey, .palette: 1
            case .greyAlpha: 2
            case .rgb: 3
            case .rgbAlpha: 4
            }
        }

        /// The bit depths that the specification allows.
        var depths: [Int] {
            switch self {
            case .grey: [1, 2, 4, 8, 16]
            case .palette: [1, 2, 4, 8]
            default: [8, 16]
            }
        }
    }

    enum Order: CaseIterable { case sequential, adam7 }

    var width: Int
    var height: Int
    var depth: Int
    var colour: ColourType
    var order: Order = .sequential
    /// Chunks between IHDR and IDAT, and between IDAT and IEND.
    var before: [(name: String, data: [UInt8])] = []
    var after: [(name: String, data: [UInt8])] = []
    /// Samples of a pixel, each 0 ..< 2^depth.
    var sample: (_ x: Int, _ y: Int) -> [Int]

    /// The file.
    var bytes: [UInt8] {
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let interlace: UInt8 = order == .adam7 ? 1 : 0
        file += Self.chunk(
            "IHDR",
            Self.big(width) + Self.big(height) + [UInt8(depth), colour.rawValue, 0, 0, interlace]
        )
        for chunk in before { file += Self.chunk(chunk.name, chunk.data) }
        file += Self.chunk("IDAT", Self.zlib(scanLines))
        for chunk in after { file += Self.chunk(chunk.name, chunk.data) }
        return file + Self.chunk("IEND", [])
    }

    /// Unfiltered scan lines of all passes.
    private var scanLines: [UInt8] {
        // Column and row of the first pixel of each Adam7 pass, and the steps between its pixels.
        let adam7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
        var lines: [UInt8] = []
        for (left, top, across, down) in order == .adam7 ? adam7 : [(0, 0, 1, 1)] where left < width {
            for y in stride(from: top, to: height, by: down) {
                lines.append(0)
                var bits: [UInt8] = []
                for x in stride(from: left, to: width, by: across) {
                    for value in sample(x, y) {
                        for bit in (0..<depth).reversed() { bits.append(UInt8(value >> bit & 1)) }
                    }
                }
                while bits.count % 8 != 0 { bits.append(0) }
                for start in stride(from: 0, to: bits.count, by: 8) {
                    lines.append(bits[start..<start + 8].reduce(0) { $0 << 1 | $1 })
                }
            }
        }
        return lines
    }

    static func big(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }

    /// Length, name, data and CRC.
    static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + data
        return big(data.count) + body + big(Int(crc(body)))
    }

    /// A zlib stream of stored blocks (RFC 1950, RFC 1951).
    static func zlib(_ data: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0x01]
        var start = 0
        repeat {
            let part = data[start..<min(start + 65535, data.count)]
            start += part.count
            let length = UInt16(part.count)
            stream += [start == data.count ? 1 : 0, UInt8(length & 255), UInt8(length >> 8)]
            stream += [UInt8(~length & 255), UInt8(~length >> 8)] + part
        } while start < data.count
        var (low, high) = (1, 0)
        for byte in data {
            low = (low + Int(byte)) % 65521
            high = (high + low) % 65521
        }
        return stream + big(high << 16 | low)
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 {
                let isOdd = sum & 1 == 1
                sum >>= 1
                if isOdd { sum ^= 0xEDB8_8320 }
            }
        }
        return ~sum
    }
}
