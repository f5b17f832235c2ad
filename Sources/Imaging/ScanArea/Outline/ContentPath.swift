/// A way across an outline, from a point on it towards its inside, by which content is asked for.
struct ContentPath {
    private let start: PixelPoint
    private let step: PixelPoint
    private let content: CellMap

    /// A way through a map of content; nil where both points are the same.
    init?(from start: PixelPoint, towards inside: PixelPoint, content: CellMap) {
        let (x, y) = (inside.x - start.x, inside.y - start.y)
        let length = (x * x + y * y).squareRoot()
        guard length > 1e-9 else { return nil }
        self.start = start
        step = PixelPoint(x: x / length, y: y / length)
        self.content = content
    }

    /// Whether there is content so many cells further in, or further out where it is below 0.
    func isContent(at distance: Double) -> Bool {
        content.contains(
            Int((start.x + step.x * distance).rounded(.down), within: -1...content.width),
            Int((start.y + step.y * distance).rounded(.down), within: -1...content.height)
        )
    }
}
