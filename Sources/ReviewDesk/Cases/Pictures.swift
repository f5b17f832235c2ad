internal import Glibc
internal import Grading
internal import Imaging
internal import Intake
internal import Store

/// Originals from the vault as an expert may see them.
struct Pictures {
    let room: WorkRoom

    /// The blind view of an image, or all of it.
    func picture(of image: ImageDetail, whole: Bool, maxWidth: Int, maxHeight: Int) throws -> BlindPicture {
        let descriptor = try original(of: image)
        defer { close(descriptor) }
        let source = ImageSource.file(descriptor: descriptor, size: Int(image.bytes))
        let limits = room.settings.limits
        if whole {
            return try WholeView.picture(of: source, maxWidth: maxWidth, maxHeight: maxHeight, limits: limits)
        }
        let area = image.grade.scanArea
        return try BlindView.picture(
            of: source,
            outline: image.grade.outline,
            shape: area?.shape,
            isSure: area.map { $0.confidence >= ScanArea.surety } ?? false,
            maxWidth: maxWidth,
            maxHeight: maxHeight,
            limits: limits
        )
    }

    /// The original as the first pass decodes it.
    ///
    /// - Throws: `StoreError` when it is not in the vault, `ImagingError` when it cannot be decoded.
    func decoded(_ image: ImageDetail) throws -> UltrasoundImage {
        let descriptor = try original(of: image)
        defer { close(descriptor) }
        return try ImageDecoder.decode(
            .file(descriptor: descriptor, size: Int(image.bytes)),
            limits: room.settings.limits
        )
    }

    /// The original, decoded and looked at anew: what the first pass went by, to be drawn after the answer only.
    ///
    /// - Throws: `StoreError` when it is not in the vault, `ImagingError` when it cannot be decoded.
    func inspection(of image: ImageDetail, maxWidth: Int, maxHeight: Int) throws -> PictureInspection {
        let descriptor = try original(of: image)
        defer { close(descriptor) }
        return try PictureInspection(
            of: .file(descriptor: descriptor, size: Int(image.bytes)),
            maxWidth: maxWidth,
            maxHeight: maxHeight,
            limits: room.settings.limits
        )
    }

    /// An open file of the original's bytes, to be closed by the caller.
    private func original(of image: ImageDetail) throws -> Int32 {
        guard let sha256 = image.grade.sha256 else {
            throw StoreError(
                code: .notFound,
                message: "its original is not in the vault",
                identity: "image \(image.id)"
            )
        }
        return try room.vault.open(sha256: sha256)
    }
}
