import Foundation

/// Linear filters of a grey plane; samples beyond the edge repeat the edge.
package enum PlaneFilter {
    /// Weights of a Gaussian, out to four deviations; they sum to 1.
    package static func gaussian(deviation: Double) -> [Float] {
        guard deviation > 0 else { return [1] }
        let reach = max(1, Int((4 * min(deviation, 100)).rounded(.up)))
        let weights = (-reach...reach).map { exp(-0.5 * Double($0 * $0) / (deviation * deviation)) }
        let sum = weights.reduce(0, +)
        return weights.map { Float($0 / sum) }
    }

    /// Weights of a box with this standard deviation in pixels; its ends may be parts of a pixel.
    package static func box(deviation: Double) -> [Float] {
        // Half-width h with outer weights f: variance (2·Σi² + 2f(h+1)²) / (2h + 1 + 2f) equals the square of the deviation.
        let variance = min(deviation, 100) * min(deviation, 100)
        guard variance > 0 else { return [1] }
        var half = 0
        while Double((half + 1) * (half + 2)) / 3 <= variance { half += 1 }
        let outer = Double((half + 1) * (half + 1))
        let squares = Double(half * (half + 1) * (2 * half + 1)) / 6
        let end = (variance * Double(2 * half + 1) - 2 * squares) / (2 * (outer - variance))
        let sum = Double(2 * half + 1) + 2 * end
        return ([end] + [Double](repeating: 1, count: 2 * half + 1) + [end]).map { Float($0 / sum) }
    }

    /// Filters along rows by `across` and along columns by `down`; both have an odd number of weights.
    static func filtered(_ plane: GreyPlane, across: [Float], down: [Float]) -> [Float] {
        let (width, height) = (plane.width, plane.height)
        var along = plane.pixels.map { Float($0) }
        if across.count > 1 {
            let reach = across.count / 2
            var line = [Float](repeating: 0, count: width + 2 * reach)
            for y in 0..<height {
                for x in 0..<line.count { line[x] = along[y * width + max(0, min(width - 1, x - reach))] }
                for x in 0..<width {
                    var sum: Float = 0
                    for tap in 0..<across.count { sum += across[tap] * line[x + tap] }
                    along[y * width + x] = sum
                }
            }
        }
        guard down.count > 1 else { return along }
        let reach = down.count / 2
        var result = [Float](repeating: 0, count: along.count)
        for y in 0..<height {
            for tap in 0..<down.count {
                let source = max(0, min(height - 1, y + tap - reach)) * width
                for x in 0..<width { result[y * width + x] += down[tap] * along[source + x] }
            }
        }
        return result
    }

    /// Rounds to samples.
    static func plane(_ values: [Float], width: Int, height: Int) -> GreyPlane {
        GreyPlane(width: width, height: height, pixels: values.map(FaultSite.sample))
    }
}
