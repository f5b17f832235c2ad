/// The way of one picture through this room.
///
/// 1. `ImageDecoder.decode`: file bytes → `UltrasoundImage` (luma, chroma mask, facts).
/// 2. `ScanAreaFinder.find`: luma and chroma → `ScanArea`, its mask, layout conditions.
/// 3. `PolarResampler.view`: luma and geometry → `PolarView`.
/// 4. `MetricCatalog.measure`: picture, area and view → `Measurements` with marks.
/// 5. `ExcludedParts.marks`: what inside the outline was left out → further marks.
/// 6. `PictureFingerprint`, for those who look for duplicates.
/// 7. All of it as one value: `ImageExamination`.
package enum ImagePipeline {
    /// Examines a decoded picture: steps 2 to 7.
    ///
    /// - Parameters:
    ///   - image: The picture.
    ///   - takesFingerprint: Whether duplicates will be looked for. There is none of a picture whose scan area is not
    ///     sure, which is blank or was taken in air: chrome and reverberation make such pictures alike.
    /// - Returns: Where the ultrasound is, what was measured there, and what the picture is as a whole.
    package static func examine(_ image: UltrasoundImage, takesFingerprint: Bool = false) -> ImageExamination {
        let image = untinted(image)
        let cast = ColourCast(luma: image.luma, chroma: image.chroma)
        var finding = area(of: image, cast: cast)
        var measurements = Measurements()
        var nearProfile: NearProfile?
        var fingerprint: PictureFingerprint?
        if let area = finding.scanArea, let mask = finding.mask {
            let polar = PolarResampler.view(of: image, area: area, mask: mask)
            nearProfile = NearProfile(polar)
            if takesFingerprint, area.confidence >= ScanArea.surety,
                finding.conditions.isDisjoint(with: [.notUltrasound, .blank, .inAir, .geometryUncertain, .render3D])
            {
                fingerprint = PictureFingerprint(polar)
            }
            measurements = MetricCatalog.measure(
                MetricInput(image: image, area: area, mask: mask, polar: polar, cast: cast)
            )
            measurements.marks += ExcludedParts.marks(of: mask)
            // A camera sees the screen askew, with its frame and its surroundings: no line runs where it seems to.
            if ScreenPhoto.isSure(measurements) { finding = finding.doubted() }
        } else {
            measurements = ScreenPhoto.measure(wholePicture: image)
            // It shows a screen from so far that little of it is ultrasound.
            if finding.conditions.contains(.notUltrasound), ScreenPhoto.isSure(measurements),
                ScreenPhoto.isOfRoom(image)
            {
                finding = finding.doubted()
            }
        }
        return ImageExamination(
            facts: image.facts,
            scanArea: finding.scanArea,
            measurements: measurements,
            conditions: finding.conditions,
            nearProfile: nearProfile,
            fingerprint: fingerprint
        )
    }

    /// Grey differences across against those down from which coloured tissue may be a rendered surface, which has no
    /// direction; B-mode has 0.3 to 0.63 where seen.
    private static let mostAcross = 0.8

    /// The picture without its colour where that is a tint of B-mode, and as it is otherwise.
    private static func untinted(_ image: UltrasoundImage) -> UltrasoundImage {
        guard ColourTint(luma: image.luma, chroma: image.chroma)?.isTint == true else { return image }
        let grey = UltrasoundImage(luma: image.luma, chroma: nil, facts: image.facts, blackTone: image.blackTone)
        let finding = ScanAreaFinder.find(in: grey)
        guard let found = finding.scanArea, finding.conditions.isSubset(of: [.dualLayout]),
            let texture = StripTexture(image.luma, box: found.box), texture.acrossAgainstDown <= mostAcross
        else { return image }
        return grey
    }

    /// Step 2: finds the scan area; a tint and a camera's cast are no colour of the ultrasound, and are left out of account.
    ///
    /// What is plainly no ultrasound is told by all its colour, unless the edges of a screen show that it was photographed.
    package static func scanArea(of image: UltrasoundImage) -> ScanAreaFinding {
        let image = untinted(image)
        return area(of: image, cast: ColourCast(luma: image.luma, chroma: image.chroma))
    }

    private static func area(of image: UltrasoundImage, cast: ColourCast?) -> ScanAreaFinding {
        guard cast?.isCast == true else {
            return ScanAreaFinder.find(in: image)
        }
        let isFramed = ScreenFrame(luma: image.luma).map { $0.tiltedSides >= 2 } ?? false
        if !isFramed {
            let finding = ScanAreaFinder.find(in: image)
            if finding.conditions.contains(.notUltrasound) { return finding }
        }
        return ScanAreaFinder.find(in: UltrasoundImage(luma: image.luma, chroma: nil, facts: image.facts))
    }
}
