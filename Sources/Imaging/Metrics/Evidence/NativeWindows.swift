internal import CRasterCodecs

/// Windows of 32 × 32 pixels at native resolution, spread evenly over the mask, each with what sharpness and noise need.
///
/// Nothing is resampled and nothing is normalised over the whole picture: both would mix blur up with anatomy and
/// shadows (domain reference §1.9).
package struct NativeWindows: Sendable {
    /// Side of a window in pixels.
    package static let side = 32
    /// Windows a metric needs before it speaks.
    package static let fewest = 12
    /// Shares of black and of white from which nothing but the grey of a window is read: no metric looks at its texture.
    private static let most = (black: Float(0.3), white: Float(0.05))

    /// What one window holds.
    package struct Window: Sendable {
        /// Mean grey.
        package var mean: Float
        /// Variance of the grey values.
        package var variance: Float
        /// Variance of the 4-neighbour Laplacian; 0, as all that follows but the shares, where black or white is too much.
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

    /// Measures the windows: the same places as those of `PixelTiles`.
    ///
    /// - Parameters:
    ///   - luma: The picture.
    ///   - places: Top-left pixels of windows that lie in the picture.
    ///   - levels: What is black and white on its screen.
    package init(luma: GreyPlane, at places: [(x: Int, y: Int)], levels: ScreenLevels) {
        let pixels = luma.pixels.span.bytes
        windows = places.map { place in
            Self.measure(pixels, width: luma.width, at: place.y &* luma.width &+ place.x, levels: levels)
        }
    }

    /// Measures the window whose first pixel is at `start`; all of its rows are in the picture.
    private static func measure(_ pixels: RawSpan, width: Int, at start: Int, levels: ScreenLevels) -> Window {
        // Every load of the three walks lies within this.
        precondition(start >= 0 && width >= side && start + (side - 1) * width + side <= pixels.byteCount)
        let greys = greyLevels(pixels, width: width, at: start, levels: levels)
        let count = Float(side * side)
        let isRead = Float(greys.blacks) / count < most.black && Float(greys.whites) / count < most.white
        let details = isRead ? details(pixels, width: width, at: start) : nothing
        let (vertical, horizontal) =
            isRead ? WindowSpectrum.shared.powers(pixels, width: width, at: start) : (.zero, .zero)
        let inner = Float((side - 2) * (side - 2))
        let mean = Float(greys.sum) / count
        let laplacianMean = Float(details.laplacianSum) / inner
        return Window(
            mean: mean,
            variance: max(0, Float(greys.squares) / count - mean * mean),
            laplacianVariance: max(0, Float(details.laplacianSquares) / inner - laplacianMean * laplacianMean),
            cornerVariance: Float(details.cornerSquares) / inner / 36,
            blackShare: Float(greys.blacks) / count,
            whiteShare: Float(greys.whites) / count,
            vertical: vertical,
            horizontal: horizontal
        )
    }

    private static func greyLevels(
        _ pixels: RawSpan,
        width: Int,
        at start: Int,
        levels: ScreenLevels
    ) -> (sum: UInt32, squares: UInt32, blacks: UInt32, whites: UInt32) {
        let black = SIMD16<UInt8>(repeating: UInt8(clamping: levels.black + 2))
        let white = SIMD16<UInt8>(repeating: UInt8(clamping: levels.white - 2))
        // 64 pixels a lane: counts fit in 8 bits, sums in 16.
        var sums = SIMD16<UInt16>.zero
        var squares = SIMD16<UInt32>.zero
        var blacks = SIMD16<UInt8>.zero
        var whites = SIMD16<UInt8>.zero
        for line in 0..<side {
            for half in 0..<2 {
                let offset = start &+ line &* width &+ 16 &* half
                let grey = pixels.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: SIMD16<UInt8>.self)
                let wide = SIMD16<UInt16>(truncatingIfNeeded: grey)
                sums &+= wide
                squares &+= SIMD16<UInt32>(truncatingIfNeeded: wide &* wide)
                blacks &-= (grey .<= black).bytes
                whites &-= (grey .>= white).bytes
            }
        }
        return (
            SIMD16<UInt32>(truncatingIfNeeded: sums).wrappedSum(),
            squares.wrappedSum(),
            SIMD16<UInt32>(truncatingIfNeeded: blacks).wrappedSum(),
            SIMD16<UInt32>(truncatingIfNeeded: whites).wrappedSum()
        )
    }

    /// What is told of a window that nobody reads.
    private static let nothing: (laplacianSum: Int32, laplacianSquares: Int32, cornerSquares: Int64) = (0, 0, 0)

    /// Sums over the 30 × 30 inner pixels of the 4-neighbour Laplacian, its square, and the square of Immerkær's mask.
    private static func details(
        _ pixels: RawSpan,
        width: Int,
        at start: Int
    ) -> (laplacianSum: Int32, laplacianSquares: Int32, cornerSquares: Int64) {
        typealias Words = SIMD16<Int16>
        // Columns 1–16, then 15–30, of which the first two were counted before.
        let halves: (Words, Words) = (
            Words(repeating: -1), Words(0, 0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1)
        )
        // A lane takes 30 · 8 pixels of up to 2040, whose squares are under 2³¹ together; all four lanes are not.
        var sum = SIMD4<Int32>.zero
        var laplacianSquares = SIMD4<Int32>.zero
        var cornerSquares = SIMD4<Int32>.zero
        let ones = Words(repeating: 1)
        // Sixteen pixels of a row, and what stands on their left and right together.
        typealias Row = (own: Words, beside: Words)
        for half in 0..<2 {
            let first = start &+ (half == 0 ? 1 : 15)
            let mask = half == 0 ? halves.0 : halves.1
            @inline(__always)
            func row(_ line: Int) -> Row {
                @inline(__always)
                func grey(_ offset: Int) -> Words {
                    Words(
                        truncatingIfNeeded: pixels.unsafeLoadUnaligned(
                            fromUncheckedByteOffset: first &+ line &* width &+ offset,
                            as: SIMD16<UInt8>.self
                        )
                    )
                }
                return (grey(0), grey(-1) &+ grey(1))
            }
            // Each row is the one above, the middle and the one below in turn.
            var (above, middle) = (row(0), row(1))
            for line in 1..<side - 1 {
                let below = row(line &+ 1)
                let cross = above.own &+ below.own &+ middle.beside
                let corners = above.beside &+ below.beside
                let full = (middle.own &<< Words(repeating: 2)) &- cross
                let diagonal = (full &- cross &+ corners) & mask
                let laplacian = full & mask
                sum &+= pairProducts(laplacian, ones)
                laplacianSquares &+= pairProducts(laplacian, laplacian)
                cornerSquares &+= pairProducts(diagonal, diagonal)
                (above, middle) = (middle, below)
            }
        }
        return (
            sum.wrappedSum(), laplacianSquares.wrappedSum(),
            SIMD4<Int64>(truncatingIfNeeded: cornerSquares).wrappedSum()
        )
    }

    /// Products of each two lanes, four of each added up.
    @inline(__always)
    private static func pairProducts(_ left: SIMD16<Int16>, _ right: SIMD16<Int16>) -> SIMD4<Int32> {
        sono_pair_products(left.lowHalf, right.lowHalf) &+ sono_pair_products(left.highHalf, right.highHalf)
    }
}
