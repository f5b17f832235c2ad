import Grading

/// How many exams came on each day: a sheet of weeks for up to six weeks, a column a week for longer.
struct CalendarPlot {
    /// Exams by day of the period, `yyyy-MM-dd`.
    let exams: [String: Int]
    let first: CalendarDay
    let last: CalendarDay
    let title: LocalizedText
    let summary: LocalizedText
    /// Weeks that find room.
    static let mostWeeks = 53

    private static let weekdays = [
        ("一", "Mon"), ("二", "Tue"), ("三", "Wed"), ("四", "Thu"), ("五", "Fri"), ("六", "Sat"), ("日", "Sun"),
    ]

    /// Weeks that the period touches.
    static func weeks(from first: CalendarDay, to last: CalendarDay) -> Int {
        (last.number - last.weekday - (first.number - first.weekday)) / 7 + 1
    }

    /// Whether a period is short enough for a sheet with a figure on each day.
    static func isSheet(from first: CalendarDay, to last: CalendarDay) -> Bool { weeks(from: first, to: last) <= 6 }

    /// The drawing.
    var drawing: PlotDrawing { Self.isSheet(from: first, to: last) ? sheet : strip }

    private var most: Int { exams.values.max() ?? 0 }

    /// In which of four steps a count lies; nil for none.
    private func ink(_ count: Int) -> PlotInk? {
        guard count > 0, most > 0 else { return nil }
        let steps: [PlotInk] = [.few, .some, .many, .most]
        return steps[min(3, (count - 1) * 4 / most)]
    }

    private var sheet: PlotDrawing {
        let (left, top, gap) = (8.0, 24.0, 3.0)
        let (cell, height) = ((PlotDrawing.ordinaryWidth - 2 * left + gap) / 7, 32.0)
        let weeks = Self.weeks(from: first, to: last)
        var drawing = PlotDrawing(
            width: PlotDrawing.ordinaryWidth,
            height: top + Double(weeks) * (height + gap) + 22,
            title: title,
            summary: summary
        )
        for (index, name) in Self.weekdays.enumerated() {
            let text = LocalizedText(zh: name.0, en: name.1)
            drawing.say(text, left + (Double(index) + 0.5) * cell - gap / 2, 15, .middle)
        }
        let monday = first.number - first.weekday
        for number in first.number...last.number {
            guard let day = CalendarDay(number: number) else { continue }
            let x = left + Double(day.weekday) * cell
            let y = top + Double((number - monday) / 7) * (height + gap)
            let count = exams[day.description] ?? 0
            let fill = ink(count)
            drawing.add(
                .rectangle(
                    at: .init(x, y),
                    width: cell - gap,
                    height: height,
                    fill: fill ?? .paper,
                    stroke: fill == nil ? .init(.grid, width: 1) : nil
                )
            )
            let isDark = fill == .many || fill == .most
            let size = 9.0
            let name = PlotText.same(
                day.day == 1 || number == first.number
                    ? "\(day.month)/\(day.day)" : String(day.day)
            )
            drawing.say(name, x + 4, y + 11, ink: isDark ? .paper : .soft, size: size)
            if count > 0 {
                drawing.say(
                    PlotText.same(String(count)),
                    x + cell - gap - 5,
                    y + 26,
                    .end,
                    ink: isDark ? .paper : .ink,
                    size: 12,
                    isBold: true
                )
            }
        }
        key(in: &drawing, left: left, y: drawing.height - 6)
        return drawing
    }

    private var strip: PlotDrawing {
        let start = first.number
        let monday = start - first.weekday
        let weeks = (last.number - monday) / 7 + 1
        let (left, top) = (30.0, 20.0)
        let cell = min(16, (PlotDrawing.ordinaryWidth - left - 6) / Double(weeks))
        let height = max(cell, 11)
        var drawing = PlotDrawing(
            width: PlotDrawing.ordinaryWidth,
            height: top + 7 * height + 24,
            title: title,
            summary: summary
        )
        for index in [0, 2, 4, 6] {
            let name = Self.weekdays[index]
            let text = LocalizedText(zh: name.0, en: name.1)
            drawing.say(text, left - 6, top + (Double(index) + 0.5) * height + 3.5, .end, size: 10)
        }
        var labelEnd = 0.0
        for number in start...last.number {
            guard let day = CalendarDay(number: number) else { continue }
            let x = left + Double((number - monday) / 7) * cell
            let y = top + Double(day.weekday) * height
            let fill = ink(exams[day.description] ?? 0)
            drawing.add(
                .rectangle(
                    at: .init(x + 0.4, y + 0.4),
                    width: cell - 0.8,
                    height: height - 0.8,
                    fill: fill ?? .paper,
                    stroke: fill == nil ? .init(.grid, width: 0.6) : nil
                )
            )
            if day.day == 1 || number == start, x >= labelEnd {
                drawing.say(PlotText.span(String(day.description.prefix(7))), x, top - 6, size: 10)
                labelEnd = x + 28
            }
        }
        key(in: &drawing, left: left, y: drawing.height - 6)
        return drawing
    }

    /// Which shade stands for how many exams.
    private func key(in drawing: inout PlotDrawing, left: Double, y: Double) {
        guard most > 0 else { return }
        let counts = (1...most).compactMap { count in ink(count).map { (count, $0) } }
        var x = left
        for step in [PlotInk.few, .some, .many, .most] {
            let own = counts.filter { $0.1 == step }.map(\.0)
            guard let low = own.first, let high = own.last else { continue }
            drawing.add(.rectangle(at: .init(x, y - 9), width: 11, height: 11, fill: step, stroke: nil))
            let text = low == high ? "\(low)" : "\(low)–\(high)"
            drawing.say(PlotText.same(text), x + 15, y, size: 10)
            x += 15 + PlotText.width(of: text, size: 10) + 14
        }
    }
}
