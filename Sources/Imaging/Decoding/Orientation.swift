/// How a picture must be turned to stand upright; the raw values are those of EXIF tag 274 (Exif 2.32, §4.6.5.1.6).
enum Orientation: Int, Sendable, CaseIterable {
    case upright = 1
    case mirrored = 2
    case upsideDown = 3
    case flipped = 4
    case transposed = 5
    /// To be turned by 90° clockwise.
    case needsClockwiseTurn = 6
    case transversed = 7
    /// To be turned by 90° counter-clockwise.
    case needsCounterclockwiseTurn = 8

    /// Whether columns become rows.
    var swapsSides: Bool { rawValue >= 5 }

    /// Where upright pixels come from in a stored picture of `width` × `height`.
    ///
    /// Upright pixel (x, y) is stored at index `origin + x * perColumn + y * perRow`.
    func sourceSteps(width: Int, height: Int) -> (origin: Int, perColumn: Int, perRow: Int) {
        let lastRow = (height - 1) * width
        return switch self {
        case .upright: (0, 1, width)
        case .mirrored: (width - 1, -1, width)
        case .upsideDown: (lastRow + width - 1, -1, -width)
        case .flipped: (lastRow, 1, -width)
        case .transposed: (0, width, 1)
        case .needsClockwiseTurn: (lastRow, -width, 1)
        case .transversed: (lastRow + width - 1, -width, -1)
        case .needsCounterclockwiseTurn: (width - 1, width, -1)
        }
    }
}

extension GreyPlane {
    /// The plane turned upright.
    func turned(_ orientation: Orientation) -> GreyPlane {
        if orientation == .upright { return self }
        let turnedWidth = orientation.swapsSides ? height : width
        let turnedHeight = orientation.swapsSides ? width : height
        let steps = orientation.sourceSteps(width: width, height: height)
        var turned = [UInt8](repeating: 0, count: pixels.count)
        var out = turned.mutableSpan
        let stored = pixels.span
        // Square tiles keep both the rows that are written and the columns that are read in the cache.
        let tile = 64
        for top in stride(from: 0, to: turnedHeight, by: tile) {
            for left in stride(from: 0, to: turnedWidth, by: tile) {
                for y in top..<min(top + tile, turnedHeight) {
                    for x in left..<min(left + tile, turnedWidth) {
                        out[y &* turnedWidth &+ x] =
                            stored[steps.origin &+ x &* steps.perColumn &+ y &* steps.perRow]
                    }
                }
            }
        }
        return GreyPlane(width: turnedWidth, height: turnedHeight, pixels: turned)
    }
}

extension ChromaMask {
    /// The mask turned upright.
    func turned(_ orientation: Orientation) -> ChromaMask {
        if orientation == .upright { return self }
        let turnedWidth = orientation.swapsSides ? height : width
        let turnedHeight = orientation.swapsSides ? width : height
        let steps = orientation.sourceSteps(width: width, height: height)
        var turned = [UInt8](repeating: 0, count: bits.count)
        var turnedWarm = turned
        for y in 0..<turnedHeight {
            for x in 0..<turnedWidth {
                let stored = steps.origin &+ x &* steps.perColumn &+ y &* steps.perRow
                guard bits[stored &>> 3] & (1 &<< UInt8(truncatingIfNeeded: stored & 7)) != 0 else { continue }
                let index = y &* turnedWidth &+ x
                turned[index &>> 3] |= 1 &<< UInt8(truncatingIfNeeded: index & 7)
                guard warm[stored &>> 3] & (1 &<< UInt8(truncatingIfNeeded: stored & 7)) != 0 else { continue }
                turnedWarm[index &>> 3] |= 1 &<< UInt8(truncatingIfNeeded: index & 7)
            }
        }
        return ChromaMask(width: turnedWidth, height: turnedHeight, bits: turned, warm: turnedWarm, count: count)
    }
}
