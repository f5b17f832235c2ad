/// Something drawn over a picture, in pixels of the upright original: one list makes a raster picture and an SVG alike.
package enum DrawnShape: Sendable, Equatable {
    /// A polyline with a dark edge on both sides, so that it shows on black and on white.
    ///
    /// `width` is in pixels of the original; `dash` is the length of a dash and of the gap behind it, 0 for none.
    case line([PixelPoint], isClosed: Bool, ink: Ink, width: Double, dash: Double)
    /// A polygon filled thinly.
    case tint([PixelPoint], ink: Ink, opacity: Double)
    /// Boxes hatched by strokes that are `spacing` pixels apart.
    case hatch([PixelBox], pattern: Hatch, spacing: Double)
    /// A number on a disc.
    case badge(Int, at: PixelPoint, radius: Double, ink: Ink)
    /// A few characters of `BlockFont`, centred, `height` pixels high.
    case label(String, at: PixelPoint, height: Double, ink: Ink)
}

/// How a part that was left out is hatched; told apart by direction, not by colour alone.
package struct Hatch: Sendable, Equatable {
    /// The way its strokes run.
    package enum Direction: String, Sendable, CaseIterable {
        /// Up to the right.
        case rising
        /// Down to the right.
        case falling
        /// Both.
        case crossed
    }

    package let direction: Direction
    package let ink: Ink

    /// A pattern.
    package init(_ direction: Direction, ink: Ink) {
        self.direction = direction
        self.ink = ink
    }
}

extension Exclusion {
    /// Its hatching: annotation rises in white, colour falls in pale violet, what is blacked out is crossed in grey.
    package var hatch: Hatch {
        switch self {
        case .annotation: Hatch(.rising, ink: Ink(grey: 235))
        case .blackout: Hatch(.crossed, ink: Ink(grey: 190))
        case .colour: Hatch(.falling, ink: Ink(214, 178, 255))
        }
    }
}
