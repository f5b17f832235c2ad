/// Elementary functions from +, −, ×, ÷ and √ alone.
///
/// IEEE 754 fixes these five to the last bit; logarithms and sines of C libraries differ there, and a
/// picture made from a seed must have the same bytes on every machine.
package enum PortableMath {
    /// π to the last bit of a Double.
    package static let pi = 3.141_592_653_589_793

    /// log₂ of a positive normal number; error below 2e-7.
    @inline(__always)
    package static func log2(_ value: Float) -> Float {
        let bits = value.bitPattern
        var exponent = Int32(bitPattern: bits &>> 23) &- 127
        var mantissa = Float(bitPattern: (bits & 0x007F_FFFF) | 0x3F80_0000)
        if mantissa > 1.414_213_5 {
            mantissa *= 0.5
            exponent &+= 1
        }
        // ln m = 2 artanh s with s = (m − 1)/(m + 1), |s| ≤ 0.1716.
        let s = (mantissa - 1) / (mantissa + 1)
        let q = s * s
        let series = s * (1 + q * (0.333_333_34 + q * (0.2 + q * (0.142_857_14 + q * 0.111_111_11))))
        return Float(exponent) + series * 2.885_390_1
    }

    /// 2 to the power of `value`, for −120 … 120; relative error below 3e-7.
    @inline(__always)
    package static func exp2(_ value: Float) -> Float {
        let limited = max(-120, min(120, value))
        // Adding 1.5 · 2^23 leaves the nearest whole number in the low bits of the mantissa.
        let shifted = limited + 12_582_912
        let whole = shifted - 12_582_912
        let x = (limited - whole) * 0.693_147_18
        // e^x, |x| ≤ 0.3466.
        let series =
            1 + x * (1 + x * (0.5 + x * (0.166_666_67 + x * (0.041_666_668 + x * (0.008_333_333 + x * 0.001_388_889)))))
        return series * Float(bitPattern: (shifted.bitPattern &- 0x4B40_0000 &+ 127) &<< 23)
    }

    /// Amplitude ratio of a level in decibels.
    @inline(__always)
    package static func amplitude(decibels: Float) -> Float {
        exp2(decibels * 0.166_096_4)  // log₂(10)/20
    }

    /// Level in decibels of an intensity (amplitude squared).
    @inline(__always)
    package static func decibels(intensity: Float) -> Float {
        log2(intensity) * 3.010_299_96  // 10·log₁₀(2)
    }

    /// e to the power of `value` for the weights of filters; relative error below 1e-6.
    package static func exp(_ value: Double) -> Double {
        Double(exp2(Float(value * 1.442_695_040_888_963_4)))
    }

    /// Sine of an angle in radians, |angle| ≤ 4π; error below 1e-12.
    package static func sin(_ angle: Double) -> Double {
        let turns = (angle / (2 * pi)).rounded()
        var x = angle - turns * 2 * pi
        if x > pi / 2 { x = pi - x }
        if x < -pi / 2 { x = -pi - x }
        let q = x * x
        // Taylor series to x^17, from the small end.
        var sum = 1.0
        for k in stride(from: 16.0, through: 2.0, by: -2.0) {
            sum = 1 - q / (k * (k + 1)) * sum
        }
        return x * sum
    }

    /// Cosine of an angle in radians, |angle| ≤ 3π; error below 1e-12.
    package static func cos(_ angle: Double) -> Double { sin(angle + pi / 2) }

    /// Tangent of an angle in radians, away from its poles.
    package static func tan(_ angle: Double) -> Double { sin(angle) / cos(angle) }

    /// Angle in radians, −π … π, of the vector (x, y).
    ///
    /// Error below 3e-7; 0 for the zero vector.
    @inline(__always)
    package static func atan2(y: Float, x: Float) -> Float {
        let ax = x < 0 ? -x : x
        let ay = y < 0 ? -y : y
        let high = max(ax, ay)
        if high == 0 { return 0 }
        let ratio = min(ax, ay) / high
        // Above tan(π/8) the argument is turned by π/4, so |t| ≤ 0.4143.
        let turned = ratio > 0.414_213_57
        let t = turned ? (ratio - 1) / (ratio + 1) : ratio
        let q = t * t
        var angle =
            t * (1 + q * (-0.333_333_34 + q * (0.2 + q * (-0.142_857_14 + q * (0.111_111_11 - q * 0.090_909_09)))))
        if turned { angle += 0.785_398_16 }
        if ay > ax { angle = 1.570_796_3 - angle }
        if x < 0 { angle = 3.141_592_7 - angle }
        return y < 0 ? -angle : angle
    }
}
