/// What one way of telling content from background makes of a picture: its outline, and how well that is borne out.
struct ScanAreaReading {
    /// The outline, in grid cells.
    let outline: ScanOutline
    /// How well it agrees with the content.
    var agreement: OutlineAgreement
    /// Whether something speaks against it that the agreement does not see.
    var isDoubtful: Bool
    /// Whether it is the left one of two pictures.
    var isDual: Bool
    /// The picture in which it was seen.
    let picture: ReducedPicture
    /// What stands out from its background.
    let foreground: Foreground

    /// 0–1; below `ScanArea.surety` with any doubt.
    var confidence: Double { agreement.confidence * (isDoubtful ? OutlineAgreement.doubt : 1) }

    /// What came of it.
    enum Outcome {
        /// An outline.
        case found(ScanAreaReading)
        /// Nothing that could be graded, and why.
        case refused(Condition)
    }

    /// Reads the picture.
    ///
    /// - Parameters:
    ///   - image: The picture.
    ///   - picture: The same on the grid.
    ///   - foreground: What is looked at as content.
    ///   - clear: What clearly stands out from its background.
    ///   - leastInRows: Share of its own rows, from the first to the last cell of each, that the largest part of the
    ///     content must fill to be read at all.
    static func read(
        _ image: UltrasoundImage,
        picture: ReducedPicture,
        foreground: Foreground,
        clear: Foreground,
        leastInRows: Double = 0
    ) -> Outcome {
        var foreground = foreground
        let whole = PackedCells(foreground.map)
        var broad = whole
        broad.close(1, thenOpen: 2)
        var runs = CellRuns(broad)
        var parts = runs.parts
        let seam = seam(in: parts.first, image: image, picture: picture, foreground: foreground)
        if let seam {
            var columns = PackedCells(width: broad.width, height: broad.height)
            for y in 0..<broad.height { columns.insert(seam, row: y) }
            broad.subtract(columns)
            runs = CellRuns(broad)
            parts = runs.parts
        }
        var layout = Layout(parts: parts, width: picture.width, height: picture.height, runs: runs)
        var split: SplitPicture?
        if seam == nil, !layout.isRefused {
            // A seam has told that there are two pictures; halves that lie apart may still be one.
            split = SplitPicture(runs) {
                OutlineFit($0, picture: picture, background: foreground.background).outline()
            }
            if split != nil { layout = .single }
        }
        var joined: Set<Int32>?
        if seam == nil, case .dual(let one, let other) = layout,
            PictureSeam.isLoss(between: one, other, picture: picture, luma: image.luma, black: foreground.background)
        {
            joined = [one.label, other.label]
            layout = .single
        }
        switch layout {
        case .quad: return .refused(.quadLayout)
        case .stack:
            guard let main = parts.first else { return .refused(.stackedLayout) }
            // Fluid from side to side cuts one fan in two; two fans are no larger one.
            let view = View(image: image, picture: picture, foreground: foreground, clear: clear)
            let parting = Parting(runs: runs, broad: broad, content: whole, main: main)
            return view.together(of: parting, insteadOf: .refused(.stackedLayout))
        case .single, .dual: break
        }
        var isDoubtful = split?.isDoubtful == true
        var left: CellComponent?
        if case .dual(let one, let other) = layout {
            left = one
            if MotionSweep.fills(other.pixels(of: picture), of: image.luma) { return .refused(.spectralLayout) }
            // Halves of one picture must not be graded by the left one alone.
            isDoubtful = seam == nil && !SplitPicture.areTwoPictures(one, other, of: runs)
        }
        var content = whole
        if left != nil, let seam {
            foreground = foreground.cut(from: seam.lowerBound)
            content = PackedCells(foreground.map)
        }
        guard let main = left ?? parts.first else {
            return .refused(.geometryUncertain)
        }
        if leastInRows > 0, runs.cells(of: [main.label]).shareOfRows < leastInRows {
            return .refused(.geometryUncertain)
        }
        let view = View(image: image, picture: picture, foreground: foreground, clear: left == nil ? clear : foreground)
        let parting = Parting(runs: runs, broad: broad, content: content, main: main)
        joined = joined ?? split?.labels
        let alone = view.outlined(joined ?? [main.label], of: parting, isDoubtful: isDoubtful, isDual: left != nil)
        guard left == nil, seam == nil, joined == nil else { return alone }
        return view.together(of: parting, insteadOf: alone)
    }

    /// The cells across which two touching pictures are parted; nil where there is one picture.
    private static func seam(
        in part: CellComponent?,
        image: UltrasoundImage,
        picture: ReducedPicture,
        foreground: Foreground
    ) -> Range<Int>? {
        guard let part else { return nil }
        let scale = picture.scale
        let box = PixelBox(
            x: part.minX * scale,
            y: part.minY * scale,
            width: part.width * scale,
            height: part.height * scale
        )
        guard let columns = PictureSeam.columns(in: box, of: image.luma, black: foreground.background) else {
            return nil
        }
        let start = min(picture.width, columns.lowerBound / scale)
        return start..<max(start, min(picture.width, (columns.upperBound + scale - 1) / scale))
    }
}
