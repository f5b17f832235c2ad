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

    /// Whether there is a scan area without any doubt.
    package var isSure: Bool { scanArea.map { $0.confidence >= ScanArea.surety } ?? false }

    /// The same with an outline that nothing must be made to depend on; what seemed to be no ultrasound may have some in it.
    func doubted() -> ScanAreaFinding {
        var area = scanArea
        area?.confidence *= OutlineAgreement.doubt
        let known = conditions.subtracting([.notUltrasound])
        return ScanAreaFinding(scanArea: area, mask: mask, conditions: known.union([.geometryUncertain]))
    }
}

/// Finds the scan area of a picture and recognises its layout.
///
/// 1. `ReducedPicture`: means of cells, at most 256 a side; `PictureMount`: what lies on a page is looked at by itself.
/// 2. `Foreground`: what is neither background nor flat.
/// 3. `TimeStrip`: spectra and M-mode are refused.
/// 4. The region: the largest part of the opened foreground, with what belongs to it.
/// 5. `OutlineFit`: side lines, arcs or level edges around the region.
/// 6. `OutlineAgreement`: how far the content bears the outline out → confidence.
/// 7. `OtherLook`: where that is not sure, or quality is plainly bad, what several looks agree on.
/// 8. Where content does not tell, or goes on: `SideRuler`, `ScreenStep`, `FarArc`; single pixels of noise: `SpeckDepth`.
/// 9. `PictureTiles`, `MotionSweep`: rectangles that hold several pictures, or moments instead of places.
/// 10. `ScanAreaMask`: native pixels inside, without colour and annotation.
package enum ScanAreaFinder {
    /// Least width and height of a picture that can be judged.
    static let leastSide = 64
    /// Standard deviation of grey below which a picture is blank (domain reference §1.20).
    static let blankDeviation = 4.0
    /// The same below which nothing can be seen at all; between the two, ultrasound that is nearly black may be.
    private static let darkDeviation = 1.0

    /// Finds the scan area.
    ///
    /// - Parameter image: A decoded picture of any size.
    /// - Returns: The area with its mask, and the conditions of the picture.
    package static func find(in image: UltrasoundImage) -> ScanAreaFinding {
        guard min(image.luma.width, image.luma.height) >= leastSide else {
            return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.tooSmall])
        }
        let picture = ReducedPicture(image)
        let blank = ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.blank])
        guard deviates(picture.mean, by: blankDeviation) else {
            guard deviates(picture.mean, by: darkDeviation) else { return blank }
            let window = PixelBox(x: 0, y: 0, width: image.luma.width, height: image.luma.height)
            let finding = look(at: View(image: image, picture: picture, window: window), of: image)
            return finding.isSure ? finding : blank
        }
        // What lies on a page or in a viewer's window has a background of its own.
        if let mount = PictureMount(image, picture: picture) {
            let view = View(image: mount.image, picture: ReducedPicture(mount.image), window: mount.box)
            let finding = look(at: view, of: image)
            if finding.isSure || !mount.isDoubtful { return finding }
        }
        let window = PixelBox(x: 0, y: 0, width: image.luma.width, height: image.luma.height)
        return look(at: View(image: image, picture: picture, window: window), of: image)
    }

    /// A part of a picture that is looked at.
    private struct View {
        var image: UltrasoundImage
        /// The same on its grid.
        var picture: ReducedPicture
        /// Where it lies in the whole picture, in pixels.
        var window: PixelBox
    }

    /// Finds the scan area in a part of a picture.
    private static func look(at view: View, of whole: UltrasoundImage) -> ScanAreaFinding {
        let (image, picture) = (view.image, view.picture)
        let foreground = Foreground(picture)
        // Without tissue and noise any outline would be a guess, and a picture that is nearly empty is like no ultrasound.
        if AirArcs.isInAir(image.luma, picture: picture, background: foreground.background) {
            return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.inAir])
        }
        if PictureKind.isNotUltrasound(picture, background: foreground.background) {
            if let sunken = ScanAreaReading.sunken(in: image, picture: picture, foreground: foreground),
                !PictureKind.isNotUltrasound(picture, background: sunken.foreground.background)
            {
                return finding(sunken, in: view, of: whole, echoFree: sunken.foreground.echoFree)
            }
            return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.notUltrasound])
        }
        if TimeStrip.isPresent(in: image, picture: picture, foreground: foreground) {
            return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.spectralLayout])
        }
        if let closer = CloserLook(image, picture: picture, foreground: foreground),
            case .found(let found) = ScanAreaReading.best(
                of: closer.image,
                picture: closer.picture,
                foreground: closer.foreground
            ),
            found.confidence >= ScanArea.surety
        {
            let window = PixelBox(
                x: view.window.x + closer.origin.x,
                y: view.window.y + closer.origin.y,
                width: closer.image.luma.width,
                height: closer.image.luma.height
            )
            let closest = View(image: closer.image, picture: closer.picture, window: window)
            return finding(found, in: closest, of: whole, echoFree: closer.foreground.echoFree)
        }
        let outcome = ScanAreaReading.best(of: image, picture: picture, foreground: foreground)
        if outcome.isUnsure,
            let sunken = ScanAreaReading.sunken(in: image, picture: picture, foreground: foreground)
        {
            return finding(sunken, in: view, of: whole, echoFree: sunken.foreground.echoFree)
        }
        if let found = ScanAreaReading.otherwise(than: outcome, image, picture: picture, foreground: foreground) {
            return finding(found, in: view, of: whole, echoFree: foreground.echoFree)
        }
        switch outcome {
        case .refused(let condition): return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [condition])
        case .found(let found): return finding(found, in: view, of: whole, echoFree: foreground.echoFree)
        }
    }

    /// What a reading says of the picture.
    ///
    /// - Parameters:
    ///   - reading: The reading, in cells of the view's grid.
    ///   - view: What was looked at.
    ///   - whole: The whole picture.
    ///   - echoFree: The grey of ultrasound without echoes in it.
    private static func finding(
        _ reading: ScanAreaReading,
        in view: View,
        of whole: UltrasoundImage,
        echoFree: Int
    )
        -> ScanAreaFinding
    {
        let (picture, window) = (view.picture, view.window)
        var native = reading.outline.scaled(by: picture, width: window.width, height: window.height)
            .moved(x: Double(window.x), y: Double(window.y))
        if reading.confidence >= ScanArea.surety, !reading.isDual, !reading.foreground.isGrey,
            let specks = SpeckDepth(below: native, whole.luma, screen: echoFree)
        {
            native = native.deepened(to: specks.depth)
            native.maxY = min(native.maxY, Double(whole.luma.height - 1))
        }
        if reading.isDual { native.shape = .dual }
        guard var area = scanArea(native, confidence: reading.confidence, image: whole) else {
            return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.geometryUncertain])
        }
        var conditions: Set<Condition> = reading.isDual ? [.dualLayout] : []
        if area.confidence < ScanArea.surety {
            conditions.insert(.geometryUncertain)
        } else if AirContact.isInAir(reading.outline, picture: picture, background: echoFree)
            || AirContact.isInAir(reading.outline.fromApex, picture: picture, background: echoFree)
        {
            // The face of noise is where it comes up and not the probe's, and then nothing lies before it.
            conditions.insert(.inAir)
        } else if !native.isFan, let other = otherThanOnePicture(area.box, isDual: reading.isDual, of: whole) {
            return other
        }
        let blackedOut = BlackedOutCorners(reading.outline, picture: reading.picture, foreground: reading.foreground)
            .corners.map { $0.scaled(by: picture).moved(x: Double(window.x), y: Double(window.y)) }
        for corner in blackedOut { area.outline = corner.cut(from: area.outline) }
        let mask = ScanAreaMask(outline: native, image: whole, blackedOut: blackedOut)
        return ScanAreaFinding(scanArea: area, mask: mask, conditions: conditions)
    }

    /// What a rectangle that passed for one picture is besides: several of them, or M-mode; nil where it is one picture.
    ///
    /// - Parameters:
    ///   - box: The rectangle, in pixels.
    ///   - isDual: Whether it is the left one of two already.
    ///   - whole: The whole picture.
    private static func otherThanOnePicture(_ box: PixelBox, isDual: Bool, of whole: UltrasoundImage)
        -> ScanAreaFinding?
    {
        if let tiles = PictureTiles(box, of: whole.luma), tiles.areSeveral {
            if tiles.across.isEmpty, !isDual {
                return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.stackedLayout])
            }
            guard let gutter = tiles.across.first, tiles.across.count == 1, tiles.down.isEmpty, !isDual else {
                return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.quadLayout])
            }
            return left(PixelBox(x: box.x, y: box.y, width: gutter.lowerBound - box.x, height: box.height), of: whole)
        }
        return MotionSweep.fills(box, of: whole.luma)
            ? ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.spectralLayout]) : nil
    }

    /// The left one of two pictures, looked at by itself.
    private static func left(_ box: PixelBox, of whole: UltrasoundImage) -> ScanAreaFinding {
        let image = whole.cut(to: box)
        let picture = ReducedPicture(image)
        let foreground = Foreground(picture)
        guard min(box.width, box.height) >= leastSide,
            case .found(var found) = ScanAreaReading.best(of: image, picture: picture, foreground: foreground),
            !found.isDual
        else { return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.dualLayout, .geometryUncertain]) }
        found.isDual = true
        let view = View(image: image, picture: picture, window: box)
        return finding(found, in: view, of: whole, echoFree: foreground.echoFree)
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

    /// Whether grey has at least some standard deviation.
    private static func deviates(_ grey: [UInt8], by least: Double) -> Bool {
        var sum = 0
        var squares = 0
        let values = grey.span
        let needed = least * least * Double(values.count)
        for index in 0..<values.count {
            let value = Int(values[index])
            sum &+= value
            squares &+= value &* value
            // What a part strays from its own mean, the whole does all the more.
            if index & 1023 == 1023, Double(squares) - Double(sum) * Double(sum) / Double(index + 1) >= needed {
                return true
            }
        }
        return Double(squares) - Double(sum) * Double(sum) / Double(max(1, values.count)) >= needed
    }
}
