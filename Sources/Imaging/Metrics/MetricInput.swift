/// All that a metric may look at: one picture, where its ultrasound is, and the ultrasound straightened.
///
/// A metric reads native pixels (`image.luma`) where `mask` allows it, for what
/// resampling would spoil (sharpness, noise, JPEG blocks), and `polar` for
/// what depends on depth or scan line.
package struct MetricInput: Sendable {
    /// The decoded picture.
    package let image: UltrasoundImage
    /// Where the ultrasound is and how the scan lines run.
    package let area: ScanArea
    /// Which native pixels are ultrasound.
    package let mask: ScanAreaMask
    /// The ultrasound by depth and scan line.
    package let polar: PolarView
    /// How colour lies on the picture; nil where next to nothing is coloured or bright.
    let cast: ColourCast?

    /// Joins the parts; `mask` and `polar` belong to `area` of `image`.
    package init(image: UltrasoundImage, area: ScanArea, mask: ScanAreaMask, polar: PolarView) {
        let cast = ColourCast(luma: image.luma, chroma: image.chroma)
        self.init(image: image, area: area, mask: mask, polar: polar, cast: cast)
    }

    /// The same where the colour of `image` was looked at before.
    init(image: UltrasoundImage, area: ScanArea, mask: ScanAreaMask, polar: PolarView, cast: ColourCast?) {
        self.image = image
        self.area = area
        self.mask = mask
        self.polar = polar
        self.cast = cast
    }
}
