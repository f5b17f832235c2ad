/// Colour Doppler whose velocity scale is too small for the flow.
package enum ColourAliasing: Metric {
    package static let descriptions = [
        MetricDescription(
            id: "cfm.alias",
            measures: "Share of the borders of colour at which bright colours of both directions meet.",
            unit: "%",
            direction: .lowerIsBetter,
            range: 0...100,
            input: .area,
            formula:
                "Pairs of pixels two apart in a row or column within the outline, the first in every second row and "
                + "column. Borders: one chromatic and one not, or chromatic ones of which one is redder and one bluer. Aliased: "
                + "the latter, both over 0.6 of the 95th percentile of their colour's luma. 100 · aliased over borders.",
            failure: "Absent with fewer than 200 borders, or fewer than 100 pixels of one direction. Real flow in both "
                + "directions meets at dark colours; turbulence maps with green are not told from it.",
            source: "domain reference §1.18"
        )
    ]

    /// Share of a colour's brightest luma from which it is bright.
    private static let bright = 0.6

    package static func measure(_ evidence: MetricEvidence, into measurements: inout Measurements) {
        let image = evidence.input.image
        guard let chroma = image.chroma, chroma.count >= 400, evidence.screen.cast?.isCast != true else { return }
        let (width, height) = (image.luma.width, image.luma.height)
        let range = evidence.screen.outline
        let luma = image.luma.pixels.span
        var cold = [Int](repeating: 0, count: 256)
        var warm = cold
        var opposed: [(cold: UInt8, warm: UInt8)] = []
        var borders = 0
        for y in stride(from: 0, to: height - 2, by: 2) {
            guard let columns = range.columns(atRow: y) else { continue }
            let first = Int(max(0, columns.lowerBound))
            let last = Int(min(Double(width - 3), columns.upperBound))
            guard first <= last else { continue }
            var x = first
            while x <= last {
                defer { x += 2 }
                // Most of a picture is grey.
                if chroma.isGrey(x: x, y: y), chroma.isGrey(x: x, y: y + 2) {
                    x += ChromaMask.greyStretch - 2
                    continue
                }
                let isColour = chroma.contains(x: x, y: y)
                let isWarm = isColour && chroma.isWarm(x: x, y: y)
                let grey = luma[y &* width &+ x]
                if isColour {
                    if isWarm { warm[Int(grey)] += 1 } else { cold[Int(grey)] += 1 }
                }
                func meet(_ otherX: Int, _ otherY: Int) {
                    let isOther = chroma.contains(x: otherX, y: otherY)
                    guard isColour || isOther else { return }
                    if isColour != isOther {
                        borders += 1
                        return
                    }
                    guard chroma.isWarm(x: otherX, y: otherY) != isWarm else { return }
                    borders += 1
                    let other = luma[otherY &* width &+ otherX]
                    opposed.append(isWarm ? (other, grey) : (grey, other))
                }
                meet(x + 2, y)
                meet(x, y + 2)
            }
        }
        guard borders >= 200, let brightCold = brightest(cold), let brightWarm = brightest(warm) else { return }
        let aliased = opposed.count {
            Double($0.cold) > bright * Double(brightCold) && Double($0.warm) > bright * Double(brightWarm)
        }
        measurements.values["cfm.alias"] = 100 * Double(aliased) / Double(borders)
    }

    /// The 95th percentile of a histogram; nil with fewer than 100 entries.
    private static func brightest(_ counts: [Int]) -> Int? {
        let total = counts.reduce(0, +)
        guard total >= 100 else { return nil }
        var above = total / 20
        return counts.indices.last { level in
            above -= counts[level]
            return above < 0
        }
    }
}
