internal import Imaging

/// How good a score and the probabilities made from it are, all weighted by what each judged image stands for.
package struct CalibrationQuality: Sendable, Codable, Equatable {
    /// The chance that a picture that needs correction scores lower than one that does not, ties counted half, 0–1.
    package let auc: Double
    /// 95 % percentile interval from resampled exams (images of one exam stay together); nil where too few resamples
    /// hold both answers.
    package let aucInterval: ShareInterval?
    /// Mean squared distance of probability and answer, 0–1; less is better.
    package let brier: Double
    /// Expected calibration error over ten bins of equally many cases, 0–1; less is better.
    package let calibrationError: Double

    enum CodingKeys: String, CodingKey {
        case auc, brier
        case aucInterval = "auc_interval"
        case calibrationError = "ece"
    }

    private static let resamples = 1000

    /// Works the figures out; nil unless both answers occur.
    ///
    /// - Parameters:
    ///   - probability: of needing correction, by score.
    ///   - seed: of the resampling; one seed gives one interval.
    package init?(of cases: [CalibrationCase], probability: (Double) -> Double, seed: UInt64 = 1) {
        guard let auc = Self.auc(cases) else { return nil }
        self.auc = auc
        aucInterval = Self.interval(cases, seed: seed)
        let weight = cases.reduce(0) { $0 + $1.weight }
        brier =
            cases.reduce(0) { sum, item in
                let error = probability(item.score) - (item.needsCorrection ? 1 : 0)
                return sum + item.weight * error * error
            } / weight
        let sorted = cases.sorted { $0.score < $1.score }
        calibrationError =
            (0..<10).reduce(0) { sum, bin in
                let part = sorted[bin * sorted.count / 10..<(bin + 1) * sorted.count / 10]
                // Weighted, said minus seen.
                let gap = part.reduce(0) {
                    $0 + $1.weight * (probability($1.score) - ($1.needsCorrection ? 1 : 0))
                }
                return sum + abs(gap)
            } / weight
    }

    /// The weighted area under the receiver operating characteristic; nil unless both answers occur.
    static func auc(_ cases: [CalibrationCase]) -> Double? {
        let sorted = cases.sorted { $0.score < $1.score }
        var (below, favourable) = (0.0, 0.0)
        var (positives, negatives) = (0.0, 0.0)
        var index = 0
        while index < sorted.count {
            var (tiedPositive, tiedNegative) = (0.0, 0.0)
            let score = sorted[index].score
            while index < sorted.count, sorted[index].score == score {
                if sorted[index].needsCorrection {
                    tiedPositive += sorted[index].weight
                } else {
                    tiedNegative += sorted[index].weight
                }
                index += 1
            }
            // A sound picture wins against every needy one below it.
            favourable += tiedNegative * (below + tiedPositive / 2)
            below += tiedPositive
            positives += tiedPositive
            negatives += tiedNegative
        }
        return positives > 0 && negatives > 0 ? favourable / (positives * negatives) : nil
    }

    private static func interval(_ cases: [CalibrationCase], seed: UInt64) -> ShareInterval? {
        let exams = Dictionary(grouping: cases, by: \.exam).sorted { $0.key < $1.key }.map(\.value)
        var random = SplitMix64(seed: seed)
        var values: [Double] = []
        for _ in 0..<resamples {
            let drawn = (0..<exams.count).flatMap { _ in exams[Int.random(in: 0..<exams.count, using: &random)] }
            if let value = auc(drawn) { values.append(value) }
        }
        guard values.count >= resamples * 9 / 10 else { return nil }
        values.sort()
        return ShareInterval(low: values[values.count / 40], high: values[values.count - 1 - values.count / 40])
    }
}
