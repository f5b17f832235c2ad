internal import CRasterCodecs

/// Where the bytes of an image file come from.
package enum ImageSource: Sendable {
    /// The whole file in memory.
    case bytes([UInt8])
    /// An open, readable, regular file of `size` bytes; read by position, so its offset stays. The caller owns the
    /// descriptor and keeps it open while the source is used.
    case file(descriptor: Int32, size: Int)

    /// Bytes of the file.
    package var byteCount: Int {
        switch self {
        case .bytes(let bytes): bytes.count
        case .file(_, let size): size
        }
    }

    /// Hands the source to a C call.
    func withForeignSource<Result>(
        _ body: (UnsafePointer<sono_source>) throws(ImagingError) -> Result
    ) throws(ImagingError) -> Result {
        switch self {
        case .file(let descriptor, let size):
            var source = sono_source(bytes: nil, size: UInt64(max(0, size)), descriptor: descriptor)
            return try body(&source)
        case .bytes(let bytes):
            return try bytes.withUnsafeBufferPointer { buffer throws(ImagingError) in
                var source = sono_source(bytes: buffer.baseAddress, size: UInt64(buffer.count), descriptor: -1)
                return try body(&source)
            }
        }
    }

    /// Up to `count` bytes from `offset`; fewer at the end of the file.
    ///
    /// Throws `decoderFailed` when it cannot be read.
    func bytes(at offset: Int, count: Int) throws(ImagingError) -> [UInt8] {
        var got: Int64 = 0
        let bytes = try withForeignSource { (source) throws(ImagingError) in
            [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
                got = sono_source_read(source, UInt64(max(0, offset)), buffer.baseAddress, count)
                written = max(0, Int(got))
            }
        }
        if got < 0 { throw .cannotRead(systemError: Int32(-got)) }
        return bytes
    }
}

extension ImagingError {
    /// The system refused to read an open file.
    static func cannotRead(systemError: Int32) -> ImagingError {
        ImagingError(
            code: .decoderFailed,
            message: "reading failed (system error \(systemError)); check the disk or the share"
        )
    }
}
