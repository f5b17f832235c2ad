internal import Foundation

/// Discrete Fourier transforms of 2ⁿ complex numbers, in place (Cooley and Tukey 1965, radix 2).
struct FourierTransform {
    /// How many numbers.
    let count: Int
    /// Cosines and sines of the turns in the stage that joins transforms of `half` numbers, from index `half` on.
    private let cosines: [Float]
    private let sines: [Float]
    private let reversed: [Int32]

    /// Tables for a length; `count` is a power of two from 8.
    init(count: Int) {
        precondition(count >= 8 && count.nonzeroBitCount == 1, "a transform's length is a power of two")
        self.count = count
        var cosines = [Float](repeating: 0, count: count)
        var sines = cosines
        var half = 1
        while half < count {
            for offset in 0..<half {
                let angle = Double.pi * Double(offset) / Double(half)
                cosines[half + offset] = Float(cos(angle))
                sines[half + offset] = Float(-sin(angle))
            }
            half *= 2
        }
        self.cosines = cosines
        self.sines = sines
        let shift = 64 - count.trailingZeroBitCount
        reversed = (0..<count).map { index in
            var bits = UInt64(index)
            var result: UInt64 = 0
            for _ in 0..<64 {
                result = result << 1 | bits & 1
                bits >>= 1
            }
            return Int32(result >> UInt64(shift))
        }
    }

    /// Transforms `count` numbers.
    func transform(_ real: inout MutableSpan<Float>, _ imaginary: inout MutableSpan<Float>) {
        let reversed = reversed.span
        for index in 0..<count {
            let other = Int(reversed[index])
            if other > index {
                (real[index], real[other]) = (real[other], real[index])
                (imaginary[index], imaginary[other]) = (imaginary[other], imaginary[index])
            }
        }
        for start in stride(from: 0, to: count, by: 4) { Self.joinFour(&real, &imaginary, start) }
        var reals = real.mutableBytes
        var imaginaries = imaginary.mutableBytes
        var half = 4
        while half < count {
            for start in stride(from: 0, to: count, by: 2 * half) { join(&reals, &imaginaries, start, half) }
            half &*= 2
        }
    }

    /// The first two stages, whose turns are quarters.
    @inline(__always)
    private static func joinFour(_ real: inout MutableSpan<Float>, _ imaginary: inout MutableSpan<Float>, _ start: Int)
    {
        let (r0, r1) = (real[start] + real[start &+ 1], real[start] - real[start &+ 1])
        let (r2, r3) = (real[start &+ 2] + real[start &+ 3], real[start &+ 2] - real[start &+ 3])
        let (i0, i1) = (imaginary[start] + imaginary[start &+ 1], imaginary[start] - imaginary[start &+ 1])
        let (i2, i3) =
            (imaginary[start &+ 2] + imaginary[start &+ 3], imaginary[start &+ 2] - imaginary[start &+ 3])
        (real[start], real[start &+ 2]) = (r0 + r2, r0 - r2)
        (imaginary[start], imaginary[start &+ 2]) = (i0 + i2, i0 - i2)
        (real[start &+ 1], real[start &+ 3]) = (r1 + i3, r1 - i3)
        (imaginary[start &+ 1], imaginary[start &+ 3]) = (i1 - r3, i1 + r3)
    }

    /// Joins two neighbouring transforms of `half` numbers, a multiple of four.
    @inline(__always)
    private func join(
        _ real: inout MutableRawSpan,
        _ imaginary: inout MutableRawSpan,
        _ start: Int,
        _ half: Int
    ) {
        typealias Lanes = SIMD4<Float>
        let (cosines, sines) = (cosines.span.bytes, sines.span.bytes)
        for offset in stride(from: 0, to: half, by: 4) {
            let (low, high) = (4 &* (start &+ offset), 4 &* (start &+ offset &+ half))
            let cosine = cosines.unsafeLoadUnaligned(fromByteOffset: 4 &* (half &+ offset), as: Lanes.self)
            let sine = sines.unsafeLoadUnaligned(fromByteOffset: 4 &* (half &+ offset), as: Lanes.self)
            let highReal = real.unsafeLoadUnaligned(fromByteOffset: high, as: Lanes.self)
            let highImaginary = imaginary.unsafeLoadUnaligned(fromByteOffset: high, as: Lanes.self)
            let lowReal = real.unsafeLoadUnaligned(fromByteOffset: low, as: Lanes.self)
            let lowImaginary = imaginary.unsafeLoadUnaligned(fromByteOffset: low, as: Lanes.self)
            let turnedReal = highReal * cosine - highImaginary * sine
            let turnedImaginary = highReal * sine + highImaginary * cosine
            real.storeBytes(of: lowReal - turnedReal, toByteOffset: high, as: Lanes.self)
            imaginary.storeBytes(of: lowImaginary - turnedImaginary, toByteOffset: high, as: Lanes.self)
            real.storeBytes(of: lowReal + turnedReal, toByteOffset: low, as: Lanes.self)
            imaginary.storeBytes(of: lowImaginary + turnedImaginary, toByteOffset: low, as: Lanes.self)
        }
    }

    /// Hann's window of the same length.
    var hann: [Float] {
        (0..<count).map { Float(0.5 - 0.5 * cos(2 * Double.pi * (Double($0) + 0.5) / Double(count))) }
    }
}
