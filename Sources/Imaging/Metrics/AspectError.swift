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
                + "(k·(x − x₀))² + (y − y₀)² = R² about the point where the sides meet; 100 · |k − 1|.",
            failure: "Absent where the edges do not tell k to 0.75 % (standard error): no arc, edges in shadow, a "
                + "machine whose arcs have another centre than its sides, outlines drawn by hand; and on linear pictures.",
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

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let geometry = evidence.input.area.geometry
        let luma = evidence.input.image.luma
        guard case .fan(_, _, _, let radius, _, _) = geometry, let edges = FanEdges(geometry, luma: luma),
            let shape = FanShape(edges, near: geometry), shape.uncertainty <= mostUncertainty,
            shape.residual <= max(0.9, mostResidual * radius)
        else { return }
        measurements.values["aspect.err"] = min(100, 100 * abs(shape.stretch - 1))
        let isCapture = captures.contains {
            abs(shape.stretch - $0.stretch) <= 0.012 * $0.stretch && luma.width <= $0.width && luma.height <= $0.height
        }
        measurements.values["aspect.capture"] = isCapture ? 1 : 0
    }
}
