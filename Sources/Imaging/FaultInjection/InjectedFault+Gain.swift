import Foundation

// Faults that change every grey value alike. 64 grey levels are 15 dB where 60 dB are spread over 256 levels.

extension InjectedFault {
    /// Overall gain too high.
    package static let overGain = gain("over_gain", "over-gain", "+64 grey", ["GAIN_HIGH", "SAT_HIGH"], sign: 1)

    /// Overall gain too low.
    package static let underGain = gain("under_gain", "under-gain", "−64 grey", ["GAIN_LOW", "SAT_LOW"], sign: -1)

    /// The shapes of one strength give the lit pixels the same mean; black stays black, no echo came from there.
    private static func gain(
        _ id: String,
        _ name: String,
        _ reject: String,
        _ codes: Set<String>,
        sign: Float
    ) -> InjectedFault {
        @Sendable func shifted(_ value: Float, _ strength: Double) -> Float {
            value == 0 ? 0 : value + sign * 64 * Float(strength)
        }
        return InjectedFault(
            id: id,
            name: name,
            rejectStrength: reject,
            codes: codes,
            shapes: [
                Shape(sign > 0 ? "added" : "subtracted") { site, strength, _ in
                    site.mapped { shifted($0, strength) }
                },
                Shape("multiplied") { site, strength, _ in
                    let greys = GreyStatistics(histogram: site.histogram)
                    let mean = greys.litMean { shifted($0, strength) }
                    let factor = greys.parameter(reaching: mean, in: sign > 0 ? 1...255 : 0...1) { $0 * $1 }
                    return site.mapped { $0 * factor }
                },
                Shape("gamma") { site, strength, _ in
                    let greys = GreyStatistics(histogram: site.histogram)
                    let mean = greys.litMean { shifted($0, strength) }
                    let range: ClosedRange<Float> = sign > 0 ? -1 ... -0.02 : -30 ... -1
                    let power = -greys.parameter(reaching: mean, in: range) { 255 * pow($0 / 255, -$1) }
                    return site.mapped { $0 == 0 ? 0 : 255 * pow($0 / 255, power) }
                },
            ]
        )
    }

    /// Grey values crowded together, or driven apart until both ends are cut off.
    package static let lowContrast = InjectedFault(
        id: "low_contrast",
        name: "narrow dynamic range or low contrast",
        rejectStrength: "to 25 %",
        codes: ["CONTRAST_LOW", "SAT_HIGH", "SAT_LOW", "GAIN_HIGH", "GAIN_LOW"],
        shapes: [
            Shape("pulled") { site, strength, _ in
                let mean = GreyStatistics(histogram: site.histogram).mean
                return site.mapped { mean + ($0 - mean) * left(strength) }
            },
            Shape("pulled-lit") { site, strength, _ in
                let mean = GreyStatistics(histogram: site.histogram).litMean()
                return site.mapped { $0 == 0 ? 0 : mean + ($0 - mean) * left(strength) }
            },
            Shape("stretched") { site, strength, _ in
                let mean = GreyStatistics(histogram: site.histogram).mean
                return site.mapped { mean + ($0 - mean) / left(strength) }
            },
        ]
    )

    /// Share of the range that is left.
    private static func left(_ strength: Double) -> Float { max(0.03, 1 - 0.75 * Float(strength)) }

    /// The bright part driven into white.
    package static let saturation = InjectedFault(
        id: "saturation",
        name: "saturation",
        rejectStrength: "10 % of the area white",
        codes: ["SAT_HIGH", "GAIN_HIGH"],
        shapes: [
            Shape("multiplied") { site, strength, _ in site.whitened(share: 0.1 * strength, from: 0) },
            Shape("upper-half") { site, strength, _ in
                site.whitened(
                    share: 0.1 * strength,
                    from: GreyStatistics(histogram: site.histogram).level(reachedBy: 0.5)
                )
            },
            Shape("upper-quarter") { site, strength, _ in
                site.whitened(
                    share: 0.1 * strength,
                    from: GreyStatistics(histogram: site.histogram).level(reachedBy: 0.25)
                )
            },
        ]
    )
}

extension FaultSite {
    /// Stretches what is above `base` until this share of the pixels is white.
    fileprivate func whitened(share: Double, from base: Int) -> UltrasoundImage {
        let top = GreyStatistics(histogram: histogram).level(reachedBy: min(1, share))
        guard top > 0, top < 255 else { return image }
        // A share beyond the base itself begins lower.
        let start = Float(min(base, top - 1))
        let factor = (255 - start) / (Float(top) - start)
        return mapped { $0 <= start ? $0 : start + ($0 - start) * factor }
    }
}
