/// A bitmap on the reduced grid, one byte a cell, 0 or 1.
package struct CellMap {
    /// Cells across.
    package let width: Int
    /// Cells down.
    package let height: Int
    /// `width * height` flags, row-major.
    package var cells: [UInt8]

    /// A map of `width * height` flags.
    package init(width: Int, height: Int, cells: [UInt8]) {
        precondition(cells.count == width * height, "a cell map holds width × height cells")
        self.width = width
        self.height = height
        self.cells = cells
    }

    /// Whether cell (x, y) is set; false outside.
    package func contains(_ x: Int, _ y: Int) -> Bool {
        x >= 0 && y >= 0 && x < width && y < height && cells[y * width + x] != 0
    }

    /// How many cells are set.
    package var count: Int { cells.span.sum() }

    /// Set where any cell of the (2·radius + 1)² around is set.
    package func dilated(radius: Int) -> CellMap { packed { $0.grow(radius) } }

    /// Thin parts removed.
    package func opened(radius: Int) -> CellMap {
        packed { $0.open(radius) }
    }

    private func packed(_ work: (inout PackedCells) -> Void) -> CellMap {
        var bits = PackedCells(self)
        work(&bits)
        return bits.unpacked()
    }
}

/// One connected part of a cell map.
package struct CellComponent {
    /// Its label in the label map.
    package var label: Int32
    /// Cells in it.
    package var area: Int
    /// Bounding box, upper bounds exclusive.
    package var minX: Int
    package var minY: Int
    package var maxX: Int
    package var maxY: Int

    /// Cells across its bounding box.
    var width: Int { maxX - minX }
    /// Cells down its bounding box.
    var height: Int { maxY - minY }
}

extension CellMap {
    /// The 4-connected parts, largest first, and each cell's label (0 = unset).
    package func components() -> (parts: [CellComponent], labels: [Int32]) {
        let runs = CellRuns(PackedCells(self))
        return (runs.parts, runs.labels())
    }
}
