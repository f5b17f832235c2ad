internal import CRasterCodecs

/// A file whose header was read and found within the limits.
struct CodedImage {
    /// The header as the codec gave it.
    enum Codec {
        case jpeg(sono_jpeg_header)
        case png(sono_png_header)
    }

    let source: ImageSource
    let codec: Codec
    /// Columns as stored, before turning.
    let storedWidth: Int
    /// Rows as stored, before turning.
    let storedHeight: Int
    let orientation: Orientation
    let header: ImageHeader
    /// What a PNG may take to be unpacked at once instead of row by row; 0 where that is not to be tried.
    let wholePictureBytes: Int
    private let limits: DecodingLimits

    /// Reads and judges the header.
    init(_ source: ImageSource, limits: DecodingLimits) throws(ImagingError) {
        guard source.byteCount > 0 else {
            throw ImagingError(code: .empty, message: "the file is empty; send it again")
        }
        guard source.byteCount <= limits.maxFileBytes else {
            throw ImagingError(
                code: .tooLarge,
                message: "\(source.byteCount) bytes; the limit is \(limits.maxFileBytes) bytes a file"
            )
        }
        let kind = FileKind(leading: try source.bytes(at: 0, count: FileKind.leadingByteCount))
        guard case .image(let format) = kind else {
            throw kind.refusal ?? ImagingError(code: .unsupportedFormat, message: "export as PNG or JPEG")
        }
        self.source = source
        self.limits = limits

        var outcome = CodecOutcome(format: format)
        var exifBlock: [UInt8] = []
        let frames: Int
        switch format {
        case .jpeg:
            var found = sono_jpeg_header()
            try Self.withExif(&exifBlock) { exif throws(ImagingError) in
                try outcome.run(source) { sono_jpeg_read_header($0, &found, &exif, $1) }
            }
            guard found.colour != SONO_JPEG_OTHER else {
                throw ImagingError(
                    code: .unsupportedFormat,
                    message: "a JPEG with \(found.components) components of no known colour space; export as PNG"
                )
            }
            codec = .jpeg(found)
            storedWidth = Int(found.width)
            storedHeight = Int(found.height)
            frames = 1
        case .png:
            var found = sono_png_header()
            try Self.withExif(&exifBlock) { exif throws(ImagingError) in
                try outcome.run(source) { sono_png_read_header($0, &found, &exif, $1) }
            }
            codec = .png(found)
            storedWidth = Int(found.width)
            storedHeight = Int(found.height)
            frames = Int(found.frames)
        }

        // Before the estimate, whose products would overflow on a header of 2^31 × 2^31.
        try limits.checkPixels(width: storedWidth, height: storedHeight)

        var notes = outcome.notes
        orientation = Self.orientation(exifBlock, notes: &notes)
        var facts = ImageFacts(
            format: format,
            width: orientation.swapsSides ? storedHeight : storedWidth,
            height: orientation.swapsSides ? storedWidth : storedHeight,
            frames: frames,
            jpegQuality: Self.quality(codec),
            notes: notes
        )
        facts.isCameraPicture = ExifExposure.isCamera(tiff: exifBlock)
        let estimate = Self.estimate(
            codec,
            width: storedWidth,
            height: storedHeight,
            turning: orientation != .upright
        )
        // What is only there to be faster must not be what makes a picture too large.
        var atOnce = 0
        if case .png(var found) = codec { atOnce = Int(sono_png_plain_bytes(&found)) }
        wholePictureBytes = estimate + atOnce <= limits.maxDecodingBytes ? atOnce : 0
        header = ImageHeader(facts: facts, estimatedDecodingBytes: estimate + wholePictureBytes)
        try limits.checkCost(header)
    }

    /// Room for an Exif block while a C call runs.
    static func withExif(
        _ block: inout [UInt8],
        _ body: (inout sono_exif) throws(ImagingError) -> Void
    ) throws(ImagingError) {
        let capacity = 65536
        var failure: ImagingError?
        block = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            var exif = sono_exif(bytes: buffer.baseAddress, capacity: capacity, count: 0)
            do throws(ImagingError) { try body(&exif) } catch { failure = error }
            count = exif.count
        }
        if let failure { throw failure }
    }

    /// What the Exif block wants; a block that makes no sense is noted and turns nothing.
    static func orientation(_ block: [UInt8], notes: inout [String]) -> Orientation {
        guard !block.isEmpty else { return .upright }
        switch ExifOrientation(tiff: block) {
        case .orientation(let orientation):
            return orientation
        case .unreadable:
            notes.append("EXIF could not be read")
            return .upright
        }
    }

    private static func quality(_ codec: Codec) -> Int? {
        guard case .jpeg(let header) = codec else { return nil }
        let numbers = withUnsafeBytes(of: header.quantisation) { Array($0.bindMemory(to: UInt16.self)) }
        let isLumaAndChroma = header.colour == SONO_JPEG_YCBCR
        return JPEGQuality.nearest(to: [Array(numbers[..<64])] + (isLumaAndChroma ? [Array(numbers[64...])] : []))
    }

    private static func estimate(_ codec: Codec, width: Int, height: Int, turning: Bool) -> Int {
        let pixels = width * height
        let planes = pixels * (turning ? 2 : 1) + (pixels + 7) / 8 * (turning ? 4 : 2)
        // The codecs' own state: read buffer, Huffman or inflate tables, Exif block.
        let fixed = 512 << 10
        switch codec {
        case .jpeg(let header):
            // At most 4 components of 4 × 8 rows in each of libjpeg's row buffers, with padding to whole blocks.
            let rows = (width + 64) * max(1, Int(header.components)) * 64
            return planes + fixed + rows + (header.multiple_scans != 0 ? Int(header.coefficient_bytes) : 0)
        case .png:
            // Two stored rows and one expanded row, of at most 8 bytes a pixel.
            return planes + fixed + width * 24
        }
    }
}

extension DecodingLimits {
    /// Refuses more pixels than allowed.
    fileprivate func checkPixels(width: Int, height: Int) throws(ImagingError) {
        let (pixels, overflows) = width.multipliedReportingOverflow(by: height)
        guard !overflows, pixels <= maxPixels else {
            throw ImagingError(
                code: .tooLarge,
                message: "\(width) × \(height) pixels; the limit is \(maxPixels) pixels; export it smaller"
            )
        }
    }

    /// Refuses a picture whose decoding would need more memory than allowed.
    fileprivate func checkCost(_ header: ImageHeader) throws(ImagingError) {
        guard header.estimatedDecodingBytes <= maxDecodingBytes else {
            throw ImagingError(
                code: .tooLarge,
                message: "decoding would need \(header.estimatedDecodingBytes) bytes; the limit is \(maxDecodingBytes);"
                    + " export it smaller or as baseline JPEG"
            )
        }
    }
}
