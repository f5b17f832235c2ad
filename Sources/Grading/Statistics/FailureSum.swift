internal import Foundation

/// A Bernoulli CUSUM: item by item, how much speaks for a share of failures that has risen from p₀ to p₁.
///
/// S_t = max(0, S_{t−1} + w), w = ln(p₁ ÷ p₀) for a failure and ln((1 − p₁) ÷ (1 − p₀)) else; alarm where S ≥ h (M. R. Reynolds
/// and Z. G. Stoumbos, J. Qual. Technol. 31 (1999) 87–108; domain reference §4.4). Only items that were drawn at random belong
/// in it: flagged ones fail more often.
package struct FailureSum: Sendable, Equatable {
    /// Share of failures that is as it should be.
    package static let acceptable = 0.06
    /// Share of failures that is to be found out.
    package static let unacceptable = 0.12
    /// h: about one false alarm in 1,069 items at `acceptable`, and 92 items until an alarm at `unacceptable`.
    package static let alarmLevel = 3.0

    /// S after each item.
    package let values: [Double]
    /// Indices of items that gave an alarm.
    package let alarms: [Int]

    /// The sum over items in the order of time, true for failures.
    ///
    /// - Parameters:
    ///   - acceptable: p₀.
    ///   - unacceptable: p₁, above p₀.
    ///   - restarts: whether the sum begins anew after an alarm, as where something is done about each.
    package init(
        _ failures: [Bool],
        acceptable: Double = Self.acceptable,
        unacceptable: Double = Self.unacceptable,
        alarmLevel: Double = Self.alarmLevel,
        restarts: Bool
    ) {
        let failed = log(unacceptable / acceptable)
        let passed = log((1 - unacceptable) / (1 - acceptable))
        var (sum, values, alarms) = (0.0, [Double](), [Int]())
        values.reserveCapacity(failures.count)
        for (index, failure) in failures.enumerated() {
            sum = max(0, sum + (failure ? failed : passed))
            values.append(sum)
            guard sum >= alarmLevel else { continue }
            alarms.append(index)
            if restarts { sum = 0 }
        }
        self.values = values
        self.alarms = alarms
    }
}
