import Grading

/// What a trend says, in sentences.
enum TrendWords {
    /// The last span's pass rate.
    static func span(of trend: ShareTrend) -> LocalizedText {
        guard let last = trend.points.last else { return Word.noData.text }
        guard let share = last.share else { return Word.trendSpanNone.filled(localized: ["label": name(of: last)]) }
        return Word.trendSpan.filled(localized: [
            "label": name(of: last), "share": PlotText.same(Numbers.percentBesideInterval(share)),
            "count": PlotText.same(String(last.count)), "total": PlotText.same(String(last.total)),
        ])
    }

    /// A span's label; a week is said to be one.
    private static func name(of point: ShareTrend.Point) -> LocalizedText {
        CalendarDay(point.label) == nil
            ? PlotText.same(point.label)
            : LocalizedText(zh: "\(point.label) 起的一周", en: "Week of \(point.label)")
    }

    /// The last span's nonconforming images of the random draw.
    static func drawnSpan(of trend: ShareTrend) -> LocalizedText {
        guard let last = trend.points.last else { return Word.noData.text }
        guard let share = last.share else {
            return Word.nonconformingDrawnNone.filled(localized: ["label": name(of: last)])
        }
        let said = Word.nonconformingDrawn.filled(localized: [
            "label": name(of: last), "share": PlotText.same(Numbers.percentBesideInterval(share)),
            "count": PlotText.same(String(last.count)), "total": PlotText.same(String(last.total)),
        ])
        guard let unread = last.unread else { return said }
        // Flagged images are read first, so what is read so far looks worse than it is.
        return LocalizedText(
            zh: said.zh + "另有 \(unread) 张抽中的图像尚未复核，暂不判断。",
            en: said.en + " \(unread) more of the draw are not read yet, so it is not judged."
        )
    }

    /// How the last span lies by its limits, the moving average, and the rules of rows; empty where nothing judges it.
    static func judgement(of trend: ShareTrend, higherIsBetter: Bool) -> [LocalizedText] {
        guard let last = trend.points.last else { return [] }
        var sentences: [LocalizedText] = []
        if let limits = last.limits, let place = last.place {
            let words: [ShareTrend.Place: Word] =
                higherIsBetter
                ? [.below: .passBelow, .within: .passWithin, .above: .passAbove]
                : [.below: .badBelow, .within: .badWithin, .above: .badAbove]
            sentences.append(
                (words[place] ?? .passWithin).filled([
                    "low": Numbers.percentBesideInterval(limits.low),
                    "high": Numbers.percentBesideInterval(limits.high),
                    "limits": Numbers.percent(limits),
                ])
            )
        } else if trend.centre != nil, last.share != nil, last.unread == nil {
            sentences.append(Word.trendTooFew.text)
        }
        switch last.averagePlace {
        case .below: sentences.append(Word.averageBelow.text)
        case .above: sentences.append(Word.averageAbove.text)
        case .within, nil: break
        }
        return sentences + trend.warnings.compactMap(text)
    }

    /// A rule in words; the rule of one beyond three is told by the limits themselves.
    private static func text(of warning: ShareTrend.Warning) -> LocalizedText? {
        let word: Word
        switch warning.rule {
        case .oneBeyondThree: return nil
        case .twoOfThreeBeyondTwo: word = .ruleTwoOfThree
        case .fourOfFiveBeyondOne: word = .ruleFourOfFive
        case .eightOnOneSide: word = .ruleEight
        }
        return word.filled(localized: ["side": (warning.side == .above ? Word.sideAbove : .sideBelow).text])
    }

    /// How the plot is to be read.
    static func note(on trend: ShareTrend) -> LocalizedText {
        trend.centre == nil
            ? Word.limitsNotYet.filled(["n": String(ProportionChart.leastHistory)]) : Word.trendWhy.text
    }
}
