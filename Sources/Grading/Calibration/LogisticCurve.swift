internal import Foundation

/// The probability that a picture needs correction, as a logistic function of its score.
///
/// J. Platt, Probabilistic outputs for support vector machines (1999): the targets are (N₊ + 1) ÷ (N₊ + 2) and
/// 1 ÷ (N₋ + 2) instead of 1 and 0, so that a clean separation does not drive the slope to infinity.
package struct LogisticCurve: Sendable, Codable, Equatable {
    /// At score 0, in log-odds.
    package let intercept: Double
    /// Log-odds a point of score; below 0 where better scores need correction less often.
    package let slope: Double

    /// A known curve.
    package init(intercept: Double, slope: Double) {
        self.intercept = intercept
        self.slope = slope
    }

    /// Fits by weighted maximum likelihood (Newton's method with halved steps); nil unless both answers occur.
    package init?(fitting cases: [CalibrationCase]) {
        let positives = cases.count { $0.needsCorrection }
        let negatives = cases.count - positives
        guard positives > 0, negatives > 0 else { return nil }
        let high = Double(positives + 1) / Double(positives + 2)
        let low = 1 / Double(negatives + 2)
        let weight = cases.reduce(0) { $0 + $1.weight }
        // Scores about their mean, in tens, keep the two parameters from hanging together.
        let centre = cases.reduce(0) { $0 + $1.weight * $1.score } / weight
        let points = cases.map {
            (x: ($0.score - centre) / 10, y: $0.needsCorrection ? high : low, w: $0.weight / weight)
        }
        func loss(_ a: Double, _ b: Double) -> Double {
            points.reduce(0) { sum, point in
                let z = a + b * point.x
                // log(1 + e^z) without overflow.
                let soft = z > 0 ? z + log1p(exp(-z)) : log1p(exp(z))
                return sum + point.w * (soft - point.y * z)
            }
        }
        let share = points.reduce(0) { $0 + $1.w * $1.y }
        var (a, b) = (log(share / (1 - share)), 0.0)
        var best = loss(a, b)
        for _ in 0..<100 {
            var (ga, gb, haa, hab, hbb) = (0.0, 0.0, 1e-12, 0.0, 1e-12)
            for point in points {
                let p = 1 / (1 + exp(-(a + b * point.x)))
                let (error, curve) = (point.w * (p - point.y), point.w * p * (1 - p))
                ga += error
                gb += error * point.x
                haa += curve
                hab += curve * point.x
                hbb += curve * point.x * point.x
            }
            let determinant = haa * hbb - hab * hab
            guard determinant > 0, abs(ga) + abs(gb) > 1e-10 else { break }
            let (da, db) = ((hbb * ga - hab * gb) / determinant, (haa * gb - hab * ga) / determinant)
            var step = 1.0
            while step > 1e-6, loss(a - step * da, b - step * db) > best { step /= 2 }
            guard step > 1e-6 else { break }
            (a, b) = (a - step * da, b - step * db)
            best = loss(a, b)
        }
        slope = b / 10
        intercept = a - b * centre / 10
    }

    /// 0–1.
    package func probability(of score: Double) -> Double { 1 / (1 + exp(-(intercept + slope * score))) }
}
