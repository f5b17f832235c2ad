/// Generalised contrast-to-noise ratio: how far the grey values of the darkest fluid and of its surroundings overlap.
///
/// Any monotone grey map leaves it as it is, so it needs no baseline of the machine. It goes with what people see only
/// weakly (domain reference §1.10), so no finding is made of it.
package enum GeneralisedContrast: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "gcnr",
            measures: "How well the darkest fluid stands out from its surroundings.",
            unit: "share",
            direction: .higherIsBetter,
            range: 0...1,
            input: .polarView,
            formula:
                "Fluid: blocks (8 × 8 samples) below 35 % of the tissue's median, over black, joined (4 neighbours) "
                + "to regions of 0.5 to 20 % of the blocks that fill at least 70 % of their convex hull; the one with the "
                + "least mean. Surroundings: blocks two or three blocks beside "
                + "it at its own depths that are not dark and do not touch it; the blocks between are rim, part fluid. One minus the overlap of the two histograms in 32 bins, "
                + "(g − n) ÷ (1 − n) with the overlap n that chance alone would leave missing: half of the sum of "
                + "√(2 p (1 − p) (1/N₁ + 1/N₂) ÷ π) over the bins of both histograms together.",
            failure: "Absent without such a region, or with fewer than 1,000 samples on either side. A dark solid mass "
                + "or a shadow that ends is taken for fluid. Samples side by side are not independent, so chance leaves more "
                + "missing than is taken off and small regions read somewhat high. People's judgement follows it weakly "
                + "(rank correlation 0.24, Van De Vyver 2024).",
            source: "Rodriguez-Molares 2020, doi 10.1109/TUFFC.2019.2956855; domain reference §1.10"
        )
    ]

    /// Bins of the histograms, and samples that either must have.
    package static let bins = 32
    package static let fewestSamples = 1000

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let side = PolarStatistics.bands
        let blocks = evidence.polar.blocks
        let black = Float(evidence.levels.black)
        guard evidence.tissue.count >= 100, let usual = evidence.tissue.middle else { return }
        let limit = black + 0.35 * (usual - black)
        let valid = blocks.count { $0.count >= 32 }
        let dark = blocks.map { $0.count >= 32 && $0.mean < limit }
        var fluid: (region: [Int], mean: Float)?
        for region in BlockRegions(flags: dark, side: side).regions
        where region.count * 200 >= valid && region.count * 5 <= valid && solidity(of: region, side: side) >= 0.7 {
            let mean = region.reduce(0) { $0 + blocks[$1].mean } / Float(region.count)
            if mean < fluid?.mean ?? .infinity { fluid = (region, mean) }
        }
        guard let fluid else { return }
        let ring = surroundings(of: fluid.region, side: side).filter { blocks[$0].count >= 32 && !dark[$0] }
        let inside = histogram(of: fluid.region, in: evidence.input.polar)
        let outside = histogram(of: ring, in: evidence.input.polar)
        guard let value = contrast(inside, outside) else { return }
        measurements.values["gcnr"] = value
        let rows = fluid.region.map { Double($0 / side) }
        let columns = fluid.region.map { Double($0 % side) }
        guard let top = rows.min(), let bottom = rows.max(), let left = columns.min(), let right = columns.max() else {
            return
        }
        let width = Double(side)
        measurements.marks.append(
            Mark(
                metric: "gcnr",
                outline: evidence.input.polar.geometry.polygon(
                    lines: left / width...(right + 1) / width,
                    depths: top / width...(bottom + 1) / width
                )
            )
        )
    }

    /// The ratio of two histograms of `bins` counts, 0–1; nil when one has too few samples.
    package static func contrast(_ inside: [Int], _ outside: [Int]) -> Double? {
        let first = Double(inside.reduce(0, +))
        let second = Double(outside.reduce(0, +))
        guard first >= Double(fewestSamples), second >= Double(fewestSamples) else { return nil }
        var overlap = 0.0
        var chance = 0.0
        for (a, b) in zip(inside, outside) {
            overlap += min(Double(a) / first, Double(b) / second)
            let pooled = Double(a + b) / (first + second)
            chance += (2 * pooled * (1 - pooled) * (1 / first + 1 / second) / Double.pi).squareRoot() / 2
        }
        guard chance < 1 else { return nil }
        return min(1, max(0, (1 - overlap - chance) / (1 - chance)))
    }

    /// Share of its convex hull that a region of blocks fills, 0–1.
    package static func solidity(of region: [Int], side: Int) -> Double {
        // No corner of the hull lies between the first and the last block of a row.
        var ends = [(first: Int, last: Int)?](repeating: nil, count: (region.max() ?? 0) / side + 1)
        for block in region {
            let (x, y) = (block % side, block / side)
            ends[y] = (min(ends[y]?.first ?? x, x), max(ends[y]?.last ?? x, x))
        }
        var corners: [(x: Int, y: Int)] = []
        for (y, end) in ends.enumerated() {
            guard let end else { continue }
            corners += [(end.first, y), (end.first, y + 1), (end.last + 1, y), (end.last + 1, y + 1)]
        }
        corners.sort { ($0.x, $0.y) < ($1.x, $1.y) }
        func chain(_ points: [(x: Int, y: Int)]) -> [(x: Int, y: Int)] {
            var hull: [(x: Int, y: Int)] = []
            for point in points {
                while hull.count >= 2 {
                    let (a, b) = (hull[hull.count - 2], hull[hull.count - 1])
                    if (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x) > 0 { break }
                    hull.removeLast()
                }
                hull.append(point)
            }
            return hull
        }
        let outline = chain(corners).dropLast() + chain(corners.reversed()).dropLast()
        let ring = Array(outline)
        var doubled = 0
        for (index, point) in ring.enumerated() {
            let next = ring[(index + 1) % ring.count]
            doubled += point.x * next.y - next.x * point.y
        }
        return doubled == 0 ? 0 : Double(2 * region.count) / Double(abs(doubled))
    }

    /// Blocks two or three columns beside the region, at its own depths, none of which touches it, not even by a corner.
    private static func surroundings(of region: [Int], side: Int) -> [Int] {
        let own = Set(region)
        var ring: Set<Int> = []
        for block in region {
            let column = block % side
            for step in [-3, -2, 2, 3] where (0..<side).contains(column + step) { ring.insert(block + step) }
        }
        let free = ring.filter { block in
            let (row, column) = (block / side, block % side)
            return (max(0, row - 1)...min(side - 1, row + 1)).allSatisfy { near in
                (max(0, column - 1)...min(side - 1, column + 1)).allSatisfy { !own.contains(near * side + $0) }
            }
        }
        return free.sorted()
    }

    private static func histogram(of region: [Int], in view: PolarView) -> [Int] {
        var counts = [Int](repeating: 0, count: bins)
        let step = PolarStatistics.step
        let samples = view.samples.span
        let valid = view.valid.span
        for block in region {
            let row = block / PolarStatistics.bands * step
            let line = block % PolarStatistics.bands * step
            for depth in row..<row + step {
                for index in depth * PolarView.lines + line..<depth * PolarView.lines + line + step
                where valid[index] != 0 { counts[Int(samples[index]) / 8] += 1 }
            }
        }
        return counts
    }
}
