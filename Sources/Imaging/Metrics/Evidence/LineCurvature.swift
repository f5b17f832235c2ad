/// How the second difference along lines of pixels comes and goes from place to place, over many lines.
///
/// Other than `CurvatureProfiles` it looks at whole lines, so that weak and slow beats (scaling by a few per cent) show.
struct LineCurvature: Sendable {
    /// One value a place along the lines: curvature over its local mean, less 1, summed over the lines that are usable
    /// there, over the square root of their number; cut at 4 standard deviations.
    let profile: [Float]

    /// Lines that are looked at.
    private static let lines = 64
    /// Places to either side of which a local mean is made.
    private static let reach = 12
    /// Second differences beyond this are edges, and count as this; in a local mean the multiple that counts at most.
    private static let greatest = 20
    private static let greatestRatio: Float = 4
    /// Mean grey, and least mean curvature in sixteenths of a grey, of a place that tells something.
    private static let greys = 20...235
    private static let leastCurvature = 8
    /// Fewest lines at a place.
    private static let fewest: Float = 8

    /// Looks along rows or columns of a box; nil where fewer than 64 places tell anything.
    init?(luma: GreyPlane, box: PixelBox, isAcross: Bool) {
        let left = max(0, min(luma.width, box.x))
        let top = max(0, min(luma.height, box.y))
        let width = max(0, min(luma.width, box.x + box.width) - left)
        let height = max(0, min(luma.height, box.y + box.height) - top)
        let (length, count) = isAcross ? (width, height) : (height, width)
        guard length >= 64, count >= 64 else { return nil }
        let (step, across) = isAcross ? (1, luma.width) : (luma.width, 1)
        let origin = top * luma.width + left
        let pixels = luma.pixels.span
        var sums = [Float](repeating: 0, count: length)
        var counts = sums
        var greys = [Int32](repeating: 0, count: length)
        var bends = greys
        let lines = min(Self.lines, count / 2)
        for line in 0..<lines {
            let start = origin + (2 * line + 1) * count / (2 * lines) * across
            for place in 0..<length { greys[place] = Int32(pixels[start &+ place &* step]) }
            Self.bend(greys.span, into: &bends)
            Self.add(greys.span, bends.span, to: &sums, &counts)
        }
        guard let first = counts.firstIndex(where: { $0 >= Self.fewest }),
            let last = counts.lastIndex(where: { $0 >= Self.fewest }), last - first >= 63
        else { return nil }
        let raw = (first...last).map { counts[$0] >= Self.fewest ? sums[$0] / counts[$0].squareRoot() : 0 }
        let mean = raw.reduce(0, +) / Float(raw.count)
        let variance = raw.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(raw.count)
        let most = 4 * variance.squareRoot()
        profile = raw.map { min(most, max(-most, $0 - mean)) }
    }

    /// One over the mean curvature of a window, by its sum; 0 where that tells nothing.
    private static let shares: [Float] = {
        let window = 2 * reach + 1
        return (0...greatest * window).map { sum in
            16 * sum > leastCurvature * window ? Float(window) / Float(sum) : 0
        }
    }()

    private static func bend(_ greys: Span<Int32>, into bends: inout [Int32]) {
        var out = bends.mutableSpan
        for place in 1..<greys.count - 1 {
            let second = greys[place &- 1] &+ greys[place &+ 1] &- 2 &* greys[place]
            out[place] = min(Int32(greatest), max(second, 0 &- second))
        }
    }

    /// Adds one line, place by place over its local mean.
    private static func add(
        _ greys: Span<Int32>,
        _ bends: Span<Int32>,
        to sums: inout [Float],
        _ counts: inout [Float]
    ) {
        let length = greys.count
        let window = 2 * reach + 1
        var grey: Int32 = 0
        var bend: Int32 = 0
        for place in 0..<window {
            grey &+= greys[place]
            bend &+= bends[place]
        }
        var sum = sums.mutableSpan
        var count = counts.mutableSpan
        let shares = shares.span
        let range = Int32(Self.greys.lowerBound * window)...Int32(Self.greys.upperBound * window)
        for place in reach..<length - reach - 1 {
            // Without a branch: texture begins and ends too often to be foreseen.
            let isUsable: Float = grey > range.lowerBound && grey < range.upperBound ? 1 : 0
            let share = shares[Int(bend)] * isUsable
            sum[place] += min(greatestRatio * isUsable, Float(bends[place]) * share) - (share > 0 ? 1 : 0)
            count[place] += share > 0 ? 1 : 0
            grey &+= greys[place &+ reach &+ 1] &- greys[place &- reach]
            bend &+= bends[place &+ reach &+ 1] &- bends[place &- reach]
        }
    }
}
