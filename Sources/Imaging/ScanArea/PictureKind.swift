/// Whether a picture can be ultrasound at all: cues that hold for every scanner, none of them fine.
///
/// B-mode is grey on dark. A picture is refused only where it is plainly something else; a grey photograph
/// may pass as ultrasound, an ultrasound picture must not pass as a photograph.
enum PictureKind {
    /// Colour share above which no ultrasound screen lies, colour Doppler and four-part layouts included
    /// (largest seen: 0.21).
    static let mostColour = 0.4
    /// Colour share above which the picture must also be dark, as ultrasound screens are.
    static let someColour = 0.12
    /// Least share of dark cells in a picture with that much colour.
    static let leastDark = 0.2
    /// Grey up to which a cell is dark.
    static let dark: UInt8 = 24
    /// Least share of cells above the background that show any structure; drawings and gradients have none.
    static let leastStructure = 0.3

    /// Whether the picture is plainly no ultrasound.
    static func isNotUltrasound(_ picture: ReducedPicture, _ foreground: Foreground) -> Bool {
        if picture.colourShare > mostColour { return true }
        let mean = picture.mean.span
        let flat = foreground.flat.cells.span
        var darkCells = 0
        var lit = 0
        var structured = 0
        for index in 0..<mean.count {
            if mean[index] <= dark { darkCells &+= 1 }
            if Int(mean[index]) > foreground.background + Foreground.steps.upperBound {
                lit &+= 1
                structured &+= 1 &- Int(flat[index])
            }
        }
        let darkShare = Double(darkCells) / Double(max(1, mean.count))
        if picture.colourShare > someColour, darkShare < leastDark { return true }
        return lit > 0 && Double(structured) < leastStructure * Double(lit)
    }
}
