internal import CChafa

/// A libchafa canvas: a box of cells that a picture is drawn on.
final class CellCanvas {
    private let canvas: OpaquePointer
    private let columns: Int
    private let rows: Int

    /// A canvas of characters.
    convenience init(columns: Int, rows: Int, colours: TerminalPicture.Colours) {
        self.init(columns: columns, rows: rows) { config in
            chafa_canvas_config_set_pixel_mode(config, CHAFA_PIXEL_MODE_SYMBOLS)
            let symbols = chafa_symbol_map_new()
            defer { chafa_symbol_map_unref(symbols) }
            // Blocks that every font has; sextants are finer, but show as boxes in fonts from before 2020.
            let tags: [ChafaSymbolTags] =
                colours == .none
                ? [CHAFA_SYMBOL_TAG_SPACE, CHAFA_SYMBOL_TAG_ASCII]
                : [
                    CHAFA_SYMBOL_TAG_SPACE, CHAFA_SYMBOL_TAG_SOLID, CHAFA_SYMBOL_TAG_HALF, CHAFA_SYMBOL_TAG_QUAD,
                    CHAFA_SYMBOL_TAG_BLOCK,
                ]
            chafa_symbol_map_add_by_tags(symbols, ChafaSymbolTags(rawValue: tags.reduce(0) { $0 | $1.rawValue }))
            chafa_canvas_config_set_symbol_map(config, symbols)
            chafa_canvas_config_set_color_extractor(config, CHAFA_COLOR_EXTRACTOR_AVERAGE)
            chafa_canvas_config_set_color_space(config, CHAFA_COLOR_SPACE_RGB)
            switch colours {
            case .full:
                chafa_canvas_config_set_canvas_mode(config, CHAFA_CANVAS_MODE_TRUECOLOR)
            case .indexed256:
                // Without the first 16, which users change.
                chafa_canvas_config_set_canvas_mode(config, CHAFA_CANVAS_MODE_INDEXED_240)
            case .indexed16:
                chafa_canvas_config_set_canvas_mode(config, CHAFA_CANVAS_MODE_INDEXED_16)
            case .none:
                chafa_canvas_config_set_canvas_mode(config, CHAFA_CANVAS_MODE_FGBG)
                chafa_canvas_config_set_fg_only_enabled(config, 1)
            }
            // 24 bits and 240 colours show grey smoothly, and dithering would look like speckle; 16 and 2 have no other way.
            if colours == .indexed16 || colours == .none {
                chafa_canvas_config_set_dither_mode(config, CHAFA_DITHER_MODE_DIFFUSION)
                chafa_canvas_config_set_dither_grain_size(config, colours == .none ? 1 : 4, colours == .none ? 1 : 4)
            } else {
                chafa_canvas_config_set_dither_mode(config, CHAFA_DITHER_MODE_NONE)
            }
        }
    }

    /// A canvas of sixels.
    convenience init(columns: Int, rows: Int, sixelsOf cell: TerminalPicture.Cell) {
        self.init(columns: columns, rows: rows) { config in
            chafa_canvas_config_set_pixel_mode(config, CHAFA_PIXEL_MODE_SIXELS)
            chafa_canvas_config_set_cell_geometry(config, gint(cell.width), gint(cell.height))
            chafa_canvas_config_set_canvas_mode(config, CHAFA_CANVAS_MODE_TRUECOLOR)
            chafa_canvas_config_set_color_space(config, CHAFA_COLOR_SPACE_RGB)
            chafa_canvas_config_set_dither_mode(config, CHAFA_DITHER_MODE_NONE)
        }
    }

    private init(columns: Int, rows: Int, configure: (OpaquePointer?) -> Void) {
        let config = chafa_canvas_config_new()
        defer { chafa_canvas_config_unref(config) }
        chafa_canvas_config_set_geometry(config, gint(columns), gint(rows))
        chafa_canvas_config_set_fg_color(config, 0xFFFFFF)
        chafa_canvas_config_set_bg_color(config, 0x000000)
        // Contrast and saturation stay what they are: an expert judges them.
        chafa_canvas_config_set_preprocessing_enabled(config, 0)
        configure(config)
        canvas = chafa_canvas_new(config)
        self.columns = columns
        self.rows = rows
    }

