import Grading

/// A period's waiting times, late ones, spans, days and the period before as rows of `PeriodCSV`.
struct PeriodTimeCSV {
    let report: PeriodReport

    /// The rows' groups and cells.
    var rows: [(group: String, cells: [CSVDocument.Cell])] { waits + late + spans + days + before }

    private typealias Row = (group: String, cells: [CSVDocument.Cell])

    /// Cells in the order of the columns after `period` and `group`; columns that are not named stay empty.
    private func row(_ group: String, _ values: [String: CSVDocument.Cell]) -> Row {
        (group, PeriodCSV.columns.dropFirst(2).map { values[$0.name] ?? .empty })
    }

    private func shares(_ count: Int, of total: Int) -> [String: CSVDocument.Cell] {
        let interval = ShareInterval(wilson: count, of: total)
        return [
            "count": .init(count), "of": .init(total),
            "share": .init(total > 0 ? Double(count) / Double(total) : nil, decimals: 4),
            "share_low": .init(interval?.low, decimals: 4), "share_high": .init(interval?.high, decimals: 4),
        ]
    }

    private var waits: [Row] {
        (report.waits?.stages ?? []).flatMap { line in
            [("all", line.all), ("day", line.day), ("night", line.night)].map { name, part in
                var values: [String: CSVDocument.Cell] = [
                    "id": .plain("\(line.stage.rawValue).\(name)"), "name_zh": .text(line.stage.name.zh),
                    "name_en": .text(line.stage.name.en), "done": .init(part.seconds?.count ?? 0),
                    "seconds_p50": .init(part.seconds?.p50, decimals: 0),
                    "seconds_p95": .init(part.seconds?.p95, decimals: 0), "open": .init(part.open),
                    "target": .init(line.target, decimals: 0), "late": part.late.map { .init($0) } ?? .empty,
                ]
                if let late = part.late, let due = part.due {
                    values.merge(shares(due - late, of: due)) { first, _ in first }
                }
                return row("wait", values)
            }
        }
    }

    private var late: [Row] {
        (report.waits?.late ?? []).map { item in
            row(
                "late",
                [
                    "id": .plain(item.stage.rawValue), "name_zh": .text(item.stage.name.zh),
                    "name_en": .text(item.stage.name.en), "place": .text(item.place),
                    "technician": .init(item.technician), "oldest": .plain(item.since.iso8601),
                    "seconds": .init(item.seconds, decimals: 0), "target": .init(item.target, decimals: 0),
                    "open": .init(item.open ? 1 : 0), "night": .init(item.night ? 1 : 0),
                ]
            )
        }
    }

    private var spans: [Row] {
        guard let series = report.series else { return [] }
        return series.points.map { point in
            row(
                series.step.rawValue,
                [
                    "id": .plain(point.label), "exams": .init(point.exams), "graded": .init(point.graded),
                    "drawn_read": .init(point.drawn), "drawn_nonconforming": .init(point.nonconforming),
                    "open": .init(point.isOpen ? 1 : 0),
                ].merging(shares(point.passing, of: point.graded)) { first, _ in first }
            )
        }
    }

    private var days: [Row] {
        (report.series?.days ?? []).map { day in
            row("day", ["id": .plain(day.date), "exams": .init(day.exams), "images": .init(day.images)])
        }
    }

    private var before: [Row] {
        guard let before = report.before else { return [] }
        let rate = before.nonconforming
        return [
            row(
                "before",
                [
                    "id": .text(before.label), "exams": .init(before.exams), "graded": .init(before.graded),
                    "nonconforming": .init(rate?.share, decimals: 4),
                    "nonconforming_low": .init(rate?.interval?.low, decimals: 4),
                    "nonconforming_high": .init(rate?.interval?.high, decimals: 4),
                    "reason": .init(rate?.obstacle?.rawValue),
                ].merging(shares(before.passing, of: before.graded)) { first, _ in first }
            )
        ]
    }
}
