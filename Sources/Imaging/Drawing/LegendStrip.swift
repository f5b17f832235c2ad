/// One entry of a legend that is drawn below a picture, in `BlockFont`.
package struct LegendEntry: Sendable, Equatable {
    /// What stands before the words.
    package enum Key: Sendable, Equatable {
        /// A number on a disc, as on the picture; on a square for what has no place there.
        case number(Int, ink: Ink, isPlaced: Bool)
        case hatch(Hatch)
        case line(Ink)
        case none
    }

    package let key: Key
    /// Capitals, digits and the signs of `BlockFont`; anything else leaves a gap.
    package let words: String

    /// An entry.
    package init(_ key: Key, _ words: String) {
        self.key = key
        self.words = words
    }
}

/// Draws a legend below a picture, so that nothing of the picture is covered.
package enum LegendStrip {
    /// The picture with a strip of entries below it, as wide as the picture; words are broken between lines.
    package static func below(
        rgb: [UInt8],
        width: Int,
        height: Int,
        entries: [LegendEntry]
    ) -> (rgb: [UInt8], width: Int, height: Int) {
        let scale = max(1, (width + 240) / 480)
        let line = (BlockFont.glyphHeight + 4) * scale
        let indent = line * 2
        let columns = max(8, (width - indent - line / 2) / (BlockFont.advance * scale))
        let broken = entries.map { (key: $0.key, lines: lines(of: $0.words, columns: columns)) }
        let rows = broken.reduce(0) { $0 + max(1, $1.lines.count) }
        let gap = line / 2
        let whole = height + rows * line + (broken.count + 1) * gap
        let background = [UInt8](repeating: 18, count: (whole - height) * width * 3)
        var painter = ShapePainter(
            rgb: rgb + background,
            width: width,
            height: whole,
            frame: PixelBox(x: 0, y: 0, width: width, height: whole)
        )
        var y = height + gap
        for entry in broken {
            let middle = PixelPoint(x: Double(line) * 0.9, y: Double(y) + Double(line) / 2 - Double(2 * scale))
            painter.draw(shapes(for: entry.key, at: middle, line: Double(line)))
            if case .number(let number, _, isPlaced: false) = entry.key {
                let words = "\(number)"
                let wide = (words.count * BlockFont.advance - 1) * scale
                painter.write(
                    words,
                    x: Int(middle.x) - wide / 2,
                    y: Int(middle.y) - BlockFont.glyphHeight * scale / 2,
                    scale: scale,
                    Ink(grey: 0)
                )
            }
            for (index, words) in entry.lines.enumerated() {
                painter.write(words, x: indent, y: y + index * line, scale: scale, .white)
            }
            y += max(1, entry.lines.count) * line + gap
        }
        return (painter.rgb, width, whole)
    }

    static func shapes(for key: LegendEntry.Key, at middle: PixelPoint, line: Double) -> [DrawnShape] {
        let box = PixelBox(
            x: Int(middle.x - line * 0.55),
            y: Int(middle.y - line * 0.45),
            width: Int(line * 1.1),
            height: Int(line * 0.9)
        )
        switch key {
        case .none: return []
        case .number(let number, let ink, isPlaced: true):
            return [.badge(number, at: middle, radius: line * 0.6, ink: ink)]
        case .number(_, let ink, isPlaced: false):
            return [.tint(box.corners, ink: ink, opacity: 1)]
        case .hatch(let pattern): return [.hatch([box], pattern: pattern, spacing: line / 2)]
        case .line(let ink):
            let ends = [-1.0, 1].map { PixelPoint(x: middle.x + $0 * line * 0.55, y: middle.y) }
            return [.line(ends, isClosed: false, ink: ink, width: max(1, line / 8), dash: line / 4)]
        }
    }

    /// Words broken at spaces; a longer word is cut.
    static func lines(of words: String, columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in words.split(separator: " ") {
            var rest = Substring(word)
            while rest.count > columns {
                if !line.isEmpty { lines.append(line) }
                lines.append(String(rest.prefix(columns)))
                line = ""
                rest = rest.dropFirst(columns)
            }
            if rest.isEmpty { continue }
            if line.isEmpty {
                line = String(rest)
            } else if line.count + 1 + rest.count <= columns {
                line += " " + rest
            } else {
                lines.append(line)
                line = String(rest)
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }
}
