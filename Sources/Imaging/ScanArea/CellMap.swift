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
    func dilated(radius: Int) -> CellMap { packed { $0.grow(radius) } }

    /// Small gaps closed.
    func closed(radius: Int) -> CellMap {
        packed {
            $0.grow(radius)
            $0.shrink(radius)
        }
    }

    /// Thin parts removed.
    func opened(radius: Int) -> CellMap {
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

/// A cell map with 64 cells a word, for growing and shrinking whole words at a time.
private struct PackedCells {
    private let width: Int
    private let height: Int
    /// Words a row; cell x of a row is bit `x & 63` of word `x >> 6`.
    private let stride: Int
    private var words: [UInt64]

    init(_ map: CellMap) {
        width = map.width
        height = map.height
        stride = (map.width + 63) / 64
        words = [UInt64](repeating: 0, count: stride * map.height)
        let (width, height, stride) = (self.width, self.height, self.stride)
        var target = words.mutableSpan
        let cells = map.cells.span
        for y in 0..<height {
            for word in 0..<stride {
                let start = y &* width &+ word &* 64
                let count = min(64, width &- word &* 64)
                var bits: UInt64 = 0
                var bit = 0
                while bit &+ 8 <= count {
                    let eight = cells.bytes.unsafeLoadUnaligned(fromByteOffset: start &+ bit, as: UInt64.self)
                    // Bit 8·i goes to bit 56 + i, and nothing else comes there.
                    bits |= ((UInt64(littleEndian: eight) &* 0x0102_0408_1020_4080) &>> 56) &<< UInt64(bit)
                    bit &+= 8
                }
                while bit < count {
                    bits |= UInt64(truncatingIfNeeded: cells[start &+ bit]) &<< UInt64(bit)
                    bit &+= 1
                }
                target[y &* stride &+ word] = bits
            }
        }
    }

    func unpacked() -> CellMap {
        var cells = [UInt8](repeating: 0, count: width * height)
        var target = cells.mutableSpan
        var targetBytes = target.mutableBytes
        let source = words.span
        for y in 0..<height {
            for word in 0..<stride {
                let bits = source[y &* stride &+ word]
                if bits == 0 { continue }
                let start = y &* width &+ word &* 64
                let count = min(64, width &- word &* 64)
                var bit = 0
                while bit &+ 8 <= count {
                    // Byte i keeps bit i of the eight; what is not 0 becomes 1.
                    let spread = ((bits &>> UInt64(bit)) & 255) &* 0x0101_0101_0101_0101 & 0x8040_2010_0804_0201
                    let eight = ((spread &+ 0x7F7F_7F7F_7F7F_7F7F) &>> 7) & 0x0101_0101_0101_0101
                    targetBytes.storeBytes(of: eight.littleEndian, toByteOffset: start &+ bit, as: UInt64.self)
                    bit &+= 8
                }
                while bit < count {
                    targetBytes.storeBytes(
                        of: UInt8(truncatingIfNeeded: (bits &>> UInt64(bit)) & 1),
                        toByteOffset: start &+ bit,
                        as: UInt8.self
                    )
                    bit &+= 1
                }
            }
        }
        return CellMap(width: width, height: height, cells: cells)
    }

    /// Sets every cell with a set one within `radius` rows and columns.
    mutating func grow(_ radius: Int) {
        for _ in 0..<radius { step() }
    }

    /// Clears every cell with a clear one within `radius`; beyond the border counts as set, so that
    /// ultrasound cut off by the picture's edge is not eaten.
    mutating func shrink(_ radius: Int) {
        invert()
        grow(radius)
        invert()
    }

    private mutating func invert() {
        let (height, stride, tail) = (self.height, self.stride, self.tail)
        let last = stride &- 1
        var target = words.mutableSpan
        for y in 0..<height {
            for word in 0..<stride {
                let index = y &* stride &+ word
                target[index] = ~target[index] & (word == last ? tail : .max)
            }
        }
    }

    /// The bits of a row's last word that are cells.
    private var tail: UInt64 { width & 63 == 0 ? UInt64.max : (1 << UInt64(width & 63)) - 1 }

    private mutating func step() {
        let (height, stride) = (self.height, self.stride)
        var across = words
        growAcross(&across)
        let source = across.span
        var target = words.mutableSpan
        for y in 0..<height {
            for word in 0..<stride {
                let index = y &* stride &+ word
                var bits = source[index]
                if y > 0 { bits |= source[index &- stride] }
                if y &+ 1 < height { bits |= source[index &+ stride] }
                target[index] = bits
            }
        }
    }

    private func growAcross(_ across: inout [UInt64]) {
        let tail = tail
        let source = words.span
        var target = across.mutableSpan
        for y in 0..<height {
            for word in 0..<stride {
                let index = y &* stride &+ word
                var bits = source[index] | source[index] &<< 1 | source[index] &>> 1
                if word > 0 { bits |= source[index &- 1] &>> 63 }
                if word &+ 1 < stride { bits |= source[index &+ 1] &<< 63 } else { bits &= tail }
                target[index] = bits
            }
        }
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
    /// Runs of set cells are joined to the runs above them by union-find; parts of one size keep reading
    /// order, so the order is fixed.
    func components() -> (parts: [CellComponent], labels: [Int32]) {
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
