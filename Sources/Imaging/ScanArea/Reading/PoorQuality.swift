internal import CRasterCodecs

/// Whether a picture shows that its quality is bad, by cues that cost next to nothing.
enum PoorQuality {
    /// Gain that would make the bright parts of a picture as bright as usual ones, from which it is dark.
    private static let darkGain = 3
    /// Share of lit cells where grey bends below which a picture was smeared: 0.67 in the smoothest one that was not.
    private static let leastBent = 0.6
    /// Rows of which one is looked at.
    private static let rowStep = 4

    /// Whether a picture is dark.
    ///
    /// - Parameter gain: Gain by which it would be as bright as usual ones.
    static func isDark(gain: Int) -> Bool { gain >= darkGain }

    /// Whether grey has steps, or is smeared all over.
    ///
    /// - Parameters:
    ///   - picture: The picture.
    ///   - foreground: What stands out from its background.
    static func isCoarse(_ picture: ReducedPicture, foreground: Foreground) -> Bool {
        foreground.hasSteps || isSmooth(picture, above: foreground.threshold)
    }

    /// Whether grey hardly bends from cell to cell.
    private static func isSmooth(_ picture: ReducedPicture, above least: UInt8) -> Bool {
        let width = picture.width
        let mean = picture.mean.span
        let floor = SIMD16<UInt8>(repeating: least)
        var (lit, bent) = (0, 0)
        for y in stride(from: 1, to: picture.height - 1, by: rowStep) {
            for x in stride(from: 1, to: width - 1, by: 16) {
                let index = y &* width &+ x
                let own = mean.lanes(at: index)
                // Of the last sixteen those that are in the row, its last cell not among them.
                let inRow = UInt32.max &>> UInt32(32 &- min(16, width &- 1 &- x))
                let isLit = sono_set_lanes((own .> floor).bytes) & inRow
                if isLit == 0 { continue }
                let across = GreyBend.sizes(own, mean.lanes(at: index &- 1), mean.lanes(at: index &+ 1))
                let down = GreyBend.sizes(own, mean.lanes(at: index &- width), mean.lanes(at: index &+ width))
                lit &+= isLit.nonzeroBitCount
                bent &+= (sono_set_lanes(across | down) & isLit).nonzeroBitCount
            }
        }
        return Double(bent) < leastBent * Double(lit)
    }
}
