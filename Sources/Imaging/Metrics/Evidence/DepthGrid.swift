/// The blocks of the polar view as columns, downwards by depth or by picture row.
///
/// A device may count its depth sliders along the scan lines or in rows of the screen; the same search is made in both.
struct DepthGrid {
    /// Columns, and steps downwards.
    static let side = PolarStatistics.bands
    /// Steps of unknown value above and below each column, so that a window may reach over its ends.
    static let margin = 8
    /// Floats from one column to the next.
    static let stride = side + 2 * margin

    /// Grey over black; NaN where it is not known.
    ///
    /// Column-major, `margin` unknown steps around each column.
    private(set) var grey = [Float](repeating: .nan, count: side * stride)
    /// Base-2 logarithm of it, at least 2: what is darker than 4 counts as 4.
    private(set) var logGrey = [Float](repeating: .nan, count: side * stride)
    /// Base-2 logarithm of the standard deviation in grey, at least 0.
    private(set) var logDeviation = [Float](repeating: .nan, count: side * stride)

    private init() {}

    /// By depth; a block counts when half of it is valid.
    init(polar: PolarStatistics, black: Float) {
        for band in 0..<Self.side {
            for column in 0..<Self.side {
                let block = polar.blocks[band * Self.side + column]
                guard block.count >= 32 else { continue }
                let index = column * Self.stride + Self.margin + band
                grey[index] = block.mean - black
                logGrey[index] = PortableMath.log2(max(4, block.mean - black))
                logDeviation[index] = PortableMath.log2(max(1, block.variance)) / 2
            }
        }
    }

    /// The same by picture row, 0–1 down the box; nil where rows and depths are the same to 3 % of the depth.
    func byRows(geometry: ScanGeometry, box: PixelBox) -> DepthGrid? {
        let height = Double(max(1, box.height))
        var columns: [(top: Double, length: Double)] = []
        for column in 0..<Self.side {
            let line = (Double(column) + 0.5) / Double(Self.side)
            let top = (geometry.point(line: line, depth: 0).y - Double(box.y)) / height
            let bottom = (geometry.point(line: line, depth: 1).y - Double(box.y)) / height
            columns.append((top, bottom - top))
        }
        guard columns.contains(where: { abs($0.top) > 0.03 || abs($0.top + $0.length - 1) > 0.03 }) else { return nil }
        var rows = DepthGrid()
        for (column, span) in columns.enumerated() where span.length > 0.05 {
            let first = column * Self.stride + Self.margin
            for row in 0..<Self.side {
                let depth = ((Double(row) + 0.5) / Double(Self.side) - span.top) / span.length
                let position = depth * Double(Self.side) - 0.5
                guard position >= 0, position < Double(Self.side - 1) else { continue }
                let above = Int(position)
                let share = Float(position - Double(above))
                func between(_ values: [Float]) -> Float {
                    values[first + above] + share * (values[first + above + 1] - values[first + above])
                }
                rows.grey[first + row] = between(grey)
                rows.logGrey[first + row] = between(logGrey)
                rows.logDeviation[first + row] = between(logDeviation)
            }
        }
        return rows
    }
}
