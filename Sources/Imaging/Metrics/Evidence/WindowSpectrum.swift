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
    private let transform = LaneTransform(count: WindowSpectrum.length)

    private typealias Lanes = LaneTransform.Lanes

    private init() {
        let length = Self.length
        let hann = (0..<length).map { 0.5 - 0.5 * cos(2 * Double.pi * (Double($0) + 0.5) / Double(length)) }
        let scale = 1 / hann.reduce(0) { $0 + $1 * $1 }.squareRoot()
        weights = hann.map { Float($0 * scale) }
    }

    /// Mean spectra of 8 columns and of 8 rows (2, 6, … 30) of the 32 × 32 pixels whose first is at `start`.
    ///
    /// The columns are the real and the rows the imaginary part of one transform: what of its spectrum is its own mirror
    /// image belongs to the former, the rest to the latter.
    package func powers(_ pixels: RawSpan, width: Int, at start: Int) -> (
        vertical: SIMD16<Float>, horizontal: SIMD16<Float>
    ) {
        var rows = InlineArray<256, UInt8>(repeating: 0)
        for row in 0..<8 {
            let offset = start &+ (4 &* row &+ 2) &* width
            let line = pixels.extracting(offset..<offset &+ Self.length)
            for time in 0..<Self.length {
                rows[8 &* time &+ row] = line.unsafeLoadUnaligned(fromByteOffset: time, as: UInt8.self)
            }
        }
        var down = InlineArray<32, Lanes>(repeating: .zero)
        var across = down
        var sums = (Lanes.zero, Lanes.zero)
        for time in 0..<Self.length {
            // The third byte of every word is a column.
            let words = pixels.unsafeLoadUnaligned(fromByteOffset: start &+ time &* width, as: SIMD8<UInt32>.self)
            let columns = (words &>> SIMD8<UInt32>(repeating: 16)) & SIMD8<UInt32>(repeating: 255)
            let bytes = rows.span.bytes.unsafeLoadUnaligned(fromByteOffset: 8 &* time, as: SIMD8<UInt8>.self)
            down[time] = Lanes(SIMD8<Int32>(truncatingIfNeeded: columns))
            across[time] = Lanes(SIMD8<Int32>(truncatingIfNeeded: bytes))
            sums.0 += down[time]
            sums.1 += across[time]
        }
        let share = Lanes(repeating: 1 / Float(Self.length))
        let means = (sums.0 * share, sums.1 * share)
        var real = InlineArray<32, Lanes>(repeating: .zero)
        var imaginary = real
        for time in 0..<Self.length {
            let weight = Lanes(repeating: weights[time])
            let place = transform.place(of: time)
            real[place] = (down[time] - means.0) * weight
            imaginary[place] = (across[time] - means.1) * weight
        }
        var reals = real.mutableSpan
        var imaginaries = imaginary.mutableSpan
        transform.transform(&reals, &imaginaries)
        var vertical = SIMD16<Float>.zero
        var horizontal = SIMD16<Float>.zero
        for bin in 1...16 {
            let mirror = Self.length - bin
            let (evenReal, oddReal) = (reals[bin] + reals[mirror], reals[mirror] - reals[bin])
            let (evenImaginary, oddImaginary) =
                (imaginaries[bin] + imaginaries[mirror], imaginaries[bin] - imaginaries[mirror])
            // Both are twice what they stand for, and there are eight lanes.
            vertical[bin - 1] = Self.total(evenReal * evenReal + oddImaginary * oddImaginary) / 32
            horizontal[bin - 1] = Self.total(evenImaginary * evenImaginary + oddReal * oddReal) / 32
        }
        return (vertical, horizontal)
    }

    /// Sum of the lanes.
    @inline(__always)
    private static func total(_ lanes: Lanes) -> Float {
        let four = lanes.lowHalf + lanes.highHalf
        let two = four.lowHalf + four.highHalf
        return two[0] + two[1]
    }
}
