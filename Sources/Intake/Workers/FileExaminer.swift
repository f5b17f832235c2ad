package import Digests
internal import Glibc
package import Imaging

/// One file on disk to its hash and its decoded picture.
///
/// Opens the path once, without following a link and without waiting for a pipe, and does everything through that
/// descriptor, so what is hashed is what is decoded. Every failure is an `ImagingError` of the grade contract.
package struct FileExaminer: Sendable {
    /// Whether the last component of a path may be a symbolic link.
    package enum LinkPolicy: Sendable {
        /// For what a walk found in a folder.
        case refuse
        /// For a path that somebody named.
        case follow
    }

    /// What became of one file.
    package struct Report<Value> {
        /// Of all bytes; nil when the file could not be read to its end, or is over the limit and was not read.
        package var sha256: Digest?
        /// As the file was before it was read; nil when it could not be opened.
        package var state: FileState?
        /// Whether size, time or identity differed after reading: the picture is then not to be trusted.
        package var changedWhileRead = false
        /// What `examine`'s closure made of the picture, or why there was none.
        package var result: Result<Value, ImagingError>
    }

    private let limits: DecodingLimits
    private let budget: DecodingBudget

    /// Files up to this size are read once, into memory; larger ones are streamed twice, to hash and to decode.
    private static let wholeReadBytes = 1 << 20

    /// An examiner whose workers share `budget`.
    package init(limits: DecodingLimits, budget: DecodingBudget) {
        self.limits = limits
        self.budget = budget
    }

    /// Hashes and decodes the file at `path` and calls `body` with the picture, within the memory budget.
    ///
    /// Blocks the calling thread. `body` is not called when there is no picture.
    package func examine<Value>(
        _ path: RawPath,
        links: LinkPolicy = .refuse,
        _ body: (UltrasoundImage) throws(ImagingError) -> Value
    ) -> Report<Value> {
        let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | (links == .refuse ? O_NOFOLLOW : 0)
        let descriptor = path.withCPath { open($0, flags) }
        guard descriptor >= 0 else { return Report(result: .failure(.cannotOpen(errno))) }
        defer { close(descriptor) }

        let before: FileState
        switch FileState.look(at: descriptor) {
        case .success(let state): before = state
        case .failure(let failure): return Report(result: .failure(.cannotOpen(failure.number)))
        }
        var report = Report<Value>(state: before, result: .failure(.notRegular))
        guard before.kind == .regular else { return report }

        do throws(ImagingError) {
            report.result = .success(try examine(descriptor, size: Int(before.size), sha256: &report.sha256, body))
        } catch {
            report.result = .failure(error)
        }
        if case .success(let after) = FileState.look(at: descriptor), after != before {
            report.changedWhileRead = true
            report.sha256 = nil
            report.result = .failure(.changedWhileRead)
        }
        return report
    }

    private func examine<Value>(
        _ descriptor: Int32,
        size: Int,
        sha256: inout Digest?,
        _ body: (UltrasoundImage) throws(ImagingError) -> Value
    ) throws(ImagingError) -> Value {
        guard size <= limits.maxFileBytes else {
            // The decoder's own words for it, without reading the file.
            _ = try ImageDecoder.inspect(.file(descriptor: descriptor, size: size), limits: limits)
            throw .changedWhileRead
        }
        let source: ImageSource
        if size <= Self.wholeReadBytes {
            let bytes = try Self.read(descriptor, size: size)
            sha256 = try hashing { () throws(DigestError) in try SHA256.digest(of: bytes) }
            source = .bytes(bytes)
        } else {
            sha256 = try Self.digest(descriptor, size: size)
            source = .file(descriptor: descriptor, size: size)
        }
        let opened = try ImageDecoder.open(source, limits: limits)
        return try budget.withShare(of: opened.header.estimatedDecodingBytes) { () throws(ImagingError) in
            try body(opened.decode())
        }
    }

    private static func read(_ descriptor: Int32, size: Int) throws(ImagingError) -> [UInt8] {
        var failure: ImagingError?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            do throws(ImagingError) {
                try PositionedReading.fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor, at: 0)
                count = size
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    private static func digest(_ descriptor: Int32, size: Int) throws(ImagingError) -> Digest {
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
        defer { chunk.deallocate() }
        var hash = try hashing { () throws(DigestError) in try SHA256() }
        var offset = 0
        while offset < size {
            let part = UnsafeMutableRawBufferPointer(rebasing: chunk[..<min(chunk.count, size - offset)])
            try PositionedReading.fill(part, from: descriptor, at: offset)
            do throws(DigestError) { try hash.update(UnsafeRawBufferPointer(part)) } catch { throw .hashFailed(error) }
            offset += part.count
        }
        do throws(DigestError) { return try hash.finish() } catch { throw .hashFailed(error) }
    }
}

/// Runs libcrypto and turns its refusal into this contract's error.
private func hashing<Value: ~Copyable>(
    _ body: () throws(DigestError) -> Value
) throws(ImagingError) -> Value {
    do throws(DigestError) { return try body() } catch { throw .hashFailed(error) }
}

/// Whole reads at a place in a file.
private enum PositionedReading {
    /// Fills the buffer; a file that has become shorter has changed.
    static func fill(
        _ buffer: UnsafeMutableRawBufferPointer,
        from descriptor: Int32,
        at offset: Int
    ) throws(ImagingError) {
        var done = 0
        while done < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
            let got = pread(descriptor, rest.baseAddress, rest.count, offset + done)
            if got < 0, errno == EINTR { continue }
            if got < 0 { throw .cannotRead(errno) }
            if got == 0 { throw .changedWhileRead }
            done += got
        }
    }
}

extension ImagingError {
    /// Why the system refused to look at a path, by errno.
    static func ofSystem(_ number: Int32) -> ImagingError { cannotOpen(number) }

    /// Why open or fstat refused.
    fileprivate static func cannotOpen(_ number: Int32) -> ImagingError {
        switch number {
        case ENOENT, ENOTDIR:
            ImagingError(code: .notFound, message: "there is no such file")
        case EACCES, EPERM:
            ImagingError(code: .permission, message: "no permission to read the file; change its owner or mode")
        case ELOOP:
            ImagingError(
                code: .unsupportedFormat,
                message: "a symbolic link, which is not followed; name the file itself"
            )
        case ENXIO, ENODEV:
            .notRegular
        default:
            .cannotRead(number)
        }
    }

    fileprivate static func cannotRead(_ number: Int32) -> ImagingError {
        ImagingError(
            code: .decoderFailed,
            message: "reading failed (\(String(cString: strerror(number)))); check the disk or the share"
        )
    }

    fileprivate static var notRegular: ImagingError {
        ImagingError(code: .unsupportedFormat, message: "not a regular file (a folder, pipe or device); not opened")
    }

    fileprivate static var changedWhileRead: ImagingError {
        ImagingError(
            code: .decoderFailed,
            message: "the file changed while it was read; try again when it is complete"
        )
    }

    fileprivate static func hashFailed(_ error: DigestError) -> ImagingError {
        ImagingError(code: .decoderFailed, message: "\(error)")
    }
}
