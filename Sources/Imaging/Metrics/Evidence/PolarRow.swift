/// One row of the polar view, with black where it is not valid, and room behind it to look beyond its end.
struct PolarRow {
    /// 256 grey samples, 0 where not valid, and 16 that are not.
    private(set) var samples = [UInt8](repeating: 0, count: PolarView.lines + 16)
    /// 256 flags and 16 zeros.
    private(set) var flags = [UInt8](repeating: 0, count: PolarView.lines + 16)

    /// Takes the row of a depth.
    mutating func read(_ view: PolarView, depth: Int) {
        let first = depth * PolarView.lines
        let grey = view.samples.span.extracting(first..<first + PolarView.lines)
        let valid = view.valid.span.extracting(first..<first + PolarView.lines)
        Self.mask(grey, valid, to: &samples)
        Self.copy(valid, to: &flags)
    }

    private static func mask(_ grey: Span<UInt8>, _ valid: Span<UInt8>, to samples: inout [UInt8]) {
        var target = samples.mutableSpan
        var shown = target.mutableBytes
        // Every load and store below lies within these.
        precondition(min(grey.count, valid.count, shown.byteCount) >= PolarView.lines)
        for line in stride(from: 0, to: PolarView.lines, by: 16) {
            let samples = grey.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: line, as: SIMD16<UInt8>.self)
            let flags = valid.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: line, as: SIMD16<UInt8>.self)
            let grey = samples & (SIMD16<UInt8>.zero &- flags)
            shown.storeBytes(of: grey, toUncheckedByteOffset: line, as: SIMD16<UInt8>.self)
        }
    }

    private static func copy(_ valid: Span<UInt8>, to flags: inout [UInt8]) {
        var target = flags.mutableSpan
        for line in 0..<PolarView.lines { target[line] = valid[line] }
    }

    /// Sum of squared differences between samples `lag` lines apart (1–16), and how many pairs are valid.
    func squaredDifferences(lag: Int) -> (sum: UInt32, count: UInt32) {
        var squares = SIMD8<UInt32>.zero
        var pairs = SIMD16<UInt8>.zero
        for line in stride(from: 0, to: PolarView.lines, by: 16) {
            let (square, both) = squaredDifferences(lag: lag, from: line)
            squares &+= square
            pairs &+= both
        }
        return (squares.wrappedSum(), pairs.total)
    }

    /// Squared differences of sixteen samples from `line` on to those `lag` lines further, each two neighbours added up, 0
    /// where one of the two is not valid, and 1 for every sample where both are.
    @inline(__always)
    func squaredDifferences(lag: Int, from line: Int) -> (
        squares: SIMD8<UInt32>, pairs: SIMD16<UInt8>
    ) {
        let samples = samples.span.bytes
        let flags = flags.span.bytes
        let both =
            flags.unsafeLoadUnaligned(fromByteOffset: line, as: SIMD16<UInt8>.self)
            & flags.unsafeLoadUnaligned(fromByteOffset: line &+ lag, as: SIMD16<UInt8>.self)
        let left = samples.unsafeLoadUnaligned(fromByteOffset: line, as: SIMD16<UInt8>.self)
        let right = samples.unsafeLoadUnaligned(fromByteOffset: line &+ lag, as: SIMD16<UInt8>.self)
        let distance = SIMD16<UInt8>.distance(left, right) & (SIMD16<UInt8>.zero &- both)
        let wide = SIMD16<UInt16>(truncatingIfNeeded: distance)
        return (wide.pairSquares, both)
    }
}

/// Counts of grey levels in two tables, so that runs of one level do not wait for their own store.
struct LevelCounts {
    private var even = InlineArray<256, UInt32>(repeating: 0)
    private var odd = InlineArray<256, UInt32>(repeating: 0)

    /// Counts samples.
    @inline(__always)
    mutating func add(_ samples: RawSpan) {
        var index = 0
        while index &+ 8 <= samples.byteCount {
            let word = samples.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
            for pair in 0..<4 {
                even[Int(truncatingIfNeeded: (word &>> UInt64(16 &* pair)) & 255)] &+= 1
                odd[Int(truncatingIfNeeded: (word &>> UInt64(16 &* pair &+ 8)) & 255)] &+= 1
            }
            index &+= 8
        }
        while index < samples.byteCount {
            even[Int(samples.unsafeLoadUnaligned(fromByteOffset: index, as: UInt8.self))] &+= 1
            index &+= 1
        }
    }

