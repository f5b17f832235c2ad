import Foundation

/// How well an outline agrees with the content: the outline's confidence and what it is made of.
struct OutlineAgreement {
    /// Share of the region's cells outside the outline.
    var outside = 0.0
    /// Share of the outline's border at which content ends (or the picture does).
    var supported = 0.0
    /// Share of the border that content crosses.
    var crossed = 0.0
    /// Share of the picture's broad content that lies outside the outline: pieces of a dark picture, or a lost half.
    var leftOut = 0.0
    /// Share of the outline's cells that are broad content.
    var filled = 0.0

    /// The same share of the left-hand and the right-hand side alone.
    var leftSide = 1.0
    var rightSide = 1.0
    /// By how much a fan's sides differ in lean, in radians; 0 for other outlines.
    var asymmetry = 0.0

    /// Whether scan lines leave a point, and how far their axis is from the picture's middle, against its width.
    var isFan = false
    var axisOffset = 0.0
    /// The same share of a fan's face and of the far end; nil where the picture or a window cuts them off.
    var face: Double?
    var end: Double?
    /// Whether the far end is where noise of the receiver ends.
    var endsInNoise = false

    /// Whether something other than where content ends tells the sides and the far end: a scale along one side.
    var isBorneOutOtherwise = false

    /// Whether a fan begins in near darkness: then its face was not seen, but only where echoes or noise come up.
    var faceFades = false

    /// Walks the outline, in grid cells.
    ///
    /// - Parameters:
    ///   - outline: The outline.
    ///   - region: What it was fitted to.
    ///   - content: All that stands out from the background.
    ///   - solid: The broad parts of it.
    ///   - picture: The picture.
    ///   - foreground: What stands out from its background.
    init(
        _ outline: ScanOutline,
        region: PackedCells,
        content: CellMap,
        solid: PackedCells,
        picture: ReducedPicture,
        foreground: Foreground
    ) {
        var inside = 0
        var broadInside = 0
        var cells = 0
        let rows = OutlineSlices(outline, inset: -1)
        for y in 0..<region.height {
            for range in rows.ranges(y: Double(y) + 0.5) {
                // Cells whose middle is inside.
                let first = Int((range.lowerBound - 0.5).rounded(.up), within: 0...region.width)
                let end = Int((range.upperBound - 0.5).rounded(.down), within: -1...region.width) + 1
                if first < end { inside += region.count(row: y, first..<end) }
                let low = Int(range.lowerBound.rounded(.up), within: 0...region.width)
                let high = max(low, Int(range.upperBound, within: 0...region.width))
                cells += high - low
                broadInside += solid.count(row: y, low..<high)
            }
        }
        let all = region.count
        outside = 1 - Double(inside) / Double(max(1, all))
        leftOut = 1 - Double(broadInside) / Double(max(1, solid.count))

        filled = Double(broadInside) / Double(max(1, cells))

        leftSide = Self.support(outline, line: 0, content: content)
        rightSide = Self.support(outline, line: 1, content: content)
        asymmetry = outline.tilt
        end = Self.arcSupport(outline, depth: 1, content: content)
        if outline.isFan {
            isFan = outline.shape != .trapezoid
            if case .fan(let apexX, _, _, _, _, _) = outline.geometry {
                axisOffset = apexX / Double(max(1, content.width)) - 0.5
            }
            // A phased probe's face is too short to tell.
            if outline.shape != .sector { face = Self.arcSupport(outline, depth: 0, content: content) }
            faceFades = Self.faceFades(outline, picture: picture, foreground: foreground)
        }

        let corners = outline.polygon()
        var samples = 0
        var ends = 0
        var goesOn = 0
        for index in corners.indices {
            let a = corners[index]
            let b = corners[(index + 1) % corners.count]
            let length = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
            guard length > 0.5 else { continue }
            let inwardX = -(b.y - a.y) / length
            let inwardY = (b.x - a.x) / length
            let steps = Int(length, within: 1...4096)
            for step in 0..<steps {
                let point = a.interpolated(to: b, at: (Double(step) + 0.5) / Double(steps))
                samples += 1
                guard
                    [1.0, 2.0, 3.0].contains(where: {
                        content.contains(
                            Int((point.x + inwardX * $0).rounded(.down), within: -1...content.width),
                            Int((point.y + inwardY * $0).rounded(.down), within: -1...content.height)
                        )
                    })
                else { continue }
                let beyond = [2.0, 3.0].allSatisfy {
                    content.contains(
                        Int((point.x - inwardX * $0).rounded(.down), within: -1...content.width),
                        Int((point.y - inwardY * $0).rounded(.down), within: -1...content.height)
                    )
                }
                if beyond { goesOn += 1 } else { ends += 1 }
            }
        }
        supported = Double(ends) / Double(max(1, samples))
        crossed = Double(goesOn) / Double(max(1, samples))
    }

