/// How the grey of a rectangle changes across and down it: what tells columns of time from scan lines beside each other.
struct StripTexture {
    /// Mean difference of neighbours along the rows, over that of neighbours along the columns; the tenth of the rows that
    /// differ most from the next one is left out, since a single straight line would outweigh all the rest.
    let acrossAgainstDown: Double
    /// Standard deviation of the brightness of parts of the width, as a share of their mean; 0 where it was not asked for.
    let columnVariation: Double

    /// Rows that are looked at.
    private static let rows = 40
    /// Rows below one that repeats it exactly, as enlarging leaves them, that are tried in its place.
    private static let mostRepeats = 4
    /// Parts of the width.
    private static let parts = 22
    /// Pixels at either side, as a share of the width, that are left out: scales and the edge itself.
    private static let margin = 0.02

    /// Looks at a rectangle; nil for one under 64 × 24 pixels, and where nothing changes.
    ///
    /// - Parameters:
    ///   - luma: The picture.
    ///   - box: The rectangle.
    ///   - reach: How many pixels apart neighbours are: from 1 on, where a picture that was smeared is smooth.
    ///   - hasVariation: Whether `columnVariation` is asked for.
    init?(_ luma: GreyPlane, box: PixelBox, reach: Int = 1, hasVariation: Bool = true) {
        let margin = Int(Self.margin * Double(box.width))
        let columns = max(0, box.x + margin)..<max(0, min(luma.width - reach, box.x + box.width - margin))
        let height = min(luma.height - reach, box.y + box.height) - max(0, box.y)
        guard columns.count >= 64, height >= 24 else { return nil }
        let pixels = luma.pixels.span
        let below = reach &* luma.width
        var rows: [(across: Int, down: Int)] = []
        var sums = [Int](repeating: 0, count: Self.parts)
        for index in 0..<Self.rows {
            var y = max(0, box.y) + height * index / Self.rows
            // A repeated row says nothing of how fast grey changes down the picture.
            for _ in 0..<Self.mostRepeats where y + 1 + reach < luma.height {
                let row = y &* luma.width
                let place = row &+ columns.lowerBound
                guard Self.areAlike(pixels, place, place &+ luma.width, count: columns.count) else { break }
                y += 1
            }
            let row = y &* luma.width
            let first = row &+ columns.lowerBound
            let greys = pixels.extracting(first..<first &+ columns.count)
            for part in 0..<(hasVariation ? Self.parts : 0) {
                let places = columns.count * part / Self.parts..<columns.count * (part + 1) / Self.parts
                sums[part] &+= greys.extracting(places).sum()
            }
            let changes = (
                across: greys.distance(to: pixels.extracting(first &+ reach..<first &+ reach &+ columns.count)),
                down: greys.distance(to: pixels.extracting(first &+ below..<first &+ below &+ columns.count))
            )
            rows.append(changes)
        }
        rows.sort { ($0.down, $0.across) < ($1.down, $1.across) }
        rows.removeLast(Self.rows / 10)
        let across = rows.reduce(0) { $0 + $1.across }
        let down = rows.reduce(0) { $0 + $1.down }
        guard across > 0, down > 0 else { return nil }
        acrossAgainstDown = Double(across) / Double(down)
        let means = sums.indices.map { part in
            let pixels = columns.count * (part + 1) / Self.parts - columns.count * part / Self.parts
            return Double(sums[part]) / Double(max(1, pixels))
        }
        let mean = means.reduce(0, +) / Double(means.count)
        let squares = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(means.count)
        columnVariation = mean > 0 ? squares.squareRoot() / mean : 0
    }

    /// Whether so many pixels from one place on, eight at least, are those from another place on.
    private static func areAlike(_ pixels: Span<UInt8>, _ one: Int, _ other: Int, count: Int) -> Bool {
        var index = 0
        while index < count {
            // The last eight overlap those before them.
            let first = min(index, count &- 8)
            if pixels.eight(at: one &+ first) != pixels.eight(at: other &+ first) { return false }
            index &+= 8
        }
        return true
    }
}
