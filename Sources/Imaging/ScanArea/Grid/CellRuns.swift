/// The runs of set cells of a map, row by row, and how they hang together.
struct CellRuns {
    /// A run of set cells in a row.
    private struct Run {
        var y: Int32
        var start: Int32
        var end: Int32
        /// The label of its part.
        var label: Int32
    }

    /// The 4-connected parts, largest first.
    ///
    /// Parts of one size keep reading order, so the order is fixed.
    let parts: [CellComponent]

    /// Cells across and down the map.
    let width: Int
    let height: Int
    private var runs: [Run]

    /// Joins runs to the runs above them by union-find.
    init(_ map: PackedCells) {
        width = map.width
        height = map.height
        var runs: [Run] = []
        runs.reserveCapacity(4 * map.height)
        var parents: [Int32] = [0]
        var above = 0..<0
        for y in 0..<map.height {
            let firstOfRow = runs.count
            var candidate = above.lowerBound
            map.forEachRun(row: y) { run in
                let (start, end) = (
                    Int32(truncatingIfNeeded: run.lowerBound), Int32(truncatingIfNeeded: run.upperBound)
                )
                var label: Int32 = 0
                while candidate < above.upperBound, runs[candidate].end <= start { candidate += 1 }
                var other = candidate
                while other < above.upperBound, runs[other].start < end {
                    let found = Self.root(runs[other].label, &parents)
                    if label == 0 {
                        label = found
                    } else if found != label {
                        parents[Int(max(found, label))] = min(found, label)
                        label = min(found, label)
                    }
                    other += 1
                }
                if label == 0 {
                    label = Int32(truncatingIfNeeded: parents.count)
                    parents.append(label)
                }
                runs.append(Run(y: Int32(truncatingIfNeeded: y), start: start, end: end, label: label))
            }
            above = firstOfRow..<runs.count
        }
        var slots = [Int32](repeating: -1, count: parents.count)
        var parts: [CellComponent] = []
        var labelled = runs.mutableSpan
        for index in 0..<labelled.count {
            let label = Self.root(labelled[index].label, &parents)
            labelled[index].label = label
            let run = labelled[index]
            let (y, start, end) = (Int(run.y), Int(run.start), Int(run.end))
            let slot = Int(slots[Int(label)])
            if slot < 0 {
                slots[Int(label)] = Int32(truncatingIfNeeded: parts.count)
                parts.append(
                    CellComponent(label: label, area: end - start, minX: start, minY: y, maxX: end, maxY: y + 1)
                )
                continue
            }
            var part = parts[slot]
            part.area += end - start
            part.minX = min(part.minX, start)
            part.maxX = max(part.maxX, end)
            part.maxY = y + 1
            parts[slot] = part
        }
        let order = parts.indices.sorted {
            parts[$0].area != parts[$1].area ? parts[$0].area > parts[$1].area : $0 < $1
        }
        self.parts = order.map { parts[$0] }
        self.runs = runs
    }

    /// The least label that a label was joined to, which all that lie on the way are then nearer to.
    ///
    /// Not within the caller: what a local function captures is checked for exclusive access each time.
    private static func root(_ label: Int32, _ parents: inout [Int32]) -> Int32 {
        var labels = parents.mutableSpan
        var current = label
        while true {
            let parent = labels[Int(current)]
            let grandparent = labels[Int(parent)]
            // Nearly all labels are roots, or lie right below one.
            if grandparent == parent { return parent }
            labels[Int(current)] = grandparent
            current = grandparent
        }
    }

    /// Each cell's label (0 = unset).
    func labels() -> [Int32] {
        var labels = [Int32](repeating: 0, count: width * height)
        var target = labels.mutableSpan
        for run in runs {
            let row = Int(run.y) &* width
            for x in Int(run.start)..<Int(run.end) { target[row &+ x] = run.label }
        }
        return labels
    }

    /// For each row in which two parts both are, from the top: cells from the last one of the left part to the first one of
    /// the right part, below 0 where they overlap.
    func gaps(between left: CellComponent, and right: CellComponent) -> [Int] {
        let rows = max(left.minY, right.minY)..<max(left.minY, right.minY, min(left.maxY, right.maxY))
        var ends = [Int](repeating: -1, count: rows.count)
        var starts = [Int](repeating: width, count: rows.count)
        for run in runs where run.label == left.label || run.label == right.label {
            guard rows.contains(Int(run.y)) else { continue }
            let row = Int(run.y) - rows.lowerBound
            if run.label == left.label {
                ends[row] = max(ends[row], Int(run.end) - 1)
            } else {
                starts[row] = min(starts[row], Int(run.start))
            }
        }
        return zip(ends, starts).compactMap { $0 >= 0 && $1 < width ? $1 - $0 - 1 : nil }
    }

    /// The cells of some parts.
    func cells(of labels: Set<Int32>) -> PackedCells {
        var result = PackedCells(width: width, height: height)
        var isWanted = [Bool](repeating: false, count: 1 + Int(runs.map(\.label).max() ?? 0))
        for label in labels where isWanted.indices.contains(Int(label)) { isWanted[Int(label)] = true }
        for run in runs where isWanted[Int(run.label)] {
            result.insert(Int(run.start)..<Int(run.end), row: Int(run.y))
        }
        return result
    }
}
