import Imaging

/// A device's dead elements on the picture: each run of scan lines edged from the face down and hatched across.
///
/// Hatched by strokes along the depth, because scan lines of a sector run aslant and apart, which boxes cannot follow.
struct DeadLineMarks {
    let geometry: ScanGeometry
    /// Scan lines of 256, from the left.
    let runs: [ClosedRange<Int>]
    /// Pixels of the original: 1/640 of its longer side.
    let unit: Double
    let ink: Ink

    /// Strokes from the face to the deepest row.
    private static let strokes = 48
    /// Narrowest strip that is drawn, in scan lines: one line alone would not be seen.
    private static let leastLines = 3.0

    /// Strokes and over them the edges, run by run.
    var shapes: [DrawnShape] { runs.flatMap(shapes) }

    /// Corners of each strip, without the strokes.
    var strips: [[PixelPoint]] {
        runs.map { run in
            let (left, right) = sides(of: run)
            let edges = edges(left, right)
            return edges[0] + edges[1].reversed()
        }
    }

    /// Where a run's strip begins and ends, as shares of the lines.
    private func sides(of run: ClosedRange<Int>) -> (left: Double, right: Double) {
        let lines = PolarView.lines
        let (first, last) = (max(0, min(lines - 1, run.lowerBound)), max(0, min(lines - 1, run.upperBound)))
        let middle = Double(first + last + 1) / 2
        let half = max(Double(last - first + 1), Self.leastLines) / 2
        let left = max(0, middle - half) / Double(lines)
        return (left, min(Double(lines), middle + half) / Double(lines))
    }

    /// Both edges from the face to the deepest row.
    private func edges(_ left: Double, _ right: Double) -> [[PixelPoint]] {
        let steps = 16
        return [left, right].map { line in
            (0...steps).map { geometry.point(line: line, depth: Double($0) / Double(steps)) }
        }
    }

    private func shapes(of run: ClosedRange<Int>) -> [DrawnShape] {
        let (left, right) = sides(of: run)
        let edges = edges(left, right)
        let strip = DrawnShape.tint(edges[0] + edges[1].reversed(), ink: ink, opacity: 0.12)
        let sides = edges.map { DrawnShape.line($0, isClosed: false, ink: ink, width: unit, dash: 0) }
        let strokes = (0..<Self.strokes).map { index -> DrawnShape in
            let (from, to) = (Double(index + 1) / Double(Self.strokes), Double(index) / Double(Self.strokes))
            let ends = [geometry.point(line: left, depth: from), geometry.point(line: right, depth: to)]
            return .line(ends, isClosed: false, ink: ink, width: unit, dash: 0)
        }
        return [strip] + strokes + sides
    }
}
