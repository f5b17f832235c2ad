/// The scan lines one by one: how bright each is, and where it goes dark for good.
package struct ScanLineProfile: Sendable {
    /// What a scan line shows.
    package enum Line: Sendable, Equatable {
        /// Fewer than 8 of its 20 middle cells are valid: nothing is said of it.
        case unjudged
        case bright
        /// Dark from this depth band (0–31) to the deepest band in which the picture shows anything.
        case dark(from: Int)
    }

    /// 256 lines, left to right.
    package let lines: [Line]
    /// Median grey over 30–95 % depth of each line, not smoothed; nil where unjudged.
    package let brightness: [Float?]
    /// Whether the picture is bright enough at depth to tell dark lines from others.
    package let isMeasurable: Bool

    /// Lines that were judged.
    package var judged: Int { lines.count { $0 != .unjudged } }

    /// Bands from 30 % to 95 % of the depth.
    private static let middle = 10..<30
    /// Lines a picture must have, and grey over black that its lines must reach, before dark ones mean anything.
    private static let fewestLines = 64
    private static let leastGrey: Float = 12
    /// A line, or a cell of it, is dark below this share of what the brighter lines have.
    ///
    /// In log-compressed grey this is
    /// 15–25 dB; the 0.55 of the domain reference holds for even phantoms and finds shadows in every other real picture.
    private static let darkShare: Float = 0.35

    /// Sorts the lines (domain reference §1.11, scan-line variant, with the exception for posterior enhancement).
    package init(polar: PolarStatistics, levels: ScreenLevels) {
        let black = Float(levels.black)
        let brightness = Self.brightness(of: polar)
        self.brightness = brightness
        let smooth = Self.smoothed(brightness)
        let known = smooth.compactMap { $0 }
        guard known.count >= Self.fewestLines, let reference = quantile(known, 0.7),
            reference - black >= Self.leastGrey
        else {
            isMeasurable = false
            lines = brightness.map { $0 == nil ? .unjudged : .bright }
            return
        }
        isMeasurable = true
        let limit = black + Self.darkShare * (reference - black)
        let usual = Self.usualBrightness(polar: polar, judged: brightness)
        lines = smooth.indices.map { line in
            guard let value = smooth[line] else { return .unjudged }
            guard value < limit else { return .bright }
            guard let start = Self.darkFrom(line: line, polar: polar, usual: usual, black: black) else {
                return .bright
            }
            return .dark(from: start)
        }
    }

    /// Median of each line's middle cells; nil where fewer than 8 are valid.
    private static func brightness(of polar: PolarStatistics) -> [Float?] {
        let means = polar.cellMeans.span.bytes
        let counts = polar.cellCounts.span.bytes
        var result: [Float?] = []
        result.reserveCapacity(PolarView.lines)
        var columns = [SIMD16<Float>](repeating: .zero, count: middle.count)
        var present = [SIMD16<UInt8>](repeating: .zero, count: middle.count)
        for group in stride(from: 0, to: PolarView.lines, by: 16) {
            for band in middle {
                let first = band * PolarView.lines + group
                columns[band - middle.lowerBound] =
                    means.unsafeLoadUnaligned(fromByteOffset: 4 * first, as: SIMD16<Float>.self)
                let valid = counts.unsafeLoadUnaligned(fromByteOffset: first, as: SIMD16<UInt8>.self)
                present[band - middle.lowerBound] = SIMD16<UInt8>.zero.replacing(
                    with: SIMD16<UInt8>(repeating: 1),
                    where: valid .>= SIMD16<UInt8>(repeating: PolarStatistics.fewestOfCell)
                )
            }
            let (medians, found) = LaneMedians.of(&columns, present: present)
            for lane in 0..<16 { result.append(found[lane] < 8 ? nil : medians[lane]) }
        }
        return result
    }

    /// What the brighter lines show in each band: the 70th percentile over the judged lines.
    private static func usualBrightness(polar: PolarStatistics, judged: [Float?]) -> [Float?] {
        if judged.allSatisfy({ $0 != nil }) {
            return polar.brighter.map { $0.cells < fewestLines / 2 ? nil : $0.mean }
        }
        let least = judged.map { $0 == nil ? UInt8.max : PolarStatistics.fewestOfCell }
        let (means, counts, needed) = (polar.cellMeans.span, polar.cellCounts.span, least.span)
        var known = [Float](repeating: 0, count: PolarView.lines)
        return (0..<PolarStatistics.bands).map { band in
            let first = band * PolarView.lines
            var judgedCells = 0
            for line in 0..<PolarView.lines { judgedCells &+= counts[first &+ line] >= needed[line] ? 1 : 0 }
            // As many as there are known ones at all: then they are the same.
            let all = polar.brighter[band]
            if judgedCells == all.cells { return all.cells < fewestLines / 2 ? nil : all.mean }
            var cells = 0
            var target = known.mutableSpan
            for line in 0..<PolarView.lines {
                // Written over by the next one where the cell does not count.
                target[cells] = means[first &+ line]
                cells &+= counts[first &+ line] >= needed[line] ? 1 : 0
            }
            return cells < fewestLines / 2 ? nil : quantile(known.span.extracting(0..<cells), 0.7)
        }
    }

    /// The first band of the run of dark cells that reaches the deepest informative bands; nil when the line is bright again down there.
    ///
    /// A cyst or a vessel is dark too, but sound comes through it: below it the line is bright again.
    private static func darkFrom(line: Int, polar: PolarStatistics, usual: [Float?], black: Float) -> Int? {
        // A bit a band: which can be told, and which of these are dark.
        var (known, dark): (UInt32, UInt32) = (0, 0)
        for band in 0..<PolarStatistics.bands {
            guard let reference = usual[band], reference - black >= leastGrey,
                let cell = polar.cell(band: band, line: line)
            else { continue }
            known |= 1 &<< UInt32(truncatingIfNeeded: band)
            if cell - black < Self.darkShare * (reference - black) { dark |= 1 &<< UInt32(truncatingIfNeeded: band) }
        }
        guard known.nonzeroBitCount >= 6 else { return nil }
        // Climb from the bottom; two bright bands in a row end the shadow, a single one is noise or a reflector in it.
        var start = 31 - known.leadingZeroBitCount
        var (seen, darkAtBottom, brightRun) = (0, 0, 0)
        var rest = known
        while rest != 0, seen < 4 || brightRun < 2 {
            let band = 31 - rest.leadingZeroBitCount
            let bit = UInt32(1) &<< UInt32(truncatingIfNeeded: band)
            let isDark = dark & bit != 0
            rest &= ~bit
            seen += 1
            if seen <= 4, isDark { darkAtBottom += 1 }
            if brightRun < 2 {
                brightRun = isDark ? 0 : brightRun + 1
                if isDark { start = band }
            }
        }
        guard darkAtBottom >= 3 else { return nil }
        return start
    }

    /// Running median over nine lines; unjudged lines stay so and are left out of their neighbours' medians.
    private static func smoothed(_ values: [Float?]) -> [Float?] {
        // Four lines of nothing on either side, and a whole vector at the end.
        let padded = [Float](repeating: 0, count: 4) + values.map { $0 ?? 0 } + [Float](repeating: 0, count: 20)
        let flags =
            [UInt8](repeating: 0, count: 4) + values.map { $0 == nil ? 0 : 1 } + [UInt8](repeating: 0, count: 20)
        let lines = padded.span.bytes
        let valid = flags.span.bytes
        var result: [Float?] = []
        result.reserveCapacity(values.count)
        var columns = [SIMD16<Float>](repeating: .zero, count: 9)
        var present = [SIMD16<UInt8>](repeating: .zero, count: 9)
        for first in stride(from: 0, to: values.count, by: 16) {
            for neighbour in 0..<9 {
                columns[neighbour] =
                    lines.unsafeLoadUnaligned(fromByteOffset: 4 * (first + neighbour), as: SIMD16<Float>.self)
                present[neighbour] = valid.unsafeLoadUnaligned(
                    fromByteOffset: first + neighbour,
                    as: SIMD16<UInt8>.self
                )
            }
            let medians = LaneMedians.of(&columns, present: present).0
            for line in first..<min(values.count, first + 16) {
                result.append(values[line] == nil ? nil : medians[line - first])
            }
        }
        return result
    }
}
