/// A bitmap on the reduced grid, one byte a cell, 0 or 1.
struct CellMap {
    /// Cells across.
    let width: Int
    /// Cells down.
    let height: Int
    /// `width * height` flags, row-major.
    var cells: [UInt8]

    /// Whether cell (x, y) is set; false outside.
    func contains(_ x: Int, _ y: Int) -> Bool {
        x >= 0 && y >= 0 && x < width && y < height && cells[y * width + x] != 0
    }

    /// How many cells are set.
    var count: Int {
        let span = cells.span
        var total = 0
        for index in 0..<span.count { total &+= Int(span[index]) }
        return total
    }

    /// Set where any cell of the (2·radius + 1)² around is set.
    func dilated(radius: Int) -> CellMap { filtered(radius: radius, grow: true) }

    /// Set where all cells of the (2·radius + 1)² around are set; beyond the border counts as set,
    /// so that ultrasound cut off by the picture's edge is not eaten.
    func eroded(radius: Int) -> CellMap { filtered(radius: radius, grow: false) }

    /// Small gaps closed.
    func closed(radius: Int) -> CellMap { dilated(radius: radius).eroded(radius: radius) }

    /// Thin parts removed.
    func opened(radius: Int) -> CellMap { eroded(radius: radius).dilated(radius: radius) }

    private func filtered(radius: Int, grow: Bool) -> CellMap {
        var across = cells
        var result = cells
        let source = cells.span
        var middle = across.mutableSpan
        let inner = radius..<max(radius, width - radius)
        for y in 0..<height {
            let row = y &* width
            for x in 0..<width where !inner.contains(x) {
                var value = source[row &+ x]
                for other in max(0, x - radius)...min(width - 1, x + radius) {
                    value = grow ? value | source[row &+ other] : value & source[row &+ other]
                }
                middle[row &+ x] = value
            }
            for offset in -radius...radius where offset != 0 {
                if grow {
                    for x in inner { middle[row &+ x] |= source[row &+ x &+ offset] }
                } else {
                    for x in inner { middle[row &+ x] &= source[row &+ x &+ offset] }
                }
            }
        }
        let finished = across.span
        var target = result.mutableSpan
        for index in 0..<finished.count { target[index] = finished[index] }
        for y in 0..<height {
            let row = y &* width
            for offset in -radius...radius where offset != 0 && y + offset >= 0 && y + offset < height {
                let other = row &+ offset &* width
                if grow {
                    for x in 0..<width { target[row &+ x] |= finished[other &+ x] }
                } else {
                    for x in 0..<width { target[row &+ x] &= finished[other &+ x] }
                }
            }
        }
        return CellMap(width: width, height: height, cells: result)
    }
}

/// One connected part of a cell map.
struct CellComponent {
    /// Its label in the label map.
    var label: Int32
    /// Cells in it.
    var area: Int
    /// Bounding box, upper bounds exclusive.
    var minX: Int
    var minY: Int
    var maxX: Int
    var maxY: Int

    /// Cells across its bounding box.
    var width: Int { maxX - minX }
    /// Cells down its bounding box.
    var height: Int { maxY - minY }
}

extension CellMap {
    /// The 4-connected parts, largest first, and each cell's label (0 = unset).
    ///
    /// Two passes over runs with union-find; ties in area keep reading order, so the order is fixed.
    func components() -> (parts: [CellComponent], labels: [Int32]) {
        var labels = [Int32](repeating: 0, count: cells.count)
        var parents: [Int32] = [0]
        func root(_ label: Int32) -> Int32 {
            var current = label
            while parents[Int(current)] != current {
                parents[Int(current)] = parents[Int(parents[Int(current)])]
                current = parents[Int(current)]
            }
            return current
        }
        for y in 0..<height {
            var x = 0
            while x < width {
                let index = y * width + x
                guard cells[index] != 0 else {
                    x += 1
                    continue
                }
                var end = x
                var label: Int32 = 0
                while end < width, cells[y * width + end] != 0 {
                    if y > 0 {
                        let above = labels[(y - 1) * width + end]
                        if above != 0, above != label {
                            let other = root(above)
                            if label == 0 {
                                label = other
                            } else if other != label {
                                let (low, high) = (min(label, other), max(label, other))
                                parents[Int(high)] = low
                                label = low
                            }
                        }
                    }
                    end += 1
                }
                if label == 0 {
                    label = Int32(parents.count)
                    parents.append(label)
                }
                for column in x..<end { labels[y * width + column] = label }
                x = end
            }
        }
        var byLabel: [Int32: Int] = [:]
        var parts: [CellComponent] = []
        for y in 0..<height {
            for x in 0..<width {
                let index = y * width + x
                guard labels[index] != 0 else { continue }
                let label = root(labels[index])
                labels[index] = label
                if let slot = byLabel[label] {
                    parts[slot].area += 1
                    parts[slot].minX = min(parts[slot].minX, x)
                    parts[slot].maxX = max(parts[slot].maxX, x + 1)
                    parts[slot].maxY = y + 1
                } else {
                    byLabel[label] = parts.count
                    parts.append(
                        CellComponent(label: label, area: 1, minX: x, minY: y, maxX: x + 1, maxY: y + 1))
                }
            }
        }
        let order = parts.indices.sorted {
            parts[$0].area != parts[$1].area ? parts[$0].area > parts[$1].area : $0 < $1
        }
        return (order.map { parts[$0] }, labels)
    }
}
