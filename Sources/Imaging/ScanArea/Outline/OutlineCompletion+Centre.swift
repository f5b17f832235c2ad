/// Rectangles on a screen that have lost lines at one side.
extension OutlineCompletion {
    /// By how much of its width a rectangle may be off the middle of its room.
    private static let play = 0.075
    /// Dark room beside it, against its width, from which lines may have been lost there.
    private static let leastRoom = 0.12
    /// Share of a column's cells between top and bottom that are bright where the room ends: a ruler, letters, a panel.
    private static let obstacleShare = 0.05

    /// Whether a rectangle stands neither in the middle of the picture nor in the middle of the dark room between
    /// what stands beside it, so that the missing part may be lines without contact.
    ///
    /// Nothing else tells black columns from a black screen: they end as straight and as high as the picture does.
    func isOffCentre(_ outline: ScanOutline) -> Bool {
        guard case .quadrilateral(let topLeft, let topRight, let bottomRight, let bottomLeft) = outline.geometry,
            outline.shape != .fullFrame, outline.shape != .trapezoid
        else { return false }
        let left = min(topLeft.x, bottomLeft.x)
        let right = max(topRight.x, bottomRight.x)
        let width = right - left
        guard width > 4 else { return false }
        let rows =
            Int(
                topLeft.y + 2,
                within: 0...picture.height
            )..<max(Int(topLeft.y + 2, within: 0...picture.height), Int(bottomLeft.y - 2, within: 0...picture.height))
        guard !rows.isEmpty else { return false }
        var low = Int(left - 3, within: 0...picture.width)
        while low > 0, !isObstacle(low - 1, rows) { low -= 1 }
        var high = Int(right + 3, within: 0...picture.width)
        while high < picture.width, !isObstacle(high, rows) { high += 1 }
        let middle = 0.5 * (left + right)
        let offsets = [Double(picture.width), Double(low + high)].map { middle - 0.5 * $0 }
        guard offsets.allSatisfy({ abs($0) > Self.play * width }) else { return false }
        // Only where the rectangle would move to is room of meaning.
        let isMissingLeft = offsets[1] > 0
        let room = isMissingLeft ? left - Double(low) : Double(high) - right
        return room >= Self.leastRoom * width
    }

    private func isObstacle(_ column: Int, _ rows: Range<Int>) -> Bool {
        var bright = 0
        for y in rows where picture.mean[y * picture.width + column] >= foreground.threshold { bright += 1 }
        return Double(bright) > Self.obstacleShare * Double(rows.count)
    }
}
