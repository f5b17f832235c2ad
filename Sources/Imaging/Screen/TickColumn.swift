/// Something that may be a tick: a small filled box with nothing close above and below it.
struct TickMark {
    let box: PixelBox
    let isFreeOnLeft: Bool
    let isFreeOnRight: Bool

    /// Middle row, doubled so that it is whole.
    var doubleMiddle: Int { 2 * box.y + box.height - 1 }
}

/// Tells a column of ticks at equal distances from other small marks.
enum TickColumn {
    /// Fewest ticks of a ruler.
    static let leastTicks = 5
    /// Least share of the scan area's side that a ruler runs along.
    private static let leastSpan = 0.45
    /// Share of the scan area's side by which a ruler may reach beyond it.
    private static let overhang = 0.08
    /// Least share of the places at equal distances that have a tick; a focus mark or a long digit may hide one.
    private static let leastFilled = 0.75
    /// Least share of the marks in the column that belong to the series.
    private static let leastPurity = 0.75
    /// Least share of the ticks with nothing on one side, the same for all; a focus mark may stand beside one.
    private static let leastFree = 0.8
    /// Least distance of ticks in pixels.
    private static let leastPitch = 5.0

    /// The longest series along a range of rows; nil when there is none.
    static func best(of marks: [TickMark], along rows: Range<Int>) -> [PixelBox]? {
        let beyond = Int(overhang * Double(rows.count)) + 2
        let near = marks.filter {
            $0.box.y >= rows.lowerBound - beyond && $0.box.y + $0.box.height <= rows.upperBound + beyond
        }
        var best: [TickMark] = []
        // Long and short ticks of one ruler share an edge, or their middles.
        let edges: [(TickMark) -> Int] = [
            { 2 * $0.box.x }, { 2 * ($0.box.x + $0.box.width - 1) }, { 2 * $0.box.x + $0.box.width - 1 },
        ]
        for edge in edges {
            let sorted = near.sorted { (edge($0), $0.box.y) < (edge($1), $1.box.y) }
            var first = 0
            while first < sorted.count {
                // All marks within one pixel of this one's edge.
                var end = first
                while end < sorted.count, edge(sorted[end]) - edge(sorted[first]) <= 3 { end += 1 }
                if end - first >= max(leastTicks, best.count + 1),
                    mayReach(sorted[first..<end], leastSpan * Double(rows.count))
                {
                    let column = sorted[first..<end].sorted { $0.box.y < $1.box.y }
                    if let series = series(in: column, length: rows.count), series.count > best.count {
                        best = series
                    }
                }
                first += 1
            }
        }
        return best.isEmpty ? nil : best.map(\.box)
    }

    /// Whether marks lie far enough apart for a ruler of a length, as letters below one another seldom do.
    private static func mayReach(_ marks: ArraySlice<TickMark>, _ length: Double) -> Bool {
        var (top, bottom) = (Int.max, Int.min)
        for mark in marks {
            top = min(top, mark.doubleMiddle)
            bottom = max(bottom, mark.doubleMiddle)
        }
        return Double(bottom - top) / 2 >= length
    }

    /// The longest series of equal distances in a column of marks.
    private static func series(in column: [TickMark], length: Int) -> [TickMark]? {
        var best: [TickMark]?
        let middles = column.map { Double($0.doubleMiddle) / 2 }
        let last = column.map(\.doubleMiddle).max() ?? 0
        for first in column.indices.dropLast(leastTicks - 1) {
            // What goes on from here cannot span enough.
            if Double(last - column[first].doubleMiddle) / 2 < leastSpan * Double(length) { continue }
            for second in first + 1..<min(first + 5, column.count) {
                // Most pairs lead nowhere: what they lead to is counted before it is gathered.
                var end = second
                let count = follow(middles.span, from: first, to: second) { end = $0 }
                guard count >= leastTicks, count > best?.count ?? 0,
                    middles[end] - middles[first] >= leastSpan * Double(length)
                else { continue }
                var series: [TickMark] = []
                series.reserveCapacity(count)
                _ = follow(middles.span, from: first, to: second) { series.append(column[$0]) }
                if isRuler(series, in: column, length: length) { best = series }
            }
        }
        return best
    }

    /// Goes on from two marks at their distance, which is corrected by every mark that is met.
    ///
    /// - Parameters:
    ///   - middles: Middle rows of the marks, from the top down.
    ///   - first: The first mark.
    ///   - second: The second one.
    ///   - take: Takes the number of every mark of the series.
    /// - Returns: How many marks it has; 0 where the two are too near.
    @inline(__always)
    private static func follow(
        _ middles: Span<Double>,
        from first: Int,
        to second: Int,
        _ take: (Int) -> Void
    ) -> Int {
        let start = middles[first]
        var pitch = middles[second] - start
        guard pitch >= leastPitch else { return 0 }
        take(first)
        take(second)
        var count = 2
        var steps = 1
        var missed = 0
        var next = second + 1
        while missed <= 2, next < middles.count {
            let place = start + Double(steps + missed + 1) * pitch
            let slack = max(1.0, min(2.0, 0.06 * pitch))
            while next < middles.count, middles[next] < place - slack { next += 1 }
            if next < middles.count, middles[next] <= place + slack {
                steps += missed + 1
                missed = 0
                pitch = (middles[next] - start) / Double(steps)
                take(next)
                count += 1
                next += 1
            } else {
                missed += 1
            }
        }
        return count
    }

    private static func isRuler(_ series: [TickMark], in column: [TickMark], length: Int) -> Bool {
        guard let first = series.first, let last = series.last else { return false }
        let span = Double(last.doubleMiddle - first.doubleMiddle) / 2
        guard span >= leastSpan * Double(length) else { return false }
        let between = column.count { $0.box.y >= first.box.y && $0.box.y <= last.box.y }
        let least = leastFree * Double(series.count)
        guard Double(series.count) >= leastPurity * Double(between),
            Double(series.count(where: \.isFreeOnLeft)) >= least
                || Double(series.count(where: \.isFreeOnRight)) >= least
        else { return false }
        // How many places the series has, by its median distance.
        let steps = zip(series, series.dropFirst()).map { Double($1.doubleMiddle - $0.doubleMiddle) / 2 }.sorted()
        let pitch = steps[steps.count / 2]
        let places = (span / pitch).rounded() + 1
        return Double(series.count) >= leastFilled * places
    }
}
