internal import Foundation

/// Power spectra of 32 samples in a row: mean removed, Hann window, bins 1…16 of the discrete Fourier transform.
///
/// Bin k stands for k/16 of the Nyquist frequency. Powers are divided by the window's energy, so white noise of
/// variance v has the power v in each bin.
struct WindowSpectrum: Sendable {
    /// Samples a spectrum is made of.
    static let length = 32
    /// The tables, made once.
    static let shared = WindowSpectrum()

    private let cosines: [SIMD16<Float>]
    private let sines: [SIMD16<Float>]

    private init() {
        let length = Self.length
        let hann = (0..<length).map { 0.5 - 0.5 * cos(2 * Double.pi * (Double($0) + 0.5) / Double(length)) }
        let scale = 1 / hann.reduce(0) { $0 + $1 * $1 }.squareRoot()
        func table(_ wave: (Double) -> Double) -> [SIMD16<Float>] {
            (0..<length).map { time in
                var row = SIMD16<Float>()
                for bin in 1...16 {
                    let phase = 2 * Double.pi * Double(bin * time % length) / Double(length)
                    row[bin - 1] = Float(hann[time] * scale * wave(phase))
                }
                return row
            }
        }
        cosines = table(cos)
        sines = table(sin)
    }

    /// Power of the 32 samples at `start`, `start + stride`, … of a tile.
    @inline(__always)
    func power(_ tile: Span<Float>, start: Int, stride: Int) -> SIMD16<Float> {
        var mean: Float = 0
        for time in 0..<Self.length { mean += tile[start &+ time &* stride] }
        mean /= Float(Self.length)
        var real = SIMD16<Float>()
        var imaginary = SIMD16<Float>()
        let cosineSpan = cosines.span
        let sineSpan = sines.span
        for time in 0..<Self.length {
            let value = tile[start &+ time &* stride] - mean
            real += value * cosineSpan[time]
            imaginary += value * sineSpan[time]
        }
        return real * real + imaginary * imaginary
    }
}
