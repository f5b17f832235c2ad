/// The random source of every made picture: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014, figure 16).
///
/// Integer arithmetic only, so one seed gives one sequence on every machine. Not for secrets.
package struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// Starts the sequence of a seed; every seed, 0 included, is a good one.
    package init(seed: UInt64) {
        state = seed
    }

    /// Starts an independent sequence for one purpose, so that drawing more numbers for one part of a picture
    /// leaves all other parts as they were.
    package init(seed: UInt64, stream: UInt64) {
        var mixer = SplitMix64(seed: seed)
        var other = SplitMix64(seed: stream &* 0xD1B5_4A32_D192_ED03)
        state = mixer.next() ^ other.next()
    }

    /// The next 64 random bits.
    @inline(__always)
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z &>> 31)
    }

    /// A uniform value in 0 ..< 1, a multiple of 2^-24.
    @inline(__always)
    mutating func unit() -> Float {
        Float(next() &>> 40) * 0x1p-24
    }

    /// A nearly normal value: mean 0, standard deviation 1.
    ///
    /// The sum of the word's four 16-bit parts (Irwin–Hall, n = 4; excess kurtosis −0.3): no logarithm and no cosine, whose
    /// last bits differ between C libraries. Filtering by a point-spread function adds dozens of them, and the sum is normal.
    @inline(__always)
    mutating func normal() -> Float {
        let word = next()
        let sum =
            Int32(truncatingIfNeeded: word & 0xFFFF) &+ Int32(truncatingIfNeeded: (word &>> 16) & 0xFFFF)
            &+ Int32(truncatingIfNeeded: (word &>> 32) & 0xFFFF) &+ Int32(truncatingIfNeeded: word &>> 48)
        // Four uniform 16-bit integers: mean 2·65535, variance 4·(2^32 − 1)/12, so σ = 65536/√3.
        return Float(sum &- 131_070) * 2.642_899_8e-5
    }
}
