/// Columns of scan lines that are darker than what lies on both of their sides, from some depth on down to the bottom.
///
/// The shadow of a gas bubble, of a stone or of hair under the probe: its sides are parallel to the lines, and it never ends.
/// Organs are bordered otherwise, and where one is dark, not everything below it is. So every bar of lines is held against
/// the flanks on its two sides, depth by depth, and what most depths say counts: the *contrast* of a bar is what the darker
/// flank has more than the bar at all but a fifth of the depths, as a share of the usual brightness there.
struct ShadedColumns: Sendable {
    /// For each column of four lines (64) how surely it lies in shadow: 0 without a doubt not, 1 surely.
    let shares: [Float]
    /// For each of them the first band (0–31) of the plainest shadow that it lies in; 32 without any.
    let starts: [Int]
    /// How many of them can be judged.
    let judged: Int
    /// The share (0–1) of the judged columns that lies in shadow.
    let share: Double

    /// Lines of a column, and columns.
    static let lines = 4
    static let columns = PolarView.lines / lines
    /// Columns between a bar and its flanks, which a beam blurs, and columns of a flank.
    private static let gap = 2
    private static let flank = 3
    /// Columns of the bars that are tried, from the widest down: once it is told, what is within need not be looked at.
    private static let widths = [36, 32, 28, 24, 20, 17, 14, 12, 10, 8, 6, 5, 4, 3, 2, 1]
    /// Bands from which on a bar is tried, from the deepest up: half, 40, 28 and 16 % of the depth.
    private static let firstBands = [17, 13, 9, 5]
    /// Bands that a bar has at least, bands that a picture has, and the share of a bar's bands that need not agree.
    private static let fewestBands = 6
    private static let fewestJudged = 8
    private static let mayDiffer = 0.2
    /// Grey over black that a depth must usually have, and least divisor: below, nothing is dark beside anything.
    private static let leastGrey: Float = 6
    private static let leastDivisor: Float = 8
    /// What a cell counts at most, as a multiple of the usual brightness: a bright flank alone makes no shadow.
    private static let brightest: Float = 1.3
    /// Contrasts from which on a bar may be a shadow, and from which on it is; good pictures stay under 0.25.
    private static let contrasts: ClosedRange<Float> = 0.1...0.3
    /// Mean share of the usual brightness in the lower half up to which a column is dark, and from which on it is not: what a
    /// wide bar holds between two shadows is neither.
    private static let darkness: ClosedRange<Float> = 0.5...0.7

    private typealias Lanes = SIMD8<Float>
    /// Entries in front of the first and behind the last column, so that flanks may reach beyond and vectors be whole.
    private static let pad = 8
    private static let stride = columns + 1 + 2 * pad
    /// What a flank has of which no column is known: nothing is darker.
    private static let unknown: Float = -2

    /// Looks at the cells; nil when fewer than eight depths are bright enough.
    init?(polar: PolarStatistics, levels: ScreenLevels) {
        let black = Float(levels.black)
        var bands: [Band] = []
        for band in (0..<PolarStatistics.bands).reversed() {
            let usual = polar.brighter[band]
            guard usual.cells >= PolarView.lines / 4, usual.mean - black >= Self.leastGrey else { continue }
            bands.append(Band(band, polar: polar, black: black, divisor: max(Self.leastDivisor, usual.mean - black)))
        }
        guard bands.count >= Self.fewestJudged else { return nil }
        var sureness = [Float](repeating: 0, count: Self.columns)
        var starts = [Int](repeating: PolarStatistics.bands, count: Self.columns)
        for width in Self.widths { Self.look(for: width, in: bands, &sureness, &starts) }
        let brightness = Self.brightness(bands.prefix(bands.count / 2))
        judged = brightness.count { $0 != nil }
        shares = zip(sureness, brightness).map { sure, bright in
            guard sure > 0, let bright else { return 0 }
            let span = Self.darkness.upperBound - Self.darkness.lowerBound
            return sure * min(1, max(0, (Self.darkness.upperBound - bright) / span))
        }
        self.starts = starts
        share = judged > 0 ? min(1, Double(shares.reduce(0, +)) / Double(judged)) : 0
    }

    /// One depth: sums up to each column, and what flanks that end or begin at a column have.
    private struct Band {
        let number: Int
        /// Four lists, each of `stride` entries, in one: a picture has many bands, and each list is asked for by itself.
        private var values = [Float](repeating: 0, count: 4 * stride)

        private enum List: Int {
            case sums
            case counts
            case left
            case right
        }

        /// Sum up to an entry, and of how many columns.
        func sum(_ entry: Int) -> Float { self[.sums, entry] }
        func count(_ entry: Int) -> Float { self[.counts, entry] }

