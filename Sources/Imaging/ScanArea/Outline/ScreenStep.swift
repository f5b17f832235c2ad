/// Whether an outline's border is where a screen of exactly one grey ends.
///
/// A screen around a picture is one grey to the pixel, and even where no echo comes back the picture is hardly ever: so
/// the border shows in single pixels where the means of cells tell nothing, as along a face on fluid. Content that comes
/// up gradually, as noise does with the gain, does not begin with a step.
struct ScreenStep {
    /// Places along each part of the border, pixels from it to the first ones looked at, and how many.
    private static let places = 96
    /// Places for a first look.
    static let fewPlaces = 32
    private static let gap = 3
    private static let reach = 8
    /// Share of the pixels outside that are of the screen's grey at least, and of those inside at most.
    private static let leastOutside = 0.97
    private static let mostInside = 0.15
    /// The same inside at the far end, where depth may be black.
    private static let mostInsideEnd = 0.5
    /// Places of a part that must lie in the picture for it to tell.
    private static let leastPlaces = 0.25
    /// Share of the pixels outside that are of the screen's grey, up to which the picture goes on there.
    private static let mostBeyond = 0.3

    /// Shares of pixels of the screen's grey on both sides of a part of the border; nil where it is not in the picture.
    struct Share {
        let inside: Double
        let outside: Double
    }

    let left: Share?
    let right: Share?
    let face: Share?
    let end: Share?

    /// Whether both sides and the face of a fan are such a border, and the far end as far as it is one.
    var bearsOut: Bool {
        func isStep(_ share: Share?, _ most: Double) -> Bool {
            share.map { $0.outside >= Self.leastOutside && $0.inside <= most } ?? false
        }
        return isStep(left, Self.mostInside) && isStep(right, Self.mostInside) && isStep(face, Self.mostInside)
            && (end == nil || isStep(end, Self.mostInsideEnd))
    }

    /// Whether the picture goes on beyond a part of the border, seen against a part where it does not.
    var goesOn: Bool {
        let shares = [left, right, face, end].compactMap { $0?.outside }
        return shares.contains { $0 >= Self.leastOutside } && shares.contains { $0 <= Self.mostBeyond }
    }

    /// Looks at the pixels along a border.
    ///
    /// - Parameters:
    ///   - luma: The picture.
    ///   - outline: The outline in pixels.
    ///   - screen: The screen's grey.
    ///   - places: Places along each part.
    init(_ luma: GreyPlane, outline: ScanOutline, screen: UInt8, places: Int = places) {
        let geometry = outline.geometry
        let inset = 0.02
        func share(_ place: (Double) -> (on: PixelPoint, inside: PixelPoint)) -> Share? {
            var counts = (places: 0, inside: 0, outside: 0, pixels: 0)
            for index in 0..<places {
                let (on, inside) = place((Double(index) + 0.5) / Double(places))
                let (x, y) = (inside.x - on.x, inside.y - on.y)
                let length = (x * x + y * y).squareRoot()
                guard length > 1e-9 else { continue }
                func grey(_ distance: Int) -> UInt8? {
                    let (column, row) = (on.x + x / length * Double(distance), on.y + y / length * Double(distance))
                    guard column >= outline.minX, column < min(outline.maxX, Double(luma.width)), row >= outline.minY,
                        row < min(outline.maxY, Double(luma.height)), column >= 0, row >= 0
                    else { return nil }
                    return luma.pixels[Int(row) * luma.width + Int(column)]
                }
                var (within, beyond) = (0, 0)
                var isWhole = true
                for step in Self.gap..<Self.gap + Self.reach {
                    guard let inner = grey(step), let outer = grey(-step) else {
                        isWhole = false
                        break
                    }
                    if inner == screen { within += 1 }
                    if outer == screen { beyond += 1 }
                }
                guard isWhole else { continue }
                counts.places += 1
                counts.pixels += Self.reach
                counts.inside += within
                counts.outside += beyond
            }
            guard Double(counts.places) >= Self.leastPlaces * Double(places) else { return nil }
            return Share(
                inside: Double(counts.inside) / Double(counts.pixels),
                outside: Double(counts.outside) / Double(counts.pixels)
            )
        }
        func side(_ line: Double, _ towards: Double) -> Share? {
            share { (geometry.point(line: line, depth: $0), geometry.point(line: line + towards, depth: $0)) }
        }
        left = side(0, inset)
        right = side(1, -inset)
        face = share { (geometry.point(line: $0, depth: 0), geometry.point(line: $0, depth: inset)) }
        end = share { (geometry.point(line: $0, depth: 1), geometry.point(line: $0, depth: 1 - inset)) }
    }
}
