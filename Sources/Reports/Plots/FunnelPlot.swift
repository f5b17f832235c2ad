import Grading

/// Pass rates by the number of images, with the funnel within which equal ones lie.
struct FunnelPlot {
    let funnel: ShareFunnel
    let title: LocalizedText
    let summary: LocalizedText
    /// Names that are written at most.
    static let mostNames = 6

    private let left = 44.0
    private let right = PlotDrawing.ordinaryWidth - 12
    private let bottom = 216.0

    /// The drawing.
    var drawing: PlotDrawing {
        var drawing = PlotDrawing(width: PlotDrawing.ordinaryWidth, height: 254, title: title, summary: summary)
        let top = legend(in: &drawing) + 14
        let across = self.across
        let shares = funnel.rows.map(\.share)
        let middle = funnel.limits.limits(size: exampleSize, width: FunnelLimits.outer)
        let scale = PlotScale.shares(
            holding: shares + [funnel.centre, middle.low, middle.high],
            from: bottom,
            to: top
        )
        bands(in: &drawing, across: across, scale: scale)
        drawing.shareAxis(scale, left: left, right: right)
        drawing.add(.line(from: .init(left, bottom), to: .init(right, bottom), stroke: .init(.soft, width: 0.75)))
        for tick in across.ticks(atMost: 6) {
            let x = across.place(tick)
            drawing.add(.line(from: .init(x, bottom), to: .init(x, bottom + 4), stroke: .init(.soft, width: 0.75)))
            drawing.say(Numbers.fixed(tick, decimals: 0), x, bottom + 15, .middle)
        }
        let axis = funnel.rate == .adjusted ? PeriodWord.effectiveAxis.text : Word.imagesGradedAxis.text
        drawing.say(axis, right, bottom + 30, .end)
        let y = scale.place(funnel.centre)
        drawing.add(.line(from: .init(left, y), to: .init(right, y), stroke: .init(.limit, width: 0.9)))
        points(in: &drawing, across: across, scale: scale)
        return drawing
    }

    /// From one image, or half the fewest, to the most; logarithmic where these are far apart.
    private var across: PlotScale {
        let sizes = funnel.rows.map(\.size)
        let (least, most) = (sizes.min() ?? 1, sizes.max() ?? 1)
        let isWide = most / max(1, least) > 30
        return PlotScale(
            low: isWide ? max(1, least * 0.7) : 0,
            high: isWide ? most * 1.5 : max(10, most * 1.08),
            from: left,
            to: right,
            isLogarithmic: isWide
        )
    }

    /// The size at which the limits set the height of the plot: the smallest that is judged.
    private var exampleSize: Double {
        funnel.rows.filter { $0.graded >= PeriodRow.leastForRank }.map(\.size).min() ?? Double(PeriodRow.leastForRank)
    }

    private func bands(in drawing: inout PlotDrawing, across: PlotScale, scale: PlotScale) {
        let steps = 60
        let places = (0...steps).map { left + (right - left) * Double($0) / Double(steps) }
        func size(at x: Double) -> Double {
            let part = (x - left) / (right - left)
            return across.isLogarithmic
                ? PlotScale.between(across.low, across.high, part: part)
                : across.low + part * (across.high - across.low)
        }
        func edges(_ width: Double) -> (high: [PlotDrawing.Point], low: [PlotDrawing.Point]) {
            let limits = places.map { x in
                // Limits of part of an image are drawn only to lead the curve to the edge.
                funnel.limits.limits(size: max(1, size(at: x)), width: width)
            }
            return (
                zip(places, limits).map { .init($0, scale.place($1.high)) },
                zip(places, limits).map { .init($0, scale.place($1.low)) }
            )
        }
        let (outer, inner) = (edges(FunnelLimits.outer), edges(FunnelLimits.inner))
        drawing.add(.polygon(outer.high + outer.low.reversed(), fill: .outerBand, stroke: nil))
        drawing.add(.polygon(inner.high + inner.low.reversed(), fill: .band, stroke: nil))
        for line in [outer.high, outer.low] { drawing.add(.polyline(line, stroke: .init(.limit, width: 0.9))) }
        for line in [inner.high, inner.low] {
            drawing.add(.polyline(line, stroke: .init(.limit, width: 0.9, dash: [4, 3])))
        }
    }

