internal import Grading

/// The Bernoulli CUSUM of a technician's images of the random draw.
package struct FailureRun: Sendable, Codable, Equatable {
    /// Fewest images that make a run worth showing.
    package static let leastItems = 10

    package var items: Int
    package var failures: Int
    /// The sum after each image; it begins anew after an alarm.
    package var values: [Double]
    /// Which images don't conform, counted from 0.
    package var failed: [Int]
    /// Which images gave an alarm, counted from 0.
    package var alarms: [Int]
    /// The days on which the images that gave an alarm were received; nil where the days are not known.
    package var alarmDays: [String]?
    /// How many images were received before the period, the first of the run; nil where the days are not known.
    package var before: Int?

    enum CodingKeys: String, CodingKey {
        case items, failures, values, failed, alarms, before
        case alarmDays = "alarm_days"
    }

    /// The run of images in the order of receipt, true where one doesn't conform; nil with fewer than `leastItems`.
    ///
    /// - Parameters:
    ///   - days: on which day each was received, `yyyy-MM-dd`; nil where that is not known.
    ///   - from: the period's first day.
    init?(_ outcomes: [Bool], days: [String]? = nil, from: String = "") {
        guard outcomes.count >= Self.leastItems else { return nil }
        let sum = FailureSum(outcomes, restarts: true)
        items = outcomes.count
        failed = outcomes.indices.filter { outcomes[$0] }
        failures = failed.count
        values = sum.values.map { ($0 * 10_000).rounded() / 10_000 }
        alarms = sum.alarms
        guard let days, days.count == outcomes.count else { return }
        alarmDays = sum.alarms.map { days[$0] }
        before = days.firstIndex { $0 >= from } ?? days.count
    }

    /// The alarms of the period itself, as positions in `alarms`; all where the days are not known.
    package var current: [Int] { alarms.indices.filter { alarms[$0] >= before ?? 0 } }
}
