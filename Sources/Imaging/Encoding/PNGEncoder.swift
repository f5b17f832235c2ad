internal import CRasterCodecs

/// Pixels to PNG files.
package enum PNGEncoder {
    /// Encodes a plane as 8-bit grey.
    ///
    /// Throws `decoderFailed` when libpng has no memory or the plane is empty.
    package static func encode(_ plane: GreyPlane) throws(ImagingError) -> [UInt8] {
        try encode(plane.pixels, width: plane.width, height: plane.height, channels: 1)
    }

    /// Encodes `width * height * 3` bytes of R, G, B as 8-bit RGB.
    ///
    /// Throws as above.
    package static func encode(rgb: [UInt8], width: Int, height: Int) throws(ImagingError) -> [UInt8] {
        try encode(rgb, width: width, height: height, channels: 3)
    }

    private static func encode(
        _ pixels: [UInt8],
        width: Int,
        height: Int,
        channels: Int
    ) throws(ImagingError) -> [UInt8] {
        try EncodedBytes.make(pixels, width: width, height: height, channels: channels) { encoded, diagnosis in
            sono_png_encode(pixels, UInt32(width), UInt32(height), Int32(channels), encoded, diagnosis)
        }
    }
}
