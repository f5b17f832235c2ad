internal import CRasterCodecs

/// Where the 256 scan lines are at one depth, in 1/65536 pixel, eight lines a vector, and how they go on to the next.
struct PolarPositions {
    /// Pixels from the picture's corner up to which positions, and indices of pixels, fit into 32 bits.
    private static let farthest = 32_000
    /// Vectors a row.
    static let groups = PolarView.lines / 8

    private(set) var x = [SIMD8<Int32>](repeating: .zero, count: groups)
    private(set) var y = [SIMD8<Int32>](repeating: .zero, count: groups)
    private var stepX = [SIMD8<Int32>](repeating: .zero, count: groups)
    private var stepY = [SIMD8<Int32>](repeating: .zero, count: groups)

    /// The positions at the first depth.
    ///
    /// Nil where a line leaves the range, the picture is too large or too small to sample, or the mask is of another
    /// picture.
    init?(geometry: ScanGeometry, luma: GreyPlane, mask: ScanAreaMask) {
        let size = ScanAreaMask.cellSize
        guard luma.width > 1, luma.height > 1, max(luma.width, luma.height) <= Self.farthest,
            mask.columns * size >= luma.width, mask.rows * size >= luma.height, mask.columns <= Self.farthest
        else { return nil }
        for line in 0..<PolarView.lines {
            let path = geometry.path(of: line)
            for end in [path.first, path.last] where !(max(abs(end.x), abs(end.y)) < Double(Self.farthest)) {
                return nil
            }
            let (group, lane) = (line / 8, line % 8)
            x[group][lane] = Int32(truncatingIfNeeded: path.start.x)
            y[group][lane] = Int32(truncatingIfNeeded: path.start.y)
            stepX[group][lane] = Int32(truncatingIfNeeded: path.step.x)
            stepY[group][lane] = Int32(truncatingIfNeeded: path.step.y)
        }
    }

    /// Goes to the next depth.
    mutating func advance() {
        Self.add(stepX, to: &x)
        Self.add(stepY, to: &y)
    }
}

extension PolarPositions {
    private static func add(_ steps: [SIMD8<Int32>], to positions: inout [SIMD8<Int32>]) {
        let steps = steps.span
        var target = positions.mutableSpan
        for group in 0..<steps.count { target[group] &+= steps[group] }
    }
}

/// Finds the pixel and the cell of positions in 1/65536 pixel.
struct PixelSearch {
    private let limitX: SIMD4<Int32>
    private let limitY: SIMD4<Int32>
    /// What rows and columns are multiplied by, in turns: a row's length and 1.
    private let pixelFactors: SIMD8<Int16>
    private let cellFactors: SIMD8<Int16>

    /// `PolarPositions` made sure that widths fit into 16 bits and indices into 32.
    init(_ luma: GreyPlane, _ mask: ScanAreaMask) {
        limitX = SIMD4(repeating: Int32(truncatingIfNeeded: (luma.width - 1) << 16))
        limitY = SIMD4(repeating: Int32(truncatingIfNeeded: (luma.height - 1) << 16))
        pixelFactors = Self.factors(luma.width)
        cellFactors = Self.factors(mask.columns)
    }

    private static func factors(_ length: Int) -> SIMD8<Int16> {
        let length = Int16(clamping: length)
        return SIMD8(length, 1, length, 1, length, 1, length, 1)
    }

    /// Indices of the pixels and their cells, 0 outside the picture, and −1 where they are inside.
    @inline(__always)
    func place(_ x: SIMD4<Int32>, _ y: SIMD4<Int32>) -> (
        offset: SIMD4<Int32>, cell: SIMD4<Int32>, isInside: SIMD4<Int32>
    ) {
        // What is below 0 is so in its highest bit.
        let isInside = (x .< limitX).words & (y .< limitY).words & ~((x | y) &>> SIMD4<Int32>(repeating: 31))
        // Whole rows in the low and whole columns in the high half of each word: one instruction multiplies and adds both.
        let rows = unsafeBitCast(y, to: SIMD4<UInt32>.self) &>> SIMD4<UInt32>(repeating: 16)
        let columns = unsafeBitCast(x, to: SIMD4<UInt32>.self) & SIMD4<UInt32>(repeating: 0xFFFF_0000)
        let places = unsafeBitCast(
            (rows | columns) & unsafeBitCast(isInside, to: SIMD4<UInt32>.self),
            to: SIMD8<Int16>.self
        )
        return (
            sono_pair_products(places, pixelFactors),
            sono_pair_products(places &>> SIMD8<Int16>(repeating: 2), cellFactors),
            isInside
        )
    }
}
