internal import CRasterCodecs

/// Pixels to JPEG files by libjpeg-turbo, with the IJG's standard tables.
package enum JPEGEncoder {
    /// How often chroma is sampled for each luma sample.
    package enum Subsampling: Sendable, CaseIterable {
        /// 4:4:4.
        case full
        /// 4:2:2, half the columns.
        case halfWidth
        /// 4:2:0, half the columns and half the rows.
        case quarter
    }

    /// How the coefficients are sent.
    package enum ScanOrder: Sendable, CaseIterable {
        /// One scan, top to bottom (baseline).
        case sequential
        /// The IJG's standard progressive script.
        case progressive
    }

    /// Encodes a plane as grey; `quality` is 1–100 on the IJG's scale.
    ///
    /// `restartInterval` is in MCUs, 0 for no restart markers. Throws `decoderFailed` when the plane is empty or larger
    /// than 65,500 a side.
    package static func encode(
        _ plane: GreyPlane,
        quality: Int,
        scans: ScanOrder = .sequential,
        restartInterval: Int = 0
    ) throws(ImagingError) -> [UInt8] {
        let options = options(quality, .full, scans, restartInterval)
        return try encode(plane.pixels, width: plane.width, height: plane.height, channels: 1, options)
    }

    /// Encodes `width * height * 3` bytes of R, G, B as YCbCr (JFIF).
    ///
    /// Parameters and errors as above.
    package static func encode(
        rgb: [UInt8],
        width: Int,
        height: Int,
        quality: Int,
        subsampling: Subsampling = .quarter,
        scans: ScanOrder = .sequential,
        restartInterval: Int = 0
    ) throws(ImagingError) -> [UInt8] {
        let options = options(quality, subsampling, scans, restartInterval)
        return try encode(rgb, width: width, height: height, channels: 3, options)
    }

    private static func options(
        _ quality: Int,
        _ subsampling: Subsampling,
        _ scans: ScanOrder,
        _ restartInterval: Int
    ) -> sono_jpeg_options {
        let sampling =
            switch subsampling {
            case .full: SONO_CHROMA_FULL
            case .halfWidth: SONO_CHROMA_HALF_WIDTH
            case .quarter: SONO_CHROMA_QUARTER
            }
        return sono_jpeg_options(
            quality: Int32(min(100, max(1, quality))),
            sampling: sampling,
            progressive: scans == .progressive ? 1 : 0,
            restart_interval: UInt32(min(65535, max(0, restartInterval)))
        )
    }

    private static func encode(
        _ pixels: [UInt8],
        width: Int,
        height: Int,
        channels: Int,
        _ options: sono_jpeg_options
    ) throws(ImagingError) -> [UInt8] {
        var options = options
        return try EncodedBytes.make(pixels, width: width, height: height, channels: channels) { encoded, diagnosis in
            sono_jpeg_encode(
                pixels,
                UInt32(width),
                UInt32(height),
                Int32(channels),
                &options,
                encoded,
                diagnosis
            )
        }
    }
}
