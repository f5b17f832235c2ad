internal import Foundation

/// Value at a share (0–1) of the sorted values, nearest rank; nil when empty.
func quantile(_ values: [Float], _ share: Double) -> Float? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    return sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
}

/// Median, the upper one of an even count; nil when empty.
func median(_ values: [Float]) -> Float? { quantile(values, 0.5) }

/// Logarithm to base 2.
func binaryLogarithm(_ value: Double) -> Double { log2(value) }
