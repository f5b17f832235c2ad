/// docs/metrics.md, made from the catalogue.
package enum MetricReference {
    /// The page as Markdown, ending in a line feed.
    package static func markdown() -> String {
        var lines = [
            "# Metrics", "",
            "Made from `MetricCatalog` (Sources/Imaging/Metrics); a test holds this page against the code and, run with "
                + "`SONOGRADE_WRITE_DOCS=1`, renews it.", "",
            "What could not be measured has no value, never 0. Percentages are 0–100. Limits are not here: they belong to "
                + "the rubrics (docs/rubric-format.md). What metrics are computed from:", "",
        ]
        lines += MetricDescription.Input.allCases.map { "* \($0.rawValue)\(explanation(of: $0))" }
        lines += ["", "| id | measures | unit | range | direction |", "|---|---|---|---|---|"]
        for metric in MetricCatalog.all {
            lines.append(
                "| [`\(metric.id)`](#\(anchor(metric.id))) | \(metric.measures) | \(metric.unit) | "
                    + "\(text(metric.range)) | \(metric.direction.rawValue) |"
            )
        }
        for metric in MetricCatalog.all {
            lines += [
                "", "## \(metric.id)", "", metric.measures, "",
                "* **Unit, range:** \(metric.unit), \(text(metric.range))",
                "* **Direction:** \(metric.direction.rawValue)",
                "* **From:** \(metric.input.rawValue)",
                "* **Formula:** \(metric.formula)",
                "* **Failure:** \(metric.failure)",
                "* **Source:** \(metric.source)",
            ]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func explanation(of input: MetricDescription.Input) -> String {
        switch input {
        case .polarView:
            ": the scan area straightened to 256 depths × 256 lines. A cell is 8 depths of one line, a block 8 × 8."
        case .nativeWindows: ": up to about 64 windows, nothing resampled."
        case .nativeRows: ": groups of eight rows, at most about 40 groups a picture."
        case .header, .area: "."
        }
    }

    /// GitHub's anchor of a heading: dots dropped.
    private static func anchor(_ id: String) -> String { id.filter { $0 != "." } }

    private static func text(_ range: ClosedRange<Double>) -> String {
        "\(Int(range.lowerBound)) – \(Int(range.upperBound))"
    }
}
