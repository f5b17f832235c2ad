/// Whether a picture can be ultrasound at all: cues that hold for every scanner, none of them fine.
///
/// B-mode is grey on dark. A picture is refused only where it is plainly something else; a dark grey photograph
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
    static let dark = 24
    /// Least share of lit cells where the grey bends: drawings and gradients hardly bend at all
    /// (smoothest ultrasound seen: 0.64).
    static let leastBent = 0.3
    /// Second difference of neighbouring cells from which the grey bends.
    static let bend = 2
    /// Share of white among lit cells from which a picture with next to nothing between black and white is a
    /// drawing or a page; overdriven ultrasound keeps its shades.
    static let mostWhite = 0.45
    /// Share of shades among lit cells that ultrasound keeps.
    static let leastShades = 0.2

    /// Lightest grey that a screen has around its picture (domain reference §1.1).
    static let lightestScreen = 40
    /// Share of dark cells up to which a picture is bright all over.
    static let hardlyDark = 0.1
    /// Ratio of the differences between neighbouring columns to those between neighbouring rows from which a picture that
    /// is bright all over is a photograph.
    ///
    /// An ultrasound beam is wider than its pulse is long, so echoes lie along the rows (0.3 to 0.81 in real pictures, by
    /// cells); what a camera sees has no such direction (0.93 to 1.1).
    static let mostUpright = 0.95

    /// Whether the picture is plainly no ultrasound.
    static func isNotUltrasound(_ picture: ReducedPicture, background: Int) -> Bool {
        if picture.colourShare > mostColour { return true }
        let mean = picture.mean.span
        let width = picture.width
        let least = background + Foreground.steps.upperBound
        var darkCells = 0
        var backgroundCells = 0
        // A grey screen is dark where it is no brighter than its own background; no screen's is lighter than this.
        let surround = background <= lightestScreen ? max(dark, background + Foreground.steps.upperBound) : dark
        var lit = 0
        var bent = 0
        var white = 0
        var shades = 0
        var changesAcross = 0
        var changesDown = 0
        guard width >= 3, picture.height >= 3 else { return false }
        var rows = 0
        // Every second row tells as much.
        for y in stride(from: 1, to: picture.height - 1, by: 2) {
            rows += 1
            for x in 1..<(width - 1) {
                let index = y &* width &+ x
                let value = Int(mean[index])
                if value <= dark { darkCells &+= 1 }
                if value <= surround { backgroundCells &+= 1 }
                changesAcross &+= abs(value &- Int(mean[index &- 1]))
                changesDown &+= abs(value &- Int(mean[index &- width]))
                if value <= least { continue }
                lit &+= 1
                if value >= 245 { white &+= 1 }
                if value > 30, value < 200 { shades &+= 1 }
                let across = Int(mean[index &- 1]) &+ Int(mean[index &+ 1]) &- 2 &* value
                let down = Int(mean[index &- width]) &+ Int(mean[index &+ width]) &- 2 &* value
                if abs(across) >= bend || abs(down) >= bend { bent &+= 1 }
            }
        }
        let darkShare = Double(darkCells) / Double(max(1, (width - 2) * rows))
        if picture.colourShare > someColour, darkShare < leastDark { return true }
        let surroundShare = Double(backgroundCells) / Double(max(1, (width - 2) * rows))
        if surroundShare <= hardlyDark, Double(changesAcross) >= mostUpright * Double(changesDown), changesDown > 0 {
            return true
        }
        guard lit > 0 else { return false }
        if Double(white) > mostWhite * Double(lit), Double(shades) < leastShades * Double(lit) { return true }
        // A page is white up to its edges, with nothing dark but strokes.
        if Double(white) > mostWhite * Double(lit), darkShare < leastDark / 2, frameIsWhite(picture) { return true }
        return Double(bent) < leastBent * Double(lit)
    }

    /// Whether nine tenths of the outermost cells are white.
    private static func frameIsWhite(_ picture: ReducedPicture) -> Bool {
        let (width, height) = (picture.width, picture.height)
        var white = 0
        for x in 0..<width {
            for y in [0, height - 1] where picture.mean[y * width + x] >= 245 { white += 1 }
        }
        for y in 0..<height {
            for x in [0, width - 1] where picture.mean[y * width + x] >= 245 { white += 1 }
        }
        return white * 10 >= 2 * (width + height) * 9
    }
}
