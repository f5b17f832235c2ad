/// Recognises a probe held in air (domain reference §1.20).
///
/// Without contact nothing comes back but reverberation of the probe's own face, which lies in the first
/// quarter of the depth and is alike on all lines, and the receiver's noise, which is alike on all lines too
/// and grows with the gain towards depth. Tissue differs from line to line.
enum AirContact {
    /// Depth bands and sectors across in which means are compared.
    private static let bands = 16
    private static let sectors = 12
    /// Bands that reverberation may fill.
    private static let nearBands = 4
    /// Unevenness across a band up to which it is structureless: relative, and in grey.
    private static let evenShare = 0.18
    private static let evenGrey = 3.0
    /// By how much the dark middle may exceed the background.
    private static let darkStep = 12.0

    /// Whether the scan area shows reverberation and noise only.
    ///
    /// - Parameters:
    ///   - outline: The scan area in grid cells.
    ///   - picture: The picture.
    ///   - background: Its background grey.
    static func isInAir(_ outline: ScanOutline, picture: ReducedPicture, background: Int) -> Bool {
        var means = [Double](repeating: 0, count: bands)
        var even = [Bool](repeating: false, count: bands)
        for band in 0..<bands {
            var values: [Double] = []
            for sector in 0..<sectors {
                if let value = mean(outline, picture: picture, band: band, sector: sector) { values.append(value) }
            }
            guard values.count >= sectors / 2 else { return false }
            // The outermost sectors mix with the background.
            let middle = values.sorted()
            let kept = middle[1..<(middle.count - 1)]
            let average = kept.reduce(0, +) / Double(kept.count)
            let variance = kept.reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(kept.count)
            means[band] = average
            even[band] = variance.squareRoot() <= max(evenGrey, evenShare * (average - Double(background)))
        }
        let deep = (nearBands..<bands)
        guard deep.allSatisfy({ even[$0] }) else { return false }
        let black = Double(background) + darkStep
        // Something must be dark: below the reverberation, before the noise comes up.
        let dark = deep.count { means[$0] <= black }
        guard dark * 4 >= deep.count else { return false }
        // From the dark downwards noise only grows.
        guard let firstDark = deep.first(where: { means[$0] <= black }), firstDark <= bands / 2 else { return false }
        let grows = (firstDark..<(bands - 2)).allSatisfy { means[$0 + 1] >= means[$0] - 4 }
        return grows
    }

    private static func mean(_ outline: ScanOutline, picture: ReducedPicture, band: Int, sector: Int) -> Double? {
        var sum = 0
        var count = 0
        for i in 0..<4 {
            for j in 0..<4 {
                let point = outline.geometry.point(
                    line: (Double(sector) + (Double(j) + 0.5) / 4) / Double(sectors),
                    depth: (Double(band) + (Double(i) + 0.5) / 4) / Double(bands))
                let x = Int(point.x.rounded(.down))
                let y = Int(point.y.rounded(.down))
                guard x >= 0, y >= 0, x < picture.width, y < picture.height, outline.contains(point.x, point.y)
                else { continue }
                sum += Int(picture.mean[y * picture.width + x])
                count += 1
            }
        }
        return count >= 6 ? Double(sum) / Double(count) : nil
    }
}
