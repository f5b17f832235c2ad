internal import CRasterCodecs
import Foundation

/// A point where a region begins.
struct BorderPoint {
    var x: Double
    var y: Double
    /// Whether the picture itself ends here, so that the true edge may lie further out.
    var censored: Bool
}

/// Border points as the search wants them.
struct BorderPoints {
    private let points: [BorderPoint]
    /// Their coordinates, each in a list of its own for the vectors of the search, and what each adds to its bin: 1, and
    /// 1 above sixteen bits where it is free.
    private let xs: [Double]
    private let ys: [Double]
    private let marks: [UInt32]

    init(_ points: [BorderPoint]) {
        self.points = points
        xs = points.map(\.x)
        ys = points.map(\.y)
        marks = points.map { $0.censored ? 1 : 0x1_0001 }
    }

    /// Half cells across which a line is looked for.
    static let mostBins = 256

    private typealias Pair = SIMD2<Double>

    /// Added to a number of less than 2³¹, leaves it rounded to a whole one in the low 32 bits.
    private static let wholeNumbers = 6_755_399_441_055_744.0
    /// Subtracted before that rounds down; a whole number stays what it is.
    private static let rounding = 0.5 - 1e-9

    /// How many there are.
    var count: Int { points.count }

    /// Where a line of this direction explains most points.
    ///
    /// - Parameters:
    ///   - normalX: The direction's normal.
    ///   - normalY: The same.
    ///   - projections: Room for as many numbers as there are points.
    ///   - counts: Room for two tables of `mostBins`: asked for once, as more than a kilobyte comes from the heap.
    func bestDistance(
        normalX: Double,
        normalY: Double,
        _ projections: UnsafeMutableBufferPointer<Double>,
        _ counts: UnsafeMutableBufferPointer<UInt32>
    ) -> (score: Double, distance: Double) {
        let count = points.count
        guard count >= 5 else { return (0, 0) }
        let (low, high) = Self.project(xs.span, ys.span, normalX, normalY, to: projections)
        // The best line cannot lie far inside the outermost point, as all beyond it would cost.
        let bins = min(Self.mostBins, Int((high - low) * 2) + 6)
        // In two tables by turns: along a straight edge all points are of one bin, and would wait for each other's store.
        precondition(counts.count >= 2 * bins)
        for bin in 0..<2 * bins { counts[bin] = 0 }
        let marks = marks.span
        @inline(__always)
        func add(_ half: UInt64, _ index: Int, _ table: Int) {
            let bin = Int(Int32(truncatingIfNeeded: half)) &+ 2
            guard UInt(bitPattern: bin) < UInt(bitPattern: bins) else { return }
            counts[table &+ bin] &+= marks[unchecked: index]
        }
        // Projections in half cells, counted: free ones above the lower half of the word, all in it. Rounded down
        // by an addition that leaves whole numbers in the low bits, which costs less than a checked conversion.
        let lows = Pair(repeating: low)
        for index in stride(from: 0, to: count &- 1, by: 2) {
            let pair = UnsafeRawPointer(projections.baseAddress.unsafelyUnwrapped + index)
                .loadUnaligned(as: Pair.self)
            let halves = (pair - lows) * Pair(repeating: 2) - Pair(repeating: Self.rounding)
            let bits = unsafeBitCast(halves + Pair(repeating: Self.wholeNumbers), to: SIMD2<UInt64>.self)
            add(bits[0], index, 0)
            add(bits[1], index &+ 1, bins)
        }
        if count & 1 == 1 {
            let half = (projections[count &- 1] - low) * 2 - Self.rounding
            add((half + Self.wholeNumbers).bitPattern, count &- 1, 0)
        }
        for bin in 0..<bins { counts[bin] &+= counts[bins &+ bin] }
        return best(UnsafeBufferPointer(rebasing: counts[..<bins]), bins: bins, low: low)
    }

