extension Anatomy {
    private static let myocardium = Tissue(echo: -2, streaks: 3)
    private static let chamber = Tissue(echo: -46, attenuation: -0.3)
    private static let endocardium = Interface(level: 4, halfWidth: 0.12, directivity: 1)

    static let fourChamber = Anatomy(
        background: Tissue(echo: -8, attenuation: 0.3),
        elements: [
            .layer(-1, 1.6, Tissue(echo: 1, streaks: 6)),
            .ellipse(0, 8.6, 4.9, 6.6, myocardium, wall: Interface(level: 10, halfWidth: 0.16, directivity: 1)),
            .ellipse(1.75, 6.3, 1.75, 3.7, angle: -0.08, chamber, wall: endocardium, flow: 0.6),
            .ellipse(-1.75, 6.7, 1.35, 3.2, angle: 0.12, chamber, wall: endocardium, flow: 0.5),
            .ellipse(1.85, 12.2, 1.9, 1.9, chamber, wall: endocardium, flow: 0.4),
            .ellipse(-1.8, 12.1, 1.8, 1.8, chamber, wall: endocardium, flow: 0.4),
            .tube(from: (0.3, 10.2), to: (1.5, 9.3), radius: 0.07, Tissue(echo: 6), wall: .vesselWall),
            .tube(from: (3.4, 10.1), to: (2.1, 9.3), radius: 0.07, Tissue(echo: 6), wall: .vesselWall),
            .tube(from: (-0.3, 10.0), to: (-1.3, 9.3), radius: 0.07, Tissue(echo: 5), wall: .vesselWall),
            .tube(from: (-3.2, 9.9), to: (-2.1, 9.2), radius: 0.07, Tissue(echo: 5), wall: .vesselWall),
        ],
        measurement: Measurement(fromX: 0.15, fromZ: 6.6, toX: 3.35, toZ: 6.6),
        irregularity: 0.2
    )

    static let parasternalLong = Anatomy(
        background: Tissue(echo: -9, attenuation: 0.3),
        elements: [
            .layer(-1, 1.8, Tissue(echo: 1, streaks: 6)),
            .ellipse(-0.4, 8.0, 7.2, 5.4, myocardium, wall: Interface(level: 10, halfWidth: 0.16, directivity: 1)),
            .tube(from: (-4.6, 4.1), to: (3.6, 3.7), radius: 0.9, endRadius: 1.1, chamber, wall: endocardium),
            .ellipse(-2.2, 8.2, 3.6, 2.1, angle: -0.12, chamber, wall: endocardium, flow: 0.5),
            .tube(
                from: (1.6, 7.0),
                to: (5.6, 5.9),
                radius: 1.15,
                chamber,
                wall: Interface(level: 8, halfWidth: 0.12, directivity: 1)
            ),
            .ellipse(3.4, 10.3, 2.1, 1.7, chamber, wall: endocardium, flow: -0.4),
            .tube(from: (1.0, 8.0), to: (-0.7, 8.6), radius: 0.07, Tissue(echo: 6), wall: .vesselWall),
            .tube(from: (1.4, 10.8), to: (-0.2, 9.9), radius: 0.07, Tissue(echo: 6), wall: .vesselWall),
            .ellipse(2.2, 13.6, 0.95, 0.9, chamber, wall: .vesselWall),
        ],
        measurement: Measurement(fromX: -1.9, fromZ: 6.2, toX: -1.9, toZ: 10.2),
        irregularity: 0.18
    )

    static let lung: Anatomy = {
        let pleura = 2.3
        var elements: [TissueElement] = [
            .layer(pleura, 30, .gas, warp: .none),
            .layer(-1, 0.15, Tissue(echo: 8), warp: .none),
            .layer(0.15, 0.9, .fat, wall: .fascia),
            .layer(0.9, 2.3, .muscle),
        ]
        // Reverberations between pleura and transducer: A-lines, each about 7 dB weaker.
        for order in 1...3 {
            elements.append(
                TissueElement(
                    outline: .layer(from: pleura * Double(order) - 0.02, to: pleura * Double(order) + 0.02),
                    tissue: nil,
                    wall: Interface(level: order == 1 ? 16 : Float(27 - 2 * order), halfWidth: 0.1, directivity: 4),
                    warp: order == 1 ? .slight : .none
                )
            )
        }
        for side in [-1.0, 1.0] {
            elements.append(
                .ellipse(
                    side * 2.7,
                    1.75,
                    0.75,
                    0.45,
                    .bone,
                    wall: Interface(level: 14, halfWidth: 0.1, directivity: 2)
                )
            )
        }
        return Anatomy(elements: elements, irregularity: 0.1)
    }()
}
