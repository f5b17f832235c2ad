/// Waves over the whole picture that no ultrasound has: the beat of a screen's pixels against a camera's.
///
/// A wave is one sharp peak of the two-dimensional spectrum (and its mirror image); speckle, tissue and edges make broad
/// ridges. Peaks on the axes are chrome, scan lines or a scaled picture; peaks on multiples of one eighth of the sampling
/// frequency in both directions are JPEG's blocks.
struct MoireSearch {
    /// The square that is looked at: the middle of the scan area, in its own pixels.
    struct Window {
        let x: Int
        let y: Int
        /// 128 or 256.
        let side: Int
    }

    /// By how much a bin of the averaged line spectra must exceed its neighbours for the whole spectrum to be worth its cost.
    static let suspicion: Float = 3.5
    /// By how much a peak's amplitude exceeds the median around it.
    static let leastRatio: Float = 8
    /// Lines and columns in an averaged spectrum.
    private static let lines = 16

    private static let windows = [
        128: FourierTransform(count: 128).hann, 256: FourierTransform(count: 256).hann,
    ]
    private static let laneTransforms = [128: LaneTransform(count: 128), 256: LaneTransform(count: 256)]

    private let luma: GreyPlane
    private let window: Window
    private let hann: [Float]

    /// Chooses the window; nil where the scan area is under 128 pixels a side.
    ///
    /// What the mask says was drawn over the ultrasound is painted over: dotted lines and letters are regular as well.
    init?(luma: GreyPlane, box: PixelBox, mask: ScanAreaMask? = nil) {
        let least = min(min(box.width, box.height), min(luma.width, luma.height))
        guard least >= 128 else { return nil }
        let side = least >= 256 ? 256 : 128
        guard let hann = Self.windows[side] else { return nil }
        self.hann = hann
        let window = Window(
            x: min(luma.width - side, max(0, box.x + box.width / 2 - side / 2)),
            y: min(luma.height - side, max(0, box.y + box.height / 2 - side / 2)),
            side: side
        )
        if let clean = mask.flatMap({ Self.withoutDrawings(luma, window, $0) }) {
            self.luma = clean
            self.window = Window(x: 0, y: 0, side: side)
        } else {
            self.luma = luma
            self.window = window
        }
    }

    /// The window by itself, each row drawn straight across what was left out as annotation or colour; nil where nothing was.
    private static func withoutDrawings(_ luma: GreyPlane, _ window: Window, _ mask: ScanAreaMask) -> GreyPlane? {
        guard !mask.exclusions.isEmpty else { return nil }
        let drawn = [Exclusion.annotation.rawValue, Exclusion.colour.rawValue]
        let size = ScanAreaMask.cellSize
        var plane: GreyPlane?
        for y in 0..<window.side {
            let cells = (window.y + y) / size * mask.columns
            var x = 0
            while x < window.side {
                guard drawn.contains(mask.exclusions[cells + (window.x + x) / size]) else {
                    x += 1
                    continue
                }
                let first = x
                while x < window.side, drawn.contains(mask.exclusions[cells + (window.x + x) / size]) { x += 1 }
                var clean = plane.take() ?? Self.cut(luma, window)
                let row = y * window.side
                let before = Int(clean.pixels[row + (first > 0 ? first - 1 : min(x, window.side - 1))])
                let after = Int(clean.pixels[row + (x < window.side ? x : max(0, first - 1))])
                for column in first..<x {
                    clean.pixels[row + column] = UInt8(
                        clamping: before + (after - before) * (column - first + 1) / (x - first + 1)
                    )
                }
                plane = clean
            }
        }
        return plane
    }

    private static func cut(_ luma: GreyPlane, _ window: Window) -> GreyPlane {
        var plane = GreyPlane(width: window.side, height: window.side, filledWith: 0)
        for y in 0..<window.side {
            for x in 0..<window.side {
                plane.pixels[y * window.side + x] = luma.pixels[(window.y + y) * luma.width + window.x + x]
            }
        }
        return plane
    }

    /// The largest ratio of a bin to its neighbours in the averaged power spectra of some rows and some columns, cheaply.
    var lineRatio: Float {
        max(lineRatio(acrossStep: 1, downStep: luma.width), lineRatio(acrossStep: luma.width, downStep: 1))
    }

