package import Grading

/// Shares before and after, each with its interval, and what is to be made of the difference.
package struct ComparisonPlot: Sendable {
    /// One share before and after.
    package struct Line: Sendable, Equatable {
        package var name: LocalizedText
        package var before: ProportionChart.Sample
        package var after: ProportionChart.Sample
        /// Whether a rise is good.
        package var higherIsBetter: Bool

        /// A share of items before and after.
        package init(
            name: LocalizedText,
            before: ProportionChart.Sample,
            after: ProportionChart.Sample,
            higherIsBetter: Bool
        ) {
            self.name = name
            self.before = before
            self.after = after
            self.higherIsBetter = higherIsBetter
        }

        /// What is to be made of the difference: better, worse, or not to be told.
        var outcome: Outcome {
            guard let difference = ShareDifference(from: before, to: after), difference.isClear else { return .unclear }
            return (difference.difference > 0) == higherIsBetter ? .better : .worse
        }
    }

    /// What a difference means.
    enum Outcome {
        case better, worse, unclear

        var word: Word {
            switch self {
            case .better: .changeBetter
            case .worse: .changeWorse
            case .unclear: .changeUnclear
            }
        }

        var ink: PlotInk {
            switch self {
            case .better: .good
            case .worse: .alarm
            case .unclear: .soft
            }
        }
    }

    /// In the order drawn; those without items on either side are left out.
    package let lines: [Line]
    package let title: LocalizedText

    /// A plot of lines, such as the pass rate and the findings of a course's topics before and after it.
    package init(lines: [Line], title: LocalizedText) {
        self.lines = lines.filter { $0.before.total > 0 && $0.after.total > 0 }
        self.title = title
    }

    /// Each line in words.
    package var summary: LocalizedText {
        PlotText.joined(lines.compactMap { Self.sentence(on: $0) })
    }

    /// A line in words with the difference and its interval in percentage points; nil without items on either side.
    static func sentence(on line: Line) -> LocalizedText? {
        guard let difference = ShareDifference(from: line.before, to: line.after), let before = line.before.share,
            let after = line.after.share
        else { return nil }
        return Word.comparedLine.filled(localized: [
            "name": line.name, "before": PlotText.same(Numbers.percent(before)),
            "now": PlotText.same(Numbers.percent(after)), "points": PlotText.same(points(difference.difference)),
            "low": PlotText.same(points(difference.interval.low)),
            "high": PlotText.same(points(difference.interval.high)),
        ])
    }

    /// A difference in percentage points with its sign: `+3.1`, `−2.0`.
    static func points(_ difference: Double) -> String {
        let text = Numbers.fixed(abs(difference) * 100, decimals: 1)
        return text == "0.0" ? text : difference < 0 ? "−\(text)" : "+\(text)"
    }

    /// The drawing.
    package var drawing: PlotDrawing {
        let (rowHeight, left, right) = (44.0, 10.0, PlotDrawing.ordinaryWidth - 10)
        var drawing = PlotDrawing(width: PlotDrawing.ordinaryWidth, height: 0, title: title, summary: summary)
        let legendEnd = legend(in: &drawing, left: left, right: right)
        let top = legendEnd + 8
        let bottom = top + Double(lines.count) * rowHeight
        let ends = lines.flatMap { line in
            [line.before, line.after].compactMap { ShareInterval(wilson: $0.count, of: $0.total) }.flatMap {
                [$0.low, $0.high]
            }
        }
        let most = ends.max() ?? 1
        let step = PlotScale.step(for: max(0.05, most), atMost: 5)
        let full = min(1, (most / step - 1e-9).rounded(.up) * step)
        let scale = PlotScale(low: 0, high: max(full, 0.05), from: left + 4, to: right - 12)
        for tick in scale.ticks(atMost: 6) {
            let x = scale.place(tick)
            drawing.add(.line(from: .init(x, top), to: .init(x, bottom), stroke: .init(.grid, width: 0.75)))
            let isFine = step * 100 != (step * 100).rounded()
            drawing.say("\(Numbers.fixed(tick * 100, decimals: isFine ? 1 : 0)) %", x, bottom + 14, .middle)
        }
        for (index, line) in lines.enumerated() {
            row(line, y: top + Double(index) * rowHeight, left: left, right: right, scale: scale, in: &drawing)
        }
        drawing.height = bottom + 20
        return drawing
    }

    private func row(
        _ line: Line,
        y: Double,
        left: Double,
        right: Double,
        scale: PlotScale,
        in drawing: inout PlotDrawing
    ) {
        guard let difference = ShareDifference(from: line.before, to: line.after), let before = line.before.share,
            let after = line.after.share
        else { return }
        let outcome = line.outcome
        let points = PlotText.same(Self.points(difference.difference))
        let verdict = LocalizedText(
            zh: "\(points.zh) \(outcome.word.text.zh)",
            en: "\(points.en) \(outcome.word.text.en)"
        )
        let wide = max(PlotText.width(of: verdict.zh, size: 11), PlotText.width(of: verdict.en, size: 11))
        drawing.say(PlotText.fitted(line.name, width: right - left - wide - 12), left, y + 13, ink: .ink)
        drawing.say(verdict, right, y + 13, .end, ink: outcome.ink, isBold: outcome != .unclear)
        for (sample, offset, ink) in [(line.before, 22.0, PlotInk.faint), (line.after, 34.0, .series)] {
            guard let interval = ShareInterval(wilson: sample.count, of: sample.total) else { continue }
            drawing.whisker(
                acrossFrom: scale.place(interval.low),
                to: scale.place(interval.high),
                y: y + offset,
                stroke: .init(ink, width: 1.2)
            )
        }
        drawing.add(
            .circle(at: .init(scale.place(before), y + 22), radius: 4, fill: .paper, stroke: .init(.faint, width: 1.6))
        )
        drawing.add(.circle(at: .init(scale.place(after), y + 34), radius: 4, fill: .series, stroke: nil))
    }

    private func legend(in drawing: inout PlotDrawing, left: Double, right: Double) -> Double {
        drawing.legend(
            [
                (
                    Word.legendBefore.text,
                    { drawing, x, y in
                        drawing.whisker(acrossFrom: x - 8, to: x + 8, y: y, stroke: .init(.faint, width: 1.2))
                        drawing.add(
                            .circle(at: .init(x, y), radius: 4, fill: .paper, stroke: .init(.faint, width: 1.6))
                        )
                    }
                ),
                (
                    Word.legendAfter.text,
                    { drawing, x, y in
                        drawing.whisker(acrossFrom: x - 8, to: x + 8, y: y, stroke: .init(.series, width: 1.2))
                        drawing.add(.circle(at: .init(x, y), radius: 4, fill: .series, stroke: nil))
                    }
                ),
            ],
            left: left,
            right: right,
            y: 14
        )
    }
}
