/// Limits of a criterion relative to what the device usually shows.
///
/// A limit lies `steps` robust standard deviations from the median. One step is 1.4826 · MAD, but never so small that
/// the warn limit comes nearer to the median than `least` or `leastShare` of it: machines that hardly vary would
/// otherwise be flagged for nothing (domain reference §1.3: more than max(2.5 · 1.4826 · MAD, 25 grey)).
package struct BaselineLimits: Sendable, Equatable {
    /// The absolute limit that holds beside them, so that a device that is always bad never becomes the rule.
    package enum Backstop: String, Sendable, CaseIterable {
        case defect, severe
    }

    /// Three distances from the median, in robust standard deviations.
    package struct Side: Sendable, Equatable {
        /// 0 < warn < defect < severe.
        package let warn: Double
        package let defect: Double
        package let severe: Double
        /// Finding code.
        package let code: String
        package let ladder: SeverityLadder
    }

    /// Values above the median; nil where the written limits stay.
    package let high: Side?
    /// Values below the median; nil where the written limits stay.
    package let low: Side?
    /// Least distance of the warn limit from the median, in the metric's unit; 0 or more.
    package let least: Double
    /// The same as a share of the median's size, 0–1.
    package let leastShare: Double
    package let backstop: Backstop

    /// The limits on one side in the metric's unit, rounded to 6 decimals; nil where no step is left between them.
    func resolved(_ side: Side, rising: Bool, by usual: Baseline.Usual) -> LimitSide? {
        let distance = max(least, leastShare * abs(usual.median))
        let step = max(Baseline.deviationsPerMAD * usual.mad, distance / side.warn)
        let limits = [side.warn, side.defect, side.severe].map {
            (usual.median + (rising ? $0 : -$0) * step).rounded(decimals: 6)
        }
        guard limits.allSatisfy(\.isFinite), limits[0] != limits[1], limits[1] != limits[2] else { return nil }
        return LimitSide(warn: limits[0], defect: limits[1], severe: limits[2], code: side.code, ladder: side.ladder)
    }
}

extension Criterion {
    /// One set of limits that a value is held against.
    struct Standard {
        let side: LimitSide
        let origin: Finding.LimitOrigin
        /// Only values past this limit are held against it; nil for all.
        var from: Double?
    }

    /// What values are held against: relative limits where the baseline has this metric, the written ones elsewhere.
    ///
    /// A written side that relative limits replace stays as the backstop.
    func standards(by baseline: Baseline?) -> [Standard] {
        guard let baseline else {
            // What next to all pictures are held against: both sides as they are written.
            switch (high, low) {
            case (let high?, let low?):
                return [Standard(side: high, origin: .absolute), Standard(side: low, origin: .absolute)]
            case (let side?, nil), (nil, let side?): return [Standard(side: side, origin: .absolute)]
            case (nil, nil): return []
            }
        }
        var relative: [Bool: LimitSide] = [:]
        if let limits = self.baseline, let usual = baseline.usual(of: metric) {
            if let high = limits.high { relative[true] = limits.resolved(high, rising: true, by: usual) }
            if let low = limits.low { relative[false] = limits.resolved(low, rising: false, by: usual) }
        }
        var standards: [Standard] = []
        for (rising, written) in [(true, high), (false, low)] {
            if let side = relative[rising] {
                standards.append(Standard(side: side, origin: .baseline(snapshot: baseline.snapshot)))
                if let written {
                    let from = self.baseline?.backstop == .defect ? written.defect : written.severe
                    standards.append(Standard(side: written, origin: .absolute, from: from))
                }
            } else if let written {
                standards.append(Standard(side: written, origin: .absolute))
            }
        }
        return standards
    }
}
