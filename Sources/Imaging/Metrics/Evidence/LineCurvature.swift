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
    private static let greatestRatio: Int16 = 4
    /// Mean grey, and least mean curvature in sixteenths of a grey, of a place that tells something.
    private static let greys = 20...235
    private static let leastCurvature = 8
    /// Fewest lines at a place.
    private static let fewest: Float = 8

    private typealias Words = SIMD16<Int16>
    private typealias Floats = SIMD8<Float>

    /// Looks along rows or columns of a box; nil where fewer than 64 places tell anything.
    init?(luma: GreyPlane, box: PixelBox, isAcross: Bool) {
        let left = max(0, min(luma.width, box.x))
        let top = max(0, min(luma.height, box.y))
        let width = max(0, min(luma.width, box.x + box.width) - left)
        let height = max(0, min(luma.height, box.y + box.height) - top)
        let (length, count) = isAcross ? (width, height) : (height, width)
        guard length >= 64, count >= 64 else { return nil }
        let lines = min(Self.lines, count / 2)
        let starts = (0..<lines).map { (2 * $0 + 1) * count / (2 * lines) }
        let origin = top * luma.width + left
        let greys =
            isAcross
            ? Self.turned(luma.pixels.span, starts: starts.map { origin + $0 * luma.width }, length: length)
            : Self.gathered(
                luma.pixels.span,
                columns: starts.map { left + $0 },
                origin: top * luma.width,
                step: luma.width,
                length: length
            )
        var sums = [Floats](repeating: .zero, count: length)
        var counts = [Words](repeating: .zero, count: length)
        for group in stride(from: 0, to: lines, by: 16) {
            Self.add(greys.span.bytes, from: group, length: length, to: &sums, &counts)
        }
        let usable = counts.map { Float($0.total) }
        guard let first = usable.firstIndex(where: { $0 >= Self.fewest }),
            let last = usable.lastIndex(where: { $0 >= Self.fewest }), last - first >= 63
        else { return nil }
        let raw = (first...last).map { usable[$0] >= Self.fewest ? sums[$0].sum() / usable[$0].squareRoot() : 0 }
        let mean = raw.reduce(0, +) / Float(raw.count)
        let variance = raw.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(raw.count)
        let most = 4 * variance.squareRoot()
        profile = raw.map { min(most, max(-most, $0 - mean)) }
    }

    /// Rows of the picture, turned: `lines` neighbouring entries a place, black where there is no line.
    private static func turned(_ pixels: Span<UInt8>, starts: [Int], length: Int) -> [UInt8] {
        var greys = [UInt8](repeating: 0, count: length * lines)
        var target = greys.mutableSpan
        // A part of a row at a time, so that what is written stays at hand.
        for first in stride(from: 0, to: length, by: 128) {
            let count = min(128, length - first)
            for (line, start) in starts.enumerated() {
                let row = pixels.extracting(start + first..<start + first + count)
                var part = target.extracting(first * lines..<(first + count) * lines)
                // In range: `count` places of `lines` entries, of which `line` is one.
                for index in 0..<count { part[unchecked: index &* lines &+ line] = row[unchecked: index] }
            }
        }
        return greys
    }

    /// Columns of the picture in the same order.
    private static func gathered(
        _ pixels: Span<UInt8>,
        columns: [Int],
        origin: Int,
        step: Int,
        length: Int
    ) -> [UInt8] {
        var greys = [UInt8](repeating: 0, count: length * lines)
        var target = greys.mutableSpan
        let columns = columns.span
        for place in 0..<length {
            let row = pixels.extracting(origin + place * step..<origin + place * step + step)
            var part = target.extracting(place * lines..<(place + 1) * lines)
            // In range: no column is beyond the row, and there are at most `lines`.
            for line in 0..<columns.count { part[unchecked: line] = row[unchecked: columns[unchecked: line]] }
        }
        return greys
    }

    /// Adds sixteen lines, place by place over their local means; a line that is black everywhere adds nothing.
    ///
    /// Everything is a whole number of at most 16 bits up to the last division.
    private static func add(
        _ greys: RawSpan,
        from group: Int,
        length: Int,
        to sums: inout [Floats],
        _ counts: inout [Words]
    ) {
        let window = 2 * reach + 1
        // Every load below lies within this.
        precondition(group >= 0 && group + 16 <= lines && length * lines <= greys.byteCount && length > window + 1)
        @inline(__always)
        func grey(_ place: Int) -> Words {
            Words(
                truncatingIfNeeded: greys.unsafeLoadUnaligned(
                    fromUncheckedByteOffset: place &* lines &+ group,
                    as: SIMD16<UInt8>.self
                )
            )
        }
        @inline(__always)
        func bend(_ before: Words, _ middle: Words, _ after: Words) -> Words {
            let second = before &+ after &- middle &- middle
            let negative = (second .< Words.zero).words
            let size = (second ^ negative) &- negative
            let excess = size &- Words(repeating: Int16(greatest))
            return size &- (excess & (excess .> Words.zero).words)
        }
        // The second differences of the last places, in a ring; 0 at both ends of the lines.
        var bends = InlineArray<32, Words>(repeating: .zero)
        var greySum = grey(0)
        var bendSum = Words.zero
        var (before, middle) = (grey(0), grey(1))
        for place in 1..<window {
            let after = grey(place &+ 1)
            let own = bend(before, middle, after)
            bends[place & 31] = own
            greySum &+= middle
            bendSum &+= own
            (before, middle) = (middle, after)
        }
        let darkest = Words(repeating: Int16(Self.greys.lowerBound * window))
        let brightest = Words(repeating: Int16(Self.greys.upperBound * window))
        let leastSum = Words(repeating: Int16(leastCurvature * window / 16))
        var sum = sums.mutableSpan
        var count = counts.mutableSpan
        for place in reach..<length - reach - 1 {
            let usable =
                (greySum .> darkest).words & (greySum .< brightest).words & (bendSum .> leastSum).words
            // In the dark beside a fan no line tells anything.
            if !usable.isZero {
                let scaled = bends[place & 31] &* Words(repeating: Int16(window))
                let most = bendSum &* Words(repeating: greatestRatio)
                let excess = scaled &- most
                let held = scaled &- (excess & (excess .> Words.zero).words)
                // Where nothing is usable 0 over 1.
                let above = (held &- bendSum) & usable
                let below = (bendSum & usable) &- ~usable
                // Two ratios over their common denominator: a division costs more than three products.
                let (one, other) = (floats(below.lowHalf), floats(below.highHalf))
                sum[place] +=
                    (floats(above.lowHalf) * other + floats(above.highHalf) * one) / (one * other)
                count[place] &-= usable
            }
            let next = place &+ reach &+ 1
            let isLast = next &+ 1 >= length
            let after = isLast ? middle : grey(next &+ 1)
            let own = isLast ? Words.zero : bend(before, middle, after)
            greySum &+= middle &- grey(place &- reach)
            bendSum &+= own &- bends[(place &- reach) & 31]
            bends[next & 31] = own
            (before, middle) = (middle, after)
        }
    }

    @inline(__always)
    private static func floats(_ words: SIMD8<Int16>) -> Floats {
        Floats(SIMD8<Int32>(truncatingIfNeeded: words))
    }
}
