import Foundation

/// Whether a fan may go on below where its echoes end.
///
/// A scanner makes its picture as large as the screen lets it. A fan that ends far above whatever stands below it, with room at
/// its sides for more, and stands close below what is above it, ends where its echoes do: at a depth setting that is too
/// large, behind the pleura, at a gain that is too low. What is graded would then leave out the dark part, which is the fault.
enum RoomBelow {
    /// Room below, less that above, from which the end is in doubt, against the fan's depth.
    ///
    /// Up to 0.27 in real pictures whose fan was found; 0.33 and more where simulated depth had no echoes.
    private static let leastRoom = 0.3
    /// Columns that are looked at: the middle half of the fan's, every fourth one.
    private static let middle = 0.25...0.75
    private static let step = 4
    /// Share of them that are lit where something stands.
    private static let obstacle = 0.05
    /// Pixels beside the outline that may still be of it, against the picture's height.
    private static let margin = 0.015

    /// Whether it may.
    ///
    /// - Parameters:
    ///   - outline: The scan area in pixels.
    ///   - luma: The picture.
    ///   - threshold: Grey from which a pixel is no background.
    static func isWide(below outline: ScanOutline, in luma: GreyPlane, threshold: Int) -> Bool {
        guard outline.shape == .convex || outline.shape == .sector, !outline.endsInNoise,
            case .fan(let apexX, let apexY, let inner, let outer, let start, let end) = outline.geometry,
            outer > inner, outline.maxY >= apexY + outer - 1
        else { return false }
        let depth = outer - inner
        let corners = (left: apexX + outer * cos(end), right: apexX + outer * cos(start))
        let width = corners.right - corners.left
        let play = max(3, margin * Double(luma.height))
        let columns = 0...luma.width
        let first = Int(corners.left + middle.lowerBound * width, within: columns)
        let last = max(first, Int(corners.left + middle.upperBound * width, within: columns))
        guard last - first >= 4 * step else { return false }
        let pixels = luma.pixels.span
        func isClear(_ row: Int) -> Bool {
            var (lit, all) = (0, 0)
            var index = row &* luma.width &+ first
            let end = row &* luma.width &+ last
            while index < end {
                if Int(pixels[index]) >= threshold { lit &+= 1 }
                all &+= 1
                index &+= step
            }
            return Double(lit) < obstacle * Double(all)
        }
        // How far the sides let it go on before they leave the picture.
        let slope = max(-cos(end), cos(start))
        guard slope > 0.02 else { return false }
        let aside = min(corners.left, Double(luma.width) - corners.right) / slope
        guard aside >= leastRoom * depth else { return false }
        let bottom = Int(apexY + outer + play, within: 0...luma.height)
        var row = bottom
        while row < luma.height, isClear(row) { row += 1 }
        let below = row == bottom ? 0 : Double(row) - apexY - outer
        guard min(below, aside) >= leastRoom * depth else { return false }
        // A face's corners are its highest points.
        let top = max(outline.minY, apexY + inner * min(sin(start), sin(end)))
        row = Int(top - play, within: -1...luma.height - 1)
        while row >= 0, isClear(row) { row -= 1 }
        let above = top - Double(row)
        return min(below, aside) - above >= leastRoom * depth
    }
}
