import Imaging

extension Exclusion {
    /// The id of its pattern in a page or a drawing.
    var patternID: String {
        switch self {
        case .annotation: "hatch-annotation"
        case .blackout: "hatch-blackout"
        case .colour: "hatch-colour"
        }
    }

    /// What it is called in a legend.
    package var name: Word {
        switch self {
        case .annotation: .excludedAnnotation
        case .blackout: .excludedBlackout
        case .colour: .excludedColour
        }
    }
}

/// The hatchings of what was left out, as SVG patterns.
enum HatchPatterns {
    /// A drawing without size that holds the patterns for all pictures of a page.
    static var hidden: Markup {
        "<svg width=\"0\" height=\"0\" style=\"position:absolute\" aria-hidden=\"true\">\(definitions(period: 9))</svg>"
    }

    /// `<defs>` with a pattern for each kind; `period` is in the drawing's units.
    static func definitions(period: Double) -> Markup {
        "<defs>\(Exclusion.allCases.map { pattern($0, period: period) })</defs>"
    }

    private static func pattern(_ kind: Exclusion, period: Double) -> Markup {
        let side = Markup(trusted: Numbers.fixed(period, decimals: 1))
        let width = Markup(trusted: Numbers.fixed(period / 6, decimals: 1))
        let ink = kind.hatch.ink.markup
        let rising: Markup = "<path d=\"M0 \(side)L\(side) 0\" stroke=\"\(ink)\" stroke-width=\"\(width)\"/>"
        let falling: Markup = "<path d=\"M0 0L\(side) \(side)\" stroke=\"\(ink)\" stroke-width=\"\(width)\"/>"
        let strokes: Markup =
            switch kind.hatch.direction {
            case .rising: rising
            case .falling: falling
            case .crossed: "\(rising)\(falling)"
            }
        return """
            <pattern id="\(kind.patternID)" width="\(side)" height="\(side)" patternUnits="userSpaceOnUse">\
            <rect width="\(side)" height="\(side)" fill="\(ink)" fill-opacity=".12"/>\(strokes)</pattern>
            """
    }
}

extension Ink {
    /// `#rrggbb`.
    var markup: Markup {
        let hex = [red, green, blue].map { value in
            (value < 16 ? "0" : "") + String(value, radix: 16)
        }
        return Markup(trusted: "#" + hex.joined())
    }
}
