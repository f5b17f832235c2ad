/// Speckle in homogeneous tissue, as the spectra of the native windows tell it: how strong and how large it is.
///
/// Nothing is walked over again: by the theorem of Wiener and Khinchin the power spectrum holds variance and
/// autocovariance. The mean of a window is not in its spectrum; it is given the power of bin 1. What 32 pixels lose of
/// a large grain is made good by a table, computed from log-compressed speckle with a Gaussian envelope.
package struct SpeckleSpectrum: Sendable {
    /// Standard deviation of the grey values in the middle one of the homogeneous windows.
    package let deviation: Float
    /// Width of the autocovariance at half of its height along columns, pixels.
    package let down: Float
    /// The same along rows; nil beyond 12.5.
    package let across: Float?

    /// Homogeneous windows that are needed.
    static let fewest = 8
    /// Least share of a window's variance that its columns have, and its rows: an edge of an organ, a layer or a
    /// gradient has most of it in one direction.
    private static let homogeneity: Float = 0.5
    /// Largest lag that is looked at; the spectrum's window has run out beyond.
    private static let lags = 10

    /// What a window of 32 pixels shows of a grain: the width that is measured, the width that it has, and the share of
    /// the standard deviation that is left.
    ///
    /// Computed from 4 pictures of 512 × 512 pixels a width: complex Gaussian noise smoothed with a Gaussian of standard
    /// deviation s, magnitude, logarithm. It has 2 s √(2 · 0.3965) pixels.
    private static let losses: [(measured: Float, real: Float, deviation: Float)] = [
        (1, 1, 1), (1.78, 1.78, 0.972), (2.89, 2.85, 0.954), (3.49, 3.56, 0.939), (4.26, 4.45, 0.932),
        (4.97, 5.34, 0.914), (5.58, 6.23, 0.898), (6.22, 7.12, 0.874), (7.42, 8.91, 0.844), (8.41, 10.69, 0.798),
        (9.15, 12.47, 0.76),
    ]

    /// Picks the homogeneous windows; nil when there are too few, or the grain is higher than can be measured.
    package init?(windows: NativeWindows, levels: ScreenLevels) {
        let least = Float(levels.black) + 20
        let most = Float(levels.white) - 25
        let homogeneous = windows.windows.filter { window in
            window.mean > least && window.mean < most && window.blackShare < 0.02 && window.whiteShare < 0.02
                && min(Self.variance(window.vertical), Self.variance(window.horizontal))
                    >= max(0.25, Self.homogeneity * window.variance)
        }
        guard homogeneous.count >= Self.fewest,
            let middle = median(homogeneous.map { Self.variance($0.vertical).squareRoot() }),
            let measured = Self.width(Self.middle(homogeneous.map(\.vertical))), let grain = Self.made(good: measured)
        else { return nil }
        deviation = middle / grain.deviation
        down = grain.width
        across = Self.width(Self.middle(homogeneous.map(\.horizontal))).flatMap(Self.made)?.width
    }

    /// Variance of the grain that a spectrum stands for: the mean over all 32 frequencies.
    package static func variance(_ power: SIMD16<Float>) -> Float {
        // Bins −1, 0 and 1 like bin 1; the rest twice, for both signs, but for the last.
        (power[0] + 2 * power.sum() - power[15]) / Float(WindowSpectrum.length)
    }

    /// Full width at half height of the autocovariance, pixels; nil when it stays above half up to the largest lag.
    package static func width(_ power: SIMD16<Float>) -> Float? {
        let whole = variance(power)
        guard whole > 0 else { return nil }
        var before: Float = 1
        for lag in 1...lags {
            let sum = power[0] + 2 * (power * waves[lag]).sum() - power[15] * waves[lag][15]
            let now = sum / Float(WindowSpectrum.length) / whole / overlap[lag]
            if now <= 0.5 { return 2 * (Float(lag - 1) + (before - 0.5) / (before - now)) }
            before = now
        }
        return nil
    }

    /// The width that a grain has, and the share of its deviation that was measured; nil beyond the table.
    package static func made(good measured: Float) -> (width: Float, deviation: Float)? {
        guard let first = losses.first, measured > first.measured else { return (max(0, measured), 1) }
        for (low, high) in zip(losses, losses.dropFirst()) where measured <= high.measured {
            let part = (measured - low.measured) / (high.measured - low.measured)
            return (low.real + part * (high.real - low.real), low.deviation + part * (high.deviation - low.deviation))
        }
        return nil
    }

    /// The median of each bin.
    private static func middle(_ spectra: [SIMD16<Float>]) -> SIMD16<Float> {
        var power = SIMD16<Float>()
        for bin in 0..<16 { power[bin] = median(spectra.map { $0[bin] }) ?? 0 }
        return power
    }

    /// cos(π · bin · lag / 16) of bins 1…16 for each lag.
    private static let waves: [SIMD16<Float>] = (0...lags).map { lag in
        var wave = SIMD16<Float>()
        for bin in 1...16 { wave[bin - 1] = Float(PortableMath.cos(PortableMath.pi * Double(bin * lag % 32) / 16)) }
        return wave
    }

    /// What the Hann window leaves of the autocovariance at each lag.
    private static let overlap: [Float] = {
        let length = WindowSpectrum.length
        let hann = (0..<length).map {
            0.5 - 0.5 * PortableMath.cos(2 * PortableMath.pi * (Double($0) + 0.5) / Double(length))
        }
        let energy = hann.reduce(0) { $0 + $1 * $1 }
        return (0...lags).map { lag in
            Float((0..<length - lag).reduce(0) { $0 + hann[$1] * hann[$1 + lag] } / energy)
        }
    }()
}
