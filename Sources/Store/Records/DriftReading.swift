import Foundation
import GRDB
package import Grading

/// What became of one key of a snapshot since it was closed.
package struct DriftState: Sendable, Equatable {
    /// One metric that can be compared.
    package struct Metric: Sendable, Equatable {
        /// The metric's id.
        package var metric: String
        package var drift: MetricDrift
        /// When the first image after the change was received; nil where there is no clear moment.
        package var since: Timestamp?
    }

    package var key: BaselineKey
    /// Ordinary images received since, at most the snapshot's window.
    package var images: Int
    /// Ordinary images that the snapshot was made of, as they stand now; 0 where nobody looked.
    package var referenceImages: Int
    /// Those with 50 values on both sides, by their id; nil where there are too few images to tell.
    package var metrics: [Metric]?
}

/// Goes through a store's images, those of a snapshot and those since, key by key.
///
/// Both sides are ordinary images by the same rules (`OrdinaryImages`), by their grades of today: like is compared with
/// like, also after an update that changed a metric. The reference is read only where enough came since.
struct DriftReading {
    let database: Database
    let snapshot: BaselineSnapshot
    /// The first moment that counts no more.
    let until: Timestamp
    let institution: String?
    let device: String?
    let section: String?

    /// One image's values and when it came.
    private struct Sample {
        var metrics: [String: Double]
        var exam: Int64
        var at: Timestamp
    }

    /// One key while its images are gone through, newest first.
    private struct Pile {
        var key: BaselineKey
        var since: [Sample] = []
        var reference: [Sample] = []

        /// Whether enough came since for the reference to matter.
        var isEnough: Bool { since.count >= PopulationStability.leastValues }

        var state: DriftState {
            var state = DriftState(key: key, images: since.count, referenceImages: reference.count, metrics: nil)
            guard isEnough, reference.count >= PopulationStability.leastValues else { return state }
            let (now, then) = (Array(since.reversed()), Array(reference.reversed()))
            let ids = Set(now.flatMap(\.metrics.keys))
            state.metrics = ids.sorted().compactMap { Self.metric($0, now, then) }
            return state
        }

        private static func metric(_ id: String, _ now: [Sample], _ then: [Sample]) -> DriftState.Metric? {
            let (values, reference) = (now.filter { $0.metrics[id] != nil }, then.filter { $0.metrics[id] != nil })
            func readings(_ samples: [Sample]) -> [MetricDrift.Reading] {
                samples.compactMap { sample in
                    sample.metrics[id].map { MetricDrift.Reading(value: $0, exam: sample.exam) }
                }
            }
            guard let drift = MetricDrift(readings(values), reference: readings(reference)) else { return nil }
            let all = reference + values
            let since = drift.change.flatMap { all.indices.contains($0) ? all[$0].at : nil }
            return DriftState.Metric(metric: id, drift: drift, since: since)
        }
    }

    /// Every key of the snapshot, in the store's order.
    func states() throws -> [DriftState] {
        let keys = Set(
            try database.rows(BaselineSQL.values, snapshot.id, institution, device, section).map { row in
                BaselineKey(
                    institution: try row.institution(),
                    device: try row.text("device"),
                    preset: try row.text("preset"),
                    section: try row.text("section")
                )
            }
        )
        let ordinary = OrdinaryImages(database: database, closedAt: snapshot.closedAt, window: snapshot.window)
        let decoder = JSONDecoder()
        var states: [DriftState] = []
        var seen: Set<BaselineKey> = []
        var pile: Pile?
        func finish() {
            if let pile { states.append(pile.state) }
        }
        try database.forEachRow(BaselineSQL.driftCandidates, until.text, institution, device, section) { row in
            let key = BaselineKey(
                institution: try row.institution(),
                device: try row.text("device"),
                preset: try row.text("preset"),
                section: try row.text("section")
            )
            guard keys.contains(key) else { return }
            if key != pile?.key {
                finish()
                pile = Pile(key: key)
                seen.insert(key)
            }
            let at = try row.timestamp("received_at")
            let isSince = at >= snapshot.closedAt
            let count = isSince ? pile?.since.count : pile?.reference.count
            guard (count ?? 0) < snapshot.window, isSince || pile?.isEnough == true,
                let metrics = try ordinary.ordinaryMetrics(row, decoder)
            else { return }
            let sample = Sample(
                metrics: metrics.filter(\.value.isFinite),
                exam: try row.integer("exam_id"),
                at: at
            )
            if isSince { pile?.since.append(sample) } else { pile?.reference.append(sample) }
        }
        finish()
        // Keys of which not one image is left.
        states += keys.subtracting(seen).map { DriftState(key: $0, images: 0, referenceImages: 0, metrics: nil) }
        return states
    }
}
