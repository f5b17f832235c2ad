/// A band of depth that is black from side to side.
///
/// One slider that was pulled down far takes all that its depth has, in dark pictures as in bright ones; whatever anatomy is black
/// ends at the side of the picture, or goes on to its bottom. The slider's log odds weigh contrast in grey, of which a dark picture
/// has little.
package enum BlackBand: Metric {
    /// Rows of the polar view together; every second one is looked at.
    private static let rowsOfStrip = 4
    private static let strips = PolarView.depths / rowsOfStrip
    /// Grey over black that the mean of eight lines is above where anything is seen.
    private static let leastGrey = 3.0
    /// Shares of a strip's groups of eight lines in which something is seen: at most within the band, at least above and below.
    private static let mostSeen = 0.12
    private static let leastSeen = 0.5
    /// Strips above and below the band among which such a one lies: what a slider does fades over as much.
    private static let reach = 8
    /// Strips that the band has: what is narrower is a seam, and what is wider than three sixteenths of the depth a dark part.
    private static let width = 2...12
    /// Groups of eight lines that a strip needs, and strips that are left out at the face and at the bottom, where letters may stand
    /// below the picture.
    private static let fewestGroups = 8
    private static let skin = 3
    private static let bottom = 8

    package static let descriptions = [
        MetricDescription(
            id: "tgc.gap",
            measures: "Share of the depth in the widest band that is black from side to side.",
            unit: "%",
            direction: .lowerIsBetter,
            range: 0...100,
            input: .polarView,
            formula:
                "Strips of 1/64 of the depth (without the first three and the last eight) in which at most 12 % of the groups of "
                + "eight lines have a mean of more than 3 grey over black, 2 to 12 strips in a row, with a strip among the 8 above and one among "
                + "the 8 below in which half of the groups have; over all strips. A group counts where half of it is valid, a strip "
                + "with 8 groups.",
            failure:
                "Absent where fewer than half of the strips can be told. Fluid that lies across the whole picture and the free depth between reverberations look alike.",
            source: "domain reference §1.6"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let seen = seenShares(evidence.input.polar, black: evidence.levels.black)
        guard seen.count(where: { $0 != nil }) >= strips / 2 else { return }
        var widest = 0..<0
        var index = skin
        while index < strips {
            guard let share = seen[index], share <= mostSeen else {
                index += 1
                continue
            }
            let end = seen[index...].firstIndex { $0.map { $0 > mostSeen } ?? true } ?? strips
            let above = seen[max(0, index - reach)..<index].compactMap { $0 }.max() ?? 0
            let below = seen[end..<min(strips, end + reach)].compactMap { $0 }.max() ?? 0
            if width.contains(end - index), end <= strips - bottom, min(above, below) >= leastSeen,
                end - index > widest.count
            {
                widest = index..<end
            }
            index = end
        }
        measurements.values["tgc.gap"] = 100 * Double(widest.count) / Double(strips)
        guard !widest.isEmpty else { return }
        let depths = Double(widest.lowerBound) / Double(strips)...Double(widest.upperBound) / Double(strips)
        measurements.marks.append(
            Mark(metric: "tgc.gap", outline: evidence.input.polar.geometry.polygon(lines: 0...1, depths: depths))
        )
    }

    /// The share of each strip's groups of eight lines in which something is seen; nil with too few of them.
    private static func seenShares(_ view: PolarView, black: Int) -> [Double?] {
        let (samples, valid) = (view.samples.span, view.valid.span)
        let groups = PolarView.lines / 8
        return (0..<strips).map { strip in
            var (known, lit) = (0, 0)
            for group in 0..<groups {
                var (sum, count) = (0, 0)
                for row in stride(from: strip * rowsOfStrip, to: (strip + 1) * rowsOfStrip, by: 2) {
                    let first = row &* PolarView.lines &+ 8 &* group
                    let flags = valid.eight(at: first)
                    sum &+= byteSum(samples.eight(at: first) & (flags &* 0xFF))
                    count &+= byteSum(flags)
                }
                guard count >= 8 else { continue }
                known &+= 1
                lit &+= Double(sum) > (Double(black) + leastGrey) * Double(count) ? 1 : 0
            }
            return known < fewestGroups ? nil : Double(lit) / Double(known)
        }
    }

    /// The sum of eight bytes.
    private static func byteSum(_ bytes: UInt64) -> Int {
        let pairs = (bytes & 0x00FF_00FF_00FF_00FF) &+ ((bytes >> 8) & 0x00FF_00FF_00FF_00FF)
        return Int((pairs &* 0x0001_0001_0001_0001) >> 48)
    }
}
