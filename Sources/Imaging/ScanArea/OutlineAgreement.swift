import Foundation

/// How well an outline agrees with the content: the outline's confidence and what it is made of.
struct OutlineAgreement {
    /// Share of the region's cells outside the outline.
    var outside = 0.0
    /// Share of the outline's border at which content ends (or the picture does).
    var supported = 0.0
    /// Share of the border that content crosses.
    var crossed = 0.0
    /// Share of the outline that is content.
    var filled = 0.0

    /// Walks the outline, in grid cells.
    init(_ outline: ScanOutline, region: CellMap, content: CellMap) {
        var inside = 0
        var all = 0
        var area = 0
        for y in 0..<region.height {
            let ranges = outline.ranges(y: Double(y) + 0.5, inset: -1)
            let row = y * region.width
            for x in 0..<region.width where region.cells[row + x] != 0 {
                all += 1
                if ranges.contains(where: { $0.contains(Double(x) + 0.5) }) { inside += 1 }
            }
            for range in outline.ranges(y: Double(y) + 0.5) {
                area += max(0, Int(min(Double(region.width), range.upperBound) - max(0, range.lowerBound)))
            }
        }
        outside = 1 - Double(inside) / Double(max(1, all))
        filled = Double(inside) / Double(max(1, area))

        let corners = outline.polygon()
        var samples = 0
        var ends = 0
        var goesOn = 0
        for index in corners.indices {
            let a = corners[index]
            let b = corners[(index + 1) % corners.count]
            let length = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
            guard length > 0.5 else { continue }
            let inwardX = -(b.y - a.y) / length
            let inwardY = (b.x - a.x) / length
            let steps = max(1, Int(length))
            for step in 0..<steps {
                let point = a.interpolated(to: b, at: (Double(step) + 0.5) / Double(steps))
                samples += 1
                guard
                    [1.0, 2.0, 3.0].contains(where: {
                        content.contains(
                            Int((point.x + inwardX * $0).rounded(.down)), Int((point.y + inwardY * $0).rounded(.down)))
                    })
                else { continue }
                let beyond = [2.0, 3.0].allSatisfy {
                    content.contains(
                        Int((point.x - inwardX * $0).rounded(.down)), Int((point.y - inwardY * $0).rounded(.down)))
                }
                if beyond { goesOn += 1 } else { ends += 1 }
            }
        }
        supported = Double(ends) / Double(max(1, samples))
        crossed = Double(goesOn) / Double(max(1, samples))
    }

    /// 0–1.
    var confidence: Double {
        let reach = min(1, max(0, (supported - 0.15) / 0.35))
        return max(0, min(1, (1 - 3 * outside) * (1 - 2 * crossed) * (0.4 + 0.6 * reach)))
    }
}
