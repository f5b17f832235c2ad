import Foundation
import Imaging
import Testing

@Suite("Window spectra") struct WindowSpectrumTests {
    /// The definition: mean removed, Hann window over the root of its energy, squared magnitude of the transform.
    private static func power(_ samples: [Double], bin: Int) -> Double {
        let mean = samples.reduce(0, +) / 32
        let window = (0..<32).map { 0.5 - 0.5 * cos(2 * .pi * (Double($0) + 0.5) / 32) }
        let energy = window.reduce(0) { $0 + $1 * $1 }
        var real = 0.0
        var imaginary = 0.0
        for time in 0..<32 {
            let value = (samples[time] - mean) * window[time]
            real += value * cos(2 * .pi * Double(bin * time) / 32)
            imaginary += value * sin(2 * .pi * Double(bin * time) / 32)
        }
        return (real * real + imaginary * imaginary) / energy
    }

    @Test("The folded transform gives the powers of the definition, for eight columns and eight rows")
    func powersAreThoseOfTheDefinition() {
        var random = SplitMix64(seed: 3)
        let width = 45
        let pixels = (0..<width * 40).map { _ in UInt8.random(in: 0...255, using: &random) }
        let start = 3 * width + 5
        let (vertical, horizontal) = WindowSpectrum.shared.powers(pixels.span.bytes, width: width, at: start)
        for bin in 1...16 {
            var down = 0.0
            var across = 0.0
            for place in stride(from: 2, to: 32, by: 4) {
                down += Self.power((0..<32).map { Double(pixels[start + $0 * width + place]) }, bin: bin) / 8
                across += Self.power((0..<32).map { Double(pixels[start + place * width + $0]) }, bin: bin) / 8
            }
            #expect(abs(Double(vertical[bin - 1]) - down) < 1e-4 * down + 1e-3)
            #expect(abs(Double(horizontal[bin - 1]) - across) < 1e-4 * across + 1e-3)
        }
    }
}
