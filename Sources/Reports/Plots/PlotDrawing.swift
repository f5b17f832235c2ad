package import Grading

/// A plot as primitives in points (1/72 inch), the origin at the top left, y downwards.
///
/// The same drawing becomes SVG on a page (`svg`) and is drawn in a PDF; later marks lie over earlier ones. Nothing is told
/// by colour alone: what matters differs by shape, dash or lightness too, so that a grey printer loses nothing.
package struct PlotDrawing: Sendable, Equatable {
    /// A place.
    package struct Point: Sendable, Equatable {
        package var x: Double
        package var y: Double

        /// A place in points.
        package init(_ x: Double, _ y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// How a line is drawn; ends are butt, corners round.
    package struct Stroke: Sendable, Equatable {
        package var ink: PlotInk
        /// In points.
        package var width: Double
        /// Lengths of strokes and gaps in turn, in points; empty for an unbroken line.
        package var dash: [Double]

        /// A line's look.
        package init(_ ink: PlotInk, width: Double = 1, dash: [Double] = []) {
            self.ink = ink
            self.width = width
            self.dash = dash
        }
    }

    /// Which part of a text stands at its place.
    package enum Anchor: String, Sendable, CaseIterable {
        case start, middle, end
    }

    /// One thing drawn.
    package enum Mark: Sendable, Equatable {
        /// A straight line.
        case line(from: Point, to: Point, stroke: Stroke)
        /// An open chain of lines.
        case polyline([Point], stroke: Stroke)
        /// A closed area.
        case polygon([Point], fill: PlotInk?, stroke: Stroke?)
        /// An upright rectangle from its top left corner.
        case rectangle(at: Point, width: Double, height: Double, fill: PlotInk?, stroke: Stroke?)
        /// A disc or ring.
        case circle(at: Point, radius: Double, fill: PlotInk?, stroke: Stroke?)
        /// One line of words; `at` is on its baseline; `size` is the body's height in points.
        case text(LocalizedText, at: Point, size: Double, anchor: Anchor, ink: PlotInk, isBold: Bool)
    }

    /// In points.
    package var width: Double
    /// In points.
    package var height: Double
    /// What it is, in a few words; for people who can't see it, and as a heading.
    package var title: LocalizedText
    /// What it shows, in a sentence or two with the figures that matter; for people who can't see it.
    package var summary: LocalizedText
    package var marks: [Mark]

    /// An empty drawing.
    package init(
        width: Double,
        height: Double,
        title: LocalizedText,
        summary: LocalizedText,
        marks: [Mark] = []
    ) {
        self.width = width
        self.height = height
        self.title = title
        self.summary = summary
        self.marks = marks
    }
}

/// The colours of plots; each has its own lightness where two must be told apart in grey.
package enum PlotInk: String, Sendable, CaseIterable {
    /// Words and axes.
    case ink
    /// Lesser words.
    case soft
    /// Grid lines.
    case grid
    /// The ground, also as the inside of rings.
    case paper
    /// The area between control limits.
    case band
    /// The area between inner and outer limits.
    case outerBand
    /// What was measured.
    case series
    /// What was measured before, or is less important.
    case faint
    /// Limits.
    case limit
    /// Beyond a limit.
    case alarm
    /// Better.
    case good
    /// The experts' part.
    case expert
    /// Severities of findings.
    case critical, major, minor, info
    /// Calendar days, from nothing to the most.
    case none, few, some, many, most

    /// Red, green, blue, 0–255.
    package var rgb: (red: UInt8, green: UInt8, blue: UInt8) {
        (UInt8(code >> 16 & 255), UInt8(code >> 8 & 255), UInt8(code & 255))
    }

    /// As CSS writes it: `#16202a`.
    var css: String {
        let digits = String(code, radix: 16)
        return "#\(String(repeating: "0", count: 6 - digits.count))\(digits)"
    }

    private var code: Int {
        switch self {
        case .ink: 0x16202a
        case .soft: 0x51606e
        case .grid: 0xd5dde4
        case .paper: 0xffffff
        case .band: 0xe4eef4
        case .outerBand: 0xf2f6f9
        case .series: 0x17648a
        case .faint: 0x9aa9b6
        case .limit: 0x51606e
        case .alarm: 0xb3261e
        case .good: 0x17703a
        case .expert: 0x5b3fa8
        case .critical: 0xb3261e
        case .major: 0xc25e00
        case .minor: 0xb8952a
        case .info: 0x7d9ab2
        case .none: 0xeef2f5
        case .few: 0xc3d9e6
        case .some: 0x8db6cf
        case .many: 0x4a86ab
        case .most: 0x1f5878
        }
    }
}
