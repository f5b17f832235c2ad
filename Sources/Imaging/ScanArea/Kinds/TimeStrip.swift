/// A strip whose columns are moments and not places: spectral Doppler, tissue Doppler or M-mode.
///
/// Whatever the screen looks like, such a strip stands on many rows of the grid with the same left and the same right end,
/// because a sweep has a straight beginning and a straight end. What then tells it from B-mode of a straight probe:
/// 1. Spectra. Each column is a spectrum of its own, so grey changes faster from column to column than from row to row. In
///    B-mode it is the other way round: a beam is wider than its pulse is long (`StripTexture.acrossAgainstDown`).
/// 2. M-mode. All columns show one and the same line, so they are alike in brightness from one end to the other; and a
///    narrower picture stands above, apart from it and with next to nothing beside it, which shows where that line lies.
///
/// No shadow, vessel or muscle does so. M-mode alone on the screen or beside its picture is not told from layers.
enum TimeStrip {
    /// Least width of a strip, and of one told by its layout, against the picture's.
    private static let leastWidth = 0.34
    private static let leastLayoutWidth = 0.45
    /// Share of the height in which the middle of a strip may lie: headers and the lists below lie beyond.
    private static let middles = 0.12...0.94
    /// Rows without a straight run within one strip, against the height.
    private static let mostGap = 0.12
    /// Least height of a strip on whose rows anything is measured; a baseline alone is looked at with its surroundings.
    private static let leastHeight = 0.16
    private static let surroundings = 0.12
    /// Share of the columns that reach this share of the height away from the middle of a thin strip at least.
    private static let leastReach = (share: 0.1, height: 0.04)
    /// Ratio of grey differences across to those down from which columns are spectra.
    ///
    /// Spectra: 1.9 to 4.9 where seen. B-mode: up to 1.05; receiver noise, alike in both directions, brings it to 1.
    private static let leastRatio = 1.5
    /// How many pixels apart the same ratio must still hold: B-mode that is smeared down the picture is smooth from row to row
    /// and no further, while a moment's column differs from the next over its whole length.
    private static let farther = 4
    /// Most variation of the columns' brightness in M-mode (0.03 to 0.11 where seen), as a share of their mean.
    private static let mostVariation = 0.2
    /// Share of the rows whose content ends within a cell of where M-mode does, on both sides: 0.7 to 0.97 where seen.
    private static let leastStraight = 0.5
    /// Share of the picture's width between M-mode and the nearer of its sides: its scale has to stand somewhere.
    private static let leastScale = 0.02
    /// By how much of its width the picture above keeps away from either of its ends.
    private static let leastInset = 0.05
    /// Most content beside the picture above it, as a share of the cells there.
    private static let mostBeside = 0.25
    /// Width against height of M-mode at least.
    private static let leastAspect = 1.5

    /// Whether the picture has such a strip.
    static func isPresent(in image: UltrasoundImage, picture: ReducedPicture, foreground: Foreground) -> Bool {
        let runs = longestRuns(picture, foreground.map)
        for strip in candidates(runs, width: picture.width) {
            if isSpectrum(strip, image: image, picture: picture, foreground: foreground) { return true }
            if isMotion(strip, runs: runs, image: image, picture: picture, map: foreground.map) { return true }
        }
        return false
    }

    /// Rows of the grid with the same ends.
    private struct Candidate {
        var columns: Range<Int>
        var rows: Range<Int>
    }

    /// The longest stretch of content of each row, small gaps closed.
    private static func longestRuns(_ picture: ReducedPicture, _ map: CellMap) -> [Range<Int>] {
        let (width, height) = (picture.width, picture.height)
        let gap = max(2, width / 64)
        let cells = map.cells.span
        let coloured = picture.coloured.span
        let content = PackedCells(width: width, height: height) { cells.lanes(at: $0) | coloured.lanes(at: $0) }
        var result: [Range<Int>] = []
        result.reserveCapacity(height)
        for y in 0..<height {
            var best = 0..<0
            var stretch = 0..<0
            content.forEachRun(row: y) { run in
                if stretch.isEmpty || run.lowerBound &- stretch.upperBound > gap {
                    if stretch.count > best.count { best = stretch }
                    stretch = run
                } else {
                    stretch = stretch.lowerBound..<run.upperBound
                }
            }
            result.append(stretch.count > best.count ? stretch : best)
        }
        return result
    }

