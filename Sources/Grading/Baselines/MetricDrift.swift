/// How far one metric of a device has moved from what its baseline was made of.
///
/// A matter for whoever keeps the device: gain, grey map or preset were changed, a transducer wears out. It counts for no
/// image and no technician.
package struct MetricDrift: Sendable, Equatable {
    /// One image's value.
    package struct Reading: Sendable, Equatable {
        package var value: Double
        /// Which exam it is of, by any number.
        package var exam: Int64

        /// A value.
        package init(value: Double, exam: Int64) {
            self.value = value
            self.exam = exam
        }
    }

    /// Chance below which a moment of change is named.
    private static let clearChance = 0.05

    package let stability: PopulationStability
    /// What it was.
    package let before: Baseline.Usual
    /// What it is.
    package let now: Baseline.Usual
    /// How many readings, those of the reference first, stand before the change; nil where the middle did not move at one
    /// clear moment, as where only the spread is another one.
    package let change: Int?

    /// Compares readings, each side in the order of time; nil with fewer than 50 on either side.
    package init?(_ readings: [Reading], reference: [Reading]) {
        let (then, now) = (reference.filter(\.value.isFinite), readings.filter(\.value.isFinite))
        let exams = (reference: Set(then.map(\.exam)).count, values: Set(now.map(\.exam)).count)
        guard
            let stability = PopulationStability(
                of: now.map(\.value),
                reference: then.map(\.value),
                independent: exams
            ), let before = Baseline.Usual(of: then.map(\.value)), let after = Baseline.Usual(of: now.map(\.value))
        else { return nil }
        self.stability = stability
        self.before = before
        self.now = after
        // Values that are not finite are not stored, so the places are those of what was handed in.
        let whole = then.count == reference.count && now.count == readings.count
        let found = whole ? ChangePoint(in: (then + now).map(\.value)) : nil
        change = found.flatMap { stability.verdict != .steady && $0.chance < Self.clearChance ? $0.before : nil }
    }
}