        init(_ number: Int, polar: PolarStatistics, black: Float, divisor: Float) {
            self.number = number
            let first = number * PolarView.lines
            let means = polar.cellMeans.span.extracting(first..<first + PolarView.lines)
            let cells = polar.cellCounts.span.extracting(first..<first + PolarView.lines)
            var (sum, count) = (Float(0), Float(0))
            for column in 0..<columns {
                var (grey, known) = (Float(0), Float(0))
                for line in lines * column..<lines * (column + 1) where cells[line] >= PolarStatistics.fewestOfCell {
                    grey += max(0, means[line] - black)
                    known += 1
                }
                // Of half a column and more.
                if known * 2 >= Float(lines) {
                    sum += min(brightest, grey / known / divisor)
                    count += 1
                }
                self[.sums, pad + column + 1] = sum
                self[.counts, pad + column + 1] = count
            }
            for entry in pad + columns + 1..<stride {
                self[.sums, entry] = sum
                self[.counts, entry] = count
            }
            for entry in 0..<stride {
                let isColumn = entry >= pad && entry <= pad + columns
                self[.left, entry] = isColumn ? mean(entry - gap - flank, entry - gap) : unknown
                self[.right, entry] = isColumn ? mean(entry + gap, entry + gap + flank) : unknown
            }
        }

        private subscript(list: List, entry: Int) -> Float {
            get { values[list.rawValue &* stride &+ entry] }
            set { values[list.rawValue &* stride &+ entry] = newValue }
        }

        /// Of the columns between two entries.
        private func mean(_ from: Int, _ to: Int) -> Float {
            let known = count(to) - count(from)
            return known > 0 ? (sum(to) - sum(from)) / known : unknown
        }

        /// What the darker flank has more than the bar, for bars from eight entries on.
        @inline(__always)
        func contrasts(from entry: Int, width: Int) -> Lanes {
            let bytes = values.span.bytes
            func load(_ list: List, _ entry: Int) -> Lanes {
                bytes.unsafeLoadUnaligned(fromByteOffset: 4 &* (list.rawValue &* stride &+ entry), as: Lanes.self)
            }
            let known = load(.counts, entry &+ width) - load(.counts, entry)
            let bar = (load(.sums, entry &+ width) - load(.sums, entry)) / known
            let (one, other) = (load(.left, entry), load(.right, entry &+ width))
            let contrast = Lanes.lower(other, one) - bar
            // Of a bar of which less than half is known nothing is said.
            return contrast.replacing(
                with: Lanes(repeating: unknown),
                where: known .< Lanes(repeating: max(1, Float(width) / 2))
            )
        }

        func contrast(from entry: Int, width: Int) -> Float {
            let known = count(entry + width) - count(entry)
            guard known >= max(1, Float(width) / 2) else { return unknown }
            return min(self[.left, entry], self[.right, entry + width]) - (sum(entry + width) - sum(entry)) / known
        }
    }

    /// Tries all bars of a width; the bands are ordered from the deepest up.
    private static func look(for width: Int, in bands: [Band], _ sureness: inout [Float], _ starts: inout [Int]) {
        // A bar has a flank of one column at least on either side.
        let (first, last) = (pad + gap + 1, pad + columns - gap - 1 - width)
        guard first <= last else { return }
        let counted = firstBands.map { from in bands.prefix { $0.number >= from }.count }
        let limit = Lanes(repeating: contrasts.lowerBound)
        let most = Int32(mayDiffer * Double(bands.count))
        for entry in Swift.stride(from: first, through: last, by: 8) {
            var misses = SIMD8<Int32>.zero
            var seen = 0
            for count in counted where count >= fewestBands {
                for band in bands[seen..<count] {
                    misses &-= (band.contrasts(from: entry, width: width) .<= limit).words
                }
                seen = count
                let allowed = Int32(mayDiffer * Double(count))
                for lane in 0..<min(8, last - entry + 1) where misses[lane] <= allowed {
                    tell(entry + lane, width: width, bands, deepest: count, &sureness, &starts)
                }
                // Nor will more bands help where so many speak against it.
                if misses.min() > most { break }
            }
        }
    }

    /// Notes a bar that may be a shadow by the deepest bands, with where it begins: down from there it is darker than its flanks
    /// by half of its contrast and more.
    private static func tell(
        _ entry: Int,
        width: Int,
        _ bands: [Band],
        deepest: Int,
        _ sureness: inout [Float],
        _ starts: inout [Int]
    ) {
        let own = entry - pad..<entry - pad + width
        guard own.contains(where: { sureness[$0] < 1 }) else { return }
        let contrasts = bands.map { $0.contrast(from: entry, width: width) }
        let contrast = contrasts.prefix(deepest).sorted()[Int(mayDiffer * Double(deepest))]
        let span = Self.contrasts.upperBound - Self.contrasts.lowerBound
        let sure = min(1, (contrast - Self.contrasts.lowerBound) / span)
        // Two depths in a row that are not dark end it.
        var (start, misses) = (PolarStatistics.bands, 0)
        for (band, own) in zip(bands, contrasts) where misses < 2 {
            misses = own < contrast / 2 ? misses + 1 : 0
            if misses == 0 { start = band.number }
        }
        for column in own where sure > sureness[column] { (sureness[column], starts[column]) = (sure, start) }
    }

    /// Mean share of the usual brightness of each column over these bands; nil where no band knows it.
    private static func brightness(_ bands: ArraySlice<Band>) -> [Float?] {
        (0..<columns).map { column in
            var (sum, count) = (Float(0), Float(0))
            for band in bands {
                sum += band.sum(pad + column + 1) - band.sum(pad + column)
                count += band.count(pad + column + 1) - band.count(pad + column)
            }
            return count > 0 ? sum / count : nil
        }
    }
}
