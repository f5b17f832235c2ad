internal import CPangoCairo

extension PageDocument {
    /// Dots an inch that a picture of a page may have.
    package static let resolutions = 36...600

    /// A PDF of all pages, fonts embedded.
    ///
    /// Throws `TypesettingError` where it has no page, a text cannot be set, or a length is no number.
    package func pdf() throws(TypesettingError) -> [UInt8] {
        guard let first = pages.first else {
            throw TypesettingError(message: "a document without a page cannot be made")
        }
        try first.check()
        var sink = ByteSink()
        var failure: TypesettingError?
        withUnsafeMutablePointer(to: &sink) { sink in
            let surface = cairo_pdf_surface_create_for_stream(ByteSink.write, sink, first.width, first.height)
            do throws(TypesettingError) {
                try draw(on: surface)
            } catch {
                failure = error
            }
            // The file is written to its end here.
            cairo_surface_finish(surface)
            if cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS {
                failure = failure ?? TypesettingError(message: "the PDF could not be made: \(Self.words(of: surface))")
            }
            cairo_surface_destroy(surface)
        }
        if let failure { throw failure }
        return sink.bytes
    }

    private func draw(on surface: OpaquePointer?) throws(TypesettingError) {
        cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
        var painter = try PagePainter(surface: surface)
        for page in pages {
            try page.check()
            cairo_pdf_surface_set_size(surface, page.width, page.height)
            try painter.paint(page)
            painter.showPage()
        }
        let metadata: [(cairo_pdf_metadata_t, String)] = [
            (CAIRO_PDF_METADATA_TITLE, title), (CAIRO_PDF_METADATA_AUTHOR, author),
            (CAIRO_PDF_METADATA_SUBJECT, subject), (CAIRO_PDF_METADATA_CREATE_DATE, created),
            (CAIRO_PDF_METADATA_CREATOR, "\(program); \(FontRecord.libraries)"),
            (CAIRO_PDF_METADATA_KEYWORDS, painter.fonts.sorted().map(\.description).joined(separator: ", ")),
        ]
        for (entry, text) in metadata where !text.isEmpty { cairo_pdf_surface_set_metadata(surface, entry, text) }
    }

    /// A PNG picture of one page on white.
    ///
    /// - Parameter dotsPerInch: within `resolutions`.
    /// - Throws: `TypesettingError` as `pdf()` does, or where there is no such page or resolution.
    package func png(page index: Int = 0, dotsPerInch: Int) throws(TypesettingError) -> [UInt8] {
        guard pages.indices.contains(index) else { throw TypesettingError(message: "there is no page \(index + 1)") }
        guard Self.resolutions.contains(dotsPerInch) else {
            throw TypesettingError(
                message: "\(dotsPerInch) dots an inch; allowed are \(Self.resolutions.lowerBound)–"
                    + "\(Self.resolutions.upperBound)"
            )
        }
        let page = pages[index]
        try page.check()
        let scale = Double(dotsPerInch) / 72
        let (width, height) = ((page.width * scale).rounded(), (page.height * scale).rounded())
        guard max(width, height) <= 20_000 else {
            throw TypesettingError(
                message: "the picture would be \(Int(width)) × \(Int(height)) pixels; use fewer dots"
            )
        }
        let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
        defer { cairo_surface_destroy(surface) }
        var painter = try PagePainter(surface: surface)
        painter.clear()
        painter.scale(by: scale)
        try painter.paint(page)
        cairo_surface_flush(surface)
        var sink = ByteSink()
        let status = withUnsafeMutablePointer(to: &sink) {
            cairo_surface_write_to_png_stream(surface, ByteSink.write, $0)
        }
        guard status == CAIRO_STATUS_SUCCESS else {
            throw TypesettingError(message: "the PNG could not be made: \(Self.words(of: surface))")
        }
        return sink.bytes
    }

    private static func words(of surface: OpaquePointer?) -> String {
        cairo_status_to_string(cairo_surface_status(surface)).map { String(cString: $0) } ?? "unknown"
    }
}

extension Page {
    fileprivate func check() throws(TypesettingError) {
        guard (1...14_400).contains(width), (1...14_400).contains(height) else {
            throw TypesettingError(message: "a page of \(width) × \(height) points cannot be made")
        }
    }
}

/// Collects what cairo writes.
private struct ByteSink {
    var bytes: [UInt8] = []

    static let write: cairo_write_func_t = { closure, data, count in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        closure.assumingMemoryBound(to: ByteSink.self).pointee.bytes +=
            UnsafeBufferPointer(start: data, count: Int(count))
        return CAIRO_STATUS_SUCCESS
    }
}
