/// What stands on the screen around the ultrasound, gathered once.
package struct ScreenEvidence: Sendable {
    /// How far the outline reaches in each row of pixels.
    let outline: OutlineRange
    /// Bright pieces around the outline; nil where the surroundings are no dark screen.
    let strokes: ScreenStrokes?
    /// The scales among them.
    let ruler: ScreenRuler?
    /// How colour lies on the picture; nil where next to nothing is coloured or bright.
    let cast: ColourCast?

    /// Looks at everything outside of the outline.
    init(_ input: MetricInput, levels: ScreenLevels) {
        outline = OutlineRange(input.area.outline)
        strokes = ScreenStrokes(luma: input.image.luma, outline: outline, black: levels.black)
        cast = input.cast
        ruler = strokes.map { ScreenRuler($0, area: input.area.box) }
    }
}
