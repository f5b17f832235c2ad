/// Compression that a picture went through before it was saved as it is now.
package enum FormerCompression: Metric {
    /// Excess of steps at the grid, against the mean of all places, that makes a look at the coefficients worth its time.
    private static let suspicion = 1.12
    /// Fit of the coefficients to a quality's steps that is none by chance: pictures never compressed reach 0.1.
    private static let leastFit: Float = 0.5
    /// One tile in so many is looked at first.
    private static let share = 4
    /// Empty grey levels (%) from which the grey scale was spread after the compression: 17 is television's.
    private static let leastGap = 20.0
    /// Above quality 80 steps are too fine to be told from rounding, and do no harm.
    private static let qualities = 5...80
    package static let descriptions = [
        MetricDescription(
            id: "jpeg.former",
            measures: "Lowest JPEG quality that left its traces in the pixels, whatever the file is now.",
            unit: "1–100",
            direction: .higherIsBetter,
            range: 1...100,
            input: .nativeWindows,
            formula:
                "At the two offsets across and the two down where an 8 × 8 grid shows most (where steps exceed their "
                + "neighbours by at least 1.12 times the mean excess): coefficients (0,1), (1,0), (1,1), (0,2), (2,0) of the discrete cosine transform of about 500 blocks; for each quality 5–80 the "
                + "mean of cos(2π coefficient/step), over coefficients beyond half a step, steps by the standard (IJG) "
                + "tables. The lowest quality within 0.03 of the best fit, when that fit is at least 0.5. Looked for only where "
                + "a quarter of the blocks is within three standard errors of such a fit. Where levels.gap is 20 or more, grey was "
                + "spread 1/(1 − levels.gap/100) times and the steps with it: the quality is that of the steps before.",
            failure:
                "Absent with fewer than 12 tiles, when no grid shows, when no quality fits, and above quality 80. "
                + "Scaling or strong noise after the compression hides it, and so do tables that are not the standard's.",
            source: "domain reference §1.15; Fan and de Queiroz 2003, IEEE Transactions on Image Processing 12:230; "
                + "ITU-T T.81 Annex K"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        guard let across = evidence.tiles.columnExcess, let down = evidence.tiles.rowExcess else { return }
        var best: Int?
        let luma = evidence.input.image.luma
        let tiles = evidence.tiles.origins
        let some = tiles.enumerated().filter { $0.offset % share == 0 }.map(\.element)
        for x in offsets(across) {
            for y in offsets(down) {
                // Most pictures show no comb in a quarter of the tiles: then all of them need not be transformed.
                let look = BlockTransform(luma: luma, tiles: some, grid: (x: x, y: y))
                guard look.mayFit(steps: steps, atLeast: leastFit, tilesEach: Float(share)) else { continue }
                let blocks = BlockTransform(luma: luma, tiles: tiles, grid: (x: x, y: y))
                if let quality = quality(of: blocks) { best = min(best ?? quality, quality) }
            }
        }
        if let best {
            measurements.values["jpeg.former"] = before(stretch: measurements["levels.gap"] ?? 0, quality: best)
        }
    }

    /// The quality before grey was spread g times, which leaves 100 (1 − 1/g) % of the levels empty and makes every step g
    /// times as large.
    private static func before(stretch gap: Double, quality: Int) -> Double {
        guard gap >= leastGap else { return Double(quality) }
        let scale = quality < 50 ? 5000 / Double(quality) : 200 - 2 * Double(quality)
        let former = scale * max(0.01, 1 - gap / 100)
        return (former > 100 ? 5000 / former : 100 - former / 2).rounded()
    }

    /// The two places, 0–7, at which blocks most likely start, leaving out those with hardly a step.
    private static func offsets(_ excess: [Double]) -> [Int] {
        excess.indices.filter { excess[$0] >= suspicion }.sorted { excess[$0] > excess[$1] }.prefix(2).map {
            ($0 + 1) % 8
        }
    }

    private static func quality(of blocks: BlockTransform) -> Int? {
        let fits = blocks.fits(steps: steps).map { $0 ?? 0 }
        guard let best = fits.max(), best >= leastFit else { return nil }
        return fits.firstIndex { $0 >= best - 0.03 }.map { qualities.lowerBound + $0 }
    }

    /// Steps of `BlockTransform.frequencies` for each of `qualities`.
    private static let steps = qualities.map { quality in
        BlockTransform.frequencies.map { step($0.down, $0.across, quality) }
    }

    /// Quantisation step of a low frequency, by the standard's table and the IJG's scaling to a quality.
    private static func step(_ down: Int, _ across: Int, _ quality: Int) -> Int {
        let table = [[16, 11, 10], [12, 12, 14], [14, 13, 16]]
        let scale = quality < 50 ? 5000 / quality : 200 - 2 * quality
        return max(1, min(255, (scale * table[down][across] + 50) / 100))
    }
}
