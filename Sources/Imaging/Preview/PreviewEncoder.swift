/// A small JPEG of a picture, for people to look at.
package struct PreviewImage: Sendable, Equatable {
    /// A baseline JPEG file in colour.
    package let jpeg: [UInt8]
    /// Columns.
    package let width: Int
    /// Rows.
    package let height: Int
    /// Preview pixels per pixel of the upright original, above 0 and at most 1.
    package let scale: Double
}

/// Makes previews: whole, upright, over black, never enlarged.
package enum PreviewEncoder {
    /// A preview at most `maxWidth` wide and twice as high.
    ///
    /// `quality` is 1–100 on the IJG's scale. A JPEG is reduced by its own DCT first, a PNG by boxes of whole pixels; the
    /// rest is area averaging. Decoding needs about what `ImageHeader.estimatedDecodingBytes` says. Throws as
    /// `ImageDecoder.decode` does.
    package static func preview(
        of source: ImageSource,
        maxWidth: Int,
        quality: Int,
        limits: DecodingLimits
    ) throws(ImagingError) -> PreviewImage {
        let image = try CodedImage(source, limits: limits)
        let (width, height) = (image.header.facts.width, image.header.facts.height)
        let widest = max(1, maxWidth)
        // The scale as a fraction, so that sizes come out whole where they should.
        let (numerator, denominator) = [(widest, width), (2 * widest, height)].reduce((1, 1)) { least, next in
            next.0 * least.1 < least.0 * next.1 ? next : least
        }
        let scale = Double(numerator) / Double(denominator)
        let picture = try image.decodeColour(atLeast: scale).turned(image.orientation)
        let small = picture.reduced(
            width: max(1, width * numerator / denominator),
            height: max(1, height * numerator / denominator)
        )
        let jpeg = try JPEGEncoder.encode(
            rgb: small.samples,
            width: small.width,
            height: small.height,
            quality: quality,
            subsampling: .full
        )
        return PreviewImage(jpeg: jpeg, width: small.width, height: small.height, scale: scale)
    }
}
