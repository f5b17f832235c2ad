/// A fan's left or right side that is dark behind an upright edge.
///
/// The lines of a fan lean, and so does all that the probe does not see: what is dark behind an upright edge over a third of the height
/// was covered or lost as columns of the picture, not as lines. Odds by lines (`contact.odds`) see each line go dark at another depth,
/// as at the far side of an organ.
package enum CoveredSide: Metric {
    /// Columns that are looked at, as shares of the box's width from the side: less is the corner of a fan, more is not its side.
    private static let columns = stride(from: 0.05, to: 0.4, by: 0.005)
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
            let bands = (0..<PolarStatistics.bands).map { band($0, starts, ends) }
            var best: (certainty: Float, column: Double, places: [Crossing]) = (CoveredSide.leastCertainty, 0, [])
            for column in CoveredSide.columns {
                let places = bands.compactMap { $0.crossing(column) }
                guard places.count >= CoveredSide.leastBands else { continue }
                let count = Float(places.count)
                let mean = places.reduce(0) { $0 + $1.contrast } / count
                let variance = places.reduce(0) { $0 + ($1.contrast - mean) * ($1.contrast - mean) } / count
                let certainty = mean / (variance / count + CoveredSide.sharedError).squareRoot()
                guard certainty > best.certainty, let top = places.first, let bottom = places.last,
                    abs(top.line - bottom.line) >= CoveredSide.leastLines,
                    abs(bottom.inner.y - top.inner.y) >= CoveredSide.leastHeight * Double(box.height)
                else { continue }
                best = (certainty, column, places)
            }
            guard !best.places.isEmpty else { return nil }
            return (best.column, best.places.map(\.inner) + best.places.reversed().map(\.outer))
        }

        /// What lies on both sides of a column in one band.
        private struct Crossing {
            let line: Int
            let contrast: Float
            /// On the column, and at the side.
            let inner, outer: PixelPoint
        }

        /// One band of depth, from the side inwards.
        private struct Band {
            /// Where each line lies, and its distance from the box's side as a share of the width, growing.
            let points: [PixelPoint]
            let distances: [Double]
            /// Sums of grey over black and counts of lines within the box, before each line.
            let sums, counts: [Float]

            /// Mean over lines; nil where fewer than two lie within the box.
            private func mean(_ lines: Range<Int>) -> Float? {
                let (lower, upper) = (max(0, lines.lowerBound), lines.upperBound)
                guard upper > lower else { return nil }
                let count = counts[upper] - counts[lower]
                return count < 2 ? nil : (sums[upper] - sums[lower]) / count
            }

            /// Nil where the column runs outside, or where both sides are black.
            func crossing(_ column: Double) -> Crossing? {
                guard let line = distances.firstIndex(where: { $0 >= column }), line > CoveredSide.nearest,
                    line + CoveredSide.farthest < PolarView.lines,
                    let outer = mean(line - CoveredSide.farthest..<line - CoveredSide.nearest),
                    let inner = mean(line + CoveredSide.nearest..<line + CoveredSide.farthest),
                    max(outer, inner) >= CoveredSide.leastGrey
                else { return nil }
                let contrast = (inner - outer) / (inner + outer + 2 * CoveredSide.offset)
                let side = counts.firstIndex { $0 > 0 } ?? 1
                return Crossing(
                    line: line,
                    contrast: min(CoveredSide.mostContrast, max(-CoveredSide.mostContrast, contrast)),
                    inner: points[line],
                    outer: points[side - 1]
                )
            }
        }

        /// `starts` and `ends` are where the lines lie at no depth and at the greatest one: they run straight.
        private func band(_ band: Int, _ starts: [PixelPoint], _ ends: [PixelPoint]) -> Band {
            let depth = (Double(band) + 0.5) / Double(PolarStatistics.bands)
            var (points, distances): ([PixelPoint], [Double]) = ([], [])
            var (sums, counts): ([Float], [Float]) = ([0], [0])
            points.reserveCapacity(PolarView.lines)
            distances.reserveCapacity(PolarView.lines)
            sums.reserveCapacity(PolarView.lines + 1)
            counts.reserveCapacity(PolarView.lines + 1)
            let right = Double(box.x + box.width - 1)
            let bottom = Double(box.y + box.height - 1)
            for line in 0..<PolarView.lines {
                let point = starts[line].interpolated(to: ends[line], at: depth)
                let cell = polar.cell(band: band, line: isLeft ? line : PolarView.lines - 1 - line) ?? black
                let isInside = Double(box.x)...right ~= point.x && Double(box.y)...bottom ~= point.y
                points.append(point)
                distances.append((isLeft ? point.x - Double(box.x) : right - point.x) / Double(box.width))
                sums.append(sums[line] + (isInside ? max(0, cell - black) : 0))
                counts.append(counts[line] + (isInside ? 1 : 0))
            }
            return Band(points: points, distances: distances, sums: sums, counts: counts)
        }
    }
}
