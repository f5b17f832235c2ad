/// The scales around the scan area, found among the pieces on the screen: how far apart their ticks are.
///
/// The same `TickColumn` that draws the ruler into an expert's view tells a ruler from other small marks. Ticks that a
/// spine joins are one piece and are not seen here.
struct ScreenRuler {
    /// Pixels from tick to tick of the scale along the depth; nil where none was found.
    let depthSpacing: Double?
    /// Likewise of the scale along the width.
    let widthSpacing: Double?
    /// The ticks of the scale along the depth, from the top down; empty where none was found.
    let depthTicks: [PixelBox]
    /// Row of the last tick with which that scale goes on below the scan area; nil where it does not, or there is none.
    let depthEnd: Double?
    /// Standard error of the wider of both distances, as a share: half a pixel over the whole ruler.
    let uncertainty: Double

    /// Marks above which the screen is too busy to be searched.
    private static let mostMarks = 600

    /// Looks for both scales.
    init(_ strokes: ScreenStrokes, area: PixelBox) {
        let column = Self.best(strokes.pieces, size: strokes.size, along: area.y..<(area.y + max(1, area.height)))
        let turned = strokes.pieces.map { piece in
            let box = piece.box
            return ScreenStrokes.Piece(
                box: PixelBox(x: box.y, y: box.x, width: box.height, height: box.width),
                area: piece.area
            )
        }
        let row = Self.best(
            turned,
            size: (strokes.size.height, strokes.size.width),
            along: area.x..<(area.x + max(1, area.width))
        )
        let isAlone = row.map { Self.standsAlone($0.ticks, among: turned, across: strokes.size.height) } ?? false
        depthSpacing = column?.spacing
        depthTicks = column?.ticks ?? []
        depthEnd = column?.end
        widthSpacing = isAlone ? row?.spacing : nil
        uncertainty = max(column.map { 0.5 / $0.length } ?? 0, row.map { 0.5 / $0.length } ?? 0)
    }

    private static func best(
        _ pieces: [ScreenStrokes.Piece],
        size: (width: Int, height: Int),
        along rows: Range<Int>
    ) -> (spacing: Double, length: Double, ticks: [PixelBox], end: Double?)? {
        let side = min(size.width, size.height)
        let (thickest, longest) = (max(4, side / 110), max(8, side / 20))
        let reach = max(4, size.width / 120)
        let sorted = pieces.sorted { ($0.box.y, $0.box.x) < ($1.box.y, $1.box.x) }
        let shaped = sorted.filter { piece in
            let box = piece.box
            return piece.area >= 2 && (box.width * 5 >= box.height * 3 || box.height <= 2) && box.width <= longest
                && box.height <= thickest && Double(piece.area) >= 0.7 * Double(box.width * box.height)
        }
        guard shaped.count >= TickColumn.leastTicks, shaped.count <= mostMarks else { return nil }
        let tallest = sorted.map(\.box.height).max() ?? 0
        let marks = shaped.map { piece in
            let box = piece.box
            var (left, right) = (true, true)
            // Pieces that begin no further above than the tallest is high.
            var index = Self.first(in: sorted, from: box.y - 1 - min(tallest, 200))
            while index < sorted.count, sorted[index].box.y <= box.y + box.height {
                let other = sorted[index].box
                index += 1
                guard other.y + other.height >= box.y, other.height < 40 else { continue }
                if other.x < box.x, other.x + other.width > box.x - reach { left = false }
                if other.x > box.x, other.x < box.x + box.width + reach { right = false }
            }
            return TickMark(box: box, isFreeOnLeft: left, isFreeOnRight: right)
        }
        guard let ticks = TickColumn.best(of: marks, along: rows), let first = ticks.first, let last = ticks.last else {
            return nil
        }
        let middles = ticks.map { Double(2 * $0.y + $0.height - 1) / 2 }
        let steps = zip(middles, middles.dropFirst()).map { $1 - $0 }.sorted()
        let pitch = steps[steps.count / 2]
        let length = Double(2 * last.y + last.height - 2 * first.y - first.height) / 2
        guard pitch > 0, length > 0 else { return nil }
        // The whole length over the number of steps is finer than any one step.
        let spacing = length / (length / pitch).rounded()
        return (spacing, length, ticks, Self.end(of: ticks, spacing: spacing, among: shaped.map(\.box)))
    }

    /// Middle row of the last piece that goes on where a series of ticks ends; nil where none does.
    ///
    /// At the same distance and on the same edge; one may be hidden between two.
    private static func end(of ticks: [PixelBox], spacing: Double, among pieces: [PixelBox]) -> Double? {
        guard let first = ticks.first, let last = ticks.last else { return nil }
        let edges: [(PixelBox) -> Int] = [{ 2 * $0.x }, { 2 * ($0.x + $0.width) }, { 2 * $0.x + $0.width }]
        guard
            let edge = edges.first(where: { edge in ticks.allSatisfy { abs(edge($0) - edge(first)) <= 3 } })
        else { return nil }
        func middle(_ box: PixelBox) -> Double { Double(2 * box.y + box.height - 1) / 2 }
        let column = pieces.filter { $0.y > last.y && abs(edge($0) - edge(first)) <= 3 }.map(middle)
        let tolerance = max(1, 0.1 * spacing)
        var end = middle(last)
        while let next = column.first(where: { row in
            [1.0, 2.0].contains { abs(row - end - $0 * spacing) <= tolerance }
        }) {
            end = next
        }
        return end > middle(last) ? end : nil
    }

    /// Whether no other piece stands beside the ticks, or a little beyond their ends, as `RulerScreen` asks of scales along
    /// the width: a line of full stops has other signs beside it.
    private static func standsAlone(_ ticks: [PixelBox], among pieces: [ScreenStrokes.Piece], across size: Int) -> Bool
    {
        guard let first = ticks.first, let last = ticks.last, ticks.count > 1 else { return false }
        let reach = 3 * (last.y - first.y) / (ticks.count - 1)
        let beside = max(8, size / 60)
        let left = (ticks.map(\.x).min() ?? 0) - beside
        let right = (ticks.map { $0.x + $0.width }.max() ?? 0) + beside
        let (top, bottom) = (first.y - reach, last.y + last.height + reach)
        return !pieces.contains { piece in
            let box = piece.box
            return box.x < right && box.x + box.width > left && box.y < bottom && box.y + box.height > top
                && !ticks.contains(box)
        }
    }

    /// The first piece whose box begins at or below a row, by bisection.
    private static func first(in sorted: [ScreenStrokes.Piece], from row: Int) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].box.y < row { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
