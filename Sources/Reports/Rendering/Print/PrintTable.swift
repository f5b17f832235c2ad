import Typesetting

/// A table on paper: names on the left, figures on the right, the head again on every sheet.
struct PrintTable {
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

extension PrintFlow {
    private static let cellGap = 7.0
    private static let cellSize = 8.5

    /// A table over the whole width, broken between rows.
    mutating func table(_ table: PrintTable) throws(TypesettingError) {
        guard !table.titles.isEmpty else { return }
        let layout = try layout(of: table)
        let head = try row(table.titles, layout, table.columns, isHead: true)
        var isFirst = true
        for cells in table.rows {
            let body = try row(cells, layout, table.columns, isHead: false)
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
        _ layout: TableLayout,
        _ columns: [PrintTable.Column],
        isHead: Bool
    ) throws(TypesettingError) -> Row {
        var result: [(PageText, Double)] = []
        var (x, height) = (0.0, 0.0)
        for ((cell, width), column) in zip(zip(cells, layout.widths), columns) {
            let text = cellText(cell, size: layout.size, isHead: isHead, width: width, column: column)
            height = max(height, try text.extent().height)
            result.append((text, x))
            x += width + Self.cellGap
        }
        return (result, height + 4)
    }

    private func cellText(
        _ words: String,
        size: Double,
        isHead: Bool,
        width: Double?,
        column: PrintTable.Column
    ) -> PageText {
        text(
            [PageText.Run(words)],
            size: isHead ? size * 0.94 : size,
            colour: isHead ? Self.soft : Self.ink,
            width: width,
            alignment: column == .figures && width != nil ? .right : .left
        )
    }

    /// Figures get what their widest needs, their heads too where there is room; words share the rest by what they need.
    ///
    /// Where the figures alone leave words no room the letters become smaller, to three quarters at least; what is too wide
    /// even so is broken.
    private func layout(of table: PrintTable) throws(TypesettingError) -> TableLayout {
        var (natural, heads): ([Double], [Double]) = ([], [])
        for (index, column) in table.columns.enumerated() {
            var need = 0.0
            for row in table.rows where row.indices.contains(index) {
                let text = cellText(row[index], size: Self.cellSize, isHead: false, width: nil, column: column)
                need = max(need, try text.extent().width)
            }
            natural.append(need + 1)
            let head = cellText(table.titles[index], size: Self.cellSize, isHead: true, width: nil, column: column)
            heads.append(try head.extent().width + 1)
        }
        let room = width - Self.cellGap * Double(table.columns.count - 1)
        func sum(_ kind: PrintTable.Column, _ widths: [Double]) -> Double {
            zip(widths, table.columns).reduce(0) { $0 + ($1.1 == kind ? $1.0 : 0) }
        }
        // A long head over short figures is broken into lines where there is no room for it.
        let whole = zip(natural, heads).map { max($0, $1) }
        let broken = zip(natural, heads).map { max($0, min($1, 30)) }
        let words = max(sum(.words, whole), 1)
        let left = min(words, room * 0.2)
        let needs = sum(.figures, whole) + words <= room ? whole : broken
        let figures = max(sum(.figures, needs), 1)
        let scale = max(0.75, min(1, (room - left) / figures))
        let squeeze = min(1, (room - left) / (figures * scale))
        let rest = room - sum(.figures, needs) * scale * squeeze
        let shared = FairShares.of(rest, for: zip(whole, table.columns).filter { $1 == .words }.map(\.0))
        var next = shared.makeIterator()
        let widths = zip(needs, table.columns).map { need, column in
            column == .figures ? need * scale * squeeze : max(1, next.next() ?? 1)
        }
        return TableLayout(widths: widths, size: Self.cellSize * scale)
    }
}

/// How wide a table's columns are and how large its letters.
private struct TableLayout {
    let widths: [Double]
    let size: Double
}
