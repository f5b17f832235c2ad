/// Letters, ticks and other small bright marks on the black around the ultrasound in a picture without an outline of its own.
///
/// A picture whose scan area reaches all edges has no outside, yet the black corners of a fan can carry a machine's text.
/// A mark is stray when it is small and bright, and the black that it stands on goes on to the picture's edge. Labels on
/// tissue are not, nor are faint echoes in the dark of the depth.
struct StrayMarks {
    /// One byte a pixel, 1 where a stray mark is.
    let flags: [UInt8]

    /// Brightness up to which a pixel is black; lossy compression leaves a little.
    private static let black: UInt8 = 12
    /// Brightness that a mark has at least somewhere.
    private static let bright: UInt8 = 96

    /// Looks for marks in the brightness of a picture.
    init(brightness: [UInt8], width: Int, height: Int) {
        // 0 not seen, 1 black that goes on to the edge, 2 part of a mark or an echo.
        var seen = [UInt8](repeating: 0, count: brightness.count)
        var flags = seen
        Self.flood(from: brightness, seen: &seen, width: width, height: height)
        let highest = max(8, height / 20)
        var piece: [Int] = []
        for start in brightness.indices where seen[start] == 0 && brightness[start] > Self.black {
            piece.removeAll(keepingCapacity: true)
            piece.append(start)
            seen[start] = 2
            var (top, bottom) = (start / width, start / width)
            var peak: UInt8 = 0
            var touchesBlack = false
            var next = 0
            while next < piece.count {
                let (x, y) = (piece[next] % width, piece[next] / width)
                peak = max(peak, brightness[piece[next]])
                (top, bottom) = (min(top, y), max(bottom, y))
                next += 1
                for nearY in max(0, y - 1)...min(height - 1, y + 1) {
                    for nearX in max(0, x - 1)...min(width - 1, x + 1) {
                        let near = nearY * width + nearX
                        if seen[near] == 1 { touchesBlack = true }
                        guard seen[near] == 0, brightness[near] > Self.black else { continue }
                        seen[near] = 2
                        piece.append(near)
                    }
                }
            }
            guard touchesBlack, peak >= Self.bright, bottom - top < highest,
                piece.count * 200 < brightness.count
            else { continue }
            for index in piece { flags[index] = 1 }
        }
        self.flags = flags
    }

    /// Marks the black that hangs together with the picture's edge.
    private static func flood(from brightness: [UInt8], seen: inout [UInt8], width: Int, height: Int) {
        var stack: [Int] = []
        func visit(_ index: Int, _ seen: inout [UInt8]) {
            guard seen[index] == 0, brightness[index] <= black else { return }
            seen[index] = 1
            stack.append(index)
        }
        for x in 0..<width {
            visit(x, &seen)
            visit((height - 1) * width + x, &seen)
        }
        for y in 0..<height {
            visit(y * width, &seen)
            visit(y * width + width - 1, &seen)
        }
        while let index = stack.popLast() {
            let x = index % width
            if x > 0 { visit(index - 1, &seen) }
            if x < width - 1 { visit(index + 1, &seen) }
            if index >= width { visit(index - width, &seen) }
            if index < seen.count - width { visit(index + width, &seen) }
        }
    }
}
