/// Pictures that were cropped to the ultrasound.
extension OutlineCompletion {
    /// Share of the dark beside a cropped picture's ultrasound that may be brighter.
    private static let strayShare = 0.02
    /// The same where no more than a doubt hangs on it: letters, marks and a corner of noise.
    private static let markShare = 0.1
    /// Share of it that must be brighter than the background to be lost lines and no padding.
    private static let noiseShare = 0.005
    /// Share of the columns in which a line across the dark is.
    private static let crossedShare = 0.7
    /// Width of it, against the picture's, from which it raises a doubt.
    private static let leastGap = 0.08

    /// A picture cropped to the ultrasound at its top, bottom and one side is ultrasound up to the other side, if
    /// noise shows there.
    ///
    /// Without any noise it may have been padded, and the outline is in doubt; so it is where the top and one more
    /// edge are the picture's and the dark begins upright beside the content.
    func uncropped(_ outline: ScanOutline) -> (outline: ScanOutline, isDoubtful: Bool) {
        guard case .quadrilateral(let topLeft, let topRight, let bottomRight, let bottomLeft) = outline.geometry else {
            return (outline, false)
        }
        let (width, height) = (Double(picture.width), Double(picture.height))
        let slack = 0.02 * max(width, height) + 1
        guard max(topLeft.y, topRight.y) <= slack else { return (outline, false) }
        let reachesBottom = min(bottomLeft.y, bottomRight.y) >= height - slack
        let left = max(topLeft.x, bottomLeft.x)
        let right = min(topRight.x, bottomRight.x)
        let edges = (left: left <= slack, right: right >= width - slack)
        if edges.left, edges.right, !reachesBottom { return (reachingBottom(outline), false) }
        guard !(edges.left && edges.right), reachesBottom || edges.left || edges.right else { return (outline, false) }
        // A picture that fills the height lies in the middle of its frame.
        if !edges.left, !edges.right, abs(left - (width - right)) <= Self.leastGap * width { return (outline, false) }
        var isDoubtful = false
        var result = outline
        for isLeft in [true, false] where !(isLeft ? edges.left : edges.right) {
            let columns = 0...picture.width
            let gap =
                isLeft
                ? 0..<Int(left - 2, within: columns) : Int(right + 3, within: columns)..<picture.width
            guard Double(gap.count) >= Self.leastGap * width else { continue }
            let share = brightness(of: gap)
            // Panels and letters beside the ultrasound are the screen's; lost lines are as dark as the background.
            if share.bright > Self.markShare { continue }
            if share.bright > Self.strayShare || share.bright + share.noisy < Self.noiseShare
                || !(reachesBottom && (edges.left || edges.right))
            {
                isDoubtful = true
                continue
            }
            result.shape = .fullFrame
            result.minX = 0
            result.maxX = width
            result.geometry = .quadrilateral(
                topLeft: PixelPoint(x: isLeft ? 0 : topLeft.x, y: topLeft.y),
                topRight: PixelPoint(x: isLeft ? topRight.x : width, y: topRight.y),
                bottomRight: PixelPoint(x: isLeft ? bottomRight.x : width, y: bottomRight.y),
                bottomLeft: PixelPoint(x: isLeft ? 0 : bottomLeft.x, y: bottomLeft.y)
            )
        }
        return (result, isDoubtful)
    }

    /// An outline that has the picture's edges on three sides, down to the fourth where nothing but darkness is below: depth
    /// without echoes, since nobody crops to the ultrasound on three sides only.
    private func reachingBottom(_ outline: ScanOutline) -> ScanOutline {
        guard case .quadrilateral(let topLeft, let topRight, let bottomRight, let bottomLeft) = outline.geometry else {
            return outline
        }
        let rows = Int(max(bottomLeft.y, bottomRight.y) + 3, within: 0...picture.height)..<picture.height
        let cells = rows.lowerBound * picture.width..<picture.height * picture.width
        let bright = picture.mean[cells].count { $0 >= foreground.threshold }
        guard Double(rows.count) >= Self.leastGap * Double(picture.height),
            Double(bright) <= Self.strayShare * Double(cells.count), !isCrossed(rows)
        else { return outline }
        let height = Double(picture.height)
        var result = outline
        result.shape = .fullFrame
        result.maxY = height
        result.geometry = .quadrilateral(
            topLeft: topLeft,
            topRight: topRight,
            bottomRight: PixelPoint(x: bottomRight.x, y: height),
            bottomLeft: PixelPoint(x: bottomLeft.x, y: height)
        )
        return result
    }

    /// Whether something bright lies in most columns of some dark rows: the trace of a heart, which stands on the screen below
    /// the picture.
    private func isCrossed(_ rows: Range<Int>) -> Bool {
        let columns = (0..<picture.width).count { x in
            rows.contains { picture.mean[$0 * picture.width + x] >= foreground.threshold }
        }
        return Double(columns) >= Self.crossedShare * Double(picture.width)
    }

    /// Shares of some columns' cells that are content and that hardly exceed the background.
    private func brightness(of columns: Range<Int>) -> (bright: Double, noisy: Double) {
        var bright = 0
        var noisy = 0
        for y in 0..<picture.height {
            for x in columns {
                let grey = picture.mean[y * picture.width + x]
                if grey >= foreground.threshold { bright += 1 } else if grey >= floor { noisy += 1 }
            }
        }
        let cells = Double(columns.count * picture.height)
        return (Double(bright) / cells, Double(noisy) / cells)
    }
}
