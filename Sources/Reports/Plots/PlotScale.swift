internal import Foundation

/// From values to points along one axis.
struct PlotScale: Equatable {
    let low: Double
    let high: Double
    /// Points of `low` and `high`.
    let from: Double
    let to: Double
    /// Whether equal factors, not equal steps, are equally far apart; `low` is above 0 then.
    var isLogarithmic = false

    /// The place of a value, held to the axis.
    func place(_ value: Double) -> Double {
        let held = min(max(value.isFinite ? value : low, low), high)
        guard high > low else { return from }
        let part =
            isLogarithmic ? (log(held) - log(low)) / (log(high) - log(low)) : (held - low) / (high - low)
        return from + part * (to - from)
    }

    /// Round values between both ends: 1, 2 or 5 times a power of ten apart; powers of ten themselves where logarithmic.
    func ticks(atMost most: Int) -> [Double] {
        guard high > low else { return [low] }
        if isLogarithmic { return logarithmicTicks(atMost: most) }
        let step = Self.step(for: high - low, atMost: most)
        let first = Int((low / step - 1e-9).rounded(.up))
        let last = Int((high / step + 1e-9).rounded(.down))
        return first <= last ? (first...last).map { Double($0) * step } : [low]
    }

    private func logarithmicTicks(atMost most: Int) -> [Double] {
        let powers = stride(from: floor(log10(low)), through: ceil(log10(high)), by: 1).map { pow(10, $0) }
        let fine = powers.flatMap { [$0, $0 * 2, $0 * 5] }.filter { $0 >= low && $0 <= high }
        let coarse = powers.filter { $0 >= low && $0 <= high }
        return fine.count <= most ? fine : coarse
    }

    /// The value at a part of a logarithmic axis.
    static func between(_ low: Double, _ high: Double, part: Double) -> Double {
        exp(log(low) + part * (log(high) - log(low)))
    }

    /// 1, 2 or 5 times a power of ten, so that at most `most` steps fill the range.
    static func step(for range: Double, atMost most: Int) -> Double {
        let least = range / Double(max(1, most))
        let power = pow(10, floor(log10(least)))
        return [1, 2, 5, 10].map { $0 * power }.first { $0 >= least - 1e-12 } ?? power * 10
    }

    /// A scale of shares, round at both ends, that holds all values with some room; 0–1 at most.
    static func shares(holding values: [Double], from: Double, to: Double) -> PlotScale {
        let low = values.min() ?? 0
        let high = values.max() ?? 1
        let room = max(0.01, (high - low) * 0.08)
        let step = self.step(for: max(0.04, high - low + 2 * room), atMost: 5)
        return PlotScale(
            low: max(0, ((low - room) / step + 1e-9).rounded(.down) * step),
            high: min(1, ((high + room) / step - 1e-9).rounded(.up) * step),
            from: from,
            to: to
        )
    }
}
