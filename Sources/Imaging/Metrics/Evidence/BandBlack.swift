/// What a band leaves of the speckle.
extension HorizontalBand {
    /// Columns of 8 lines that a share is told of.
    private static let fewestColumns = 8
    /// Share of the band's half height on which its raised cosine is above three quarters.
    private static let core = 0.4

    /// Median over the columns of the share of black samples in its core, 0–1; 0 where fewer than 8 columns are known.
    ///
    /// A slider that is far down cuts the speckle of all lines off at black; dark layers of tissue keep theirs, and a vessel or a cyst
    /// is black on some lines only.
    func blackShare(in input: MetricInput, black: Int) -> Double {
        let samples = input.polar.samples.span
        let valid = input.polar.valid.span
        let middle = (extent.lowerBound + extent.upperBound) / 2
        let reach = (extent.upperBound - extent.lowerBound) / 2 * Self.core
        let step = PolarView.lines / DepthGrid.side
        var shares: [Float] = []
        shares.reserveCapacity(DepthGrid.side)
        for column in 0..<DepthGrid.side {
            let depths = depths(
                of: middle - reach...middle + reach,
                line: (Double(column) + 0.5) / Double(DepthGrid.side),
                geometry: input.polar.geometry,
                box: input.area.box
            )
            let first = max(0, Int((depths.lowerBound * Double(PolarView.depths)).rounded(.up)))
            let last = min(PolarView.depths, Int((depths.upperBound * Double(PolarView.depths)).rounded(.up)))
            guard first < last else { continue }
            var (seen, dark) = (0, 0)
            for depth in first..<last {
                let start = depth * PolarView.lines + column * step
                for sample in start..<start + step where valid[sample] != 0 {
                    seen += 1
                    dark += Int(samples[sample]) <= black ? 1 : 0
                }
            }
            if 2 * seen >= step * (last - first) { shares.append(Float(dark) / Float(seen)) }
        }
        guard shares.count >= Self.fewestColumns, let share = Imaging.median(shares) else { return 0 }
        return Double(share)
    }
}