    /// Whether two stretches have the same ends, but for a fiftieth of the picture's width.
    private static func alike(_ first: Range<Int>, _ second: Range<Int>, width: Int) -> Bool {
        max(abs(first.lowerBound - second.lowerBound), abs(first.upperBound - second.upperBound)) <= play(width)
    }

    /// By how many cells the ends of stretches that are alike may differ.
    private static func play(_ width: Int) -> Int { max(2, width / 50) }

    /// The commonest pairs of ends among long runs, four at most, cut where no row has them for long.
    private static func candidates(_ runs: [Range<Int>], width: Int) -> [Candidate] {
        var rest = runs.indices.filter { Double(runs[$0].count) >= leastWidth * Double(width) }
        var found: [Candidate] = []
        while found.count < 4, !rest.isEmpty {
            let stretches = StretchEnds(rest.map { runs[$0] }, play: play(width))
            var best = (row: rest[0], count: 0)
            for row in rest {
                let count = stretches.count(like: runs[row])
                if count > best.count { best = (row, count) }
            }
            let rows = rest.filter { alike(runs[$0], runs[best.row], width: width) }
            rest.removeAll { alike(runs[$0], runs[best.row], width: width) }
            let starts = rows.map { runs[$0].lowerBound }.sorted()
            let ends = rows.map { runs[$0].upperBound }.sorted()
            let columns = starts[rows.count / 2]..<ends[rows.count / 2]
            var piece = Candidate(columns: columns, rows: rows[0]..<rows[0] + 1)
            for row in rows.dropFirst() {
                if Double(row - piece.rows.upperBound) > mostGap * Double(runs.count) {
                    found.append(piece)
                    piece = Candidate(columns: columns, rows: row..<row + 1)
                } else {
                    piece.rows = piece.rows.lowerBound..<row + 1
                }
            }
            found.append(piece)
        }
        return found.filter {
            middles.contains(Double($0.rows.lowerBound + $0.rows.upperBound) / 2 / Double(runs.count))
        }
    }

    private static func isSpectrum(
        _ strip: Candidate,
        image: UltrasoundImage,
        picture: ReducedPicture,
        foreground: Foreground
    ) -> Bool {
        let isThin = Double(strip.rows.count) < leastHeight * Double(picture.height)
        let more = isThin ? Int(surroundings * Double(picture.height)) : 0
        let rows = max(0, strip.rows.lowerBound - more)..<min(picture.height, strip.rows.upperBound + more)
        let box = pixels(strip.columns, rows, picture)
        guard let texture = StripTexture(image.luma, box: box, hasVariation: false),
            texture.acrossAgainstDown >= leastRatio,
            let coarse = StripTexture(image.luma, box: box, reach: farther, hasVariation: false),
            coarse.acrossAgainstDown >= leastRatio
        else { return false }
        return !isThin || reaches(strip, picture: picture, map: foreground.map)
    }

    /// Whether there is more than a line: content that hangs together with it and reaches away from it here and there.
    private static func reaches(_ strip: Candidate, picture: ReducedPicture, map: CellMap) -> Bool {
        let middle = (strip.rows.lowerBound + strip.rows.upperBound) / 2
        let least = max(2, Int(leastReach.height * Double(picture.height)))
        var reaching = 0
        for x in strip.columns {
            let longest = [-1, 1].map { step in
                var (y, last, gap) = (middle, middle, 0)
                while y >= 0, y < picture.height, gap <= 2 {
                    let isSet = map.cells[y * picture.width + x] | picture.coloured[y * picture.width + x] != 0
                    (last, gap) = isSet ? (y, 0) : (last, gap + 1)
                    y += step
                }
                return abs(last - middle)
            }
            if max(longest[0], longest[1]) >= least { reaching += 1 }
        }
        return Double(reaching) >= leastReach.share * Double(strip.columns.count)
    }

