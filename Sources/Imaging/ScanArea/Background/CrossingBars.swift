/// Bars that cross the whole picture: titles, headers, lines of status, panels at a side.
///
/// `bars` tells panels by runs without any step, which letters, logos and noise break; what frames the picture tells those
/// at its edge. A bar from one edge of the picture to the other is told by its ends, however much is written on it: no
/// tissue has one grey at both edges and much of the way between.
struct CrossingBars {
    /// Rows that are bars from the left edge to the right one.
    let rows: [Range<Int>]
    /// Columns from the left or the right edge on that are panels from the upper edge to the lower one.
    let columns: [Range<Int>]

    /// By how much cells of a bar may differ, and the share of it that has its grey at least: the rest is letters.
    private static let evenness = 1
    private static let leastEven = 0.5
    /// Cells that a bar is thick at least: thinner ones are edges.
    private static let leastThickness = 2
    /// Grey from which even tissue may be white all the way across: a saturated near field is.
    private static let white = 240
    /// Share of the picture's height, from above and from below, and of its width, from either side, in which bars lie.
    private static let reach = 0.3
    /// By how much a bar's grey may change from one line to the next: more is another bar, or the ground of a window below its
    /// bars, which goes on to both sides of the picture.
    private static let steepest = 2
    /// Share of the picture's height that icons take between the upper and the lower margin of their bar.
    private static let tallestButton = 0.07
    /// Share of the picture's width that thumbnails and buttons on a panel take between two stripes of it.
    private static let widestButton = 0.2

    /// No bars.
    static let none = CrossingBars(rows: [], columns: [])

    private init(rows: [Range<Int>], columns: [Range<Int>]) {
        self.rows = rows
        self.columns = columns
    }

    /// Looks for bars.
    ///
    /// - Parameters:
    ///   - picture: The picture.
    ///   - threshold: Grey from which a cell counts as content.
    init(_ picture: ReducedPicture, above threshold: Int) {
        let (width, height) = (picture.width, picture.height)
        guard width >= 16, height >= 16, threshold < Self.white else {
            self = .none
            return
        }
        let mean = picture.mean.span
        let (depth, breadth) = (Self.reached(height), Self.reached(width))
        rows = [0..<depth, height - depth..<height].flatMap { part in
            Self.bars(
                part,
                over: max(Foreground.textRows, Int(Self.tallestButton * Double(height))),
                level: { y in Self.level(mean, from: y * width, step: 1, count: width, grey: threshold..<Self.white) },
                isOne: { Self.ends($0, mean, from: { $0 * width }, last: width - 1, of: height) }
            )
        }
        let button = Int(Self.widestButton * Double(width))
        columns = [0..<breadth, width - breadth..<width].flatMap { part in
            Self.bars(
                part,
                over: button,
                level: { x in Self.level(mean, from: x, step: width, count: height, grey: threshold..<256) },
                isOne: { Self.ends($0, mean, from: { $0 }, last: (height - 1) * width, of: width) }
            )
        }
        .filter { $0.lowerBound == 0 || $0.upperBound == width }
    }

    /// Clears the cells of the bars.
    func clear(_ cells: inout [UInt8], width: Int) {
        for range in rows {
            for index in range.lowerBound * width..<range.upperBound * width { cells[index] = 0 }
        }
        for range in columns {
            for start in stride(from: 0, to: cells.count, by: width) {
                for x in range { cells[start + x] = 0 }
            }
        }
    }

    /// For each cell of one side of the picture whether no bar covers it.
    static func uncovered(_ ranges: [Range<Int>], of count: Int) -> [Bool] {
        var isFree = [Bool](repeating: true, count: count)
        for range in ranges { for place in range { isFree[place] = false } }
        return isFree
    }

    private static func reached(_ count: Int) -> Int { Int((reach * Double(count)).rounded(.up)) }

    /// Bars of lines of one grey with at most some others between them; what lies between two bars as close is one with them.
    ///
    /// - Parameters:
    ///   - part: The lines that are looked at.
    ///   - most: Lines of text or buttons between two of a bar.
    ///   - level: The grey of a line that may be a bar's.
    ///   - isOne: Whether lines from one to another are a bar.
    private static func bars(
        _ part: Range<Int>,
        over most: Int,
        level: (Int) -> Int?,
        isOne: (Range<Int>) -> Bool
    ) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var open: (lines: Range<Int>, grey: Int)?
        var own = 0
        func end() {
            guard var bar = open?.lines, own >= leastThickness, isOne(bar) else { return }
            // A line on its border is a mixture of it and of what is beside it.
            if part.contains(bar.upperBound), level(bar.upperBound) != nil {
                bar = bar.lowerBound..<bar.upperBound + 1
            }
            if let last = found.last, bar.lowerBound - last.upperBound < most {
                found[found.count - 1] = last.lowerBound..<bar.upperBound
            } else {
                found.append(bar)
            }
        }
        for line in part {
            guard let grey = level(line) else { continue }
            if let bar = open, line - bar.lines.upperBound < most,
                abs(grey - bar.grey) <= steepest * (line + 1 - bar.lines.upperBound)
            {
                open = (bar.lines.lowerBound..<line + 1, grey)
                own += 1
            } else {
                end()
                open = (line..<line + 1, grey)
                own = 1
            }
        }
        end()
        return found
    }

    /// Whether another grey begins at both ends of the line beside a bar on the side of the picture's middle: a screen that is
    /// even all around a narrow picture, or a window's ground, goes on where a bar ends.
    private static func ends(
        _ bar: Range<Int>,
        _ mean: Span<UInt8>,
        from start: (Int) -> Int,
        last: Int,
        of count: Int
    ) -> Bool {
        let isFirst = bar.lowerBound < count - bar.upperBound
        let (own, beside) = isFirst ? (bar.upperBound - 1, bar.upperBound) : (bar.lowerBound, bar.lowerBound - 1)
        guard beside >= 0, beside < count else { return false }
        return [0, last].allSatisfy { place in
            abs(Int(mean[start(own) + place]) - Int(mean[start(beside) + place])) > evenness
        }
    }

    /// The grey of a line of cells that has it at both of its ends and over much of it; nil for other lines.
    private static func level(_ mean: Span<UInt8>, from start: Int, step: Int, count: Int, grey: Range<Int>) -> Int? {
        let level = Int(mean[start])
        guard grey.contains(level), abs(Int(mean[start &+ (count &- 1) &* step]) &- level) <= evenness else {
            return nil
        }
        var even = 0
        for place in 0..<count where abs(Int(mean[start &+ place &* step]) &- level) <= evenness { even &+= 1 }
        return Double(even) >= leastEven * Double(count) ? level : nil
    }
}
