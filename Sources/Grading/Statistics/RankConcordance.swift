/// How well a score tells better labels from worse ones: the area under the ROC curve, for two or more ordered labels.
///
/// The chance that of two items with different labels the better one has the higher score, ties counted half. With two
/// labels this is the Mann–Whitney statistic divided by the number of pairs (J. A. Hanley and B. J. McNeil, Radiology 143
/// (1982) 29–36); with more it is Harrell's c. 0.5 is a coin.
package struct RankConcordance: Sendable {
    /// One item.
    package struct Point: Sendable, Equatable {
        /// What the program says, higher for the better; items without a score get one below all others.
        package var score: Double
        /// What is true, higher for the better.
        package var label: Double
        /// Which items are drawn together when resampling, from 0.
        package var cluster: Int

        /// An item.
        package init(score: Double, label: Double, cluster: Int) {
            self.score = score
            self.label = label
            self.cluster = cluster
        }
    }

    /// Rank of the score and cluster of every item, by rising label.
    private let items: [(rank: Int, cluster: Int)]
    /// Where in `items` a new label begins, and the end.
    private let bounds: [Int]
    private let ranks: Int

    /// Reads items; those with a number that is not finite, or a negative cluster, are left out.
    package init(_ points: some Sequence<Point>) {
        let sound = points.filter { $0.score.isFinite && $0.label.isFinite && $0.cluster >= 0 }
            .sorted { $0.label < $1.label }
        let scores = Set(sound.map(\.score)).sorted()
        let ranks = Dictionary(uniqueKeysWithValues: scores.enumerated().map { ($0.element, $0.offset) })
        items = sound.map { (ranks[$0.score] ?? 0, $0.cluster) }
        bounds = sound.indices.filter { $0 == 0 || sound[$0].label != sound[$0 - 1].label } + [sound.count]
        self.ranks = scores.count
    }

    /// Concordance of all items, each once; nil where no two labels differ.
    package var area: Double? { area { _ in 1 } }

    /// Concordance when the items of cluster `c` count `times[c]` times; nil where no two labels differ then.
    package func area(times: [Int]) -> Double? { area { $0 < times.count ? times[$0] : 0 } }

    private func area(times: (Int) -> Int) -> Double? {
        // Sums of weights by rank, as a binary indexed tree: prefix sums in the logarithm of the ranks.
        var tree = [Int](repeating: 0, count: ranks + 1)
        func below(_ rank: Int) -> Int {
            var (sum, index) = (0, rank)
            while index > 0 {
                sum += tree[index]
                index &= index - 1
            }
            return sum
        }
        var won = 0.0
        var pairs = 0.0
        var before = 0
        for (start, end) in zip(bounds, bounds.dropFirst()) {
            var own = 0
            for item in items[start..<end] {
                let weight = times(item.cluster)
                guard weight > 0 else { continue }
                own += weight
                let lower = below(item.rank)
                let equal = below(item.rank + 1) - lower
                won += Double(weight) * (Double(lower) + 0.5 * Double(equal))
            }
            for item in items[start..<end] {
                let weight = times(item.cluster)
                var index = item.rank + 1
                while weight > 0, index <= ranks {
                    tree[index] += weight
                    index += index & -index
                }
            }
            pairs += Double(own) * Double(before)
            before += own
        }
        return pairs > 0 ? won / pairs : nil
    }
}
