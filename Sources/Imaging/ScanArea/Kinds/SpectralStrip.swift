/// Tells a spectral Doppler strip from B-mode by what is drawn in it.
///
/// A spectrum stands on a straight baseline: at one and the same row nearly every column steps from bright to black. Away
/// from the baseline it is ragged, bright in some columns and black in others, and it ends in black before its strip does.
/// Tissue has straight interfaces too, but not all of this at once.
enum SpectralStrip {
    private static let columns = 48
    /// Grey over black up to which a stretch of a column is black.
    private static let dark = 20.0
    /// Least mean step at the baseline, and least step of a column.
    private static let leastStep = (mean: 18.0, column: 8.0)
    /// Least share of columns that step, are black beyond the baseline, and are black at the far end.
    private static let leastShares = (step: 0.85, beyond: 0.7, far: 0.8)
    /// Least share of sixteen levels away from the baseline where some columns are black and some are not.
    private static let leastRagged = 0.15

    /// Ratio of grey differences across to those down: receiver noise, alike in both directions, brings tissue to 1.
    private static let leastRatio = 1.15

    /// Whether a rectangle of the picture is a spectrum.
    ///
    /// - Parameters:
    ///   - luma: The picture.
    ///   - box: The rectangle; false for small ones.
    ///   - black: Grey of the screen's background.
    static func isSpectrum(_ luma: GreyPlane, box: PixelBox, black: Int) -> Bool {
        let height = min(box.height, luma.height - box.y)
        guard box.x >= 0, box.y >= 0, box.width >= 96, height >= 64, box.x + box.width <= luma.width else {
            return false
        }
        // Layers of tissue have straight interfaces too, but they do not change from column to column.
        guard let texture = StripTexture(luma, box: box, hasVariation: false), texture.acrossAgainstDown >= leastRatio
        else { return false }
        let places = (0..<columns).map { index in
            box.x + Int(Double(box.width - 1) * (0.04 + 0.92 * (Double(index) + 0.5) / Double(columns)))
        }
        let pixels = luma.pixels.span
        // Sums down all sampled columns together, and from them the row at which they step most.
        var all = [Int](repeating: 0, count: height + 1)
        let place = places.span
        for row in 0..<height {
            let line = (box.y + row) * luma.width
            var sum = 0
            for index in 0..<columns { sum &+= Int(pixels[line &+ place[index]]) }
            all[row + 1] = all[row] + sum
        }
        var baseline = 0
        var best = 0.0
        for row in max(10, height * 15 / 100)..<max(11, height * 94 / 100 - 8) where row + 8 <= height {
            let step = Double(all[row - 1] - all[row - 7] - all[row + 8] + all[row + 2]) / Double(6 * columns)
            if abs(step) > abs(best) { (baseline, best) = (row, step) }
        }
        guard abs(best) >= leastStep.mean else { return false }
        // Sums down each sampled column.
        var sums = [Int32](repeating: 0, count: (height + 1) * columns)
        for row in 0..<height {
            let line = (box.y + row) * luma.width
            for index in 0..<columns {
                sums[(row + 1) * columns + index] = sums[row * columns + index] + Int32(pixels[line + places[index]])
            }
        }
        func mean(_ rows: Range<Int>, _ column: Int) -> Double {
            let sum = sums[rows.upperBound * columns + column] - sums[rows.lowerBound * columns + column]
            return Double(sum) / Double(max(1, rows.count))
        }
        let isAbove = best > 0
        let limit = Double(black) + dark
        let reach = max(6, height / 16)
        let beyond =
            isAbove
            ? baseline + 3..<min(height, baseline + 3 + reach) : max(0, baseline - 3 - reach)..<max(1, baseline - 3)
        let side = isAbove ? 0..<baseline : baseline + 1..<height
        let end = max(3, side.count * 12 / 100)
        let far = isAbove ? 0..<end : height - end..<height
        guard beyond.count >= 3, side.count >= 32 else { return false }
        var (steps, blacks, ends) = (0, 0, 0)
        for column in 0..<columns {
            let step =
                mean(baseline - 7..<baseline - 1, column) - mean(baseline + 2..<min(height, baseline + 8), column)
            if (isAbove ? step : -step) > leastStep.column { steps += 1 }
            if mean(beyond, column) < limit { blacks += 1 }
            if mean(far, column) < limit { ends += 1 }
        }
        let ragged = (0..<16).count { level in
            let rows = side.lowerBound + side.count * level / 16..<side.lowerBound + side.count * (level + 1) / 16
            let dark = (0..<columns).count { mean(rows, $0) < limit }
            return dark * 10 > columns && dark * 10 < 9 * columns
        }
        let count = Double(columns)
        return Double(steps) >= leastShares.step * count && Double(blacks) >= leastShares.beyond * count
            && Double(ends) >= leastShares.far * count && Double(ragged) >= leastRagged * 16
    }
}
