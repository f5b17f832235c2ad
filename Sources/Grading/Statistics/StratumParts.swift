/// The parts of one stratum, such as one an institution, each looked at to its own share.
package struct StratumParts: Sendable {
    private let parts: [StratifiedEstimate.Stratum]

    /// Parts of one stratum.
    package init(_ parts: [StratifiedEstimate.Stratum]) { self.parts = parts }

    /// The parts with those put together of which fewer than two items were looked at, though not all.
    ///
    /// Alone these have no variance (collapsed strata: W. G. Cochran, Sampling Techniques, 3rd ed. 1977, §5A.12); what was
    /// seen of some of them has to stand for all of them. While that is still too little, the part of which least was
    /// looked at joins them, unfinished ones first. What is still too little at the end has no estimate.
    package func joined() -> (parts: [StratifiedEstimate.Stratum], together: Together?) {
        func isEnough(_ part: StratifiedEstimate.Stratum) -> Bool { part.sampled == part.size || part.sampled >= 2 }
        var alone = parts.filter { isEnough($0) }
        let few = parts.filter { !isEnough($0) }
        guard var joined = few.first else { return (alone, nil) }
        func join(_ part: StratifiedEstimate.Stratum) {
            joined.size += part.size
            joined.sampled += part.sampled
            joined.positive += part.positive
        }
        few.dropFirst().forEach(join)
        var count = few.count
        func order(_ part: StratifiedEstimate.Stratum) -> (Int, Int, Int) {
            (part.sampled == part.size ? 1 : 0, part.sampled, part.size)
        }
        while !isEnough(joined),
            let next = alone.indices.filter({ alone[$0].sampled > 0 }).min(by: { order(alone[$0]) < order(alone[$1]) })
        {
            join(alone.remove(at: next))
            count += 1
        }
        // One institution that has too few is no company, and says so by itself.
        return (alone + [joined], count > 1 ? Together(parts: count, size: joined.size, sampled: joined.sampled) : nil)
    }

    /// What was put together.
    package struct Together: Sendable, Equatable {
        /// How many parts.
        package var parts: Int
        /// Their items.
        package var size: Int
        /// Items of them that were looked at.
        package var sampled: Int
    }

    /// The least and the most positives that are to be reckoned with, held to what is certain: those seen are positive,
    /// those seen otherwise are not.
    ///
    /// Parts that were looked at whole have no error. One that was not has the exact interval of Clopper and Pearson; of
    /// several it is taken with `effective` items: E. L. Korn and B. I. Graubard, Survey Methodology 24 (1998) 193–201.
    func bounds(confidence: Double) -> (low: Double, high: Double) {
        let whole = parts.filter(\.isComplete).reduce(0) { $0 + $1.total }
        let open = parts.filter { !$0.isComplete }
        let size = open.reduce(0) { $0 + Double($1.size) }
        let share = min(1, open.reduce(0) { $0 + $1.total } / size)
        guard size > 0, let interval = ShareInterval(exact: share, of: effective(open), confidence: confidence) else {
            return (whole, whole)
        }
        let least = open.reduce(0) { $0 + Double($1.positive) }
        let most = open.reduce(0) { $0 + Double($1.size - $1.sampled + $1.positive) }
        return (whole + max(least, interval.low * size), whole + min(most, interval.high * size))
    }

    /// How many items drawn evenly would tell as much.
    ///
    /// p(1 − p) ÷ Var(p̂), at most (Σ N)² ÷ Σ (N² ÷ n) (L. Kish, Survey Sampling, 1965, §11.2C), which holds where p is the
    /// same everywhere and keeps sense where nothing was found.
    private func effective(_ open: [StratifiedEstimate.Stratum]) -> Double {
        if open.count == 1 { return Double(open[0].sampled) }
        let size = open.reduce(0) { $0 + Double($1.size) }
        let most = size * size / open.reduce(0) { $0 + Double($1.size) * Double($1.size) / Double($1.sampled) }
        let share = open.reduce(0) { $0 + $1.total } / size
        let variance = open.reduce(0.0) { sum, part in
            let (weight, own) = (Double(part.size) / size, Double(part.positive) / Double(part.sampled))
            return sum + weight * weight * own * (1 - own) / Double(part.sampled - 1)
        }
        return variance > 0 ? min(most, share * (1 - share) / variance) : most
    }
}
