/// A picture to be looked at, with what the finder sees in it: the ground on which findings are drawn.
///
/// Nothing is graded here. It is made anew from the file's bytes whenever somebody wants to see them.
package struct PictureInspection: Sendable {
    /// The whole picture in colour, upright.
    package let picture: BlindPicture
    /// nil where no scan area was found.
    package let scanArea: ScanArea?
    /// nil with `scanArea`.
    package let mask: ScanAreaMask?
    /// What the metrics go by; nil with `scanArea`.
    package let evidence: MetricEvidence?

    /// Decodes and inspects a file.
    ///
    /// `maxWidth` and `maxHeight` bound the picture, and a larger one is reduced; the scan area is always that of the
    /// original. Throws as `ImageDecoder.decode` does.
    package init(
        of source: ImageSource,
        maxWidth: Int,
        maxHeight: Int,
        limits: DecodingLimits
    ) throws(ImagingError) {
        picture = try WholeView.picture(of: source, maxWidth: maxWidth, maxHeight: maxHeight, limits: limits)
        let image = try ImageDecoder.decode(source, limits: limits)
        let finding = ImagePipeline.scanArea(of: image)
        scanArea = finding.scanArea
        mask = finding.mask
        if let area = finding.scanArea, let mask = finding.mask {
            let polar = PolarResampler.view(of: image, area: area, mask: mask)
            evidence = MetricEvidence(MetricInput(image: image, area: area, mask: mask, polar: polar))
        } else {
            evidence = nil
        }
    }

    /// Whether an outline that was kept is the one that is found now, so that geometry and mask belong to it.
    package func fits(_ outline: [PixelPoint]?) -> Bool {
        guard let outline, let found = scanArea?.outline, outline.count == found.count else { return false }
        // Kept outlines are rounded to 0.1.
        return zip(outline, found).allSatisfy { abs($0.x - $1.x) < 0.06 && abs($0.y - $1.y) < 0.06 }
    }
}
