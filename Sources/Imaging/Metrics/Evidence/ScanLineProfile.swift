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
    /// A line, or a cell of it, is dark below this share of what the brighter lines have. In log-compressed grey this is
    /// 15–25 dB; the 0.55 of the domain reference holds for even phantoms and finds shadows in every other real picture.
    private static let darkShare: Float = 0.35

    /// Sorts the lines (domain reference §1.11, scan-line variant, with the exception for posterior enhancement).
    package init(polar: PolarStatistics, levels: ScreenLevels) {
        let black = Float(levels.black)
        let brightness: [Float?] = (0..<PolarView.lines).map { line in
            let cells = Self.middle.compactMap { polar.cell(band: $0, line: line) }
            return cells.count < 8 ? nil : median(cells)
        }
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

    /// What the brighter lines show in each band: the 70th percentile over the judged lines.
    private static func usualBrightness(polar: PolarStatistics, judged: [Float?]) -> [Float?] {
        (0..<PolarStatistics.bands).map { band in
            let cells = judged.indices.compactMap { judged[$0] == nil ? nil : polar.cell(band: band, line: $0) }
            return cells.count < fewestLines / 2 ? nil : quantile(cells, 0.7)
        }
    }

    /// The first band of the run of dark cells that reaches the deepest informative bands; nil when the line is bright again down there.
    ///
    /// A cyst or a vessel is dark too, but sound comes through it: below it the line is bright again.
    private static func darkFrom(line: Int, polar: PolarStatistics, usual: [Float?], black: Float) -> Int? {
        var verdicts: [(band: Int, isDark: Bool)] = []
        for band in 0..<PolarStatistics.bands {
            guard let reference = usual[band], reference - black >= leastGrey,
                let cell = polar.cell(band: band, line: line)
            else { continue }
            verdicts.append((band, cell - black < Self.darkShare * (reference - black)))
        }
        guard verdicts.count >= 6, verdicts.suffix(4).count(where: { $0.isDark }) >= 3 else { return nil }
        // Climb from the bottom; two bright bands in a row end the shadow, a single one is noise or a reflector in it.
        var start = verdicts[verdicts.count - 1].band
        var brightRun = 0
        for verdict in verdicts.reversed() {
            brightRun = verdict.isDark ? 0 : brightRun + 1
            if brightRun == 2 { break }
            if verdict.isDark { start = verdict.band }
        }
        return start
    }

    /// Running median over nine lines; unjudged lines stay so and are left out of their neighbours' medians.
    private static func smoothed(_ values: [Float?]) -> [Float?] {
        values.indices.map { index in
            guard values[index] != nil else { return nil }
            return median(values[max(0, index - 4)...min(values.count - 1, index + 4)].compactMap { $0 })
        }
    }
}
