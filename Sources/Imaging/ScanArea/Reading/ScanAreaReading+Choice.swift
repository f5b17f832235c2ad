/// Which grey is content: one that clearly exceeds the background, or any that does.
extension ScanAreaReading {
    /// Share of the outline that faint content must fill: what is darker is shadow, fluid or a black-out.
    private static let leastFilled = 0.9
    /// The same of its own rows: what fills an outline has next to no holes in them.
    private static let leastInRows = 0.95
    /// The same of the outline of what is clear, which may be too wide.
    private static let leastInFirst = 0.7
    /// Share of its border at which faint content must end, and by how much that must exceed the share of the clear one.
    private static let leastSupported = 0.85
    private static let leastGain = 0.05
    /// Share of the faint content that may lie outside: letters and bars of the screen.
    private static let mostBeside = 0.06

    /// Share of a picture sunk below its screen that differs from it, and of its border and either side at which that ends.
    private static let leastSunken = 0.8
    /// Per cent of the content below its bright parts, their usual grey, and the most that a dark picture is brightened.
    private static let brightPart = 90
    private static let usualGrey = 120
    private static let mostGain = 8

    /// The best reading of a picture.
    ///
    /// A scanner draws its picture on a screen of one grey, and even where no echo comes back the picture is seldom
    /// exactly that grey: the smallest step of the display is above it, or noise is. So where all that differs from the
    /// screen fills one outline and next to nothing else, that is the scan area, however dark it is; dark depth, fluid
    /// and a low gain are in it then. Lossy compression smears over the screen, and then the clear content must do.
    static func best(of image: UltrasoundImage, picture: ReducedPicture, foreground: Foreground)
        -> Outcome
    {
        let seen = better(of: image, picture: picture, foreground: foreground)
        if case .refused(.render3D) = seen { return seen }
        let gain = gain(of: picture, above: foreground.threshold)
        let isCoarse = PoorQuality.isCoarse(picture, foreground: foreground)
        if case .found(var reading) = seen, reading.confidence >= ScanArea.surety {
            // What was rounded, darkened or smeared may end where it does for that alone.
            guard isCoarse || PoorQuality.isDark(gain: gain), !reading.isDual,
                reading.isContradicted(by: { read($0, picture, of: image, foreground: foreground) })
            else { return seen }
            reading.isDoubtful = true
            return .found(reading)
        }
        if let brighter = brighter(of: image, picture: picture, foreground: foreground, gain: gain) {
            return .found(brighter)
        }
        var first: ScanAreaReading?
        switch seen {
        case .found(let reading): first = reading
        case .refused(.geometryUncertain): break
        case .refused: return seen
        }
        // Where grey is neither rounded nor smeared, lines were lost or sides are not shown, and other looks lose the same lines.
        guard isCoarse else { return seen }
        return agreed(first, looks(at: picture, of: image, foreground: foreground)).map { .found($0) } ?? seen
    }

    /// A picture that has sunk below the grey of its own screen; nil where none is seen surely.
    ///
    /// A grabber's black is no 0, and a screen's own grey may hardly exceed it. Where gain is so low, or steps of grey are so
    /// coarse, that most of the ultrasound is black, it is a dark hole in an even screen, with edges all around.
    static func sunken(in image: UltrasoundImage, picture: ReducedPicture, foreground: Foreground) -> ScanAreaReading? {
        guard !foreground.isGrey else { return nil }
        let grey = Foreground(picture, darkestGrey: Foreground.hardlyGrey)
        guard grey.isGrey, case .found(let reading) = better(of: image, picture: picture, foreground: grey),
            !reading.isDual, reading.confidence >= ScanArea.surety, reading.agreement.filled >= leastSunken,
            reading.agreement.supported >= leastSunken,
            min(reading.agreement.leftSide, reading.agreement.rightSide) >= leastSunken
        else { return nil }
        return reading
    }

