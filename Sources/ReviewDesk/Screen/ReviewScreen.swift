package import Store

/// The size of a terminal in cells.
package struct ScreenSize: Sendable, Equatable {
    package var columns: Int
    package var rows: Int

    /// A size; nothing is smaller than one cell.
    package init(columns: Int, rows: Int) {
        self.columns = max(1, columns)
        self.rows = max(1, rows)
    }
}

/// A rectangle of cells; the first column and row are 0.
package struct CellArea: Sendable, Equatable {
    package var column: Int
    package var row: Int
    package var columns: Int
    package var rows: Int

    /// A rectangle.
    package init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = columns
        self.rows = rows
    }
}

/// A line at its place; it fits into its width.
package struct ScreenLine: Sendable, Equatable {
    package var row: Int
    package var column: Int
    package var width: Int
    package var text: ScreenText
}

/// What is outside the review itself but on the screen.
package struct ScreenSurroundings: Sendable {
    /// What stands where the picture would be.
    package enum Picture: Sendable, Equatable {
        /// The picture, `width` × `height` pixels.
        case shown(width: Int, height: Int)
        /// The scan area is not sure, so the blind view has nothing.
        case withheld
        /// Words instead.
        case words(String)
    }

    package var size: ScreenSize
    package var now: Timestamp
    package var expert: String
    /// Readings stored since the program began.
    package var done: Int
    package var picture: Picture
    /// What is drawn over the picture beside findings, a line each; shown after the answer only.
    package var legend: [String]

    /// Joins the parts.
    package init(
        size: ScreenSize,
        now: Timestamp,
        expert: String,
        done: Int,
        picture: Picture,
        legend: [String] = []
    ) {
        self.size = size
        self.now = now
        self.expert = expert
        self.done = done
        self.picture = picture
        self.legend = legend
    }
}

/// A review as text at places: what the terminal shows, as a value.
package struct ReviewScreen: Sendable, Equatable {
    package let size: ScreenSize
    /// Where the picture goes; nil where it has no place or a page covers it.
    package let picture: CellArea?
    /// Top to bottom; lines do not overlap each other or the picture.
    package let lines: [ScreenLine]
    /// Where the terminal's cursor stands while something is typed.
    package let cursor: (row: Int, column: Int)?

    package static func == (left: ReviewScreen, right: ReviewScreen) -> Bool {
        left.size == right.size && left.picture == right.picture && left.lines == right.lines
            && left.cursor?.row == right.cursor?.row && left.cursor?.column == right.cursor?.column
    }

    /// A screen whose lines have their places already.
    init(size: ScreenSize, picture: CellArea?, lines: [ScreenLine]) {
        (self.size, self.picture, self.lines, cursor) = (size, picture, lines, nil)
    }

    /// Lays a review out.
    package init(_ session: ReviewSession, in surroundings: ScreenSurroundings) {
        let size = surroundings.size
        self.size = size
        let words = ReviewWords(session.language)
        guard size.columns >= 60, size.rows >= 16 else {
            let text = ScreenText(words.tooSmall, .bad).cut(to: size.columns)
            lines = [ScreenLine(row: 0, column: 0, width: size.columns, text: text)]
            (picture, cursor) = (nil, nil)
            return
        }
        let foot = ScreenFoot(session, words: words, columns: size.columns)
        let body = CellArea(column: 0, row: 0, columns: size.columns, rows: size.rows - foot.texts.count)
        var lines: [ScreenLine] = []
        switch session.mode {
        case .help:
            lines = ScreenPage.help(words, in: body)
            picture = nil
        case .report(let first):
            lines = ScreenPage.report(session.facts.reportText ?? "", from: first, words: words, in: body)
            picture = nil
        case .explanation(let first) where session.stage == .result:
            let legend = session.showsDrawing ? surroundings.legend : []
            let texts = ScreenPage.explanation(session, legend: legend, words: words, columns: body.columns)
            lines = ScreenPage.turned(texts, from: first, in: body)
            picture = nil
        default:
            let layout = ScreenLayout(body, picture: surroundings.picture, isZoomed: session.isZoomed)
            if let panel = layout.panel {
                lines = ScreenPanel(session, in: surroundings, words: words).lines(in: panel)
            }
            if case .shown = surroundings.picture {
                picture = layout.picture
            } else {
                picture = nil
                lines += ScreenPage.inPlaceOfPicture(surroundings.picture, words: words, in: layout.picture)
            }
        }
        for (index, text) in foot.texts.enumerated() {
            let row = body.rows + index
            lines.append(ScreenLine(row: row, column: 0, width: size.columns, text: text.cut(to: size.columns)))
        }
        self.lines = lines
        cursor = foot.cursor.map { (row: body.rows + $0.line, column: min($0.column, size.columns - 1)) }
    }
}
