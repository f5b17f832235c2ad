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

    /// An image that may be ordinary.
    private struct Candidate {
        var grade: Int64
        var review: Int64?
        var exam: Int64
        var at: Timestamp

        init(_ row: Row) throws {
            grade = try row.integer("grade_id")
            review = try row.optionalInteger("review_id")
            exam = try row.integer("exam_id")
            at = try row.timestamp("received_at")
        }
    }

    /// Keys of the snapshot, in the store's order.
    ///
    /// - Parameter judgedOnly: leaves out, unread, keys of which too few images came since to tell anything.
    func states(judgedOnly: Bool = false) throws -> [DriftState] {
        let ordinary = OrdinaryImages(database: database, closedAt: snapshot.closedAt, window: snapshot.window)
        let decoder = JSONDecoder()
        let least = PopulationStability.leastValues
        let since = try candidatesSince()
        return try keys().compactMap { key in
            let candidates = since[key] ?? []
            if judgedOnly, candidates.count < least { return nil }
            let now = try samples(candidates, ordinary, decoder)
            if now.count < least {
                return judgedOnly ? nil : DriftState(key: key, images: now.count, referenceImages: 0, metrics: nil)
            }
            let then = try reference(of: key, ordinary, decoder)
            return Self.state(key, now: now.reversed(), then: then.reversed())
        }
    }

    /// Both sides in the order of time.
    private static func state(_ key: BaselineKey, now: [Sample], then: [Sample]) -> DriftState {
        var state = DriftState(key: key, images: now.count, referenceImages: then.count, metrics: nil)
        guard then.count >= PopulationStability.leastValues else { return state }
        let ids = Set(now.flatMap(\.metrics.keys))
        state.metrics = ids.sorted().compactMap { metric($0, now, then) }
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

    // MARK: Reading

    private func keys() throws -> [BaselineKey] {
        var keys: [BaselineKey] = []
        // Sorted by key: one row a metric.
        for row in try database.rows(BaselineSQL.values, snapshot.id, institution, device, section) {
            let key = try Self.key(row)
            if key != keys.last { keys.append(key) }
        }
        return keys
    }

    /// Newest first.
    private func candidatesSince() throws -> [BaselineKey: [Candidate]] {
        var candidates: [BaselineKey: [Candidate]] = [:]
        try database.forEachRow(
            BaselineSQL.driftSince,
            snapshot.closedAt.text,
            until.text,
            institution,
            device,
            section
        ) { row in
            candidates[try Self.key(row), default: []].append(try Candidate(row))
        }
        return candidates
    }

    /// The ordinary ones of candidates, as many as the snapshot's window; newest first.
    private func samples(
        _ candidates: [Candidate],
        _ ordinary: OrdinaryImages,
        _ decoder: JSONDecoder
    ) throws -> [Sample] {
        var samples: [Sample] = []
        for candidate in candidates where samples.count < snapshot.window {
            if let sample = try sample(candidate, ordinary, decoder) { samples.append(sample) }
        }
        return samples
    }

    /// The images that the snapshot was made of, newest first; read one by one, and no further than the window.
    private func reference(
        of key: BaselineKey,
        _ ordinary: OrdinaryImages,
        _ decoder: JSONDecoder
    ) throws -> [Sample] {
        let statement = try database.makeStatement(sql: BaselineSQL.driftReference)
        let rows = try Row.fetchCursor(
            statement,
            arguments: [key.institution.display, key.device, key.preset, key.section, snapshot.closedAt.text]
        )
        var samples: [Sample] = []
        while samples.count < snapshot.window, let row = try rows.next() {
            if let sample = try sample(Candidate(row), ordinary, decoder) { samples.append(sample) }
        }
        return samples
    }

    private func sample(
        _ candidate: Candidate,
        _ ordinary: OrdinaryImages,
        _ decoder: JSONDecoder
    ) throws -> Sample? {
        try ordinary.ordinaryMetrics(grade: candidate.grade, review: candidate.review, decoder).map { metrics in
            Sample(metrics: metrics.filter(\.value.isFinite), exam: candidate.exam, at: candidate.at)
        }
    }

    private static func key(_ row: Row) throws -> BaselineKey {
        BaselineKey(
            institution: try row.institution(),
            device: try row.text("device"),
            preset: try row.text("preset"),
            section: try row.text("section")
        )
    }
}
