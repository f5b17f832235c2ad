internal import Dispatch
internal import Glibc
package import Imaging

/// Decodes and measures originals, as many at a time as the settings allow.
///
/// One examiner serves all exams that are being taken: the permits and the memory budget are shared, so that several
/// exams together use no more threads and no more memory than one.
package struct OriginalExaminer: Sendable {
    private let permits: Monitor<Int>
    private let budget: DecodingBudget
    private let limits: DecodingLimits
    /// Images decoded at the same time.
    package let workers: Int

    /// An examiner by a home's settings.
    package init(settings: Settings) {
        workers = settings.workers > 0 ? settings.workers : max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        permits = Monitor(workers)
        budget = DecodingBudget(totalBytes: settings.decodingTotalBytes)
        limits = settings.limits
    }

    /// Calls `body` for 0 ..< count on plain threads, at most `workers` of all exams at a time; returns when all are done.
    package func forEach(count: Int, _ body: @Sendable (Int) -> Void) {
        DispatchQueue.concurrentPerform(iterations: count) { index in
            permits.access(when: { $0 > 0 }) { $0 -= 1 }
            defer { permits.access { $0 += 1 } }
            body(index)
        }
    }

    /// Examines the picture in a file that nobody else writes to.
    ///
    /// - Throws: `ImagingError` when it holds no gradable picture.
    package func examine(path: String, size: Int64) throws(ImagingError) -> ImageExamination {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw ImagingError(code: .notFound, message: "the copy could not be opened: \(IntakeError.words(errno))")
        }
        defer { close(descriptor) }
        let source = ImageSource.file(descriptor: descriptor, size: Int(size))
        let header = try ImageDecoder.inspect(source, limits: limits)
        return try budget.withShare(of: header.estimatedDecodingBytes) { () throws(ImagingError) in
            ImagePipeline.examine(try ImageDecoder.decode(source, limits: limits), takesFingerprint: true)
        }
    }

    /// Whether an unreadable file looks like one that is still being written: it ends early, is empty, or ends in the
    /// zeros with which copying programs set a file's size beforehand.
    package static func mayStillGrow(_ error: ImagingError, path: String) -> Bool {
        switch error.code {
        case .truncated, .empty: return true
        case .corrupt, .decoderFailed, .unsupportedFormat: return endsInZeros(path)
        case .notFound, .permission, .tooLarge: return false
        }
    }

    private static func endsInZeros(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let tail = 512
        let end = lseek(descriptor, 0, SEEK_END)
        guard end >= tail else { return false }
        var bytes = [UInt8](repeating: 1, count: tail)
        guard pread(descriptor, &bytes, tail, end - off_t(tail)) == tail else { return false }
        return bytes.allSatisfy { $0 == 0 }
    }
}
