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
        let count = PolarView.depths * PolarView.lines
        let luma = image.luma
        if var positions = PolarPositions(geometry: area.geometry, luma: luma, mask: mask) {
            var row = PolarRowSampler()
            var valid: [UInt8] = []
            // Every row is written in full, so that nothing need be black before.
            let samples = [UInt8](unsafeUninitializedCapacity: count) { samples, sampled in
                valid = [UInt8](unsafeUninitializedCapacity: count) { flags, flagged in
                    for depth in 0..<PolarView.depths {
                        row.sample(positions, luma: luma, mask: mask, to: samples, flags, depth: depth)
                        positions.advance()
                    }
                    flagged = count
                }
                sampled = count
            }
            return PolarView(samples: samples, valid: valid, geometry: area.geometry)
        }
        var samples = [UInt8](repeating: 0, count: count)
        // Not as a copy of the other: that would be made in full at the first sample.
        var valid = [UInt8](repeating: 0, count: count)
        resampleFarAway(luma, mask: mask, geometry: area.geometry, samples: &samples, valid: &valid)
        return PolarView(samples: samples, valid: valid, geometry: area.geometry)
    }

    /// The same, sample by sample, for pictures and outlines beyond what 32 bits hold.
    private static func resampleFarAway(
        _ luma: GreyPlane,
        mask: ScanAreaMask,
        geometry: ScanGeometry,
        samples: inout [UInt8],
        valid: inout [UInt8]
    ) {
        guard luma.width > 1, luma.height > 1 else { return }
        let pixels = luma.pixels.span
        for line in 0..<PolarView.lines {
            let path = geometry.path(of: line)
            var (x, y) = path.start
            for depth in 0..<PolarView.depths {
                defer { (x, y) = (x &+ path.step.x, y &+ path.step.y) }
                let (column, row) = (x >> 16, y >> 16)
                guard x >= 0, y >= 0, column < luma.width - 1, row < luma.height - 1,
                    mask.cells[row / ScanAreaMask.cellSize * mask.columns + column / ScanAreaMask.cellSize] != 0
                else { continue }
                let (weightX, weightY) = ((x >> 8) & 255, (y >> 8) & 255)
                let offset = row * luma.width + column
                let upper = Int(pixels[offset]) * (256 - weightX) + Int(pixels[offset + 1]) * weightX
                let lower =
                    Int(pixels[offset + luma.width]) * (256 - weightX) + Int(pixels[offset + luma.width + 1]) * weightX
                samples[depth * PolarView.lines + line] =
                    UInt8(truncatingIfNeeded: (upper * (256 - weightY) + lower * weightY + 32768) >> 16)
                valid[depth * PolarView.lines + line] = 1
            }
        }
    }
}

extension ScanGeometry {
    /// The straight path of a scan line (0–255): its first and last sample in pixels, its start and its step from one
    /// depth to the next in 1/65536 pixel.
    func path(
        of line: Int
    ) -> (first: PixelPoint, last: PixelPoint, start: (x: Int, y: Int), step: (x: Int, y: Int)) {
        let depthStep = 1 / Double(PolarView.depths)
        let intervals = Double(PolarView.depths - 1)
        let fraction = (Double(line) + 0.5) / Double(PolarView.lines)
        let (first, last) = ends(line: fraction, depths: 0.5 * depthStep, 1 - 0.5 * depthStep)
        return (
            first, last, (Self.fixed(first.x), Self.fixed(first.y)),
            (Self.fixed((last.x - first.x) / intervals), Self.fixed((last.y - first.y) / intervals))
        )
    }

    private static func fixed(_ pixels: Double) -> Int {
        // Far outside any picture there is nothing to sample; the clamp keeps the conversion defined.
        Int((max(-1e6, min(1e6, pixels.isFinite ? pixels : -1e6)) * 65536).rounded())
    }

    /// `point(line:depth:)` at two depths of one line, with its sine and cosine taken once.
    fileprivate func ends(line: Double, depths first: Double, _ last: Double) -> (PixelPoint, PixelPoint) {
        guard case .fan(let apexX, let apexY, let innerRadius, let outerRadius, let startAngle, let endAngle) = self
        else {
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
