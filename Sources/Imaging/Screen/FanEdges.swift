internal import Foundation

/// Points on the four edges of a fan, found on the native pixels near an outline that is only roughly right.
///
/// An edge is the first of at least three lit pixels in four, met coming from outside across even background. Where
/// something else is drawn outside (text, a bar, the picture's end), or the picture is dark up to the edge, there is no
/// point; a fan whose side lies in shadow has points on its other edges only.
struct FanEdges {
    /// Which edge of the fan.
    enum Side: Int, CaseIterable {
        case left, right, far, near
    }

    /// One point of an edge, in pixels.
    struct EdgePoint {
        let side: Side
        let x: Double
        let y: Double
    }

    /// All points, edge by edge.
    let points: [EdgePoint]
    /// By how many pixels the outline may be wrong and its edge is still found.
    let reach: Double

    /// Probes an edge at most.
    private static let probes = 48
    /// Grey by which lit pixels exceed the background.
    private static let contrast = 6
    /// Grey by which the background outside an edge may vary.
    private static let unevenness = 8

    /// Looks across the edges of a fan; nil for other geometries and for fans too small to be measured.
    init?(_ geometry: ScanGeometry, luma: GreyPlane) {
        guard case .fan(let apexX, let apexY, let inner, let outer, let start, let end) = geometry,
            outer.isFinite, inner.isFinite, apexX.isFinite, apexY.isFinite, outer >= 80, outer < 1e5, inner >= 0,
            start > 0.05, end < .pi - 0.05, end - start > 0.2
        else { return nil }
        reach = min(120, max(6, 0.05 * outer))
        var found: [EdgePoint] = []
        func probe(_ side: Side, _ x: Double, _ y: Double, _ outX: Double, _ outY: Double, _ reach: Double) {
            if let depth = Self.edge(luma, x: x, y: y, outX: outX, outY: outY, reach: reach) {
                found.append(EdgePoint(side: side, x: x + outX * depth, y: y + outY * depth))
            }
        }
        for index in 0..<Self.probes {
            let share = 0.06 + 0.9 * (Double(index) + 0.5) / Double(Self.probes)
            let radius = inner + (outer - inner) * share
            probe(.left, apexX + radius * cos(end), apexY + radius * sin(end), -sin(end), cos(end), reach)
            probe(.right, apexX + radius * cos(start), apexY + radius * sin(start), sin(start), -cos(start), reach)
            let angle = start + (end - start) * (0.02 + 0.96 * (Double(index) + 0.5) / Double(Self.probes))
            let (across, down) = (cos(angle), sin(angle))
            probe(.far, apexX + outer * across, apexY + outer * down, across, down, reach)
            // The face of a phased array is too short to tell its curve.
            if inner > 0.12 * outer {
                let short = min(reach, 0.3 * inner)
                probe(.near, apexX + inner * across, apexY + inner * down, -across, -down, short)
            }
        }
        points = found
    }

    /// How far outwards from a place the edge lies, within ± reach; nil where there is none.
    private static func edge(
        _ luma: GreyPlane,
        x: Double,
        y: Double,
        outX: Double,
        outY: Double,
        reach: Double
    ) -> Double? {
        let far = (x: x + outX * reach, y: y + outY * reach)
        let near = (x: x - outX * reach, y: y - outY * reach)
        let limit = (x: Double(luma.width) - 2, y: Double(luma.height) - 2)
        guard min(far.x, near.x) >= 1, min(far.y, near.y) >= 1, max(far.x, near.x) <= limit.x,
            max(far.y, near.y) <= limit.y
        else { return nil }
        let pixels = luma.pixels.span
        let steps = Int(2 * reach)
        let outside = max(3, steps / 6)
        var low = 255
        var high = 0
        // Bits of the last four, the latest lowest.
        var lit = 0
        // In 1/65536 pixel, rounded by cutting off after a half was added: all of the way lies within the picture.
        let (startX, startY) = (Int((far.x + 0.5) * 65536), Int((far.y + 0.5) * 65536))
        let (stepX, stepY) = (Int((outX * 65536).rounded()), Int((outY * 65536).rounded()))
        for step in 0...steps {
            let column = (startX &- stepX &* step) &>> 16
            let row = (startY &- stepY &* step) &>> 16
            let grey = Int(pixels[row &* luma.width &+ column])
            if step < outside {
                low = min(low, grey)
                high = max(high, grey)
                if high - low > unevenness { return nil }
                continue
            }
            let isLit = grey > high + contrast
            if isLit, grey > high + 160, lit == 0, step < outside + 2 { return nil }
            lit = (lit &<< 1 | (isLit ? 1 : 0)) & 15
            if lit & 8 != 0, lit.nonzeroBitCount >= 3, step >= outside + 3 { return reach - Double(step - 3) }
        }
        return nil
    }
}
