/// Power spectrum of a profile of up to 1024 samples.
enum ProfileSpectrum {
    /// Points of the transform; `length / 2 + 1` powers come out of it.
    static let length = 1024

    /// Powers at 0…1/2 cycles a sample over their median beyond 0.08: Hann window over the samples there are, zeros after;
    /// nil when the profile is shorter than 64 samples or flat.
    static func relative(_ profile: [Float]) -> [Float]? {
        let count = min(profile.count, length)
        guard count >= 64 else { return nil }
        var real = [Float](repeating: 0, count: length)
        var imaginary = real
        for index in 0..<count {
            let turn = 2 * PortableMath.pi * (Double(index) + 0.5) / Double(count)
            real[index] = profile[index] * Float(0.5 - 0.5 * PortableMath.cos(turn))
        }
        transform(&real, &imaginary)
        let power = (0...length / 2).map { real[$0] * real[$0] + imaginary[$0] * imaginary[$0] }
        guard let middle = median(Array(power[(length * 2 / 25)...])), middle > 1e-9 else { return nil }
        return power.map { $0 / middle }
    }

    /// Sines of −2π · index/length for half a turn, and cosines.
    private static let waves: [(cosine: Float, sine: Float)] = (0..<length / 2).map {
        let angle = 2 * PortableMath.pi * Double($0) / Double(length)
        return (Float(PortableMath.cos(angle)), Float(-PortableMath.sin(angle)))
    }

    /// Discrete Fourier transform in place, of a power of two as many values (Cooley and Tukey, radix 2).
    private static func transform(_ real: inout [Float], _ imaginary: inout [Float]) {
        var mirrored = 0
        for index in 1..<length {
            var bit = length / 2
            while mirrored & bit != 0 {
                mirrored ^= bit
                bit /= 2
            }
            mirrored |= bit
            if index < mirrored {
                real.swapAt(index, mirrored)
                imaginary.swapAt(index, mirrored)
            }
        }
        var half = 1
        while half < length {
            let stride = length / (2 * half)
            for start in Swift.stride(from: 0, to: length, by: 2 * half) {
                for offset in 0..<half {
                    let wave = waves[offset * stride]
                    let low = start + offset
                    let high = low + half
                    let x = real[high] * wave.cosine - imaginary[high] * wave.sine
                    let y = real[high] * wave.sine + imaginary[high] * wave.cosine
                    real[high] = real[low] - x
                    imaginary[high] = imaginary[low] - y
                    real[low] += x
                    imaginary[low] += y
                }
            }
            half *= 2
        }
    }
}
