/// Panels, bars and borders of a screen: as bright as content, and none.
extension Foreground {
    /// Most rows of cells that a line of text takes within a bar.
    static let textRows = 10

    /// Clears the flat cells of content that have a panel's grey.
    static func clearPanels(
        _ cells: inout [UInt8],
        _ mean: Span<UInt8>,
        flat: Span<UInt8>,
        isPanel: (UInt8) -> Bool
    ) {
        var target = cells.mutableSpan
        var index = 0
        while index < mean.count {
            let end = min(mean.count, index &+ 8)
            if end &- index == 8, target.span.eight(at: index) & flat.eight(at: index) == 0 {
                index = end
                continue
            }
            while index < end {
                if target[index] & flat[index] != 0, isPanel(mean[index]) { target[index] = 0 }
                index &+= 1
            }
        }
    }

    /// Header bars and panels with a vertical gradient: runs along a row that change by at most one grey.
    ///
    /// - Returns: One flag a cell; nil where there is none.
    static func bars(_ picture: ReducedPicture, above threshold: Int) -> [UInt8]? {
        let least = max(10, picture.width / 16)
        let mean = picture.mean.span
        // Within a run neighbours differ by two at most, and few rows of tissue have as many such neighbours in a row.
        let floor = SIMD16<UInt8>(repeating: UInt8(clamping: threshold - 1))
        let even = PackedCells(width: picture.width, height: picture.height) { index in
            let (own, next) = (mean.lanes(at: index), mean.lanes(at: index &+ 1))
            let isEven = SIMD16<UInt8>.distance(own, next) .<= SIMD16<UInt8>(repeating: 2)
            return isEven.bytes & (own .>= floor).bytes
        }
        var result: [UInt8] = []
        var found = false
        var stretches: [Range<Int>] = []
        for y in 0..<picture.height where even.hasEight(row: y) && even.hasRun(of: least - 1, row: y) {
            if result.isEmpty { result = [UInt8](repeating: 0, count: picture.mean.count) }
            var target = result.mutableSpan
            let row = y &* picture.width
            var first = picture.width
            var last = 0
            var covered = 0
            stretches.removeAll(keepingCapacity: true)
            even.forEachRun(row: y) { stretch in if stretch.count >= least - 1 { stretches.append(stretch) } }
            for stretch in stretches {
                // The last cell of a stretch is like the one behind it, and no run goes on beyond that.
                var x = stretch.lowerBound
                while x <= stretch.upperBound, x < picture.width {
                    let start = x
                    let level = Int(mean[row &+ x])
                    x &+= 1
                    if level < threshold || level >= 240 { continue }
                    // Averaged noise keeps within one grey too, but seldom repeats a value.
                    var repeats = 0
                    while x < picture.width, abs(Int(mean[row &+ x]) &- level) <= 1 {
                        if mean[row &+ x] == mean[row &+ x &- 1] { repeats &+= 1 }
                        x &+= 1
                    }
                    let length = x &- start
                    if length < least || repeats &* 8 < length &* 7 { continue }
                    for column in start..<x { target[row &+ column] = 1 }
                    found = true
                    first = min(first, start)
                    last = x
                    covered += length
                }
            }
            // A bar with text in it is a bar over its whole length.
            if covered * 2 >= last - first, covered * 4 >= picture.width {
                for column in first..<last { target[row &+ column] = 1 }
            }
        }
        guard found else { return nil }
        var target = result.mutableSpan
        let width = picture.width
        // Rows of text in a bar lie between rows that were recognised.
        var last = [Int](repeating: -1, count: width)
        for y in 0..<picture.height {
            var x = 0
            while x < width {
                if x &+ 8 <= width, target.span.eight(at: y &* width &+ x) == 0 {
                    x &+= 8
                    continue
                }
                if target[y &* width &+ x] != 0 {
                    if last[x] >= 0, y - last[x] <= textRows {
                        for row in last[x]..<y { target[row &* width &+ x] = 1 }
                    }
                    last[x] = y
                }
                x &+= 1
            }
        }
        return result
    }

    /// Which levels the picture's frame shows without structure: panels, borders, gradients behind the ultrasound.
    static func frameLevels(_ picture: ReducedPicture, flat: CellMap) -> [Bool] {
        var counts = [Int](repeating: 0, count: 258)
        func look(_ index: Int) {
            if flat.cells[index] != 0 { counts[Int(picture.mean[index]) + 1] += 1 }
        }
        let (width, height) = (picture.width, picture.height)
        for y in 0..<height {
            if y < 2 || y >= height - 2 || width <= 4 {
                for x in 0..<width { look(y * width + x) }
            } else {
                for x in [0, 1, width - 2, width - 1] { look(y * width + x) }
            }
        }
        return (0..<256).map { counts[$0] + counts[$0 + 1] + counts[$0 + 2] >= 4 }
    }
}
