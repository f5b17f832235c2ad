/// The screen around a scan area, searched for columns of ticks.
struct RulerScreen {
    /// Brightness of each pixel; 0 inside the scan area.
    private var brightness: [UInt8]
    private let width: Int
    private let height: Int
    /// Grey of the empty screen.
    private let background: Int
    /// Most rows of a tick.
    private let thickest: Int
    /// Most columns of a tick.
    private let longest: Int

    /// How much brighter than the empty screen a tick is; dim rulers are looked for after clear ones.
    private static let contrasts = [120, 72, 36]
    /// Kinds of strokes.
    private static let thin: UInt8 = 1
    private static let tall: UInt8 = 2
    /// Share of its box that a tick fills; a round dot fills 0.79 and a letter less.
    private static let leastFill = 0.7

    /// Darkens the scan area and learns the background from the rest.
    init(brightness: [UInt8], inside: [UInt8], width: Int, height: Int) {
        var outside = brightness
        var histogram = [Int](repeating: 0, count: 256)
        for index in outside.indices {
            if inside[index] != 0 { outside[index] = 0 } else { histogram[Int(outside[index])] += 1 }
        }
        let middle = histogram.reduce(0, +) / 2
        var (grey, sum) = (0, histogram[0])
        while grey < 255, sum < middle {
            grey += 1
            sum += histogram[grey]
        }
        self.init(brightness: outside, width: width, height: height, background: grey)
    }

    private init(brightness: [UInt8], width: Int, height: Int, background: Int) {
        self.brightness = brightness
        self.width = width
        self.height = height
        self.background = background
        let side = min(width, height)
        thickest = max(4, side / 110)
        longest = max(8, side / 20)
    }

    /// Whether nothing but the ticks themselves stands in their column, next to it, or a little beyond its ends.
    ///
    /// Scales along the width must stand alone like this, since rows are what text is written in: a line of full stops
    /// has other signs beside it. Along the depth digits and a unit are common, and text is never written downwards.
    func standsAlone(_ column: [PixelBox]) -> Bool {
        guard let first = column.first, let last = column.last, column.count > 1 else { return false }
        let pitch = (last.y - first.y) / (column.count - 1)
        let beside = max(8, width / 60)
        let left = (column.map(\.x).min() ?? 0) - beside
        let right = (column.map { $0.x + $0.width }.max() ?? 0) + beside
        var others = self
        for box in column {
            // With the blur that a lossy picture has around it.
            for y in max(0, box.y - 1)..<min(height, box.y + box.height + 1) {
                for x in max(0, box.x - 1)..<min(width, box.x + box.width + 1) { others.brightness[y * width + x] = 0 }
            }
        }
        let level = UInt8(min(254, background + (Self.contrasts.last ?? 0)))
        return others.isDark(
            left..<max(left, right),
            (first.y - 3 * pitch)..<(last.y + last.height + 3 * pitch),
            below: level
        )
    }

    /// Rows and columns exchanged.
    var transposed: RulerScreen {
        var turned = [UInt8](repeating: 0, count: brightness.count)
        var out = turned.mutableSpan
        let stored = brightness.span
        for y in 0..<height {
            for x in 0..<width { out[x &* height &+ y] = stored[y &* width &+ x] }
        }
        return RulerScreen(brightness: turned, width: height, height: width, background: background)
    }

    /// The ticks of the column that has most of them along a range of rows; empty when there is none.
    func bestColumn(along rows: Range<Int>) -> [PixelBox] {
        var best: [PixelBox] = []
        for contrast in Self.contrasts {
            let level = background + contrast
            guard level < 255 else { continue }
            let marks = marks(above: UInt8(level))
            guard let column = TickColumn.best(of: marks, along: rows), column.count > best.count else { continue }
            best = column
        }
        return best
    }

