/// Words that were set elsewhere, as coverage of pixels.
package struct SetWords: Sendable, Equatable {
    package let width: Int
    package let height: Int
    /// `width * height` shares of ink, 0 none to 255 all, row-major.
    package let coverage: [UInt8]

    /// Set words.
    package init(width: Int, height: Int, coverage: [UInt8]) {
        precondition(coverage.count == width * height, "set words hold width × height pixels")
        self.width = width
        self.height = height
        self.coverage = coverage
    }
}

extension LegendStrip {
    /// How a legend below a picture of a width is laid out.
    package struct Measure: Sendable, Equatable {
        /// Pixels of the letters' body.
        package let size: Int
        /// Pixels at the left that the keys have.
        package let indent: Int
        /// Pixels that words have.
        package let room: Int
        /// Pixels from one line to the next.
        let line: Int

        /// The layout; letters grow with the picture and are never too small for Chinese characters.
        package init(width: Int) {
            size = max(13, min(48, width / 46))
            line = size * 3 / 2
            indent = line * 2
            room = max(8, width - indent - line / 2)
        }
    }

    /// The picture with a strip of entries below it, whose words were set `Measure.room` wide.
    package static func below(
        rgb: [UInt8],
        width: Int,
        height: Int,
        set entries: [(key: LegendEntry.Key, words: SetWords)]
    ) -> (rgb: [UInt8], width: Int, height: Int) {
        let measure = Measure(width: width)
        let (line, gap) = (measure.line, measure.line / 3)
        let whole = height + entries.reduce(gap) { $0 + max(line, $1.words.height) + gap }
        var painter = ShapePainter(
            rgb: rgb + [UInt8](repeating: 18, count: (whole - height) * width * 3),
            width: width,
            height: whole,
            frame: PixelBox(x: 0, y: 0, width: width, height: whole)
        )
        var y = height + gap
        for entry in entries {
            let middle = PixelPoint(x: Double(line) * 0.9, y: Double(y) + Double(line) / 2)
            painter.draw(shapes(for: entry.key, at: middle, line: Double(line)))
            if case .number(let number, _, isPlaced: false) = entry.key {
                let scale = max(1, line / 14)
                let wide = ("\(number)".count * BlockFont.advance - 1) * scale
                painter.write(
                    "\(number)",
                    x: Int(middle.x) - wide / 2,
                    y: Int(middle.y) - BlockFont.glyphHeight * scale / 2,
                    scale: scale,
                    Ink(grey: 0)
                )
            }
            y += max(line, entry.words.height) + gap
        }
        var drawn = painter.rgb
        y = height + gap
        for entry in entries {
            write(
                entry.words,
                x: measure.indent,
                y: y + max(0, line - entry.words.height) / 2,
                on: &drawn,
                width: width
            )
            y += max(line, entry.words.height) + gap
        }
        return (drawn, width, whole)
    }

    /// White words over the samples; what lies beyond them is cut.
    private static func write(_ words: SetWords, x left: Int, y top: Int, on samples: inout [UInt8], width: Int) {
        for row in 0..<words.height {
            for column in 0..<words.width where left + column < width {
                let share = Int(words.coverage[row * words.width + column])
                let at = 3 * ((top + row) * width + left + column)
                guard share > 0, at >= 0, at + 2 < samples.count else { continue }
                for channel in at..<at + 3 {
                    samples[channel] = UInt8((Int(samples[channel]) * (255 - share) + 255 * share) / 255)
                }
            }
        }
    }
}
