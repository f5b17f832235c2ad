/// Medians of sixteen short columns at once, each as `median` gives them.
package enum LaneMedians {
    /// The median of each lane.
    ///
    /// - Parameters:
    ///   - columns: The values, one vector a row; used up.
    ///   - present: 1 where a value counts, one vector a row; the others are left out.
    /// - Returns: Medians, and how many values each lane had; the median of a lane without any means nothing.
    package static func of(_ columns: inout [SIMD16<Float>], present: [SIMD16<UInt8>]) -> (SIMD16<Float>, SIMD16<UInt8>)
    {
        let rows = columns.count
        guard rows > 0, present.count == rows else { return (.zero, .zero) }
        var counts = SIMD16<UInt8>.zero
        for row in 0..<rows { counts &+= present[row] }
        // What is left out becomes very small or very large, as many on either side as bring the median to the middle.
        let middle = rows / 2
        let small =
            SIMD16<UInt8>(repeating: UInt8(truncatingIfNeeded: middle)) &- (counts &>> SIMD16<UInt8>(repeating: 1))
        var absent = SIMD16<UInt8>.zero
        for row in 0..<rows {
            let isSmall = zeroWhere(absent .< small)
            let filler = SIMD16<Float>(repeating: .infinity)
                .replacing(with: SIMD16<Float>(repeating: -.infinity), where: isSmall .== SIMD16<UInt32>.zero)
            let isAbsent = SIMD16<UInt32>(truncatingIfNeeded: present[row]) .== SIMD16<UInt32>.zero
            columns[row] = columns[row].replacing(with: filler, where: isAbsent)
            absent &+= SIMD16<UInt8>(repeating: 1) &- present[row]
        }
        // Bubbles the largest upwards until the middle one stands.
        for end in stride(from: rows - 1, through: middle, by: -1) {
            var largest = columns[0]
            for row in 0..<end {
                let next = columns[row + 1]
                columns[row] = lower(largest, next)
                largest = higher(largest, next)
            }
            columns[end] = largest
        }
        return (columns[middle], counts)
    }

    /// 0 in the lanes where the mask is set, else 1.
    @inline(__always)
    private static func zeroWhere(_ mask: SIMDMask<SIMD16<Int8>>) -> SIMD16<UInt32> {
        SIMD16<UInt32>(
            truncatingIfNeeded: SIMD16<UInt8>(repeating: 1).replacing(with: SIMD16<UInt8>.zero, where: mask)
        )
    }

    @inline(__always)
    private static func lower(_ a: SIMD16<Float>, _ b: SIMD16<Float>) -> SIMD16<Float> {
        var result = a
        for lane in 0..<16 { result[lane] = b[lane] < a[lane] ? b[lane] : a[lane] }
        return result
    }

    @inline(__always)
    private static func higher(_ a: SIMD16<Float>, _ b: SIMD16<Float>) -> SIMD16<Float> {
        var result = a
        for lane in 0..<16 { result[lane] = b[lane] < a[lane] ? a[lane] : b[lane] }
        return result
    }
}
