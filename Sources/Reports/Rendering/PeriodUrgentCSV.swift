import Grading

/// Urgent findings and the network's mix of exam types as rows of `PeriodCSV`, and the columns that rows have of them.
struct PeriodUrgentCSV {
    let report: PeriodReport

    /// The rows' groups and cells.
    var rows: [(group: String, cells: [CSVDocument.Cell])] { standard + urgent }

    private typealias Row = (group: String, cells: [CSVDocument.Cell])

    /// Cells in the order of the columns after `period` and `group`; columns that are not named stay empty.
    private func row(_ group: String, _ values: [String: CSVDocument.Cell]) -> Row {
        (group, PeriodCSV.columns.dropFirst(2).map { values[$0.name] ?? .empty })
    }

    private var standard: [Row] {
        let kinds = report.standard ?? []
        let all = kinds.reduce(0) { $0 + $1.readable }
        return kinds.map { kind in
            row(
                "standard",
                [
                    "id": .text(kind.examType.id), "name_zh": .text(kind.examType.name.zh),
                    "name_en": .text(kind.examType.name.en), "images": .init(kind.readable),
                    "graded": .init(kind.graded), "count": .init(kind.readable), "of": .init(all),
                    "share": .init(all > 0 ? Double(kind.readable) / Double(all) : nil, decimals: 4),
                ]
            )
        }
    }

    private var urgent: [Row] {
        let groups = [("critical", report.urgent?.critical), ("duplicate", report.urgent?.duplicates)]
        return groups.flatMap { name, group in
            (group?.images ?? []).map { image in
                let titles = image.codes.map { report.findingTexts.title(of: $0) }
                return row(
                    name,
                    [
                        "id": .text(image.codes.joined(separator: " ")),
                        "name_zh": .text(titles.map(\.zh).joined(separator: "、")),
                        "name_en": .text(titles.map(\.en).joined(separator: ", ")), "place": .text(image.place),
                        "technician": .init(image.technician), "oldest": .plain(image.received.iso8601),
                        "state": .plain(image.state.rawValue),
                    ]
                )
            }
        }
    }

    /// The standardised rates of a row, in the order of the last columns.
    static func cells(of standardised: RowStandardised?) -> [CSVDocument.Cell] {
        let adjusted = standardised?.adjusted
        return cells(of: standardised?.passing) + [
            .init(adjusted?.share, decimals: 4), .init(adjusted?.interval.low, decimals: 4),
            .init(adjusted?.interval.high, decimals: 4),
        ] + cells(of: standardised?.nonconforming)
    }

    private static func cells(of rate: StandardisedRate?) -> [CSVDocument.Cell] {
        guard let rate else { return Array(repeating: .empty, count: 5) }
        let lacking = (rate.empty + (rate.unestimated ?? [])).map { $0.isEmpty ? "unknown" : $0 }
        return [
            .init(rate.share, decimals: 4), .init(rate.interval?.low, decimals: 4),
            .init(rate.interval?.high, decimals: 4), .init(rate.coverage, decimals: 4),
            .init(lacking.isEmpty ? nil : lacking.joined(separator: " ")),
        ]
    }
}
