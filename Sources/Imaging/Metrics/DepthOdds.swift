/// Depth compensation out of line: an end of the depth, or one slider.
package enum DepthOdds: Metric {
    /// Far field dark: its blocks are black, and what is left has much deviation for its grey.
    ///
    /// Where nothing at all is cut off at black the depth is dark by itself: `farCut` was learned after the others and takes away only.
    static let farDark = LogOdds(
        -5.42,
        [
            (Cue.farNearRatio, 0.461),
            (Cue.farMiddleRatio, 1.2),
            (Cue.farMiddle, 0.0133),
            (Cue.bottomMiddle, -0.0307),
            (Cue.farBlack, 3.69),
            (Cue.bottomBlack, 3.63),
            (Cue.farTop, 0.0036),
            (Cue.bottomRatio, 1.69),
            (Cue.farLow, 0.0058),
            (Cue.farHigh, 0.0223),
            (Cue.farCut, 3),
        ]
    )
    /// Far field bright: fluid and shadow at depth as well, brighter still at the bottom, with little deviation for it.
    static let farBright = LogOdds(
        -4.185,
        [
            (Cue.farNearRatio, -1.11),
            (Cue.bottomMiddleRatio, -0.871),
            (Cue.bottomMiddle, 0.0118),
            (Cue.bottomFar, 0.0971),
            (Cue.bottomMiddleLow, 0.0636),
        ]
    )
    /// Near field dark: what is darkest under the skin is darker than at mid depth, or black, and what is left of the near
    /// field has much deviation for its grey.
    static let nearDark = LogOdds(
        -3.456,
        [
            (Cue.skinMiddleLow, -0.054),
            (Cue.skinBlack, 11.9),
            (Cue.nearMiddleRatio, 4.19),
        ]
    )
    /// Near field bright: the skin is brighter, with little deviation for it, down to its darkest parts.
    static let nearBright = LogOdds(
        -4.554,
        [
            (Cue.nearMiddleRatio, -1.52),
            (Cue.skinMiddleRatio, -0.792),
            (Cue.nearMiddle, -0.0218),
            (Cue.skinMiddle, 0.02),
            (Cue.nearTop, 0.0053),
            (Cue.skinMiddleLow, 0.0339),
        ]
    )
    /// Learned for dark bands that the other cues choose: what black in them says for a slider, and its absence against one (of which
    /// less is taken than was learned, 0.33: a weak slider leaves no black).
    private static let darkBand = (doubt: 0.2, black: 2.5)
    /// One band: grey was added to all columns alike, dark ones too, without the deviation that brighter tissue has.
    ///
    /// Taken away, it leaves black where a dark layer of tissue keeps its speckle.
    static let slider = LogOdds(
        HorizontalBand.constant - darkBand.doubt,
        [
            (Cue.bandContrast, HorizontalBand.weights.contrast), (Cue.bandDeviation, HorizontalBand.weights.deviation),
            (Cue.bandRatio, HorizontalBand.weights.ratio), (Cue.bandDarkest, HorizontalBand.weights.darkest),
            (Cue.bandEvenness, HorizontalBand.weights.evenness), (Cue.bandWidth, HorizontalBand.weights.width),
            (Cue.bandGrain, HorizontalBand.weights.grain),
            (Cue.bandBright, HorizontalBand.weights.bright + darkBand.doubt),
            (Cue.bandBlack, darkBand.black),
        ]
    )

    private static let untouched = "untouched pictures"
    private static let otherFaults = "untouched pictures and all other faults"
    private static let allButRamps = "untouched pictures and all other faults but the ramp"

    /// Id, what it says, model, what it was learned against, and the depths that are marked.
    private static let all: [(id: String, words: String, odds: LogOdds, others: String, depths: ClosedRange<Double>)] =
        [
            (
                "tgc.fardark", "How much speaks for a depth compensation that is too low at depth.", farDark, untouched,
                0.66...1
            ),
            (
                "tgc.farbright", "How much speaks for a depth compensation that is too high at depth.", farBright,
                otherFaults, 0.66...1
            ),
            ("tgc.neardark", "How much speaks for a near field that is turned down.", nearDark, otherFaults, 0...0.28),
            (
                "tgc.nearbright", "How much speaks for a near field that is turned up.", nearBright, otherFaults,
                0...0.28
            ),
            ("tgc.slider", "How much speaks for a single slider out of line.", slider, allButRamps, 0...1),
        ]

    package static let descriptions = all.map { member in
        MetricDescription(
            id: member.id,
            measures: member.words,
            unit: "log odds",
            direction: .lowerIsBetter,
            range: LogOdds.range,
            input: .polarView,
            formula: member.odds.formula,
            failure:
                "Absent when fewer than 16,384 samples are valid or a part of the depth has fewer than 24 half-valid "
                + "blocks. Fluid in front or bone and air behind bend the depth's brightness as well.",
            source: LogOdds.source(against: member.others) + "domain reference §1.6, §1.8"
        )
    }

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        for member in all {
            guard let value = member.odds.value(evidence) else { continue }
            measurements.values[member.id] = value
            guard value > 0 else { continue }
            let geometry = evidence.input.polar.geometry
            var outline = geometry.polygon(lines: 0...1, depths: member.depths)
            if member.id == "tgc.slider" {
                guard let band = evidence.band, band.contrast > 0 else { continue }
                outline = band.outline(geometry: geometry, box: evidence.input.area.box)
            }
            measurements.marks.append(Mark(metric: member.id, outline: outline))
        }
    }
}
