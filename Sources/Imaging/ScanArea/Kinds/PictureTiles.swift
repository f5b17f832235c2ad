/// How many pictures one rectangle holds: even lines run straight through it, from edge to edge, and part it evenly.
///
/// The lines may be black, white or grey and a few pixels wide, so they are looked for in pixels. Within one picture nothing
/// is so even over its whole width or height and begins and ends so abruptly; and what is drawn over a picture, a needle's
/// guide or a depth line, hardly ever parts it into pieces of one size.
struct PictureTiles {
    /// Pixels at which every line is looked at before all of it is, and how many may differ.
    private static let probes = 16
    /// By how much the pixels of a line may differ from its usual grey, and the share of them that must not.
    private static let evenness = 8
    private static let leastEven = 0.97
    /// By how much what is beside a gutter differs from it, and on what share of its length: on one side at least, where a
    /// picture's near field begins, and on the other, where the depth of one may be dark.
    private static let contrast = 6
    private static let leastLit = 0.6
    private static let leastOther = 0.15
    /// Lines on either side that are averaged, parts of them that are compared, and parts on either side of one whose mean is
    /// taken off; the correlation from which one picture goes on behind what is drawn over it.
    ///
    /// Two pictures: 0.37 at most where seen. A line of three pixels drawn across one: 0.5 in the middle level, 0.87 upright.
    private static let averaged = 3
    private static let parts = 64
    private static let surroundings = 5
    private static let leastLikeness = 0.45
    /// Difference of the mean grey before and behind a level gutter against their mean up to which brightness goes on, and the
    /// correlation of its course along the gutter from which it does.
    ///
    /// Pictures above each other: 0.29 and more in 95 of 100, and 0.54 at most in as many. A line drawn across one: 0.17 at
    /// most and 0.66 at least in three of four.
    private static let mostStep = 0.25
    private static let leastTrend = 0.5
    /// Pixels across a gutter at least; at most a share of the rectangle's side, or some pixels.
    private static let narrowest = 2
    private static let widest = (share: 0.06, pixels: 12)
    /// By how much of a piece a gutter may be off its place, and most pieces in a row.
    private static let play = 0.1
    private static let mostPieces = 4

    /// Columns of the gutters from left to right and rows of those from top to bottom, in pixels of the picture.
    let across: [Range<Int>]
    let down: [Range<Int>]

    /// Whether there is more than one picture.
    var areSeveral: Bool { !across.isEmpty || !down.isEmpty }

    /// Looks through a rectangle, which must lie in the picture; nil where it is too small to hold two pictures.
    init?(_ box: PixelBox, of luma: GreyPlane) {
        guard min(box.width, box.height) >= 128, box.x >= 0, box.y >= 0, box.x + box.width <= luma.width,
            box.y + box.height <= luma.height
        else { return nil }
        let rows = Lines(
            start: box.y * luma.width + box.x,
            along: 1,
            length: box.width,
            step: luma.width,
            count: box.height
        )
        let columns = Lines(
            start: rows.start,
            along: luma.width,
            length: box.height,
            step: 1,
            count: box.width
        )
        down = Self.gutters(rows, areRows: true, luma).map { $0.lowerBound + box.y..<$0.upperBound + box.y }
        across = Self.gutters(columns, areRows: false, luma).map { $0.lowerBound + box.x..<$0.upperBound + box.x }
    }

    /// Whether what is on one side of some columns goes on behind them, so that they part no two pictures.
    ///
    /// - Parameters:
    ///   - box: The rectangle, which must lie in the picture.
    ///   - columns: Some of its columns.
    ///   - luma: The picture.
    static func goesOn(_ box: PixelBox, across columns: Range<Int>, of luma: GreyPlane) -> Bool {
        let lines = Lines(
            start: box.y * luma.width + box.x,
            along: luma.width,
            length: box.height,
            step: 1,
            count: box.width
        )
        let gutter = columns.lowerBound - box.x..<columns.upperBound - box.x
        return isLevel(profiles(lines, beside: gutter, luma)) && goesOn(lines, across: gutter, luma)
    }

    /// The rows or the columns of a rectangle, in steps through the plane's pixels.
    private struct Lines {
        let start: Int
        /// From one pixel of a line to the next, and how many there are.
        let along: Int
        let length: Int
        /// From one line to the next, and how many there are.
        let step: Int
        let count: Int
    }

    /// The even stretches that part the lines into pieces of one size; none where they don't.
    private static func gutters(_ lines: Lines, areRows: Bool, _ luma: GreyPlane) -> [Range<Int>] {
        let most = max(widest.pixels, Int(widest.share * Double(lines.count)))
        var found: [Range<Int>] = []
        var line = 0
        while line < lines.count {
            guard let level = level(lines, line, luma) else {
                line += 1
                continue
            }
            let start = line
            while line < lines.count, isEven(lines, line, level, luma) { line += 1 }
            let gutter = start..<line
            line += 1
            guard gutter.count >= narrowest, gutter.count <= most, gutter.lowerBound >= 6,
                gutter.upperBound + 6 <= lines.count, isLit(lines, beside: gutter, level, luma),
                !goesOn(lines, across: gutter, luma),
                !(areRows && isSmooth(lines, across: gutter, luma))
            else { continue }
            found.append(gutter)
        }
        // Dark depth may be even here and there; gutters are where pieces of one size end.
        for pieces in 2...mostPieces {
            let parting = (1..<pieces).compactMap { piece in
                found.first { gutter in
                    let middle = Double(gutter.lowerBound + gutter.upperBound) / 2
                    let place = Double(piece * lines.count) / Double(pieces)
                    return abs(middle - place) * Double(pieces) <= play * Double(lines.count)
                }
            }
            if parting.count == pieces - 1 { return parting }
        }
        return []
    }

