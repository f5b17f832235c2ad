/// Whether all columns of blocks have the texture of the picture: lines without contact show noise, stripes or nothing.
package struct ColumnTexture: Sendable {
    /// How little the quietest columns change with depth: the 15th percentile of the columns' roughness over their median.
    ///
    /// Roughness: standard deviation of the differences of block means between successive bands. 1 where all are alike.
    package let quietest: Double
    /// Share (0–1) of the columns whose neighbouring lines have less than half of the usual correlation.
    ///
    /// Correlation: 1 − D(1)/D(4), D(n) the mean squared difference of samples n lines apart; the median over a column's
    /// blocks. Speckle is wider than a line, noise is not.
    package let uncorrelatedShare: Double

    /// Bands that are looked at.
    private static let bands = 4..<30

    /// Walks over every second row of the view; nil when fewer than 12 of the 32 columns can be judged.
    package init?(view: PolarView, polar: PolarStatistics) {
        let side = PolarStatistics.bands
        var roughness: [Float] = []
        for column in 0..<side {
            var steps: [Float] = []
            for band in Self.bands.dropLast() {
                let (above, below) = (polar.blocks[band * side + column], polar.blocks[(band + 1) * side + column])
                if above.count >= 32, below.count >= 32 { steps.append(below.mean - above.mean) }
            }
            guard steps.count >= 6 else { continue }
            let mean = steps.reduce(0, +) / Float(steps.count)
            let variance = steps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(steps.count)
            roughness.append(variance.squareRoot())
        }
        let correlations = Self.correlations(view: view)
        guard roughness.count >= 12, correlations.count >= 12, let quiet = quantile(roughness, 0.15),
            let usual = median(roughness), let usualCorrelation = median(correlations)
        else { return nil }
        quietest = Double(quiet / max(2, usual))
        uncorrelatedShare =
            Double(correlations.count { $0 < usualCorrelation / 2 }) / Double(correlations.count)
    }

    /// One correlation a column that has six blocks or more.
    private static func correlations(view: PolarView) -> [Float] {
        let side = PolarStatistics.bands
        let step = PolarStatistics.step
        let lines = PolarView.lines
        let samples = view.samples.span
        let valid = view.valid.span
        var found = [[Float]](repeating: [], count: side)
        var near = [UInt32](repeating: 0, count: lines)
        var far = near
        var nearPairs = near
        var farPairs = near
        for band in bands {
            for line in 0..<lines {
                near[line] = 0
                far[line] = 0
                nearPairs[line] = 0
                farPairs[line] = 0
            }
            for depth in stride(from: band * step, to: (band + 1) * step, by: 2) {
                let row = samples.extracting(depth * lines..<(depth + 1) * lines)
                let flags = valid.extracting(depth * lines..<(depth + 1) * lines)
                add(row, flags, lag: 1, to: &near, pairs: &nearPairs)
                add(row, flags, lag: 4, to: &far, pairs: &farPairs)
            }
            for column in 0..<side {
                let own = column * step..<(column + 1) * step
                let pairs = (near: own.reduce(0) { $0 + nearPairs[$1] }, far: own.reduce(0) { $0 + farPairs[$1] })
                guard pairs.near >= 16, pairs.far >= 16 else { continue }
                let first = Float(own.reduce(0) { $0 + near[$1] }) / Float(pairs.near)
                let second = Float(own.reduce(0) { $0 + far[$1] }) / Float(pairs.far)
                found[column].append(1 - first / max(1, second))
            }
        }
        return found.compactMap { $0.count < 6 ? nil : median($0) }
    }

    private static func add(
        _ row: Span<UInt8>,
        _ flags: Span<UInt8>,
        lag: Int,
        to sums: inout [UInt32],
        pairs: inout [UInt32]
    ) {
        var sumSpan = sums.mutableSpan
        var pairSpan = pairs.mutableSpan
        for line in 0..<row.count - lag {
            let both = flags[line] & flags[line &+ lag]
            let difference = (Int32(row[line]) &- Int32(row[line &+ lag])) &* Int32(both)
            sumSpan[line] &+= UInt32(truncatingIfNeeded: difference &* difference)
            pairSpan[line] &+= UInt32(both)
        }
    }
}
