import Foundation
import Imaging
import Reports
import ReviewDesk
import TerminalPictures

/// Brings screens onto the terminal, writing only what has changed.
struct ScreenPainter {
    /// A picture with the outlines drawn on it, and what tells it from another one.
    struct Picture {
        var picture: BlindPicture
        var marks: [Mark]
        /// All that is drawn over it; nil for nothing.
        var scene: FindingScene?
        /// Grows with each picture that is fetched.
        var number: Int
    }

    private struct Drawn: Equatable {
        var number: Int
        var marks: [Mark]
        var isMarked: Bool
        var area: CellArea
    }

    private let mode: PictureMode
    private let hasColours: Bool
    private var shown: ReviewScreen?
    private var drawn: Drawn?

    init(mode: PictureMode) {
        self.mode = mode
        hasColours = mode.colours != .none
    }

    /// Forgets what is on the terminal, so that all of it is drawn anew.
    mutating func forget() { (shown, drawn) = (nil, nil) }

    /// The bytes that turn what is on the terminal into this screen; none where it is that already.
    mutating func bytes(for screen: ReviewScreen, picture: Picture?, cell: TerminalPicture.Cell) -> [UInt8] {
        let new = screen.picture.flatMap { area in
            picture.map { Drawn(number: $0.number, marks: $0.marks, isMarked: $0.scene != nil, area: area) }
        }
        if let shown, shown == screen, new == drawn { return [] }
        // The terminal shows nothing of it before all of it is there, where it knows this (mode 2026).
        var text = "\u{1B}[?2026h\u{1B}[?25l"
        var bytes: [UInt8] = []
        let isSamePlan = shown.map { $0.size == screen.size && $0.picture == screen.picture } ?? false
        if !isSamePlan || (drawn != nil && new == nil) {
            text += "\u{1B}[0m\u{1B}[2J"
            if let mode = mode.mode, drawn != nil { bytes += TerminalPicture.clearing(mode: mode) }
            (shown, drawn) = (nil, nil)
        }
        text += lines(of: screen)
        bytes += Array(text.utf8)
        if let new, let picture, new != drawn {
            bytes += pictureBytes(picture, in: new.area, cell: cell)
            drawn = new
        }
        text = "\u{1B}[0m"
        if let cursor = screen.cursor { text += Self.place(row: cursor.row, column: cursor.column) + "\u{1B}[?25h" }
        bytes += Array((text + "\u{1B}[?2026l").utf8)
        shown = screen
        return bytes
    }

    private static func place(row: Int, column: Int) -> String { "\u{1B}[\(row + 1);\(column + 1)H" }

    /// Lines that are new or other than before, and blanks where one has gone.
    private func lines(of screen: ReviewScreen) -> String {
        let before = shown?.lines ?? []
        var text = ""
        func isSamePlace(_ left: ScreenLine, _ right: ScreenLine) -> Bool {
            left.row == right.row && left.column == right.column && left.width == right.width
        }
        for line in before where !screen.lines.contains(where: { isSamePlace($0, line) }) {
            text +=
                Self.place(row: line.row, column: line.column) + "\u{1B}[0m"
                + String(repeating: " ", count: line.width)
        }
        for line in screen.lines where !before.contains(line) {
            text += Self.place(row: line.row, column: line.column)
            for piece in line.text.pieces { text += "\u{1B}[0" + code(piece.style) + "m" + piece.text }
            text += "\u{1B}[0m" + String(repeating: " ", count: max(0, line.width - line.text.width))
        }
        return text
    }

    /// ECMA-48 SGR parameters after a reset.
    private func code(_ style: TextStyle) -> String {
        switch style {
        case .plain: ""
        case .dim: ";2"
        case .strong: ";1"
        case .current: ";7"
        case .good: hasColours ? ";32" : ""
        case .warning: hasColours ? ";33" : ";1"
        case .bad: hasColours ? ";1;31" : ";1"
        case .numbered(let ink): CellLabels.parameters(black: ink, colours: mode.colours) ?? ";1"
        }
    }

    /// The picture in the middle of its area; what of the area it leaves free is blanked.
    private func pictureBytes(_ picture: Picture, in area: CellArea, cell: TerminalPicture.Cell) -> [UInt8] {
        guard let mode = mode.mode else { return [] }
        let (width, height) = (picture.picture.width, picture.picture.height)
        // A number drawn into a terminal's few cells could not be read; it is written into them below.
        let under = picture.picture.frame.flatMap { frame in
            picture.scene?.drawn(
                on: picture.picture.rgb,
                width: width,
                height: height,
                frame: frame,
                withBadges: mode != .symbols
            )
        }
        let rgb = MarkedPicture.samples(of: picture.picture, over: under, marks: picture.marks)
        let fit = TerminalPicture.fit(
            width: width,
            height: height,
            columns: area.columns,
            rows: area.rows,
            cell: cell
        )
        let (left, top) = (area.column + (area.columns - fit.columns) / 2, area.row + (area.rows - fit.rows) / 2)
        var bytes: [UInt8] = TerminalPicture.clearing(mode: mode)
        let blank = String(repeating: " ", count: area.columns)
        for row in area.row..<area.row + area.rows {
            bytes += Array((Self.place(row: row, column: area.column) + "\u{1B}[0m" + blank).utf8)
        }
        guard mode == .symbols else {
            bytes += Array(Self.place(row: top, column: left).utf8)
            return bytes
                + TerminalPicture.bytes(
                    rgb: rgb,
                    width: width,
                    height: height,
                    columns: area.columns,
                    rows: area.rows,
                    mode: mode,
                    colours: self.mode.colours,
                    cell: cell
                )
        }
        let lines = TerminalPicture.lines(
            rgb: rgb,
            width: width,
            height: height,
            columns: area.columns,
            rows: area.rows,
            colours: self.mode.colours,
            cell: cell
        )
        let badges = picture.picture.frame.flatMap { picture.scene?.badges(in: $0) } ?? []
        let labels = CellLabels(badges, columns: fit.columns, rows: fit.rows, colours: self.mode.colours)
        for (row, line) in labels.placed(on: lines).enumerated() {
            bytes += Array((Self.place(row: top + row, column: left) + line).utf8)
        }
        return bytes
    }
}
