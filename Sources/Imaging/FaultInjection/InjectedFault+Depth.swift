import Foundation

// Faults of the depth compensation.

extension InjectedFault {
    /// Near or far half brighter or darker than it should be.
    package static let depthRamp = InjectedFault(
        id: "tgc_ramp",
        name: "TGC ramp",
        rejectStrength: "±175 grey at the end",
        codes: ["TGC_UNEVEN", "GAIN_HIGH", "GAIN_LOW", "DEPTH_EXCESS"],
        shapes: [
            ramp("far-dark-depth", .beam, far: true, -175), ramp("far-dark-rows", .image, far: true, -175),
            ramp("far-bright-depth", .beam, far: true, 175), ramp("far-bright-rows", .image, far: true, 175),
            ramp("near-dark-depth", .beam, far: false, -175), ramp("near-dark-rows", .image, far: false, -175),
            ramp("near-bright-depth", .beam, far: false, 175), ramp("near-bright-rows", .image, far: false, 175),
        ]
    )

    /// Nothing in the middle of the depth, all of `grey` at the end, smooth between; black stays black.
    private static func ramp(_ id: String, _ space: FaultSite.Space, far: Bool, _ grey: Float) -> Shape {
        Shape(id) { site, strength, _ in
            site.changed { place, value, _ in
                let down = place.down(space)
                let share = far ? smoothStep(down, from: 0.5, to: 1) : 1 - smoothStep(down, from: 0, to: 0.5)
                return value == 0 ? 0 : value + grey * Float(strength) * share
            }
        }
    }

    /// One slider out of line.
    package static let depthBand = InjectedFault(
        id: "tgc_band",
        name: "TGC band",
        rejectStrength: "±115 grey",
        codes: ["TGC_BAND", "TGC_UNEVEN"],
        shapes: [
            band("dark-30-wide", .beam, at: 0.3, width: 0.15, -115),
            band("bright-30", .image, at: 0.3, width: 0.1, 115),
            band("dark-50", .image, at: 0.5, width: 0.1, -115),
            band("bright-50-narrow", .beam, at: 0.5, width: 0.06, 115),
            band("bright-70-wide", .beam, at: 0.7, width: 0.15, 115), band("dark-70", .beam, at: 0.7, width: 0.1, -115),
            band("dark-40-narrow", .image, at: 0.4, width: 0.06, -115),
            band("bright-60-wide", .image, at: 0.6, width: 0.15, 115),
        ]
    )

    /// A raised cosine; `width` is the share of the depth on which it is above half of its height.
    private static func band(
        _ id: String,
        _ space: FaultSite.Space,
        at middle: Float,
        width: Float,
        _ grey: Float
    ) -> Shape {
        Shape(id) { site, strength, _ in
            site.changed { place, value, _ in
                let offset = (place.down(space) - middle) / width
                guard value > 0, offset > -1, offset < 1 else { return value }
                return value + grey * Float(strength) * (0.5 + 0.5 * cos(.pi * offset))
            }
        }
    }
}
