internal import Foundation

/// Discrete Fourier transforms of eight sequences of 2ⁿ complex numbers at once, one a lane, in place (radix 2).
///
/// Side by side in the lanes nothing has to be moved between them, which a transform of one sequence does in its first
/// stages and when it puts its numbers in order.
struct LaneTransform {
    /// Eight numbers, one of each sequence.
    typealias Lanes = SIMD8<Float>

    /// How many numbers a sequence has.
    let count: Int
    /// Cosines and sines of the turns in the stage that joins transforms of `half` numbers, from index `half` on.
    private let cosines: [Float]
    private let sines: [Float]
    /// Where each number comes before the first stage.
    private let reversed: [Int32]

    /// Tables for a length; `count` is a power of two from 2.
    init(count: Int) {
        precondition(count >= 2 && count.nonzeroBitCount == 1, "a transform's length is a power of two")
        self.count = count
        var cosines = [Float](repeating: 1, count: count)
        var sines = [Float](repeating: 0, count: count)
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
        var reversed = [Int32](repeating: 0, count: count)
        for index in 1..<count {
            reversed[index] = reversed[index / 2] / 2 + (index & 1 == 1 ? Int32(count / 2) : 0)
        }
        self.reversed = reversed
    }

    /// The place, before the transform, of the number at an index.
    @inline(__always)
    func place(of index: Int) -> Int { Int(reversed[index]) }

    /// Transforms `count` vectors, which lie in the order of `place(of:)`; afterwards they are in order.
    func transform(_ real: inout [Lanes], _ imaginary: inout [Lanes]) {
        var reals = real.mutableSpan
        var imaginaries = imaginary.mutableSpan
        transform(&reals, &imaginaries)
    }

    /// The same in place.
    func transform(_ reals: inout MutableSpan<Lanes>, _ imaginaries: inout MutableSpan<Lanes>) {
        // Every index below lies within these.
        precondition(reals.count == count && imaginaries.count == count)
        precondition(cosines.count == count && sines.count == count)
        let (cosines, sines) = (cosines.span, sines.span)
        // The first stage turns nothing.
        for low in stride(from: 0, to: count, by: 2) {
            let (real, imaginary) = (reals[unchecked: low], imaginaries[unchecked: low])
            let (nextReal, nextImaginary) = (reals[unchecked: low &+ 1], imaginaries[unchecked: low &+ 1])
            reals[unchecked: low] = real + nextReal
            reals[unchecked: low &+ 1] = real - nextReal
            imaginaries[unchecked: low] = imaginary + nextImaginary
            imaginaries[unchecked: low &+ 1] = imaginary - nextImaginary
        }
        var half = 2
        while half < count {
            for offset in 0..<half {
                let cosine = Lanes(repeating: cosines[unchecked: half &+ offset])
                let sine = Lanes(repeating: sines[unchecked: half &+ offset])
                for low in stride(from: offset, to: count, by: 2 &* half) {
                    let high = low &+ half
                    let (real, imaginary) = (reals[unchecked: high], imaginaries[unchecked: high])
                    let turnedReal = real * cosine - imaginary * sine
                    let turnedImaginary = real * sine + imaginary * cosine
                    let (lowReal, lowImaginary) = (reals[unchecked: low], imaginaries[unchecked: low])
                    reals[unchecked: low] = lowReal + turnedReal
                    reals[unchecked: high] = lowReal - turnedReal
                    imaginaries[unchecked: low] = lowImaginary + turnedImaginary
                    imaginaries[unchecked: high] = lowImaginary - turnedImaginary
                }
            }
            half &*= 2
        }
    }
}
