/// Screens that are noisy all over: a bad cable, a frame grabber's gain, grain that was added afterwards.
///
/// No part of such a screen is flat, and all of it would pass for content. Its noise differs from ultrasound in being the same
/// along the picture's frame, dark and bright by turns from cell to cell, where a beam smears echoes over several.
extension Foreground {
    /// Cells from the edge of the picture in which its frame lies.
    private static let frameCells = 4
    /// Standard deviations of the frame's cells: below the least it is no noise, above the most no screen.
    private static let noisyDeviations = 0.8...15.0
    /// Deviations within which nine tenths of a side lie, and those by which content exceeds the noise.
    private static let noiseReach = 3.5
    private static let leastWithin = 0.9
    private static let contentReach = 3.0
    /// Correlation of neighbours along a side from which it is no noise; speckle and depth that fades have 0.5 and more.
    private static let mostCorrelation = 0.3
    /// Grey above which a screen is none.
    private static let brightestNoise = 64

    /// The usual grey of a screen that is noisy all over, and by how much content exceeds it; nil where three sides of the
    /// picture do not show one.
    static func noisyScreen(_ picture: ReducedPicture) -> (level: Int, step: Int)? {
        let (width, height) = (picture.width, picture.height)
        guard min(width, height) >= 8 * frameCells else { return nil }
        let across = (0..<frameCells).flatMap { depth in
            [(side: 0, start: depth * width), (side: 1, start: (height - 1 - depth) * width)]
        }.map { (side: $0.side, start: $0.start, step: 1, count: width) }
        let down = (0..<frameCells).flatMap { depth in
            [(side: 2, start: depth), (side: 3, start: width - 1 - depth)]
        }.map { (side: $0.side, start: $0.start, step: width, count: height) }
        let sides = (0..<4).compactMap { side -> (level: Double, deviation: Double)? in
            noise(
                (across + down).filter { $0.side == side }.map { line in
                    (0..<line.count).map { picture.mean[line.start + $0 * line.step] }
                }
            )
        }
        guard sides.count >= 3, let low = sides.map(\.level).min(), let high = sides.map(\.level).max(),
            let deviation = sides.map(\.deviation).max(), high - low <= max(2, deviation)
        else { return nil }
        let level = Int(sides.map(\.level).sorted()[1], within: 0...brightestNoise)
        return (level, max(steps.upperBound, Int((contentReach * deviation).rounded(.up), within: 0...255)))
    }

    /// The middle one of as many values of each kind, the upper one of two; nil of none.
    private static func median(_ counts: [Int]) -> Int? {
        var rest = counts.reduce(0, +) / 2
        return counts.firstIndex { count in
            rest -= count
            return rest < 0
        }
    }

    /// Median and deviation of a side of the frame; nil where it is no noise.
    private static func noise(_ lines: [[UInt8]]) -> (level: Double, deviation: Double)? {
        var levels = LevelCounts()
        for line in lines { levels.add(line.span.bytes) }
        let counts = levels.counts
        guard let middle = median(counts), middle <= brightestNoise else { return nil }
        let level = Double(middle)
        var distances = [Int](repeating: 0, count: counts.count)
        for grey in counts.indices { distances[abs(grey - middle)] += counts[grey] }
        let deviation = 1.4826 * Double(median(distances) ?? 0)
        guard noisyDeviations.contains(deviation) else { return nil }
        let within = distances.indices.reduce(0) { Double($1) <= noiseReach * deviation ? $0 + distances[$1] : $0 }
        guard Double(within) >= leastWithin * Double(counts.reduce(0, +)) else { return nil }
        var power = 0.0
        var both = 0.0
        for line in lines {
            let values = line.map { Double($0) - level }
            for (one, next) in zip(values, values.dropFirst())
            where max(abs(one), abs(next)) <= noiseReach * deviation {
                power += 0.5 * (one * one + next * next)
                both += one * next
            }
        }
        return power > 0 && both <= mostCorrelation * power ? (level, deviation) : nil
    }
}