    /// Writes the points' distances along a direction; returns the least and the greatest.
    private static func project(
        _ xs: Span<Double>,
        _ ys: Span<Double>,
        _ normalX: Double,
        _ normalY: Double,
        to projections: UnsafeMutableBufferPointer<Double>
    ) -> (low: Double, high: Double) {
        precondition(xs.count == ys.count && projections.count >= xs.count && xs.count >= 4)
        let (xBytes, yBytes) = (xs.bytes, ys.bytes)
        let target = projections.baseAddress.unsafelyUnwrapped
        let normal = (x: Pair(repeating: normalX), y: Pair(repeating: normalY))
        // Two pairs, for neither chain of comparisons to wait for the other.
        var low = (Pair(repeating: .infinity), Pair(repeating: .infinity))
        var high = (Pair(repeating: -.infinity), Pair(repeating: -.infinity))
        @inline(__always)
        func pair(_ index: Int) -> Pair {
            let x = xBytes.unsafeLoadUnaligned(fromUncheckedByteOffset: 8 &* index, as: Pair.self)
            let y = yBytes.unsafeLoadUnaligned(fromUncheckedByteOffset: 8 &* index, as: Pair.self)
            let distance = normal.x * x + normal.y * y
            UnsafeMutableRawPointer(target + index).storeBytes(of: distance, as: Pair.self)
            return distance
        }
        var index = 0
        while index < xs.count {
            // The last four overlap those before them.
            let first = min(index, xs.count &- 4)
            let (one, two) = (pair(first), pair(first &+ 2))
            low = (sono_lesser(one, low.0), sono_lesser(two, low.1))
            high = (sono_greater(one, high.0), sono_greater(two, high.1))
            index &+= 4
        }
        let (least, greatest) = (sono_lesser(low.0, low.1), sono_greater(high.0, high.1))
        return (min(least[0], least[1]), max(greatest[0], greatest[1]))
    }

    /// The bin with most free points around it and fewest before it.
    private func best(
        _ counts: UnsafeBufferPointer<UInt32>,
        bins: Int,
        low: Double
    ) -> (score: Double, distance: Double) {
        var best = 0
        var place = 0
        var beyond = 0
        let cost = SideEvidence.beyondCost
        // Free points of the five bins around the centre.
        var on = 0
        for bin in 0..<min(4, bins) { on &+= Int(counts[bin] &>> 16) }
        for centre in 2..<max(3, bins - 2) {
            if centre >= 3 { on &-= Int(counts[centre &- 3] &>> 16) }
            on &+= Int(counts[centre &+ 2] &>> 16)
            if centre >= 5 { beyond &+= Int(counts[centre &- 3] & 0xFFFF) }
            let score = on &- cost &* beyond
            if score > best { (best, place) = (score, centre) }
            // Not even all that are left would make up for those before.
            if points.count &- beyond &- cost &* beyond <= best { break }
        }
        return best > 0 ? (Double(best), low + (Double(place) - 1.5) / 2) : (0, 0)
    }

    /// The least-squares line through the free points near a line.
    func refined(_ line: SideLine, within tolerance: Double) -> SideLine? {
        var near: [BorderPoint] = []
        near.reserveCapacity(points.count)
        for point in points where !point.censored && abs(line.depth(point.x, point.y)) <= tolerance {
            near.append(point)
        }
        guard near.count >= 5 else { return nil }
        let count = Double(near.count)
        let meanX = near.reduce(0) { $0 + $1.x } / count
        let meanY = near.reduce(0) { $0 + $1.y } / count
        var xx = 0.0
        var xy = 0.0
        var yy = 0.0
        for point in near {
            xx += (point.x - meanX) * (point.x - meanX)
            xy += (point.x - meanX) * (point.y - meanY)
            yy += (point.y - meanY) * (point.y - meanY)
        }
        let direction = 0.5 * atan2(2 * xy, xx - yy)
        var normalX = sin(direction)
        var normalY = -cos(direction)
        if normalX < 0 { (normalX, normalY) = (-normalX, -normalY) }
        guard normalX > 1e-6 else { return nil }
        return SideLine(normalX: normalX, normalY: normalY, distance: normalX * meanX + normalY * meanY)
    }
}
