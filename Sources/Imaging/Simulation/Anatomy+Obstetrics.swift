extension Anatomy {
    /// Maternal wall, uterus and amniotic fluid around the fetus.
    private static let uterus: [TissueElement] =
        abdominalWall + [
            .layer(1.75, 2.9, Tissue(echo: -3, streaks: 3), wall: .fascia),
            .ellipse(0, 7.9, 6.3, 4.9, .fluid, wall: Interface(level: 7, halfWidth: 0.1, directivity: 1)),
        ]

    static let fetalHead = Anatomy(
        background: Tissue(echo: -1),
        elements: uterus + [
            .ellipse(0, 7.8, 5.0, 3.9, Tissue(echo: 1, attenuation: 1.2), warp: .slight),
            .ellipse(
                0,
                7.8,
                4.75,
                3.65,
                Tissue(echo: -11, attenuation: 1.6),
                wall: Interface(level: 17, halfWidth: 0.16, directivity: 1),
                warp: .slight
            ),
            .tube(
                from: (-4.3, 7.75),
                to: (-2.2, 7.8),
                radius: 0.03,
                nil,
                wall: Interface(level: 12, halfWidth: 0.09, directivity: 0),
                warp: .slight
            ),
            .tube(
                from: (-0.7, 7.8),
                to: (4.3, 7.8),
                radius: 0.03,
                nil,
                wall: Interface(level: 12, halfWidth: 0.09, directivity: 0),
                warp: .slight
            ),
            .ellipse(
                -1.6,
                7.8,
                0.55,
                0.24,
                .fluid,
                wall: Interface(level: 5, halfWidth: 0.06, directivity: 0),
                warp: .slight
            ),
            .ellipse(0.7, 7.1, 0.95, 0.55, angle: 0.35, Tissue(echo: -19), warp: .slight),
            .ellipse(0.7, 8.5, 0.95, 0.55, angle: -0.35, Tissue(echo: -19), warp: .slight),
            .tube(from: (2.2, 6.0), to: (3.6, 6.8), radius: 0.14, Tissue(echo: 3), warp: .slight),
            .tube(from: (2.2, 9.6), to: (3.6, 8.8), radius: 0.14, Tissue(echo: 3), warp: .slight),
        ],
        measurement: Measurement(fromX: 0.1, fromZ: 4.15, toX: 0.1, toZ: 11.35),
        irregularity: 0.1
    )

    static let fetalAbdomen = Anatomy(
        background: Tissue(echo: -1),
        elements: uterus + [
            .ellipse(
                0,
                7.9,
                4.1,
                3.7,
                Tissue(echo: -3),
                wall: Interface(level: 10, halfWidth: 0.14, directivity: 1),
                warp: .slight
            ),
            .ellipse(-2.0, 8.4, 0.85, 0.6, angle: 0.3, .fluid, wall: .vesselWall, warp: .slight),
            .tube(from: (0.9, 5.6), to: (0.2, 7.0), radius: 0.26, .blood, wall: .vesselWall, flow: 0.8, warp: .slight),
            .tube(from: (0.2, 7.0), to: (-0.9, 7.2), radius: 0.2, .blood, wall: .vesselWall, flow: 0.7, warp: .slight),
            .ellipse(
                0.3,
                10.6,
                0.55,
                0.42,
                .bone,
                wall: Interface(level: 16, halfWidth: 0.1, directivity: 1),
                warp: .slight
            ),
            .ellipse(1.0, 9.7, 0.28, 0.28, .blood, wall: .vesselWall, flow: -0.7, warp: .slight),
            .tube(from: (3.2, 6.4), to: (3.6, 8.6), radius: 0.06, Tissue(echo: 10, attenuation: 14), warp: .slight),
        ],
        measurement: Measurement(fromX: -4.05, fromZ: 7.9, toX: 4.05, toZ: 7.9)
    )

    static let femur = Anatomy(
        background: Tissue(echo: -1),
        elements: uterus + [
            .ellipse(0, 6.3, 4.4, 1.7, angle: 0.12, Tissue(echo: -6, streaks: 4), wall: .capsule),
            .tube(
                from: (-2.9, 5.9),
                to: (2.9, 6.6),
                radius: 0.2,
                .bone,
                wall: Interface(level: 20, halfWidth: 0.14, directivity: 1),
                warp: .slight
            ),
            .layer(11, 13, Tissue(echo: 2, attenuation: 1), wall: .fascia),
        ],
        measurement: Measurement(fromX: -3.1, fromZ: 5.85, toX: 3.1, toZ: 6.6)
    )

    static let placenta = Anatomy(
        background: Tissue(echo: -1),
        elements: abdominalWall + [
            .layer(1.75, 2.9, Tissue(echo: -3, streaks: 3), wall: .fascia),
            .ellipse(0.4, 8.2, 4.3, 3.1, .fluid, wall: Interface(level: 7, halfWidth: 0.1, directivity: 1)),
            .ellipse(-0.4, 4.6, 5.2, 1.6, angle: 0.05, Tissue(echo: 3), wall: .capsule),
            .ellipse(-1.7, 4.7, 0.4, 0.25, .blood, flow: 0.5),
            .ellipse(1.4, 4.9, 0.3, 0.22, .blood, flow: -0.5),
            .tube(from: (1.4, 7.2), to: (3.0, 8.6), radius: 0.4, Tissue(echo: -8), wall: .vesselWall, flow: 0.8),
            .ellipse(-2.2, 9.4, 2.3, 1.7, Tissue(echo: -3), wall: .capsule),
        ],
        measurement: Measurement(fromX: -0.4, fromZ: 3.05, toX: -0.4, toZ: 6.15)
    )
}
