import Foundation

// Faults of some of the scan lines.

extension InjectedFault {
    /// What is seen on lines without contact.
    private enum Filling: Sendable {
        case black
        /// A tenth of the grey value.
        case dimmed
        /// Noise of the receiver that grows with the depth compensation.
        case noise
        /// Bands of the probe's own face, dying away.
        case reverberation
    }

    /// Where the lost lines are.
    private enum Side: Sendable {
        case left, middle, right

        /// By how much a position lies within the lost part, in the same unit; negative outside.
        func within(_ position: Float, width: Float) -> Float {
            switch self {
            case .left: width - position
            case .middle: width / 2 - abs(position - 0.5)
            case .right: width - (1 - position)
            }
        }
    }

    /// Part of the probe's face does not touch.
    package static let lostContact = InjectedFault(
        id: "lost_contact",
        name: "lost contact",
        rejectStrength: "20 % of the width",
        codes: ["CONTACT_LOSS", "SHADOW"],
        shapes: [
            contact("left-lines-black", .beam, .left, .black), contact("right-columns-dimmed", .image, .right, .dimmed),
            contact("middle-lines-dimmed", .beam, .middle, .dimmed),
            contact("left-columns-noise", .image, .left, .noise),
            contact("right-lines-reverberation", .beam, .right, .reverberation),
            contact("middle-columns-black", .image, .middle, .black),
            contact("left-lines-dimmed", .beam, .left, .dimmed), contact("right-lines-noise", .beam, .right, .noise),
            contact("right-columns-black", .image, .right, .black),
            contact("middle-lines-reverberation", .beam, .middle, .reverberation),
            contact("left-columns-reverberation", .image, .left, .reverberation),
            contact("middle-lines-noise", .beam, .middle, .noise),
        ]
    )

    private static func contact(_ id: String, _ space: FaultSite.Space, _ side: Side, _ filling: Filling) -> Shape {
        Shape(id) { site, strength, seed in
            let width = min(0.95, 0.2 * Float(strength))
            var noise = SplitMix64(seed: seed, stream: 0x434F_4E54)
            return site.changed { place, value, _ in
                let random = noise.normal()
                // A line passes from contact to none within 2 % of the width.
                let lost = smoothStep(side.within(place.across(space), width: width), from: 0, to: 0.02)
                guard lost > 0 else { return value }
                let down = max(0, min(1, place.down(space)))
                let seen: Float =
                    switch filling {
                    case .black: 0
                    case .dimmed: 0.1 * value
                    case .noise: 8 + 30 * down + random * (4 + 10 * down)
                    case .reverberation:
                        180 * exp(-down / 0.12) * (0.5 + 0.5 * cos(2 * .pi * down / 0.05)) + 2 * abs(random)
                    }
                return value + (seen - value) * lost
            }
        }
    }

    /// Lines dark from a depth on.
    package static let shadow = InjectedFault(
        id: "shadow",
        name: "shadow",
        rejectStrength: "45 % of the lines",
        codes: ["SHADOW", "CONTACT_LOSS"],
        shapes: [
            shading("one-lines-35", .beam, at: [0.45], from: 0.35),
            shading("two-lines-20", .beam, at: [0.25, 0.75], from: 0.2),
            shading("three-lines-50", .beam, at: [0.2, 0.5, 0.8], from: 0.5),
            shading("one-columns-20", .image, at: [0.55], from: 0.2),
            shading("two-columns-50", .image, at: [0.3, 0.7], from: 0.5),
            shading("three-columns-35", .image, at: [0.22, 0.5, 0.78], from: 0.35),
        ]
    )

    /// `middles` share the shadowed lines alike; a tenth of the grey value is left.
    ///
    /// A shadow's edge is as wide as the beam: it passes within 6 % of the width.
    private static func shading(
        _ id: String,
        _ space: FaultSite.Space,
        at middles: [Float],
        from depth: Float
    ) -> Shape {
        Shape(id) { site, strength, _ in
            let half = min(0.95, 0.45 * Float(strength)) / Float(middles.count) / 2
            let edge: Float = 0.03
            return site.changed { place, value, _ in
                let across = place.across(space)
                // A bar seen through a beam: dark at its middle only where it is wider than its edges.
                let lines = middles.reduce(Float(0)) { darkest, middle in
                    let (left, right) = (middle - half, middle + half)
                    let seen =
                        smoothStep(across, from: left - edge, to: left + edge)
                        - smoothStep(across, from: right - edge, to: right + edge)
                    return max(darkest, seen)
                }
                let share = lines * smoothStep(place.down(space), from: depth, to: depth + 0.06)
                return value * (1 - 0.9 * share)
            }
        }
    }
}
