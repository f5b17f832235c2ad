/// Recognises a probe in air where nothing but its reverberation is drawn, so that no outline can be told.
///
/// What comes back from air is the probe's own face again and again: bright bands at equal distances, parallel to the face,
/// alike on all lines, weaker from one to the next, and below them nothing at all (domain reference §1.20). The widest band is
/// fitted by a circle about the probe's centre, or by a level line, and what lies along its normals is compared.
/// Tissue, however dark, differs from line to line.
enum AirArcs {
    /// Grey above the background from which a pixel is bright, and up to which a place is empty.
    private static let bright = 60
    private static let empty = 6.0
    /// Least width of the widest band, against the picture's.
    private static let leastWidth = 0.1
    /// Bands that are tried, the widest first: the faintest may be ragged.
    private static let mostBands = 6
    /// Lines along which the picture is read, and the part of the band that they start from.
    static let lines = 48
    static let part = 0.1...0.9
    /// Pixels by which nine tenths of a level band may stray, least bands of an arc and of level lines, and the widest angle.
    static let levelSlack = 2.0
    private static let leastBands = (arc: 2, level: 3)
    static let widestHalf = 1.3
    /// Largest deviation of the band from its circle, in pixels and against its radius.
    static let mostDeviation = (pixels: 1.5, radius: 0.015)
    /// Least correlation of a line with the mean of all, and share of the lines that have it.
    ///
    /// Reverberation comes from the probe itself and differs from line to line by noise only: 0.88 and more in simulated air,
    /// four fifths of the lines. Layers of a picture so dark that little else is left have speckle: up to 0.81 where seen.
    private static let likeness = 0.85
    private static let leastAlike = 0.8
    /// Least length of nothing below, against the bands' and against the picture's height.
    private static let leastEmpty = (bands: 1.5, height: 0.25)

    /// Largest deviation of a distance between neighbouring bands from the mean distance, against it: multiples of the face lie
    /// equally far apart, layers of tissue in a small picture on a black screen do not.
    private static let mostUneven = 0.25

    /// Share of the grid that may be brighter than this above the background: nearly all pictures are done here.
    private static let mostBright = (share: 0.15, grey: 10)

    /// Whether the picture shows reverberation and nothing else.
    ///
    /// - Parameters:
    ///   - luma: The picture.
    ///   - picture: The same on the grid.
    ///   - background: Grey of its screen.
    static func isInAir(_ luma: GreyPlane, picture: ReducedPicture, background: Int) -> Bool {
        // A grey screen may be lighter than the dark of the ultrasound.
        var levels = LevelCounts()
        levels.add(picture.mean.span.bytes)
        let counts = levels.counts
        let screen = max(background, counts.indices.max { counts[$0] < counts[$1] } ?? 0)
        let brightCells = counts.dropFirst(min(255, screen + mostBright.grey)).reduce(0, +)
        guard Double(brightCells) <= mostBright.share * Double(picture.mean.count),
            let strokes = ScreenStrokes(luma: luma, outline: OutlineRange([]), black: screen)
        else { return false }
        return strokes.pieces.filter { isBand($0, of: luma) }.sorted { $0.box.width > $1.box.width }.prefix(mostBands)
            .contains { isReverberation($0.box, of: luma, screen: screen) }
    }

    /// Whether a band is one of several, with nothing below them.
    private static func isReverberation(_ band: PixelBox, of luma: GreyPlane, screen: Int) -> Bool {
        guard let face = Face(luma, band: band, level: screen + bright - 1) else { return false }
        let samples = face.samples(of: luma, background: Double(screen))
        guard samples.depths > 0 else { return false }
        let mean = (0..<samples.depths).map { samples.mean($0) }
        guard let bands = Bands(mean, start: samples.origin),
            bands.peaks >= (face.isLevel ? leastBands.level : leastBands.arc),
            bands.unevenness <= mostUneven
        else { return false }
        let rest = samples.depths - bands.range.upperBound
        guard Double(rest) >= leastEmpty.bands * Double(bands.range.count),
            Double(rest) >= leastEmpty.height * Double(luma.height)
        else { return false }
        var alike = 0
        for line in 0..<lines {
            let below = (bands.range.upperBound..<samples.depths).map { samples[line, $0] }
            if below.reduce(0, +) / Double(max(1, below.count)) > empty { return false }
            if correlation(bands.range.map { (samples[line, $0], mean[$0]) }) >= likeness { alike += 1 }
        }
        return Double(alike) >= leastAlike * Double(lines)
    }

