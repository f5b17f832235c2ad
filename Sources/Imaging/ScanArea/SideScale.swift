import Foundation

/// A scale of depth drawn along a side of a fan, as some scanners do: dots at equal distances, on the side line itself.
///
/// It tells two things that echoes may not: where the side is, and how deep the picture was set to be.
struct SideScale {
    /// Dots beyond the echoes that make a scale at least, and small pieces on a screen at most among which they are looked for.
    private static let leastDots = 4
    private static let mostPieces = 240
    /// Distance of dots against the picture's shorter side.
    private static let steps = 0.02...0.15
    /// The same in pixels at least, so that no dot is taken for its own neighbour.
    private static let leastStep = 5.0
    /// By how much a dot may be off its place: pixels, and share of a step.
    private static let play = (pixels: 1.5, share: 0.06)
    /// Lean of a fan's side: the tangent, from a narrow phased probe's to an endocavity probe's.
    private static let leans = 0.2...3.0
    /// By how much the scale's line may be off the side that was found, in radians, and how far it may pass by the apex,
    /// against the outer radius.
    private static let turn = 5 * Double.pi / 180
    private static let miss = 0.06

    /// Outer radius against the one that was found from which the scale tells of more depth.
    private static let leastGain = 1.06

    /// The first dot that was seen and the last one.
    let first: PixelPoint
    let last: PixelPoint
    /// From one dot to the next.
    let step: PixelPoint

    /// Whether it runs along the right-hand side.
    var isRight: Bool { step.x > 0 }
    /// The angle by which it leans outwards, from straight down.
    var lean: Double { atan2(abs(step.x), step.y) }

    /// Looks for dots along a side; nil where there are none.
    ///
    /// - Parameters:
    ///   - strokes: The bright pieces around the outline.
    ///   - outline: A fan, in pixels.
    init?(_ strokes: ScreenStrokes, along outline: ScanOutline) {
        guard case .fan(let apexX, let apexY, _, let outer, let start, let end) = outline.geometry else { return nil }
        let side = Double(min(strokes.size.width, strokes.size.height))
        let most = max(5, strokes.size.height / 90)
        let dots = strokes.pieces.compactMap { piece -> PixelPoint? in
            let box = piece.box
            guard piece.area >= 2, box.width <= most, box.height <= most else { return nil }
            return PixelPoint(x: Double(box.x) + 0.5 * Double(box.width - 1), y: Double(piece.doubleMiddle) / 2)
        }.filter { $0.y > apexY }
        guard dots.count >= Self.leastDots, dots.count <= Self.mostPieces else { return nil }
        var best: (first: PixelPoint, last: PixelPoint, count: Int)?
        for one in dots {
            for next in dots where next.y > one.y {
                let step = PixelPoint(x: next.x - one.x, y: next.y - one.y)
                let length = (step.x * step.x + step.y * step.y).squareRoot()
                guard length >= Self.leastStep, Self.steps.contains(length / side),
                    Self.leans.contains(abs(step.x) / step.y)
                else { continue }
                let found = step.x > 0 ? .pi / 2 - start : end - .pi / 2
                let passing = abs((apexX - one.x) * step.y - (apexY - one.y) * step.x) / length
                guard abs(atan2(abs(step.x), step.y) - found) <= Self.turn, passing <= Self.miss * outer else {
                    continue
                }
                let series = Self.follow(one, next, step: step, length: length, among: dots)
                if series.count > best?.count ?? Self.leastDots - 1 { best = (one, series.last, series.count) }
            }
        }
        guard let best else { return nil }
        first = best.first
        last = best.last
        let count = Double(best.count - 1)
        step = PixelPoint(x: (last.x - first.x) / count, y: (last.y - first.y) / count)
    }

    /// How many dots follow each other from two on, and the last of them.
    private static func follow(
        _ one: PixelPoint,
        _ next: PixelPoint,
        step: PixelPoint,
        length: Double,
        among dots: [PixelPoint]
    ) -> (count: Int, last: PixelPoint) {
        let most = max(play.pixels, play.share * length)
        var (count, last) = (2, next)
        while count <= dots.count {
            // The mean step so far is finer than the first one.
            let steps = Double(count - 1)
            let place = PixelPoint(
                x: last.x + (last.x - one.x) / steps,
                y: last.y + (last.y - one.y) / steps
            )
            guard let found = dots.first(where: { abs($0.x - place.x) <= most && abs($0.y - place.y) <= most }) else {
                return (count, last)
            }
            (count, last) = (count + 1, found)
        }
        return (count, last)
    }

    /// The fan with this side, the other one as its mirror image, and the depth of the scale.
    ///
    /// - Parameters:
    ///   - outline: A fan.
    ///   - axis: The column of its axis.
    func fan(_ outline: ScanOutline, axis: Double) -> ScanOutline? {
        guard case .fan(_, let oldY, let inner, let oldOuter, _, _) = outline.geometry else { return nil }
        let apexY = first.y + (axis - first.x) * step.y / step.x
        let reach = ((last.x - axis) * (last.x - axis) + (last.y - apexY) * (last.y - apexY)).squareRoot()
        let length = (step.x * step.x + step.y * step.y).squareRoot()
        // The dot at the end itself would lie on the corner of the arc, and is not drawn.
        let outer = reach + length
        let near = max(0, inner + oldY - apexY)
        guard outer > near + 4, outer >= Self.leastGain * oldOuter, apexY < first.y else { return nil }
        var result = outline
        result.geometry = .fan(
            apexX: axis,
            apexY: apexY,
            innerRadius: near,
            outerRadius: outer,
            startAngle: .pi / 2 - lean,
            endAngle: .pi / 2 + lean
        )
        if result.shape == .convex, near < 0.1 * outer { result.shape = .sector }
        result.maxY = max(result.maxY, apexY + outer)
        return result
    }
}
