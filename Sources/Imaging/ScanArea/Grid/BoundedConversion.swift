extension Int {
    /// A number towards zero, held within a range; the lower bound for what is no number.
    ///
    /// Geometry read from a picture may be as far off as two nearly parallel lines meet.
    init(_ value: Double, within range: ClosedRange<Int>) {
        guard value > Double(range.lowerBound) else {
            self = range.lowerBound
            return
        }
        self = value < Double(range.upperBound) ? Int(value) : range.upperBound
    }
}

extension ScanGeometry {
    /// Whether every number in it is one, and none so large that lengths lose their meaning.
    var isFinite: Bool {
        let numbers: [Double]
        switch self {
        case .fan(let apexX, let apexY, let innerRadius, let outerRadius, let startAngle, let endAngle):
            numbers = [apexX, apexY, innerRadius, outerRadius, startAngle, endAngle]
        case .quadrilateral(let topLeft, let topRight, let bottomRight, let bottomLeft):
            numbers = [topLeft, topRight, bottomRight, bottomLeft].flatMap { [$0.x, $0.y] }
        }
        return numbers.allSatisfy { abs($0) < 1e6 }
    }
}
