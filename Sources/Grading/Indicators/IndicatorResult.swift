/// An indicator's value in a period, or why there is none.
package struct IndicatorResult: Sendable, Equatable {
    /// In the indicator's unit; nil where it is not available.
    package var value: Double?
    /// 95 % interval in the same unit; nil where none is known.
    package var low: Double?
    package var high: Double?
    /// What was counted, where it is a ratio of counts.
    package var numerator: Double?
    package var denominator: Double?
    /// Why there is no value.
    package var reason: LocalizedText?
    /// What is to be known of this value, such as how many things could not be counted.
    package var remark: LocalizedText?

    /// Works the value out.
    ///
    /// A percentage of counts gets Wilson's interval. A measure that nobody gave is not available.
    package init(_ indicator: Indicator, from measured: MeasuredValues) {
        let measures = measured.values
        switch indicator.source {
        case .unavailable: break
        case .value(let measure): remark = measured.remarks[measure]
        case .ratio(let upper, let lower): remark = measured.remarks[upper] ?? measured.remarks[lower]
        }
        let scale = indicator.unit.scale
        switch indicator.source {
        case .unavailable(let why): reason = why
        case .value(let measure):
            switch measures[measure] ?? .unknown {
            case .value(let value, let low, let high):
                (self.value, self.low, self.high) = (value * scale, low.map { $0 * scale }, high.map { $0 * scale })
            case .count(let count): value = count * scale
            case .absent(let why): reason = why
            }
        case .ratio(let upper, let lower):
            guard case .count(let top) = measures[upper] ?? .unknown else {
                reason = Self.reason(measures[upper])
                return
            }
            guard case .count(let bottom) = measures[lower] ?? .unknown else {
                reason = Self.reason(measures[lower])
                return
            }
            (numerator, denominator) = (top, bottom)
            guard bottom > 0 else {
                reason = LocalizedText(zh: "统计期内分母为0", en: "nothing to count in the period")
                return
            }
            value = top / bottom * scale
            guard indicator.unit == .percent, let counts = Self.whole(top, bottom),
                let interval = ShareInterval(wilson: counts.0, of: counts.1)
            else { return }
            (low, high) = (interval.low * scale, interval.high * scale)
        }
    }

    private static func reason(_ value: MeasuredValue?) -> LocalizedText? {
        guard case .absent(let why) = value ?? .unknown else { return nil }
        return why
    }

    private static func whole(_ top: Double, _ bottom: Double) -> (Int, Int)? {
        guard let top = Int(exactly: top), let bottom = Int(exactly: bottom), top <= bottom else { return nil }
        return (top, bottom)
    }
}

extension MeasuredValue {
    /// A measure that was not taken.
    fileprivate static var unknown: MeasuredValue {
        .absent(LocalizedText(zh: "本次未采集该数据", en: "the data was not taken"))
    }
}

/// How a value stands to its goal.
package enum GoalState: String, Sendable, Codable, CaseIterable {
    /// Reached, and the whole interval is on the good side.
    case met
    /// Reached, but the interval reaches beyond the target: chance may have done it.
    case metUnsure = "met_unsure"
    /// Missed, but the interval reaches the target.
    case missedUnsure = "missed_unsure"
    case missed
    /// There is no value.
    case unknown

    /// The standing of a result.
    package init(_ result: IndicatorResult, to goal: IndicatorGoal) {
        guard let value = result.value else {
            self = .unknown
            return
        }
        func reaches(_ number: Double) -> Bool {
            (goal.atLeast.map { number >= $0 } ?? true) && (goal.atMost.map { number <= $0 } ?? true)
        }
        let ends = [result.low, result.high].compactMap(\.self)
        if reaches(value) {
            self = ends.allSatisfy(reaches) ? .met : .metUnsure
        } else {
            self = ends.contains(where: reaches) ? .missedUnsure : .missed
        }
    }
}
