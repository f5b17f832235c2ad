/// Where picture and panel go: beside each other or one above the other, whichever shows the picture larger.
struct ScreenLayout {
    let picture: CellArea
    /// nil while the picture takes the whole screen.
    let panel: CellArea?

    /// Columns that the questions need at least, and like to have.
    private static let panelColumns = 33...56
    /// Rows that the questions need below a picture, and like to have.
    private static let panelRows = 15...20

    init(_ body: CellArea, picture shown: ScreenSurroundings.Picture, isZoomed: Bool) {
        if isZoomed {
            (picture, panel) = (body, nil)
            return
        }
        let beside = min(max(body.columns * 3 / 10, Self.panelColumns.lowerBound), Self.panelColumns.upperBound)
        // One column between the two.
        let left = CellArea(column: 0, row: 0, columns: body.columns - beside - 1, rows: body.rows)
        let below = min(max(body.rows * 3 / 8, Self.panelRows.lowerBound), Self.panelRows.upperBound)
        let top = CellArea(column: 0, row: 0, columns: body.columns, rows: body.rows - below)
        if Self.shown(shown, in: top) > Self.shown(shown, in: left) {
            picture = top
            panel = CellArea(column: 0, row: top.rows, columns: body.columns, rows: below)
        } else {
            picture = left
            panel = CellArea(column: left.columns + 1, row: 0, columns: beside, rows: body.rows)
        }
    }

    /// How large a picture would come out in an area, in cells' widths squared; a cell is twice as high as wide.
    private static func shown(_ picture: ScreenSurroundings.Picture, in area: CellArea) -> Double {
        guard area.rows > 0, area.columns > 0 else { return 0 }
        var (width, height) = (4.0, 3.0)
        if case .shown(let across, let down) = picture, across > 0, down > 0 {
            (width, height) = (Double(across), Double(down))
        }
        let scale = min(Double(area.columns) / width, Double(area.rows) * 2 / height)
        return width * height * scale * scale
    }
}
