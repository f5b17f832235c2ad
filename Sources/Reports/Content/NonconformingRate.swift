package import Grading

/// The share of all readable images that don't conform, from what experts read of them (domain reference §4.5).
///
/// An image does not conform where the expert's final score is below 60 or a major or critical finding stands. Flagged
/// images are read more often than others, so the share among the read ones says nothing: it is estimated by stratum.
/// What was read differs from institution to institution, by chance and by who may read whom, so each institution's strata
/// count by their own shares and are summed; only where too little of one was read, it is put together with others.
package struct NonconformingRate: Sendable, Codable, Equatable {
    /// The three strata, in this order: critical, flagged, and all others, of which only drawn ones were read.
    package static let strata = ["critical", "flagged", "other"]

    /// Why there is no estimate.
    package enum Obstacle: String, Sendable, Codable, CaseIterable {
        /// No readable image.
        case noImages = "no_images"
        /// Fewer than two images of a stratum were read, and not all of it.
        case tooFewRead = "too_few_read"
        /// The counts contradict each other; the store changed while it was asked.
        case contradiction
    }

    /// Strata of institutions that stand together, because fewer than two images of each were read and not all.
    package struct Together: Sendable, Codable, Equatable {
        /// The stratum.
        package var stratum: String
        package var institutions: Int
        /// Their images in it.
        package var size: Int
        /// Of these, images that were read.
        package var sampled: Int
    }

    /// All institutions' together: what is there, was read and does not conform.
    ///
    /// Where there are several institutions, the estimate does not follow from these sums.
    package var strata: [StratifiedEstimate.Stratum]
    /// Estimated images that don't conform, by stratum; nil where there is no estimate.
    package var totals: [String: Double]?
    /// Where institutions have too few readings to stand alone; nil where all do.
    package var together: [Together]?
    /// 0–1; nil where there is no estimate.
    package var share: Double?
    /// Standard error of the share; nil where a stratum that is read in part has none or only nonconforming ones, of which the
    /// formula makes a certainty (0).
    package var standardError: Double?
    /// 95 % interval of the share.
    package var interval: ShareInterval?
    /// Share of the nonconforming images that the first pass flagged, 0–1; nil without an estimate, and where no image
    /// read does not conform.
    package var recall: Double?
    /// 95 % interval of the recall.
    package var recallInterval: ShareInterval?
    /// Why there is no estimate; nil where there is one.
    package var obstacle: Obstacle?
    /// The stratum of which too few images were read.
    package var obstacleStratum: String?

    enum CodingKeys: String, CodingKey {
        case strata, totals, together, share, interval, recall, obstacle
        case standardError = "standard_error"
        case recallInterval = "recall_interval"
        case obstacleStratum = "obstacle_stratum"
    }

    /// Estimates from the strata of one institution.
    package init(_ strata: [StratifiedEstimate.Stratum]) { self.init(places: [strata]) }

    /// Estimates from the strata of each institution; all have the same strata in the same order.
    package init(places: [[StratifiedEstimate.Stratum]]) {
        let ids = Self.strata.filter { id in places.contains { $0.contains { $0.id == id } } }
        let byStratum = ids.map { id in places.compactMap { place in place.first { $0.id == id } } }
        strata = zip(ids, byStratum).map { id, parts in
            StratifiedEstimate.Stratum(
                id: id,
                size: parts.reduce(0) { $0 + $1.size },
                sampled: parts.reduce(0) { $0 + $1.sampled },
                positive: parts.reduce(0) { $0 + $1.positive },
                isFlagged: parts.contains(where: \.isFlagged)
            )
        }
        let joined = byStratum.map { StratumParts($0.filter { $0.size > 0 || $0.sampled > 0 }).joined() }
        do throws(StratifiedEstimate.Obstacle) {
            let estimate = try StratifiedEstimate(joined.flatMap(\.parts))
            share = estimate.share
            standardError = hasDeceptiveError ? nil : estimate.standardError
            interval = estimate.interval
            recall = estimate.recall
            recallInterval = estimate.recallInterval
            totals = Dictionary(
                zip(ids, joined).map { id, part in (id, part.parts.reduce(0) { $0 + $1.total }) },
                uniquingKeysWith: { first, _ in first }
            )
            let all = zip(ids, joined).compactMap { id, part in
                part.together.map {
                    Together(stratum: id, institutions: $0.parts, size: $0.size, sampled: $0.sampled)
                }
            }
            together = all.isEmpty ? nil : all
        } catch {
            switch error {
            case .nothing: obstacle = .noImages
            case .tooFew(let stratum, _):
                obstacle = .tooFewRead
                obstacleStratum = stratum
            case .contradiction(let stratum):
                obstacle = .contradiction
                obstacleStratum = stratum
            }
        }
    }

    /// Whether chance shows in no image of some stratum that was not read whole.
    private var hasDeceptiveError: Bool {
        strata.contains { $0.sampled < $0.size && ($0.positive == 0 || $0.positive == $0.sampled) }
    }
}
