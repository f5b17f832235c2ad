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
        var samples = [UInt8](repeating: 0, count: PolarView.depths * PolarView.lines)
        var valid = samples
        let luma = image.luma
        if luma.width > 1, luma.height > 1, max(luma.width, luma.height) <= LinePaths.farthest,
            let paths = LinePaths(geometry: area.geometry)
        {
            resample(luma, mask: mask, paths: paths, samples: &samples, valid: &valid)
        } else {
            resampleFarAway(luma, mask: mask, geometry: area.geometry, samples: &samples, valid: &valid)
        }
        return PolarView(samples: samples, valid: valid, geometry: area.geometry)
    }

    /// The straight paths of the scan lines in 1/65536 pixel, eight lines a vector: where they are, and how they go on
    /// from one depth to the next.
    private struct LinePaths {
        /// Pixels from the picture's corner up to which positions fit into 32 bits.
        static let farthest = 32_000
        static let groups = PolarView.lines / 8

        var x = InlineArray<32, SIMD8<Int32>>(repeating: .zero)
        var y = InlineArray<32, SIMD8<Int32>>(repeating: .zero)
        var stepX = InlineArray<32, SIMD8<Int32>>(repeating: .zero)
        var stepY = InlineArray<32, SIMD8<Int32>>(repeating: .zero)

        /// Nil where a line leaves the range.
        init?(geometry: ScanGeometry) {
            for line in 0..<PolarView.lines {
                let path = geometry.path(of: line)
                for end in [path.first, path.last] where !(max(abs(end.x), abs(end.y)) < Double(Self.farthest)) {
                    return nil
                }
                let (group, lane) = (line / 8, line % 8)
                x[group][lane] = Int32(truncatingIfNeeded: path.start.x)
                y[group][lane] = Int32(truncatingIfNeeded: path.start.y)
                stepX[group][lane] = Int32(truncatingIfNeeded: path.step.x)
                stepY[group][lane] = Int32(truncatingIfNeeded: path.step.y)
            }
        }
    }

    private static func resample(
        _ luma: GreyPlane,
        mask: ScanAreaMask,
        paths: LinePaths,
        samples: inout [UInt8],
        valid: inout [UInt8]
    ) {
        typealias Lanes = SIMD8<Int32>
        let limitX = Lanes(repeating: Int32(truncatingIfNeeded: (luma.width - 1) << 16))
        let limitY = Lanes(repeating: Int32(truncatingIfNeeded: (luma.height - 1) << 16))
        let width = Lanes(repeating: Int32(truncatingIfNeeded: luma.width))
        let columns = Lanes(repeating: Int32(truncatingIfNeeded: mask.columns))
        let pixels = luma.pixels.span.bytes
        let cells = mask.cells.span
        var paths = paths
        var sampleSpan = samples.mutableSpan
        var validSpan = valid.mutableSpan
        var sampleBytes = sampleSpan.mutableBytes
        var validBytes = validSpan.mutableBytes
        var target = 0
        for _ in 0..<PolarView.depths {
            for group in 0..<LinePaths.groups {
                let x = paths.x[group]
                let y = paths.y[group]
                paths.x[group] = x &+ paths.stepX[group]
                paths.y[group] = y &+ paths.stepY[group]
                let isInside = (x .>= Lanes.zero) .& (x .< limitX) .& (y .>= Lanes.zero) .& (y .< limitY)
                // What is outside reads the first pixel, and is thrown away.
                let column = Lanes.zero.replacing(with: x &>> Lanes(repeating: 16), where: isInside)
                let row = Lanes.zero.replacing(with: y &>> Lanes(repeating: 16), where: isInside)
                let offset = row &* width &+ column
                let cell = (row &>> Lanes(repeating: 2)) &* columns &+ (column &>> Lanes(repeating: 2))
                var upper = SIMD8<UInt16>.zero
                var lower = SIMD8<UInt16>.zero
                var flags = SIMD8<UInt8>.zero
                for lane in 0..<8 {
                    let first = Int(offset[lane])
                    upper[lane] = pixels.unsafeLoadUnaligned(fromByteOffset: first, as: UInt16.self)
                    lower[lane] = pixels.unsafeLoadUnaligned(fromByteOffset: first &+ luma.width, as: UInt16.self)
                    flags[lane] = cells[Int(cell[lane])]
                }
                let inside = SIMD8<UInt8>(
                    truncatingIfNeeded: Lanes.zero.replacing(with: Lanes(repeating: 1), where: isInside)
                )
                flags &= inside
                let weightX = SIMD8<UInt16>(truncatingIfNeeded: (x &>> Lanes(repeating: 8)) & Lanes(repeating: 255))
                let weightY = SIMD8<UInt16>(truncatingIfNeeded: (y &>> Lanes(repeating: 8)) & Lanes(repeating: 255))
                let grey = bilinear(upper: upper, lower: lower, weightX: weightX, weightY: weightY)
                sampleBytes.storeBytes(of: grey & (SIMD8<UInt8>.zero &- flags), toByteOffset: target, as: SIMD8<UInt8>.self)
                validBytes.storeBytes(of: flags, toByteOffset: target, as: SIMD8<UInt8>.self)
                target &+= 8
            }
        }
    }

    /// The grey between four pixels, eight times; `upper` and `lower` are two neighbours each, as they lie in memory.
    @inline(__always)
    private static func bilinear(
        upper: SIMD8<UInt16>,
        lower: SIMD8<UInt16>,
        weightX: SIMD8<UInt16>,
        weightY: SIMD8<UInt16>
    ) -> SIMD8<UInt8> {
        typealias Words = SIMD8<UInt16>
        let all = Words(repeating: 256)
        let low = Words(repeating: 255)
        let eight = Words(repeating: 8)
        let upperWeight = all &- weightY
        // Downwards first: 255 · 256 fits in 16 bits.
        let left = (upper & low) &* upperWeight &+ (lower & low) &* weightY
        let right = (upper &>> eight) &* upperWeight &+ (lower &>> eight) &* weightY
        let sum =
            SIMD8<UInt32>(truncatingIfNeeded: left) &* SIMD8<UInt32>(truncatingIfNeeded: all &- weightX)
            &+ SIMD8<UInt32>(truncatingIfNeeded: right) &* SIMD8<UInt32>(truncatingIfNeeded: weightX)
            &+ SIMD8<UInt32>(repeating: 32768)
        return SIMD8<UInt8>(truncatingIfNeeded: sum &>> SIMD8<UInt32>(repeating: 16))
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
    fileprivate func path(
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
