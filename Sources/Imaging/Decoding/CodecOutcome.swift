internal import CRasterCodecs

/// What a C call said, turned into this room's errors and notes.
struct CodecOutcome {
    private var diagnosis = sono_diagnosis()
    private let format: ImageFormat

    init(format: ImageFormat) {
        self.format = format
    }

    /// Runs a C call; throws what its status means.
    mutating func run(
        _ source: ImageSource,
        _ call: (UnsafePointer<sono_source>, UnsafeMutablePointer<sono_diagnosis>) -> sono_status
    ) throws(ImagingError) {
        var said = sono_diagnosis()
        let status = try source.withForeignSource { (foreign) throws(ImagingError) in call(foreign, &said) }
        diagnosis = said
        if let failure = failure(status, source) { throw failure }
    }

    /// The library's own words.
    private var words: String {
        withUnsafeBytes(of: diagnosis.message) { raw in
            String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
        }
    }

    /// The contract's code and one line for a status; nil when all went well.
    private func failure(_ status: sono_status, _ source: ImageSource) -> ImagingError? {
        let name = format == .png ? "PNG" : "JPEG"
        switch status {
        case SONO_DONE:
            return nil
        case SONO_TRUNCATED where !source.hasEndMarker(of: format):
            return ImagingError(
                code: .truncated,
                message: "the \(name) ends early, after \(source.byteCount) bytes; send the whole file again"
            )
        case SONO_TRUNCATED, SONO_CORRUPT:
            let detail = status == SONO_TRUNCATED ? "a length in it points beyond its end" : words
            return ImagingError(
                code: .corrupt,
                message: "the \(name)'s image data is damaged (\(detail)); export the picture again"
            )
        case SONO_UNSUPPORTED:
            return ImagingError(
                code: .unsupportedFormat,
                message: "a kind of \(name) that is not read (\(words)); export as 8-bit baseline JPEG or as PNG"
            )
        case SONO_TOO_LARGE:
            return ImagingError(
                code: .tooLarge,
                message: "the \(name) needs more work than a picture may (\(words)); export it smaller"
            )
        case SONO_READ_FAILED:
            return .cannotRead(systemError: diagnosis.system_error)
        case SONO_CHANGED:
            return ImagingError(
                code: .decoderFailed,
                message: "the file changed while it was read; try again when it is complete"
            )
        default:
            return ImagingError(
                code: .decoderFailed,
                message: "the \(name) decoder gave up (\(words)); try again with more memory"
            )
        }
    }

    /// One clause for each oddity.
    var notes: [String] {
        func met(_ oddity: Int) -> Bool { Int(diagnosis.oddities) & oddity != 0 }
        var notes: [String] = []
        if met(SONO_ODDITY_EXTRANEOUS_BYTES) { notes.append("extraneous bytes between segments") }
        if met(SONO_ODDITY_HEADER_FIELD) { notes.append("unusual JPEG header field") }
        if met(SONO_ODDITY_ANCILLARY_CHUNK) { notes.append("ancillary PNG chunk damaged") }
        if met(SONO_ODDITY_EXTRA_IMAGE_DATA) { notes.append("image data goes on after the last pixel") }
        if met(SONO_ODDITY_FRAME_COUNT) { notes.append("animation header makes no sense") }
        if met(SONO_ODDITY_TRAILING_BYTES) { notes.append("\(diagnosis.trailing_bytes) bytes after the image") }
        return notes
    }
}

extension ImageSource {
    /// Whether the file's last bytes are those that every whole file of its format ends with.
    ///
    /// Tells a file that is still being written from one that is all there but damaged.
    fileprivate func hasEndMarker(of format: ImageFormat) -> Bool {
        let marker: [UInt8] =
            switch format {
            case .png: [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82]
            case .jpeg: [0xFF, 0xD9]
            }
        return (try? bytes(at: byteCount - marker.count, count: marker.count)) == marker
    }
}
