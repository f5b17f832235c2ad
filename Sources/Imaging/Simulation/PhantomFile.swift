extension PhantomRecipe {
    /// Renders the file's bytes, faults of the file included.
    ///
    /// PNG and JPEG bytes come from libpng and libjpeg-turbo: the pixels are the same everywhere, the bytes wherever these
    /// libraries (and zlib) pack alike.
    package func fileBytes() throws -> [UInt8] {
        if strength(of: .notAnImage) > 0 { return Self.webPage }
        var bytes = try encoded(try render())
        let cut = strength(of: .truncated)
        if cut > 0 { bytes.removeLast(Int((cut * Double(bytes.count)).rounded())) }
        return bytes
    }

    /// The kind of the bytes, which `wrong_extension` makes other than `format`.
    package var actualFormat: FileFormat {
        guard strength(of: .wrongExtension) > 0 else { return format }
        return format == .png ? .jpeg : .png
    }

    private func strength(of kind: ImageFault.Kind) -> Double {
        faults.filter { $0.kind == kind }.map(\.strength).max() ?? 0
    }

    private func encoded(_ picture: PhantomPicture) throws -> [UInt8] {
        let damage = strength(of: .jpeg)
        let damagedQuality = max(1, 100 - Int(damage.rounded()))
        switch actualFormat {
        case .jpeg:
            return try Self.jpeg(picture, quality: damage > 0 ? damagedQuality : quality)
        case .png:
            guard damage > 0 else { return try Self.png(picture) }
            guard picture.rgb == nil else {
                throw SimulationError("fault jpeg: a colour picture cannot be wrapped in a PNG; choose format jpeg")
            }
            let worn = try ImageDecoder.decode(
                .bytes(try Self.jpeg(picture, quality: damagedQuality)),
                limits: DecodingLimits()
            )
            return try PNGEncoder.encode(worn.luma)
        }
    }

    private static func png(_ picture: PhantomPicture) throws -> [UInt8] {
        guard let rgb = picture.rgb else { return try PNGEncoder.encode(picture.grey) }
        return try PNGEncoder.encode(rgb: rgb, width: picture.width, height: picture.height)
    }

    private static func jpeg(_ picture: PhantomPicture, quality: Int) throws -> [UInt8] {
        guard let rgb = picture.rgb else { return try JPEGEncoder.encode(picture.grey, quality: quality) }
        return try JPEGEncoder.encode(rgb: rgb, width: picture.width, height: picture.height, quality: quality)
    }

    /// What a browser saves when the hospital's portal asks for a login instead of sending the picture.
    private static let webPage = Array(
        """
        <!DOCTYPE html>
        <html><head><title>Login</title></head>
        <body><p>Your session has ended. Please log in again.</p></body></html>

        """.utf8
    )
}
