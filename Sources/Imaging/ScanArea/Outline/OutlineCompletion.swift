import Foundation

/// Gives an outline back what brightness alone does not show: lines without contact and depth without echoes.
///
/// An outline fitted to what is bright ends where the probe lost contact, so that the fault would take itself out of
/// what is graded. Three things tell that the scan area goes on where it is dark, each read along the scan lines:
/// 1. a floor of noise or weak echoes above the background, or the near field of the probe's face, that ends sharply;
/// 2. the other side: an unsteered probe's fan is symmetric about its axis;
/// 3. the picture's edges: what is cropped to the ultrasound on three sides is cropped to it on the fourth.
struct OutlineCompletion {
    /// Lines of a strip, as a share of the outline's lines.
    private static let strip = 1.0 / 64
    /// Share of a strip's or tile's cells above the floor that makes it part of the scan; in dead ones less show.
    private static let alive = 0.35
    private static let dead = 0.12
    /// Share of a strip's first cells that a near field fills at least: reverberation leaves thin stripes.
    private static let nearField = 0.2
    /// Cells of depth, and share of the depth, in which a near field lies.
    private static let nearCells = 4.0
    private static let nearShare = 0.04
    /// Cells above the face at which a near field has not begun.
    private static let headerGap = 1.5
    /// Strips that a floor takes at least where the strip next to the outline shows none: what is narrower and stands off the
    /// picture is a bar or a scale beside it.
    private static let leastApart = 4
    /// Strips that a near field beside the outline takes at least: a twelfth of the lines.
    private static let leastNearStrips = 6
    /// Sectors across, and lines in each, on which depth is judged.
    private static let sectors = 24
    private static let linesPerSector = 3
    /// Cells of depth judged together: noise near the threshold of the display leaves single specks.
    private static let bandCells = 6
    /// Share of a tile's cells, and of a band's sectors, that noise shows in.
    private static let noisyCells = 0.08
    private static let noisySectors = 0.6
    /// By how much the grey of noise exceeds the floor at most.
    private static let noiseRange = 40
    /// Difference of leans, in radians, above which a fan is not symmetric: beyond what fitting leaves.
    private static let askew = 4 * Double.pi / 180
    /// The same above which one side is not where its lines end.
    private static let lopsided = 6 * Double.pi / 180
    /// Tilt, in radians, that widening may add: the width of a strip.
    private static let play = 2 * Double.pi / 180
    /// Share of a wedge's cells that letters and marks may cover without it being content.
    private static let chromeShare = 0.08
    /// Share of a wedge that must lie in the picture for its darkness to mean something.
    private static let visibleShare = 0.6
    /// Share of a side at which content must end for the other to be its mirror image.
    private static let sideSupport = 0.35

    let picture: ReducedPicture
    let foreground: Foreground

    /// The outline with its dark parts, and whether it may still leave out lost lines.
    func completed(_ outline: ScanOutline) -> (outline: ScanOutline, isDoubtful: Bool) {
        // On a grey screen all that is dark was seen already.
        if foreground.isGrey { return (outline, false) }
        let whole = deepened(mirrored(widened(outline)))
        // A cropped picture's frame may cut off one side only, and the other one leans outwards then.
        if whole.shape != .fullFrame || whole.narrowing > Self.lopsided, whole.lopsidedness > Self.lopsided {
            return (whole, true)
        }
        let (outline, isDoubtful) = uncropped(whole)
        return (outline, isDoubtful || isOffCentre(outline))
    }

    // MARK: Sides

    /// The outline with the dark lines beside it that show a noise floor or a near field.
    private func widened(_ outline: ScanOutline) -> ScanOutline {
        let low = reach(outline, from: 0, step: -Self.strip)
        let high = reach(outline, from: 1, step: Self.strip)
        guard low < 0 || high > 1 else { return outline }
        let result = outline.widened(to: low...high)
        // A fan that would lean to one side was widened by marks or ragged edges.
        return result.tilt <= outline.tilt + Self.play ? result : outline
    }

