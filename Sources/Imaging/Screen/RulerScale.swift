/// What a step of a depth scale stands for, told from which of its ticks are longer.
///
/// Scanners lengthen the ticks of rounder depths: every second one (half centimetres), every fourth (quarters), every
/// fifth (centimetres, or fifths of one), every tenth (millimetres), or two of these at once. Where a pattern has several
/// readings, each gives the depth shown; that of a curved or sector probe is 3 to 35 cm, a linear one's 1.5 to 16 cm.
/// Only one reading may be left.
package enum RulerScale {
    /// Which ticks are longer than the others.
    package struct Tiers: Equatable {
        /// Every so manieth is the longest.
        package let long: Int
        /// Of the rest, every so manieth is longer; nil where the rest is alike.
        package let middle: Int?
    }

    /// How much longer a long tick is: as a share, and in pixels.
    private static let leastRatio = 1.3
    private static let leastDifference = 2
    /// Depths in centimetres that a picture of a shape may show; a cropped one may be of any probe.
    package static func depths(of shape: ScanArea.Shape) -> ClosedRange<Double> {
        switch shape {
        case .convex, .sector: 3...35
        case .linear, .trapezoid: 1.5...16
        case .fullFrame, .dual, .unknown: 1.5...35
        }
    }

    /// Centimetres that a step stands for; nil where the scale does not tell surely.
    ///
    /// - Parameters:
    ///   - ticks: Boxes of the ticks, from the top down, of a scale along the depth.
    ///   - pitch: Pixels from tick to tick, above 0.
    ///   - height: Rows of the scan area.
    ///   - depths: Centimetres that the picture may be deep.
    package static func step(ticks: [PixelBox], pitch: Double, height: Int, depths: ClosedRange<Double>) -> Double? {
        guard let tiers = tiers(ticks, pitch: pitch) else { return nil }
        let left = readings(tiers).filter { depths.contains(Double(height) / pitch * $0) }
        return left.count == 1 ? left[0] : nil
    }

    /// Centimetres that a step may stand for.
    private static func readings(_ tiers: Tiers) -> [Double] {
        switch (tiers.long, tiers.middle) {
        // Half centimetres with longer ticks at each, and the longest at 5.
        case (10, 2): [0.5]
        // Millimetres, half centimetres and centimetres.
        case (10, 5): [0.1]
        // Millimetres and centimetres, or centimetres and tens of them.
        case (10, nil): [0.1, 1]
        // Fifths and whole centimetres, or centimetres and fives of them.
        case (5, nil): [0.2, 1]
        // Quarters, halves and whole ones, or quarters and whole ones.
        case (4, nil), (4, 2): [0.25]
        // Halves and whole centimetres.
        case (2, nil): [0.5]
        default: []
        }
    }

    /// The pattern of long ticks; nil where all are alike, or the long ones stand at uneven distances.
    package static func tiers(_ ticks: [PixelBox], pitch: Double) -> Tiers? {
        guard let first = ticks.first, pitch >= 1 else { return nil }
        var lengths: [Int: Int] = [:]
        for tick in ticks {
            let place = Double(2 * (tick.y - first.y) + tick.height - first.height) / 2 / pitch
            guard place > -0.5, place < 10_000 else { return nil }
            lengths[Int(place.rounded())] = tick.width
        }
        for long in [10, 5, 4, 2] {
            guard let offset = offset(of: long, in: lengths) else { continue }
            let rest = lengths.filter { ($0.key - offset) % long != 0 }
            let middle = [5, 2].first { divisor in
                divisor < long && long % divisor == 0
                    && isLonger(rest, every: divisor, from: offset % divisor, leastCount: 2)
            }
            // The rest must be alike, or a pattern itself.
            guard middle != nil || isAlike(Array(rest.values)) else { return nil }
            return Tiers(long: long, middle: middle)
        }
        return nil
    }

    /// Where the long ticks begin; nil where no place makes every so manieth longer than all others.
    private static func offset(of period: Int, in lengths: [Int: Int]) -> Int? {
        (0..<period).first { isLonger(lengths, every: period, from: $0, leastCount: 2) }
    }

    private static func isLonger(_ lengths: [Int: Int], every period: Int, from offset: Int, leastCount: Int) -> Bool {
        var (shortest, longest) = (Int.max, 0)
        var count = 0
        var others = 0
        for (place, length) in lengths {
            if (place - offset) % period == 0 {
                shortest = min(shortest, length)
                count += 1
            } else {
                longest = max(longest, length)
                others += 1
            }
        }
        return count >= leastCount && others >= 2 && shortest >= longest + leastDifference
            && Double(shortest) >= leastRatio * Double(longest)
    }

    private static func isAlike(_ lengths: [Int]) -> Bool {
        guard let shortest = lengths.min(), let longest = lengths.max() else { return false }
        return longest < shortest + leastDifference || Double(longest) < leastRatio * Double(shortest)
    }
}
