/// What a file's header says, before a pixel is decoded.
package struct ImageHeader: Sendable, Equatable {
    /// Kind, size after EXIF turning, frames and JPEG quality; notes so far.
    package let facts: ImageFacts
    /// Bytes that decoding will need at once: the planes, a second luma plane when the picture has to be turned, row
    /// buffers, and the whole-picture coefficients of a progressive or non-interleaved JPEG.
    package let estimatedDecodingBytes: Int

    /// Joins the parts.
    package init(facts: ImageFacts, estimatedDecodingBytes: Int) {
        self.facts = facts
        self.estimatedDecodingBytes = estimatedDecodingBytes
    }
}
