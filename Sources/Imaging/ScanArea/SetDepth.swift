/// The depth that a machine was set to, read from the scale beside its picture.
///
/// Where echoes fade before the set depth is reached, or a face lies in the dark, the content does not tell where the picture
/// ends and begins. The scale along the depth does: its zero is at the face, and it is as long as the picture is deep.
struct SetDepth {
    /// Share of the far end at which content ends from which it needs no scale to be borne out.
    private static let clearEnd = 0.95
    /// Dark room below the outline, against its height, from which more depth may have been set.
    private static let leastRoom = 0.06
    /// Share of the height by which the scale may begin above or below the face.
    private static let start = 0.1
    /// Highest part of a fan with a face that was not seen in which the scale's zero may lie, against its outer radius.
    private static let deepestFace = 0.6

    /// The outline with the depth of the scale.
    let outline: ScanOutline
    /// The agreement, less what speaks of ends that the scale has borne out.
    let agreement: OutlineAgreement

    /// Reads the scale where it is needed; nil where it is not, or where there is none.
    ///
    /// - Parameters:
    ///   - outline: An outline, in pixels.
    ///   - agreement: How well it agrees with the content.
    ///   - tip: The column in which its content begins.
    ///   - luma: The whole picture.
    ///   - black: The grey of its screen.
    init?(_ outline: ScanOutline, agreement: OutlineAgreement, tip: Double?, luma: GreyPlane, black: Int) {
        let corners = outline.polygon()
        guard outline.geometry.isFinite, corners.count >= 3, let top = corners.map(\.y).min(),
            let bottom = corners.map(\.y).max(), bottom - top >= 32
        else { return nil }
        let height = bottom - top
        let endFades =
            (agreement.end ?? 0) < Self.clearEnd && Double(luma.height - 1) - bottom >= Self.leastRoom * height
        let faceFades = agreement.faceFades && outline.isFan
        guard endFades || faceFades else { return nil }
        guard let strokes = ScreenStrokes(luma: luma, outline: corners, black: black) else { return nil }
        if faceFades, let whole = Self.withFace(outline, bottom: bottom, strokes: strokes) {
            var agreement = agreement
            agreement.face = nil
            agreement.faceFades = false
            (self.outline, self.agreement) = (whole, agreement)
            return
        }
        if endFades, outline.shape == .sector, let tip, let scale = SideScale(strokes, along: outline),
            let whole = scale.fan(outline, axis: tip), Self.isShown(whole, luma)
        {
            var agreement = agreement
            agreement.end = nil
            if scale.isRight { agreement.rightSide = 1 } else { agreement.leftSide = 1 }
            agreement.asymmetry = 0
            agreement.axisOffset = tip / Double(max(1, luma.width)) - 0.5
            (self.outline, self.agreement) = (whole, agreement)
            return
        }
        guard endFades, let deeper = Self.withEnd(outline, rows: top...bottom, luma: luma, strokes: strokes) else {
            return nil
        }
        var borneOut = agreement
        borneOut.end = nil
        borneOut.endsHigh = false
        (self.outline, self.agreement) = (deeper, borneOut)
    }

    /// Whether a fan ends within the picture, as one that is shown with its scale does; where pixels are not square its
    /// arcs are none, and a depth read along a side is not that of the axis.
    private static func isShown(_ outline: ScanOutline, _ luma: GreyPlane) -> Bool {
        guard case .fan(_, let apexY, _, let outer, _, _) = outline.geometry else { return true }
        return apexY + outer <= Double(luma.height)
    }

    /// The outline down to where the scale ends: half a step below its last tick, as it ends anywhere before the next one.
    private static func withEnd(
        _ outline: ScanOutline,
        rows: ClosedRange<Double>,
        luma: GreyPlane,
        strokes: ScreenStrokes
    ) -> ScanOutline? {
        let height = rows.upperBound - rows.lowerBound
        let whole = rows.lowerBound...Double(luma.height - 1)
        // Beside shallow echoes there may be too little of the scale to know it by.
        guard
            let (ruler, reach) = [rows, whole].lazy.compactMap({ range in
                Self.ruler(range, strokes).map { ($0, range.upperBound - range.lowerBound) }
            }).first, let step = ruler.depthSpacing, let first = ruler.depthTicks.first,
            let lowest = ruler.depthTicks.last, abs(Double(first.y) - rows.lowerBound) <= start * min(reach, 2 * height)
        else { return nil }
        let last = ruler.depthEnd ?? Double(2 * lowest.y + lowest.height - 1) / 2
        guard last - rows.upperBound >= max(leastRoom * height, 0.5 * step) else { return nil }
        let face = outline.geometry.point(line: 0.5, depth: 0)
        let end = outline.geometry.point(line: 0.5, depth: 1)
        guard end.y > face.y else { return nil }
        let row = min(Double(luma.height - 1), last + 0.5 * step)
        return outline.deepened(to: (row - face.y) / (end.y - face.y))
    }

    /// The fan with its face at the scale's zero.
    private static func withFace(_ outline: ScanOutline, bottom: Double, strokes: ScreenStrokes) -> ScanOutline? {
        guard case .fan(let apexX, let apexY, let inner, let outer, let startAngle, let endAngle) = outline.geometry,
            let ruler = ruler(max(0, apexY)...bottom, strokes), let first = ruler.depthTicks.first,
            let last = ruler.depthTicks.last
        else { return nil }
        let zero = Double(2 * first.y + first.height - 1) / 2 - apexY
        // The scale must go on to where the picture ends.
        guard zero >= 0, zero < inner, zero <= deepestFace * outer,
            abs(Double(last.y) - apexY - outer) <= start * (outer - zero)
        else { return nil }
        var result = outline
        result.geometry = .fan(
            apexX: apexX,
            apexY: apexY,
            innerRadius: zero,
            outerRadius: outer,
            startAngle: startAngle,
            endAngle: endAngle
        )
        if zero < 0.1 * outer { result.shape = .sector }
        result.minY = min(result.minY, max(0, apexY))
        return result
    }

    private static func ruler(_ rows: ClosedRange<Double>, _ strokes: ScreenStrokes) -> ScreenRuler? {
        let top = Int(rows.lowerBound, within: 0...strokes.size.height - 1)
        let bottom = Int(rows.upperBound, within: top...strokes.size.height - 1)
        let ruler = ScreenRuler(
            strokes,
            area: PixelBox(x: 0, y: top, width: strokes.size.width, height: bottom - top + 1)
        )
        return ruler.depthTicks.isEmpty ? nil : ruler
    }
}
