internal import CRasterCodecs

/// Whether a picture can be ultrasound at all: cues that hold for every scanner, none of them fine.
///
/// B-mode is grey on dark. A picture is refused only where it is plainly something else; a dark grey photograph
/// may pass as ultrasound, an ultrasound picture must not pass as a photograph.
enum PictureKind {
    /// Colour share above which no ultrasound screen lies, colour Doppler and four-part layouts included
    /// (largest seen: 0.21).
    static let mostColour = 0.4
    /// Colour share above which the picture must also be dark, as ultrasound screens are.
    static let someColour = 0.12
    /// Least share of dark cells in a picture with that much colour.
    static let leastDark = 0.2
    /// Grey up to which a cell is dark.
    static let dark = 24
    private static let darkGrey = UInt8(dark)
    /// Least share of lit cells where the grey bends: drawings and gradients hardly bend at all
    /// (smoothest ultrasound seen: 0.64).
    static let leastBent = 0.3
    /// Cells apart at which a smeared picture bends, and the share of lit cells at which it does.
    private static let smear = 4
    private static let leastSmearedBent = 0.5
    /// Share of white among lit cells from which a picture with next to nothing between black and white is a
    /// drawing or a page; overdriven ultrasound keeps its shades.
    static let mostWhite = 0.45
    /// Share of shades among lit cells that ultrasound keeps.
    static let leastShades = 0.2

    /// Lightest grey that a screen has around its picture (domain reference §1.1).
    static let lightestScreen = 40
    /// Share of dark cells up to which a picture is bright all over.
    static let hardlyDark = 0.1
    /// Ratio of the differences between neighbouring columns to those between neighbouring rows from which a picture that
    /// is bright all over is a photograph.
    ///
    /// An ultrasound beam is wider than its pulse is long, so echoes lie along the rows (0.3 to 0.81 in real pictures, by
    /// cells); what a camera sees has no such direction (0.93 to 1.1).
    static let mostUpright = 0.95

    /// Whether the picture is plainly no ultrasound.
    static func isNotUltrasound(_ picture: ReducedPicture, background: Int) -> Bool {
        if picture.colourShare > mostColour { return true }
        let mean = picture.mean.span
        let width = picture.width
        guard width >= 3, picture.height >= 3 else { return false }
        // A grey screen is dark where it is no brighter than its own background; no screen's is lighter than this.
        let surround = background <= lightestScreen ? max(dark, background + Foreground.steps.upperBound) : dark
        let limits = Limits(
            least: UInt8(clamping: background + Foreground.steps.upperBound),
            surround: UInt8(clamping: surround)
        )
        var sums = Sums()
        var rows = 0
        // Every second row tells as much.
        for y in stride(from: 1, to: picture.height - 1, by: 2) {
            rows += 1
            sums.add(mean, row: y, width: width, limits)
        }
        let (darkCells, backgroundCells, lit) = (sums.dark, sums.surround, sums.lit)
        let (white, shades, bent) = (sums.white, sums.shades, sums.bent)
        let (changesAcross, changesDown) = (sums.across, sums.down)
        let darkShare = Double(darkCells) / Double(max(1, (width - 2) * rows))
        if picture.colourShare > someColour, darkShare < leastDark { return true }
        let surroundShare = Double(backgroundCells) / Double(max(1, (width - 2) * rows))
        if surroundShare <= hardlyDark, Double(changesAcross) >= mostUpright * Double(changesDown), changesDown > 0 {
            return true
        }
        guard lit > 0 else { return false }
        if Double(white) > mostWhite * Double(lit), Double(shades) < leastShades * Double(lit) { return true }
        // A page is white up to its edges, with nothing dark but strokes.
        if Double(white) > mostWhite * Double(lit), darkShare < leastDark / 2, frameIsWhite(picture) { return true }
        return Double(bent) < leastBent * Double(lit) && !isSmeared(picture, above: limits.least)
    }

    /// Whether grey that hardly bends from cell to cell bends all the same over a few of them: a picture out of focus, or one
    /// that was enlarged.
    ///
    /// A gradient bends nowhere, and a drawing only along its lines.
    private static func isSmeared(_ picture: ReducedPicture, above least: UInt8) -> Bool {
        let (width, height) = (picture.width, picture.height)
        let mean = picture.mean.span
        var (lit, bent) = (0, 0)
        for y in stride(from: smear, to: height - smear, by: 2) {
            for x in smear..<max(smear, width - smear) {
                let index = y &* width &+ x
                guard mean[index] > least else { continue }
                lit += 1
                let twice = 2 * Int(mean[index])
                let across = Int(mean[index &- smear]) + Int(mean[index &+ smear]) - twice
                let down = Int(mean[index &- smear &* width]) + Int(mean[index &+ smear &* width]) - twice
                if max(abs(across), abs(down)) >= GreyBend.least { bent += 1 }
            }
        }
        return lit > 0 && Double(bent) >= leastSmearedBent * Double(lit)
    }

