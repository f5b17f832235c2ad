import Grading

/// A share span by span with its control limits and moving average, or with its intervals while there are no limits.
struct TrendPlot {
    let trend: ShareTrend
    /// Whether high shares are good.
    let higherIsBetter: Bool
    let title: LocalizedText
    let summary: LocalizedText
    /// Spans that are drawn at most, the last ones.
    static let mostSpans = 26

    private let left = 44.0
    private let right = PlotDrawing.ordinaryWidth - 12

    /// The drawing.
    var drawing: PlotDrawing {
        var drawing = PlotDrawing(width: PlotDrawing.ordinaryWidth, height: 236, title: title, summary: summary)
        let points = Array(trend.points.suffix(Self.mostSpans))
        let top = legend(in: &drawing, of: points) + 14
        let scale = PlotScale.shares(holding: Self.extent(of: points), from: 206, to: top)
        let step = (right - left) / Double(points.count)
        let places = points.indices.map { left + (Double($0) + 0.5) * step }
        limits(in: &drawing, points, step: step, scale: scale)
        drawing.shareAxis(scale, left: left, right: right)
        centre(in: &drawing, scale: scale)
        names(in: &drawing, points, places: places, step: step)
        average(in: &drawing, points, places: places, scale: scale)
        shares(in: &drawing, points, places: places, scale: scale)
        return drawing
    }

    private static func extent(of points: [ShareTrend.Point]) -> [Double] {
        points.flatMap { point in
            let range = point.limits ?? point.interval
            return [point.share, point.average, range?.low, range?.high].compactMap { $0 }
        }
    }

    /// The band between the limits, a step a span, with its edges.
    private func limits(in drawing: inout PlotDrawing, _ points: [ShareTrend.Point], step: Double, scale: PlotScale) {
        var index = 0
        while index < points.count {
            guard points[index].limits != nil else {
                index += 1
                continue
            }
            let end = points[index...].firstIndex { $0.limits == nil } ?? points.count
            let run = (index..<end).compactMap { at in points[at].limits.map { (at, $0) } }
            func edge(_ value: (ShareInterval) -> Double) -> [PlotDrawing.Point] {
                var corners: [PlotDrawing.Point] = []
                for (at, limits) in run {
                    let y = scale.place(value(limits))
                    let x = left + Double(at) * step
                    corners.append(PlotDrawing.Point(x, y))
                    corners.append(PlotDrawing.Point(x + step, y))
                }
                return corners
            }
            let (high, low) = (edge { $0.high }, edge { $0.low })
            drawing.add(.polygon(high + low.reversed(), fill: .band, stroke: nil))
            for line in [high, low] {
                drawing.add(.polyline(line, stroke: .init(.limit, width: 0.9, dash: [4, 3])))
            }
            index = end
        }
    }

    private func centre(in drawing: inout PlotDrawing, scale: PlotScale) {
        guard let centre = trend.centre else { return }
        let y = scale.place(centre)
        drawing.add(.line(from: .init(left, y), to: .init(right, y), stroke: .init(.limit, width: 0.9)))
    }

    private func names(
        in drawing: inout PlotDrawing,
        _ points: [ShareTrend.Point],
        places: [Double],
        step: Double
    ) {
        drawing.add(.line(from: .init(left, 206), to: .init(right, 206), stroke: .init(.soft, width: 0.75)))
        let wide = points.map { PlotText.width(of: PlotText.span($0.label).zh, size: PlotText.size) }.max() ?? 0
        let every = max(1, Int(((wide + 3) / step).rounded(.up)))
        var year = ""
        for index in points.indices where (points.count - 1 - index) % every == 0 {
            drawing.say(PlotText.span(points[index].label), places[index], 219, .middle)
            let own = String(points[index].label.prefix(4))
            if own != year, own.count == 4 { drawing.say(own, places[index], 232, .middle) }
            year = own
        }
    }

    private func average(
        in drawing: inout PlotDrawing,
        _ points: [ShareTrend.Point],
        places: [Double],
        scale: PlotScale
    ) {
        let line = zip(points, places).compactMap { point, x in
            point.average.map { PlotDrawing.Point(x, scale.place($0)) }
        }
        guard line.count >= 2 else { return }
        drawing.add(.polyline(line, stroke: .init(.expert, width: 1.3, dash: [1.5, 2])))
        for (point, x) in zip(points, places) where point.averagePlace == .above || point.averagePlace == .below {
            guard let average = point.average else { continue }
            drawing.add(
                .rectangle(at: .init(x - 3, scale.place(average) - 3), width: 6, height: 6, fill: .expert, stroke: nil)
            )
        }
    }

