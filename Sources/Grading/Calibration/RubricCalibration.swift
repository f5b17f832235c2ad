/// What the experts' readings teach about one rubric: how well its score tells what needs correction, and from which
/// score on a picture should go to an expert.
///
/// Domain reference §4.7. Every judged image counts as many times as it stands for images: the rubric's flags are read in
/// full, the rest only as drawn, so counting readings alone would take the flagged for the whole.
package struct RubricCalibration: Sendable, Codable, Equatable {
    /// What is wanted.
    package struct Goal: Sendable, Codable, Equatable {
        /// Share of the pictures needing correction that must reach an expert, 0–1.
        package var recall: Double
        /// Largest share of all images that experts can look at, 0–1.
        package var load: Double
        /// One-sided confidence of the recall's bound, 0–1.
        package var confidence: Double

        /// Recall 0.90 with 95 % confidence, at most 15 % of the images.
        package static let standard = Goal(recall: 0.9, load: 0.15, confidence: 0.95)

        /// A goal; all shares 0–1.
        package init(recall: Double, load: Double, confidence: Double) {
            self.recall = recall
            self.load = load
            self.confidence = confidence
        }
    }

    /// How many images were there, judged, and in need of correction.
    package struct Counts: Sendable, Codable, Equatable {
        package let images: Int
        package let judged: Int
        package let needingCorrection: Int

        enum CodingKeys: String, CodingKey {
            case images, judged
            case needingCorrection = "needing_correction"
        }
    }

    /// Score → probability of needing correction.
    package enum Curve: Sendable, Codable, Equatable {
        case logistic(LogisticCurve)
        case isotonic(IsotonicCurve)

        /// 0–1.
        package func probability(of score: Double) -> Double {
            switch self {
            case .logistic(let curve): curve.probability(of: score)
            case .isotonic(let curve): curve.probability(of: score)
            }
        }
    }

    /// Why nothing can be learned; a sentence that says what to do.
    package struct Refusal: Error, Sendable, Equatable, CustomStringConvertible {
        package let description: String
    }

    package let goal: Goal
    package let flagged: Counts
    package let passed: Counts
    package let curve: Curve
    package let quality: CalibrationQuality
    /// The rubric's own rules alone.
    package let today: ScoreThreshold
    /// The lowest score that reaches the recall wanted.
    package let forRecall: ScoreThreshold
    /// The highest score that the load allows; nil where the rules alone exceed it.
    package let forLoad: ScoreThreshold?
    /// What is taken: for the recall where the load allows it, else for the load, else the rules alone.
    package let chosen: ScoreThreshold
    /// Whether the chosen threshold reaches both.
    package let meetsGoal: Bool

    /// Labels below which nothing is learned, and of them needing correction.
    package static let fewestLabels = 50
    package static let fewestPositives = 10
    /// Judged images of the draw below which nothing is known of what the rules pass.
    package static let fewestDrawn = 20
    /// Labels from which the curve may follow any shape.
    package static let labelsForIsotonic = 1000

    /// Learns from a store's images under one rubric.
    ///
    /// - Throws: `Refusal` when the labels do not suffice.
    package init(_ images: [CalibrationImage], goal: Goal = .standard) throws(Refusal) {
        self.goal = goal
        let flaggedImages = images.filter { $0.isFlagged || $0.score == nil }
        let passedImages = images.filter { !$0.isFlagged && $0.score != nil }
        let flaggedJudged = flaggedImages.filter { $0.needsCorrection != nil }
        // An undrawn image that an expert saw was chosen for a reason (an objection, say) and stands for itself alone.
        let passedJudged = passedImages.filter { $0.needsCorrection != nil && $0.isDrawn }
        flagged = Self.counts(flaggedImages, flaggedJudged)
        passed = Self.counts(passedImages, passedJudged)
        try Self.demandLabels(flagged: flagged, passed: passed)

        let passedWeights = Self.weights(passedJudged, of: passedImages.count)
        let passedCases = Self.cases(passedJudged, weights: passedWeights)
        let flaggedWeight = Double(flaggedImages.count) / Double(max(1, flaggedJudged.count))
        let flaggedCases = Self.cases(flaggedJudged, weights: flaggedJudged.map { _ in flaggedWeight })
        let cases = flaggedCases + passedCases
        let isMany = flagged.judged + passed.judged >= Self.labelsForIsotonic
        let fitted: Curve? =
            isMany
            ? IsotonicCurve(fitting: cases).map { .isotonic($0) } : LogisticCurve(fitting: cases).map { .logistic($0) }
        guard let fitted, let quality = CalibrationQuality(of: cases, probability: fitted.probability) else {
            throw Refusal(
                description:
                    "all judged images with a score have the same answer; more readings of both kinds are needed"
            )
        }
        curve = fitted
        self.quality = quality

        let probabilities = passedImages.map { $0.drawProbability ?? 0 }
        let strata = CalibrationStrata(
            flagged: flaggedImages.count,
            flaggedJudged: flaggedJudged.count,
            flaggedPositive: flagged.needingCorrection,
            passedScores: passedImages.compactMap(\.score).sorted(),
            passedCases: passedCases,
            drawShare: probabilities.isEmpty ? 0 : probabilities.reduce(0, +) / Double(probabilities.count)
        )
        today = strata.threshold(below: 0, confidence: goal.confidence)
        (forRecall, forLoad) = Self.search(strata, goal)
        if forRecall.load <= goal.load {
            (chosen, meetsGoal) = (forRecall, true)
        } else {
            (chosen, meetsGoal) = (forLoad ?? today, false)
        }
    }

    /// Walks the thresholds downwards while the recall's bound holds, and finds the highest that the load allows.
    ///
    /// Going one way and stopping at the first failure keeps the confidence although many thresholds are looked at
    /// (fixed-sequence testing).
    private static func search(_ strata: CalibrationStrata, _ goal: Goal) -> (ScoreThreshold, ScoreThreshold?) {
        let confidence = goal.confidence
        // A tenth above each judged score: a score is sent when it lies below the threshold.
        let candidates = Set(strata.passedCases.map { (($0.score + 0.1) * 10).rounded() / 10 } + [100.1]).sorted(by: >)
        var best = strata.threshold(below: 100.1, confidence: confidence)
        for candidate in candidates + [0] {
            let next = strata.threshold(below: candidate, confidence: confidence)
            guard next.recallBound >= goal.recall else { break }
            best = next
        }
        let tenths = Set(strata.passedScores.map { (($0 + 0.1) * 10).rounded() / 10 } + [0]).sorted()
        var (low, high) = (0, tenths.count)
        while low < high {
            let middle = (low + high) / 2
            if strata.threshold(below: tenths[middle], confidence: confidence).load <= goal.load {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return (best, low == 0 ? nil : strata.threshold(below: tenths[low - 1], confidence: confidence))
    }

    private static func counts(_ images: [CalibrationImage], _ judged: [CalibrationImage]) -> Counts {
        Counts(
            images: images.count,
            judged: judged.count,
            needingCorrection: judged.count { $0.needsCorrection == true }
        )
    }

    /// 1 ÷ the draw's probability, scaled so that they sum up to `total` (Hájek): not every drawn image was read yet.
    private static func weights(_ judged: [CalibrationImage], of total: Int) -> [Double] {
        let raw = judged.map { image in
            image.drawProbability.map { $0 > 0 && $0 <= 1 ? 1 / $0 : 1 } ?? 1
        }
        let sum = raw.reduce(0, +)
        return sum > 0 ? raw.map { $0 * Double(total) / sum } : raw
    }

    private static func cases(_ images: [CalibrationImage], weights: [Double]) -> [CalibrationCase] {
        zip(images, weights).compactMap { image, weight in
            guard let score = image.score, let needs = image.needsCorrection else { return nil }
            return CalibrationCase(score: score, needsCorrection: needs, weight: weight, exam: image.exam)
        }
    }

    private static func demandLabels(flagged: Counts, passed: Counts) throws(Refusal) {
        let labels = flagged.judged + passed.judged
        let positives = flagged.needingCorrection + passed.needingCorrection
        if labels < fewestLabels {
            throw Refusal(
                description: "experts have judged \(labels) images under this rubric; \(fewestLabels) are needed"
            )
        }
        if positives < fewestPositives {
            throw Refusal(
                description:
                    "only \(positives) of \(labels) judged images need correction; \(fewestPositives) are needed"
            )
        }
        if passed.images > 0, passed.judged < min(fewestDrawn, passed.images) {
            throw Refusal(
                description: "only \(passed.judged) of the images that the rules pass were drawn and judged; without "
                    + "\(min(fewestDrawn, passed.images)) nothing is known of what the first pass misses: "
                    + "raise the sampling share, or let experts read the drawn images"
            )
        }
    }
}
