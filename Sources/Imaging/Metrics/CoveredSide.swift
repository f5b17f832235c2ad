/// A fan's left or right side that is dark behind an upright edge.
///
/// The lines of a fan lean, and so does all that the probe does not see: what is dark behind an upright edge over a third of the height
/// was covered or lost as columns of the picture, not as lines. Odds by lines (`contact.odds`) see each line go dark at another depth,
/// as at the far side of an organ.
package enum CoveredSide: Metric {
    /// Columns that are looked at, as shares of the box's width from the side: less is the corner of a fan, more is not its side.
    private static let columns = stride(from: 0.05, to: mostColumn, by: 0.005)
    private static let mostColumn = 0.4
    /// Lines on either side of a column that are compared: an edge that is 2 % of the width wide lies between them.
    private static let nearest = 2
    private static let farthest = 7
    /// Grey over black that one of both has where anything can be told, and what is added to both.
    private static let leastGrey: Float = 12
    private static let offset: Float = 6
    /// Contrast above which it says no more, and the square of the error that all bands may share.
    private static let mostContrast: Float = 0.45
    private static let sharedError: Float = 0.0022
    /// Mean contrast over its standard error from which an edge is told.
    ///
    /// Of 150 good pictures one lies above: a fan's side that the finder drew through the black beside it.
    private static let leastCertainty: Float = 7.5
    /// Bands of depth (of 32), lines and share of the height that the edge crosses; anatomy stands upright over 0.29.
    private static let leastBands = 6
    private static let leastLines = 10
    private static let leastHeight = 0.3
    /// A side is looked at where as many bands begin with lines under this share of what the brighter lines have.
    private static let dimShare: Float = 0.6

    package static let descriptions = [
        MetricDescription(
            id: "contact.covered",
            measures: "Share of a fan's width that is dark behind an upright edge.",
            unit: "%",
            direction: .lowerIsBetter,
            range: 0...100,
            input: .polarView,
            formula:
                "From the left and from the right, for columns at 5 to 40 % of the box's width: in each of 32 bands of depth the mean of the "
                + "lines 2 to 6 inside of the column (i) and 3 to 7 outside (o), over black; c = (i - o)/(i + o + 12), at most 0.45. The column with the "
                + "greatest mean(c)/sqrt(var(c)/n + 0.0022), where n of at least 6 bands, 10 lines and 30 % of the height are crossed "
                + "and this is over 7.5: its distance from the side, over the width. The wider of both sides; 0 without one. Cells without "
                + "valid samples are black, lines outside the box do not count.",
            failure:
                "Absent where neither side leans (rectangles). A black box over a name that reaches the fan's side looks alike; noise as "
                + "bright as the tissue beside it hides the edge.",
            source: "domain reference §1.11 (lost contact, as columns)"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let sides = [true, false].compactMap { FanSide(isLeft: $0, evidence) }
        guard !sides.isEmpty else { return }
        guard let widest = sides.compactMap({ $0.edge() }).max(by: { $0.share < $1.share }) else {
            measurements.values["contact.covered"] = 0
            return
        }
        measurements.values["contact.covered"] = 100 * widest.share
        measurements.marks.append(Mark(metric: "contact.covered", outline: widest.outline))
    }

    /// One side of the area, seen from there inwards: line 0 and position 0 are the outermost ones.
    private struct FanSide {
        let isLeft: Bool
        let polar: PolarStatistics
        let box: PixelBox
        let black: Float
        let geometry: ScanGeometry

        /// Nil where the side's line does not lean.
        init?(isLeft: Bool, _ evidence: MetricEvidence) {
            let geometry = evidence.input.polar.geometry
            let outermost = isLeft ? 0.0 : 1
            let lean = geometry.point(line: outermost, depth: 0).x - geometry.point(line: outermost, depth: 1).x
            let box = evidence.input.area.box
            guard (isLeft ? lean : -lean) > 0.04 * Double(box.width) else { return nil }
            self.isLeft = isLeft
            self.box = box
            polar = evidence.polar
            black = Float(evidence.levels.black)
            self.geometry = geometry
        }

        /// Where each line lies at a depth.
        private func points(depth: Double) -> [PixelPoint] {
            (0..<PolarView.lines).map { line in
                let place = (Double(line) + 0.5) / Double(PolarView.lines)
                return geometry.point(line: isLeft ? place : 1 - place, depth: depth)
            }
        }

        /// Whether enough bands begin dim; what is not valid may be.
        private var isDim: Bool {
            let outer = isLeft ? 0..<CoveredSide.farthest : PolarView.lines - CoveredSide.farthest..<PolarView.lines
            let dim = (0..<PolarStatistics.bands).count { band in
                let usual = polar.brighter[band].mean - black
                let sum = outer.reduce(Float(0)) { $0 + (polar.cell(band: band, line: $1) ?? black) - black }
                return usual >= CoveredSide.leastGrey && sum < CoveredSide.dimShare * usual * Float(outer.count)
            }
            return dim >= CoveredSide.leastBands
        }

        /// The most certain upright edge; nil where there is none.
        func edge() -> (share: Double, outline: [PixelPoint])? {
            guard isDim else { return nil }
            let starts = points(depth: 0)
            let ends = points(depth: 1)
            var bands = (0..<PolarStatistics.bands).map { Band($0, of: self, starts, ends) }
            var best: (certainty: Float, column: Double)?
            for column in CoveredSide.columns {
                var tally = Tally()
                for index in bands.indices {
                    if let contrast = bands[index].contrast(column) {
                        tally.add(contrast, line: bands[index].line, y: bands[index].point.y)
                    }
                }
                guard tally.certainty > best?.certainty ?? CoveredSide.leastCertainty, tally.isUpright(in: box) else {
                    continue
                }
                best = (tally.certainty, column)
            }
            guard let best else { return nil }
            var (edge, side): ([PixelPoint], [PixelPoint]) = ([], [])
            for index in bands.indices {
                bands[index].line = 0
                guard bands[index].contrast(best.column) != nil else { continue }
                edge.append(bands[index].point)
                side.append(bands[index].outermost)
            }
            return (best.column, edge + side.reversed())
        }

        /// The contrasts that one column has in the bands, from the top down.
        private struct Tally {
            private var count: Float = 0
            private var sum: Float = 0
            private var squares: Float = 0
            private var top: (line: Int, y: Double)?
            private var bottom: (line: Int, y: Double)?

            mutating func add(_ contrast: Float, line: Int, y: Double) {
                count += 1
                sum += contrast
                squares += contrast * contrast
                bottom = (line, y)
                if top == nil { top = bottom }
            }

            /// Mean contrast over its standard error; 0 of too few bands.
            var certainty: Float {
                guard count >= Float(CoveredSide.leastBands) else { return 0 }
                let mean = sum / count
                return mean / (max(0, squares / count - mean * mean) / count + CoveredSide.sharedError).squareRoot()
            }

            /// Whether enough lines and height are crossed.
            func isUpright(in box: PixelBox) -> Bool {
                guard let top, let bottom else { return false }
                return abs(top.line - bottom.line) >= CoveredSide.leastLines
                    && abs(bottom.y - top.y) >= CoveredSide.leastHeight * Double(box.height)
            }
        }

        /// One band of depth, from the side inwards, as far as columns are looked at.
        private struct Band {
            /// Where the line at no depth and at the greatest one lies: it runs straight.
            private let starts, ends: [PixelPoint]
            private let depth: Double
            /// Distance of each line from the box's side as a share of the width, growing.
            private var distances: [Double] = []
            /// Sums of grey over black and counts of lines within the box, before each line.
            private var sums: [Float] = [0]
            private var counts: [Float] = [0]
            /// The first line at the last column that was asked for, or before it.
            var line = 0

            init(_ band: Int, of side: FanSide, _ starts: [PixelPoint], _ ends: [PixelPoint]) {
                (self.starts, self.ends) = (starts, ends)
                depth = (Double(band) + 0.5) / Double(PolarStatistics.bands)
                distances.reserveCapacity(PolarView.lines)
                sums.reserveCapacity(PolarView.lines + 1)
                counts.reserveCapacity(PolarView.lines + 1)
                let (left, right) = (Double(side.box.x), Double(side.box.x + side.box.width - 1))
                let (top, bottom) = (Double(side.box.y), Double(side.box.y + side.box.height - 1))
                let width = Double(side.box.width)
                var (sum, count): (Float, Float) = (0, 0)
                var beyond = 0
                for line in 0..<PolarView.lines where beyond < CoveredSide.farthest {
                    let point = starts[line].interpolated(to: ends[line], at: depth)
                    let distance = (side.isLeft ? point.x - left : right - point.x) / width
                    if distance > CoveredSide.mostColumn { beyond += 1 }
                    if left...right ~= point.x, top...bottom ~= point.y {
                        let cell = side.polar.cell(band: band, line: side.isLeft ? line : PolarView.lines - 1 - line)
                        sum += max(0, (cell ?? side.black) - side.black)
                        count += 1
                    }
                    distances.append(distance)
                    sums.append(sum)
                    counts.append(count)
                }
            }

            /// Where the line that was found last lies.
            var point: PixelPoint { place(line) }
            /// The last line before the box.
            var outermost: PixelPoint { place((counts.firstIndex { $0 > 0 } ?? 1) - 1) }

            private func place(_ line: Int) -> PixelPoint { starts[line].interpolated(to: ends[line], at: depth) }

            /// Mean over lines; nil where fewer than two lie within the box.
            private func mean(_ lines: Range<Int>) -> Float? {
                let (lower, upper) = (max(0, lines.lowerBound), lines.upperBound)
                guard upper > lower else { return nil }
                let count = counts[upper] - counts[lower]
                return count < 2 ? nil : (sums[upper] - sums[lower]) / count
            }

            /// Between both sides of a column, which is not before the one asked for last; nil where it runs outside, or where both
            /// sides are black.
            mutating func contrast(_ column: Double) -> Float? {
                while line < distances.count, distances[line] < column { line += 1 }
                guard line > CoveredSide.nearest, line + CoveredSide.farthest < sums.count,
                    let outer = mean(line - CoveredSide.farthest..<line - CoveredSide.nearest),
                    let inner = mean(line + CoveredSide.nearest..<line + CoveredSide.farthest),
                    max(outer, inner) >= CoveredSide.leastGrey
                else { return nil }
                let contrast = (inner - outer) / (inner + outer + 2 * CoveredSide.offset)
                return min(CoveredSide.mostContrast, max(-CoveredSide.mostContrast, contrast))
            }
        }
    }
}
