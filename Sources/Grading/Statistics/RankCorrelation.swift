/// Spearman's ρ: the correlation of ranks, ties at their mean rank.
///
/// C. Spearman, Am. J. Psychol. 15 (1904) 72–101. With ties it is Pearson's correlation of the mean ranks, not the
/// formula of the squared differences, which holds without ties only.
package struct RankCorrelation: Sendable {
    private let scores: [Double]
    private let labels: [Double]
    private let clusters: [Int]

    /// Reads items as `RankConcordance` does.
    package init(_ points: some Sequence<RankConcordance.Point>) {
        let sound = points.filter { $0.score.isFinite && $0.label.isFinite && $0.cluster >= 0 }
        scores = sound.map(\.score)
        labels = sound.map(\.label)
        clusters = sound.map(\.cluster)
    }

    /// ρ of all items, −1 to 1; nil below two items and where all scores or all labels are the same.
    package var coefficient: Double? { coefficient(weights: clusters.map { _ in 1 }) }

    /// ρ when the items of cluster `c` count `times[c]` times.
    package func coefficient(times: [Int]) -> Double? {
        coefficient(weights: clusters.map { $0 < times.count ? times[$0] : 0 })
    }

    private func coefficient(weights: [Int]) -> Double? {
        let total = Double(weights.reduce(0, +))
        guard total >= 2 else { return nil }
        let first = Self.meanRanks(scores, weights)
        let second = Self.meanRanks(labels, weights)
        // Mean ranks always have this mean.
        let mean = (total + 1) / 2
        var (both, ownFirst, ownSecond) = (0.0, 0.0, 0.0)
        for index in weights.indices where weights[index] > 0 {
            let weight = Double(weights[index])
            both += weight * (first[index] - mean) * (second[index] - mean)
            ownFirst += weight * (first[index] - mean) * (first[index] - mean)
            ownSecond += weight * (second[index] - mean) * (second[index] - mean)
        }
        guard ownFirst > 1e-9, ownSecond > 1e-9 else { return nil }
        return max(-1, min(1, both / (ownFirst * ownSecond).squareRoot()))
    }

    private static func meanRanks(_ values: [Double], _ weights: [Int]) -> [Double] {
        var ranks = [Double](repeating: 0, count: values.count)
        let order = values.indices.sorted { values[$0] < values[$1] }
        var before = 0
        var start = 0
        while start < order.count {
            var end = start
            var tied = 0
            while end < order.count, values[order[end]] == values[order[start]] {
                tied += weights[order[end]]
                end += 1
            }
            for index in order[start..<end] { ranks[index] = Double(before) + (Double(tied) + 1) / 2 }
            before += tied
            start = end
        }
        return ranks
    }
}
