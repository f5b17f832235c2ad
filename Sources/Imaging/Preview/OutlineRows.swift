/// Which pixels of a picture lie inside a closed polygon: per row, runs of columns from left to right.
struct OutlineRows {
    /// Columns of the picture.
    let width: Int
    /// Rows of the picture.
    let height: Int
    /// One list a row; runs do not touch each other and lie within the picture.
    let runs: [[Range<Int>]]
    /// The smallest box around all runs.
    let box: PixelBox

    /// Corners are stored rounded to 0.1 pixel, so a pixel whose centre is that near the edge counts as inside.
    private static let rounding = 0.051

    /// Fills an outline; nil when it encloses no pixel of the picture.
    init?(_ outline: [PixelPoint], width: Int, height: Int) {
        guard outline.count >= 3, outline.allSatisfy({ $0.x.isFinite && $0.y.isFinite }),
            let top = outline.map(\.y).min(), let bottom = outline.map(\.y).max(), bottom - top >= 1
        else { return nil }
        var runs = [[Range<Int>]](repeating: [], count: height)
        var (left, right, first, last) = (width, -1, height, -1)
        for row in 0..<height {
            let y = Double(row)
            guard y >= top - Self.rounding, y <= bottom + Self.rounding else { continue }
            // The first and the last row lie on the outline itself and are judged a trifle further in.
            let crossings = Self.crossings(of: outline, y: min(max(y, top + 0.001), bottom - 0.001))
            for pair in 0..<(crossings.count / 2) {
                let low = max(0, crossings[2 * pair] - Self.rounding).rounded(.up)
                let high = min(Double(width - 1), crossings[2 * pair + 1] + Self.rounding).rounded(.down)
                guard low <= high else { continue }
                let run = Int(low)..<(Int(high) + 1)
                if let before = runs[row].last, before.upperBound >= run.lowerBound {
                    runs[row][runs[row].count - 1] = before.lowerBound..<max(before.upperBound, run.upperBound)
                } else {
                    runs[row].append(run)
                }
                (left, right) = (min(left, run.lowerBound), max(right, run.upperBound - 1))
                (first, last) = (min(first, row), max(last, row))
            }
        }
        guard left <= right else { return nil }
        self.width = width
        self.height = height
        self.runs = runs
        box = PixelBox(x: left, y: first, width: right - left + 1, height: last - first + 1)
    }

    /// Where the polygon's edges cross a row, from left to right; an even number.
    private static func crossings(of outline: [PixelPoint], y: Double) -> [Double] {
        var found: [Double] = []
        for index in outline.indices {
            let a = outline[index]
            let b = outline[(index + 1) % outline.count]
            guard (a.y <= y) != (b.y <= y) else { continue }
            found.append(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y))
        }
        return found.sorted()
    }

    /// One byte a pixel, 1 inside the outline or nearer to it than `margin` rows and columns.
    func flags(grownBy margin: Int) -> [UInt8] {
        var flags = [UInt8](repeating: 0, count: width * height)
        var out = flags.mutableSpan
        for row in 0..<height {
            for near in max(0, row - margin)..<min(height, row + margin + 1) {
                for run in runs[near] {
                    for column in max(0, run.lowerBound - margin)..<min(width, run.upperBound + margin) {
                        out[row &* width &+ column] = 1
                    }
                }
            }
        }
        return flags
    }
}
