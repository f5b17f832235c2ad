internal import Foundation

/// Power spectra of 32 samples in a row: mean removed, Hann window, bins 1…16 of the discrete Fourier transform.
///
/// Bin k stands for k/16 of the Nyquist frequency. Powers are divided by the window's energy, so white noise of
/// variance v has the power v in each bin.
package struct WindowSpectrum: Sendable {
    /// Samples a spectrum is made of.
    package static let length = 32
    /// The tables, made once.
    package static let shared = WindowSpectrum()

    /// The Hann window over the square root of its energy.
    private let weights: [Float]
    /// cos(2πkt/32) and sin(2πkt/32) at `9 · k + t`, k 0…16, t 0…8.
    private let cosines: [Float]
    private let sines: [Float]

    private init() {
        let length = Self.length
        let hann = (0..<length).map { 0.5 - 0.5 * cos(2 * Double.pi * (Double($0) + 0.5) / Double(length)) }
        let scale = 1 / hann.reduce(0) { $0 + $1 * $1 }.squareRoot()
        weights = hann.map { Float($0 * scale) }
        func table(_ wave: (Double) -> Double) -> [Float] {
            (0...16).flatMap { bin in
                (0...8).map { time in Float(wave(2 * Double.pi * Double(bin * time % length) / Double(length))) }
            }
        }
        cosines = table(cos)
        sines = table(sin)
    }

    /// Mean spectra of 8 columns and of 8 rows (2, 6, … 30) of the 32 × 32 pixels whose first is at `start`.
    package func powers(_ pixels: RawSpan, width: Int, at start: Int) -> (
        vertical: SIMD16<Float>, horizontal: SIMD16<Float>
    ) {
        // Lanes 0–7 are the columns, 8–15 the rows.
        var samples = InlineArray<32, SIMD16<Float>>(repeating: .zero)
        var rows = InlineArray<256, UInt8>(repeating: 0)
        for row in 0..<8 {
            let offset = start &+ (4 &* row &+ 2) &* width
            let line = pixels.extracting(offset..<offset &+ Self.length)
            for time in 0..<Self.length {
                rows[8 &* time &+ row] = line.unsafeLoadUnaligned(fromByteOffset: time, as: UInt8.self)
            }
        }
        var sum = SIMD16<Float>.zero
        for time in 0..<Self.length {
            // The third byte of every word is a column.
            let words = pixels.unsafeLoadUnaligned(fromByteOffset: start &+ time &* width, as: SIMD8<UInt32>.self)
            let columns = (words &>> SIMD8<UInt32>(repeating: 16)) & SIMD8<UInt32>(repeating: 255)
            let across = rows.span.bytes.unsafeLoadUnaligned(fromByteOffset: 8 &* time, as: SIMD8<UInt8>.self)
            let sample = SIMD16<Float>(
                lowHalf: SIMD8<Float>(SIMD8<Int32>(truncatingIfNeeded: columns)),
                highHalf: SIMD8<Float>(SIMD8<Int32>(truncatingIfNeeded: across))
            )
            samples[time] = sample
            sum += sample
        }
        let mean = sum * SIMD16<Float>(repeating: 1 / Float(Self.length))
        for time in 0..<Self.length {
            samples[time] = (samples[time] - mean) * SIMD16<Float>(repeating: weights[time])
        }
        return transformed(samples.span)
    }

    /// Mean powers of the low and of the high lanes.
    ///
    /// Cosines and sines repeat after half and after a quarter of the period, so samples that meet the same factor, or
    /// its opposite, are added up first: 255 products a lane instead of 1024.
    private func transformed(_ x: Span<SIMD16<Float>>) -> (SIMD16<Float>, SIMD16<Float>) {
        typealias Folded = InlineArray<9, SIMD16<Float>>
        var evenCosine = Folded(repeating: .zero)
        var oddCosine = Folded(repeating: .zero)
        var evenSine = Folded(repeating: .zero)
        var oddSine = Folded(repeating: .zero)
        evenCosine[0] = x[0] + x[16]
        oddCosine[0] = x[0] - x[16]
        evenCosine[8] = x[8] + x[24]
        oddSine[8] = x[8] - x[24]
        for time in 1..<8 {
            let near = x[time] + x[32 - time]
            let far = x[16 - time] + x[16 + time]
            evenCosine[time] = near + far
            oddCosine[time] = near - far
            let nearStep = x[time] - x[32 - time]
            let farStep = x[16 - time] - x[16 + time]
            evenSine[time] = nearStep - farStep
            oddSine[time] = nearStep + farStep
        }
        var powers = InlineArray<16, SIMD16<Float>>(repeating: .zero)
        for bin in 1...16 {
            powers[bin - 1] =
                bin & 1 == 0
                ? Self.power(evenCosine.span, evenSine.span, cosines.span, sines.span, bin: bin)
                : Self.power(oddCosine.span, oddSine.span, cosines.span, sines.span, bin: bin)
        }
        // Lanes are added up here and not above, where the compiler would take the vectors apart for it.
        var low = SIMD16<Float>.zero
        var high = SIMD16<Float>.zero
        let powerSpan = powers.span
        let lanes = powerSpan.bytes
        for bin in 0..<16 {
            @inline(__always)
            func quarter(_ index: Int) -> SIMD4<Float> {
                lanes.unsafeLoadUnaligned(fromByteOffset: 64 &* bin &+ 16 &* index, as: SIMD4<Float>.self)
            }
            let (first, second) = (quarter(0) + quarter(1), quarter(2) + quarter(3))
            low[bin] = (first[0] + first[1] + (first[2] + first[3])) / 8
            high[bin] = (second[0] + second[1] + (second[2] + second[3])) / 8
        }
        return (low, high)
    }

    @inline(__always)
    private static func power(
        _ cosine: Span<SIMD16<Float>>,
        _ sine: Span<SIMD16<Float>>,
        _ cosines: Span<Float>,
        _ sines: Span<Float>,
        bin: Int
    ) -> SIMD16<Float> {
        let cosines = cosines.extracting(9 * bin..<9 * bin + 9)
        let sines = sines.extracting(9 * bin..<9 * bin + 9)
        var real = SIMD16<Float>.zero
        var imaginary = SIMD16<Float>.zero
        for time in 0..<9 {
            real += cosine[time] * SIMD16<Float>(repeating: cosines[time])
            imaginary += sine[time] * SIMD16<Float>(repeating: sines[time])
        }
        return real * real + imaginary * imaginary
    }
}
