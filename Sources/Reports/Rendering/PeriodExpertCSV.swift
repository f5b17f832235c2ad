import Grading

/// A period's expert work as rows of `PeriodCSV`.
struct PeriodExpertCSV {
    let experts: PeriodExperts
    let texts: FindingTexts

    /// The rows' groups and cells, filled by column name.
    var rows: [(group: String, cells: [CSVDocument.Cell])] {
        [("expert", cells(total))] + agreements + verdicts + strata + estimate + stages + open
    }

    private typealias Row = (group: String, cells: [CSVDocument.Cell])

    /// Cells in the order of the columns after `period` and `group`; columns that are not named stay empty.
    private func cells(_ values: [String: CSVDocument.Cell]) -> [CSVDocument.Cell] {
        PeriodCSV.columns.dropFirst(2).map { values[$0.name] ?? .empty }
    }

    private func named(_ id: String, _ name: LocalizedText) -> [String: CSVDocument.Cell] {
        ["id": .text(id), "name_zh": .text(name.zh), "name_en": .text(name.en)]
    }

    private func shares(_ share: Double?, _ interval: ShareInterval?) -> [String: CSVDocument.Cell] {
        [
            "share": .init(share, decimals: 4), "share_low": .init(interval?.low, decimals: 4),
            "share_high": .init(interval?.high, decimals: 4),
        ]
    }

    private var total: [String: CSVDocument.Cell] {
        var values: [String: CSVDocument.Cell] = [
            "read": .init(experts.read), "expert_score_mean": .init(experts.scores?.mean, decimals: 1),
        ]
        for level in Level.allCases {
            values["level_\(level.rawValue.lowercased())"] = .init(experts.levels[level])
        }
        let rate = experts.nonconforming
        values["nonconforming"] = .init(rate.share, decimals: 4)
        values["nonconforming_low"] = .init(rate.interval?.low, decimals: 4)
        values["nonconforming_high"] = .init(rate.interval?.high, decimals: 4)
        values["reason"] = .init(rate.obstacle?.rawValue)
        return values
    }

    private var agreements: [Row] {
        ExpertWords(experts: experts).agreements.map { name, id, agreement in
            let values: [String: CSVDocument.Cell] = [
                "count": .init(agreement.table.indices.reduce(0) { $0 + agreement.table[$1][$1] }),
                "of": .init(agreement.pairs),
                "ac2": .init(agreement.ac2, decimals: 4),
                "ac2_low": .init(agreement.ac2Interval?.low, decimals: 4),
                "ac2_high": .init(agreement.ac2Interval?.high, decimals: 4),
                "kappa": .init(agreement.kappa, decimals: 4),
            ]
            let all = values.merging(named(id, name.text)) { first, _ in first }
            return ("agreement", cells(all.merging(shares(agreement.share, agreement.interval)) { first, _ in first }))
        }
    }

    private var verdicts: [Row] {
        experts.verdicts.map { count in
            let values: [String: CSVDocument.Cell] = [
                "count": .init(count.confirmed), "of": .init(count.confirmed + count.rejected),
                "added": .init(count.added), "unjudged": .init(count.unjudged),
            ]
            let all = values.merging(named(count.code, texts.title(of: count.code))) { first, _ in first }
            return ("verdict", cells(all.merging(shares(count.confirmedShare, count.interval)) { first, _ in first }))
        }
    }

    private var strata: [Row] {
        experts.nonconforming.strata.map { stratum in
            let values: [String: CSVDocument.Cell] = [
                "images": .init(stratum.size), "count": .init(stratum.positive), "of": .init(stratum.sampled),
                "nonconforming": .init(
                    experts.nonconforming.totals?[stratum.id].flatMap {
                        stratum.size > 0 ? $0 / Double(stratum.size) : nil
                    },
                    decimals: 4
                ),
            ]
            let name = ExpertWords.stratum(stratum.id).text
            return ("stratum", cells(values.merging(named(stratum.id, name)) { first, _ in first }))
        }
    }

    private var estimate: [Row] {
        let rate = experts.nonconforming
        var reason = rate.obstacle?.rawValue
        if let stratum = rate.obstacleStratum { reason?.append(":\(stratum)") }
        let why: [String: CSVDocument.Cell] = ["reason": .init(reason)]
        return [
            ("nonconforming", cells(shares(rate.share, rate.interval).merging(why) { first, _ in first })),
            ("recall", cells(shares(rate.recall, rate.recallInterval).merging(why) { first, _ in first })),
        ]
    }

    private var stages: [Row] {
        experts.stages.map { span in
            let values: [String: CSVDocument.Cell] = [
                "images": .init(span.seconds.count), "turnaround_p50": .init(span.seconds.p50, decimals: 0),
                "turnaround_p95": .init(span.seconds.p95, decimals: 0),
            ]
            let name = span.stage.name.text
            return ("stage", cells(values.merging(named(span.stage.rawValue, name)) { first, _ in first }))
        }
    }

    private var open: [Row] {
        ExpertWords(experts: experts).piles.map { name, id, pile in
            let values: [String: CSVDocument.Cell] = [
                "count": .init(pile.count), "oldest": pile.oldest.map { .plain($0.iso8601) } ?? .empty,
            ]
            return ("open", cells(values.merging(named(id, name.text)) { first, _ in first }))
        }
    }
}
