internal import CRasterCodecs

/// The bright pieces on the screen around the ultrasound: letters, ticks, icons, lines.
///
/// A piece is a connected set of pixels well above the screen's black, outside of the outline and a little away from it.
struct ScreenStrokes {
    /// One connected piece.
    struct Piece {
        /// The box around it.
        var box: PixelBox
        /// Its pixels.
        var area: Int

        /// Twice its middle row, so that it is whole.
        var doubleMiddle: Int { 2 * box.y + box.height - 1 }
    }

    /// All pieces, by the order of their first rows.
    let pieces: [Piece]
    /// Width and height of the picture.
    let size: (width: Int, height: Int)

    /// Grey above black from which a pixel belongs to a stroke.
    static let contrast = 60
    /// Pixels around the outline that are left out: its own uncertainty.
    private static let margin = 4
    /// Runs of bright pixels above which the surroundings are no screen.
    private static let mostRuns = 40_000

    /// Gathers the pieces; nil where the surroundings are no dark screen with strokes on it.
    init?(luma: GreyPlane, outline range: OutlineRange, black: Int) {
        let (width, height) = (luma.width, luma.height)
        guard width >= 16, height >= 16 else { return nil }
        size = (width, height)
        let level = UInt8(clamping: black + Self.contrast)
        let inside = (0..<height).map { range.columns(atRow: $0) }
        let pixels = luma.pixels.span
        var runs: [(start: Int, end: Int, label: Int)] = []
        var parents: [Int] = []
        var found: [Piece] = []
        func root(_ label: Int) -> Int {
            var current = label
            while parents[current] != current {
                parents[current] = parents[parents[current]]
                current = parents[current]
            }
            return current
        }
        var above = 0..<0
        for y in 0..<height {
            let first = runs.count
            var candidate = above.lowerBound
            let (left, right) = Self.outside(inside, row: y, width: width)
            for side in 0..<2 {
                let stretch = side == 0 ? left : right
                var x = stretch.lowerBound
                while x < stretch.upperBound {
                    let offset = y &* width &+ x
                    if x &+ 64 <= stretch.upperBound, Self.areDark(pixels, at: offset, upTo: level) {
                        x &+= 64
                        continue
                    }
                    // Of the next sixteen the first that is bright, or the last ones of the picture one by one.
                    if offset &+ 16 <= pixels.count {
                        let dark = Self.darkAhead(pixels, at: offset, upTo: level)
                        x = min(x &+ dark, stretch.upperBound)
                        if dark == 16 || x == stretch.upperBound { continue }
                    } else {
                        while x < stretch.upperBound, pixels[y &* width &+ x] <= level { x &+= 1 }
                        if x == stretch.upperBound { continue }
                    }
                    let start = x
                    while x < stretch.upperBound, pixels[y &* width &+ x] > level { x &+= 1 }
                    // Joined to the runs above that touch it, corners included.
                    var label = -1
                    while candidate < above.upperBound, runs[candidate].end < start { candidate &+= 1 }
                    var other = candidate
                    while other < above.upperBound, runs[other].start <= x {
                        let joined = root(runs[other].label)
                        if label < 0 {
                            label = joined
                        } else if joined != label {
                            parents[max(joined, label)] = min(joined, label)
                            label = min(joined, label)
                        }
                        other &+= 1
                    }
                    if label < 0 {
                        label = parents.count
                        parents.append(label)
                    }
                    runs.append((start, x, label))
                    if runs.count > Self.mostRuns { return nil }
                }
            }
            for index in first..<runs.count {
                // Boxes are gathered by first label and joined below.
                let run = runs[index]
                while found.count <= run.label {
                    found.append(Piece(box: PixelBox(x: width, y: height, width: 0, height: 0), area: 0))
                }
                Self.add(
                    PixelBox(x: run.start, y: y, width: run.end - run.start, height: 1),
                    run.end - run.start,
                    to: &found[run.label]
                )
            }
            above = first..<runs.count
        }
        for label in found.indices.reversed() where root(label) != label {
            Self.add(found[label].box, found[label].area, to: &found[root(label)])
            found[label].area = 0
        }
        pieces = found.filter { $0.area > 0 }
    }

    private static func add(_ box: PixelBox, _ area: Int, to piece: inout Piece) {
        guard area > 0 else { return }
        if piece.area == 0 {
            piece = Piece(box: box, area: area)
            return
        }
        let right = max(piece.box.x + piece.box.width, box.x + box.width)
        let bottom = max(piece.box.y + piece.box.height, box.y + box.height)
        piece.box.x = min(piece.box.x, box.x)
        piece.box.y = min(piece.box.y, box.y)
        piece.box.width = right - piece.box.x
        piece.box.height = bottom - piece.box.y
        piece.area += area
    }

    /// The columns of a row that are well outside of the outline, on its left and on its right.
    private static func outside(
        _ inside: [ClosedRange<Double>?],
        row: Int,
        width: Int
    ) -> (left: Range<Int>, right: Range<Int>) {
        var low = Double.infinity
        var high = -Double.infinity
        for y in stride(from: row - margin, through: row + margin, by: margin) where inside.indices.contains(y) {
            guard let range = inside[y] else { continue }
            low = min(low, range.lowerBound)
            high = max(high, range.upperBound)
        }
        guard low <= high else { return (0..<width, width..<width) }
        let left = Int(max(0, min(Double(width), low - Double(margin))))
        let right = Int(max(0, min(Double(width), high + Double(margin) + 1)))
        return (0..<left, right..<width)
    }

    /// Whether none of 64 pixels is above a level.
    @inline(__always)
    private static func areDark(_ pixels: Span<UInt8>, at offset: Int, upTo level: UInt8) -> Bool {
        precondition(offset >= 0 && offset &+ 64 <= pixels.count)
        let bytes = pixels.bytes
        @inline(__always)
        func sixteen(_ part: Int) -> SIMD16<UInt8> {
            bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ 16 &* part, as: SIMD16<UInt8>.self)
        }
        let highest = SIMD16<UInt8>.higher(
            SIMD16<UInt8>.higher(sixteen(0), sixteen(1)),
            SIMD16<UInt8>.higher(sixteen(2), sixteen(3))
        )
        return (highest .> SIMD16<UInt8>(repeating: level)).bytes.isZero
    }

    /// How many of sixteen pixels come before the first one above a level; sixteen where none is.
    @inline(__always)
    private static func darkAhead(_ pixels: Span<UInt8>, at offset: Int, upTo level: UInt8) -> Int {
        let bytes = pixels.bytes
        let sixteen = bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
        let bright = sono_set_lanes((sixteen .> SIMD16<UInt8>(repeating: level)).bytes)
        return (bright | 1 &<< 16).trailingZeroBitCount
    }
}
