extension Finding {
    /// Whether the first pass objects to a picture by this finding, so that it is none of its device's ordinary ones.
    ///
    /// A major or critical finding by a written limit does. One by a limit that is itself relative does not, else a device
    /// could never change.
    ///
    /// - Parameters:
    ///   - severity: The finding's.
    ///   - origin: Where its limit comes from; nil where no limit made it.
    package static func isObjection(_ severity: Severity, by origin: LimitOrigin?) -> Bool {
        guard severity >= .major else { return false }
        return switch origin {
        case .absolute, nil: true
        case .baseline: false
        }
    }
}

extension GradedImage {
    /// The metrics of a picture that may enter its device's baseline by what the first pass says; nil for any other.
    package var ordinaryMetrics: [String: Double]? {
        guard status == .graded, !findings.contains(where: { Finding.isObjection($0.severity, by: $0.limitOrigin) })
        else { return nil }
        return metrics
    }
}

/// The metrics of the ordinary images of one device, preset and section, as they are gone through.
package struct OrdinaryValues: Sendable {
    /// Images so far.
    package private(set) var images = 0
    private var values: [String: [Double]] = [:]

    /// No image yet.
    package init() {}

    /// Takes one more image; values that are not finite are none.
    package mutating func add(_ metrics: [String: Double]) {
        images += 1
        for (metric, value) in metrics where value.isFinite { values[metric, default: []].append(value) }
    }

    /// What is usual, of each metric that at least so many images have; none where there are fewer images.
    package func usual(least: Int) -> [String: Baseline.Usual] {
        guard images >= least else { return [:] }
        return values.filter { $0.value.count >= least }.compactMapValues { Baseline.Usual(of: $0) }
    }
}
