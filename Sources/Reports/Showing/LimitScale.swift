package import Grading

/// Where a value lies among its limits, on a scale of zones that are equally wide whatever the unit.
///
/// From the left: past severe, severe to defect, defect to warn on the low side; good, three times as wide; the same on
/// the high side. Within a zone the way is straight, and where a zone has no end it nears the border for ever.
package struct LimitScale: Sendable, Equatable {
    /// How bad a zone is.
    package enum Zone: Sendable, Equatable {
        case good, warn, defect, severe
    }

    /// The zones with their widths in units, from the left.
    package let zones: [(zone: Zone, width: Double)]
    private let low: LimitSide?
    private let high: LimitSide?

    /// A scale; nil where there is no limit.
    package init?(low: LimitSide?, high: LimitSide?) {
        guard low != nil || high != nil else { return nil }
        self.low = low
        self.high = high
        let side: [(zone: Zone, width: Double)] = [(.severe, 1), (.defect, 1), (.warn, 1)]
        zones = (low == nil ? [] : side) + [(.good, 3)] + (high == nil ? [] : side.reversed())
    }

    package static func == (left: LimitScale, right: LimitScale) -> Bool {
        left.low == right.low && left.high == right.high
    }

    /// Units from left to right.
    package var width: Double { zones.reduce(0) { $0 + $1.width } }

    /// The place of a value, 0 at the left end and 1 at the right one; nil for one that is not a number.
    package func position(of value: Double) -> Double? {
        guard !value.isNaN else { return nil }
        let start = low == nil ? 0.0 : 3
        if let low, value < low.warn { return (start - Self.units(from: low, to: value)) / width }
        if let high, value > high.warn { return (start + 3 + Self.units(from: high, to: value)) / width }
        return (start + 3 * share(ofGood: value)) / width
    }

    /// 0–1 from the left through the good zone.
    private func share(ofGood value: Double) -> Double {
        switch (low, high) {
        case (let low?, let high?):
            return high.warn > low.warn ? (value - low.warn) / (high.warn - low.warn) : 0.5
        case (let low?, nil):
            return Self.nearing(value - low.warn, span: abs(low.warn - low.severe))
        case (nil, let high?):
            return 1 - Self.nearing(high.warn - value, span: abs(high.severe - high.warn))
        case (nil, nil):
            return 0.5
        }
    }

    /// Units (0–3) that a value lies past the warn limit.
    private static func units(from side: LimitSide, to value: Double) -> Double {
        let distance = abs(value - side.warn)
        let (defect, severe) = (abs(side.defect - side.warn), abs(side.severe - side.warn))
        if distance <= defect { return defect > 0 ? distance / defect : 0 }
        if distance <= severe { return 1 + (distance - defect) / (severe - defect) }
        return 2 + nearing(distance - severe, span: severe)
    }

    private static func nearing(_ distance: Double, span: Double) -> Double {
        guard distance.isFinite else { return 1 }
        return distance + span > 0 ? distance / (distance + span) : 0
    }

    /// The scale in characters, four to a unit: `·` good, `░` warn, `▒` defect, `▓` severe, `●` the value.
    package func text(of value: Double) -> String {
        var cells: [Character] = zones.flatMap { entry -> [Character] in
            let character: Character =
                switch entry.zone {
                case .good: "·"
                case .warn: "░"
                case .defect: "▒"
                case .severe: "▓"
                }
            return Array(repeating: character, count: Int(entry.width) * 4)
        }
        guard let position = position(of: value) else { return String(cells) }
        cells[min(cells.count - 1, max(0, Int(position * Double(cells.count))))] = "●"
        return String(cells)
    }
}
