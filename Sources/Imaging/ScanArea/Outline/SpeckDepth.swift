/// How far an outline goes on where no echo comes back but single pixels of noise.
///
/// The receiver's noise is just below what the display shows: here and there a pixel is above it, too few for the mean of
/// a cell. They are scattered over all lines, down to the set depth, and none is beside the picture.
struct SpeckDepth {
    /// Depth of a band against the outline's, and lines and rows of it that are looked at.
    private static let band = 0.04
    private static let lines = 96
    private static let rows = 16
    /// Grey above the screen from which a pixel is a speck, and to which: on a screen that is not of one grey to the pixel
    /// there are as many beside the picture, and then they tell nothing.
    private static let specks = 1...64
    /// Share of a band's pixels that are specks at least and at most, and share of them beside it against that at most.
    private static let share = 0.02...0.5
    private static let mostBeside = 0.15
    /// Parts across, and how many of them must have specks.
    private static let parts = 8
    private static let leastParts = 6
    /// Bands without that may lie between, and bands that make a depth.
    private static let mostMissing = 2
    private static let leastBands = 4
    /// The most depth that is looked for, against the outline's.
    private static let mostDepth = 3.0
    /// Where beside the outline is looked, in shares of its lines.
    private static let beside = (from: 0.06, to: 0.36)

    /// The depth to which noise goes on: 1 is the outline's end.
    let depth: Double

    /// Looks below an outline; nil where it ends.
    ///
    /// - Parameters:
    ///   - outline: The outline in pixels.
    ///   - luma: The picture.
    ///   - screen: The screen's grey.
    init?(below outline: ScanOutline, _ luma: GreyPlane, screen: Int) {
        let (low, high) = (screen + Self.specks.lowerBound, screen + Self.specks.upperBound)
        func look(_ lines: [ScanLine], from depth: Double) -> (share: Double, isBright: Bool, parts: Int)? {
            var counts = [Int](repeating: 0, count: Self.parts)
            var (pixels, bright) = (0, 0)
            for (number, line) in lines.enumerated() {
                for row in 0..<Self.rows {
                    let point = line.point(depth + (Double(row) + 0.5) / Double(Self.rows) * Self.band)
                    guard point.x >= 0, point.y >= 0, point.x < Double(luma.width), point.y < Double(luma.height) else {
                        continue
                    }
                    let grey = Int(luma.pixels[Int(point.y) * luma.width + Int(point.x)])
                    pixels += 1
                    if grey > high {
                        bright += 1
                    } else if grey >= low {
                        counts[number * Self.parts / lines.count] += 1
                    }
                }
            }
            guard pixels * 2 >= lines.count * Self.rows else { return nil }
            let specks = counts.reduce(0, +)
            return (Double(specks) / Double(pixels), bright * 4 > specks, counts.count { $0 > 0 })
        }
        func lines(_ low: Double, _ high: Double, _ count: Int) -> [ScanLine] {
            (0..<count).map { ScanLine(low + (high - low) * (Double($0) + 0.5) / Double(count), of: outline.geometry) }
        }
        let inside = lines(0.01, 0.99, Self.lines)
        // Half of them on each side.
        let around =
            lines(-Self.beside.to, -Self.beside.from, Self.lines / 2)
            + lines(1 + Self.beside.from, 1 + Self.beside.to, Self.lines / 2)
        var (last, found, index, missing) = (0, 0, 0, 0)
        while missing <= Self.mostMissing {
            let depth = 1 + Double(index) * Self.band
            guard depth < Self.mostDepth, let within = look(inside, from: depth), let beside = look(around, from: depth)
            else { break }
            index += 1
            if Self.share.contains(within.share), !within.isBright, within.parts >= Self.leastParts, !beside.isBright,
                beside.share <= Self.mostBeside * within.share
            {
                (last, missing) = (index, 0)
                found += 1
            } else {
                missing += 1
            }
        }
        guard found >= Self.leastBands else { return nil }
        depth = 1 + Double(last) * Self.band
    }
}
