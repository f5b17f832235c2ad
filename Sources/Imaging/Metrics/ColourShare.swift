/// Share of the scan area that carries colour.
package enum ColourShare: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "cfm.share",
            measures: "Share of the scan area that carries colour.",
            unit: "%",
            direction: .neutral,
            range: 0...100,
            input: .area,
            formula: "Chromatic pixels (max − min of R, G, B over 30) within the outline, over all pixels within it; "
                + "sampled every fourth pixel of every fourth row.",
            failure: "Absent when fewer than 256 samples lie within, and where colour covers nine tenths of all that "
                + "is bright: a tinted picture. The scattered colour of a photograph's cast (photo.votes) counts as none.",
            source: "domain reference §1.18"
        )
    ]

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let image = evidence.input.image
        let cast = evidence.screen.cast
        let isCast = cast?.isCast == true
        if !isCast, cast?.coversPicture == true { return }
        let outline = evidence.screen.outline
        var inside = 0
        var coloured = 0
        for y in stride(from: 0, to: image.luma.height, by: 4) {
            guard let range = outline.columns(atRow: y), let columns = columns(of: range, width: image.luma.width)
            else {
                continue
            }
            inside += (columns.upperBound - columns.lowerBound) / 4 + 1
            guard !isCast, let chroma = image.chroma else { continue }
            var x = columns.lowerBound
            while x <= columns.upperBound {
                // Most of a picture is grey; the stretch is a multiple of four.
                if chroma.isGrey(x: x, y: y) {
                    x += ChromaMask.greyStretch
                    continue
                }
                if chroma.contains(x: x, y: y) { coloured += 1 }
                x += 4
            }
        }
        guard inside >= 256 else { return }
        measurements.values["cfm.share"] = 100 * Double(coloured) / Double(inside)
    }

    /// The columns of a range that the picture has; nil where there is none.
    private static func columns(of range: ClosedRange<Double>, width: Int) -> ClosedRange<Int>? {
        guard range.upperBound >= 0, range.lowerBound <= Double(width - 1) else { return nil }
        let first = Int(max(0, range.lowerBound).rounded(.up))
        let last = Int(min(Double(width - 1), range.upperBound).rounded(.down))
        return first <= last ? first...last : nil
    }
}
