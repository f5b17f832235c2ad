package import Grading

/// A device's drift in plain words.
package enum DriftWords {
    /// Lines shorter than all that moved: whoever looks after the device looks at the farthest first.
    package static let shownMetrics = 4

    /// Which metric, from where to where, how far, since when.
    package static func line(of metric: DeviceDrift.Metric) -> LocalizedText {
        let entry = MetricNames.entry(metric.metric)
        let unit = entry.map { $0.unit.isEmpty ? "" : " \($0.unit)" } ?? ""
        let name = entry?.name ?? LocalizedText(zh: metric.metric, en: metric.metric)
        func plain(_ text: String) -> LocalizedText { LocalizedText(zh: text, en: text) }
        let far = Word.driftFar.filled(localized: [
            "metric": name, "before": plain(Numbers.measured(metric.before) + unit),
            "now": plain(Numbers.measured(metric.now) + unit), "psi": plain(Numbers.fixed(metric.psi, decimals: 2)),
        ])
        // What lies nearer than half a robust standard deviation is no other middle.
        let isSpread = abs(metric.now - metric.before) < Baseline.deviationsPerMAD / 2 * metric.madBefore
        let spread =
            isSpread
            ? Word.driftSpread.filled([
                "before": Numbers.measured(metric.madBefore), "now": Numbers.measured(metric.madNow),
            ]) : plain("")
        let since = metric.since.map { Word.driftSince.filled(["day": $0.date]) } ?? Word.driftNoMoment.text
        return LocalizedText(zh: far.zh + spread.zh + since.zh, en: far.en + spread.en + since.en)
    }

    /// The farthest metrics, and how many there are besides.
    package static func lines(of drift: DeviceDrift) -> [LocalizedText] {
        let lines = drift.metrics.prefix(shownMetrics).map(line)
        let rest = drift.metrics.count - lines.count
        return rest > 0 ? lines + [Word.driftMore.filled(["n": String(rest)])] : lines
    }

    /// Which images were held against which.
    package static func basis(of drift: DeviceDrift) -> LocalizedText {
        Word.driftBasis.filled([
            "n": String(drift.images), "snapshot": drift.snapshot, "reference": String(drift.referenceImages),
        ])
    }
}
