import Typesetting

/// A table on paper: names on the left, figures on the right, the head again on every sheet.
struct PaperTable {
    /// Where a column's cells stand, and whether its words are broken into lines.
    enum Column {
        /// Words; they share what the figures leave.
        case words
        /// Figures; as wide as the widest of them.
        case figures
    }

    var titles: [String]
    var columns: [Column]
    var rows: [[String]] = []

    /// A table whose first column has words and the others figures.
    init(_ titles: [String], rows: [[String]] = []) {
        self.titles = titles
        columns = titles.indices.map { $0 == 0 ? .words : .figures }
        self.rows = rows
    }

    /// A table of columns of any kind.
    init(_ columns: [(title: String, kind: Column)], rows: [[String]] = []) {
        titles = columns.map(\.title)
        self.columns = columns.map(\.kind)
        self.rows = rows
    }
}

extension PaperFlow {
    private static let cellGap = 7.0
    private static let cellSize = 8.5

    /// A table over the whole width, broken between rows.
    mutating func table(_ table: PaperTable) throws(TypesettingError) {
        guard !table.titles.isEmpty else { return }
        let widths = try widths(of: table)
        let head = try row(table.titles, widths, table.columns, isHead: true)
        var isFirst = true
        for cells in table.rows {
            let body = try row(cells, widths, table.columns, isHead: false)
            let before = y
            need(body.height + (isFirst ? head.height : 0))
            if isFirst || y < before { place(head, isHead: true) }
            isFirst = false
            place(body, isHead: false)
        }
        advance(4)
    }

    private typealias Row = (cells: [(text: PageText, x: Double)], height: Double)

    private mutating func place(_ row: Row, isHead: Bool) {
        for cell in row.cells { draw(.text(cell.text, at: PagePoint(cell.x, 2))) }
        let rule = [PagePoint(0, row.height), PagePoint(width, row.height)]
        draw(.polyline(rule, stroke: PageStroke(isHead ? Self.soft : Self.line, width: isHead ? 0.8 : 0.5)))
        advance(row.height)
    }

    private func row(
        _ cells: [String],
        _ widths: [Double],
        _ columns: [PaperTable.Column],
        isHead: Bool
    ) throws(TypesettingError) -> Row {
        var result: [(PageText, Double)] = []
        var (x, height) = (0.0, 0.0)
        for ((cell, width), column) in zip(zip(cells, widths), columns) {
            let text = cellText(cell, isHead: isHead, width: width, column: column)
            height = max(height, try text.extent().height)
            result.append((text, x))
            x += width + Self.cellGap
        }
        return (result, height + 4)
    }

    private func cellText(
        _ words: String,
        isHead: Bool,
        width: Double?,
        column: PaperTable.Column
    ) -> PageText {
        text(
            [PageText.Run(words)],
            size: isHead ? 8 : Self.cellSize,
            colour: isHead ? Self.soft : Self.ink,
            width: width,
            alignment: column == .figures && width != nil ? .right : .left
        )
    }

    /// Figures get what their widest needs, heads over them at most two and a half as much as half of it; words share the
    /// rest by what they would need, none below a tenth of the whole.
    private func widths(of table: PaperTable) throws(TypesettingError) -> [Double] {
        var needs: [Double] = []
        for (index, column) in table.columns.enumerated() {
            var need = 0.0
            for row in table.rows where row.indices.contains(index) {
                need = max(need, try cellText(row[index], isHead: false, width: nil, column: column).extent().width)
            }
            let head = try cellText(table.titles[index], isHead: true, width: nil, column: column).extent().width
            // A long head over short figures is broken into lines.
            needs.append(max(need, min(head, column == .figures ? 44 : head)) + 1)
        }
        let room = width - Self.cellGap * Double(table.columns.count - 1)
        let figures = zip(needs, table.columns).reduce(0) { $0 + ($1.1 == .figures ? $1.0 : 0) }
        let words = zip(needs, table.columns).reduce(0) { $0 + ($1.1 == .words ? $1.0 : 0) }
        let least = room * 0.22
        // Too many figures for the sheet: everything gets its part, and is broken.
        let figureScale = min(1, max(0.1, (room - (words > 0 ? min(least, words) : 0)) / max(figures, 1)))
        let rest = room - figures * figureScale
        return zip(needs, table.columns).map { need, column in
            switch column {
            case .figures: need * figureScale
            case .words: max(1, need * rest / max(words, 1))
            }
        }
    }
}
