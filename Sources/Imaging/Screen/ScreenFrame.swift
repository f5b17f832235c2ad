/// The edges of a photographed screen: straight, and hardly ever as upright and level as the picture's own.
///
/// An export has no such edges: what it shows is upright to the pixel (strips, bars, linear pictures), steep (a fan's sides)
/// or curved (its arcs). Behind each edge of a screen lies its case or the wall: even up to the picture's rim.
package struct ScreenFrame: Sendable {
    /// How many of the four sides have a straight edge that is a little out of true, 0–4.
    package let tiltedSides: Int

    /// Places along a side at which its edge is looked for.
    private static let probes = 32
    /// How deep into the picture an edge is looked for, as a share of its width or height.
    private static let reach = 0.3
    /// Pixels at the rim that must be alike before anything is told from them, and by how much they may differ.
    private static let rim = 4
    private static let evenness = 12
    /// Grey by which what is inside differs from the rim.
    private static let contrast = 8
    /// Greatest slope against the picture's own side; steeper edges are those of fans and steered pictures.
    private static let steepest = 0.2
    /// Least pixels by which the edge leaves the true over its length; less may be an edge of two pixels' width.
    private static let leastShift = 2.5
    /// How far a point may lie off the edge, in pixels.
    private static let slack = 1.5
    /// Least share of the probes that lie on the edge, of those that met anything, and of the side that it spans.
    private static let leastShare = 0.4
    private static let leastPurity = 0.5
    private static let leastSpan = 0.5
    /// Greatest standard deviation of the rim's grey along the edge.
    private static let mostUneven = 8.0

    /// Looks inwards from the four sides; nil where the picture is under 128 pixels wide or high.
    package init?(luma: GreyPlane) {
        let (width, height) = (luma.width, luma.height)
        guard min(width, height) >= 128 else { return nil }
        let sides = [
            Walk(start: 0, along: width, inwards: 1, length: height, depth: width),
            Walk(start: width - 1, along: width, inwards: -1, length: height, depth: width),
            Walk(start: 0, along: 1, inwards: width, length: width, depth: height),
            Walk(start: (height - 1) * width, along: 1, inwards: -width, length: width, depth: height),
        ]
        tiltedSides = sides.count { Self.isTilted(Self.points(luma, $0), length: $0.length) }
    }

    /// How one side is walked, in steps through the plane's pixels.
    private struct Walk {
        let start: Int
        let along: Int
        let inwards: Int
        /// Pixels along the side.
        let length: Int
        /// Pixels across the picture.
        let depth: Int
    }

    /// One place at which the rim ends.
    private struct RimPoint {
        let place: Double
        let depth: Double
        let level: Double
    }

    /// Where the even rim ends, probe by probe.
    private static func points(_ luma: GreyPlane, _ walk: Walk) -> [RimPoint] {
        let pixels = luma.pixels.span
        let last = Int(reach * Double(walk.depth)) - 3
        var found: [RimPoint] = []
        for probe in 0..<probes {
            // Where too few are left to make an edge, the rest need not be looked at.
            if Double(found.count + probes - probe) < leastShare * Double(probes) { break }
            let place = (2 * probe + 1) * walk.length / (2 * probes)
            let start = walk.start + place * walk.along
            var low = Int.max
            var high = 0
            var sum = 0
            for step in 0..<rim {
                let grey = Int(pixels[start &+ step &* walk.inwards])
                low = min(low, grey)
                high = max(high, grey)
                sum &+= grey
            }
            if high - low > evenness { continue }
            // Light may fall off along the rim: its level follows slowly, in sixteenths of a grey.
            var level = 16 * sum / rim
            let least = 16 * max(contrast, high - low + 4)
            var run = 0
            var step = rim
            while step < max(rim, last) {
                // Where the rim is of one grey, as next to all are, nothing changes from pixel to pixel.
                if run == 0, step &+ 16 <= last, level & 15 == 0,
                    Self.isEven(pixels, from: start &+ step &* walk.inwards, inwards: walk.inwards, grey: level / 16)
                {
                    step &+= 16
                    continue
                }
                let off = 16 &* Int(pixels[start &+ step &* walk.inwards]) &- level
                if abs(off) > least {
                    run &+= 1
                    if run == 3 {
                        found.append(
                            RimPoint(place: Double(place), depth: Double(step - 2), level: Double(level) / 16)
                        )
                        break
                    }
                } else {
                    run = 0
                    level &+= off / 16
                }
                step &+= 1
            }
        }
        return found
    }

    /// Whether sixteen pixels, one after the other inwards, have one grey.
    @inline(__always)
    private static func isEven(_ pixels: Span<UInt8>, from index: Int, inwards: Int, grey: Int) -> Bool {
        let grey = UInt8(truncatingIfNeeded: grey)
        if abs(inwards) == 1 {
            let sixteen = pixels.sixteen(at: inwards == 1 ? index : index &- 15)
            return SIMD16<UInt8>.distance(sixteen, SIMD16<UInt8>(repeating: grey)).isZero
        }
        // Down and up the picture two by two, so that content ends the look early.
        for pair in 0..<8 {
            let first = index &+ 2 &* pair &* inwards
            if (pixels[first] ^ grey) | (pixels[first &+ inwards] ^ grey) != 0 { return false }
        }
        return true
    }

    /// Whether most points lie on one line that is out of true.
    private static func isTilted(_ points: [RimPoint], length: Int) -> Bool {
        guard Double(points.count) >= leastShare * Double(probes) else { return false }
        var best: [RimPoint] = []
        for first in 0..<points.count / 2 {
            for second in [first + points.count / 2, first + points.count / 3] where second > first {
                let (one, other) = (points[first], points[second])
                let slope = (other.depth - one.depth) / (other.place - one.place)
                if abs(slope) > steepest { continue }
                func fits(_ point: RimPoint) -> Bool {
                    abs(point.depth - one.depth - slope * (point.place - one.place)) < slack
                }
                // Counted before they are gathered, as most lines have fewer than the best so far.
                if points.count(where: fits) > best.count { best = points.filter(fits) }
            }
        }
        guard let start = best.first?.place, let end = best.last?.place, let slope = slope(best),
            Double(best.count) >= max(leastShare * Double(probes), leastPurity * Double(points.count)),
            end - start >= leastSpan * Double(length), abs(slope) * (end - start) >= leastShift
        else { return false }
        let mean = best.reduce(0) { $0 + $1.level } / Double(best.count)
        let variance = best.reduce(0) { $0 + ($1.level - mean) * ($1.level - mean) } / Double(best.count)
        return variance <= mostUneven * mostUneven
    }

    /// Least-squares slope; nil where all points are at one place.
    private static func slope(_ points: [RimPoint]) -> Double? {
        let count = Double(points.count)
        let place = points.reduce(0) { $0 + $1.place } / count
        let depth = points.reduce(0) { $0 + $1.depth } / count
        let spread = points.reduce(0) { $0 + ($1.place - place) * ($1.place - place) }
        guard spread > 0 else { return nil }
        return points.reduce(0) { $0 + ($1.place - place) * ($1.depth - depth) } / spread
    }
}