    private func points(in drawing: inout PlotDrawing, across: PlotScale, scale: PlotScale) {
        var names: [(row: ShareFunnel.Row, x: Double, y: Double)] = []
        for row in funnel.rows.reversed() {
            let x = across.place(row.size)
            let y = scale.place(row.share)
            Self.mark(row.place, x, y, in: &drawing)
            if row.place == .low || row.place == .high { names.append((row, x, y)) }
        }
        // The low ones first: these need help.
        let order = names.sorted { left, right in
            (left.row.place == .low ? 0 : 1, left.y, left.row.id) < (
                right.row.place == .low ? 0 : 1, right.y, right.row.id
            )
        }
        var taken: [(x: ClosedRange<Double>, y: ClosedRange<Double>)] = []
        for (row, x, y) in order.prefix(Self.mostNames) {
            let isRight = x > (left + self.right) / 2
            let room = min(130, (isRight ? x - left : self.right - x) - 12)
            let name = PlotText.fitted(row.name, width: room, size: 10.5)
            let wide = max(PlotText.width(of: name.zh, size: 10.5), PlotText.width(of: name.en, size: 10.5))
            let box = (
                x: isRight ? (x - 9 - wide)...(x - 9) : (x + 9)...(x + 9 + wide), y: (y - 5)...(y + 6)
            )
            guard !taken.contains(where: { $0.x.overlaps(box.x) && $0.y.overlaps(box.y) }) else { continue }
            taken.append(box)
            drawing.add(
                .rectangle(
                    at: .init(box.x.lowerBound - 1, y - 6),
                    width: wide + 2,
                    height: 13,
                    fill: .paper,
                    stroke: nil
                )
            )
            drawing.say(name, isRight ? x - 9 : x + 9, y + 4, isRight ? .end : .start, ink: .ink, size: 10.5)
        }
    }

    private static func mark(_ place: FunnelLimits.Place?, _ x: Double, _ y: Double, in drawing: inout PlotDrawing) {
        switch place {
        case .low: drawing.diamond(x, y, 6, ink: .alarm)
        case .high: drawing.triangle(x, y, 5.5, ink: .good)
        case .watchLow, .watchHigh:
            drawing.add(.circle(at: .init(x, y), radius: 3.6, fill: .series, stroke: .init(.paper, width: 0.8)))
        case .within:
            drawing.add(.circle(at: .init(x, y), radius: 3.4, fill: .paper, stroke: .init(.series, width: 1.4)))
        case nil:
            for sign in [-1.0, 1.0] {
                drawing.add(
                    .line(
                        from: .init(x - 2.6, y - 2.6 * sign),
                        to: .init(x + 2.6, y + 2.6 * sign),
                        stroke: .init(.faint, width: 1.2)
                    )
                )
            }
        }
    }

    private func legend(in drawing: inout PlotDrawing) -> Double {
        typealias Entry = (name: LocalizedText, draw: (inout PlotDrawing, Double, Double) -> Void)
        let kinds: [(Word, FunnelLimits.Place?)] = [
            (.legendLow, .low), (.legendWatch, .watchLow), (.legendWithin, .within), (.legendHigh, .high),
            (.legendSmall, nil),
        ]
        let entries = kinds.filter { _, place in
            funnel.rows.contains { $0.place == place || place == .watchLow && $0.place == .watchHigh }
        }.map { word, place -> Entry in
            (word.text, { drawing, x, y in Self.mark(place, x, y, in: &drawing) })
        }
        let lines: [Entry] = [(Word.legendInner, [4.0, 3.0]), (Word.legendOuter, [])].map { word, dash in
            (
                word.text,
                { drawing, x, y in
                    let stroke = PlotDrawing.Stroke(.limit, width: 0.9, dash: dash)
                    drawing.add(.line(from: .init(x - 8, y), to: .init(x + 8, y), stroke: stroke))
                }
            )
        }
        return drawing.legend(entries + lines, left: left - 30, right: right + 10, y: 14)
    }
}
