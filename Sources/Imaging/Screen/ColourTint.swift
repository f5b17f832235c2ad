/// Whether the colour of a picture is a tint: shades of one colour in place of grey, as many scanners offer them.
///
/// Then colour adds nothing to brightness: from some grey on everything has it, below nothing does, and it is of one side,
/// warm or cold. Doppler colour lies on dark and light alike, and legends and logos have colours of their own.
package struct ColourTint: Sendable {
    /// Share of the lit pixels for which one limit of grey tells whether they are coloured, 0–1.
    package let explained: Double
    /// The same share among the pixels from that limit on alone, 0–1.
    package let above: Double
    /// Share of the coloured pixels that are at least as red as they are blue, 0–1.
    package let warm: Double

    /// Share of the picture that must be coloured for a tint to be looked for.
    private static let leastColour = 0.03
    /// Every so many rows are read, and every so many pixels of them: colour is mostly stored for two by two.
    private static let step = (rows: 8, columns: 2)
    /// Grey from which a pixel is lit.
    private static let lit = 8
    /// Where a tint is: 0.92 and more even after lossy compression with colour at half the resolution; screens with colour
    /// Doppler reach 0.82.
    private static let leastExplained = 0.9
    private static let mostOther = 0.03

    /// Looks at every second pixel of every eighth row; nil where hardly anything is coloured.
    package init?(luma: GreyPlane, chroma: ChromaMask?) {
        guard let chroma, chroma.width == luma.width, chroma.height == luma.height,
            Double(chroma.count) >= Self.leastColour * Double(luma.pixels.count)
        else { return nil }
        var coloured = [Int](repeating: 0, count: 256)
        var grey = coloured
        var warmest = 0
        let pixels = luma.pixels.span
        var colouredCounts = coloured.mutableSpan
        var greyCounts = grey.mutableSpan
        for y in stride(from: 0, to: luma.height, by: Self.step.rows) {
            for x in stride(from: 0, to: luma.width, by: Self.step.columns) {
                let level = Int(pixels[y &* luma.width &+ x])
                if chroma.contains(x: x, y: y) {
                    colouredCounts[level] &+= 1
                    if chroma.isWarm(x: x, y: y) { warmest &+= 1 }
                } else if level >= Self.lit {
                    greyCounts[level] &+= 1
                }
            }
        }
        let all = coloured.reduce(0, +)
        guard all > 0 else { return nil }
        // The limit moves up from black: what is below it should be grey, what is above coloured.
        var wrong = grey.reduce(0, +)
        var (least, limit) = (wrong, 0)
        for level in 0..<256 {
            wrong += coloured[level] - grey[level]
            if wrong < least { (least, limit) = (wrong, level + 1) }
        }
        let colouredAbove = coloured[limit...].reduce(0, +)
        above = Double(colouredAbove) / Double(max(1, colouredAbove + grey[limit...].reduce(0, +)))
        explained = 1 - Double(least) / Double(all + grey.reduce(0, +))
        warm = Double(warmest) / Double(all)
    }

    /// Whether the colour tells nothing that brightness does not.
    package var isTint: Bool {
        min(explained, above) >= Self.leastExplained && (warm <= Self.mostOther || warm >= 1 - Self.mostOther)
    }
}