    /// The line up to which live strips follow the side `first`; `first` where there are none or they do not end.
    private func reach(_ outline: ScanOutline, from first: Double, step: Double) -> Double {
        var lastFloor = 0
        var firstFloor: Int?
        var lastNear = 0
        var index = 0
        while index < 64 {
            guard let strip = liveliness(outline, line: first + (Double(index) + 0.5) * step) else { break }
            if strip.floor >= Self.alive {
                lastFloor = index + 1
                firstFloor = firstFloor ?? index
            }
            if strip.near >= Self.nearField { lastNear = index + 1 }
            if index >= max(lastFloor, lastNear) + 2 { break }
            index += 1
        }
        // Marks stand at the face's corners, and edges are blurred; a lost contact is wider than both.
        if lastNear < Self.leastNearStrips || outline.width(of: Double(lastNear) * Self.strip, depth: 0) < 3 {
            lastNear = 0
        }
        if lastFloor < 3 || outline.width(of: Double(lastFloor) * Self.strip, depth: 0.5) < 3 { lastFloor = 0 }
        if let firstFloor, firstFloor > 0, lastFloor - firstFloor < Self.leastApart { lastFloor = 0 }
        let last = max(lastFloor, lastNear)
        guard last > 0 else { return first }
        let beyond = (last + 1..<last + 4).compactMap { liveliness(outline, line: first + (Double($0) + 0.5) * step) }
        // What goes on up to the picture's edge is a background.
        guard !beyond.isEmpty, beyond.allSatisfy({ $0.floor < Self.dead && $0.near < 0.5 * Self.nearField }) else {
            return first
        }
        return first + Double(last) * step
    }

    /// Share of one line's cells above the floor, over all depth and in the near field; nil where the line is hardly
    /// in the picture.
    private func liveliness(_ outline: ScanOutline, line: Double) -> (floor: Double, near: Double)? {
        let length = outline.depthLength
        let steps = Int(length, within: 16...1024)
        let near = max(Self.nearCells, Self.nearShare * length) / length
        var cells = 0
        var above = 0
        var nearCells = 0
        var nearAbove = 0
        // What comes down from above the face is a header.
        let line = ScanLine(line, of: outline.geometry)
        let before = index(of: line.point(-Self.headerGap / length))
        let isHeader = before.map { picture.mean[$0] >= foreground.threshold } ?? false
        for step in 0..<steps {
            let depth = (Double(step) + 0.5) / Double(steps)
            let point = line.point(depth)
            guard let index = index(of: point) else { continue }
            if depth < near, point.y >= outline.minY {
                nearCells += 1
                // Reverberation runs as evenly along the face as the edge of a panel does.
                if !isHeader, picture.mean[index] >= foreground.threshold { nearAbove += 1 }
            }
            guard !isPanel(index) else { continue }
            cells += 1
            if picture.mean[index] >= floor { above += 1 }
        }
        guard Double(cells) >= 0.5 * Double(steps) else { return nil }
        return (
            Double(above) / Double(cells),
            nearCells == 0 ? 0 : Double(nearAbove) / Double(nearCells)
        )
    }

    // MARK: Symmetry

    /// A fan with its narrower side moved to the mirror image of the wider one where nothing but darkness lies between.
    private func mirrored(_ outline: ScanOutline) -> ScanOutline {
        // A flat top does not tell where a fan's axis is.
        guard case .fan(_, _, _, _, let start, let end) = outline.geometry, outline.shape != .trapezoid,
            outline.tilt > Self.askew
        else {
            return outline
        }
        let missesLeft = end - .pi / 2 < .pi / 2 - start
        let wider = missesLeft ? 1.0 : 0.0
        guard OutlineAgreement.support(outline, line: wider, content: foreground.map) >= Self.sideSupport else {
            return outline
        }
        let opening = end - start
        let wedge = missesLeft ? (.pi - start - end) / opening : (start + end - .pi) / opening
        var cells = 0
        var bright = 0
        var samples = 0
        let steps = Int(outline.depthLength / 2, within: 8...512)
        for i in 0..<24 {
            let offset = wedge * (0.1 + 0.9 * (Double(i) + 0.5) / 24)
            let line = ScanLine(missesLeft ? -offset : 1 + offset, of: outline.geometry)
            for j in 0..<steps {
                samples += 1
                let point = line.point((Double(j) + 0.5) / Double(steps))
                guard let grey = grey(at: point) else { continue }
                cells += 1
                if grey >= foreground.threshold { bright += 1 }
            }
        }
        guard Double(cells) >= Self.visibleShare * Double(samples), Double(bright) <= Self.chromeShare * Double(cells)
        else { return outline }
        return outline.widened(to: missesLeft ? -wedge...1 : 0...(1 + wedge))
    }

