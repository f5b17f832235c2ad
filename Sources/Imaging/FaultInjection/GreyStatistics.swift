/// Sums over a histogram of 256 grey values.
struct GreyStatistics {
    /// How many pixels have each value.
    let histogram: [Int]

    /// Mean of the pixels above black after a change; 0 when there is none.
    func litMean(_ change: (Float) -> Float = { $0 }) -> Float {
        var sum = 0.0
        var count = 0
        for value in 1...255 where histogram[value] > 0 {
            sum += Double(max(0, min(255, change(Float(value))))) * Double(histogram[value])
            count += histogram[value]
        }
        return count == 0 ? 0 : Float(sum / Double(count))
    }

    /// Mean of all pixels.
    var mean: Float {
        let count = histogram.reduce(0, +)
        guard count > 0 else { return 0 }
        let sum = histogram.enumerated().reduce(0.0) { $0 + Double($1.offset) * Double($1.element) }
        return Float(sum / Double(count))
    }

    /// The greatest value that at least `share` of the pixels reach; 0 when there is none above black.
    func level(reachedBy share: Double) -> Int {
        let needed = max(1, share * Double(histogram.reduce(0, +)))
        var above = 0
        for value in stride(from: 255, through: 1, by: -1) {
            above += histogram[value]
            if Double(above) >= needed { return value }
        }
        return 0
    }

    /// The parameter at which a change that only brightens with it gives the lit pixels this mean, by halving.
    func parameter(reaching mean: Float, in range: ClosedRange<Float>, _ change: (Float, Float) -> Float) -> Float {
        var low = range.lowerBound
        var high = range.upperBound
        for _ in 0..<30 {
            let middle = (low + high) / 2
            if litMean({ change($0, middle) }) < mean { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
