/// How far an outline reaches in each row.
struct OutlineRange {
    /// Rows that an outline may span to be worked out beforehand.
    private static let mostRows = 1 << 16

    private let outline: [PixelPoint]
    /// The first row that the outline may meet.
    private let first: Int
    /// Outermost crossings of each row from `first` on, low above high where there are none; empty for outlines that span
    /// too many rows.
    private let rows: [(low: Double, high: Double)]

    /// Takes a closed polygon.
    init(_ outline: [PixelPoint]) {
        self.outline = outline
        let top = outline.reduce(Double.infinity) { min($0, $1.y) }
        let bottom = outline.reduce(-Double.infinity) { max($0, $1.y) }
        guard outline.allSatisfy({ $0.y.isFinite }), abs(top) < 1e9, bottom - top < Double(Self.mostRows) else {
            first = 0
            rows = []
            return
        }
        let first = Int(top.rounded(.up))
        let count = max(0, Int(bottom.rounded(.up)) - first)
        var rows = [(low: Double, high: Double)](repeating: (.infinity, -.infinity), count: count)
        for (index, point) in outline.enumerated() {
            let next = outline[index + 1 < outline.count ? index + 1 : 0]
            // The rows y with one end at or above y and the other below it.
            let begin = Int(min(point.y, next.y).rounded(.up)) - first
            let end = Int(max(point.y, next.y).rounded(.up)) - first
            for row in max(0, begin)..<max(0, begin, min(count, end)) {
                let x = Self.crossing(point, next, row: Double(first + row))
                rows[row] = (min(rows[row].low, x), max(rows[row].high, x))
            }
        }
        self.first = first
        self.rows = rows
    }

    /// Columns between the outermost crossings of row y; nil where the outline is not met.
    func columns(atRow y: Int) -> ClosedRange<Double>? {
        var (low, high) = (Double.infinity, -Double.infinity)
        if !rows.isEmpty {
            guard y >= first, y - first < rows.count else { return nil }
            (low, high) = rows[y - first]
        } else {
            let row = Double(y)
            for (index, point) in outline.enumerated() {
                let next = outline[(index + 1) % outline.count]
                guard (point.y <= row) != (next.y <= row) else { continue }
                let x = Self.crossing(point, next, row: row)
                low = min(low, x)
                high = max(high, x)
            }
        }
        return low.isFinite && low <= high ? low...high : nil
    }

    private static func crossing(_ point: PixelPoint, _ next: PixelPoint, row: Double) -> Double {
        point.x + (next.x - point.x) * (row - point.y) / (next.y - point.y)
    }
}
