extension Anatomy {
    /// Skin, fat and muscle in front of the abdomen, 2 cm thick.
    static let abdominalWall: [TissueElement] = [
        .layer(-1, 0.12, Tissue(echo: 8), warp: .none),
        .layer(0.12, 0.95, .fat, wall: Interface(level: 14, halfWidth: 0.06)),
        .layer(0.95, 1.75, .muscle, wall: Interface(level: 15, halfWidth: 0.07)),
    ]

    /// The diaphragm with the lung's haze behind it.
    private static let diaphragm: [TissueElement] = [
        .ellipse(
            -1,
            3,
            10.5,
            9.7,
            nil,
            wall: Interface(level: 19, halfWidth: 0.14, directivity: 1),
            warp: .slight
        )
    ]

    static let qualityPhantom: Anatomy = {
        var elements: [TissueElement] = []
        for (row, depth) in [3.0, 6.5, 10.0, 13.0].enumerated() {
            elements.append(.ellipse(-2.2, depth, 0.5, 0.5, .fluid, warp: .none))
            elements.append(
                .ellipse(2.2, depth, 0.6, 0.6, Tissue(echo: row.isMultiple(of: 2) ? 8 : -9), warp: .none)
            )
            elements.append(
                .ellipse(
                    0,
                    depth,
                    0.05,
                    0.05,
                    nil,
                    wall: Interface(level: 22, halfWidth: 0.06, directivity: 0),
                    warp: .none
                )
            )
        }
        return Anatomy(elements: elements, irregularity: 0)
    }()

    static let liver = Anatomy(
        elements: diaphragm + abdominalWall + [
            .tube(
                from: (-3.4, 6.6),
                to: (-0.6, 8.1),
                radius: 0.32,
                endRadius: 0.18,
                .blood,
                wall: .vesselWall,
                flow: 0.6
            ),
            .tube(from: (1.5, 5.6), to: (3.4, 8.4), radius: 0.26, endRadius: 0.12, .blood, flow: -0.7),
            .tube(from: (0.4, 9.6), to: (2.6, 10.6), radius: 0.3, endRadius: 0.16, .blood, flow: -0.6),
            .ellipse(-2.2, 9.6, 0.28, 0.22, .blood),
            .ellipse(0.8, 4.2, 0.2, 0.16, .blood),
        ],
        measurement: Measurement(fromX: -1.2, fromZ: 1.8, toX: 0.6, toZ: 12.4)
    )

    static let liverPorta = Anatomy(
        elements: diaphragm + abdominalWall + [
            .tube(
                from: (-3.2, 6.1),
                to: (1.2, 8.2),
                radius: 0.5,
                endRadius: 0.62,
                .blood,
                wall: .vesselWall,
                flow: 0.7
            ),
            .tube(
                from: (-3.2, 6.1),
                to: (-4.6, 4.6),
                radius: 0.4,
                endRadius: 0.22,
                .blood,
                wall: .vesselWall,
                flow: 0.6
            ),
            .tube(
                from: (-3.0, 6.2),
                to: (-5.0, 8.0),
                radius: 0.36,
                endRadius: 0.2,
                .blood,
                wall: .vesselWall,
                flow: 0.5
            ),
            .tube(from: (-1.4, 6.05), to: (1.6, 7.3), radius: 0.17, .fluid, wall: .vesselWall),
            .ellipse(2.2, 10.2, 1.1, 0.75, .blood, wall: .vesselWall, flow: -0.5),
            .tube(from: (2.6, 4.2), to: (3.6, 6.4), radius: 0.22, endRadius: 0.12, .blood, flow: -0.6),
        ],
        measurement: Measurement(fromX: -0.78, fromZ: 7.85, toX: -0.32, toZ: 6.88)
    )

    static let hepaticVeins = Anatomy(
        elements: diaphragm + abdominalWall + [
            .tube(from: (-4.2, 5.2), to: (0.2, 10.3), radius: 0.2, endRadius: 0.46, .blood, flow: -0.7),
            .tube(from: (-0.4, 4.6), to: (0.5, 10.2), radius: 0.18, endRadius: 0.42, .blood, flow: -0.8),
            .tube(from: (3.4, 5.4), to: (0.9, 10.2), radius: 0.18, endRadius: 0.42, .blood, flow: -0.7),
            .ellipse(0.6, 10.9, 1.15, 0.85, .blood, wall: .vesselWall, flow: -0.6),
        ],
        measurement: nil
    )

    static let leftLiver = Anatomy(
        elements: abdominalWall + [
            .tube(
                from: (-6, 7.6),
                to: (6, 8.2),
                radius: 0.85,
                .blood,
                wall: Interface(level: 8, halfWidth: 0.1),
                flow: 0.3
            ),
            .tube(from: (-0.2, 7.3), to: (2.8, 5.8), radius: 0.22, .blood, wall: .vesselWall, flow: 0.7),
            .ellipse(-1.2, 4.2, 0.3, 0.26, .blood, wall: .vesselWall),
            .ellipse(0, 10.9, 6, 1.4, Tissue(echo: 5, attenuation: 20), wall: Interface(level: 14, halfWidth: 0.15)),
        ],
        measurement: Measurement(fromX: -0.6, fromZ: 1.85, toX: -0.6, toZ: 6.4)
    )