    /// Grey above which a cell is lit, and up to which it is as dark as the screen.
    private struct Limits {
        var least: UInt8
        var surround: UInt8
    }

    /// What is counted over the cells that have neighbours all around.
    private struct Sums {
        var dark = 0
        var surround = 0
        var lit = 0
        var white = 0
        var shades = 0
        var bent = 0
        /// Differences of grey to the neighbour at the left and above.
        var across = 0
        var down = 0

        /// Adds a row, sixteen cells at a time.
        mutating func add(_ mean: Span<UInt8>, row: Int, width: Int, _ limits: Limits) {
            typealias Bytes = SIMD16<UInt8>
            let one = Bytes(repeating: 1)
            let (least, surround) = (Bytes(repeating: limits.least), Bytes(repeating: limits.surround))
            let start = row &* width
            var x = 1
            while x < width &- 1 {
                // Flags of a lane are 0 or 1 and rows are summed in parts, so that a byte holds them.
                var counts = (dark: Bytes.zero, surround: Bytes.zero, lit: Bytes.zero)
                var litCounts = (white: Bytes.zero, shades: Bytes.zero, bent: Bytes.zero)
                var changes = (across: SIMD2<UInt64>.zero, down: SIMD2<UInt64>.zero)
                let end = min(width &- 1, x &+ 16 &* 128)
                while x < end {
                    let index = start &+ x
                    let rest = width &- 1 &- x
                    // Lanes from 0 on that are still in the row.
                    let isOwn = rest >= 16 ? Bytes(repeating: 255) : Self.first(rest)
                    let value = mean.lanes(at: index)
                    let (left, right) = (mean.lanes(at: index &- 1), mean.lanes(at: index &+ 1))
                    let (above, below) = (mean.lanes(at: index &- width), mean.lanes(at: index &+ width))
                    counts.dark &+= (value .<= Bytes(repeating: PictureKind.darkGrey)).bytes & isOwn & one
                    counts.surround &+= (value .<= surround).bytes & isOwn & one
                    changes.across &+= sono_distances(value & isOwn, left & isOwn)
                    changes.down &+= sono_distances(value & isOwn, above & isOwn)
                    let isLit = (value .> least).bytes & isOwn & one
                    counts.lit &+= isLit
                    litCounts.white &+= (value .>= Bytes(repeating: 245)).bytes & isLit
                    litCounts.shades &+=
                        (value .> Bytes(repeating: 30)).bytes & (value .< Bytes(repeating: 200)).bytes & isLit
                    let bends = GreyBend.sizes(value, left, right) | GreyBend.sizes(value, above, below)
                    litCounts.bent &+= (bends .> Bytes.zero).bytes & isLit
                    x &+= 16
                }
                dark &+= Self.sum(counts.dark)
                self.surround &+= Self.sum(counts.surround)
                lit &+= Self.sum(counts.lit)
                white &+= Self.sum(litCounts.white)
                shades &+= Self.sum(litCounts.shades)
                bent &+= Self.sum(litCounts.bent)
                across &+= Int(changes.across.wrappedSum())
                down &+= Int(changes.down.wrappedSum())
            }
        }

        /// 255 in the first lanes.
        private static func first(_ count: Int) -> SIMD16<UInt8> {
            var lanes = SIMD16<UInt8>.zero
            for lane in 0..<max(0, min(16, count)) { lanes[lane] = 255 }
            return lanes
        }

        private static func sum(_ lanes: SIMD16<UInt8>) -> Int {
            Int(sono_distances(lanes, SIMD16<UInt8>.zero).wrappedSum())
        }
    }

    /// Whether nine tenths of the outermost cells are white.
    private static func frameIsWhite(_ picture: ReducedPicture) -> Bool {
        let (width, height) = (picture.width, picture.height)
        var white = 0
        for x in 0..<width {
            for y in [0, height - 1] where picture.mean[y * width + x] >= 245 { white += 1 }
        }
        for y in 0..<height {
            for x in [0, width - 1] where picture.mean[y * width + x] >= 245 { white += 1 }
        }
        return white * 10 >= 2 * (width + height) * 9
    }
}
