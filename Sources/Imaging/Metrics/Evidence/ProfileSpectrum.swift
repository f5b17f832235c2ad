/// Power spectra of two profiles of up to 1024 samples each.
enum ProfileSpectrum {
    /// Points of the transform; `length / 2 + 1` powers come out of it.
    static let length = 1024

    private static let transform = FourierTransform(count: length)

    /// Powers at 0…1/2 cycles a sample over their median beyond 0.08: Hann window over the samples there are, zeros after;
    /// nil when a profile is shorter than 64 samples or flat.
    static func relative(_ first: [Float], _ second: [Float]) -> (first: [Float], second: [Float])? {
        guard var real = windowed(first), var imaginary = windowed(second) else { return nil }
        var realSpan = real.mutableSpan
        var imaginarySpan = imaginary.mutableSpan
        // Two real profiles in one complex transform.
        transform.transform(&realSpan, &imaginarySpan)
        var firstPower: [Float] = []
        var secondPower: [Float] = []
        firstPower.reserveCapacity(length / 2 + 1)
        secondPower.reserveCapacity(length / 2 + 1)
        for index in 0...length / 2 {
            let mirror = (length - index) % length
            let (evenReal, oddReal) = (
                realSpan[index] + realSpan[mirror], realSpan[index] - realSpan[mirror]
            )
            let (evenImaginary, oddImaginary) = (
                imaginarySpan[index] + imaginarySpan[mirror], imaginarySpan[index] - imaginarySpan[mirror]
            )
            firstPower.append((evenReal * evenReal + oddImaginary * oddImaginary) / 4)
            secondPower.append((evenImaginary * evenImaginary + oddReal * oddReal) / 4)
        }
        guard let one = overMiddle(firstPower), let other = overMiddle(secondPower) else { return nil }
        return (one, other)
    }

    /// The profile under the window, and zeros; nil when it is too short.
    private static func windowed(_ profile: [Float]) -> [Float]? {
        let count = min(profile.count, length)
        guard count >= 64 else { return nil }
        var windowed = [Float](repeating: 0, count: length)
        // Turns by one sample's angle at a time; in double precision 1024 of them lose nothing that a Float shows.
        let angle = 2 * PortableMath.pi / Double(count)
        let (cosine, sine) = (PortableMath.cos(angle), PortableMath.sin(angle))
        var (x, y) = (PortableMath.cos(angle / 2), PortableMath.sin(angle / 2))
        for index in 0..<count {
            windowed[index] = profile[index] * Float(0.5 - 0.5 * x)
            (x, y) = (x * cosine - y * sine, x * sine + y * cosine)
        }
        return windowed
    }

    private static func overMiddle(_ power: [Float]) -> [Float]? {
        guard let middle = median(Array(power[(length * 2 / 25)...])), middle > 1e-9 else { return nil }
        return power.map { $0 / middle }
    }
}