    /// A gallbladder on its long axis, with or without a stone in it.
    static func gallbladder(stone: (x: Double, z: Double)?) -> Anatomy {
        var elements = abdominalWall
        elements += [
            .tube(
                from: (-3.6, 3.8),
                to: (-2.0, 6.8),
                radius: 0.2,
                endRadius: 0.3,
                .blood,
                wall: .vesselWall,
                flow: 0.5
            ),
            .ellipse(
                0.1,
                5.4,
                3.1,
                1.35,
                angle: 0.28,
                .fluid,
                wall: Interface(level: 9, halfWidth: 0.13, directivity: 1)
            ),
            .tube(from: (-2.7, 4.4), to: (-3.7, 5.2), radius: 0.35, endRadius: 0.16, .fluid, wall: .vesselWall),
            .ellipse(2.6, 9.4, 2.6, 1.3, angle: -0.2, Tissue(echo: 6, attenuation: 6), wall: .capsule),
        ]
        if let stone {
            elements.append(
                .ellipse(
                    stone.x,
                    stone.z - 0.55,
                    0.48,
                    0.36,
                    .stone,
                    wall: Interface(level: 16, halfWidth: 0.1, directivity: 1)
                )
            )
        }
        return Anatomy(
            elements: elements,
            measurement: Measurement(fromX: -2.85, fromZ: 4.55, toX: 3.05, toZ: 6.3)
        )
    }

    static let pancreas = Anatomy(
        background: Tissue(echo: -1),
        elements: abdominalWall + [
            .ellipse(0, 3.3, 7, 1.45, Tissue(echo: 1), wall: .capsule),
            .tube(from: (-2.6, 6.0), to: (0.2, 5.2), radius: 0.95, endRadius: 0.62, Tissue(echo: 4), wall: .fascia),
            .tube(from: (0.2, 5.2), to: (3.8, 5.9), radius: 0.62, endRadius: 0.75, Tissue(echo: 4), wall: .fascia),
            .tube(
                from: (-1.6, 6.5),
                to: (3.6, 6.7),
                radius: 0.36,
                endRadius: 0.28,
                .blood,
                wall: .vesselWall,
                flow: 0.6
            ),
            .ellipse(
                -0.1,
                7.7,
                0.32,
                0.32,
                .blood,
                wall: Interface(level: 10, halfWidth: 0.1, directivity: 0),
                flow: 0.7
            ),
            .ellipse(0.5, 9.1, 0.85, 0.8, .blood, wall: .vesselWall, flow: 0.5),
            .ellipse(-2.1, 9.0, 1.05, 0.65, .blood, wall: .vesselWall, flow: -0.5),
            .ellipse(-0.7, 11.8, 2.6, 1.6, .bone, wall: Interface(level: 20, halfWidth: 0.15, directivity: 1)),
        ],
        measurement: Measurement(fromX: 0.2, fromZ: 4.6, toX: 0.25, toZ: 5.8)
    )

    static let spleen = Anatomy(
        background: Tissue(echo: -5, attenuation: 0.4),
        elements: abdominalWall + [
            .ellipse(
                -0.3,
                5.3,
                4.9,
                2.35,
                angle: 0.12,
                Tissue(echo: 1),
                wall: Interface(level: 13, halfWidth: 0.1, directivity: 1)
            ),
            .ellipse(-0.2, 7.6, 1.3, 0.5, Tissue(echo: 5), warp: .slight),
            .tube(from: (-0.4, 7.2), to: (2.2, 8.6), radius: 0.38, .blood, wall: .vesselWall, flow: 0.6),
            .ellipse(4.2, 9.4, 2.4, 1.4, angle: 0.4, Tissue(echo: -5), wall: .capsule),
        ],
        measurement: Measurement(fromX: -5.0, fromZ: 4.75, toX: 4.4, toZ: 5.9)
    )

    static let kidney = Anatomy(
        elements: abdominalWall + [
            .ellipse(0.1, 6.6, 4.9, 2.35, angle: 0.1, Tissue(echo: -5), wall: .capsule),
            .ellipse(0.0, 6.7, 3.3, 0.95, angle: 0.1, Tissue(echo: 8, streaks: 5)),
            .ellipse(-2.1, 5.5, 0.5, 0.36, angle: 0.3, Tissue(echo: -14)),
            .ellipse(0.1, 5.3, 0.5, 0.36, Tissue(echo: -14)),
            .ellipse(2.2, 5.8, 0.5, 0.36, angle: -0.2, Tissue(echo: -14)),
            .ellipse(-1.2, 7.9, 0.5, 0.32, Tissue(echo: -13)),
            .ellipse(1.3, 8.1, 0.5, 0.32, Tissue(echo: -13)),
            .tube(from: (-0.6, 6.9), to: (1.6, 6.7), radius: 0.14, .blood, flow: 0.7),
            .layer(9.8, 12.5, Tissue(echo: 2, attenuation: 2, streaks: 7), wall: .fascia),
        ],
        measurement: Measurement(fromX: -4.8, fromZ: 6.15, toX: 4.95, toZ: 7.1)
    )

    static let bladder = Anatomy(
        background: Tissue(echo: -2),
        elements: abdominalWall + [
            .ellipse(0, 5.4, 4.2, 2.7, .fluid, wall: Interface(level: 9, halfWidth: 0.16, directivity: 1)),
            .ellipse(0, 9.6, 2.6, 1.5, Tissue(echo: 1), wall: .capsule),
        ],
        measurement: Measurement(fromX: -4.2, fromZ: 5.4, toX: 4.2, toZ: 5.4)
    )
}
