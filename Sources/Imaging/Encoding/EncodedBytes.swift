internal import CRasterCodecs

/// What the encoders have in common: the check of the shape and the way of foreign bytes into an array.
enum EncodedBytes {
    static func make(
        _ pixels: [UInt8],
        width: Int,
        height: Int,
        channels: Int,
        _ call: (UnsafeMutablePointer<sono_bytes>, UnsafeMutablePointer<sono_diagnosis>) -> sono_status
    ) throws(ImagingError) -> [UInt8] {
        guard (1...65500).contains(width), (1...65500).contains(height), pixels.count == width * height * channels
        else {
            throw ImagingError(
                code: .decoderFailed,
                message: "\(width) × \(height) pixels of \(pixels.count) bytes cannot be encoded"
            )
        }
        var encoded = sono_bytes()
        var diagnosis = sono_diagnosis()
        let status = call(&encoded, &diagnosis)
        defer { sono_bytes_free(&encoded) }
        guard status == SONO_DONE else {
            let words = withUnsafeBytes(of: diagnosis.message) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            throw ImagingError(code: .decoderFailed, message: "the picture could not be encoded (\(words))")
        }
        return Array(UnsafeBufferPointer(start: encoded.bytes, count: encoded.count))
    }
}
