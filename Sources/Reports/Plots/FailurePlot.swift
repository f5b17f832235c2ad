import Grading

/// A technician's images of the random draw one by one: what speaks for more failures than there should be.
struct FailurePlot {
    let run: FailureRun
    let title: LocalizedText
    let summary: LocalizedText
    /// Images that are drawn at most, the last ones.
    static let mostItems = 500

    /// The drawing.
    var drawing: PlotDrawing {
        let (left, right, top, bottom) = (34.0, PlotDrawing.ordinaryWidth - 12, 18.0, 150.0)
        var drawing = PlotDrawing(width: PlotDrawing.ordinaryWidth, height: 192, title: title, summary: summary)
        let start = max(0, run.items - Self.mostItems)
        let values = Array(run.values[start...])
        let across = PlotScale(low: Double(start), high: Double(run.items), from: left, to: right)
        let most = max(FailureSum.alarmLevel, values.max() ?? 0)
        let scale = PlotScale(low: 0, high: most * 1.12, from: bottom, to: top)
        if let before = run.before, before > start {
            let end = across.place(Double(before))
            drawing.add(
                .rectangle(at: .init(left, top), width: end - left, height: bottom - top, fill: .band, stroke: nil)
            )
        }
        for tick in scale.ticks(atMost: 5) {
            let y = scale.place(tick)
            drawing.add(.line(from: .init(left, y), to: .init(right, y), stroke: .init(.grid, width: 0.75)))
            drawing.say(Numbers.fixed(tick, decimals: 0), left - 6, y + 4, .end)
        }
        let alarm = scale.place(FailureSum.alarmLevel)
        drawing.add(
            .line(from: .init(left, alarm), to: .init(right, alarm), stroke: .init(.alarm, width: 1.1, dash: [4, 3]))
        )
        drawing.say(Word.alarm.text, left + 4, alarm - 4, ink: .alarm, size: 10.5)
        for index in run.failed where index >= start {
            let x = across.place(Double(index) + 0.5)
            drawing.add(.line(from: .init(x, bottom + 1), to: .init(x, bottom + 7), stroke: .init(.ink, width: 1)))
        }
        drawing.add(.line(from: .init(left, bottom), to: .init(right, bottom), stroke: .init(.soft, width: 0.75)))
        let line = values.enumerated().map { index, value in
            PlotDrawing.Point(across.place(Double(start + index) + 0.5), scale.place(value))
        }
        drawing.add(.polyline(line, stroke: .init(.series, width: 1.5)))
        for index in run.alarms where index >= start {
            drawing.diamond(
                across.place(Double(index) + 0.5),
                scale.place(run.values[index]),
                6,
                ink: .alarm
            )
        }
        for tick in across.ticks(atMost: 6) where tick > Double(start) {
            drawing.say(Numbers.fixed(tick, decimals: 0), across.place(tick), bottom + 21, .middle)
        }
        drawing.say(Word.failureAxis.text, right, bottom + 36, .end)
        return drawing
    }
}
