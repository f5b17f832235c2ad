/// How far the first pass agrees with people's labels.
package struct LabelAgreement: Sendable, Codable, Equatable {
    /// A number with its 95 % interval, resampled by exam folder or by picture.
    package struct Estimate: Sendable, Codable, Equatable {
        package var value: Double
        package var interval: ResampledInterval?
    }

    /// One label.
    package struct LabelRow: Sendable, Codable, Equatable {
        /// As the table has it.
        package var label: String
        package var count: Int
        package var unsure: Int
        /// How many an expert looks at.
        package var forExpert: Int
        /// Middle score of those that have one.
        package var median: Double?

        enum CodingKeys: String, CodingKey {
            case label, unsure, median
            case count = "n"
            case forExpert = "for_expert"
        }
    }

    /// A picture with its label.
    package struct Labelled: Sendable {
        package var label: String
        /// What is drawn together when resampling.
        package var cluster: String
        package var outcome: TrialOutcome

        /// A picture with its label.
        package init(label: String, cluster: String, outcome: TrialOutcome) {
            self.label = label
            self.cluster = cluster
            self.outcome = outcome
        }
    }

    /// Pictures with a label.
    package var count: Int
    /// Exam folders, or pictures where there are no exam folders, that are drawn together.
    package var clusters: Int
    /// By rising label.
    package var labels: [LabelRow]
    /// Chance that of two pictures with different labels the better one scores higher; unsure is below every score.
    package var area: Estimate?
    /// Spearman's ρ of score and label.
    package var spearman: Estimate?
    /// Quadratically weighted κ: of the levels where labels are levels; of "sent to an expert" where there are two labels.
    package var kappa: Estimate?

    enum CodingKeys: String, CodingKey {
        case clusters, labels, spearman, kappa
        case count = "n"
        case area = "auc"
    }

    /// Compares labels with outcomes.
    ///
    /// - Parameters:
    ///   - pictures: Those with a label that the scale knows; others are left out.
    ///   - scale: What the labels mean.
    ///   - seed: Seed of the resampling.
    ///   - rounds: Resamples for an interval.
    package init(_ pictures: [Labelled], scale: LabelScale, seed: UInt64, rounds: Int = 1000) {
        let known = pictures.compactMap { picture in scale.rank(of: picture.label).map { (picture, $0) } }
        let names = Set(known.map(\.0.cluster)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
        let points = known.map { picture, rank in
            RankConcordance.Point(
                score: picture.outcome.rank,
                label: rank,
                cluster: numbers[picture.cluster] ?? 0
            )
        }
        count = known.count
        clusters = names.count
        labels = Set(known.map(\.0.label)).sorted {
            (scale.rank(of: $0) ?? 0, $0) < (scale.rank(of: $1) ?? 0, $1)
        }.map { label in
            let outcomes = known.filter { $0.0.label == label }.map(\.0.outcome)
            let scores = outcomes.compactMap(\.score).sorted()
            return LabelRow(
                label: label,
                count: outcomes.count,
                unsure: outcomes.count { $0.score == nil },
                forExpert: outcomes.count(where: \.isForExpert),
                median: scores.isEmpty ? nil : (scores[(scores.count - 1) / 2] + scores[scores.count / 2]) / 2
            )
        }
        func estimate(_ value: Double?, _ times: ([Int]) -> Double?) -> Estimate? {
            value.map {
                Estimate(
                    value: $0.rounded(decimals: 4),
                    interval: ResampledInterval(clusters: names.count, rounds: rounds, seed: seed, times)?.rounded
                )
            }
        }
        let concordance = RankConcordance(points)
        area = estimate(concordance.area, concordance.area(times:))
        let correlation = RankCorrelation(points)
        spearman = estimate(correlation.coefficient, correlation.coefficient(times:))
        let pairs = known.compactMap { picture, _ in
            scale.categories(of: picture).map { (pair: $0, cluster: numbers[picture.cluster] ?? 0) }
        }
        let size = scale.categoryCount
        func kappa(_ times: (Int) -> Int) -> Double? {
            var table = [[Int]](repeating: [Int](repeating: 0, count: size), count: size)
            for (pair, cluster) in pairs { table[pair.person][pair.program] += times(cluster) }
            return PairAgreement(table)?.kappa(.quadratic)
        }
        self.kappa = size == 0 ? nil : estimate(kappa { _ in 1 }) { times in kappa { times[$0] } }
    }
}
