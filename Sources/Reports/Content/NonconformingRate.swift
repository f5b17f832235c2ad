package import Grading

/// The share of all readable images that don't conform, from what experts read of them (domain reference §4.5).
///
/// An image does not conform where the expert's final score is below 60 or a major or critical finding stands. Flagged
/// images are read more often than others, so the share among the read ones says nothing: it is estimated by stratum.
/// Institutions draw the same share of their images, so their strata may be put together.
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

    package var strata: [StratifiedEstimate.Stratum]
    /// 0–1; nil where there is no estimate.
    package var share: Double?
    /// Standard error of the share.
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
        case strata, share, interval, recall, obstacle
        case standardError = "standard_error"
        case recallInterval = "recall_interval"
        case obstacleStratum = "obstacle_stratum"
    }

    /// Estimates from strata.
    package init(_ strata: [StratifiedEstimate.Stratum]) {
        self.strata = strata
        do throws(StratifiedEstimate.Obstacle) {
            let estimate = try StratifiedEstimate(strata)
            share = estimate.share
            standardError = estimate.standardError
            interval = estimate.interval
            recall = estimate.recall
            recallInterval = estimate.recallInterval
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
}