    /// What a dark picture shows when it is as bright as usual ones; nil where it is not dark or that is not sure either.
    private static func brighter(
        of image: UltrasoundImage,
        picture: ReducedPicture,
        foreground: Foreground,
        gain: Int
    ) -> ScanAreaReading? {
        // In the dark, echoes differ by as little as the grey of a panel does.
        guard gain > 1, !foreground.isGrey else { return nil }
        let brighter = ReducedPicture(picture, of: image, gain: gain)
        guard case .found(let reading) = better(of: image, picture: brighter, foreground: Foreground(brighter)),
            !reading.isDual, reading.confidence >= ScanArea.surety
        else { return nil }
        return reading
    }

    /// What other looks make of a picture.
    private static func looks(at picture: ReducedPicture, of image: UltrasoundImage, foreground: Foreground)
        -> [ScanAreaReading]
    {
        OtherLook.allCases.compactMap { read($0, picture, of: image, foreground: foreground) }
    }

    /// What one other look makes of it; nil where it finds nothing.
    private static func read(
        _ look: OtherLook,
        _ picture: ReducedPicture,
        of image: UltrasoundImage,
        foreground: Foreground
    ) -> ScanAreaReading? {
        guard let taken = look.taken(of: image, picture: picture, foreground: foreground),
            case .found(let reading) = better(of: image, picture: taken.picture, foreground: taken.foreground)
        else { return nil }
        return reading
    }

    /// By how much a dark picture's grey is to be multiplied so that its bright parts have the grey of usual ones; 1 for
    /// usual ones.
    private static func gain(of picture: ReducedPicture, above threshold: UInt8) -> Int {
        var levels = LevelCounts()
        levels.add(picture.mean.span.bytes)
        var counts = levels.counts
        for grey in 0..<Int(threshold) { counts[grey] = 0 }
        var rest = counts.reduce(0, +) * (100 - brightPart) / 100
        let bright = counts.indices.reversed().first { grey in
            rest -= counts[grey]
            return rest < 0
        }
        return min(mostGain, usualGrey / max(1, bright ?? usualGrey))
    }

    private static func better(
        of image: UltrasoundImage,
        picture: ReducedPicture,
        foreground: Foreground
    ) -> Outcome {
        let clear = read(image, picture: picture, foreground: foreground, clear: foreground)
        switch clear {
        case .found(let reading) where reading.isDual || reading.agreement.supported > 1 - leastGain:
            return clear
        case .refused(.render3D): return clear
        case .found, .refused: break
        }
        guard let faintest = foreground.faint(picture), mayFill(faintest.map, clear),
            case .found(let faint) = read(
                image,
                picture: picture,
                foreground: faintest,
                clear: foreground,
                leastInRows: leastInRows
            ),
            !faint.isDual, faint.agreement.filled >= leastFilled, faint.agreement.leftOut <= mostBeside,
            faint.agreement.supported >= leastSupported
        else { return clear }
        guard case .found(let other) = clear else { return .found(faint) }
        return faint.confidence >= other.confidence
            && faint.agreement.supported >= other.agreement.supported + leastGain
            ? .found(faint) : clear
    }

    /// Whether a map may fill an outline as a second reading must: it nearly fills the first one's.
    private static func mayFill(_ map: CellMap, _ outcome: Outcome) -> Bool {
        guard case .found(let reading) = outcome else { return true }
        let cells = map.cells.span
        var all = 0
        var set = 0
        let rows = OutlineSlices(reading.outline)
        for y in 0..<map.height {
            for range in rows.ranges(y: Double(y) + 0.5) {
                let low = Int(range.lowerBound.rounded(.up), within: 0...map.width)
                let high = max(low, Int(range.upperBound, within: 0...map.width))
                all += high - low
                for x in low..<high { set &+= Int(cells[y &* map.width &+ x]) }
            }
        }
        return Double(set) >= leastInFirst * Double(all)
    }
}
