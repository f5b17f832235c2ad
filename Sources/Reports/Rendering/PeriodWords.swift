import Grading

/// Wordings that the table and the page of a period share.
enum PeriodWords {
    /// Mean, median, middle half and range of scores in one line.
    static func spread(of scores: Distribution) -> LocalizedText {
        Word.scoreSpread.filled(spreadValues(of: scores))
    }

    /// The values of a wording about a spread of scores.
    static func spreadValues(of scores: Distribution) -> KeyValuePairs<String, String> {
        [
            "mean": Numbers.score(scores.mean), "p50": Numbers.score(scores.p50), "p25": Numbers.score(scores.p25),
            "p75": Numbers.score(scores.p75), "min": Numbers.score(scores.min), "max": Numbers.score(scores.max),
        ]
    }

    /// How many exams no quantile knows of since nobody has answered them; nil where there are none.
    static func unanswered(_ report: PeriodReport) -> LocalizedText? {
        let line = report.waits?.stages.first { $0.stage == .answered }
        guard let open = line?.all.open, open > 0 else { return nil }
        return LocalizedText(
            zh: "另有\(open)份检查尚未答复，未计入",
            en: "\(open) exams without an answer yet are not counted here"
        )
    }

    /// What share of exams was answered within which span.
    static func turnaround(_ seconds: Distribution) -> [(word: Word, seconds: Double, span: LocalizedText)] {
        let quantiles: [(Word, Double)] = [
            (.turnaroundMedian, seconds.p50), (.turnaroundP90, seconds.p90), (.turnaroundP95, seconds.p95),
            (.turnaroundMax, seconds.max),
        ]
        return quantiles.map { ($0.0, $0.1, Numbers.duration(within: $0.1)) }
    }

    /// A row's name, marked when it isn't registered; what is unknown is said to be.
    ///
    /// - Parameter unknown: what is said of the unknown part; nil for institutions and exam types.
    static func name(of row: PeriodRow, unknown: LocalizedText? = nil) -> LocalizedText {
        if row.id.isEmpty { return unknown ?? Word.unknownType.text }
        if row.handedInNothing == true {
            let mark = PeriodWord.nothingMark.text
            return LocalizedText(zh: "\(row.name.zh)（\(mark.zh)）", en: "\(row.name.en) (\(mark.en))")
        }
        guard row.registered == false else { return row.name }
        let mark = unknown == nil ? Word.unregistered.text : ScopeWord.unregistered.text
        return LocalizedText(zh: "\(row.name.zh) (\(mark.zh))", en: "\(row.name.en) (\(mark.en))")
    }
}