    /// The usual grey of a line that may be even; nil where a few of its pixels show that it is not.
    private static func level(_ lines: Lines, _ line: Int, _ luma: GreyPlane) -> Int? {
        let pixels = luma.pixels.span
        let start = lines.start &+ line &* lines.step
        let middle = Int(pixels[start &+ lines.length / 2 &* lines.along])
        var misses = 0
        for probe in 0..<probes {
            let place = (2 &* probe &+ 1) &* lines.length / (2 &* probes)
            if abs(Int(pixels[start &+ place &* lines.along]) &- middle) > evenness { misses &+= 1 }
            if misses > 1 { return nil }
        }
        return isEven(lines, line, middle, luma) ? middle : nil
    }

    private static func isEven(_ lines: Lines, _ line: Int, _ level: Int, _ luma: GreyPlane) -> Bool {
        let pixels = luma.pixels.span
        let start = lines.start &+ line &* lines.step
        var misses = lines.length - Int(leastEven * Double(lines.length))
        for place in 0..<lines.length where abs(Int(pixels[start &+ place &* lines.along]) &- level) > evenness {
            misses -= 1
            if misses < 0 { return false }
        }
        return true
    }

    /// Whether a gutter has something else close beside it on both sides, over most of its length.
    private static func isLit(_ lines: Lines, beside gutter: Range<Int>, _ level: Int, _ luma: GreyPlane) -> Bool {
        let pixels = luma.pixels.span
        let shares = [[-3, -5], [2, 4]].map { steps in
            let sides = steps.map { lines.start + (($0 < 0 ? gutter.lowerBound : gutter.upperBound) + $0) * lines.step }
            let lit = (0..<lines.length).count { place in
                sides.contains { abs(Int(pixels[$0 + place * lines.along]) - level) > contrast }
            }
            return Double(lit) / Double(lines.length)
        }
        return max(shares[0], shares[1]) >= leastLit && min(shares[0], shares[1]) >= leastOther
    }

    /// Means of equal parts of the lines beside a gutter: before it, and behind it; nil where there is no room for them.
    private static func profiles(_ lines: Lines, beside gutter: Range<Int>, _ luma: GreyPlane) -> [[Double]]? {
        guard gutter.lowerBound >= 2 + averaged, gutter.upperBound + 2 + averaged <= lines.count else { return nil }
        return [gutter.lowerBound - 2 - averaged, gutter.upperBound + 2].map { first in
            var means = [Double](repeating: 0, count: parts)
            for part in 0..<parts {
                let places = part * lines.length / parts..<(part + 1) * lines.length / parts
                for line in first..<first + averaged {
                    let start = lines.start + line * lines.step
                    for place in places { means[part] += Double(luma.pixels[start + place * lines.along]) }
                }
                means[part] /= Double(averaged * max(1, places.count))
            }
            return means
        }
    }

    /// Whether brightness goes on behind a level gutter as it was before: as much of it, and bright and dark at the same places.
    ///
    /// Below a gutter the near field of another picture begins. Not for upright gutters: at one depth two pictures of one
    /// device are alike.
    private static func isSmooth(_ lines: Lines, across gutter: Range<Int>, _ luma: GreyPlane) -> Bool {
        guard let sides = profiles(lines, beside: gutter, luma), isLevel(sides) else { return false }
        let means = sides.map { $0.reduce(0, +) / Double(parts) }
        return likeness(sides[0].map { $0 - means[0] }, sides[1].map { $0 - means[1] }) >= leastTrend
    }

    /// Whether it is as bright on one side of a gutter as on the other.
    private static func isLevel(_ sides: [[Double]]?) -> Bool {
        guard let means = sides?.map({ $0.reduce(0, +) / Double(parts) }) else { return false }
        return abs(means[0] - means[1]) <= mostStep * (means[0] + means[1]) / 2
    }

    /// Whether what lies before a gutter is so like what lies behind it that it is one picture, with something drawn over it.
    private static func goesOn(_ lines: Lines, across gutter: Range<Int>, _ luma: GreyPlane) -> Bool {
        guard let sides = profiles(lines, beside: gutter, luma) else { return false }
        let details = sides.map { means in
            means.indices.map { part in
                let around = means[max(0, part - surroundings)..<min(parts, part + surroundings + 1)]
                return means[part] - around.reduce(0, +) / Double(around.count)
            }
        }
        return likeness(details[0], details[1]) >= leastLikeness
    }

    /// Correlation of two series of mean 0; 0 where one has no ups and downs.
    private static func likeness(_ one: [Double], _ other: [Double]) -> Double {
        let both = zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
        let powers = [one, other].map { $0.reduce(0) { $0 + $1 * $1 } }
        guard powers[0] > 0, powers[1] > 0 else { return 0 }
        return both / (powers[0] * powers[1]).squareRoot()
    }
}
