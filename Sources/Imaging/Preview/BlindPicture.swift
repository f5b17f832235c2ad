/// A picture for an expert's eyes, made in memory from an original: samples, and what of it is shown.
package struct BlindPicture: Sendable, Equatable {
    /// `width * height * 3` samples R, G, B, row-major, top-left first; empty when withheld.
    package let rgb: [UInt8]
    /// Columns; 0 when withheld.
    package let width: Int
    /// Rows; 0 when withheld.
    package let height: Int
    /// The part of the upright original that is shown, in its pixels; nil when withheld.
    package let frame: PixelBox?
    /// Whether a depth scale beside the scan area was found and drawn.
    package let showsRuler: Bool

    /// Whether nothing may be shown, because the scan area is not sure and has no certain outside.
    ///
    /// The whole picture then needs unblinding.
    package var isWithheld: Bool { frame == nil }

    /// Nothing to be seen.
    static let withheld = BlindPicture(rgb: [], width: 0, height: 0, frame: nil, showsRuler: false)

    init(rgb: [UInt8], width: Int, height: Int, frame: PixelBox?, showsRuler: Bool) {
        precondition(rgb.count == width * height * 3, "a picture holds width × height × 3 samples")
        self.rgb = rgb
        self.width = width
        self.height = height
        self.frame = frame
        self.showsRuler = showsRuler
    }

    /// A PNG file of the samples and nothing else, for a desktop viewer.
    ///
    /// Throws `decoderFailed` for a withheld picture.
    package func png() throws(ImagingError) -> [UInt8] {
        guard !isWithheld else {
            throw ImagingError(
                code: .decoderFailed,
                message: "the picture is withheld because its scan area is not sure; unblind it to see all of it"
            )
        }
        return try PNGEncoder.encode(rgb: rgb, width: width, height: height)
    }
}

extension ColourPicture {
    /// The largest size of the same shape within two bounds; never larger than the picture, never empty.
    func sizeFitting(maxWidth: Int, maxHeight: Int) -> (width: Int, height: Int) {
        let (wide, high) = (max(1, maxWidth), max(1, maxHeight))
        if width <= wide, height <= high { return (width, height) }
        // Compared as whole numbers, so that a size that fits exactly comes out exactly.
        if wide * height <= high * width { return (wide, max(1, height * wide / width)) }
        return (max(1, width * high / height), high)
    }
}
