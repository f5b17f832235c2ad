/// The whole picture with all that is burnt into it, for an expert who has unblinded the image.
package enum WholeView {
    /// The picture upright, at most `maxWidth` × `maxHeight`, never enlarged.
    ///
    /// Throws as `ImageDecoder.decode` does.
    package static func picture(
        of source: ImageSource,
        maxWidth: Int,
        maxHeight: Int,
        limits: DecodingLimits
    ) throws(ImagingError) -> BlindPicture {
        let whole = try CodedImage(source, limits: limits).decodeUprightColour()
        let size = whole.sizeFitting(maxWidth: maxWidth, maxHeight: maxHeight)
        return BlindPicture(
            rgb: whole.reduced(width: size.width, height: size.height).samples,
            width: size.width,
            height: size.height,
            frame: PixelBox(x: 0, y: 0, width: whole.width, height: whole.height),
            // What of the ruler is there is shown with everything else; nobody looked for it.
            showsRuler: false
        )
    }
}
