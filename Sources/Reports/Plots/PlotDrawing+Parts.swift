import Grading

extension PlotDrawing {
    /// Sizes of plots unless said otherwise: they fit a phone and stand side by side on a screen.
    static let ordinaryWidth = 350.0

    /// Adds a mark.
    mutating func add(_ mark: Mark) { marks.append(mark) }

    /// Adds words; see `Mark.text`.
    mutating func say(
        _ text: LocalizedText,
        _ x: Double,
        _ y: Double,
        _ anchor: Anchor = .start,
        ink: PlotInk = .soft,
        size: Double = PlotText.size,
        isBold: Bool = false
    ) {
        add(.text(text, at: Point(x, y), size: size, anchor: anchor, ink: ink, isBold: isBold))
    }

    /// Adds the same words in both languages.
    mutating func say(
        _ text: String,
        _ x: Double,
        _ y: Double,
        _ anchor: Anchor = .start,
        ink: PlotInk = .soft,
        isBold: Bool = false
    ) {
        say(PlotText.same(text), x, y, anchor, ink: ink, isBold: isBold)
    }

    /// A diamond about a point; one of the shapes that stand out in grey too.
    mutating func diamond(_ x: Double, _ y: Double, _ radius: Double, ink: PlotInk) {
        let corners = [Point(x, y - radius), Point(x + radius, y), Point(x, y + radius), Point(x - radius, y)]
        add(.polygon(corners, fill: ink, stroke: Stroke(.paper, width: 1)))
    }

    /// A triangle about a point, standing on its side or its tip.
    mutating func triangle(_ x: Double, _ y: Double, _ radius: Double, ink: PlotInk, pointsDown: Bool = false) {
        let sign = pointsDown ? -1.0 : 1.0
        let corners = [
            Point(x, y - sign * radius), Point(x + radius, y + sign * radius * 0.8),
            Point(x - radius, y + sign * radius * 0.8),
        ]
        add(.polygon(corners, fill: ink, stroke: Stroke(.paper, width: 1)))
    }

    /// An interval as a line with ends.
    mutating func whisker(acrossFrom x1: Double, to x2: Double, y: Double, stroke: Stroke) {
        add(.line(from: Point(x1, y), to: Point(x2, y), stroke: stroke))
        for x in [x1, x2] { add(.line(from: Point(x, y - 3), to: Point(x, y + 3), stroke: stroke)) }
    }

    /// Shares along the left side with grid lines; as few decimals as tell them apart.
    mutating func shareAxis(_ scale: PlotScale, left: Double, right: Double) {
        let ticks = scale.ticks(atMost: 6)
        let isFine = ticks.contains { abs($0 * 100 - ($0 * 100).rounded()) > 1e-6 }
        for tick in ticks {
            let y = scale.place(tick)
            add(.line(from: Point(left, y), to: Point(right, y), stroke: Stroke(.grid, width: 0.75)))
            say("\(Numbers.fixed(tick * 100, decimals: isFine ? 1 : 0)) %", left - 6, y + 4, .end)
        }
    }

    /// What the shapes mean, from the left, on lines that end at `right`; gives the baseline of the last line.
    ///
    /// - Parameter entries: a name and what draws its shape in 18 points' width about a middle.
    mutating func legend(
        _ entries: [(name: LocalizedText, draw: (inout PlotDrawing, Double, Double) -> Void)],
        left: Double,
        right: Double,
        y: Double
    ) -> Double {
        var (x, baseline) = (left, y)
        for (name, draw) in entries {
            // One place for both languages: as wide as the wider.
            let wide = max(PlotText.width(of: name.zh, size: 10.5), PlotText.width(of: name.en, size: 10.5))
            if x > left, x + 20 + wide > right { (x, baseline) = (left, baseline + 15) }
            draw(&self, x + 8, baseline - 4)
            say(name, x + 20, baseline, size: 10.5)
            x += 20 + wide + 13
        }
        return baseline
    }
}
