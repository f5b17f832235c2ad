/// Whether the picture was stretched one way.
package enum AspectError: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "aspect.err",
            measures: "By how much the picture is stretched one way against the other.",
            unit: "%",
            direction: .lowerIsBetter,
            range: 0...100,
            input: .area,
            formula: "Fans: both sides and both arcs fitted at once to edge points of the luma plane, "
                + "(k·(x − x₀))² + (y − y₀)² = R² about the point where the sides meet; 100 · |k − 1|. "
                + "Otherwise from the scales: ruler.spacing over ruler.across, which may stand for 1, 2, 5 or 10 steps.",
            failure: "Absent where the edges do not tell k to 0.75 % (standard error): no arc, edges in shadow, a "
                + "machine whose arcs have another centre than its sides, outlines drawn by hand; and without a fan where there are no two scales.",
            source: "domain reference §1.16"
        ),
        MetricDescription(
            id: "aspect.capture",
            measures: "1 where the stretch is that of an uncorrected television capture, 0 where it is not.",
            unit: "flag",
            direction: .neutral,
            range: 0...1,
            input: .area,
            formula: "k within 1.2 % of 16/15 in a picture that fits into 720 × 576, or of 8/9 in one that fits into "
                + "720 × 480.",
            failure: "Absent where aspect.err is.",
            source: "domain reference §1.16; ITU-R BT.601 sampling"
        ),
    ]

    /// Largest standard error with which a stretch is told.
    static let mostUncertainty = 0.0075
    /// Largest root mean square distance of edge points from the fitted fan, as a share of its radius.
    static let mostResidual = 0.0025
    /// Pixel shapes of television captures, with the frame that they come in.
    private static let captures: [(stretch: Double, width: Int, height: Int)] = [
        (16.0 / 15, 720, 576), (8.0 / 9, 720, 480),
    ]

    /// How many ticks of one scale may stand for one tick of the other: millimetres, half and whole centimetres.
    private static let scaleRatios = [1.0, 2, 0.5, 5, 0.2, 10, 0.1]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let luma = evidence.input.image.luma
        guard let stretch = fanStretch(evidence) ?? rulerStretch(evidence) else { return }
        measurements.values["aspect.err"] = min(100, 100 * abs(stretch - 1))
        let isCapture = captures.contains {
            abs(stretch - $0.stretch) <= 0.012 * $0.stretch && luma.width <= $0.width && luma.height <= $0.height
        }
        measurements.values["aspect.capture"] = isCapture ? 1 : 0
    }

    /// By how much a fan is stretched upright; nil where its edges do not tell.
    private static func fanStretch(_ evidence: MetricEvidence) -> Double? {
        let geometry = evidence.input.area.geometry
        guard case .fan(_, _, _, let radius, _, _) = geometry,
            let edges = FanEdges(geometry, luma: evidence.input.image.luma),
            let shape = FanShape(edges, near: geometry), shape.uncertainty <= mostUncertainty,
            shape.residual <= max(0.9, mostResidual * radius)
        else { return nil }
        return shape.stretch
    }

    /// By how much ticks downwards are further apart than ticks across; nil without two scales that fit together.
    private static func rulerStretch(_ evidence: MetricEvidence) -> Double? {
        guard let ruler = evidence.screen.ruler, let down = ruler.depthSpacing, let across = ruler.widthSpacing,
            ruler.uncertainty <= mostUncertainty
        else { return nil }
        return scaleRatios.map { down / across / $0 }.filter { abs($0 - 1) <= 0.2 }.min { abs($0 - 1) < abs($1 - 1) }
    }
}
