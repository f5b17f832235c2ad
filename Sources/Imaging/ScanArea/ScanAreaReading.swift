/// What one way of telling content from background makes of a picture: its outline, and how well that is borne out.
struct ScanAreaReading {
    /// Area of a piece of the picture against that of its largest part at least.
    private static let leastPiece = 0.1

    /// The outline, in grid cells.
    let outline: ScanOutline
    /// How well it agrees with the content.
    let agreement: OutlineAgreement
    /// Whether something speaks against it that the agreement does not see.
    let isDoubtful: Bool
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
        var solid = broad.unpacked()
        var parts = runs.parts
        let seam = seam(in: parts.first, image: image, picture: picture, foreground: foreground)
        if let seam {
            for y in 0..<solid.height { for x in seam { solid.cells[y * solid.width + x] = 0 } }
            broad = PackedCells(solid)
            runs = CellRuns(broad)
            parts = runs.parts
        }
        // What stands alone needs no look at what is beside it.
        let labels = parts.count > 1 ? runs.labels() : []
        var layout = Layout(parts: parts, width: picture.width, height: picture.height, runs: runs)
        var split: SplitPicture?
        if seam == nil, !layout.isRefused {
            // A seam has told that there are two pictures; halves that lie apart may still be one.
            split = SplitPicture(parts: parts, labels: labels, content: solid) {
                OutlineFit(PackedCells($0), picture: picture, background: foreground.background).outline()
            }
            if split != nil { layout = .single }
        }
        switch layout {
        case .quad: return .refused(.quadLayout)
        case .stack: return .refused(.stackedLayout)
        case .single, .dual: break
        }
        var isDoubtful = split?.isDoubtful == true
        var left: CellComponent?
        if case .dual(let one, let other) = layout {
            left = one
            if MotionSweep.fills(other.pixels(of: picture), of: image.luma) { return .refused(.spectralLayout) }
            // Halves of one picture must not be graded by the left one alone.
            isDoubtful = seam == nil && !SplitPicture.areTwoPictures(one, other, labels: labels, map: solid)
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
        // Opening rounds corners off; what hangs together with the part closely is given back.
        var region = runs.cells(of: split?.labels ?? [main.label])
        region.grow(2)
        region.intersect(content)
        if isRender(region, picture) { return .refused(.render3D) }
        guard let fitted = OutlineFit(region, picture: picture, background: foreground.background).outline() else {
            return .refused(.geometryUncertain)
        }
        // Thin echoes of a linear probe's face count, thin lines across a fan are chrome.
        var rest = content
        if fitted.isFan { rest.open(1) } else { rest.close(1) }
        let bright = fitted.stretched(
            to: pieces(rest, beside: region, picture: picture),
            mainArea: main.area,
            faceFades: OutlineAgreement.faceFades(fitted, picture: picture, foreground: foreground)
        )
        let completion = OutlineCompletion(picture: picture, foreground: left == nil ? clear : foreground)
        let (outline, isOpen) = completion.completed(bright)
        if !outline.isFan, isSpectrum(outline, image: image, picture: picture, foreground: foreground) {
            return .refused(.spectralLayout)
        }
        if isOpen || outline.isRagged { isDoubtful = true }
        var agreement = OutlineAgreement(
            outline,
            region: region,
            content: foreground.map,
            solid: large(runs, of: main, in: broad),
            picture: picture,
            foreground: foreground
        )
        // The right half of a dual layout is left out on purpose.
        if left != nil { agreement.leftOut = 0 }
        agreement.endsInNoise = outline.endsInNoise
        return .found(
            ScanAreaReading(
                outline: outline,
                agreement: agreement,
                isDoubtful: isDoubtful,
                isDual: left != nil,
                picture: picture,
                foreground: foreground
            )
        )
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

    /// Whether what the outline holds is a spectrum and no tissue.
    private static func isSpectrum(
        _ outline: ScanOutline,
        image: UltrasoundImage,
        picture: ReducedPicture,
        foreground: Foreground
    ) -> Bool {
        let native = outline.scaled(by: picture, width: image.luma.width, height: image.luma.height).polygon()
        guard let left = native.map(\.x).min(), let right = native.map(\.x).max(), let top = native.map(\.y).min(),
            let bottom = native.map(\.y).max()
        else { return false }
        let x = Int(min(Double(image.luma.width - 1), max(0, left)))
        let y = Int(min(Double(image.luma.height - 1), max(0, top)))
        let box = PixelBox(
            x: x,
            y: y,
            width: Int(min(Double(image.luma.width - 1), max(left, right))) - x + 1,
            height: Int(min(Double(image.luma.height - 1), max(top, bottom))) - y + 1
        )
        return SpectralStrip.isSpectrum(image.luma, box: box, black: foreground.background)
    }

    /// Whether most of the region is coloured: a rendered surface on a dark screen.
    private static func isRender(_ region: PackedCells, _ picture: ReducedPicture) -> Bool {
        guard picture.colourShare > 0.02 else { return false }
        var coloured = region
        coloured.intersect(
            PackedCells(CellMap(width: picture.width, height: picture.height, cells: picture.coloured))
        )
        return Double(coloured.count) > 0.6 * Double(region.count)
    }

    /// The parts that may be a piece of the picture, and no letters or marks on its screen.
    private static func large(_ runs: CellRuns, of main: CellComponent, in solid: PackedCells) -> PackedCells {
        let small = runs.parts.filter { Double($0.area) < leastPiece * Double(main.area) }
        guard !small.isEmpty else { return solid }
        var result = solid
        result.subtract(runs.cells(of: Set(small.map(\.label))))
        return result
    }

    /// The connected pieces of grey content beside the region.
    private static func pieces(_ content: PackedCells, beside region: PackedCells, picture: ReducedPicture)
        -> [CellComponent]
    {
        var others = content
        var taken = region
        taken.grow(1)
        others.subtract(taken)
        if picture.hasColour {
            others.subtract(
                PackedCells(CellMap(width: picture.width, height: picture.height, cells: picture.coloured))
            )
        }
        return CellRuns(others).parts
    }
}
