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
        var (lit, bent) = (0, 0)
        for y in stride(from: 1, to: picture.height - 1, by: rowStep) {
            for x in 1..<max(1, width - 1) {
                let index = y &* width &+ x
                guard mean[index] > least else { continue }
                lit &+= 1
                let twice = 2 &* Int(mean[index])
                let across = Int(mean[index &- 1]) &+ Int(mean[index &+ 1]) &- twice
                let down = Int(mean[index &- width]) &+ Int(mean[index &+ width]) &- twice
                if max(abs(across), abs(down)) >= PictureKind.bend { bent &+= 1 }
            }
        }
        return Double(bent) < leastBent * Double(lit)
    }
}
