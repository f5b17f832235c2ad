/// The pictogram of a body with the probe's position on it, which many scanners draw at the edge of the ultrasound.
///
/// Scanners differ in what they draw (a trunk, a breast, a neck, a fetus); what they share is a group of thin bright
/// strokes 5 to 17 % of the screen high, with at least one stroke half as high as the whole, that is nearly its own
/// mirror image, since bodies are drawn from the front. Letters are shorter, scales and logos are no mirror images.
struct BodyMark {
    /// The box around it.
    let box: PixelBox

    /// Height as a share of the screen's.
    private static let leastShare = 0.05
    private static let mostShare = 0.17
    /// Fewest rows that can be told from letters.
    private static let leastHeight = 40
    /// Grey from which a pixel belongs to a stroke, and by how much it is brighter than both pixels `reach` away.
    private static let leastGrey = 120
    private static let contrast = 60
    private static let reach = 5
    /// Fewest pixels of a stroke that was widened by one all round: six in a row have 24.
    private static let leastGrownArea = 24
    /// Most of its box that a line drawing fills.
    private static let mostInk = 0.25
    /// Least share of the ink that has ink at most two pixels from its mirror image, beyond what chance gives.
    private static let leastSymmetry = 0.7
    /// Middle part of the scan area, as a share of its box from either side, where no pictogram is drawn.
    private static let middle = 0.22

    /// Looks where pieces of strokes have been found already, so pictures without any cost nothing.
    ///
    /// - Parameters:
    ///   - luma: The picture.
    ///   - pieces: Boxes of what was drawn onto the ultrasound, and of sparse pieces on the screen around it.
    ///   - area: The box around the scan area.
    init?(luma: GreyPlane, pieces: [PixelBox], area: PixelBox) {
        let least = max(Self.leastHeight, Int(Self.leastShare * Double(luma.height)))
        let most = Int(Self.mostShare * Double(luma.height))
        guard most >= least else { return nil }
        let gap = max(4, luma.height / 40)
        let near = pieces.filter { max($0.width, $0.height) <= most + 2 * gap }
        guard !near.isEmpty, near.count <= 400 else { return nil }
        for group in Self.groups(near, gap: gap) {
            guard max(group.width, group.height) >= least / 2, group.width <= 3 * most, group.height <= 2 * most,
                !Self.isInTheMiddle(group, of: area),
                let ink = Ink(luma: luma, around: group, margin: gap, most: most),
                ink.box.height >= least, ink.box.height <= most,
                3 * ink.box.width >= ink.box.height, 5 * ink.box.width <= 6 * ink.box.height,
                2 * ink.tallest >= ink.box.height,
                Double(ink.points.count) <= Self.mostInk * Double(ink.box.width * ink.box.height),
                ink.symmetry >= Self.leastSymmetry
            else { continue }
            box = ink.box
            return
        }
        return nil
    }

    private static func isInTheMiddle(_ box: PixelBox, of area: PixelBox) -> Bool {
        let (x, y) = (Double(box.x) + Double(box.width) / 2, Double(box.y) + Double(box.height) / 2)
        let (left, top) = (Double(area.x) + middle * Double(area.width), Double(area.y) + middle * Double(area.height))
        return x > left && x < left + (1 - 2 * middle) * Double(area.width)
            && y > top && y < top + (1 - 2 * middle) * Double(area.height)
    }

    /// Boxes around pieces that lie within a gap of each other.
    private static func groups(_ pieces: [PixelBox], gap: Int) -> [PixelBox] {
        var groups: [PixelBox] = []
        for piece in pieces {
            var whole = piece
            var hasGrown = true
            while hasGrown {
                hasGrown = false
                for index in groups.indices.reversed() where isNear(groups[index], whole, gap: gap) {
                    whole = whole.joined(with: groups.remove(at: index))
                    hasGrown = true
                }
            }
            groups.append(whole)
        }
        return groups.sorted { ($0.y, $0.x) < ($1.y, $1.x) }
    }

