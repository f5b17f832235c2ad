/// Cells that are content or not.
protocol ContentCells {
    /// Cells across and down.
    var width: Int { get }
    var height: Int { get }
    /// Whether cell (x, y) is content; false outside.
    func isContent(_ x: Int, _ y: Int) -> Bool
}

extension CellMap: ContentCells {
    func isContent(_ x: Int, _ y: Int) -> Bool { contains(x, y) }
}

extension PackedCells: ContentCells {
    func isContent(_ x: Int, _ y: Int) -> Bool { x >= 0 && y >= 0 && x < width && y < height && contains(x, y) }
}

/// A way across an outline, from a point on it towards its inside, by which content is asked for.
struct ContentPath<Content: ContentCells> {
    private let start: PixelPoint
    private let step: PixelPoint
    private let content: Content

    /// A way through a map of content; nil where both points are the same.
    init?(from start: PixelPoint, towards inside: PixelPoint, content: Content) {
        let (x, y) = (inside.x - start.x, inside.y - start.y)
        let length = (x * x + y * y).squareRoot()
        guard length > 1e-9 else { return nil }
        self.start = start
        step = PixelPoint(x: x / length, y: y / length)
        self.content = content
    }

    /// Whether there is content so many cells further in, or further out where it is below 0.
    func isContent(at distance: Double) -> Bool {
        content.isContent(
            Int((start.x + step.x * distance).rounded(.down), within: -1...content.width),
            Int((start.y + step.y * distance).rounded(.down), within: -1...content.height)
        )
    }
}
