/// A simulated scan before scan conversion: envelope detection and log compression along the scan lines.
///
/// Way of the signal: random complex scatterers × backscatter (plus mirror-like echoes) → lateral point-spread function that
/// widens away from the focus → axial point-spread function → attenuation and coupling → receiver noise → envelope →
/// decibels → TGC, gain → grey by the dynamic range. In a uniform region the envelope is Rayleigh
/// distributed: mean/σ = √(π/(4 − π)) = 1.913 and σ of its level 5.57 dB (domain reference §1.8).
package struct SpecklePhantom: Sendable {
    /// How the machine is set.
    package struct Settings: Sendable, Equatable {
        /// Decibels between black and white.
        package var dynamicRange: Double = 60
        /// Looks averaged by compounding, 1 … 9; 1 is fully developed speckle.
        package var looks: Int = 1
        /// Depth of the focus as a share of the depth.
        package var focus: Double = 0.5
        /// Level in dB against parenchyma of the receiver's noise at the face.
        package var noiseFloor: Double = -60
        /// How much the TGC lifts the noise over the depth, in dB.
        package var noiseRise: Double = 26

        /// The settings of a well-adjusted machine.
        package init() {}
    }

    /// Samples along a line.
    package let depths: Int
    /// Scan lines.
    package let lines: Int
    /// Levels in dB against parenchyma, before TGC and gain faults: `depths` rows × `lines` columns, row 0 at the face.
    package let decibels: [Float]
    /// Flow as in `TissueMap.flow`; empty without flow.
    let flow: [Float]

    /// Simulates an anatomy along the scan lines.
    init(map: TissueMap, settings: Settings, coupling: Coupling, seed: UInt64) {
        depths = map.depths
        lines = map.lines
        flow = map.flow
        let count = map.depths * map.lines
        let looks = max(1, min(9, settings.looks))
        var amplitude = [Float](repeating: 0, count: looks > 1 ? count : 0)
        var intensity = [Float](repeating: 0, count: count)
        for look in 0..<looks {
            var field = ScattererField(map: map, settings: settings, seed: seed, look: UInt64(look))
            field.addNoise(map: map, settings: settings, coupling: coupling, seed: seed, look: UInt64(look))
            if looks == 1 {
                intensity = field.intensity()
            } else {
                let one = field.intensity()
                for index in 0..<count { amplitude[index] += one[index].squareRoot() }
            }
        }
        if looks > 1 {
            let scale = 1 / Float(looks)
            for index in 0..<count { intensity[index] = amplitude[index] * scale * amplitude[index] * scale }
        }
        var levels = intensity
        for index in 0..<count { levels[index] = PortableMath.decibels(intensity: max(1e-12, intensity[index])) }
        decibels = levels
    }

    /// A uniform medium without attenuation or noise, for checks of the statistics.
    ///
    /// - Parameters:
    ///   - depths: samples along a line.
    ///   - lines: scan lines.
    ///   - seed: any value.
    package static func uniform(depths: Int, lines: Int, settings: Settings = Settings(), seed: UInt64)
        -> SpecklePhantom
    {
        var quiet = settings
        quiet.noiseFloor = -100
        quiet.noiseRise = 0
        let map = TissueMap(uniformOfDepths: depths, lines: lines)
        return SpecklePhantom(map: map, settings: quiet, coupling: Coupling(lines: lines), seed: seed)
    }
}

extension TissueMap {
    /// Parenchyma all over.
    init(uniformOfDepths depths: Int, lines: Int) {
        self.depths = depths
        self.lines = lines
        backscatter = [Float](repeating: 1, count: depths * lines)
        specular = [Float](repeating: 0, count: depths * lines)
        attenuation = [Float](repeating: 0, count: depths * lines)
        flow = []
    }
}

/// What stands between transducer and tissue, and what shades the lines: the beam-space faults.
struct Coupling: Sendable, Equatable {
    /// Loss in dB of everything below the face, one value a line.
    var contactLoss: [Float]
    /// Loss in dB below `shadowStart`, one value a line.
    var shadowLoss: [Float]
    /// First shadowed depth, 0 … 1.
    var shadowStart: Float = 1
    /// Level in dB of reverberation between face and air, one value a line; below −90 there is none.
    var reverberation: [Float]
    /// Change of the receiver's noise in dB.
    var noise: Float = 0

    /// Perfect coupling.
    init(lines: Int) {
        contactLoss = [Float](repeating: 0, count: lines)
        shadowLoss = contactLoss
        reverberation = [Float](repeating: -120, count: lines)
    }
}

/// The complex echo signal of one look.
private struct ScattererField {
    let depths: Int
    let lines: Int
    private var real: [Float]
    private var imaginary: [Float]