    /// Small filled boxes with nothing close above and below them.
    private func marks(above level: UInt8) -> [TickMark] {
        var strokes = strokes(above: level)
        var marks: [TickMark] = []
        var stack: [Int] = []
        for start in strokes.indices where strokes[start] == Self.thin {
            // Flood fill; a piece that grows too large is emptied all the same, so each pixel is visited once.
            var (left, right, top, bottom, area) = (width, 0, height, 0, 0)
            strokes[start] = 0
            stack.append(start)
            while let index = stack.popLast() {
                let (x, y) = (index % width, index / width)
                (left, right, top, bottom) = (min(left, x), max(right, x), min(top, y), max(bottom, y))
                area += 1
                for nearY in max(0, y - 1)...min(height - 1, y + 1) {
                    for nearX in max(0, x - 1)...min(width - 1, x + 1) where strokes[nearY * width + nearX] == Self.thin
                    {
                        strokes[nearY * width + nearX] = 0
                        stack.append(nearY * width + nearX)
                    }
                }
            }
            let box = PixelBox(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
            // Wider than high, or as small as the dots between the ticks of some makers; a single pixel is noise.
            let isTickShaped = box.width * 5 >= box.height * 3 || box.height <= 2
            guard area >= 2, isTickShaped, box.width <= longest, box.height <= thickest,
                Double(area) >= Self.leastFill * Double(box.width * box.height),
                let mark = mark(box, above: level, strokes: strokes)
            else { continue }
            marks.append(mark)
        }
        return marks
    }

    /// Bright pixels by the length of their bright run down the column: `thin` in strokes across, `tall` in the spine of a
    /// ruler or the edge of a panel, 0 in all others.
    private func strokes(above level: UInt8) -> [UInt8] {
        let stored = brightness.span
        let tallest = max(40, height / 8)
        var strokes = [UInt8](repeating: 0, count: brightness.count)
        var out = strokes.mutableSpan
        var started = [Int](repeating: -1, count: width)
        for y in 0...height {
            for x in 0..<width {
                let isBright = y < height && stored[y &* width &+ x] > level
                if isBright {
                    if started[x] < 0 { started[x] = y }
                } else if started[x] >= 0 {
                    let length = y - started[x]
                    if length <= thickest || length >= tallest {
                        let kind = length <= thickest ? Self.thin : Self.tall
                        for row in started[x]..<y { out[row &* width &+ x] = kind }
                    }
                    started[x] = -1
                }
            }
        }
        return strokes
    }

    /// The mark in a box, if nothing stands close above and below it.
    private func mark(_ box: PixelBox, above level: UInt8, strokes: [UInt8]) -> TickMark? {
        let gap = max(3, thickest / 2)
        let reach = max(4, width / 120)
        guard isDark(box.x..<(box.x + box.width), (box.y - gap)..<box.y, below: level),
            isDark(box.x..<(box.x + box.width), (box.y + box.height)..<(box.y + box.height + gap), below: level)
        else { return nil }
        let rows = (box.y - 1)..<(box.y + box.height + 1)
        return TickMark(
            box: box,
            isFreeOnLeft: isFree((box.x - reach)..<box.x, rows, above: level, strokes: strokes),
            isFreeOnRight: isFree(
                (box.x + box.width)..<(box.x + box.width + reach),
                rows,
                above: level,
                strokes: strokes
            )
        )
    }

    /// Whether nothing but a spine stands in a stretch; outside the picture there is nothing.
    private func isFree(_ columns: Range<Int>, _ rows: Range<Int>, above level: UInt8, strokes: [UInt8]) -> Bool {
        for y in rows.clamped(to: 0..<height) {
            for x in columns.clamped(to: 0..<width) {
                let index = y * width + x
                if brightness[index] > level, strokes[index] != Self.tall { return false }
            }
        }
        return true
    }

    /// Whether no pixel of a stretch is above a level; outside the picture it is dark.
    private func isDark(_ columns: Range<Int>, _ rows: Range<Int>, below level: UInt8) -> Bool {
        for y in rows.clamped(to: 0..<height) {
            for x in columns.clamped(to: 0..<width) where brightness[y * width + x] > level { return false }
        }
        return true
    }
}
