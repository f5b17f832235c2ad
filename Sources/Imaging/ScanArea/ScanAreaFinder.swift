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
/// 3. `TimeStrip`: spectra and M-mode are refused.
/// 4. The region: the largest part of the opened foreground, with what belongs to it.
/// 5. `OutlineFit`: side lines, arcs or level edges around the region.
/// 6. `OutlineAgreement`: how far the content bears the outline out → confidence.
/// 7. `ScanAreaMask`: native pixels inside, without colour and annotation.
package enum ScanAreaFinder {
    /// Least width and height of a picture that can be judged.
    static let leastSide = 64
    /// Standard deviation of grey below which a picture is blank (domain reference §1.20).
    static let blankDeviation = 4.0

    /// Finds the scan area.
    ///
    /// - Parameter image: A decoded picture of any size.
    /// - Returns: The area with its mask, and the conditions of the picture.
    package static func find(in image: UltrasoundImage) -> ScanAreaFinding {
        guard min(image.luma.width, image.luma.height) >= leastSide else {
            return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.tooSmall])
        }
        let picture = ReducedPicture(image)
        guard deviates(picture.mean, by: blankDeviation) else {
            return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.blank])
        }
        let foreground = Foreground(picture)
        // Without tissue and noise any outline would be a guess, and a picture that is nearly empty is like no ultrasound.
        if AirArcs.isInAir(image.luma, picture: picture, background: foreground.background) {
            return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.inAir])
        }
        if PictureKind.isNotUltrasound(picture, background: foreground.background) {
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
            return finding(
                found,
                image: image,
                picture: closer.picture,
                echoFree: closer.foreground.echoFree,
                window: PixelBox(
                    x: closer.origin.x,
                    y: closer.origin.y,
                    width: closer.image.luma.width,
                    height: closer.image.luma.height
                )
            )
        }
        let reading = ScanAreaReading.best(of: image, picture: picture, foreground: foreground)
        switch reading {
        case .refused(let condition): return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [condition])
        case .found(let found):
            let whole = PixelBox(x: 0, y: 0, width: image.luma.width, height: image.luma.height)
            return finding(found, image: image, picture: picture, echoFree: foreground.echoFree, window: whole)
        }
    }

    /// What a reading says of the picture.
    ///
    /// - Parameters:
    ///   - reading: The reading, in cells of `picture`.
    ///   - image: The whole picture.
    ///   - picture: What was looked at, on its grid.
    ///   - echoFree: The grey of ultrasound without echoes in it.
    ///   - window: Where in the whole picture that lies.
    private static func finding(
        _ reading: ScanAreaReading,
        image: UltrasoundImage,
        picture: ReducedPicture,
        echoFree: Int,
        window: PixelBox
    )
        -> ScanAreaFinding
    {
        var native = reading.outline.scaled(by: picture, width: window.width, height: window.height)
            .moved(x: Double(window.x), y: Double(window.y))
        if reading.isDual { native.shape = .dual }
        guard var area = scanArea(native, confidence: reading.confidence, image: image) else {
            return ScanAreaFinding(scanArea: nil, mask: nil, conditions: [.geometryUncertain])
        }
        var conditions: Set<Condition> = reading.isDual ? [.dualLayout] : []
        if area.confidence < ScanArea.surety {
            conditions.insert(.geometryUncertain)
        } else if AirContact.isInAir(reading.outline, picture: picture, background: echoFree) {
            conditions.insert(.inAir)
        }
        let blackedOut = BlackedOutCorners(reading.outline, picture: reading.picture, foreground: reading.foreground)
            .corners.map { $0.scaled(by: picture).moved(x: Double(window.x), y: Double(window.y)) }
        for corner in blackedOut { area.outline = corner.cut(from: area.outline) }
        let mask = ScanAreaMask(outline: native, image: image, blackedOut: blackedOut)
        return ScanAreaFinding(scanArea: area, mask: mask, conditions: conditions)
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
