// Faults of single samples: noise and few grey levels.

extension InjectedFault {
    /// Noise all over the area.
    package static let noise = InjectedFault(
        id: "noise",
        name: "noise",
        rejectStrength: "σ 14 grey, or 2 % of the pixels",
        codes: ["NOISE"],
        shapes: [
            Shape("white") { site, strength, seed in
                var source = SplitMix64(seed: seed, stream: 0x5748_4954)
                return site.changed { _, value, _ in value + 14 * Float(strength) * source.normal() }
            },
            Shape("coarse") { site, strength, seed in
                let grain = site.grain(deviation: 1.1, seed: seed)
                return site.changed { _, value, index in value + 14 * Float(strength) * grain[index] }
            },
            Shape("salt-and-pepper") { site, strength, seed in
                var source = SplitMix64(seed: seed, stream: 0x5341_4C54)
                let share = Float(0.02 * strength)
                return site.changed { _, value, _ in
                    let draw = source.unit()
                    let isSalt = source.unit() < 0.5
                    return draw < share ? (isSalt ? 255 : 0) : value
                }
            },
        ]
    )

    /// Fewer grey levels than a picture needs: 256 at strength 0, 10 at 1, evenly in bits.
    package static let fewLevels = InjectedFault(
        id: "few_levels",
        name: "few grey levels",
        rejectStrength: "10 levels",
        codes: ["LOWBIT"],
        shapes: [
            Shape("rounded") { site, strength, _ in
                let step = step(strength)
                return site.mapped { ($0 / step).rounded() * step }
            },
            Shape("cut-off") { site, strength, _ in
                let step = step(strength)
                return site.mapped { ($0 / step).rounded(.down) * step }
            },
            Shape("spread") { site, strength, _ in
                // Cut off and spread over the whole range again, so white stays white.
                let step = step(strength)
                let top = (255 / step).rounded(.down)
                return site.mapped { top == 0 ? 0 : ($0 / step).rounded(.down) / top * 255 }
            },
        ]
    )

    /// Grey values to a level.
    private static func step(_ strength: Double) -> Float { PortableMath.exp2(min(7, 4.678 * Float(strength))) }
}

extension FaultSite {
    /// Normal noise of mean 0 and deviation 1, smoothed to a grain of about 2.5 pixels; one value a pixel of the picture.
    fileprivate func grain(deviation: Double, seed: UInt64) -> [Float] {
        let plane = image.luma
        var source = SplitMix64(seed: seed, stream: 0x4752_4149)
        let white = GreyPlane(
            width: plane.width,
            height: plane.height,
            pixels: (0..<plane.pixels.count).map { _ in Self.sample(128 + 40 * source.normal()) }
        )
        let weights = PlaneFilter.gaussian(deviation: deviation)
        // Smoothing leaves the sum of the squared weights of the variance, once for each direction.
        let left = 40 * weights.reduce(Float(0)) { $0 + $1 * $1 }
        return PlaneFilter.filtered(white, across: weights, down: weights).map { ($0 - 128) / left }
    }
}
