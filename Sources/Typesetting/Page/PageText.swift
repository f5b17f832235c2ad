/// A block of words in one size, broken into lines of a width.
package struct PageText: Sendable, Equatable {
    /// A stretch of words of one look.
    package struct Run: Sendable, Equatable {
        package var text: String
        package var isBold: Bool
        /// nil for the block's own.
        package var colour: PageColour?

        /// Words and their look.
        package init(_ text: String, isBold: Bool = false, colour: PageColour? = nil) {
            self.text = text
            self.isBold = isBold
            self.colour = colour
        }
    }

    /// The kind of letters.
    package enum Face: Sendable, Equatable {
        /// 宋体: documents.
        case serif
        /// 黑体: reports.
        case sans
    }

    /// Where lines shorter than the width stand.
    package enum Alignment: Sendable, Equatable {
        case left, centre, right
        /// Lines but the last fill the width.
        case justified
    }

    package var runs: [Run]
    package var face: Face
    /// The letters' body in points.
    package var size: Double
    package var colour: PageColour
    /// Longest line in points; nil for no breaking but at line feeds.
    package var width: Double?
    package var alignment: Alignment
    /// Distance of baselines as a multiple of the fonts' own; 1 is theirs.
    package var lineSpacing: Double
    /// Added between letters, in points.
    package var letterSpacing: Double
    /// Indent of each paragraph's first line, in points.
    package var indent: Double
    /// Lines after these are left out, and the last one ends with “…”; nil for no limit.
    package var maxLines: Int?
    /// Decides between the Chinese, Japanese and Korean forms of a character.
    package var script: Typesetter.Script
    /// Whether a character that no font has is an error; else a box with its code is drawn.
    package var isStrict: Bool

    /// A block of several looks.
    package init(
        runs: [Run],
        face: Face = .sans,
        size: Double,
        colour: PageColour = .black,
        width: Double? = nil,
        alignment: Alignment = .left,
        lineSpacing: Double = 1,
        letterSpacing: Double = 0,
        indent: Double = 0,
        maxLines: Int? = nil,
        script: Typesetter.Script = .simplifiedChinese,
        isStrict: Bool = true
    ) {
        self.runs = runs
        self.face = face
        self.size = size
        self.colour = colour
        self.width = width
        self.alignment = alignment
        self.lineSpacing = lineSpacing
        self.letterSpacing = letterSpacing
        self.indent = indent
        self.maxLines = maxLines
        self.script = script
        self.isStrict = isStrict
    }

    /// The extent of a set block.
    package struct Extent: Sendable, Equatable {
        /// Of the longest line, in points.
        package let width: Double
        /// Of all lines, in points.
        package let height: Double
        /// From the top to the first line's baseline.
        package let baseline: Double
        package let lines: Int
    }

    /// How much room it takes with this machine's fonts.
    ///
    /// Throws `TypesettingError` as drawing it would.
    package func extent() throws(TypesettingError) -> Extent {
        let layout = try TextLayout(self, for: nil)
        return layout.extent
    }

    /// The same block in the largest size, from its own down to `least`, at which it is no higher than `height`.
    ///
    /// At `least` it is given as it is, however high. Sizes go down in steps of a twentieth of its own.
    package func fitted(height: Double, least: Double) throws(TypesettingError) -> PageText {
        var text = self
        let step = max(size / 20, 0.1)
        while text.size > least, try text.extent().height > height { text.size = max(least, text.size - step) }
        return text
    }
}
