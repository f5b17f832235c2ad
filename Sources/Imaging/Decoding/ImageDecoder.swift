/// PNG and JPEG files to `UltrasoundImage`.
///
/// 1. The kind is told by the first bytes (`FileKind`).
/// 2. The header is read and held against the limits; nothing in proportion to the picture is allocated before.
/// 3. Rows become luma and chroma bits as they come (`CRasterCodecs`).
/// 4. The planes are turned upright (`Orientation`).
///
/// Damaged image data is an error, never a picture: `truncated` when the file ends before the picture does, `corrupt` when
/// it is all there but wrong. What does not touch a pixel becomes a note.
package enum ImageDecoder {
    /// Reads the header only.
    ///
    /// Throws `empty`, `tooLarge`, `unsupportedFormat`, `truncated`, `corrupt` or `decoderFailed`.
    package static func inspect(_ source: ImageSource, limits: DecodingLimits) throws(ImagingError) -> ImageHeader {
        try CodedImage(source, limits: limits).header
    }

    /// Decodes the first frame to luma and chroma bits, upright.
    ///
    /// Throws as `inspect` does.
    package static func decode(_ source: ImageSource, limits: DecodingLimits) throws(ImagingError) -> UltrasoundImage {
        try CodedImage(source, limits: limits).decode()
    }

    /// Reads the header, for those who want to know what decoding will cost before it is begun.
    ///
    /// Throws as `inspect` does.
    package static func open(_ source: ImageSource, limits: DecodingLimits) throws(ImagingError) -> OpenedImage {
        OpenedImage(coded: try CodedImage(source, limits: limits))
    }
}

/// A file whose header was read and is within the limits, and that is not decoded yet.
package struct OpenedImage {
    fileprivate let coded: CodedImage

    /// What the header said.
    package var header: ImageHeader { coded.header }

    /// Decodes the first frame to luma and chroma bits, upright; throws as `ImageDecoder.inspect` does.
    package func decode() throws(ImagingError) -> UltrasoundImage { try coded.decode() }
}
