internal import Foundation

/// The beta distribution, as exact intervals of a share need it.
package struct BetaDistribution: Sendable {
    /// Both above 0.
    package let a: Double
    package let b: Double

    /// The distribution with two shapes, each above 0.
    package init(a: Double, b: Double) {
        precondition(a > 0 && b > 0, "a beta distribution needs shapes above 0")
        self.a = a
        self.b = b
    }

    /// The probability of a value up to `x`: the regularised incomplete beta function I_x(a, b).
    package func probability(upTo x: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        // The fraction converges fast below the mean only; above it, I_x(a, b) = 1 − I_{1−x}(b, a).
        return x < (a + 1) / (a + b + 2)
            ? Self.front(a, b, x) * Self.fraction(a, b, x) / a
            : 1 - Self.front(a, b, x) * Self.fraction(b, a, 1 - x) / b
    }

    /// The value up to which the probability is `probability`, to about 1e-15.
    ///
    /// By halving: the function rises strictly, and 1,100 halvings reach the smallest number there is.
    package func quantile(of probability: Double) -> Double {
        if probability <= 0 { return 0 }
        if probability >= 1 { return 1 }
        var (low, high) = (0.0, 1.0)
        while true {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { return middle }
            if self.probability(upTo: middle) < probability { low = middle } else { high = middle }
            if high - low <= 1e-15 * high { return low + (high - low) / 2 }
        }
    }

    /// x^a (1−x)^b ÷ B(a, b).
    private static func front(_ a: Double, _ b: Double, _ x: Double) -> Double {
        exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    }

    /// The continued fraction of DLMF 8.17.22 by Lentz's method as Thompson and Barnett changed it.
    ///
    /// Thompson and Barnett, J. Comput. Phys. 64 (1986) 490–509.
    private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        let least = 1e-300
        func held(_ value: Double) -> Double { abs(value) < least ? least : value }
        var c = 1.0
        var d = 1 / held(1 - (a + b) * x / (a + 1))
        var result = d
        // The number of steps grows with the square root of the shapes: enough for 10^8 readings.
        for step in 1...20_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / held(1 + even * d)
            c = held(1 + even / c)
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / held(1 + odd * d)
            c = held(1 + odd / c)
            result *= d * c
            if abs(d * c - 1) < 1e-16 { break }
        }
        return result
    }
}
