/// What a file may cost before it is refused; checked from the header, before anything is allocated.
package struct DecodingLimits: Sendable, Equatable {
    /// Most pixels (width × height) of a picture; default 64 Mpixel (64 × 2^20).
    package var maxPixels: Int
    /// Most bytes of a file; default 256 MiB.
    package var maxFileBytes: Int
    /// Most bytes that decoding one picture may need at once, by the estimate from its header; default 192 MiB.
    ///
    /// The estimate counts the whole-image coefficients of progressive JPEG. A picture above it is `too_large`.
    package var maxDecodingBytes: Int

    /// Limits; the defaults are the product's.
    package init(
        maxPixels: Int = 64 << 20,
        maxFileBytes: Int = 256 << 20,
        maxDecodingBytes: Int = 192 << 20
    ) {
        self.maxPixels = maxPixels
        self.maxFileBytes = maxFileBytes
        self.maxDecodingBytes = maxDecodingBytes
    }
}