    private func lineRatio(acrossStep: Int, downStep: Int) -> Float {
        guard let transform = Self.laneTransforms[window.side] else { return 0 }
        let power = linePower(acrossStep: acrossStep, downStep: downStep, transform)
        let side = window.side
        var best: Float = 0
        let eighth = side / 8
        var around: [Float] = []
        for bin in side / 16..<side * 15 / 32 where (2...eighth - 2).contains(bin % eighth) {
            around.removeAll(keepingCapacity: true)
            for offset in 3...8 {
                around.append(power[bin - offset])
                if bin + offset < side / 2 { around.append(power[bin + offset]) }
            }
            // Sorted only where more than half of them lie below what would be a new best.
            let limit = power[bin] / max(1e-3, best)
            guard limit > 1e-3, around.count(where: { $0 < limit }) > around.count / 2 else { continue }
            around.sort()
            best = max(best, power[bin] / max(1e-3, around[around.count / 2]))
        }
        return best
    }

    /// Sums over `lines` rows or columns, as many in the window as lie evenly apart, of their powers by frequency.
    private func linePower(acrossStep: Int, downStep: Int, _ transform: LaneTransform) -> [Float] {
        typealias Lanes = LaneTransform.Lanes
        let side = window.side
        let pixels = luma.pixels.span
        let origin = window.y * luma.width + window.x
        // Side by side what is alike far along the lines.
        var greys = [UInt8](repeating: 0, count: side * Self.lines)
        var target = greys.mutableSpan
        for line in 0..<Self.lines {
            let first = origin + line * (side / Self.lines) * downStep
            for index in 0..<side { target[index &* Self.lines &+ line] = pixels[first &+ index &* acrossStep] }
        }
        func wide(_ index: Int) -> SIMD16<Int16> {
            SIMD16<Int16>(truncatingIfNeeded: greys.span.sixteen(at: index &* Self.lines))
        }
        func floats(_ words: SIMD8<Int16>) -> Lanes { Lanes(SIMD8<Int32>(truncatingIfNeeded: words)) }
        // At most 256 · 255, less 128 each, fits in 16 bits.
        var sums = SIMD16<Int16>.zero
        for index in 0..<side { sums &+= wide(index) &- SIMD16<Int16>(repeating: 128) }
        let share = Lanes(repeating: 1 / Float(side))
        let middle = Lanes(repeating: 128)
        let means = (floats(sums.lowHalf) * share + middle, floats(sums.highHalf) * share + middle)
        // Two real lines in one complex transform: the first eight lines and the others.
        var real = [Lanes](repeating: .zero, count: side)
        var imaginary = real
        for index in 0..<side {
            let weight = Lanes(repeating: hann[index])
            let (words, place) = (wide(index), transform.place(of: index))
            real[place] = (floats(words.lowHalf) - means.0) * weight
            imaginary[place] = (floats(words.highHalf) - means.1) * weight
        }
        transform.transform(&real, &imaginary)
        var power = [Float](repeating: 0, count: side / 2)
        for bin in 1..<side / 2 {
            let mirror = side - bin
            let both =
                real[bin] * real[bin] + imaginary[bin] * imaginary[bin] + real[mirror] * real[mirror]
                + imaginary[mirror] * imaginary[mirror]
            power[bin] = both.sum()
        }
        return power
    }

    private func fill(_ line: inout [Float], _ pixels: Span<UInt8>, from start: Int, step: Int) {
        var target = line.mutableSpan
        let window = hann.span
        var sum = 0
        for index in 0..<target.count {
            let grey = pixels[start &+ index &* step]
            sum &+= Int(grey)
            target[index] = Float(grey)
        }
        let mean = Float(sum) / Float(target.count)
        for index in 0..<target.count { target[index] = (target[index] - mean) * window[index] }
    }

