package import Grading

/// How often machine and expert give the same level.
package struct LevelAgreement: Sendable, Codable, Equatable {
    /// Pairs below which no coefficient is shown (domain reference §4.6: nothing is concluded from under 20 shared items).
    package static let leastPairs = 20

    /// Images with both levels.
    package var pairs: Int
    /// `table[m][e]`: images that the machine puts in level `m` and the expert in `e`, both from A to D.
    package var table: [[Int]]
    /// Share of equal levels, 0–1; nil without pairs.
    package var share: Double?
    /// 95 % interval of the share.
    package var interval: ShareInterval?
    /// Gwet's AC2, quadratic weights; nil below `leastPairs`.
    package var ac2: Double?
    /// 95 % interval of AC2; nil where all pairs are alike.
    package var ac2Interval: CoefficientInterval?
    /// Cohen's κ, quadratic weights; nil below `leastPairs`, and undefined where only one level occurs.
    package var kappa: Double?

    enum CodingKeys: String, CodingKey {
        case pairs, table, share, interval, ac2, kappa
        case ac2Interval = "ac2_interval"
    }

    /// Derives everything from the counts of levels A–D, machine by expert.
    package init(_ table: [[Int]]) {
        let empty = Level.allCases.map { _ in Level.allCases.map { _ in 0 } }
        self.table = table.count == empty.count ? table : empty
        guard let agreement = PairAgreement(self.table) else {
            pairs = 0
            return
        }
        pairs = agreement.count
        share = agreement.share
        interval = agreement.interval
        guard agreement.count >= Self.leastPairs, let gwet = agreement.gwet(.quadratic) else { return }
        ac2 = gwet.value
        // Where all pairs are alike the error is 0, which says that it is unknown and not that there is none.
        ac2Interval = gwet.standardError.flatMap { error in
            error > 0 ? CoefficientInterval(gwet.value, standardError: error) : nil
        }
        kappa = agreement.kappa(.quadratic)
    }
}

extension LevelAgreement {
    /// The agreement of counted pairs of machine's and expert's level.
    package static func counting(
        _ pairs: some Sequence<(machine: Level, expert: Level, images: Int)>
    ) -> LevelAgreement {
        var table = Level.allCases.map { _ in Level.allCases.map { _ in 0 } }
        for pair in pairs {
            guard let row = Level.allCases.firstIndex(of: pair.machine),
                let column = Level.allCases.firstIndex(of: pair.expert)
            else { continue }
            table[row][column] += pair.images
        }
        return LevelAgreement(table)
    }
}

/// A 95 % confidence interval of a coefficient of agreement.
package struct CoefficientInterval: Sendable, Codable, Equatable {
    /// −1 … 1.
    package var low: Double
    /// −1 … 1.
    package var high: Double

    /// The value ± 1.96 standard errors (`NormalQuantile`), held to what a coefficient can be.
    init(_ value: Double, standardError: Double) {
        let half = NormalQuantile.twoSided95 * standardError
        (low, high) = (max(-1, value - half), min(1, value + half))
    }
}

/// How far the machine's scores lie from the experts', in points of 100.
package struct ScoreDifference: Sendable, Codable, Equatable {
    /// Images with both scores.
    package var pairs: Int
    /// Mean of machine − expert; nil below `LevelAgreement.leastPairs`.
    package var bias: Double?
    /// Bland and Altman's limits: between them lie 95 % of the differences.
    package var low: Double?
    package var high: Double?
    /// ICC(2,1); nil below `LevelAgreement.leastPairs`, and where all scores are equal.
    package var icc: Double?

    /// Derives everything from pairs of machine's and expert's score; nil without any.
    package init?(_ pairs: [ScoreAgreement.Pair]) {
        guard let agreement = ScoreAgreement(pairs) else { return nil }
        self.pairs = agreement.count
        guard agreement.count >= LevelAgreement.leastPairs else { return }
        bias = agreement.bias
        low = agreement.limits?.low
        high = agreement.limits?.high
        icc = agreement.intraclassCorrelation
    }
}
