/// The depth at which a band of the picture sticks out as if one slider of the depth compensation were out of line.
///
/// A slider adds the same grey to every scan line at the same depth and leaves the speckle's deviation as it was (domain
/// reference §1.6, §1.8); a layer of the body differs from line to line, and bright tissue has more deviation than dark
/// tissue. So at each depth and width the *contrast* of every column of blocks is taken: the amplitude of a raised cosine
/// over what lies above and below, by least squares with a constant (a slope does not change it). What these contrasts
/// have in common over the columns, and what deviation and logarithm do at the same place, are the cues.
package struct HorizontalBand: Sendable {
    /// Median contrast of the columns in grey, as natural logarithm of it plus 1; 0 when nothing sticks out.
    package let contrast: Double
    /// Median contrast of the logarithm (base 2) of the deviation, in the band's direction; −2 to 2.
    package let deviation: Double
    /// The same of the logarithm of the grey itself, −2 to 2.
    package let ratio: Double
    /// Median contrast of the third of the columns that is darkest around the band over that of all columns; −1 to 2.
    package let darkest: Double
    /// 20th percentile of the contrasts over their median, −1 to 1: 1 when all columns agree.
    package let evenness: Double
    /// Which of the widths, 0–2.
    package let width: Double
    /// Median of the logarithm (base 2) of the deviation in the middle of the band.
    package let grain: Double
    /// Extent downwards, 0–1.
    package let extent: ClosedRange<Double>
    /// Whether the extent is in rows of the picture, else along the scan lines.
    package let isInRows: Bool
    /// Whether it is brighter than what lies above and below.
    package let isBright: Bool
    /// Log odds for a slider: `constant` and the weighted cues.
    package let odds: Double

    /// Weights of the cues, of the tuning half of the real pictures, against untouched ones and all other faults but the ramp.
    ///
    /// A bright band weighs more than a dark one: dark layers across the whole width are fluid and muscle.
    static let constant = -5.634
    static let weights = (
        contrast: 0.765, deviation: -1.2, ratio: 3.14, darkest: 0.81, evenness: 3.06, width: -2.26, grain: -0.644,
        bright: 0.973
    )

    /// What says that a picture has no band at all: no contrast, columns that disagree, deviation of 8 grey.
    static let none = HorizontalBand(
        contrast: 0,
        deviation: 0,
        ratio: 0,
        darkest: -1,
        evenness: -1,
        width: 0,
        grain: 3,
        extent: 0...0,
        isInRows: false,
        isBright: false
    )

    /// The band that speaks most for a slider; nil when nowhere 10 columns are known.
    package static func find(polar: PolarStatistics, levels: ScreenLevels, geometry: ScanGeometry, box: PixelBox)
        -> HorizontalBand?
    {
        candidates(polar: polar, levels: levels, geometry: geometry, box: box).map { bands in
            bands.dropFirst().reduce(bands.first ?? none) { $1.odds > $0.odds ? $1 : $0 }
        }
    }

    /// What sticks out at any depth from 20 to 80 %, along the scan lines and in rows; nil when nowhere 10 columns are known.
    ///
    /// Above 20 % skin and fat make bands of their own, below 80 % there is nothing beneath to compare with.
    package static func candidates(polar: PolarStatistics, levels: ScreenLevels, geometry: ScanGeometry, box: PixelBox)
        -> [HorizontalBand]?
    {
        let byDepth = DepthGrid(polar: polar, black: Float(levels.black))
        var bands: [HorizontalBand] = []
        var isKnown = false
        func search(_ grid: DepthGrid, isInRows: Bool) {
            for (width, filter) in BandFilter.all.enumerated() {
                let contrasts = filter.contrasts(grid.grey)
                isKnown = isKnown || contrasts.medians.contains { $0.isFinite }
                bands += contrasts.peaks.compactMap { middle in
                    HorizontalBand(
                        grid: grid,
                        filter: filter,
                        contrasts: contrasts,
                        middle: middle,
                        width: width,
                        isInRows: isInRows
                    )
                }
            }
        }
        search(byDepth, isInRows: false)
        if let byRows = byDepth.byRows(geometry: geometry, box: box) { search(byRows, isInRows: true) }
        return isKnown ? bands : nil
    }

    /// The depths (0–1, clamped) of a scan line (0–1) that an extent of its kind, in rows or along the lines, covers.
    func depths(of extent: ClosedRange<Double>, line: Double, geometry: ScanGeometry, box: PixelBox) -> ClosedRange<
        Double
    > {
        guard isInRows else { return extent }
        let top = geometry.point(line: line, depth: 0).y
        let length = geometry.point(line: line, depth: 1).y - top
        func depth(_ down: Double) -> Double {
            abs(length) < 1 ? 0 : min(1, max(0, (Double(box.y) + down * Double(box.height) - top) / length))
        }
        let (above, below) = (depth(extent.lowerBound), depth(extent.upperBound))
        return min(above, below)...max(above, below)
    }

    /// A polygon around it in the picture.
    package func outline(geometry: ScanGeometry, box: PixelBox) -> [PixelPoint] {
        guard isInRows else { return geometry.polygon(lines: 0...1, depths: extent) }
        let lines = (0...16).map { Double($0) / 16 }
        func edge(_ down: Double) -> [PixelPoint] {
            let row = Double(box.y) + down * Double(box.height)
            return lines.map { line in
                let top = geometry.point(line: line, depth: 0).y
                let length = geometry.point(line: line, depth: 1).y - top
                let depth = abs(length) < 1 ? 0 : min(1, max(0, (row - top) / length))
                return geometry.point(line: line, depth: depth)
            }
        }
        return edge(extent.lowerBound) + edge(extent.upperBound).reversed()
    }

    private init(
        contrast: Double,
        deviation: Double,
        ratio: Double,
        darkest: Double,
        evenness: Double,
        width: Double,
        grain: Double,
        extent: ClosedRange<Double>,
        isInRows: Bool,
        isBright: Bool
    ) {
        self.contrast = contrast
        self.deviation = deviation
        self.ratio = ratio
        self.darkest = darkest
        self.evenness = evenness
        self.width = width
        self.grain = grain
        self.extent = extent
        self.isInRows = isInRows
        self.isBright = isBright
        let weights = Self.weights
        odds =
            Self.constant + weights.contrast * contrast + weights.deviation * deviation + weights.ratio * ratio
            + weights.darkest * darkest + weights.evenness * evenness + weights.width * width + weights.grain * grain
            + (isBright ? weights.bright : 0)
    }

    /// The cues of one depth and width.
    private init?(
        grid: DepthGrid,
        filter: BandFilter,
        contrasts: BandFilter.Contrasts,
        middle: Int,
        width: Int,
        isInRows: Bool
    ) {
        let median = contrasts.medians[middle]
        let sign: Float = median < 0 ? -1 : 1
        var columns: [(contrast: Float, around: Float)] = []
        var (deviations, ratios, grains): ([Float], [Float], [Float]) = ([], [], [])
        columns.reserveCapacity(DepthGrid.side)
        deviations.reserveCapacity(DepthGrid.side)
        ratios.reserveCapacity(DepthGrid.side)
        grains.reserveCapacity(DepthGrid.side)
        for column in 0..<DepthGrid.side {
            let contrast = contrasts[column, middle]
            guard contrast.isFinite else { continue }
            let place = column * DepthGrid.stride + DepthGrid.margin + middle
            columns.append((contrast * sign, filter.surroundings(grid.grey, at: place)))
            deviations.append(filter.contrast(grid.logDeviation, at: place) * sign)
            ratios.append(filter.contrast(grid.logGrey, at: place) * sign)
            grains.append(grid.logDeviation[place])
        }
        let darkest = Self.darkest(columns, count: min(columns.count, max(3, columns.count * 34 / 100)))
        guard let dark = Imaging.median(darkest), let low = quantile(columns.map(\.contrast), 0.2),
            let deviation = Imaging.median(deviations), let ratio = Imaging.median(ratios),
            let grain = Imaging.median(grains)
        else { return nil }
        func held(_ value: Float, _ range: ClosedRange<Float>) -> Double {
            Double(min(range.upperBound, max(range.lowerBound, value)))
        }
        let size = abs(median)
        let side = Double(DepthGrid.side)
        let centre = (Double(middle) + 0.5) / side
        self.init(
            contrast: Double(PortableMath.log2(size + 1)) * 0.693_147_180_559_945_3,
            deviation: held(deviation, -2...2),
            ratio: held(ratio, -2...2),
            darkest: held(dark / size, -1...2),
            evenness: held(low / size, -1...1),
            width: Double(width),
            grain: Double(grain),
            extent: centre - filter.width...centre + filter.width,
            isInRows: isInRows,
            isBright: sign > 0
        )
    }

    /// Contrasts of the columns that are darkest around the band, the first of those that are alike.
    private static func darkest(_ columns: [(contrast: Float, around: Float)], count: Int) -> [Float] {
        guard let limit = ranked(count - 1, of: columns.map(\.around)) else { return [] }
        var alike = count - columns.count { $0.around < limit }
        var darkest: [Float] = []
        darkest.reserveCapacity(count)
        for column in columns where column.around <= limit {
            if column.around == limit {
                guard alike > 0 else { continue }
                alike -= 1
            }
            darkest.append(column.contrast)
        }
        return darkest
    }
}
