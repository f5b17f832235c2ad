/// Windows of 32 × 32 pixels at native resolution, spread evenly over the mask, each with what sharpness and noise need.
///
/// Nothing is resampled and nothing is normalised over the whole picture: both would mix blur up with anatomy and
/// shadows (domain reference §1.9).
package struct NativeWindows: Sendable {
    /// Side of a window in pixels.
    package static let side = 32
    /// Windows a metric needs before it speaks.
    package static let fewest = 12

    /// What one window holds.
    package struct Window: Sendable {
        /// Mean grey.
        package var mean: Float
        /// Variance of the grey values.
        package var variance: Float
        /// Variance of the 4-neighbour Laplacian.
        package var laplacianVariance: Float
        /// Mean square of Immerkær's mask over 36: the variance of white noise that would explain it.
        package var cornerVariance: Float
        /// Share (0–1) of pixels within 2 grey of black.
        package var blackShare: Float
        /// Share (0–1) of pixels within 2 grey of white.
        package var whiteShare: Float
        /// Mean power spectrum of 8 columns, bins 1…16 of 16.
        package var vertical: SIMD16<Float>
        /// Mean power spectrum of 8 rows.
        package var horizontal: SIMD16<Float>

        /// Whether there is texture to judge sharpness by (domain reference §1.9), and that texture is not mostly noise.
        ///
        /// The noise gate: noise adds 9 of 16 bins' share of its power to the upper half of a spectrum. Where that would be
        /// more than 3 % of all power (a usual picture's whole upper half has 2 %), what is left after taking noise off is
        /// chance, so the window says nothing about sharpness.
        package var isTextured: Bool {
            variance - cornerVariance > 20 && 9 * cornerVariance <= 0.03 * vertical.sum() && mean > 20 && mean < 230
                && whiteShare < 0.05 && blackShare < 0.25
        }

        /// Variance that lies in all directions and frequencies alike: what white noise may have at most.
        ///
        /// Speckle has little at the top of the vertical spectrum, or of the horizontal one, or in the diagonal corner;
        /// white noise has the same in all three.
        package var whiteVariance: Float { min(cornerVariance, Self.top(vertical), Self.top(horizontal)) }

        /// Mean of the three highest bins.
        private static func top(_ power: SIMD16<Float>) -> Float { (power[13] + power[14] + power[15]) / 3 }
    }

    /// The windows, top to bottom and left to right.
    package let windows: [Window]

    /// Measures the windows.
    package init(luma: GreyPlane, box: PixelBox, mask: ScanAreaMask, levels: ScreenLevels) {
        var found: [Window] = []
        let cell = ScanAreaMask.cellSize
        let span = Self.side / cell
        let step = max(span, Int((Double(mask.count) / 64).squareRoot()))
        var tile = [Float](repeating: 0, count: Self.side * Self.side)
        let cells = mask.cells.span
        var row = max(0, box.y) / cell
        while row + span <= mask.rows {
            var column = max(0, box.x) / cell
            while column + span <= mask.columns {
                if Self.isInside(cells, columns: mask.columns, row: row, column: column, span: span),
                    (row + span) * cell <= luma.height, (column + span) * cell <= luma.width
                {
                    found.append(
                        Self.measure(
                            luma.pixels.span,
                            width: luma.width,
                            x: column * cell,
                            y: row * cell,
                            tile: &tile,
                            levels: levels
                        )
                    )
                    column += step
                } else {
                    column += 1
                }
            }
            row += step
        }
        windows = found
    }

    private static func isInside(_ cells: Span<UInt8>, columns: Int, row: Int, column: Int, span: Int) -> Bool {
        for y in row..<row + span {
            for x in column..<column + span where cells[y &* columns &+ x] == 0 { return false }
        }
        return true
    }

    private static func measure(
        _ pixels: Span<UInt8>,
        width: Int,
        x: Int,
        y: Int,
        tile: inout [Float],
        levels: ScreenLevels
    ) -> Window {
        let side = Self.side
        let black = UInt8(clamping: levels.black + 2)
        let white = UInt8(clamping: levels.white - 2)
        var sum: Int32 = 0
        var squares: Int32 = 0
        var blacks: Int32 = 0
        var whites: Int32 = 0
        var laplacianSum: Int32 = 0
        var laplacianSquares: Int64 = 0
        var cornerSquares: Int64 = 0
        var tileSpan = tile.mutableSpan
        for line in 0..<side {
            let offset = (y &+ line) &* width &+ x
            let row = pixels.extracting(offset..<offset &+ side)
            let tileStart = line &* side
            for column in 0..<side {
                let grey = Int32(row[column])
                sum &+= grey
                squares &+= grey &* grey
                blacks &+= row[column] <= black ? 1 : 0
                whites &+= row[column] >= white ? 1 : 0
                tileSpan[tileStart &+ column] = Float(row[column])
            }
        }
        for line in 1..<side - 1 {
            let offset = (y &+ line) &* width &+ x
            let row = pixels.extracting(offset..<offset &+ side)
            let above = pixels.extracting(offset &- width..<offset &- width &+ side)
            let below = pixels.extracting(offset &+ width..<offset &+ width &+ side)
            var rowLaplacian: Int32 = 0
            var rowCorner: Int32 = 0
            for column in 1..<side - 1 {
                let centre = Int32(row[column]) &* 4
                let cross =
                    Int32(above[column]) &+ Int32(below[column]) &+ Int32(row[column &- 1]) &+ Int32(row[column &+ 1])
                let corners =
                    Int32(above[column &- 1]) &+ Int32(above[column &+ 1]) &+ Int32(below[column &- 1])
                    &+ Int32(below[column &+ 1])
                let laplacian = centre &- cross
                let diagonal = centre &- cross &- cross &+ corners
                laplacianSum &+= laplacian
                rowLaplacian &+= laplacian &* laplacian
                rowCorner &+= diagonal &* diagonal
            }
            laplacianSquares &+= Int64(rowLaplacian)
            cornerSquares &+= Int64(rowCorner)
        }
        let count = Float(side * side)
        let inner = Float((side - 2) * (side - 2))
        let mean = Float(sum) / count
        let laplacianMean = Float(laplacianSum) / inner
        var vertical = SIMD16<Float>()
        var horizontal = SIMD16<Float>()
        let spectrum = WindowSpectrum.shared
        for line in Swift.stride(from: 2, to: side, by: 4) {
            vertical += spectrum.power(tile.span, start: line, stride: side)
            horizontal += spectrum.power(tile.span, start: line * side, stride: 1)
        }
        return Window(
            mean: mean,
            variance: max(0, Float(squares) / count - mean * mean),
            laplacianVariance: max(0, Float(laplacianSquares) / inner - laplacianMean * laplacianMean),
            cornerVariance: Float(cornerSquares) / inner / 36,
            blackShare: Float(blacks) / count,
            whiteShare: Float(whites) / count,
            vertical: vertical / 8,
            horizontal: horizontal / 8
        )
    }
}
