import Grading

/// Findings by how often they occur, the few that make 80 % in dark.
struct ParetoPlot {
    /// One bar.
    struct Bar: Equatable {
        var name: LocalizedText
        var count: Int
    }

    /// Most frequent first.
    let bars: [Bar]
    let title: LocalizedText
    let summary: LocalizedText
    /// Bars that are drawn at most; the rest is put together.
    static let mostBars = 9
    /// The part of all that the few make up.
    static let vital = 0.8

    /// How many of the first bars make up 80 % of all.
    static func vitalCount(of bars: [Bar]) -> Int {
        let all = Double(bars.reduce(0) { $0 + $1.count })
        var sum = 0
        for (index, bar) in bars.enumerated() {
            sum += bar.count
            if Double(sum) >= vital * all - 1e-9 { return index + 1 }
        }
        return bars.count
    }

    /// The drawing.
    var drawing: PlotDrawing {
        let shown = self.shown
        let (rowHeight, top) = (22.0, 22.0)
        var drawing = PlotDrawing(
            width: PlotDrawing.ordinaryWidth,
            height: top + Double(shown.count) * rowHeight + 4,
            title: title,
            summary: summary
        )
        let all = bars.reduce(0) { $0 + $1.count }
        let (barLeft, barRight, right) = (146.0, PlotDrawing.ordinaryWidth - 100, PlotDrawing.ordinaryWidth - 6)
        let most = Double(shown.map(\.count).max() ?? 1)
        let vital = Self.vitalCount(of: bars)
        drawing.say(Word.count.text, barRight + 32, 13, .end, size: 10)
        drawing.say(Word.cumulative.text, right, 13, .end, size: 10)
        var sum = 0
        for (index, bar) in shown.enumerated() {
            let y = top + Double(index) * rowHeight
            sum += bar.count
            let isVital = index < vital
            drawing.say(
                PlotText.fitted(bar.name, width: barLeft - 12),
                barLeft - 8,
                y + 14,
                .end,
                ink: isVital ? .ink : .soft
            )
            drawing.add(
                .rectangle(
                    at: .init(barLeft, y + 3),
                    width: (barRight - barLeft) * Double(bar.count) / max(1, most),
                    height: 15,
                    fill: isVital ? .series : .few,
                    stroke: nil
                )
            )
            drawing.say(String(bar.count), barRight + 32, y + 14, .end, ink: isVital ? .ink : .soft)
            drawing.say(
                Numbers.percent(Double(sum) / Double(max(1, all))),
                right,
                y + 14,
                .end,
                ink: isVital ? .ink : .soft,
                isBold: index + 1 == vital
            )
            if index + 1 == vital, index + 1 < shown.count {
                drawing.add(
                    .line(
                        from: .init(6, y + rowHeight),
                        to: .init(right, y + rowHeight),
                        stroke: .init(.limit, width: 0.9, dash: [4, 3])
                    )
                )
            }
        }
        drawing.add(
            .line(
                from: .init(barLeft, top),
                to: .init(barLeft, top + Double(shown.count) * rowHeight),
                stroke: .init(.soft, width: 0.75)
            )
        )
        return drawing
    }

    /// The bars, the last of which stands for all that have no place.
    private var shown: [Bar] {
        guard bars.count > Self.mostBars else { return bars }
        let rest = bars[(Self.mostBars - 1)...]
        return Array(bars.prefix(Self.mostBars - 1)) + [
            Bar(name: Word.paretoRest.filled(["n": String(rest.count)]), count: rest.reduce(0) { $0 + $1.count })
        ]
    }
}