    deinit { chafa_canvas_unref(canvas) }

    /// Draws samples R, G, B over the whole canvas.
    func draw(_ rgb: [UInt8], width: Int, height: Int) {
        // Four bytes a pixel: libchafa 1.12 steps from row to row in units of four bytes and shears a picture of three.
        var rgba = [UInt8](repeating: 255, count: width * height * 4)
        let samples = rgb.span
        var out = rgba.mutableSpan
        for index in 0..<(width * height) {
            out[4 &* index] = samples[3 &* index]
            out[4 &* index &+ 1] = samples[3 &* index &+ 1]
            out[4 &* index &+ 2] = samples[3 &* index &+ 2]
        }
        chafa_canvas_draw_all_pixels(
            canvas,
            CHAFA_PIXEL_RGBA8_UNASSOCIATED,
            rgba,
            gint(width),
            gint(height),
            gint(width * 4)
        )
    }

    /// The drawn picture as one DCS sequence.
    func sixels() -> [UInt8] {
        // The sequences that frame sixels, from libchafa's entry of a terminal that has them.
        var environment: [UnsafeMutablePointer<CChar>?] = []
        return Array("TERM=mlterm".utf8CString).withUnsafeBufferPointer { name in
            environment = [UnsafeMutablePointer(mutating: name.baseAddress), nil]
            let info = chafa_term_db_detect(chafa_term_db_get_default(), &environment)
            defer { chafa_term_info_unref(info) }
            guard let text = chafa_canvas_print(canvas, info) else { return [] }
            defer { g_string_free(text, 1) }
            let count = Int(text.pointee.len)
            guard let start = text.pointee.str else { return [] }
            return start.withMemoryRebound(to: UInt8.self, capacity: count) {
                Array(UnsafeBufferPointer(start: $0, count: count))
            }
        }
    }

    /// The drawn characters, line by line.
    func lines(colours: TerminalPicture.Colours) -> [String] {
        (0..<rows).map { row in
            var line = ""
            var current = ""
            for column in 0..<columns {
                let (x, y) = (gint(column), gint(row))
                var (foreground, background) = (gint(-1), gint(-1))
                chafa_canvas_get_raw_colors_at(canvas, x, y, &foreground, &background)
                let codes = Self.codes(foreground, background, colours: colours)
                if codes != current {
                    line += codes
                    current = codes
                }
                let scalar = Unicode.Scalar(chafa_canvas_get_char_at(canvas, x, y)) ?? " "
                line.unicodeScalars.append(scalar)
            }
            return current.isEmpty ? line : line + "\u{1B}[0m"
        }
    }

    /// The escape code (ECMA-48 SGR) that sets both colours of a cell.
    private static func codes(_ foreground: gint, _ background: gint, colours: TerminalPicture.Colours) -> String {
        func colour(_ value: gint, direct: Int, basic: Int, bright: Int) -> String {
            switch colours {
            case .none: ""
            // A negative value is a cell that shows nothing: black, as the picture's ground.
            case .full:
                "\(direct);2;\(max(0, value) >> 16 & 255);\(max(0, value) >> 8 & 255);\(max(0, value) & 255)"
            case .indexed256: value < 0 ? "\(direct);5;16" : "\(direct);5;\(value)"
            case .indexed16: value < 8 ? "\(basic + Int(max(0, value)))" : "\(bright + Int(value) - 8)"
            }
        }
        guard colours != .none else { return "" }
        return "\u{1B}[" + colour(foreground, direct: 38, basic: 30, bright: 90) + ";"
            + colour(background, direct: 48, basic: 40, bright: 100) + "m"
    }
}
