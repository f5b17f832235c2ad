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
        /// x and y at the first depth, one pair a line.
        var starts: [(x: Int, y: Int)] = []
        /// x and y from one depth to the next.
        var steps: [(x: Int, y: Int)] = []

        init(geometry: ScanGeometry) {
            starts.reserveCapacity(PolarView.lines)
            steps.reserveCapacity(PolarView.lines)
            let depthStep = 1 / Double(PolarView.depths)
            for j in 0..<PolarView.lines {
                let line = (Double(j) + 0.5) / Double(PolarView.lines)
                let first = geometry.point(line: line, depth: 0.5 * depthStep)
                let last = geometry.point(line: line, depth: 1 - 0.5 * depthStep)
                let intervals = Double(PolarView.depths - 1)
                starts.append((Self.fixed(first.x), Self.fixed(first.y)))
                steps.append((Self.fixed((last.x - first.x) / intervals), Self.fixed((last.y - first.y) / intervals)))
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
        var positions = paths.starts
        var current = positions.mutableSpan
        let steps = paths.steps.span
        var target = 0
        for _ in 0..<PolarView.depths {
            for j in 0..<PolarView.lines {
                let (x, y) = current[j]
                current[j] = (x &+ steps[j].x, y &+ steps[j].y)
                // Negative positions turn into huge unsigned ones, so one comparison a side is enough.
                if UInt(bitPattern: x) < limitX, UInt(bitPattern: y) < limitY {
                    let column = x &>> 16
                    let row = y &>> 16
                    if mask[(row &>> 2) &* columns &+ (column &>> 2)] != 0 {
                        let weightX = UInt32(truncatingIfNeeded: (x &>> 8) & 255)
                        let weightY = UInt32(truncatingIfNeeded: (y &>> 8) & 255)
                        let offset = row &* width &+ column
                        let upper =
                            UInt32(luma[offset]) &* (256 &- weightX) &+ UInt32(luma[offset &+ 1]) &* weightX
                        let lower =
                            UInt32(luma[offset &+ width]) &* (256 &- weightX)
                            &+ UInt32(luma[offset &+ width &+ 1]) &* weightX
                        let value = (upper &* (256 &- weightY) &+ lower &* weightY &+ 32768) &>> 16
                        sampleSpan[target] = UInt8(truncatingIfNeeded: value)
                        validSpan[target] = 1
                    }
                }
                target &+= 1
            }
        }
    }
}
