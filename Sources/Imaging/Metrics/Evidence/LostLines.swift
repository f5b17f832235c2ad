/// Neighbouring scan lines that are lost, each from some depth on down to the bottom: what a mark is drawn around.
struct LostLines: Sendable {
    /// From the left, 0–255.
    let lines: ClosedRange<Int>
    /// For each line the depth band (0–31) from which it is lost.
    let starts: [Int]

    /// Share of the usual brightness below which a cell is dark (as in `LineEdges.darkTail`), and below which it is where an edge
    /// along the lines stands beside it.
    private static let darkShare: Float = 0.35
    private static let shadedShare: Float = 0.6
    /// Lines that a run has at least; as many that are not lost part two runs.
    private static let fewestLines = 6
    /// Lines between an edge and the run that it belongs to.
    private static let reach = 10

    /// Lines that are dark down to the bottom over at least a sixth of the depth.
    static func shadowed(_ evidence: MetricEvidence) -> [LostLines] {
        guard let edges = evidence.edges else { return [] }
        let dark = runs(of: darkStarts(evidence, edges, share: darkShare, part: 6))
        guard dark.isEmpty else { return dark }
        return runs(of: darkStarts(evidence, edges, share: shadedShare, part: 6)).filter { $0.touches(edges.deepLine) }
    }

    /// Lines that are dark over at least two thirds of the depth or show other than speckle, which are lost from the skin on,
    /// and dark lines beside the line at which the picture is parted, from where they are dark.
    static func withoutContact(_ evidence: MetricEvidence) -> [LostLines] {
        guard let edges = evidence.edges else { return [] }
        let dark = darkStarts(evidence, edges, share: darkShare, part: 6)
        let whole = darkStarts(evidence, edges, share: darkShare, part: 1.5)
        var starts = whole.map { $0 == nil ? nil : 0 }
        for column in evidence.texture?.uncorrelated ?? [] {
            for line in column * PolarStatistics.step..<(column + 1) * PolarStatistics.step { starts[line] = 0 }
        }
        let lost = runs(of: starts)
        let beside = runs(of: dark).filter { run in
            run.touches(edges.partingLine) && !lost.contains { $0.lines.overlaps(run.lines) }
        }
        guard lost.isEmpty, beside.isEmpty else { return lost + beside }
        return runs(of: darkStarts(evidence, edges, share: shadedShare, part: 1.5)).filter {
            $0.touches(edges.partingLine)
        }
    }

    /// Where each line begins to be dark; nil for lines that are so over less than one `part`-th of the depth that can be judged.
    private static func darkStarts(
        _ evidence: MetricEvidence,
        _ edges: LineEdges,
        share: Float,
        part: Double
    ) -> [Int?] {
        tails(evidence.polar, usual: edges.usual, black: Float(evidence.levels.black), share: share).map { tail in
            tail.flatMap { Double($0.dark) * part >= Double($0.known) && $0.dark >= 4 ? $0.start : nil }
        }
    }

    /// Whether an edge beside a line is the run's.
    private func touches(_ line: Int) -> Bool {
        abs(line - lines.lowerBound) <= Self.reach || abs(line - lines.upperBound) <= Self.reach
    }

    /// The outline on the picture: down each line from where it is lost.
    func outline(_ geometry: ScanGeometry) -> [PixelPoint] {
        let step = max(1, lines.count / 24)
        var top: [(line: Double, depth: Double)] = []
        var position = 0
        while position < lines.count {
            let next = min(lines.count, position + step)
            let depth = Double(starts[position..<next].sorted()[(next - position) / 2]) / Double(PolarStatistics.bands)
            for border in [position, next] {
                top.append((Double(lines.lowerBound + border) / Double(PolarView.lines), depth))
            }
            position = next
        }
        var corners: [PixelPoint] = []
        for corner in top {
            let point = geometry.point(line: corner.line, depth: corner.depth)
            if corners.last != point { corners.append(point) }
        }
        let edges = Double(lines.lowerBound)...Double(lines.upperBound + 1)
        let bottom = geometry.polygon(
            lines: edges.lowerBound / Double(PolarView.lines)...edges.upperBound / Double(PolarView.lines),
            depths: 0...1
        )
        return corners + bottom.suffix(bottom.count / 2)
    }

    /// How far a line is dark from the bottom up.
    private struct Tail {
        /// Bands that can be judged, bands of the tail, and its first band.
        var known = 0
        var dark = 0
        var start = PolarStatistics.bands
    }

    /// Climbs up each line from the bottom, until two bright cells follow each other; nil with fewer than 8 judged bands.
    private static func tails(
        _ polar: PolarStatistics,
        usual: [Float?],
        black: Float,
        share: Float
    ) -> [Tail?] {
        (0..<PolarView.lines).map { line in
            var tail = Tail()
            var bright = 0
            for band in usual.indices.reversed() {
                guard let value = usual[band], let cell = polar.cell(band: band, line: line) else { continue }
                tail.known += 1
                guard bright < 2 else { continue }
                if cell - black < share * value {
                    tail.dark += 1
                    tail.start = band
                    bright = 0
                } else {
                    bright += 1
                }
            }
            return tail.known < 8 ? nil : tail
        }
    }

    /// Neighbouring lines together, over gaps of fewer lines than a run has; the start of a line is the median of nine.
    private static func runs(of starts: [Int?]) -> [LostLines] {
        var runs: [ClosedRange<Int>] = []
        for line in starts.indices where starts[line] != nil {
            if let last = runs.last, line - last.upperBound <= fewestLines {
                runs[runs.count - 1] = last.lowerBound...line
            } else {
                runs.append(line...line)
            }
        }
        return runs.compactMap { run in
            let own = run.compactMap { starts[$0] }
            guard own.count >= fewestLines, own.count * 2 >= run.count else { return nil }
            return LostLines(
                lines: run,
                starts: run.map { line in
                    let near = (max(run.lowerBound, line - 4)...min(run.upperBound, line + 4)).compactMap { starts[$0] }
                    return near.isEmpty ? own.sorted()[own.count / 2] : near.sorted()[near.count / 2]
                }
            )
        }
    }
}