    /// The outline down to the last depth that shows a floor of noise on most lines and none beside them.
    private func deepened(_ outline: ScanOutline) -> ScanOutline {
        let length = outline.depthLength
        guard length > 8, length < 1e5 else { return outline }
        let band = Double(Self.bandCells) / length
        var last = 0
        var previous = false
        var index = 0
        let lines = (-4 * Self.linesPerSector..<(Self.sectors + 4) * Self.linesPerSector).map { number in
            ScanLine((Double(number) + 0.5) / Double(Self.linesPerSector * Self.sectors), of: outline.geometry)
        }
        while index < 64 {
            guard let share = share(lines, depth: 1 + Double(index) * band, band: band) else { break }
            let isAlive = share.inside >= Self.noisySectors && share.beside <= 0.25 * share.inside
            if isAlive, previous || index == 0 { last = index + 1 }
            previous = isAlive
            index += 1
        }
        // One band may be the blurred end of the echoes.
        guard last >= 2 else { return outline }
        var result = outline.deepened(to: 1 + Double(last) * band)
        result.endsInNoise = true
        return result
    }

    /// Share of sectors with a floor in a band of depth, inside the side lines and beside them; nil below the picture.
    ///
    /// - Parameter lines: Those of all sectors, from four sectors left of the outline to four right of it.
    private func share(_ lines: [ScanLine], depth: Double, band: Double) -> (inside: Double, beside: Double)? {
        var counts = (inside: 0, besides: 0)
        var lively = (inside: 0, besides: 0)
        for sector in -4..<(Self.sectors + 4) {
            var cells = 0
            var above = 0
            for line in lines[(sector + 4) * Self.linesPerSector..<(sector + 5) * Self.linesPerSector] {
                for row in 0..<Self.bandCells {
                    let point = line.point(depth + (Double(row) + 0.5) / Double(Self.bandCells) * band)
                    guard let grey = grey(at: point) else { continue }
                    cells += 1
                    // A trace or letters are bright; noise is what hardly shows.
                    if grey >= floor, Int(grey) < Int(floor) + Self.noiseRange { above += 1 }
                }
            }
            guard cells >= 5 else { continue }
            let isLively = Double(above) >= Self.noisyCells * Double(cells)
            if sector >= 0, sector < Self.sectors {
                counts.inside += 1
                if isLively { lively.inside += 1 }
            } else if sector < -1 || sector > Self.sectors {
                counts.besides += 1
                if isLively { lively.besides += 1 }
            }
        }
        guard counts.inside * 3 >= Self.sectors else { return nil }
        return (
            Double(lively.inside) / Double(counts.inside),
            counts.besides == 0 ? 0 : Double(lively.besides) / Double(counts.besides)
        )
    }

    /// Grey from which a cell is above the background's own noise.
    var floor: UInt8 { UInt8(clamping: foreground.background + foreground.noise + 1) }

    /// The cell at a point; nil outside the picture.
    private func index(of point: PixelPoint) -> Int? {
        guard point.x >= 0, point.x < Double(picture.width), point.y >= 0, point.y < Double(picture.height) else {
            return nil
        }
        return Int(point.y) * picture.width + Int(point.x)
    }

    /// Whether a cell is as bright as content but none: a panel or bar.
    private func isPanel(_ index: Int) -> Bool {
        picture.mean[index] >= foreground.threshold && foreground.map.cells[index] == 0
    }

    /// The grey at a point; nil outside the picture and on panels.
    private func grey(at point: PixelPoint) -> UInt8? {
        guard let index = index(of: point), !isPanel(index) else { return nil }
        return picture.mean[index]
    }
}
