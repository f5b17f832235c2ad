internal import Imaging

/// Pictures as bytes for a terminal.
///
/// A picture is given as `width * height * 3` samples R, G, B, row-major, and is fitted into a box of cells without being
/// stretched (`fit`).
package enum TerminalPicture {
    /// How a picture reaches the screen; the raw values are what users write.
    package enum Mode: String, Sendable, CaseIterable {
        /// Coloured block characters; any terminal.
        case symbols
        /// DEC sixels: xterm -ti vt340, mlterm, foot, WezTerm, Windows Terminal ≥ 1.22.
        case sixel
        /// Kitty's graphics protocol: kitty, Ghostty, WezTerm, Konsole.
        case kitty
    }

    /// The colours of characters.
    package enum Colours: Sendable, CaseIterable {
        /// 24 bits.
        case full
        /// xterm's 256.
        case indexed256
        /// The usual 16.
        case indexed16
        /// None: the density of the characters is the brightness.
        case none
    }

    /// Pixels of one character cell; from TIOCGWINSZ where the terminal says, else `usual`.
    package struct Cell: Sendable, Equatable {
        package var width: Int
        package var height: Int

        /// Twice as high as wide, as most fonts are.
        package static let usual = Cell(width: 10, height: 20)

        /// A size; both are at least 1.
        package init(width: Int, height: Int) {
            self.width = max(1, width)
            self.height = max(1, height)
        }
    }

    /// The cells that a picture takes up inside a box of cells: as large as possible in its own shape, at least one cell.
    package static func fit(
        width: Int,
        height: Int,
        columns: Int,
        rows: Int,
        cell: Cell = .usual
    ) -> (columns: Int, rows: Int) {
        let (wide, high) = (max(1, columns), max(1, rows))
        guard width > 0, height > 0 else { return (1, 1) }
        // Compared as whole numbers: width / height against (wide · cell.width) / (high · cell.height).
        if width * high * cell.height >= height * wide * cell.width {
            let fitted = Double(height * wide * cell.width) / Double(width * cell.height)
            return (wide, max(1, min(high, Int(fitted.rounded()))))
        }
        let fitted = Double(width * high * cell.height) / Double(height * cell.width)
        return (max(1, min(wide, Int(fitted.rounded()))), high)
    }

    /// The most samples that a picture in a box of cells can show; a larger picture only costs time.
    package static func usefulSize(
        columns: Int,
        rows: Int,
        mode: Mode,
        cell: Cell = .usual
    ) -> (width: Int, height: Int) {
        switch mode {
        // Half and quarter blocks, and eighths of a cell's height.
        case .symbols: (max(1, columns) * 4, max(1, rows) * 8)
        case .sixel, .kitty: (max(1, columns) * cell.width, max(1, rows) * cell.height)
        }
    }

    /// The bytes that draw a picture with its top left corner at the cursor.
    ///
    /// Symbols: lines joined by CR LF, without one after the last. Sixel: one DCS sequence; where the cursor stands
    /// afterwards differs between terminals. Kitty: APC sequences that leave the cursor where it is.
    package static func bytes(
        rgb: [UInt8],
        width: Int,
        height: Int,
        columns: Int,
        rows: Int,
        mode: Mode,
        colours: Colours = .full,
        cell: Cell = .usual
    ) -> [UInt8] {
        guard isPicture(rgb, width, height) else { return [] }
        let cells = fit(width: width, height: height, columns: columns, rows: rows, cell: cell)
        switch mode {
        case .symbols:
            let lines = lines(
                rgb: rgb,
                width: width,
                height: height,
                columns: columns,
                rows: rows,
                colours: colours,
                cell: cell
            )
            return Array(lines.joined(separator: "\r\n").utf8)
        case .sixel:
            let canvas = CellCanvas(columns: cells.columns, rows: cells.rows, sixelsOf: cell)
            canvas.draw(rgb, width: width, height: height)
            return canvas.sixels()
        case .kitty:
            guard let png = try? encoded(rgb, width: width, height: height) else { return [] }
            return KittyGraphics.show(png: png, columns: cells.columns, rows: cells.rows)
        }
    }

    /// A picture as lines of characters, from the top, each `fit(…).columns` cells wide.
    ///
    /// Each line sets the colours that it needs and ends in a reset, so that it can stand beside other text. Without
    /// colours there are no escape codes at all.
    package static func lines(
        rgb: [UInt8],
        width: Int,
        height: Int,
        columns: Int,
        rows: Int,
        colours: Colours = .full,
        cell: Cell = .usual
    ) -> [String] {
        guard isPicture(rgb, width, height) else { return [] }
        let cells = fit(width: width, height: height, columns: columns, rows: rows, cell: cell)
        let canvas = CellCanvas(columns: cells.columns, rows: cells.rows, colours: colours)
        canvas.draw(rgb, width: width, height: height)
        return canvas.lines(colours: colours)
    }

    /// What takes pictures off the screen that are not part of its text; empty where overwriting does.
    package static func clearing(mode: Mode) -> [UInt8] { mode == .kitty ? KittyGraphics.clear : [] }

    /// A PNG of a third of the samples where they are grey, which most pictures are.
    private static func encoded(_ rgb: [UInt8], width: Int, height: Int) throws -> [UInt8] {
        let samples = rgb.span
        var grey: [UInt8] = []
        grey.reserveCapacity(width * height)
        for index in 0..<(width * height) {
            let red = samples[3 &* index]
            if red != samples[3 &* index &+ 1] || red != samples[3 &* index &+ 2] {
                return try PNGEncoder.encode(rgb: rgb, width: width, height: height)
            }
            grey.append(red)
        }
        return try PNGEncoder.encode(GreyPlane(width: width, height: height, pixels: grey))
    }

    private static func isPicture(_ rgb: [UInt8], _ width: Int, _ height: Int) -> Bool {
        precondition(rgb.count == width * height * 3, "a picture holds width × height × 3 samples")
        return width > 0 && height > 0
    }
}