    private static func isMotion(
        _ strip: Candidate,
        runs: [Range<Int>],
        image: UltrasoundImage,
        picture: ReducedPicture,
        map: CellMap
    ) -> Bool {
        guard Double(strip.columns.count) >= leastLayoutWidth * Double(picture.width),
            Double(strip.rows.count) >= leastHeight * Double(picture.height),
            Double(strip.columns.count) >= leastAspect * Double(strip.rows.count)
        else { return false }
        let straight = strip.rows.count { row in
            abs(runs[row].lowerBound - strip.columns.lowerBound) <= 1
                && abs(runs[row].upperBound - strip.columns.upperBound) <= 1
        }
        guard Double(straight) >= leastStraight * Double(strip.rows.count) else { return false }
        let sides = (left: strip.columns.lowerBound, right: picture.width - strip.columns.upperBound)
        guard Double(max(sides.left, sides.right)) >= leastScale * Double(picture.width),
            isBelowPicture(strip, runs: runs, picture: picture, map: map),
            let texture = StripTexture(image.luma, box: pixels(strip.columns, strip.rows, picture))
        else { return false }
        return texture.columnVariation <= mostVariation
    }

    /// Whether a picture narrower than a strip stands above it, and does not widen into it.
    private static func isBelowPicture(
        _ strip: Candidate,
        runs: [Range<Int>],
        picture: ReducedPicture,
        map: CellMap
    ) -> Bool {
        let height = runs.count
        let width = strip.columns.count
        let above = (0..<strip.rows.lowerBound).reversed()
        // A fan that is cut off at both sides widens up to the strip's width; letters and a trace of the heart are few rows.
        guard above.prefix(height * 15 / 100).count(where: { runs[$0].count > width * 3 / 4 }) <= max(2, height / 50)
        else { return false }
        // A picture as wide as the strip further up is the same picture, darker in between.
        guard above.count(where: { alike(runs[$0], strip.columns, width: picture.width) }) <= max(2, height / 50) else {
            return false
        }
        let inset = Int(leastInset * Double(width))
        let between =
            strip.columns.lowerBound + inset..<max(strip.columns.lowerBound + inset, strip.columns.upperBound - inset)
        var rows: [Int] = []
        var gap = 0
        func isPicture() -> Bool {
            rows.count * 8 >= height && (rows.map { runs[$0].count }.max() ?? 0) * 8 >= width
        }
        for row in above {
            let run = runs[row]
            if run.count <= width * 3 / 4, run.count * 16 >= width, run.clamped(to: between) == run,
                rows.last.map({ run.overlaps(runs[$0]) }) ?? true
            {
                rows.append(row)
                gap = 0
            } else {
                gap += 1
                if gap <= 3 { continue }
                if isPicture() { break }
                rows = []
            }
        }
        return isPicture() && isAlone(rows, runs: runs, between: strip.columns, picture: picture, map: map)
    }

    /// Whether hardly anything stands beside the runs of some rows.
    private static func isAlone(
        _ rows: [Int],
        runs: [Range<Int>],
        between columns: Range<Int>,
        picture: ReducedPicture,
        map: CellMap
    ) -> Bool {
        var (cells, content) = (0, 0)
        for row in rows {
            for x in columns where x < runs[row].lowerBound - 3 || x >= runs[row].upperBound + 3 {
                cells += 1
                content += Int(map.cells[row * picture.width + x] | picture.coloured[row * picture.width + x])
            }
        }
        return Double(content) <= mostBeside * Double(cells)
    }

    private static func pixels(_ columns: Range<Int>, _ rows: Range<Int>, _ picture: ReducedPicture) -> PixelBox {
        PixelBox(
            x: columns.lowerBound * picture.scale,
            y: rows.lowerBound * picture.scale,
            width: columns.count * picture.scale,
            height: rows.count * picture.scale
        )
    }
}
