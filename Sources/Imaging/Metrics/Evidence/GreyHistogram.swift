/// Counts of the 256 grey levels.
package struct GreyHistogram: Sendable, Equatable {
    /// 256 counts.
    package let counts: [Int]
    /// Sum of all counts.
    package let total: Int

    /// Wraps 256 counts.
    package init(counts: [Int]) {
        precondition(counts.count == 256, "a grey histogram has 256 bins")
        self.counts = counts
        total = counts.reduce(0, +)
    }

    /// The smallest grey level that at least `share` (0–1) of the samples do not exceed (nearest rank); nil when empty.
    package func percentile(_ share: Double) -> Int? {
        guard total > 0 else { return nil }
        let rank = max(1, Int((share * Double(total)).rounded(.up)))
        var seen = 0
        for (grey, count) in counts.enumerated() {
            seen += count
            if seen >= rank { return grey }
        }
        return 255
    }

    /// Share (0–1) of samples at or above a grey level; 0 when empty.
    package func share(atLeast grey: Int) -> Double {
        guard total > 0 else { return 0 }
        return Double(counts[max(0, grey)...].reduce(0, +)) / Double(total)
    }

    /// Shannon entropy in bits, 0–8; nil when empty.
    package var entropy: Double? {
        guard total > 0 else { return nil }
        let scale = 1 / Double(total)
        return counts.reduce(0) { sum, count in
            count == 0 ? sum : sum - Double(count) * scale * Double(PortableMath.log2(Float(Double(count) * scale)))
        }
    }
}
