internal import Foundation

/// Discrete Fourier transforms of 2ⁿ complex numbers, in place (Cooley and Tukey 1965, radix 2).
struct FourierTransform {
    /// How many numbers.
    let count: Int
    private let cosines: [Float]
    private let sines: [Float]
    private let reversed: [Int32]

    /// Tables for a length; `count` is a power of two from 8.
    init(count: Int) {
        precondition(count >= 8 && count.nonzeroBitCount == 1, "a transform's length is a power of two")
        self.count = count
        cosines = (0..<count / 2).map { Float(cos(2 * Double.pi * Double($0) / Double(count))) }
        sines = (0..<count / 2).map { Float(-sin(2 * Double.pi * Double($0) / Double(count))) }
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
        let (cosines, sines, reversed) = (cosines.span, sines.span, reversed.span)
        for index in 0..<count {
            let other = Int(reversed[index])
            if other > index {
                (real[index], real[other]) = (real[other], real[index])
                (imaginary[index], imaginary[other]) = (imaginary[other], imaginary[index])
            }
        }
        var half = 1
        while half < count {
            let stride = count / (2 &* half)
            var start = 0
            while start < count {
                for offset in 0..<half {
                    let (low, high) = (start &+ offset, start &+ offset &+ half)
                    let (cosine, sine) = (cosines[offset &* stride], sines[offset &* stride])
                    let turnedReal = real[high] * cosine - imaginary[high] * sine
                    let turnedImaginary = real[high] * sine + imaginary[high] * cosine
                    real[high] = real[low] - turnedReal
                    imaginary[high] = imaginary[low] - turnedImaginary
                    real[low] += turnedReal
                    imaginary[low] += turnedImaginary
                }
                start &+= 2 &* half
            }
            half &*= 2
        }
    }

    /// Hann's window of the same length.
    var hann: [Float] {
        (0..<count).map { Float(0.5 - 0.5 * cos(2 * Double.pi * (Double($0) + 0.5) / Double(count))) }
    }
}
