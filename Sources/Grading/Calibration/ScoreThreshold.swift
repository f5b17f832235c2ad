/// What a rubric would catch and cost if it also sent every picture below some score to an expert.
package struct ScoreThreshold: Sendable, Codable, Equatable {
    /// Scores below it go to an expert, 0–100.1; 0 adds nothing to the rubric's own rules.
    package let scoreBelow: Double
    /// Estimated share (0–1) of the pictures needing correction that reach an expert by rule or score.
    ///
    /// nil where none needs correction. The draw is not counted.
    package let recall: Double?
    /// One-sided lower bound of the recall, 0–1.
    package let recallBound: Double
    /// Share of all images that go to an expert: by rule, by score, or drawn from the rest, 0–1.
    package let load: Double

    enum CodingKeys: String, CodingKey {
        case recall, load
        case scoreBelow = "score_below"
        case recallBound = "recall_bound"
    }
}

/// Images and judged cases in the parts that were looked at to different shares.
struct CalibrationStrata {
    /// Images that the rubric's rules, or their not being graded, send to an expert.
    let flagged: Int
    /// Of the flagged: judged, and needing correction.
    let flaggedJudged: Int
    let flaggedPositive: Int
    /// Scores of the images that the rules pass, rising.
    let passedScores: [Double]
    /// Judged ones of them that the draw chose, by score; the weights sum up to their number.
    let passedCases: [CalibrationCase]
    /// Mean probability of the draw, 0–1.
    let drawShare: Double

    var size: Int { flagged + passedScores.count }

    /// What a threshold gives.
    ///
    /// The recall's bound: least positives caught ÷ (that + most positives missed), each part's by Clopper and Pearson at
    /// 1 − (1 − confidence) ÷ (number of parts looked at in part), one-sided (Bonferroni). Where draws had different
    /// probabilities, Kish's effective number, rounded to the unfavourable side, stands for the number judged.
    func threshold(below score: Double, confidence: Double) -> ScoreThreshold {
        let cut = passedScores.partitioningIndex { $0 >= score }
        let caught = part(passedCases.filter { $0.score < score }, of: cut, missed: false)
        let missed = part(passedCases.filter { $0.score >= score }, of: passedScores.count - cut, missed: true)
        let rules = StratifiedEstimate.Stratum(
            id: "flagged",
            size: flagged,
            sampled: flaggedJudged,
            positive: flaggedPositive,
            isFlagged: true
        )
        let open = [rules, caught, missed].count { !$0.isComplete }
        // `bounds` is two-sided: each of its ends alone holds with half the doubt.
        let each = 1 - 2 * (1 - confidence) / Double(max(1, open))
        let least = Self.least(rules, each) + Self.least(caught, each)
        let most = Self.most(missed, each)
        let (found, lost) = (Self.total(rules) + Self.total(caught), Self.total(missed))
        let reviewed = Double(flagged + cut) + drawShare * Double(passedScores.count - cut)
        return ScoreThreshold(
            scoreBelow: score,
            recall: found + lost > 0 ? found / (found + lost) : nil,
            recallBound: most == 0 ? 1 : least / (least + most),
            load: size == 0 ? 0 : reviewed / Double(size)
        )
    }

    private func part(_ cases: [CalibrationCase], of size: Int, missed: Bool) -> StratifiedEstimate.Stratum {
        let weight = cases.reduce(0) { $0 + $1.weight }
        let squares = cases.reduce(0) { $0 + $1.weight * $1.weight }
        let positive = cases.reduce(0) { $0 + ($1.needsCorrection ? $1.weight : 0) }
        let equal = cases.allSatisfy { abs($0.weight - (cases.first?.weight ?? 0)) < 1e-9 * $0.weight }
        let judged = equal ? cases.count : Int(weight * weight / squares)
        let share = weight > 0 ? positive / weight * Double(judged) : 0
        let count =
            equal
            ? cases.count { $0.needsCorrection } : Int(missed ? share.rounded(.up) : share.rounded(.down))
        return StratifiedEstimate.Stratum(
            id: missed ? "passed" : "below",
            size: size,
            sampled: min(size, judged),
            positive: min(size, count, judged),
            isFlagged: !missed
        )
    }

    private static func total(_ stratum: StratifiedEstimate.Stratum) -> Double {
        stratum.sampled == 0 ? 0 : stratum.total
    }

    private static func least(_ stratum: StratifiedEstimate.Stratum, _ confidence: Double) -> Double {
        stratum.sampled == 0 ? 0 : stratum.bounds(confidence: confidence).low
    }

    /// Where nobody looked, all may need correction.
    private static func most(_ stratum: StratifiedEstimate.Stratum, _ confidence: Double) -> Double {
        stratum.sampled == 0 ? Double(stratum.size) : stratum.bounds(confidence: confidence).high
    }
}

extension [Double] {
    /// The first index whose element fits, of a list in which all that fit come last.
    fileprivate func partitioningIndex(where fits: (Double) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if fits(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