    /// How many waves there are: peaks with their mirror images, at least six bins apart.
    ///
    /// Costs a few milliseconds.
    func pairs() -> Int {
        let side = window.side
        let bins = side / 2 + 1
        guard let transform = Self.laneTransforms[side] else { return 0 }
        let amplitude = amplitudes(transform)
        let found = amplitude.span
        func at(_ across: Int, _ down: Int) -> Float { found[(down & (side - 1)) &* bins &+ across] }
        var peaks: [(across: Int, down: Int, ratio: Float)] = []
        let eighth = side / 8
        let far = Float(side) / 2
        for row in 0..<side {
            let down = row < side / 2 ? row : row - side
            if abs(down) < side / 48 { continue }
            for across in 6..<bins - 6 {
                let radius = (Float(across * across + down * down)).squareRoot() / far
                if radius < 0.15 || radius > 0.9 { continue }
                let value = at(across, down)
                // Most bins end here.
                let rough = at(across - 5, down) + at(across + 5, down) + at(across, down - 5) + at(across, down + 5)
                if value < rough { continue }
                guard (-1...1).allSatisfy({ dy in (-1...1).allSatisfy { at(across + $0, down + dy) <= value } }) else {
                    continue
                }
                let onGrid = [across, abs(down)].allSatisfy { $0 % eighth <= 1 || $0 % eighth >= eighth - 1 }
                if onGrid { continue }
                var around: [Float] = []
                for dy in -5...5 { for dx in -5...5 { around.append(at(across + dx, down + dy)) } }
                around.sort()
                let ratio = value / max(1e-3, around[around.count / 2])
                if ratio >= Self.leastRatio { peaks.append((across, down, ratio)) }
            }
        }
        peaks.sort { $0.ratio > $1.ratio }
        var kept: [(across: Int, down: Int)] = []
        for peak in peaks
        where kept.allSatisfy({ max(abs($0.across - peak.across), abs($0.down - peak.down)) >= 6 }) {
            kept.append((peak.across, peak.down))
        }
        return kept.count
    }

    /// Writes a line's numbers into one lane of a transform, each at its place.
    private func spread(
        _ line: [Float],
        _ weight: Float,
        to lanes: inout [LaneTransform.Lanes],
        lane: Int,
        _ transform: LaneTransform
    ) {
        var span = lanes.mutableSpan
        var bytes = span.mutableBytes
        let line = line.span
        // To memory: setting a lane by number copies its vector twice.
        for index in 0..<line.count {
            let offset = 4 &* (8 &* transform.place(of: index) &+ lane)
            bytes.storeBytes(of: line[index] * weight, toByteOffset: offset, as: Float.self)
        }
    }

    /// Amplitudes of the window's spectrum: rows by frequency downwards, `side / 2 + 1` columns by frequency across.
    private func amplitudes(_ transform: LaneTransform) -> [Float] {
        typealias Lanes = LaneTransform.Lanes
        let side = window.side
        let bins = side / 2 + 1
        let pixels = luma.pixels.span
        // Columns behind the last one make up the last eight.
        let stride = (bins + 7) / 8 * 8
        var reals = [Float](repeating: 0, count: side * stride)
        var imaginaries = reals
        var real = [Lanes](repeating: .zero, count: side)
        var imaginary = real
        var line = [Float](repeating: 0, count: side)
        for first in Swift.stride(from: 0, to: side, by: 16) {
            // Two real rows in one complex transform: the first eight of sixteen rows and the others.
            for lane in 0..<16 {
                let row = first + lane
                fill(&line, pixels, from: (window.y + row) * luma.width + window.x, step: 1)
                let weight = hann[row] / 2
                if lane < 8 {
                    spread(line, weight, to: &real, lane: lane, transform)
                } else {
                    spread(line, weight, to: &imaginary, lane: lane - 8, transform)
                }
            }
            transform.transform(&real, &imaginary)
            for bin in 0..<bins {
                let mirror = (side - bin) % side
                let (upper, lower) = (real[bin] + real[mirror], imaginary[bin] + imaginary[mirror])
                let (upperTurned, lowerTurned) = (imaginary[bin] - imaginary[mirror], real[mirror] - real[bin])
                for lane in 0..<8 {
                    let (near, far) = ((first + lane) * stride + bin, (first + lane + 8) * stride + bin)
                    reals[near] = upper[lane]
                    imaginaries[near] = upperTurned[lane]
                    reals[far] = lower[lane]
                    imaginaries[far] = lowerTurned[lane]
                }
            }
        }
        var result = [Float](repeating: 0, count: side * bins)
        for first in Swift.stride(from: 0, to: bins, by: 8) {
            for row in 0..<side {
                let (offset, place) = (4 * (row * stride + first), transform.place(of: row))
                real[place] = reals.span.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Lanes.self)
                imaginary[place] = imaginaries.span.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: Lanes.self)
            }
            transform.transform(&real, &imaginary)
            for row in 0..<side {
                let squared = real[row] * real[row] + imaginary[row] * imaginary[row]
                for lane in 0..<min(8, bins - first) {
                    result[row * bins + first + lane] = squared[lane].squareRoot()
                }
            }
        }
        return result
    }
}
