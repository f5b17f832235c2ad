internal import CRasterCodecs

/// The black around the ultrasound: even and dark in an export, lifted and uneven in a photograph of a screen.
struct ScreenBlack {
    /// Lowest and highest mean grey of the flat patches.
    let range: ClosedRange<Double>
    /// Largest share of them that are one exact grey, the same in all.
    let drawnShare: Double

    /// Side of a patch in pixels, two rows of which are one vector, and patches across and down that are looked at.
    private static let side = 8
    private static let patches = 20
    /// Largest standard deviation in a patch of nothing: a camera's noise.
    private static let flat = 7.0
    /// Grey above which a patch is no black.
    private static let brightest = 90.0
    /// Least flat patches.
    private static let fewest = 16
    /// Share of the patches of one exact grey from which the screen is drawn and not seen.
    ///
    /// A camera's picture of it has noise, and light on it falls off. What differs beside such a ground are bars and panels.
    private static let mostDrawn = 0.5

    private typealias Bytes = SIMD16<UInt8>

    /// Looks at patches that are not ultrasound, all of them without an outline; nil where too few of them are flat and dark.
    init?(luma: GreyPlane, outline rows: OutlineRange?) {
        let side = Self.side
        guard luma.width >= 2 * side, luma.height >= 2 * side else { return nil }
        var means: [Double] = []
        means.reserveCapacity(Self.patches * Self.patches)
        var exact = [Int](repeating: 0, count: 256)
        let pixels = luma.pixels.span
        for down in 0..<Self.patches {
            let y = (luma.height - side) * down / (Self.patches - 1)
            let ranges = [rows?.columns(atRow: y), rows?.columns(atRow: y + side)].compactMap { $0 }
            for across in 0..<Self.patches {
                let x = (luma.width - side) * across / (Self.patches - 1)
                let isInside = ranges.contains {
                    Double(x + side) > $0.lowerBound - 12 && Double(x) < $0.upperBound + 12
                }
                if isInside { continue }
                let first = pixels[y &* luma.width &+ x]
                let grey = Bytes(repeating: first)
                var different = Bytes.zero
                var sums = SIMD2<UInt64>.zero
                var products = SIMD4<Int32>.zero
                for row in stride(from: y, to: y + side, by: 2) {
                    let start = row &* luma.width &+ x
                    let two = unsafeBitCast(
                        SIMD2(pixels.eight(at: start), pixels.eight(at: start &+ luma.width)),
                        to: Bytes.self
                    )
                    let upper = SIMD8<Int16>(truncatingIfNeeded: two.lowHalf)
                    let lower = SIMD8<Int16>(truncatingIfNeeded: two.highHalf)
                    different |= two ^ grey
                    sums &+= sono_distances(two, Bytes.zero)
                    products &+= sono_pair_products(upper, upper) &+ sono_pair_products(lower, lower)
                }
                let (sum, squares) = (sums[0] &+ sums[1], products.wrappedSum())
                let count = Double(side * side)
                let mean = Double(sum) / count
                let variance = Double(squares) / count - mean * mean
                guard mean <= Self.brightest, variance <= Self.flat * Self.flat else { continue }
                means.append(mean)
                if different.isZero { exact[Int(first)] += 1 }
            }
        }
        means.sort()
        guard means.count >= Self.fewest else { return nil }
        range = means[means.count / 20]...means[means.count - 1 - means.count / 20]
        drawnShare = Double(exact.max() ?? 0) / Double(means.count)
    }

    /// Whether it is what a camera makes of a dark screen.
    var looksPhotographed: Bool {
        range.lowerBound >= 8 && range.upperBound - range.lowerBound >= 10 && drawnShare < Self.mostDrawn
    }
}
