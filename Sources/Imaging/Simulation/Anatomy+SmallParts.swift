extension Anatomy {
    /// Skin and fat of the neck.
    private static let neckWall: [TissueElement] = [
        .layer(-1, 0.1, Tissue(echo: 8), warp: .none),
        .layer(0.1, 0.4, .fat, wall: Interface(level: 7, halfWidth: 0.03, directivity: 1)),
    ]

    static let thyroidTransverse = Anatomy(
        background: Tissue(echo: -3, streaks: 6),
        elements: neckWall + [
            .ellipse(-1.5, 0.8, 1.3, 0.28, angle: 0.15, .muscle, wall: Interface(level: 5, halfWidth: 0.03)),
            .ellipse(1.5, 0.8, 1.3, 0.28, angle: -0.15, .muscle, wall: Interface(level: 5, halfWidth: 0.03)),
            .ellipse(0, 1.2, 0.7, 0.22, Tissue(echo: 1), warp: .slight),
            .ellipse(-1.05, 1.6, 0.72, 0.62, Tissue(echo: 1), wall: Interface(level: 7, halfWidth: 0.03)),
            .ellipse(1.05, 1.6, 0.72, 0.62, Tissue(echo: 1), wall: Interface(level: 7, halfWidth: 0.03)),
            .ellipse(
                0,
                2.05,
                0.62,
                0.72,
                .gas,
                wall: Interface(level: 14, halfWidth: 0.05, directivity: 2),
                warp: .slight
            ),
            .ellipse(
                -1.85,
                2.15,
                0.3,
                0.28,
                .blood,
                wall: Interface(level: 8, halfWidth: 0.035),
                flow: 0.6,
                warp: .slight
            ),
            .ellipse(
                1.85,
                2.15,
                0.3,
                0.28,
                .blood,
                wall: Interface(level: 8, halfWidth: 0.035),
                flow: 0.6,
                warp: .slight
            ),
            .ellipse(1.2, 1.55, 0.2, 0.15, Tissue(echo: -6), wall: Interface(level: 4, halfWidth: 0.03)),
            .ellipse(0.2, 3.7, 1.5, 0.6, .bone, wall: Interface(level: 14, halfWidth: 0.06, directivity: 1)),
        ],
        measurement: Measurement(fromX: -1.05, fromZ: 1.0, toX: -1.05, toZ: 2.2),
        irregularity: 0.07
    )

    static let thyroidLong = Anatomy(
        background: Tissue(echo: -3, streaks: 6),
        elements: neckWall + [
            .layer(0.4, 0.95, Tissue(echo: -3, streaks: 6), wall: Interface(level: 6, halfWidth: 0.03)),
            .ellipse(0, 1.75, 2.3, 0.78, angle: 0.06, Tissue(echo: 1), wall: Interface(level: 7, halfWidth: 0.035)),
            .ellipse(-0.7, 1.6, 0.22, 0.16, Tissue(echo: -5), wall: Interface(level: 4, halfWidth: 0.03)),
            .tube(from: (0.4, 1.9), to: (1.5, 1.7), radius: 0.06, .blood, flow: 0.8),
            .tube(from: (-1.6, 1.8), to: (-0.9, 2.0), radius: 0.05, .blood, flow: -0.8),
            .layer(2.7, 3.5, Tissue(echo: -3, streaks: 6), wall: Interface(level: 8, halfWidth: 0.04)),
        ],
        measurement: Measurement(fromX: -1.75, fromZ: 1.7, toX: 1.75, toZ: 1.85),
        irregularity: 0.07
    )

    /// A breast between skin and chest wall, with or without a lesion.
    static func breast(lesion: (x: Double, z: Double)?) -> Anatomy {
        var elements: [TissueElement] = [
            .layer(-1, 0.14, Tissue(echo: 7), warp: .none),
            .layer(0.14, 0.85, Tissue(echo: -4, streaks: 5), wall: Interface(level: 6, halfWidth: 0.03)),
            .ellipse(
                -1.1,
                0.75,
                0.75,
                0.35,
                Tissue(echo: -9),
                wall: Interface(level: 5, halfWidth: 0.03, directivity: 1)
            ),
            .ellipse(
                0.9,
                0.8,
                0.65,
                0.32,
                Tissue(echo: -9),
                wall: Interface(level: 5, halfWidth: 0.03, directivity: 1)
            ),
            .tube(from: (-0.6, 1.5), to: (0.8, 1.9), radius: 0.05, .fluid),
            .layer(2.9, 3.7, .muscle, wall: Interface(level: 9, halfWidth: 0.04)),
            .ellipse(-1.2, 4.15, 0.75, 0.35, .bone, wall: Interface(level: 15, halfWidth: 0.06, directivity: 2)),
        ]
        if let lesion {
            elements.append(
                .ellipse(
                    lesion.x,
                    lesion.z,
                    0.62,
                    0.42,
                    angle: -0.1,
                    Tissue(echo: -18, attenuation: 1.5),
                    wall: Interface(level: 3, halfWidth: 0.04, directivity: 1)
                )
            )
        }
        return Anatomy(
            background: Tissue(echo: 1, streaks: 5),
            elements: elements,
            measurement: lesion.map {
                Measurement(fromX: $0.x - 0.62, fromZ: $0.z + 0.05, toX: $0.x + 0.62, toZ: $0.z - 0.05)
            },
            irregularity: 0.1
        )
    }

    static let carotidLong = Anatomy(
        background: Tissue(echo: -5, streaks: 6),
        elements: neckWall + [
            .layer(0.4, 1.05, .muscle, wall: Interface(level: 6, halfWidth: 0.03)),
            .tube(
                from: (-3.5, 1.72),
                to: (3.5, 1.92),
                radius: 0.36,
                .blood,
                wall: Interface(level: 10, halfWidth: 0.045, directivity: 4),
                flow: 0.8,
                warp: .slight
            ),
            .tube(
                from: (-3.5, 1.72),
                to: (3.5, 1.92),
                radius: 0.28,
                nil,
                wall: Interface(level: 0, halfWidth: 0.025, directivity: 6),
                warp: .slight
            ),
            .layer(2.7, 3.3, .muscle, wall: Interface(level: 7, halfWidth: 0.04)),
            .ellipse(-1.0, 3.7, 0.8, 0.3, .bone, wall: Interface(level: 13, halfWidth: 0.06)),
            .ellipse(1.3, 3.75, 0.8, 0.3, .bone, wall: Interface(level: 13, halfWidth: 0.06)),
        ],
        measurement: Measurement(fromX: 0.3, fromZ: 2.12, toX: 0.3, toZ: 2.22),
        irregularity: 0.06
    )

    static let carotidTransverse = Anatomy(
        background: Tissue(echo: -5, streaks: 5),
        elements: neckWall + [
            .layer(0.4, 1.0, .muscle, wall: Interface(level: 6, halfWidth: 0.03)),
            .ellipse(-0.9, 1.55, 0.75, 0.55, Tissue(echo: 4), wall: Interface(level: 6, halfWidth: 0.03)),
            .ellipse(
                0.25,
                2.0,
                0.36,
                0.35,
                .blood,
                wall: Interface(level: 10, halfWidth: 0.045, directivity: 1),
                flow: 0.8,
                warp: .slight
            ),
            .ellipse(1.05, 1.6, 0.55, 0.3, .blood, wall: Interface(level: 5, halfWidth: 0.03), flow: -0.6),
            .ellipse(0.4, 3.6, 1.4, 0.5, .bone, wall: Interface(level: 13, halfWidth: 0.06)),
        ],
        measurement: Measurement(fromX: -0.1, fromZ: 2.0, toX: 0.6, toZ: 2.0),
        irregularity: 0.06
    )
}
