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
    package var count: Int {
        let span = cells.span
        var total = 0
        for index in 0..<span.count { total &+= Int(span[index]) }
        return total
    }

    /// Set where any cell of the (2·radius + 1)² around is set.
    package func dilated(radius: Int) -> CellMap { packed { $0.grow(radius) } }

    /// Small gaps closed.
    func closed(radius: Int) -> CellMap {
        packed {
            $0.grow(radius)
            $0.shrink(radius)
        }
    }

    /// Thin parts removed.
    package func opened(radius: Int) -> CellMap {
        packed {
            $0.shrink(radius)
            $0.grow(radius)
        }
    }

    /// Small gaps closed, then thin parts removed.
    func closed(radius: Int, thenOpened opening: Int) -> CellMap {
        packed {
            $0.grow(radius)
            $0.shrink(radius + opening)
            $0.grow(opening)
        }
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
    ///
    /// Runs of set cells are joined to the runs above them by union-find; parts of one size keep reading
    /// order, so the order is fixed.
    package func components() -> (parts: [CellComponent], labels: [Int32]) {
        var runs: [(y: Int, start: Int, end: Int, label: Int32)] = []
        var parents: [Int32] = [0]
        func root(_ label: Int32) -> Int32 {
            var current = label
            while parents[Int(current)] != current {
                parents[Int(current)] = parents[Int(parents[Int(current)])]
                current = parents[Int(current)]
            }
            return current
        }
        let flags = cells.span
        var above = 0..<0
        for y in 0..<height {
            let firstOfRow = runs.count
            var candidate = above.lowerBound
            var x = 0
            while x < width {
                if flags[y &* width &+ x] == 0 {
                    x &+= x &+ 8 <= width && Self.eight(flags, at: y &* width &+ x) == 0 ? 8 : 1
                    continue
                }
                let start = x
                while x < width, flags[y &* width &+ x] != 0 {
                    x &+= x &+ 8 <= width && Self.eight(flags, at: y &* width &+ x) == 0x0101_0101_0101_0101 ? 8 : 1
                }
                var label: Int32 = 0
                while candidate < above.upperBound, runs[candidate].end <= start { candidate += 1 }
                var other = candidate
                while other < above.upperBound, runs[other].start < x {
                    let found = root(runs[other].label)
                    if label == 0 {
                        label = found
                    } else if found != label {
                        parents[Int(max(found, label))] = min(found, label)
                        label = min(found, label)
                    }
                    other += 1
                }
                if label == 0 {
                    label = Int32(parents.count)
                    parents.append(label)
                }
                runs.append((y, start, x, label))
            }
            above = firstOfRow..<runs.count
        }
        var labels = [Int32](repeating: 0, count: cells.count)
        var labelOfCell = labels.mutableSpan
        var slots = [Int](repeating: -1, count: parents.count)
        var parts: [CellComponent] = []
        for run in runs {
            let label = root(run.label)
            for x in run.start..<run.end { labelOfCell[run.y &* width &+ x] = label }
            if slots[Int(label)] < 0 {
                slots[Int(label)] = parts.count
                parts.append(
                    CellComponent(label: label, area: 0, minX: run.start, minY: run.y, maxX: run.end, maxY: run.y + 1)
                )
            }
            let slot = slots[Int(label)]
            parts[slot].area += run.end - run.start
            parts[slot].minX = min(parts[slot].minX, run.start)
            parts[slot].maxX = max(parts[slot].maxX, run.end)
            parts[slot].maxY = run.y + 1
        }
        let order = parts.indices.sorted {
            parts[$0].area != parts[$1].area ? parts[$0].area > parts[$1].area : $0 < $1
        }
        return (order.map { parts[$0] }, labels)
    }

    /// Eight cells at once, for runs.
    @inline(__always)
    private static func eight(_ cells: Span<UInt8>, at index: Int) -> UInt64 {
        cells.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
    }
}
