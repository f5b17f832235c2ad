/// Which native pixels are ultrasound, in cells of `ScanAreaMask.cellSize` × `cellSize` pixels.
///
/// Shape: `rows` × `columns` cells, row-major, top-left first; cell (column, row)
/// covers pixels `column * cellSize ..< (column + 1) * cellSize` and the same of
/// rows, cut off at the picture's edge. A cell is 1 only when all its pixels lie at
/// least `margin` pixels inside the outline (edges are interpolated against
/// black) and none of them is coloured, text, caliper, another annotation or a
/// patch blacked out by hand. Cells keep the mask small and let a metric skip
/// sixteen pixels at a time; JPEG blocks and analysis windows are multiples of them.
package struct ScanAreaMask: Sendable, Equatable {
    /// Side of a cell in pixels.
    package static let cellSize = 4
    /// Pixels inside the outline that are left out; domain reference §1.1 step 7.
    package static let margin = 3

    /// Cells across: `(width + 3) / 4` of the picture.
    package let columns: Int
    /// Cells down: `(height + 3) / 4` of the picture.
    package let rows: Int
    /// `columns * rows` flags, 1 for ultrasound.
    package let cells: [UInt8]
    /// Why a cell inside the outline is not ultrasound: the raw value of an `Exclusion`, 0 everywhere else.
    ///
    /// Shape as `cells`; empty when nothing inside the outline was left out.
    package let exclusions: [UInt8]
    /// How many cells are 1.
    package let count: Int

    /// Wraps flags; every flag is 0 or 1.
    package init(columns: Int, rows: Int, cells: [UInt8], exclusions: [UInt8] = []) {
        precondition(cells.count == columns * rows, "a mask holds columns × rows cells")
        precondition(exclusions.isEmpty || exclusions.count == cells.count, "exclusions have the shape of the cells")
        self.columns = columns
        self.rows = rows
        self.cells = cells
        self.exclusions = exclusions
        count = cells.span.sum()
    }

    /// Whether the native pixel (x, y) is ultrasound; false outside the picture.
    package func contains(x: Int, y: Int) -> Bool {
        guard x >= 0, y >= 0 else { return false }
        let column = x / Self.cellSize
        let row = y / Self.cellSize
        guard column < columns, row < rows else { return false }
        return cells[row * columns + column] != 0
    }
}
