/// What a region of a schematic anatomy does to ultrasound.
struct Tissue: Sendable, Equatable {
    /// Backscatter in dB against liver parenchyma; −60 is free of echoes.
    var echo: Float
    /// Attenuation in dB per cm of depth (both ways) beyond what the TGC expects: negative behind fluid, large in stone and bone.
    var attenuation: Float = 0
    /// Strength in dB of streaks that run across the beam (muscle fibres, fat septa).
    var streaks: Float = 0

    static let parenchyma = Tissue(echo: 0)
    /// Bile, urine, amniotic fluid, blood in a cyst-like space.
    static let fluid = Tissue(echo: -60, attenuation: -1.6)
    /// Flowing blood: almost free of echoes, attenuates a little.
    static let blood = Tissue(echo: -44, attenuation: -0.6)
    /// Wall-deep fat with septa.
    static let fat = Tissue(echo: -4, attenuation: 0.1, streaks: 5)
    static let muscle = Tissue(echo: -4, attenuation: 0.1, streaks: 8)
    /// Bright and shadowing.
    static let bone = Tissue(echo: 14, attenuation: 60)
    static let stone = Tissue(echo: 20, attenuation: 90)
    /// Gas behind the pleura: no tissue echoes, a haze of reverberation.
    static let gas = Tissue(echo: -14, attenuation: 4)
}

/// The outline of a region, in cm: x rightwards from the middle of the transducer face, z downwards from it.
enum TissueOutline: Sendable, Equatable {
    /// An ellipse with half axes `a` (along the angle) and `b`; the angle in radians turns it clockwise in the picture.
    case ellipse(x: Double, z: Double, a: Double, b: Double, angle: Double)
    /// A tube from one point to another with a radius at each end.
    case tube(x0: Double, z0: Double, x1: Double, z1: Double, radius0: Double, radius1: Double)
    /// Everything between two depths.
    case layer(from: Double, to: Double)
}

/// A mirror-like border.
struct Interface: Sendable, Equatable {
    /// Peak level in dB against parenchyma.
    var level: Float
    /// Half thickness in cm.
    var halfWidth: Float
    /// How fast it fades when the beam does not meet it squarely.
    ///
    /// Exponent of |cos| of the angle between beam and normal; 0 reflects alike from all sides.
    var directivity: Int = 2
}

/// One region of an anatomy; later elements lie over earlier ones.
struct TissueElement: Sendable, Equatable {
    var outline: TissueOutline
    /// nil draws only the border.
    var tissue: Tissue?
    var wall: Interface?
    /// Peak flow towards the probe (−1 … 1 of the colour scale), parabolic over a tube; 0 without flow.
    var flow: Float = 0
    /// Whether the natural irregularity of the whole picture bends this element too.
    var warp: Warp = .natural

    /// How much an outline follows the picture's irregularity.
    enum Warp: Float, Sendable {
        case none = 0
        case slight = 0.35
        case natural = 1
    }
}

/// A schematic anatomy: regions on a background, with where a technician would measure.
///
/// Schematic: shapes and brightnesses are in the right order and place for a standard section; nothing was traced from a person.
struct Anatomy: Sendable, Equatable {
    var background: Tissue = .parenchyma
    var elements: [TissueElement] = []
    /// Caliper pair in cm, nil where the section is not measured.
    var measurement: Measurement?
    /// Size of the natural irregularity in cm.
    var irregularity: Double = 0.12

    /// A distance that the section usually carries.
    struct Measurement: Sendable, Equatable {
        var fromX: Double
        var fromZ: Double
        var toX: Double
        var toZ: Double
    }
}

extension TissueElement {
    static func ellipse(
        _ x: Double,
        _ z: Double,
        _ a: Double,
        _ b: Double,
        angle: Double = 0,
        _ tissue: Tissue?,
        wall: Interface? = nil,
        flow: Float = 0,
        warp: Warp = .natural
    ) -> TissueElement {
        TissueElement(
            outline: .ellipse(x: x, z: z, a: a, b: b, angle: angle),
            tissue: tissue,
            wall: wall,
            flow: flow,
            warp: warp
        )
    }

    static func tube(
        from start: (Double, Double),
        to end: (Double, Double),
        radius: Double,
        endRadius: Double? = nil,
        _ tissue: Tissue?,
        wall: Interface? = nil,
        flow: Float = 0,
        warp: Warp = .natural
    ) -> TissueElement {
        TissueElement(
            outline: .tube(
                x0: start.0,
                z0: start.1,
                x1: end.0,
                z1: end.1,
                radius0: radius,
                radius1: endRadius ?? radius
            ),
            tissue: tissue,
            wall: wall,
            flow: flow,
            warp: warp
        )
    }

    static func layer(_ from: Double, _ to: Double, _ tissue: Tissue?, wall: Interface? = nil, warp: Warp = .slight)
        -> TissueElement
    {
        TissueElement(outline: .layer(from: from, to: to), tissue: tissue, wall: wall, warp: warp)
    }
}

extension Interface {
    static let vesselWall = Interface(level: 10, halfWidth: 0.08, directivity: 3)
    static let capsule = Interface(level: 11, halfWidth: 0.08, directivity: 2)
    static let skin = Interface(level: 12, halfWidth: 0.12, directivity: 0)
    static let fascia = Interface(level: 9, halfWidth: 0.05, directivity: 2)
}
