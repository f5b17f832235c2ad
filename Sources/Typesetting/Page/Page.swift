/// One sheet: what is drawn on it, later marks over earlier ones.
///
/// Lengths are points (1/72 inch) from the top left corner, y downwards.
package struct Page: Sendable, Equatable {
    /// Points in a millimetre.
    package static let millimetre = 72 / 25.4

    package var width: Double
    package var height: Double
    package var marks: [PageMark]

    /// A sheet of any size, 1–14,400 points a side (PDF's bound).
    package init(width: Double, height: Double, marks: [PageMark] = []) {
        self.width = width
        self.height = height
        self.marks = marks
    }

    /// ISO A4, 210 × 297 mm.
    package static var a4: Page { Page(width: 210 * millimetre, height: 297 * millimetre) }

    /// ISO A4 lying, 297 × 210 mm.
    package static var a4Landscape: Page { Page(width: 297 * millimetre, height: 210 * millimetre) }
}

/// A place on a page.
package struct PagePoint: Sendable, Equatable {
    package var x: Double
    package var y: Double

    /// In points.
    package init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// An upright box on a page.
package struct PageBox: Sendable, Equatable {
    package var x: Double
    package var y: Double
    package var width: Double
    package var height: Double

    /// From its top left corner, in points.
    package init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }
}

/// Red, green and blue, each 0–255.
package struct PageColour: Sendable, Equatable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8

    /// By its parts.
    package init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// As hexadecimal digits: `0x16202a`.
    package init(_ code: Int) {
        self.init(red: UInt8(code >> 16 & 255), green: UInt8(code >> 8 & 255), blue: UInt8(code & 255))
    }

    package static let black = PageColour(0)
    package static let white = PageColour(0xff_ffff)
}

/// How a line is drawn; ends are butt, corners round.
package struct PageStroke: Sendable, Equatable {
    package var colour: PageColour
    /// In points.
    package var width: Double
    /// Lengths of strokes and gaps in turn, in points; empty for an unbroken line.
    package var dash: [Double]

    /// A line's look.
    package init(_ colour: PageColour, width: Double = 1, dash: [Double] = []) {
        self.colour = colour
        self.width = width
        self.dash = dash
    }
}

/// Which part of a line of words stands at its place.
package enum PageAnchor: Sendable, Equatable {
    case start, middle, end
}

/// One thing drawn on a page.
package enum PageMark: Sendable, Equatable {
    /// A block of words with its top left corner at a place.
    case text(PageText, at: PagePoint)
    /// One line of words whose baseline goes through a place.
    case words(PageText, at: PagePoint, anchor: PageAnchor)
    /// An open chain of lines.
    case polyline([PagePoint], stroke: PageStroke)
    /// A closed area.
    case polygon([PagePoint], fill: PageColour?, stroke: PageStroke?)
    /// An upright rectangle; corners are arcs of `radius`.
    case rectangle(PageBox, radius: Double, fill: PageColour?, stroke: PageStroke?)
    /// A disc or ring.
    case circle(at: PagePoint, radius: Double, fill: PageColour?, stroke: PageStroke?)
    /// A picture as large as fits into a box without being distorted, in its middle.
    ///
    /// With `darkens`, what lies below shows through its light parts, as below a stamp.
    case picture(PagePicture, in: PageBox, darkens: Bool)
    /// A QR code as black squares, its quiet zone of four modules included in the box's smaller side.
    case symbol(QRSymbol, in: PageBox)
}
