import Foundation

/// Chooses among the outlines that a region's borders may mean.
extension OutlineFit {
    /// By how much another outline must be the better one to be taken.
    private static let margin = 0.06
    /// What content across an outline's border, and content outside of it, cost against support of the border.
    private static let crossingCost = 1.5
    private static let strayCost = 3.0
    /// Difference of lean in degrees from which a pair of sides is another one.
    private static let otherLean = 5
    /// Least lean in degrees of a pair that may be a fan's.
    private static let leastFanLean = 8
    /// The largest one, of an endocavity probe.
    private static let widestLean = 75

    /// The best outline, in grid cells; nil for a region without extent.
    ///
    /// The pair of sides that explains most border is taken unless another one explains the border as a whole,
    /// arcs and cuts included, clearly better: a window's upright edges are longer than the sides that it cut, and
    /// lost lines leave an edge as straight as a side.
    func outline() -> ScanOutline? {
        guard lefts.count >= 8, tops.count >= 8 else { return nil }
        let left = SideEvidence(
            lefts: lefts.map { BorderPoint(x: $0.x, y: $0.y, censored: $0.x <= 1) },
            tops: tops.map { BorderPoint(x: $0.x, y: $0.y, censored: $0.y <= 1) }
        )
        let right = SideEvidence(
            lefts: rights.map { BorderPoint(x: width - $0.x, y: $0.y, censored: $0.x >= width - 1) },
            tops: tops.reversed().map { BorderPoint(x: width - $0.x, y: $0.y, censored: $0.y <= 1) }
        )
        let first = leans(left, right)
        // The same whatever the other leans are.
        lazy var mirrored = fan(fromOneOf: left, right)
        var best: (outline: ScanOutline, value: Double)?
        func consider(_ outline: ScanOutline?) {
            guard let outline, outline.geometry.isFinite else { return }
            if best != nil, outline.isFan,
                OutlineAgreement.arcSupport(outline, depth: 0, content: region) ?? 1 < OutlineAgreement.leastFace
            {
                return
            }
            let value = borderMatch(outline)
            if let best, value <= best.value + Self.margin { return }
            best = (outline, value)
        }
        consider(outline(first, left, right) { mirrored })
        let free = (left.bestLean(in: -2...80), right.bestLean(in: -2...80))
        let least = max(5, Self.sideSupport * Double(lefts.count))
        if isOther(free, than: first), min(left.score(free.0), right.score(free.1)) >= least {
            consider(outline((free.0, free.1), left, right) { mirrored })
        }
        var paired = 0
        var pairedScore = 0.0
        for lean in Self.leastFanLean...Self.widestLean where isOther((lean, lean), than: first) {
            let (one, two) = (left.score(lean), right.score(lean))
            if min(one, two) >= 5, one + two > pairedScore { (paired, pairedScore) = (lean, one + two) }
        }
        if pairedScore > 0 { consider(outline((paired, paired), left, right) { mirrored }) }
        return best?.outline
    }

    private func isOther(_ pair: (Int, Int), than other: (Int?, Int?)) -> Bool {
        abs(pair.0 - (other.0 ?? 0)) > Self.otherLean || abs(pair.1 - (other.1 ?? 0)) > Self.otherLean
    }

    /// The outline between sides of these leans.
    ///
    /// - Parameters:
    ///   - leans: Degrees; nil where nothing speaks for a line.
    ///   - left: What speaks for the left-hand side.
    ///   - right: The same of the right-hand side, in a picture mirrored left to right.
    ///   - mirrored: The fan of which one side is the mirror image of the other, if there is one.
    private func outline(
        _ leans: (Int?, Int?),
        _ left: SideEvidence,
        _ right: SideEvidence,
        mirrored: () -> ScanOutline?
    ) -> ScanOutline? {
        let leftEdge =
            leans.0.map { left.line($0) } ?? SideLine(normalX: 1, normalY: 0, distance: Self.outermost(lefts.map(\.x)))
        let rightEdge =
            leans.1.map { right.line($0).mirrored(width: width) }
            ?? SideLine(normalX: -1, normalY: 0, distance: Self.outermost(rights.map { -$0.x }))
        let opening = leftEdge.leftLean + rightEdge.mirrored(width: width).leftLean
        let isFan = leans.0 != nil && leans.1 != nil && 2 * tan(opening / 2) >= Self.parallelMovement
        if !isFan || abs((leans.0 ?? 0) - (leans.1 ?? 0)) > Self.mirrorPlay,
            let completed = mirrored()
        {
            return completed
        }
        return isFan ? fan(leftEdge, rightEdge) : quadrilateral(leftEdge, rightEdge)
    }

    /// How well an outline explains where the region ends: the share of its border at which the region does, less
    /// what the region's crossing it and lying beyond it cost.
    private func borderMatch(_ outline: ScanOutline) -> Double {
        let corners = outline.polygon()
        var samples = 0
        var ends = 0
        var goesOn = 0
        for index in corners.indices {
            let a = corners[index]
            let b = corners[(index + 1) % corners.count]
            let length = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
            guard length > 0.5 else { continue }
            let stepX = (b.x - a.x) / length
            let stepY = (b.y - a.y) / length
            for step in stride(from: 0.5, to: length, by: 1) {
                let x = a.x + stepX * step
                let y = a.y + stepY * step
                samples += 1
                func isContent(_ inwards: Double) -> Bool {
                    region.isContent(
                        Int(x - stepY * inwards, within: -1...region.width),
                        Int(y + stepX * inwards, within: -1...region.height)
                    )
                }
                guard isContent(1) || isContent(2.5) else { continue }
                if isContent(-2.5) { goesOn += 1 } else { ends += 1 }
            }
        }
        guard samples > 0 else { return -.infinity }
        var strays = 0
        let rows = OutlineSlices(outline, inset: -1.5)
        for index in lefts.indices {
            let ranges = rows.ranges(y: lefts[index].y)
            guard let low = ranges.first?.lowerBound, let high = ranges.last?.upperBound else {
                strays += 2
                continue
            }
            if lefts[index].x < low { strays += 1 }
            if rights[index].x > high { strays += 1 }
        }
        return
            (Double(ends) - Self.crossingCost * Double(goesOn)) / Double(samples)
            - Self.strayCost * Double(strays) / Double(2 * max(1, lefts.count))
    }
}