    init(map: TissueMap, settings: SpecklePhantom.Settings, seed: UInt64, look: UInt64) {
        depths = map.depths
        lines = map.lines
        let axial = FilterKernel(sigma: 1.2)
        let lateral = (0..<map.depths).map { row -> FilterKernel in
            let v = (Double(row) + 0.5) / Double(map.depths)
            let offset = (v - settings.focus) / 0.45
            let widening = min(2.2, (1 + offset * offset).squareRoot())
            return FilterKernel(sigma: 0.0085 * Double(map.lines) * widening)
        }
        let side = lateral.map(\.radius).max() ?? 0
        let rows = map.depths + 2 * axial.radius
        let columns = map.lines + 2 * side
        var generator = SplitMix64(seed: seed, stream: 0x5343_4154 &+ look)
        var wideReal = [Float](repeating: 0, count: columns)
        var wideImaginary = wideReal
        var tallReal = [Float](repeating: 0, count: rows * map.lines)
        var tallImaginary = tallReal
        for row in 0..<rows {
            let source = min(map.depths - 1, max(0, row - axial.radius))
            for column in 0..<columns {
                let line = min(map.lines - 1, max(0, column - side))
                let index = source &* map.lines &+ line
                let strength = map.backscatter[index] * 0.707_106_77
                wideReal[column] = generator.normal() * strength + map.specular[index]
                wideImaginary[column] = generator.normal() * strength
            }
            let kernel = lateral[source]
            let first = side - kernel.radius
            kernel.filter(wideReal, offset: first, stride: 1, into: &tallReal, at: row * map.lines, count: map.lines)
            kernel.filter(
                wideImaginary,
                offset: first,
                stride: 1,
                into: &tallImaginary,
                at: row * map.lines,
                count: map.lines
            )
        }
        real = [Float](repeating: 0, count: map.depths * map.lines)
        imaginary = real
        // Along depth a tap is one row further, so whole rows are added.
        axial.filter(tallReal, offset: 0, stride: map.lines, into: &real, at: 0, count: real.count)
        axial.filter(tallImaginary, offset: 0, stride: map.lines, into: &imaginary, at: 0, count: imaginary.count)
    }

    /// Attenuates the echoes and adds receiver noise and reverberation.
    mutating func addNoise(
        map: TissueMap,
        settings: SpecklePhantom.Settings,
        coupling: Coupling,
        seed: UInt64,
        look: UInt64
    ) {
        var generator = SplitMix64(seed: seed, stream: 0x4E4F_4953 &+ look)
        for row in 0..<depths {
            let v = (Float(row) + 0.5) / Float(depths)
            let level = Float(settings.noiseFloor) + Float(settings.noiseRise) * v + coupling.noise
            let noise = PortableMath.amplitude(decibels: level) * 0.707_106_77
            let shadowed = v > coupling.shadowStart
            let ring = Self.reverberation(at: v)
            for line in 0..<lines {
                let index = row &* lines &+ line
                var loss = map.attenuation[index] + coupling.contactLoss[line]
                if shadowed { loss += coupling.shadowLoss[line] }
                let gain = loss == 0 ? 1 : PortableMath.amplitude(decibels: -loss)
                var echo = real[index] * gain
                if coupling.reverberation[line] > -90 && ring > 0 {
                    echo += ring * PortableMath.amplitude(decibels: coupling.reverberation[line])
                }
                real[index] = echo + generator.normal() * noise
                imaginary[index] = imaginary[index] * gain + generator.normal() * noise
            }
        }
    }

    /// Bands parallel to the face that die out within a quarter of the depth: what a probe in air shows.
    private static func reverberation(at depth: Float) -> Float {
        let spacing: Float = 0.05
        let order = (depth / spacing + 0.5)
        let whole = Float(Int32(order))
        let offset = (order - whole - 0.5) * spacing / 0.012
        guard offset > -1, offset < 1, whole < 6 else { return 0 }
        let bump = (1 - offset * offset) * (1 - offset * offset)
        return bump * PortableMath.amplitude(decibels: 20 - 7 * whole)
    }

    /// |signal|², one value a sample.
    func intensity() -> [Float] {
        var result = real
        for index in 0..<result.count {
            result[index] = real[index] * real[index] + imaginary[index] * imaginary[index]
        }
        return result
    }
}

/// A Gaussian filter whose output has the same mean square as white noise put in: Σ weight² = 1.
struct FilterKernel: Sendable {
    let radius: Int
    let weights: [Float]

    /// Weights out to 3 σ; `sigma` in samples.
    init(sigma: Double) {
        let reach = max(1, Int((3 * sigma).rounded(.up)))
        let raw = (-reach...reach).map { PortableMath.exp(-0.5 * Double($0 * $0) / (sigma * sigma)) }
        let energy = raw.reduce(0) { $0 + $1 * $1 }.squareRoot()
        radius = reach
        weights = raw.map { Float($0 / energy) }
    }

    /// Adds up `weights[k] · input[offset + i + k · stride]` for `count` neighbouring outputs.
    func filter(
        _ input: [Float],
        offset: Int,
        stride: Int,
        into output: inout [Float],
        at start: Int,
        count: Int
    ) {
        for (tap, weight) in weights.enumerated() {
            let source = input.span.extracting((offset + tap * stride)..<(offset + tap * stride + count))
            var target = output.mutableSpan
            for index in 0..<count {
                target[start &+ index] += weight * source[index]
            }
        }
    }
}
