import Foundation

/// Outlines that are told by something other than where content ends, for pictures in which content does not tell.
extension ScanAreaReading {
    /// Share of the picture's main content that may lie outside of such an outline.
    private static let mostOutside = 0.02
    /// Share of what is faint that may lie outside of an outline around it: letters, bars and marks.
    private static let mostBeside = 0.06
    /// Rows at the top of the content, against the picture's height, whose middle is a sector's tip.
    private static let tipShare = 0.01
    /// Radians by which a sector's sides may miss mirroring each other.
    private static let mostAskew = 6 * Double.pi / 180
    /// Width against height of a picture that shows a screen of 4 : 3 as one of 16 : 9 at least, and by how much it is wider
    /// then than it was.
    private static let wide = 1.7
    private static let stretch = 4.0 / 3
    /// Share of the height between its tip and what is below it that a sector takes at least.
    private static let leastRoom = 0.85
    /// Share of the picture's width that a line below a sector takes at least.
    private static let lineShare = 0.5

    /// A sector with a scale along its side, a fan whose border is a step of the screen's exact grey, or a fan of noise from
    /// a probe in air; nil for none of them.
    ///
    /// - Parameters:
    ///   - outcome: What content tells: where that is sure, only what goes on beyond it tells better.
    ///   - image: The picture.
    ///   - picture: The same on the grid.
    ///   - foreground: What stands out from its background.
    static func otherwise(
        than outcome: Outcome,
        _ image: UltrasoundImage,
        picture: ReducedPicture,
        foreground: Foreground
    ) -> ScanAreaReading? {
        guard !foreground.isGrey else { return nil }
        var least = 0.0
        if !outcome.isUnsure {
            guard case .found(let reading) = outcome, reading.outline.isFan, !reading.isDual else { return nil }
            let native = reading.outline.scaled(by: picture, width: image.luma.width, height: image.luma.height)
            let screen = UInt8(clamping: foreground.background)
            if ScreenStep(image.luma, outline: native, screen: screen, places: ScreenStep.fewPlaces).goesOn {
                return stepped(image, picture: picture, foreground: foreground)
            }
            guard native.shape == .sector, case .fan(_, _, _, let outer, _, _) = native.geometry,
                SideRuler.mayGoOn(beyond: native, image.luma, black: foreground.echoFree)
            else { return nil }
            least = outer
        }
        let content = PackedCells(foreground.map)
        var broad = content
        broad.close(1, thenOpen: 2)
        let runs = CellRuns(broad)
        guard let main = runs.parts.first else { return nil }
        var region = runs.cells(of: [main.label])
        region.grow(2)
        region.intersect(content)
        func reading(_ outline: ScanOutline) -> ScanAreaReading? {
            var agreement = OutlineAgreement(
                outline,
                region: region,
                content: foreground.map,
                solid: broad,
                picture: picture,
                foreground: foreground
            )
            guard agreement.outside <= mostOutside else { return nil }
            agreement.isBorneOutOtherwise = true
            let reading = ScanAreaReading(
                outline: outline,
                agreement: agreement,
                isDoubtful: false,
                isDual: false,
                picture: picture,
                foreground: foreground
            )
            return reading.confidence >= ScanArea.surety ? reading : nil
        }
        if let outline = sector(image, picture: picture, foreground: foreground, region: region, beyond: least),
            let found = reading(outline)
        {
            return found
        }
        guard outcome.isUnsure else { return nil }
        if let found = stepped(image, picture: picture, foreground: foreground) { return found }
        // Where the face is nobody sees; that nothing but noise is there needs none.
        if let arc = FarArc(OutlineFit(region, picture: picture, background: foreground.background)),
            AirContact.isInAir(arc.outline, picture: picture, background: foreground.echoFree)
        {
            return reading(arc.outline)
        }
        return nil
    }

    /// The fan around all that is not of the screen's very grey, where its border is a step.
    private static func stepped(_ image: UltrasoundImage, picture: ReducedPicture, foreground: Foreground)
        -> ScanAreaReading?
    {
        guard let faint = foreground.faint(picture),
            case .found(var reading) = read(image, picture: picture, foreground: faint, clear: foreground),
            !reading.isDual, !reading.isDoubtful, reading.outline.isFan, reading.agreement.outside <= mostOutside,
            reading.agreement.leftOut <= mostBeside
        else { return nil }
        let native = reading.outline.scaled(by: picture, width: image.luma.width, height: image.luma.height)
        let step = ScreenStep(image.luma, outline: native, screen: UInt8(clamping: foreground.background))
        guard step.bearsOut else { return nil }
        reading.agreement.isBorneOutOtherwise = true
        return reading.confidence >= ScanArea.surety ? reading : nil
    }

