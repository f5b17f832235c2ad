package import Grading
package import Imaging

extension FindingScene {
    /// A finding's number on the picture.
    package struct Badge: Sendable, Equatable {
        package let number: Int
        package let ink: Ink
        /// Share of the view's width from its left edge, 0–1.
        package let across: Double
        /// Share of the view's height from its upper edge, 0–1.
        package let down: Double
    }

    /// The samples of a view of the picture with the shapes drawn in.
    ///
    /// - Parameters:
    ///   - rgb: `width * height * 3` samples R, G, B.
    ///   - frame: the part of the upright original that they show, in its pixels.
    ///   - withBadges: whether numbers and words are drawn too; a view of few pixels has no room for them.
    package func drawn(
        on rgb: [UInt8],
        width: Int,
        height: Int,
        frame: PixelBox,
        withBadges: Bool = true
    ) -> [UInt8] {
        guard width > 0, height > 0, rgb.count == width * height * 3 else { return rgb }
        var painter = ShapePainter(rgb: rgb, width: width, height: height, frame: frame)
        painter.draw(withBadges ? shapes : shapes.filter { !$0.isBadge })
        return painter.rgb
    }

    /// The findings' numbers that lie in a part of the original.
    package func badges(in frame: PixelBox) -> [Badge] {
        shapes.compactMap { shape in
            guard case .badge(let number, let place, _, let ink) = shape else { return nil }
            let across = (place.x - Double(frame.x)) / Double(max(1, frame.width))
            let down = (place.y - Double(frame.y)) / Double(max(1, frame.height))
            guard (0...1).contains(across), (0...1).contains(down) else { return nil }
            return Badge(number: number, ink: ink, across: across, down: down)
        }
    }

    /// What is drawn beside findings, with the sign that stands for it; one line each.
    package func legend(_ language: Language) -> [String] { notes.map { $0.text[language] } }

    /// What is drawn beside findings, with the sign that stands for it.
    var notes: [(key: LegendEntry.Key, text: LocalizedText)] {
        var notes: [(key: LegendEntry.Key, text: LocalizedText)] = []
        func add(_ key: LegendEntry.Key, _ sign: String, _ text: LocalizedText) {
            notes.append((key, LocalizedText(zh: "\(sign) \(text.zh)", en: "\(sign) \(text.en)")))
        }
        if hasOutline {
            let (area, depth) = (Word.scanArea.text, Word.depthMarks.text)
            add(
                .line(Self.areaInk),
                "- -",
                hasDepthMarks ? LocalizedText(zh: "\(area.zh)；\(depth.zh)", en: "\(area.en); \(depth.en)") : area
            )
        }
        if let deadElements { add(.hatch(Self.deadHatch), "###", deadElements) }
        for kind in excluded {
            let sign =
                switch kind.hatch.direction {
                case .rising: "///"
                case .falling: "\\\\\\"
                case .crossed: "xxx"
                }
            let (out, name) = (Word.leftOut.text, kind.name.text)
            add(.hatch(kind.hatch), sign, LocalizedText(zh: "\(out.zh)：\(name.zh)", en: "\(out.en): \(name.en)"))
        }
        return notes
    }
}

extension DrawnShape {
    /// Whether it is a finding's number, or a word.
    var isBadge: Bool {
        switch self {
        case .badge, .label: true
        case .line, .tint, .hatch: false
        }
    }
}