    private func shares(
        in drawing: inout PlotDrawing,
        _ points: [ShareTrend.Point],
        places: [Double],
        scale: PlotScale
    ) {
        let shown = zip(points, places).compactMap { point, x in point.share.map { (point, x, scale.place($0)) } }
        if trend.centre == nil {
            for (point, x, _) in shown {
                guard let interval = point.interval else { continue }
                let (low, high) = (scale.place(interval.low), scale.place(interval.high))
                let stroke = PlotDrawing.Stroke(.faint, width: 1.2)
                drawing.add(.line(from: .init(x, low), to: .init(x, high), stroke: stroke))
                for y in [low, high] { drawing.add(.line(from: .init(x - 3, y), to: .init(x + 3, y), stroke: stroke)) }
            }
        }
        if shown.count >= 2 {
            drawing.add(.polyline(shown.map { .init($0.1, $0.2) }, stroke: .init(.series, width: 1.8)))
        }
        for (point, x, y) in shown { mark(point, x, y, in: &drawing) }
        guard let (point, x, y) = shown.last, let share = point.share else { return }
        let text = Numbers.percentBesideInterval(share)
        let before = shown.dropLast().last?.2 ?? y
        let hasRoomBelow = y + 24 < scale.from
        // On the side of the point from which the line does not come.
        if y <= before, y - 22 > scale.to {
            drawing.say(text, min(x + 8, right), y - 9, .end, ink: .ink, isBold: true)
        } else if hasRoomBelow {
            drawing.say(text, min(x + 8, right), y + 18, .end, ink: .ink, isBold: true)
        } else {
            drawing.say(text, x - 10, y + 1, .end, ink: .ink, isBold: true)
        }
    }

    private func mark(_ point: ShareTrend.Point, _ x: Double, _ y: Double, in drawing: inout PlotDrawing) {
        switch point.place {
        case .above, .below:
            drawing.diamond(x, y, 6, ink: (point.place == .above) == higherIsBetter ? .good : .alarm)
        case .within, nil:
            drawing.add(
                .circle(
                    at: .init(x, y),
                    radius: 3.2,
                    fill: point.isOpen || point.unread != nil ? .paper : .series,
                    stroke: .init(.series, width: 1.4)
                )
            )
        }
    }

    private func legend(in drawing: inout PlotDrawing, of points: [ShareTrend.Point]) -> Double {
        typealias Entry = (name: LocalizedText, draw: (inout PlotDrawing, Double, Double) -> Void)
        var entries: [Entry] = [
            (
                Word.legendShare.text,
                { drawing, x, y in
                    drawing.add(.line(from: .init(x - 8, y), to: .init(x + 8, y), stroke: .init(.series, width: 1.8)))
                    drawing.add(.circle(at: .init(x, y), radius: 3.2, fill: .series, stroke: nil))
                }
            )
        ]
        if trend.centre == nil {
            entries.append(
                (
                    Word.legendInterval.text,
                    { drawing, x, y in
                        drawing.whisker(acrossFrom: x - 8, to: x + 8, y: y, stroke: .init(.faint, width: 1.2))
                    }
                )
            )
        } else {
            entries.append(
                (
                    Word.legendMean.text,
                    { drawing, x, y in
                        drawing.add(
                            .line(from: .init(x - 8, y), to: .init(x + 8, y), stroke: .init(.limit, width: 0.9))
                        )
                    }
                )
            )
            entries.append(
                (
                    Word.legendLimits.text,
                    { drawing, x, y in
                        drawing.add(.rectangle(at: .init(x - 8, y - 4), width: 16, height: 8, fill: .band, stroke: nil))
                        let stroke = PlotDrawing.Stroke(.limit, width: 0.9, dash: [4, 3])
                        for edge in [y - 4, y + 4] {
                            drawing.add(.line(from: .init(x - 8, edge), to: .init(x + 8, edge), stroke: stroke))
                        }
                    }
                )
            )
            entries.append(
                (
                    PlotText.same("EWMA"),
                    { drawing, x, y in
                        let stroke = PlotDrawing.Stroke(.expert, width: 1.3, dash: [1.5, 2])
                        drawing.add(.line(from: .init(x - 8, y), to: .init(x + 8, y), stroke: stroke))
                    }
                )
            )
        }
        if points.contains(where: { $0.place == .above || $0.place == .below }) {
            entries.append((Word.legendBeyond.text, { drawing, x, y in drawing.diamond(x, y, 6, ink: .alarm) }))
        }
        let isUnread = points.contains { $0.unread != nil }
        if isUnread || points.contains(where: \.isOpen) {
            let unread = LocalizedText(zh: "抽检图像未全部复核，暂不判断", en: "draw not all read, not judged yet")
            entries.append(
                (
                    isUnread ? unread : Word.legendOpen.text,
                    { drawing, x, y in
                        drawing.add(
                            .circle(at: .init(x, y), radius: 3.2, fill: .paper, stroke: .init(.series, width: 1.4))
                        )
                    }
                )
            )
        }
        return drawing.legend(entries, left: left - 30, right: right + 10, y: 14)
    }
}
