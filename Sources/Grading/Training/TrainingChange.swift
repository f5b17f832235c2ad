/// Somebody's own images before and after a training: how many have a finding that the training was about.
package struct TrainingChange: Sendable, Equatable {
    /// One side of the comparison.
    package struct Side: Sendable, Hashable {
        package var exams: Int
        package var images: Int
        /// Images with at least one of the findings.
        package var affected: Int

        /// Share of images with a finding, 0–1; nil where there are no images.
        package var share: Double? { images == 0 ? nil : Double(affected) / Double(images) }

        /// Counts of a side.
        package init(exams: Int, images: Int, affected: Int) {
            self.exams = exams
            self.images = images
            self.affected = affected
        }

        fileprivate init(_ exams: [ExamFindings], _ codes: Set<String>) {
            self.init(
                exams: exams.count,
                images: exams.reduce(0) { $0 + $1.images },
                affected: exams.reduce(0) { $0 + $1.count(anyOf: codes) }
            )
        }
    }

    /// What the comparison shows.
    package enum Verdict: String, Sendable, CaseIterable {
        /// The whole interval lies below 0: fewer images have a finding.
        case improved
        /// The whole interval lies above 0.
        case worsened
        /// The interval holds 0.
        case unclear
        /// Too few exams or images on a side to say anything.
        case tooFew = "too_few"
    }

    package var before: Side
    package var after: Side
    /// Share after minus share before, −1 to 1; nil where a side has no images.
    package var difference: Double?
    /// 95 % limits of the difference; nil where there are too few images.
    package var interval: ShareInterval?
    /// By how much images of one exam being alike makes the counts less certain, at least 1.
    package var designEffect: Double
    package var verdict: Verdict

    /// How many exams a side is judged by when they are there (domain reference §3.3).
    package static let wantedExams = 30
    /// Fewer exams on a side say nothing.
    package static let leastExams = 5
    /// Fewer images on a side say nothing (domain reference §4.8).
    package static let leastImages = 20

    /// Compares exams before and after.
    ///
    /// The interval is Newcombe's (Stat. Med. 17 (1998) 873–890, method 10) on both sides' Wilson intervals, whose numbers
    /// of images are divided by the design effect: images of one exam are not independent of each other. The design effect
    /// is the variance of the ratio of findings to images over exams (Cochran, Sampling Techniques, 3rd ed., §6.3, as
    /// ultimate clusters), over the binomial variance, both summed over the two sides, and at least 1.
    ///
    /// - Parameters:
    ///   - before: the exams before the training.
    ///   - after: the exams after it.
    ///   - codes: the findings that it was about.
    package init(before: [ExamFindings], after: [ExamFindings], codes: Set<String>) {
        let sides = [before, after].map { Side($0, codes) }
        (self.before, self.after) = (sides[0], sides[1])
        designEffect = Self.designEffect([before, after], codes)
        guard let first = self.before.share, let second = self.after.share else {
            (difference, interval, verdict) = (nil, nil, .tooFew)
            return
        }
        difference = second - first
        let hasEnough = sides.allSatisfy { $0.exams >= Self.leastExams && $0.images >= Self.leastImages }
        guard hasEnough else {
            (interval, verdict) = (nil, .tooFew)
            return
        }
        let limits = ShareInterval(
            newcombe: (first, Double(self.before.images) / designEffect),
            (second, Double(self.after.images) / designEffect)
        )
        interval = limits
        verdict = limits.high < 0 ? .improved : limits.low > 0 ? .worsened : .unclear
    }

    private static func designEffect(_ sides: [[ExamFindings]], _ codes: Set<String>) -> Double {
        var (observed, binomial) = (0.0, 0.0)
        for exams in sides {
            let side = Side(exams, codes)
            guard exams.count > 1, let share = side.share else { continue }
            let residuals = exams.reduce(0.0) { sum, exam in
                let residual = Double(exam.count(anyOf: codes)) - share * Double(exam.images)
                return sum + residual * residual
            }
            observed += residuals * Double(exams.count) / Double(exams.count - 1)
            binomial += Double(side.images) * share * (1 - share)
        }
        return binomial > 0 ? max(1, observed / binomial) : 1
    }
}

extension TrainingChange {
    /// The change of several people together; nil where nobody has images on both sides.
    ///
    /// The mean of everybody's own difference, each weighted by n₁n₂/(n₁+n₂) as Mantel and Haenszel do, so that who has
    /// more images after a course than before does not shift the result. The interval is normal, with everybody's design
    /// effect; nil where nobody alone has enough images.
    package static func together(_ changes: [TrainingChange]) -> (difference: Double, interval: ShareInterval?)? {
        var (sum, weights, variance) = (0.0, 0.0, 0.0)
        for change in changes {
            guard let difference = change.difference, let first = change.before.share, let second = change.after.share
            else { continue }
            let (n, m) = (Double(change.before.images), Double(change.after.images))
            let weight = n * m / (n + m) / change.designEffect
            sum += weight * difference
            weights += weight
            variance += weight * weight * change.designEffect * (first * (1 - first) / n + second * (1 - second) / m)
        }
        guard weights > 0 else { return nil }
        let difference = sum / weights
        guard changes.contains(where: { $0.interval != nil }), variance > 0 else { return (difference, nil) }
        let half = NormalQuantile.twoSided95 * variance.squareRoot() / weights
        return (difference, ShareInterval(low: max(-1, difference - half), high: min(1, difference + half)))
    }
}