    private static func isNear(_ first: PixelBox, _ second: PixelBox, gap: Int) -> Bool {
        first.x < second.x + second.width + gap && second.x < first.x + first.width + gap
            && first.y < second.y + second.height + gap && second.y < first.y + first.height + gap
    }

    /// Thin bright strokes in a part of the picture.
    private struct Ink {
        /// Pixels, as column and row of the picture.
        let points: [(x: Int, y: Int)]
        /// The box around them.
        let box: PixelBox
        /// Rows of the tallest stroke; words are long, but no higher than letters.
        let tallest: Int

        init?(luma: GreyPlane, around group: PixelBox, margin: Int, most: Int) {
            let left = max(BodyMark.reach, group.x - margin)
            let top = max(BodyMark.reach, group.y - margin)
            let right = min(luma.width - BodyMark.reach, group.x + group.width + margin)
            let bottom = min(luma.height - BodyMark.reach, group.y + group.height + margin)
            guard right > left, bottom > top else { return nil }
            let width = right - left
            var cells = [UInt8](repeating: 0, count: width * (bottom - top))
            let pixels = luma.pixels.span
            for y in top..<bottom {
                for x in left..<right {
                    let at = y &* luma.width &+ x
                    let grey = Int(pixels[at])
                    guard grey >= BodyMark.leastGrey else { continue }
                    let beside = max(pixels[at &- BodyMark.reach], pixels[at &+ BodyMark.reach])
                    let rows = BodyMark.reach &* luma.width
                    let above = max(pixels[at &- rows], pixels[at &+ rows])
                    if grey - Int(min(beside, above)) >= BodyMark.contrast {
                        cells[(y - top) &* width &+ x - left] = 1
                    }
                }
            }
            // Strokes whose pixels touch at corners only are one stroke: joined by a pixel all round.
            let grown = CellMap(width: width, height: bottom - top, cells: cells).dilated(radius: 1).components()
            // Labels are as many as first runs, not as parts.
            let labels = Int(grown.parts.map(\.label).max() ?? 0)
            var isStroke = [Bool](repeating: false, count: labels + 1)
            var tallest = 0
            for part in grown.parts where part.area >= BodyMark.leastGrownArea {
                let length = max(part.maxX - part.minX, part.maxY - part.minY) - 2
                guard length <= most else { continue }
                isStroke[Int(part.label)] = true
                tallest = max(tallest, part.maxY - part.minY - 2)
            }
            self.tallest = tallest
            var found: [(x: Int, y: Int)] = []
            for index in cells.indices where cells[index] != 0 && isStroke[Int(grown.labels[index])] {
                found.append((index % width + left, index / width + top))
            }
            guard let first = found.first, let last = found.last else { return nil }
            let columns = found.map(\.x)
            let (low, high) = (columns.min() ?? first.x, columns.max() ?? first.x)
            points = found
            box = PixelBox(x: low, y: first.y, width: high - low + 1, height: last.y - first.y + 1)
        }

        /// Share of the ink that has ink near its mirror image, about the best upright axis near the middle, beyond
        /// what chance gives, at most 1.
        ///
        /// Chance: the share of the box that lies within two pixels of ink, since dense drawing meets itself anywhere.
        var symmetry: Double {
            // Two pixels wider all round.
            let width = box.width + 4
            var wide = [UInt8](repeating: 0, count: width * (box.height + 4))
            for point in points {
                for y in point.y - box.y..<point.y - box.y + 5 {
                    for x in point.x - box.x..<point.x - box.x + 5 { wide[y * width + x] = 1 }
                }
            }
            let slack = max(2, box.width / 8)
            var best = 0
            for shift in -slack...slack {
                var met = 0
                for point in points {
                    let mirrored = box.width - 1 - (point.x - box.x) + shift + 2
                    if mirrored >= 0, mirrored < width, wide[(point.y - box.y + 2) * width + mirrored] != 0 { met += 1 }
                }
                best = max(best, met)
            }
            let chance = Double(wide.reduce(0) { $0 + Int($1) }) / Double(wide.count)
            guard !points.isEmpty, chance < 1 else { return 0 }
            return (Double(best) / Double(points.count) - chance) / (1 - chance)
        }
    }
}
