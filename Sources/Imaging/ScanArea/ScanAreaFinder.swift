/// What was found out about the picture as a whole.
package struct ScanAreaFinding: Sendable, Equatable {
    /// Where the ultrasound is; nil when there is none to measure.
    package let scanArea: ScanArea?
    /// Which pixels of it are ultrasound; nil with `scanArea`.
    package let mask: ScanAreaMask?
    /// What speaks against grading the picture like any other, and its layout.
    package let conditions: Set<Condition>

    /// Joins the parts.
    package init(scanArea: ScanArea?, mask: ScanAreaMask?, conditions: Set<Condition>) {
        self.scanArea = scanArea
        self.mask = mask
        self.conditions = conditions
    }
}

/// Finds the scan area of a picture and recognises its layout.
///
/// 1. `ReducedPicture`: means of cells, at most 256 a side.
/// 2. `Foreground`: what is neither background nor flat.
/// 3. The region: the largest part of the opened foreground, with what belongs to it.
/// 4. `OutlineFit`: side lines, arcs or level edges around the region.
/// 5. `OutlineAgreement`: how far the content bears the outline out → confidence.
/// 6. `ScanAreaMask`: native pixels inside, without colour and annotation.
package enum ScanAreaFinder {
    /// Least width and height of a picture that can be judged.
    static let leastSide = 64
    /// Standard deviation of grey below which a picture is blank (domain reference §1.20).
    static let blankDeviation = 4.0
    /// Area of a piece of the picture against that of its largest part at least.
    private static let leastPiece = 0.1

    /// Finds the scan area.
    ///
    /// - Parameter image: A decoded picture of any size.
    /// - Returns: The area with its mask, and the conditions of the picture.
    package static func find(in image: UltrasoundImage) -> ScanAreaFinding {
        guard min(image.luma.width, image.luma.height) >= leastSide else {
            return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.tooSmall])
        }
        let picture = ReducedPicture(image)
        guard deviation(of: picture.mean) >= blankDeviation else {
            return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.blank])
        }
        var foreground = Foreground(picture)
        if PictureKind.isNotUltrasound(picture, background: foreground.background) {
            return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.notUltrasound])
        }
        var solid = foreground.map.closed(radius: 1, thenOpened: 2)
        var (parts, labels) = solid.components()
        let seam = seam(in: parts.first, image: image, picture: picture, foreground: foreground)
        if let seam {
            for y in 0..<solid.height { for x in seam { solid.cells[y * solid.width + x] = 0 } }
            (parts, labels) = solid.components()
        }
        var layout = Layout(parts: parts, labels: labels, width: picture.width, height: picture.height)
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
        case .quad: return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.quadLayout])
        case .spectral: return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.spectralLayout])
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
            return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.geometryUncertain])
        }
        let region = region(split?.labels ?? [main.label], labels: labels, content: foreground.map)
        if isRender(region, picture) { return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.render3D]) }
        guard let fitted = OutlineFit(region, picture: picture, background: foreground.background).outline() else {
            return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.geometryUncertain])
        }
        // Thin echoes of a linear probe's face count, thin lines across a fan are chrome.
        let rest = fitted.isFan ? foreground.map.opened(radius: 1) : foreground.map.closed(radius: 1)
        let bright = fitted.stretched(
            to: pieces(rest, beside: region, coloured: picture.coloured),
            mainArea: main.area,
            faceFades: OutlineAgreement.faceFades(fitted, picture: picture, foreground: foreground)
        )
        let completion = OutlineCompletion(picture: picture, foreground: foreground)
        let (outline, isOpen) = completion.completed(bright)
        if !outline.isFan, isSpectrum(outline, image: image, picture: picture, foreground: foreground) {
            return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.spectralLayout])
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
        var native = outline.scaled(by: picture, width: image.luma.width, height: image.luma.height)
        if left != nil { native.shape = .dual }
        guard let area = scanArea(native, confidence: agreement.confidence * (isDoubtful ? 0.6 : 1), image: image)
        else {
            return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.geometryUncertain])
        }
        var conditions: Set<Condition> = left == nil ? [] : [.dualLayout]
        if area.confidence < ScanArea.surety {
            conditions.insert(.geometryUncertain)
        } else if AirContact.isInAir(outline, picture: picture, background: foreground.echoFree) {
            conditions.insert(.inAir)
        }
        return ScanAreaFinding(
            scanArea: area,
            mask: ScanAreaMask(outline: native, image: image),
            conditions: conditions
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

    private static func scanArea(_ outline: ScanOutline, confidence: Double, image: UltrasoundImage) -> ScanArea? {
        let corners = outline.polygon()
        guard outline.geometry.isFinite, corners.count >= 3, let left = corners.map(\.x).min(),
            let right = corners.map(\.x).max(),
            let top = corners.map(\.y).min(), let bottom = corners.map(\.y).max()
        else { return nil }
        let x = Int(left.rounded(), within: 0...image.luma.width - 1)
        let y = Int(top.rounded(), within: 0...image.luma.height - 1)
        let box = PixelBox(
            x: x,
            y: y,
            width: Int(right.rounded(), within: x...image.luma.width - 1) - x + 1,
            height: Int(bottom.rounded(), within: y...image.luma.height - 1) - y + 1
        )
        return ScanArea(
            shape: outline.shape,
            box: box,
            confidence: confidence,
            geometry: outline.geometry,
            outline: corners
        )
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

    private static func deviation(of grey: [UInt8]) -> Double {
        var sum = 0
        var squares = 0
        let values = grey.span
        for index in 0..<values.count {
            sum &+= Int(values[index])
            squares &+= Int(values[index]) &* Int(values[index])
        }
        let count = Double(max(1, grey.count))
        let mean = Double(sum) / count
        return max(0, Double(squares) / count - mean * mean).squareRoot()
    }
}
