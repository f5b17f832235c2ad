/// Rows of letters among the pieces on a screen.
///
/// Nothing is read.
struct TextLines {
    /// The box around each row of letters, left to right by its first letter.
    let boxes: [PixelBox]

    /// Heights of letters in pixels on a screen of 768 rows; larger screens have larger ones.
    private static let heights = 6.0...28.0
    /// Fewest letters of a row.
    private static let fewest = 3

    /// Joins letters that stand side by side, alike in height.
    init(_ strokes: ScreenStrokes) {
        let scale = max(1, Double(strokes.size.height) / 768)
        let highest = Int(Self.heights.upperBound * scale)
        let letters = strokes.pieces.filter { piece in
            let box = piece.box
            return box.height >= Int(Self.heights.lowerBound) && box.height <= highest && box.width <= 2 * box.height
                && piece.area >= box.height
                // Filled boxes are cells of a grey bar, buttons and ticks.
                && (box.width <= 3 || Double(piece.area) < 0.9 * Double(box.width * box.height))
        }.sorted { ($0.box.x, $0.box.y) < ($1.box.x, $1.box.y) }
        var open: [(last: PixelBox, box: PixelBox, count: Int)] = []
        var closed: [(box: PixelBox, count: Int)] = []
        for letter in letters {
            let box = letter.box
            open.removeAll { row in
                let isOver = row.last.x + row.last.width + 2 * highest < box.x
                if isOver { closed.append((row.box, row.count)) }
                return isOver
            }
            if let index = open.firstIndex(where: { Self.belongs(box, after: $0.last) }) {
                open[index].last = box
                open[index].count += 1
                open[index].box = open[index].box.joined(with: box)
            } else {
                open.append((box, box, 1))
            }
        }
        boxes = (closed + open.map { ($0.box, $0.count) }).filter { $0.count >= Self.fewest }.map(\.box)
            .sorted { ($0.y, $0.x) < ($1.y, $1.x) }
    }

    private static func belongs(_ letter: PixelBox, after last: PixelBox) -> Bool {
        let (small, large) = (min(letter.height, last.height), max(letter.height, last.height))
        let middles = abs(2 * letter.y + letter.height - 2 * last.y - last.height)
        let gap = letter.x - last.x - last.width
        return small * 10 >= large * 6 && middles * 2 <= large * 2 && gap <= large * 13 / 10
            && gap >= -last.width / 3
    }
}

extension PixelBox {
    /// The smallest box around two.
    func joined(with other: PixelBox) -> PixelBox {
        let (left, top) = (min(x, other.x), min(y, other.y))
        return PixelBox(
            x: left,
            y: top,
            width: max(x + width, other.x + other.width) - left,
            height: max(y + height, other.y + other.height) - top
        )
    }
}
