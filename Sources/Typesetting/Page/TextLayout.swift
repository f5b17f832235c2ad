internal import CPangoCairo

/// A set block of words: pango's layout, owned.
///
/// Hints are off and positions are not rounded, so lines break at the same places on paper and in a picture of it.
struct TextLayout: ~Copyable {
    private static let serif =
        "Noto Serif CJK SC,Noto Serif SC,Source Han Serif SC,Noto Naskh Arabic,Noto Serif Tibetan,Noto Sans Yi,"
        + "Noto Sans Mongolian,HanaMinA,HanaMinB,BabelStone Han,serif"
    private static let sans =
        "Noto Sans CJK SC,Noto Sans SC,Source Han Sans SC,WenQuanYi Micro Hei,Noto Sans Arabic,Noto Naskh Arabic,"
        + "Noto Serif Tibetan,Noto Sans Yi,Noto Sans Mongolian,HanaMinA,HanaMinB,BabelStone Han,sans-serif"

    /// Before the others in Latin script: the Chinese fonts' quotation marks are as wide as a character.
    private static let latin = (serif: "Noto Serif,DejaVu Serif,", sans: "Noto Sans,DejaVu Sans,")

    let pango: OpaquePointer

    /// Sets a block for a drawing context, or for measuring.
    init(_ text: PageText, for context: OpaquePointer?) throws(TypesettingError) {
        pango = try Self.checked(text, for: context)
    }

    private static func checked(
        _ text: PageText,
        for context: OpaquePointer?
    ) throws(TypesettingError) -> OpaquePointer {
        guard text.size.isFinite, text.size > 0, text.size <= 2000, (text.width ?? 1).isFinite, (text.width ?? 1) > 0,
            text.lineSpacing.isFinite, text.letterSpacing.isFinite, text.indent.isFinite
        else {
            throw TypesettingError(message: "a text cannot be set in letters of \(text.size) points")
        }
        let layout = try layout(text, for: context)
        guard !text.isStrict || pango_layout_get_unknown_glyphs_count(layout) == 0 else {
            g_object_unref(UnsafeMutableRawPointer(layout))
            let missing = try missing(in: text)
            throw TypesettingError(
                message: "no font on this machine has \(missing); install one that does, such as the Debian packages "
                    + "fonts-noto-cjk, fonts-noto-core and fonts-hanazono"
            )
        }
        return layout
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(pango)) }

    /// The room it takes.
    var extent: PageText.Extent {
        var logical = PangoRectangle()
        pango_layout_get_extents(pango, nil, &logical)
        let unit = Double(PANGO_SCALE)
        return PageText.Extent(
            width: Double(logical.width) / unit,
            height: Double(logical.height) / unit,
            baseline: Double(pango_layout_get_baseline(pango)) / unit,
            lines: Int(pango_layout_get_line_count(pango))
        )
    }

    private static func layout(_ text: PageText, for cairo: OpaquePointer?) throws(TypesettingError) -> OpaquePointer {
        let noMemory = TypesettingError(message: "the letters could not be set: pango has no memory")
        let family =
            switch (text.face, text.script) {
            case (.serif, .simplifiedChinese): serif
            case (.serif, .latin): latin.serif + serif
            case (.sans, .simplifiedChinese): sans
            case (.sans, .latin): latin.sans + sans
            }
        guard let context = pango_font_map_create_context(pango_cairo_font_map_get_default()),
            let options = cairo_font_options_create(),
            let font = pango_font_description_from_string(family)
        else { throw noMemory }
        defer {
            g_object_unref(UnsafeMutableRawPointer(context))
            cairo_font_options_destroy(options)
            pango_font_description_free(font)
        }
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(context, options)
        pango_context_set_round_glyph_positions(context, 0)
        pango_context_set_language(context, pango_language_from_string(text.script.rawValue))
        pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
        if let cairo { pango_cairo_update_context(cairo, context) }
        guard let layout = pango_layout_new(context) else { throw noMemory }

        pango_font_description_set_absolute_size(font, text.size * Double(PANGO_SCALE))
        pango_layout_set_font_description(layout, font)
        // A Uyghur name in a column of names begins where the others do.
        pango_layout_set_auto_dir(layout, 0)
        if let width = text.width { pango_layout_set_width(layout, units(width)) }
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
        switch text.alignment {
        case .left: pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT)
        case .centre: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
        case .right: pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
        case .justified: pango_layout_set_justify(layout, 1)
        }
        if text.lineSpacing != 1 { pango_layout_set_line_spacing(layout, Float(text.lineSpacing)) }
        if text.indent != 0 { pango_layout_set_indent(layout, units(text.indent)) }
        if let lines = text.maxLines {
            pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
            pango_layout_set_height(layout, Int32(-max(1, min(lines, 10_000))))
        }
        // A zero byte would end the text for C.
        let runs = text.runs.map { $0.text.replacing("\0", with: " ") }
        pango_layout_set_text(layout, runs.joined(), -1)
        if let attributes = pango_attr_list_new() {
            var start = 0
            for (run, words) in zip(text.runs, runs) {
                let end = start + words.utf8.count
                add(run, spacing: text.letterSpacing, from: start, to: end, attributes)
                start = end
            }
            pango_layout_set_attributes(layout, attributes)
            pango_attr_list_unref(attributes)
        }
        return layout
    }

    private static func add(
        _ run: PageText.Run,
        spacing: Double,
        from start: Int,
        to end: Int,
        _ list: OpaquePointer
    ) {
        var attributes: [UnsafeMutablePointer<PangoAttribute>?] = []
        if run.isBold { attributes.append(pango_attr_weight_new(PANGO_WEIGHT_BOLD)) }
        if spacing != 0 { attributes.append(pango_attr_letter_spacing_new(units(spacing))) }
        if let colour = run.colour {
            attributes.append(
                pango_attr_foreground_new(
                    UInt16(colour.red) * 257,
                    UInt16(colour.green) * 257,
                    UInt16(colour.blue) * 257
                )
            )
        }
        for case let attribute? in attributes {
            attribute.pointee.start_index = UInt32(start)
            attribute.pointee.end_index = UInt32(end)
            pango_attr_list_insert(list, attribute)
        }
    }

    private static func units(_ points: Double) -> Int32 {
        Int32((min(max(points, -1_000_000), 1_000_000) * Double(PANGO_SCALE)).rounded())
    }

    /// The characters that no font has, with their codes: `𱁬 (U+3106C)`.
    private static func missing(in text: PageText) throws(TypesettingError) -> String {
        var found: [String] = []
        for character in text.runs.map(\.text).joined() where found.count < 5 {
            var single = text
            single.runs = [PageText.Run(String(character))]
            let layout = try layout(single, for: nil)
            defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
            guard pango_layout_get_unknown_glyphs_count(layout) > 0 else { continue }
            let codes = character.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }
            let name = "\(character) (\(codes.joined(separator: " ")))"
            if !found.contains(name) { found.append(name) }
        }
        return found.isEmpty
            ? "all letters of “\(text.runs.map(\.text).joined().prefix(40))”" : found.joined(separator: ", ")
    }
}
