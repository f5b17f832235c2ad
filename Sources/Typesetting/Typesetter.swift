internal import CPangoCairo
package import Imaging

/// Why a text cannot be set.
package struct TypesettingError: Error, Equatable, CustomStringConvertible {
    /// For people, English.
    package let message: String

    package var description: String { message }

    /// Says what cannot be set, and what to do about it.
    package init(message: String) { self.message = message }
}

/// Sets text of any script with the system's fonts: broken into lines, shaped, as coverage of pixels.
///
/// The same text gives the same pixels on machines with the same fonts and libraries only; what must be the same
/// everywhere is drawn in `BlockFont`.
package enum Typesetter {
    /// The writing that a text is shaped for: it decides between the Chinese, Japanese and Korean forms of a character.
    package enum Script: String, Sendable {
        case simplifiedChinese = "zh-cn"
        case latin = "en"
    }

    /// Most pixels in each direction: what cairo's surfaces hold.
    private static let largest = 32_767
    /// Sans serif as the system has it, Noto's Chinese first.
    private static let family = "Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, WenQuanYi Micro Hei, sans-serif"

    /// A text in lines of at most `width` pixels.
    ///
    /// - Parameter size: pixels of the letters' body.
    /// - Throws: `TypesettingError` where no font of this machine has all its characters, or it is too large to be drawn.
    package static func set(
        _ text: String,
        script: Script,
        size: Int,
        width: Int
    ) throws(TypesettingError) -> SetWords {
        guard size > 0, width > 0, width <= largest else {
            throw TypesettingError(message: "a text cannot be set \(width) pixels wide in letters of \(size)")
        }
        // Measured on a surface without pixels, then drawn on one that fits.
        guard let measured = Self.surface(width: 1, height: 1) else { throw TypesettingError(message: noMemory) }
        defer { cairo_surface_destroy(measured) }
        let height = try drawn(text, script: script, size: size, width: width, on: measured)
        guard height <= largest, let surface = Self.surface(width: width, height: height) else {
            throw TypesettingError(message: "the text is too long to be set \(width) pixels wide")
        }
        defer { cairo_surface_destroy(surface) }
        _ = try drawn(text, script: script, size: size, width: width, on: surface)
        cairo_surface_flush(surface)
        let stride = Int(cairo_image_surface_get_stride(surface))
        guard let bytes = cairo_image_surface_get_data(surface), stride >= width else {
            throw TypesettingError(message: noMemory)
        }
        var coverage: [UInt8] = []
        coverage.reserveCapacity(width * height)
        for row in 0..<height {
            coverage += UnsafeBufferPointer(start: bytes + row * stride, count: width)
        }
        return SetWords(width: width, height: height, coverage: coverage)
    }

    private static let noMemory = "the letters could not be drawn: cairo has no memory"

    /// A surface of one byte of coverage a pixel; nil where there is no memory.
    private static func surface(width: Int, height: Int) -> OpaquePointer? {
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(width), Int32(height)) else { return nil }
        guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
            cairo_surface_destroy(surface)
            return nil
        }
        return surface
    }

    /// Draws the text and gives its height in pixels, 1 or more.
    private static func drawn(
        _ text: String,
        script: Script,
        size: Int,
        width: Int,
        on surface: OpaquePointer
    ) throws(TypesettingError) -> Int {
        guard let context = cairo_create(surface) else { throw TypesettingError(message: noMemory) }
        defer { cairo_destroy(context) }
        guard let layout = pango_cairo_create_layout(context), let font = pango_font_description_from_string(family)
        else { throw TypesettingError(message: noMemory) }
        defer {
            pango_font_description_free(font)
            g_object_unref(UnsafeMutableRawPointer(layout))
        }
        pango_font_description_set_absolute_size(font, Double(size) * Double(PANGO_SCALE))
        pango_layout_set_font_description(layout, font)
        pango_context_set_language(pango_layout_get_context(layout), pango_language_from_string(script.rawValue))
        pango_layout_context_changed(layout)
        pango_layout_set_width(layout, Int32(width) * PANGO_SCALE)
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        // A zero byte would end the text for C.
        pango_layout_set_text(layout, text.replacing("\0", with: " "), -1)
        guard pango_layout_get_unknown_glyphs_count(layout) == 0 else {
            throw TypesettingError(
                message: "no font on this machine has all letters of “\(text.prefix(40))”; install a font of that "
                    + "script, for Chinese the Debian package fonts-noto-cjk"
            )
        }
        pango_cairo_show_layout(context, layout)
        var (columns, rows): (Int32, Int32) = (0, 0)
        pango_layout_get_pixel_size(layout, &columns, &rows)
        return max(1, Int(rows))
    }
}