    /// Whether a fan that has a face begins in near darkness.
    static func faceFades(_ outline: ScanOutline, picture: ReducedPicture, foreground: Foreground) -> Bool {
        // On a grey screen the face is where the dark begins too.
        guard !foreground.isGrey, case .fan(_, _, let inner, let outer, _, _) = outline.geometry, inner > 0.1 * outer
        else { return false }
        return faceGrey(outline, picture) < foreground.background + faceStep
    }

    /// By how much the first echoes behind a face exceed the background at least.
    private static let faceStep = 8

    /// Upper fifth of the greys just behind the face of a fan: a face is seen where its lines have contact, and many may have
    /// lost it.
    private static func faceGrey(_ outline: ScanOutline, _ picture: ReducedPicture) -> Int {
        var values: [UInt8] = []
        for number in 2..<30 {
            let line = ScanLine(Double(number) / 32, of: outline.geometry)
            for depth in [0.02, 0.04, 0.06] {
                let point = line.point(depth)
                guard point.x >= 0, point.x < Double(picture.width), point.y >= max(0, outline.minY),
                    point.y < Double(picture.height)
                else { continue }
                values.append(picture.mean[Int(point.y) * picture.width + Int(point.x)])
            }
        }
        // A face beyond the picture's edge cannot fade.
        return values.count < 20 ? 255 : Int(values.sorted()[values.count * 4 / 5])
    }

    /// Share of a face (depth 0) or far end (depth 1), as far as it is in the picture, at which content ends; nil
    /// where hardly any of it is.
    static func arcSupport(_ outline: ScanOutline, depth: Double, content: some ContentCells) -> Double? {
        let (width, height) = (Double(content.width), Double(content.height))
        // The level edge of a quadrilateral is the end of its box, and no window's.
        let top = outline.isFan ? outline.minY + 1 : 0
        let bottom = outline.isFan ? outline.maxY - 1 : height
        let inner = depth < 0.5 ? 0.01 : 0.99
        var ends = 0
        var samples = 0
        for step in 0..<64 {
            let line = ScanLine((Double(step) + 0.5) / 64, of: outline.geometry)
            let point = line.point(depth)
            guard point.x >= max(2, outline.minX + 1), point.x <= min(width - 2, outline.maxX - 1),
                point.y >= max(2, top), point.y <= min(height - 2, bottom)
            else { continue }
            let inside = line.point(inner)
            guard let path = ContentPath(from: point, towards: inside, content: content) else { continue }
            samples += 1
            if path.isContent(at: 1) || path.isContent(at: 2), !(path.isContent(at: -2) && path.isContent(at: -3)) {
                ends += 1
            }
        }
        return samples < 8 ? nil : Double(ends) / Double(samples)
    }

    /// Share of one side line, as far as it is in the picture, at which content ends; 1 where the picture's edge is the side.
    static func support(_ outline: ScanOutline, line: Double, content: some ContentCells) -> Double {
        let side = ScanLine(line, of: outline.geometry)
        let inner = ScanLine(line < 0.5 ? line + 0.01 : line - 0.01, of: outline.geometry)
        var ends = 0
        var samples = 0
        for step in 0..<100 {
            let depth = (Double(step) + 0.5) / 100
            let point = side.point(depth)
            guard point.x >= max(2, outline.minX), point.x <= min(Double(content.width) - 2, outline.maxX),
                point.y >= max(0, outline.minY), point.y <= min(Double(content.height), outline.maxY)
            else { continue }
            let inside = inner.point(depth)
            guard let path = ContentPath(from: point, towards: inside, content: content) else { continue }
            samples += 1
            if path.isContent(at: 1) || path.isContent(at: 2) || path.isContent(at: 3),
                !(path.isContent(at: -2) && path.isContent(at: -3))
            {
                ends += 1
            }
        }
        return samples < 5 ? 1 : Double(ends) / Double(samples)
    }
}