    /// The sector about a tip whose side and depth a scale tells, if a mark of it lies beyond a depth in pixels.
    private static func sector(
        _ image: UltrasoundImage,
        picture: ReducedPicture,
        foreground: Foreground,
        region: PackedCells,
        beyond least: Double
    ) -> ScanOutline? {
        let (width, height) = (Double(picture.width), Double(picture.height))
        guard let top = (0..<region.height).first(where: { region.ends(row: $0) != nil }) else { return nil }
        let rows = top...min(region.height - 1, top + Int(tipShare * height))
        let ends = rows.compactMap { region.ends(row: $0) }
        let middle = ends.reduce(0.0) { $0 + 0.5 * Double($1.first + $1.last + 1) } / Double(ends.count)
        let tip = PixelPoint(x: picture.pixels(middle), y: picture.pixels(Double(top)))
        guard let ruler = SideRuler(image.luma, black: foreground.echoFree, tip: tip),
            ruler.depth >= least + 0.5 * ruler.pitch
        else { return nil }
        let start = ruler.start
        // The far end lies between the last mark and where the next one would be: half of that errs least.
        let depth = ruler.depth + 0.5 * ruler.pitch
        let scale = Double(picture.scale)
        let apex = PixelPoint(x: (start.x + 0.5) / scale, y: (start.y + 0.5) / scale)
        let lean = abs(ruler.lean)
        // A sector may be a little askew; where echoes tell the other side it is theirs.
        let fit = OutlineFit(region, picture: picture, background: foreground.background)
        let seen = FarArc.lean(of: fit, isLeft: ruler.lean > 0, about: apex, radius: depth / scale)
        let other = seen.flatMap { abs($0 - lean) <= mostAskew ? $0 : nil } ?? lean
        let room = levelLine(in: foreground.map, below: region).map(Double.init) ?? height
        var lowest = apex.y + depth / scale
        // No scanner draws a far end that has no room on its screen: it is an ellipse then, of a screen shown too wide. Where
        // a wide picture has room for it, that is one shown as it is, or too wide and with some marks unseen.
        let isWide = width >= wide * height
        guard isWide == (lowest > room) else { return nil }
        if isWide {
            let (x, y) = (depth * sin(lean) / stretch, depth * cos(lean))
            lowest = apex.y + (x * x + y * y).squareRoot() / scale
            guard lowest <= room else { return nil }
        }
        // A sector fills its room; where it ends far above it the last marks of the scale were not seen.
        guard lowest - apex.y >= leastRoom * (room - apex.y) else { return nil }
        return ScanOutline(
            shape: .sector,
            geometry: .fan(
                apexX: apex.x,
                apexY: apex.y,
                innerRadius: 0,
                outerRadius: depth / scale,
                startAngle: .pi / 2 - (ruler.lean > 0 ? lean : other),
                endAngle: .pi / 2 + (ruler.lean > 0 ? other : lean)
            ),
            minX: 0,
            minY: 0,
            maxX: width,
            maxY: min(height, lowest)
        )
    }

    /// The first row below a region that content fills the better part of: the base of a trace, or a footer.
    private static func levelLine(in content: CellMap, below region: PackedCells) -> Int? {
        guard let last = (0..<region.height).last(where: { region.ends(row: $0) != nil }) else { return nil }
        return (last + 1..<max(last + 1, content.height)).first { row in
            let cells = content.cells[row * content.width..<(row + 1) * content.width]
            return Double(cells.count { $0 != 0 }) >= lineShare * Double(content.width)
        }
    }
}

extension ScanAreaReading.Outcome {
    /// Whether nothing was found that could be graded, and nothing that tells why not.
    var isUnsure: Bool {
        switch self {
        case .found(let reading): reading.confidence < ScanArea.surety
        case .refused(let condition): condition == .geometryUncertain
        }
    }
}
