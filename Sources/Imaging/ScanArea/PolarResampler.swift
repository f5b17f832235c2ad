import Foundation

/// Straightens the scan area: scan lines become columns and depth becomes rows.
package enum PolarResampler {
    /// Samples the luma plane along the scan lines.
    ///
    /// Sample (depth i, line j) lies at `geometry.point(line: (j + 0.5) / lines, depth: (i + 0.5) / depths)`.
    /// Bilinear with 8-bit weights; where a sample is not valid its grey value is 0.
    ///
    /// - Parameters:
    ///   - image: The picture.
    ///   - area: Its scan area.
    ///   - mask: Which of its pixels are ultrasound.
    /// - Returns: 256 × 256 samples with their validity.
    package static func view(of image: UltrasoundImage, area: ScanArea, mask: ScanAreaMask) -> PolarView {
        let paths = LinePaths(geometry: area.geometry)
        var samples = [UInt8](repeating: 0, count: PolarView.depths * PolarView.lines)
        var valid = samples
        resample(
            image.luma.pixels.span,
            width: image.luma.width,
            height: image.luma.height,
            mask: mask.cells.span,
            columns: mask.columns,
            paths: paths,
            samples: &samples,
            valid: &valid
        )
        return PolarView(samples: samples, valid: valid, geometry: area.geometry)
    }

    /// The straight path of every scan line in 1/65536 pixel: `start + depth · step`.
    private struct LinePaths {
        /// Where the lines are at the first depth, then at the next ones.
        var x = InlineArray<256, Int>(repeating: 0)
        var y = InlineArray<256, Int>(repeating: 0)
        /// From one depth to the next.
        var stepX = InlineArray<256, Int>(repeating: 0)
        var stepY = InlineArray<256, Int>(repeating: 0)

        init(geometry: ScanGeometry) {
            let depthStep = 1 / Double(PolarView.depths)
            let intervals = Double(PolarView.depths - 1)
            for j in 0..<PolarView.lines {
                let line = (Double(j) + 0.5) / Double(PolarView.lines)
                let (first, last) = geometry.ends(line: line, depths: 0.5 * depthStep, 1 - 0.5 * depthStep)
                x[j] = Self.fixed(first.x)
                y[j] = Self.fixed(first.y)
                stepX[j] = Self.fixed((last.x - first.x) / intervals)
                stepY[j] = Self.fixed((last.y - first.y) / intervals)
            }
        }

        /// Goes to the next depth.
        @inline(__always)
        mutating func advance() {
            for j in 0..<PolarView.lines {
                x[j] &+= stepX[j]
                y[j] &+= stepY[j]
            }
        }

        private static func fixed(_ pixels: Double) -> Int {
            // Far outside any picture there is nothing to sample; the clamp keeps the conversion defined.
            Int((max(-1e6, min(1e6, pixels.isFinite ? pixels : -1e6)) * 65536).rounded())
        }
    }

    private static func resample(
        _ luma: Span<UInt8>,
        width: Int,
        height: Int,
        mask: Span<UInt8>,
        columns: Int,
        paths: LinePaths,
        samples: inout [UInt8],
        valid: inout [UInt8]
    ) {
        guard width > 1, height > 1 else { return }
        var sampleSpan = samples.mutableSpan
        var validSpan = valid.mutableSpan
        let limitX = UInt(bitPattern: (width &- 1) &<< 16)
        let limitY = UInt(bitPattern: (height &- 1) &<< 16)
        var paths = paths
        let pixels = luma.bytes
        var target = 0
        for _ in 0..<PolarView.depths {
            for j in 0..<PolarView.lines {
                let x = paths.x[j]
                let y = paths.y[j]
                // Negative positions turn into huge unsigned ones, so one comparison a side is enough.
                if UInt(bitPattern: x) < limitX, UInt(bitPattern: y) < limitY {
                    let column = x &>> 16
                    let row = y &>> 16
                    if mask[(row &>> 2) &* columns &+ (column &>> 2)] != 0 {
                        let offset = row &* width &+ column
                        sampleSpan[target] = bilinear(
                            upper: pixels.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self),
                            lower: pixels.unsafeLoadUnaligned(fromByteOffset: offset &+ width, as: UInt16.self),
                            weightX: UInt32(truncatingIfNeeded: (x &>> 8) & 255),
                            weightY: UInt32(truncatingIfNeeded: (y &>> 8) & 255)
                        )
                        validSpan[target] = 1
                    }
                }
                target &+= 1
            }
            paths.advance()
        }
    }

    /// The grey between four pixels; `upper` and `lower` are two neighbours each, as they lie in memory.
    ///
    /// Both columns are blended downwards in the halves of one word: 255 · 256 fits in 16 bits.
    @inline(__always)
    private static func bilinear(upper: UInt16, lower: UInt16, weightX: UInt32, weightY: UInt32) -> UInt8 {
        func spread(_ pair: UInt16) -> UInt32 {
            let pair = UInt32(UInt16(littleEndian: pair))
            return (pair | pair &<< 8) & 0x00FF_00FF
        }
        let columns = spread(upper) &* (256 &- weightY) &+ spread(lower) &* weightY
        let value = (columns & 0xFFFF) &* (256 &- weightX) &+ (columns &>> 16) &* weightX &+ 32768
        return UInt8(truncatingIfNeeded: value &>> 16)
    }
}

extension ScanGeometry {
    /// `point(line:depth:)` at two depths of one line, with its sine and cosine taken once.
    fileprivate func ends(line: Double, depths first: Double, _ last: Double) -> (PixelPoint, PixelPoint) {
        guard case .fan(let apexX, let apexY, let innerRadius, let outerRadius, let startAngle, let endAngle) = self else {
            return (point(line: line, depth: first), point(line: line, depth: last))
        }
        let angle = endAngle + (startAngle - endAngle) * line
        let (across, down) = (cos(angle), sin(angle))
        func along(_ depth: Double) -> PixelPoint {
            let radius = innerRadius + (outerRadius - innerRadius) * depth
            return PixelPoint(x: apexX + radius * across, y: apexY + radius * down)
        }
        return (along(first), along(last))
    }
}
