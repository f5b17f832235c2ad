/// One mark of a depth scale.
struct RulerTick: Equatable {
    /// Where it is, in pixels of the original.
    var box: PixelBox
    /// Colour of its brightest pixel.
    var red, green, blue: UInt8
}

/// Finds the ticks of the depth scale beside a scan area, and of the width scale below or above it.
///
/// A tick is a small filled bar or dot with nothing close above and below it. A ruler is a column of at least
/// `leastTicks` of them with one common edge or middle, at equal distances, along most of the scan area's height, with
/// nothing on one side of it; digits may stand on its other side and are left out, since telling a digit from a letter
/// would need reading. A spine that joins the ticks is left out too. The scale along the width is the same thing with
/// rows and columns exchanged.
struct DepthRuler {
    /// The ticks of the scale beside the area; empty when there is none, or none that is certain.
    let column: [RulerTick]
    /// The ticks of the scale above or below the area; likewise.
    let row: [RulerTick]

    /// Looks at the pixels of a picture that are not ultrasound.
    ///
    /// - Parameters:
    ///   - picture: The original.
    ///   - brightness: Its brightness.
    ///   - ultrasound: One byte a pixel, 1 where no tick is looked for.
    ///   - area: The box around the scan area.
    init(_ picture: ColourPicture, brightness: [UInt8], ultrasound: [UInt8], area: PixelBox) {
        let screen = RulerScreen(
            brightness: brightness,
            inside: ultrasound,
            width: picture.width,
            height: picture.height
        )
        let column = screen.bestColumn(along: area.rows)
        let turned = screen.transposed
        let row = turned.bestColumn(along: area.columns)
        self.column = column.map(picture.tick)
        guard turned.standsAlone(row) else {
            self.row = []
            return
        }
        self.row = row.map { picture.tick(PixelBox(x: $0.y, y: $0.x, width: $0.height, height: $0.width)) }
    }

    /// All ticks, those far from the area moved close to it.
    ///
    /// Some screens have their scale at the far edge. What it says is how deep a row lies, so it may stand in any column;
    /// drawn close by, it leaves the room to the ultrasound.
    func ticks(closeTo area: PixelBox) -> [RulerTick] {
        let gap = max(6, max(area.width, area.height) / 40)
        let across = Self.shift(column.map { $0.box.x..<($0.box.x + $0.box.width) }, area.columns, gap: gap)
        let down = Self.shift(row.map { $0.box.y..<($0.box.y + $0.box.height) }, area.rows, gap: gap)
        return column.map { tick in
            var moved = tick
            moved.box.x += across
            return moved
        }
            + row.map { tick in
                var moved = tick
                moved.box.y += down
                return moved
            }
    }

    /// By how much a scale moves so that it is at most a gap away from an area; 0 where it is beside it already.
    private static func shift(_ ticks: [Range<Int>], _ area: Range<Int>, gap: Int) -> Int {
        guard let first = ticks.map(\.lowerBound).min(), let end = ticks.map(\.upperBound).max() else { return 0 }
        if first > area.upperBound + gap { return area.upperBound + gap - first }
        if end < area.lowerBound - gap { return area.lowerBound - gap - end }
        return 0
    }
}

extension PixelBox {
    fileprivate var columns: Range<Int> { x..<(x + width) }
    fileprivate var rows: Range<Int> { y..<(y + height) }
}

extension ColourPicture {
    /// The largest of the three channels, so that a yellow or green ruler is as bright as a white one.
    var brightness: [UInt8] {
        let stored = samples.span
        var result = [UInt8](repeating: 0, count: width * height)
        var out = result.mutableSpan
        for index in 0..<out.count {
            out[index] = max(stored[3 &* index], stored[3 &* index &+ 1], stored[3 &* index &+ 2])
        }
        return result
    }

    /// A tick with the colour of the brightest pixel in its box.
    fileprivate func tick(_ box: PixelBox) -> RulerTick {
        var best = RulerTick(box: box, red: 0, green: 0, blue: 0)
        var most = -1
        for y in box.rows {
            for x in box.columns {
                let at = 3 * (y * width + x)
                let sum = Int(samples[at]) + Int(samples[at + 1]) + Int(samples[at + 2])
                guard sum > most else { continue }
                most = sum
                best = RulerTick(box: box, red: samples[at], green: samples[at + 1], blue: samples[at + 2])
            }
        }
        return best
    }
}