    /// 256 counts.
    var counts: [Int] {
        // Spans, because a subscript of a stored inline array copies it.
        let (even, odd) = (even.span, odd.span)
        var counts = [Int](repeating: 0, count: 256)
        for level in 0..<256 { counts[level] = Int(even[level]) + Int(odd[level]) }
        return counts
    }
}

/// Sums over the eight rows of a depth band, for each scan line.
struct BandSums {
    private static let groups = PolarView.lines / 16
    private var counts = InlineArray<16, SIMD16<UInt8>>(repeating: .zero)
    /// At most 8 · 255.
    private var sums = InlineArray<16, SIMD16<UInt16>>(repeating: .zero)
    /// Of two neighbours together.
    private var squares = InlineArray<16, SIMD8<UInt32>>(repeating: .zero)

    /// Adds a row; returns the sum of its valid samples and their number.
    mutating func add(_ row: borrowing PolarRow) -> (sum: UInt32, count: UInt32) {
        let samples = row.samples.span.bytes
        let flags = row.flags.span.bytes
        var rowSum = SIMD16<UInt16>.zero
        var rowCount = SIMD16<UInt8>.zero
        for group in 0..<Self.groups {
            let valid = flags.unsafeLoadUnaligned(fromByteOffset: 16 &* group, as: SIMD16<UInt8>.self)
            let grey = SIMD16<UInt16>(
                truncatingIfNeeded: samples.unsafeLoadUnaligned(fromByteOffset: 16 &* group, as: SIMD16<UInt8>.self)
            )
            counts[group] &+= valid
            sums[group] &+= grey
            squares[group] &+= grey.pairSquares
            rowSum &+= grey
            rowCount &+= valid
        }
        return (rowSum.pairSums.wrappedSum(), rowCount.total)
    }

    /// Writes the band's cells, and appends its blocks.
    func write(
        _ cellCounts: inout [UInt8],
        _ means: inout [Float],
        _ blocks: inout [PolarStatistics.Block],
        band: Int
    ) {
        let (counts, sums, squares) = (counts.span, sums.span, squares.span)
        let first = band * PolarView.lines
        var countSpan = cellCounts.mutableSpan
        var countBytes = countSpan.mutableBytes
        var meanSpan = means.mutableSpan
        var meanBytes = meanSpan.mutableBytes
        for group in 0..<Self.groups {
            let count = SIMD16<UInt32>(truncatingIfNeeded: counts[group])
            let sum = SIMD16<UInt32>(truncatingIfNeeded: sums[group])
            let mean =
                SIMD16<Float>(SIMD16<Int32>(truncatingIfNeeded: sum))
                / SIMD16<Float>(SIMD16<Int32>(truncatingIfNeeded: count))
            let known = mean.replacing(with: SIMD16<Float>.zero, where: count .== SIMD16<UInt32>.zero)
            let cell = first &+ 16 &* group
            countBytes.storeBytes(of: counts[group], toByteOffset: cell, as: SIMD16<UInt8>.self)
            meanBytes.storeBytes(of: known, toByteOffset: 4 &* cell, as: SIMD16<Float>.self)
            Self.append(count.lowHalf, sum.lowHalf, squares[group].lowHalf, to: &blocks)
            Self.append(count.highHalf, sum.highHalf, squares[group].highHalf, to: &blocks)
        }
    }

    private static func append(
        _ counts: SIMD8<UInt32>,
        _ sums: SIMD8<UInt32>,
        _ squares: SIMD4<UInt32>,
        to blocks: inout [PolarStatistics.Block]
    ) {
        let count = Int(counts.wrappedSum())
        guard count > 0 else { return blocks.append(PolarStatistics.Block(count: 0, mean: 0, variance: 0)) }
        let mean = Float(sums.wrappedSum()) / Float(count)
        let variance = max(0, Float(squares.wrappedSum()) / Float(count) - mean * mean)
        blocks.append(PolarStatistics.Block(count: count, mean: mean, variance: variance))
    }
}