    /// Whether a bright piece can be a band: wide, in the upper half, no bar at the very top.
    private static func isBand(_ piece: ScreenStrokes.Piece, of luma: GreyPlane) -> Bool {
        Double(piece.box.width) >= leastWidth * Double(luma.width) && piece.box.y * 2 <= luma.height
            && piece.box.y * 50 >= luma.height && piece.box.height <= piece.box.width
    }

    private static func correlation(_ pairs: [(Double, Double)]) -> Double {
        let count = Double(max(1, pairs.count))
        let (first, second) = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
        var (both, one, other) = (0.0, 0.0, 0.0)
        for pair in pairs {
            both += (pair.0 - first) * (pair.1 - second)
            one += (pair.0 - first) * (pair.0 - first)
            other += (pair.1 - second) * (pair.1 - second)
        }
        return one > 0 && other > 0 ? both / (one * other).squareRoot() : 0
    }

    /// Bright bands of the mean line about a depth.
    private struct Bands {
        /// From before the first to behind the last.
        let range: Range<Int>
        /// How many there are.
        let peaks: Int
        /// Largest deviation of the distances between neighbours from their mean, against it; 0 for fewer than three bands.
        let unevenness: Double

        /// Nil where they do not grow weaker.
        init?(_ mean: [Double], start: Int) {
            guard mean.indices.contains(start) else { return nil }
            // A stretch without anything parts them from the header above and from what lies below.
            let longest = max(8, mean.count / 14)
            var (first, last) = (start, start)
            var index = start
            while index >= 0, first - index <= longest {
                if mean[index] > AirArcs.empty { first = index }
                index -= 1
            }
            index = start
            while index < mean.count, index - last <= longest {
                if mean[index] > AirArcs.empty { last = index }
                index += 1
            }
            var peaks: [(start: Int, top: Int, grey: Double)] = []
            var (start, top, peak, valley, lowest) = (first, first, 0.0, 0.0, first)
            var isRising = true
            for index in first...last + 1 {
                let value = mean.indices.contains(index) ? mean[index] : 0
                if isRising {
                    if value > peak { (peak, top) = (value, index) }
                    if value < 0.7 * peak, peak > 2 * AirArcs.empty {
                        peaks.append((start, top, peak))
                        (isRising, valley, lowest) = (false, value, index)
                    }
                } else {
                    if value < valley { (valley, lowest) = (value, index) }
                    if value > valley * 1.4 + AirArcs.empty {
                        (isRising, peak, top, start) = (true, value, index, lowest)
                    }
                }
            }
            // A header close above is no band: the face itself is the brightest.
            guard let brightest = peaks.indices.max(by: { peaks[$0].grey < peaks[$1].grey }) else { return nil }
            let bands = peaks[brightest...]
            guard zip(bands, bands.dropFirst()).allSatisfy({ $1.grey <= 1.15 * $0.grey }) else { return nil }
            self.peaks = bands.count
            let distances = zip(bands, bands.dropFirst()).map { Double($1.top - $0.top) }
            let usual = distances.reduce(0, +) / Double(max(1, distances.count))
            unevenness = usual > 0 ? (distances.map { abs($0 - usual) }.max() ?? 0) / usual : 0
            range = max(0, peaks[brightest].start)..<min(mean.count, last + 3)
        }
    }
}
