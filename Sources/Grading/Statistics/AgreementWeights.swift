/// How much two ordered categories agree with each other, 0–1 (domain reference §4.6).
package enum AgreementWeights: String, Sendable, Codable, CaseIterable {
    /// Only the same category agrees.
    case identity
    /// 1 − |a − b| ÷ (q − 1).
    case linear
    /// 1 − (|a − b| ÷ (q − 1))².
    case quadratic
    /// 1 − M ÷ M_max with M = d(d + 1) ÷ 2 and d = |a − b|.
    case ordinal

    /// The weight of a pair of categories `a`, `b` of `count`; 1 for a category with itself.
    package func weight(_ a: Int, _ b: Int, of count: Int) -> Double {
        if a == b { return 1 }
        let distance = Double(abs(a - b))
        let most = Double(count - 1)
        return switch self {
        case .identity: 0
        case .linear: 1 - distance / most
        case .quadratic: 1 - distance * distance / (most * most)
        case .ordinal: 1 - distance * (distance + 1) / (most * (most + 1))
        }
    }

    /// Σ of the weights over all pairs of `count` categories.
    package func sum(of count: Int) -> Double {
        var sum = 0.0
        for a in 0..<count { for b in 0..<count { sum += weight(a, b, of: count) } }
        return sum
    }
}
