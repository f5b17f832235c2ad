import Grading

/// Devices that the report's readers have to look after, as rows of `PeriodCSV`.
struct PeriodDeviceCSV {
    let report: PeriodReport

    /// The rows' groups and cells: dead elements, one row a transducer, and drifts, one row a metric.
    var rows: [(group: String, cells: [CSVDocument.Cell])] { dropouts + drifts }

    private typealias Row = (group: String, cells: [CSVDocument.Cell])

    private var dropouts: [Row] {
        (report.devices ?? []).map { device in
            row(
                "dropout",
                id: "\(device.institution)/\(device.device)",
                name: device.text,
                images: device.images,
                ["share": .init(device.lines.map(\.depth).max(), decimals: 2)]
            )
        }
    }

    private var drifts: [Row] {
        (report.drifts ?? []).flatMap { drift in
            drift.metrics.map { metric in
                let (line, basis) = (DriftWords.line(of: metric), DriftWords.basis(of: drift))
                let name = "\(drift.name) · \(drift.section)"
                return row(
                    "drift",
                    id: "\(drift.institution)/\(drift.device)",
                    name: LocalizedText(
                        zh: "\(name) · \(line.zh) \(basis.zh)",
                        en: "\(name) · \(line.en) \(basis.en)"
                    ),
                    images: drift.images,
                    ["oldest": metric.since.map { .plain($0.iso8601) } ?? .empty]
                )
            }
        }
    }

    /// Cells in the order of the columns after `period` and `group`; columns that are not named stay empty.
    private func row(
        _ group: String,
        id: String,
        name: LocalizedText,
        images: Int,
        _ others: [String: CSVDocument.Cell]
    ) -> Row {
        let own: [String: CSVDocument.Cell] = [
            "id": .text(id), "name_zh": .text(name.zh), "name_en": .text(name.en), "images": .init(images),
        ]
        let values = own.merging(others) { _, new in new }
        return (group, PeriodCSV.columns.dropFirst(2).map { values[$0.name] ?? .empty })
    }
}

extension DeviceDropout {
    /// Device, lines and depth in words.
    var text: LocalizedText {
        let words = Word.deviceLines.filled([
            "lines": linesText, "depth": Numbers.percent(lines.map(\.depth).max() ?? 0), "n": String(images),
        ])
        return LocalizedText(zh: "\(name) \(words.zh)", en: "\(name) \(words.en)")
    }
}
