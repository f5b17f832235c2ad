/// The outline around one part of the content, or around several that one picture fell into.
extension ScanAreaReading {
    /// Area of a piece of the picture against that of its largest part at least.
    private static let leastPiece = 0.1
    /// The same of pieces that may make up one picture together, tried in this order: fluid from side to side leaves a tip
    /// of a fan no larger than letters are.
    private static let leastJoined = [0.02, 0.1]
    /// Share of its box that such a piece fills.
    private static let leastFilledBox = 0.3
    /// Length of such a piece against its width at most: what is longer is a bar or a gutter.
    private static let mostLength = 8
    /// Cells from a fan's side at which a piece reaches it, and share of the rows on which it must.
    private static let sideReach = 2.5
    private static let reachedRows = 0.3
    /// Broad content outside of the outline of the largest part from which there may be more of the picture.
    private static let someLeftOut = 0.01
    /// By how much less of the border of all pieces together may be borne out, as fluid lies along some of it.
    private static let mostUnsupported = 0.1
    /// Share of both sides that the pieces of one picture bear out together, share of them outside of its outline at most,
    /// and share of an outline without a fan's shape that is content.
    private static let joinedSides = 0.55
    private static let joinedOutside = 0.01
    private static let joinedFilled = 0.6

    /// What the content fell into.
    struct Parting {
        /// The parts.
        let runs: CellRuns
        /// The broad content that they are of.
        let broad: PackedCells
        /// All content.
        let content: PackedCells
        /// The part that is looked at first.
        let main: CellComponent
    }

    /// A picture and what is content in it.
    struct View {
        let image: UltrasoundImage
        let picture: ReducedPicture
        /// What is looked at as content.
        let foreground: Foreground
        /// What clearly stands out from its background.
        let clear: Foreground

        /// The outline around some parts.
        func outlined(_ labels: Set<Int32>, of parting: Parting, isDoubtful: Bool, isDual: Bool) -> Outcome {
            let (runs, main) = (parting.runs, parting.main)
            var isDoubtful = isDoubtful
            // Opening rounds corners off; what hangs together with the part closely is given back.
            var region = runs.cells(of: labels)
            region.grow(2)
            region.intersect(parting.content)
            region = SideLetters.cut(
                from: region,
                picture: picture,
                luma: image.luma,
                background: foreground.background
            )
            if isRender(region, picture) { return .refused(.render3D) }
            guard let fitted = OutlineFit(region, picture: picture, background: foreground.background).outline() else {
                return .refused(.geometryUncertain)
            }
            // Thin echoes of a linear probe's face count, thin lines across a fan are chrome.
            var rest = parting.content
            if fitted.isFan { rest.open(1) } else { rest.close(1) }
            let bright = fitted.stretched(
                to: pieces(rest, beside: region, picture: picture),
                mainArea: main.area,
                faceFades: OutlineAgreement.faceFades(fitted, picture: picture, foreground: foreground),
                pictureHeight: picture.height
            )
            let (outline, isOpen) = OutlineCompletion(picture: picture, foreground: clear).completed(bright)
            if !outline.isFan, isSpectrum(outline, image: image, picture: picture, foreground: foreground) {
                return .refused(.spectralLayout)
            }
            if isOpen || outline.isRagged { isDoubtful = true }
            var agreement = OutlineAgreement(
                outline,
                region: region,
                content: foreground.map,
                solid: large(runs, of: main, in: parting.broad),
                picture: picture,
                foreground: foreground
            )
            // The right half of a dual layout is left out on purpose.
            if isDual { agreement.leftOut = 0 }
            agreement.endsInNoise = outline.endsInNoise
            return .found(
                ScanAreaReading(
                    outline: outline,
                    agreement: agreement,
                    isDoubtful: isDoubtful,
                    isDual: isDual,
                    picture: picture,
                    foreground: foreground
                )
            )
        }

        /// The outline of all pieces that one picture fell into, where it is a better one than that of the largest piece.
        ///
        /// Fluid is as black as the screen, and where it lies across all lines the content falls apart. Pieces of one
        /// picture have the sides and arcs of one outline together; what else is on a screen has not.
        ///
        /// - Parameters:
        ///   - parting: What the content fell into.
        ///   - alone: What came of the largest piece.
        func together(of parting: Parting, insteadOf alone: Outcome) -> Outcome {
            let (parts, main) = (parting.runs.parts, parting.main)
            switch alone {
            case .found(let reading) where reading.confidence >= ScanArea.surety:
                guard reading.agreement.leftOut > someLeftOut else { return alone }
            case .refused(.geometryUncertain), .refused(.stackedLayout), .found: break
            case .refused: return alone
            }
            var tried = 1
            for share in leastJoined {
                let joined = parts.filter { part in
                    Double(part.area) >= share * Double(main.area)
                        && Double(part.area) >= leastFilledBox * Double(part.width * part.height)
                        && max(part.width, part.height) <= mostLength * min(part.width, part.height)
                }
                guard joined.count > 1, joined.count != tried else { continue }
                tried = joined.count
                guard
                    case .found(let reading) = outlined(
                        Set(joined.map(\.label)).union([main.label]),
                        of: parting,
                        isDoubtful: false,
                        isDual: false
                    ), reading.confidence >= ScanArea.surety, isBorneOut(reading, by: joined, of: parting.runs)
                else { continue }
                if case .found(let other) = alone, other.confidence >= ScanArea.surety {
                    guard reading.agreement.leftOut < other.agreement.leftOut - someLeftOut,
                        reading.agreement.supported >= other.agreement.supported - mostUnsupported
                    else { continue }
                }
                let screen = PixelBox(x: 0, y: 0, width: image.luma.width, height: image.luma.height)
                if PictureTiles(screen, of: image.luma)?.areSeveral == true { return alone }
                return .found(reading)
            }
            return alone
        }

