internal import Glibc
package import Imaging

extension PictureInspection {
    /// Inspects a file on disk.
    ///
    /// - Throws: `ImagingError` as the grade contract names it.
    package static func of(
        _ path: RawPath,
        maxWidth: Int,
        maxHeight: Int,
        limits: DecodingLimits
    ) throws(ImagingError) -> PictureInspection {
        let descriptor = path.withCPath { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) }
        guard descriptor >= 0 else { throw .ofSystem(errno) }
        defer { close(descriptor) }
        switch FileState.look(at: descriptor) {
        case .failure(let failure): throw .ofSystem(failure.number)
        case .success(let state):
            guard state.kind == .regular else { throw .ofSystem(ENXIO) }
            let source = ImageSource.file(descriptor: descriptor, size: Int(state.size))
            return try PictureInspection(of: source, maxWidth: maxWidth, maxHeight: maxHeight, limits: limits)
        }
    }
}
