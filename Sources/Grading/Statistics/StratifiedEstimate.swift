/// How many items of a population have a property, estimated from strata that were looked at to different shares.
///
/// Domain reference §4.5: T̂ = Σ N_h·ȳ_h, p̂ = T̂ ÷ N, Var(p̂) = Σ (N_h÷N)²·(1 − n_h÷N_h)·p_h(1 − p_h) ÷ (n_h − 1).
/// Pooling the strata instead would count the flagged ones many times over. A stratum may be given in parts (one an
/// institution) that have its id: each part then counts by its own share of items looked at.
package struct StratifiedEstimate: Sendable, Equatable {
    /// Items that are alike in how likely they were to be looked at.
    package struct Stratum: Sendable, Codable, Equatable {
        /// What it is called.
        package var id: String
        /// All items of it.
        package var size: Int
        /// Items that were looked at.
        package var sampled: Int
        /// Of these, items that have the property.
        package var positive: Int
        /// Whether it was chosen by its look: recall asks which share of all positives lies in such strata.
        package var isFlagged: Bool

        enum CodingKeys: String, CodingKey {
            case id, size, sampled, positive
            case isFlagged = "flagged"
        }

        /// A stratum.
        package init(id: String, size: Int, sampled: Int, positive: Int, isFlagged: Bool) {
            self.id = id
            self.size = size
            self.sampled = sampled
            self.positive = positive
            self.isFlagged = isFlagged
        }

        var isComplete: Bool { sampled == size }
        /// Estimated positives.
        package var total: Double { size == 0 ? 0 : Double(size) * Double(positive) / Double(sampled) }

        /// The variance of `total`.
        var variance: Double {
            guard !isComplete else { return 0 }
            let (all, seen, share) = (Double(size), Double(sampled), Double(positive) / Double(sampled))
            return all * all * (1 - seen / all) * share * (1 - share) / (seen - 1)
        }

        /// The least and the most positives that are to be reckoned with.
        ///
        /// Clopper–Pearson of the share, held to what is certain: those seen are positive, those seen otherwise are not.
        func bounds(confidence: Double) -> (low: Double, high: Double) {
            guard !isComplete, let share = ShareInterval(exact: positive, of: sampled, confidence: confidence) else {
                return (total, total)
            }
            let (least, most) = (Double(positive), Double(size - sampled + positive))
            return (max(least, share.low * Double(size)), min(most, share.high * Double(size)))
        }
    }

    /// Why there is no estimate.
    package enum Obstacle: Error, Sendable, Equatable {
        /// The population is empty.
        case nothing
        /// Fewer than two items of this stratum were looked at, and not all of it.
        case tooFew(stratum: String, sampled: Int)
        /// More was looked at than there is, or more is positive than was looked at.
        case contradiction(stratum: String)
    }

    /// All items.
    package let size: Int
    /// Estimated items with the property.
    package let total: Double
    /// `total` ÷ `size`, 0–1.
    package let share: Double
    /// Of the share.
    package let standardError: Double
    /// 95 % interval of the share.
    package let interval: ShareInterval
    /// Share of the items with the property that lie in flagged strata, 0–1: the recall of whatever flagged; nil where no
    /// item has the property.
    package let recall: Double?
    /// 95 % interval of the recall; nil where there is no recall.
    package let recallInterval: ShareInterval?

    /// Estimates from strata; empty ones count nothing.
    ///
    /// Where several strata are looked at in part, each one's interval is widened to 1 − 0.05 ÷ (their number)
    /// (Bonferroni), so that all hold at once with 95 %. Parts of one stratum have one interval together
    /// (`StratumParts`).
    package init(_ strata: [Stratum]) throws(Obstacle) {
        for stratum in strata {
            guard stratum.positive >= 0, stratum.positive <= stratum.sampled, stratum.sampled <= stratum.size else {
                throw .contradiction(stratum: stratum.id)
            }
            guard stratum.isComplete || stratum.sampled >= 2 else {
                throw .tooFew(stratum: stratum.id, sampled: stratum.sampled)
            }
        }
        size = strata.reduce(0) { $0 + $1.size }
        guard size > 0 else { throw .nothing }
        let all = Double(size)
        total = strata.reduce(0) { $0 + $1.total }
        share = total / all
        standardError = strata.reduce(0) { $0 + $1.variance }.squareRoot() / all

        let open = Set(strata.lazy.filter { !$0.isComplete }.map(\.id)).count
        let confidence = 1 - 0.05 / Double(max(1, open))
        func bounds(flagged: Bool) -> (low: Double, high: Double) {
            let side = strata.filter { $0.isFlagged == flagged }
            return Dictionary(grouping: side, by: \.id).sorted { $0.key < $1.key }
                .map { StratumParts($0.value).bounds(confidence: confidence) }
                .reduce((0, 0)) { ($0.0 + $1.low, $0.1 + $1.high) }
        }
        let (found, missed) = (bounds(flagged: true), bounds(flagged: false))
        interval = ShareInterval(low: (found.low + missed.low) / all, high: min(1, (found.high + missed.high) / all))
        let flagged = strata.filter(\.isFlagged).reduce(0) { $0 + $1.total }
        recall = total > 0 ? flagged / total : nil
        // Recall rises with what was found and falls with what was missed; 0 ÷ 0 leaves the end open.
        recallInterval =
            total > 0
            ? ShareInterval(
                low: found.low + missed.high > 0 ? found.low / (found.low + missed.high) : 0,
                high: found.high + missed.low > 0 ? found.high / (found.high + missed.low) : 1
            ) : nil
    }
}
