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
    let isDual: Bool
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
    static func read(
        _ image: UltrasoundImage,
        picture: ReducedPicture,
        foreground: Foreground,
        clear: Foreground
    ) -> Outcome {
        var foreground = foreground
        var solid = foreground.map.closed(radius: 1, thenOpened: 2)
        var (parts, labels) = solid.components()
        let seam = seam(in: parts.first, image: image, picture: picture, foreground: foreground)
        if let seam {
            for y in 0..<solid.height { for x in seam { solid.cells[y * solid.width + x] = 0 } }
            (parts, labels) = solid.components()
        }
        var layout = Layout(parts: parts, width: picture.width, height: picture.height)
        var split: SplitPicture?
        if case .quad = layout {
        } else if seam == nil {
            // A seam has told that there are two pictures; halves that lie apart may still be one.
            split = SplitPicture(parts: parts, labels: labels, content: solid) {
                OutlineFit($0, picture: picture, background: foreground.background).outline()
            }
            if split != nil { layout = .single }
        }
        switch layout {
        case .quad: return .refused(.quadLayout)
        case .single, .dual: break
        }
        var isDoubtful = split?.isDoubtful == true
        var left: CellComponent?
        if case .dual(let one, let other) = layout {
            left = one
            // Halves of one picture must not be graded by the left one alone.
            isDoubtful = seam == nil && !SplitPicture.areTwoPictures(one, other, labels: labels, map: solid)
        }
        if left != nil, let seam { foreground = foreground.cut(from: seam.lowerBound) }
        guard let main = left ?? parts.first else {
            return .refused(.geometryUncertain)
        }
        let region = region(split?.labels ?? [main.label], labels: labels, content: foreground.map)
        if isRender(region, picture) { return .refused(.render3D) }
        guard let fitted = OutlineFit(region, picture: picture, background: foreground.background).outline() else {
            return .refused(.geometryUncertain)
        }
        // Thin echoes of a linear probe's face count, thin lines across a fan are chrome.
        let rest = fitted.isFan ? foreground.map.opened(radius: 1) : foreground.map.closed(radius: 1)
        let bright = fitted.stretched(
            to: pieces(rest, beside: region, coloured: picture.coloured),
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
            solid: broad(parts, labels: labels, of: main, in: solid),
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
    private static func isRender(_ region: CellMap, _ picture: ReducedPicture) -> Bool {
        guard picture.colourShare > 0.02 else { return false }
        var coloured = 0
        for index in region.cells.indices { coloured += Int(region.cells[index] & picture.coloured[index]) }
        return Double(coloured) > 0.6 * Double(region.count)
    }

    /// The content that the outline is fitted to.
    private static func region(_ parts: Set<Int32>, labels: [Int32], content: CellMap) -> CellMap {
        var cells = [UInt8](repeating: 0, count: labels.count)
        if parts.count == 1, let part = parts.first {
            for index in labels.indices where labels[index] == part { cells[index] = 1 }
        } else {
            for index in labels.indices where parts.contains(labels[index]) { cells[index] = 1 }
        }
        // Opening rounds corners off; what hangs together with the part closely is given back.
        var grown = CellMap(width: content.width, height: content.height, cells: cells).dilated(radius: 2)
        for index in labels.indices { grown.cells[index] &= content.cells[index] }
        return grown
    }

    /// The parts that may be a piece of the picture, and no letters or marks on its screen.
    private static func broad(_ parts: [CellComponent], labels: [Int32], of main: CellComponent, in solid: CellMap)
        -> CellMap
    {
        let small = parts.filter { Double($0.area) < leastPiece * Double(main.area) }
        guard !small.isEmpty else { return solid }
        var isSmall = [Bool](repeating: false, count: Int(parts.map(\.label).max() ?? 0) + 1)
        for part in small { isSmall[Int(part.label)] = true }
        var result = solid
        for index in labels.indices where isSmall[Int(labels[index])] { result.cells[index] = 0 }
        return result
    }

    /// The connected pieces of grey content beside the region.
    private static func pieces(_ content: CellMap, beside region: CellMap, coloured: [UInt8]) -> [CellComponent] {
        var others = content
        let taken = region.dilated(radius: 1)
        for index in others.cells.indices where taken.cells[index] != 0 || coloured[index] != 0 {
            others.cells[index] = 0
        }
        return others.components().parts
    }
}
