import Foundation

/// Where the probe's face and its reverberation lie, and the grey along their normals.
extension AirArcs {
    /// The line that a band follows: an arc about the probe's centre, or a level line.
    struct Face {
        /// Where each reading line starts, and its direction.
        let starts: [(x: Double, y: Double, dx: Double, dy: Double)]
        /// Whether the band is level.
        let isLevel: Bool
        /// Pixels of picture above the start that are read too.
        private let above: Int

        init?(_ luma: GreyPlane, band: PixelBox, level: Int) {
            // The ends of a band may slant.
            let margin = Double(band.width) / 16 + 2
            let points = Self.trace(luma, band: band, level: level).filter {
                $0.x >= Double(band.x) + margin && $0.x <= Double(band.x + band.width) - margin
            }
            guard points.count * 10 >= band.width * 6 else { return nil }
            above = luma.height / 5
            let rows = points.map(\.y).sorted()
            let row = rows[rows.count / 2]
            isLevel = points.count { abs($0.y - row) <= AirArcs.levelSlack } * 10 >= points.count * 9
            if isLevel {
                starts = (0..<AirArcs.lines).map { line in
                    let share = (Double(line) + 0.5) / Double(AirArcs.lines) * 0.8 + AirArcs.part.lowerBound
                    return (Double(band.x) + share * Double(band.width), row, 0, 1)
                }
                return
            }
            guard let rough = Self.circle(points) else { return nil }
            // Where the band touches another, its trace may leave it.
            let kept = points.filter { abs(hypot($0.x - rough.x, $0.y - rough.y) - rough.radius) <= 3 }
            guard kept.count * 10 >= points.count * 8, let circle = Self.circle(kept) else { return nil }
            let middle = Double(band.x) + Double(band.width) / 2
            // A band hangs in the middle: its centre is above it.
            guard let top = points.map(\.y).min(), circle.y < top, abs(circle.x - middle) < 0.35 * Double(band.width)
            else { return nil }
            let deviation = kept.map { pow(hypot($0.x - circle.x, $0.y - circle.y) - circle.radius, 2) }.reduce(0, +)
            let most = max(AirArcs.mostDeviation.pixels, AirArcs.mostDeviation.radius * circle.radius)
            guard (deviation / Double(kept.count)).squareRoot() <= most else { return nil }
            let angles = points.map { atan2($0.x - circle.x, $0.y - circle.y) }
            guard let low = angles.min(), let high = angles.max(), high - low > 0.1,
                max(abs(low), abs(high)) < AirArcs.widestHalf
            else { return nil }
            starts = (0..<AirArcs.lines).map { line in
                let share = (Double(line) + 0.5) / Double(AirArcs.lines) * 0.8 + AirArcs.part.lowerBound
                let angle = low + share * (high - low)
                return (
                    circle.x + circle.radius * sin(angle), circle.y + circle.radius * cos(angle), sin(angle), cos(angle)
                )
            }
        }

        /// Middles of the bright run of each column, followed from either end of the band to its middle.
        ///
        /// At the ends nothing but the band itself is there: bands above are shorter, and those below hang lower.
        private static func trace(_ luma: GreyPlane, band: PixelBox, level: Int) -> [(x: Double, y: Double)] {
            var points: [(x: Double, y: Double)] = []
            let middle = band.x + band.width / 2
            let sides = [
                Array(band.x..<middle), (middle..<min(luma.width, band.x + band.width)).reversed(),
            ]
            for columns in sides {
                var last: Double?
                for x in columns {
                    var best: Double?
                    var y = band.y
                    while y < band.y + band.height {
                        guard Int(luma.pixels[y * luma.width + x]) > level else {
                            y += 1
                            continue
                        }
                        let first = y
                        while y < band.y + band.height, Int(luma.pixels[y * luma.width + x]) > level { y += 1 }
                        let centre = Double(first + y - 1) / 2
                        guard let previous = last else {
                            best = best ?? centre
                            continue
                        }
                        if abs(centre - previous) <= min(4, abs((best ?? .infinity) - previous)) { best = centre }
                    }
                    guard let best else { continue }
                    last = best
                    points.append((Double(x), best))
                }
            }
            return points
        }

        /// The circle nearest to points by algebraic distance.
        static func circle(_ points: [(x: Double, y: Double)]) -> (x: Double, y: Double, radius: Double)? {
            let count = Double(points.count)
            let (mx, my) = (points.reduce(0) { $0 + $1.x } / count, points.reduce(0) { $0 + $1.y } / count)
            var (xx, xy, yy, xz, yz, zz) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
            for point in points {
                let (x, y) = (point.x - mx, point.y - my)
                let z = x * x + y * y
                xx += x * x
                xy += x * y
                yy += y * y
                xz += x * z
                yz += y * z
                zz += z
            }
            // Points on one level line have no circle; a very large one stands for it.
            guard yy > 1e-3 * count else { return (mx, my - 1e6, 1e6) }
            guard let centre = LinearSystem.solved([[xx, xy], [xy, yy]], [xz / 2, yz / 2]) else { return nil }
            let radius = (centre[0] * centre[0] + centre[1] * centre[1] + zz / count).squareRoot()
            return radius.isFinite ? (mx + centre[0], my + centre[1], radius) : nil
        }

        /// Grey above the background along all lines, from a fifth of the height above the band to the end of the picture.
        func samples(of luma: GreyPlane, background: Double) -> Samples {
            let lowest = starts.map(\.y).max() ?? 0
            let depths = above + max(0, luma.height - 1 - Int(lowest))
            var values: [Double] = []
            values.reserveCapacity(depths * starts.count)
            for start in starts {
                for depth in 0..<depths {
                    let reach = Double(depth - above)
                    let (x, y) = (start.x + reach * start.dx, start.y + reach * start.dy)
                    let isInside =
                        x >= 1 && y >= 1 && x < Double(luma.width) - 2 && y < Double(luma.height) - 2
                    values.append(isInside ? max(0, Self.grey(luma, x, y) - background) : 0)
                }
            }
            return Samples(values: values, depths: depths, origin: above)
        }

        /// Grey between four pixels.
        private static func grey(_ luma: GreyPlane, _ x: Double, _ y: Double) -> Double {
            let (column, row) = (Int(x), Int(y))
            let (fx, fy) = (x - Double(column), y - Double(row))
            let index = row * luma.width + column
            let upper = Double(luma.pixels[index]) * (1 - fx) + Double(luma.pixels[index + 1]) * fx
            let lower =
                Double(luma.pixels[index + luma.width]) * (1 - fx) + Double(luma.pixels[index + luma.width + 1]) * fx
            return upper * (1 - fy) + lower * fy
        }
    }

    /// Grey along the reading lines.
    struct Samples {
        let values: [Double]
        let depths: Int
        /// The depth at which the band lies.
        let origin: Int

        subscript(line: Int, depth: Int) -> Double { values[line * depths + depth] }

        func mean(_ depth: Int) -> Double {
            (0..<AirArcs.lines).reduce(0) { $0 + self[$1, depth] } / Double(AirArcs.lines)
        }
    }
}
