/// Dead elements of a transducer, found in a stack of near profiles of its ordinary pictures.
///
/// 1. Each profile over its own running median of 41 lines: what is broad (curvature, contact at the edges) goes.
/// 2. Median over the pictures, line by line: anatomy goes, what is in every picture stays.
/// 3. Lines in the inner 80 % that lie 6 standard deviations and 8 % below the others, and show half of what they lack in
///    three quarters of the pictures: anatomy that several sections have in the same place is in some of them only.
///
/// The standard deviation is the greater of what the lines differ by among themselves (robust) and of what the line's own
/// pictures leave uncertain about its median, 1.2533 σ/√n: lines next to each other share their speckle, so that few of the
/// former are independent, and now and then a whole stack of lines is alike.
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
    /// Share of the pictures that must show half of it.
    private static let leastShare = 0.75
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
        guard profiles.count >= leastImages else { return nil }
        let lines = lines(of: profiles)
        let inner = lines[margin..<PolarView.lines - margin].compactMap { $0?.middle }
        guard inner.count >= PolarView.lines / 2 else { return nil }
        let usual = median(inner)
        guard usual > 0 else { return nil }
        let spread = max(leastSpread, 1.4826 * median(inner.map { abs($0 - usual) }))
        var dips: [Dip] = []
        for index in margin..<PolarView.lines - margin {
            guard let line = lines[index] else { continue }
            let deviation = (line.middle - usual) / max(spread, line.uncertainty)
            let depth = 1 - line.middle / usual
            guard deviation < -leastDeviation, depth > leastDepth,
                line.share(below: usual * (1 - depth / 2)) >= leastShare
            else { continue }
            if let open = dips.last, open.last == index - 1 {
                dips[dips.count - 1] = Dip(
                    first: open.first,
                    last: index,
                    depth: max(open.depth, depth),
                    deviation: min(open.deviation, deviation)
                )
            } else {
                dips.append(Dip(first: index, last: index, depth: depth, deviation: deviation))
            }
        }
        return dips
    }

    /// One line over its neighbours in all pictures that have a value there.
    private struct Line {
        /// Sorted.
        let values: [Double]
        let middle: Double
        /// Standard error of the middle, from the median distance of the values.
        let uncertainty: Double

        init(_ unsorted: [Double]) {
            values = unsorted.sorted()
            let middle = DeadElements.middle(ofSorted: values)
            self.middle = middle
            let spread = 1.4826 * DeadElements.median(values.map { abs($0 - middle) })
            uncertainty = 1.2533 * spread / Double(values.count).squareRoot()
        }

        func share(below limit: Double) -> Double {
            Double(values.prefix { $0 <= limit }.count) / Double(values.count)
        }
    }

    /// The 256 lines; nil where one has too few values.
    private static func lines(of profiles: [NearProfile]) -> [Line?] {
        var values = [[Double]](repeating: [], count: PolarView.lines)
        for profile in profiles {
            let usual = runningMedians(of: profile.hundredths)
            for line in 0..<PolarView.lines where profile.hundredths[line] > 0 && usual[line] > 0 {
                values[line].append(Double(profile.hundredths[line]) / usual[line])
            }
        }
        return values.map { $0.count >= leastValues ? Line($0) : nil }
    }

    /// For each line the median of the lines around it that have a value; 0 where none has.
    private static func runningMedians(of profile: [UInt8]) -> [Double] {
        let half = window / 2
        var around: [UInt8] = []
        func add(_ line: Int) {
            guard profile.indices.contains(line), profile[line] > 0 else { return }
            around.insert(profile[line], at: around.firstIndex { $0 >= profile[line] } ?? around.count)
        }
        for line in 0..<half { add(line) }
        return profile.indices.map { line in
            add(line + half)
            let gone = line - half - 1
            if gone >= 0, profile[gone] > 0, let place = around.firstIndex(of: profile[gone]) {
                around.remove(at: place)
            }
            let count = around.count
            guard count > 0 else { return 0 }
            return (Double(around[(count - 1) / 2]) + Double(around[count / 2])) / 2
        }
    }

    /// Of an even number the two in the middle are averaged; not for an empty list.
    private static func median(_ values: [Double]) -> Double { middle(ofSorted: values.sorted()) }

    private static func middle(ofSorted values: [Double]) -> Double {
        (values[(values.count - 1) / 2] + values[values.count / 2]) / 2
    }
}