        /// Whether pieces bear out one outline.
        ///
        /// Where a level line parts them, as the gutter between pictures above each other does, it must be a fan that those
        /// above it and those below it reach both sides of: the lower one of two fans begins narrow. Both sides must be seen,
        /// and without a fan's shape no level line may part the pieces, nor may most of the outline be dark.
        private func isBorneOut(_ reading: ScanAreaReading, by joined: [CellComponent], of runs: CellRuns) -> Bool {
            var groups: [[CellComponent]] = []
            var last = -1
            for part in joined.sorted(by: { $0.minY < $1.minY }) {
                if groups.isEmpty || part.minY > last { groups.append([]) }
                groups[groups.count - 1].append(part)
                last = max(last, part.maxY - 1)
            }
            guard min(reading.agreement.leftSide, reading.agreement.rightSide) >= joinedSides,
                reading.agreement.outside <= joinedOutside
            else { return false }
            guard [.convex, .sector].contains(reading.outline.shape) else {
                return groups.count == 1 && reading.agreement.filled >= joinedFilled
            }
            return groups.count == 1
                || groups.allSatisfy { reachSides(of: reading.outline, runs.cells(of: Set($0.map(\.label)))) }
        }

        /// Whether some cells begin and end at both sides of a fan, on a share of the rows that they are in.
        private func reachSides(of outline: ScanOutline, _ cells: PackedCells) -> Bool {
            let slices = OutlineSlices(outline)
            var (left, right) = ((rows: 0, reached: 0), (rows: 0, reached: 0))
            for y in 0..<cells.height {
                guard let ends = cells.ends(row: y) else { continue }
                let ranges = slices.ranges(y: Double(y) + 0.5)
                guard let low = ranges.first?.lowerBound, let high = ranges.last?.upperBound else { continue }
                if low > outline.minX + 1 {
                    left.rows += 1
                    if Double(ends.first) <= low + sideReach { left.reached += 1 }
                }
                if high < outline.maxX - 1 {
                    right.rows += 1
                    if Double(ends.last + 1) >= high - sideReach { right.reached += 1 }
                }
            }
            return [left, right].allSatisfy {
                $0.reached >= 3 && Double($0.reached) >= reachedRows * Double($0.rows)
            }
        }
    }

    /// Whether what the outline holds is a spectrum and no tissue.
    private static func isSpectrum(
        _ outline: ScanOutline,
        image: UltrasoundImage,
        picture: ReducedPicture,
        foreground: Foreground
    ) -> Bool {
        let native = outline.scaled(by: picture, width: image.luma.width, height: image.luma.height).polygon()
        guard let left = native.map(\.x).min(), let right = native.map(\.x).max(), let top = native.map(\.y).min(),
            let bottom = native.map(\.y).max()
        else { return false }
        let x = Int(min(Double(image.luma.width - 1), max(0, left)))
        let y = Int(min(Double(image.luma.height - 1), max(0, top)))
        let box = PixelBox(
            x: x,
            y: y,
            width: Int(min(Double(image.luma.width - 1), max(left, right))) - x + 1,
            height: Int(min(Double(image.luma.height - 1), max(top, bottom))) - y + 1
        )
        return SpectralStrip.isSpectrum(image.luma, box: box, black: foreground.background)
    }

    /// Whether most of the region is coloured: a rendered surface on a dark screen.
    private static func isRender(_ region: PackedCells, _ picture: ReducedPicture) -> Bool {
        guard picture.colourShare > 0.02 else { return false }
        var coloured = region
        coloured.intersect(
            PackedCells(CellMap(width: picture.width, height: picture.height, cells: picture.coloured))
        )
        return Double(coloured.count) > 0.6 * Double(region.count)
    }

    /// The parts that may be a piece of the picture, and no letters or marks on its screen.
    private static func large(_ runs: CellRuns, of main: CellComponent, in solid: PackedCells) -> PackedCells {
        let small = runs.parts.filter { Double($0.area) < leastPiece * Double(main.area) }
        guard !small.isEmpty else { return solid }
        var result = solid
        result.subtract(runs.cells(of: Set(small.map(\.label))))
        return result
    }

    /// The connected pieces of grey content beside the region.
    private static func pieces(_ content: PackedCells, beside region: PackedCells, picture: ReducedPicture)
        -> [CellComponent]
    {
        var others = content
        var taken = region
        taken.grow(1)
        others.subtract(taken)
        if picture.hasColour {
            others.subtract(
                PackedCells(CellMap(width: picture.width, height: picture.height, cells: picture.coloured))
            )
        }
        return CellRuns(others).parts
    }
}
