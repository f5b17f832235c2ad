/// Dead elements of a transducer, found in a stack of near profiles of its ordinary pictures.
///
/// 1. Median over the pictures, line by line: anatomy goes, what is in every picture stays.
/// 2. Divided by the running median of 41 lines: what is broad (curvature, contact at the edges) goes.
/// 3. Lines in the inner 80 % that lie 6 robust standard deviations and 8 % below the others.
///
/// Domain reference §1.12, after Lorentsson 2018 (stacks of 150 clinical images). The finding is the device's
/// (`DEVICE_DROPOUT`); it never counts for a technician.
package enum DeadElements {
    /// Fewest profiles that say anything.
    package static let leastImages = 60
    /// Profiles that are kept of each transducer.
    package static let stackSize = 150
    /// Lines of the running median.
    private static let window = 41
    /// A line is out below this many robust standard deviations.
    private static let leastDeviation = 6.0
    /// A line is out when it lacks this share of its neighbours' brightness.
    private static let leastDepth = 0.08
    /// Lines that do not count on each side: 10 %.
    private static let margin = 26
    /// Fewest pictures in which a line has a value.
    private static let leastValues = 30
    /// The profiles' own resolution, so that a stack without any noise does not divide by nothing.
    private static let leastSpread = 0.0025

    /// Neighbouring dark lines.
    package struct Dip: Sendable, Equatable, Codable {
        /// First scan line of 256, 0 at the picture's left.
        package let first: Int
        /// Last scan line, `first` or more.
        package let last: Int
        /// Share of the neighbours' brightness that is missing, 0–1, on the worst line.
        package let depth: Double
        /// Robust standard deviations from the other lines, below −6, on the worst line.
        package let deviation: Double

        /// A dip.
        package init(first: Int, last: Int, depth: Double, deviation: Double) {
            self.first = first
            self.last = last
            self.depth = depth
            self.deviation = deviation
        }
    }

    /// The dark lines of a transducer, left to right; nil where there are too few profiles to tell.
    package static func find(in profiles: [NearProfile]) -> [Dip]? {
        guard profiles.count >= leastImages, let relative = relativeBrightness(of: profiles) else { return nil }
        let inner = (margin..<PolarView.lines - margin).compactMap { relative[$0] }
        guard inner.count >= PolarView.lines / 2 else { return nil }
        let middle = median(inner)
        guard middle > 0 else { return nil }
        let spread = max(leastSpread, 1.4826 * median(inner.map { abs($0 - middle) }))
        var dips: [Dip] = []
        for line in margin..<PolarView.lines - margin {
            guard let value = relative[line] else { continue }
            let deviation = (value - middle) / spread
            let depth = 1 - value / middle
            guard deviation < -leastDeviation, depth > leastDepth else { continue }
            if let open = dips.last, open.last == line - 1 {
                dips[dips.count - 1] = Dip(
                    first: open.first,
                    last: line,
                    depth: max(open.depth, depth),
                    deviation: min(open.deviation, deviation)
                )
            } else {
                dips.append(Dip(first: line, last: line, depth: depth, deviation: deviation))
            }
        }
        return dips
    }

    /// Each line's median over its neighbours'; nil where a line has too few values.
    private static func relativeBrightness(of profiles: [NearProfile]) -> [Double?]? {
        let lines = PolarView.lines
        var medians = [Double?](repeating: nil, count: lines)
        for line in 0..<lines {
            let values = profiles.compactMap { profile -> Double? in
                profile.hundredths[line] == 0 ? nil : Double(profile.hundredths[line])
            }
            if values.count >= leastValues { medians[line] = median(values) }
        }
        guard medians.contains(where: { $0 != nil }) else { return nil }
        let half = window / 2
        return (0..<lines).map { line in
            guard let own = medians[line] else { return nil }
            let around = medians[max(0, line - half)...min(lines - 1, line + half)].compactMap(\.self)
            let usual = median(around)
            return usual > 0 ? own / usual : nil
        }
    }

    /// Of an even number the two in the middle are averaged; not for an empty list.
    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let half = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
    }
}
