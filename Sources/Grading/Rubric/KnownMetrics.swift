internal import Imaging

/// The metrics that a rubric may name, so that a misspelt id is a mistake and never a silent "not measured".
package enum KnownMetrics {
    /// Ids in the order of docs/metrics.md.
    package static let ids: [String] = MetricCatalog.all.map(\.id)

    private static let byID = Dictionary(
        MetricCatalog.all.map { ($0.id, $0) },
        uniquingKeysWith: { first, _ in first }
    )

    /// What the catalogue says of a metric; nil when the id is unknown.
    static func described(_ id: String) -> MetricDescription? { byID[id] }
}
