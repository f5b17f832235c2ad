/// Value at a share (0–1) of the values in ascending order, nearest rank; nil when empty.
package func quantile(_ values: [Float], _ share: Double) -> Float? {
    guard !values.isEmpty else { return nil }
    return ranked(min(values.count - 1, Int(share * Double(values.count))), of: values)
}

/// The value that sorting would put at an index; nil when there is none.
func ranked(_ rank: Int, of values: [Float]) -> Float? {
    guard values.indices.contains(rank) else { return nil }
    if values.count >= 48, let value = bucketed(rank: rank, of: values.span) { return value }
    var values = values
    return selected(rank: rank, in: &values)
}

/// Median, the upper one of an even count; nil when empty.
package func median(_ values: [Float]) -> Float? { quantile(values, 0.5) }

/// The value of a rank, looked for only among the values of its bucket, of 256 between the least and the greatest.
///
/// Nil where a value is not finite: then there are no buckets.
private func bucketed(rank: Int, of values: Span<Float>) -> Float? {
    var least = values[0]
    var greatest = values[0]
    var sum: Float = 0
    for index in 0..<values.count {
        let value = values[index]
        least = value < least ? value : least
        greatest = value > greatest ? value : greatest
        sum += abs(value)
    }
    guard sum.isFinite else { return nil }
    let width = greatest - least
    guard width > 0 else { return least }
    // A value in the last bucket at most; the quotient is at least 0 and at most 255.
    let scale = 255 / width
    guard scale.isFinite else { return nil }
    var counts = InlineArray<256, Int32>(repeating: 0)
    for index in 0..<values.count { counts[Int(min(255, (values[index] - least) * scale))] &+= 1 }
    var before = 0
    var bucket = 0
    while bucket < 255, before + Int(counts[bucket]) <= rank {
        before += Int(counts[bucket])
        bucket += 1
    }
    var candidates: [Float] = []
    candidates.reserveCapacity(Int(counts[bucket]))
    for index in 0..<values.count where Int(min(255, (values[index] - least) * scale)) == bucket {
        candidates.append(values[index])
    }
    guard rank - before < candidates.count else { return nil }
    return selected(rank: rank - before, in: &candidates)
}

/// The value of a rank, found by partitioning (Hoare's selection) instead of sorting; reorders the values.
private func selected(rank: Int, in values: inout [Float]) -> Float {
    var span = values.mutableSpan
    var low = 0
    var high = span.count - 1
    while low < high {
        let pivot = span[low + (high - low) / 2]
        var left = low
        var right = high
        while left <= right {
            while span[left] < pivot { left += 1 }
            while span[right] > pivot { right -= 1 }
            if left <= right {
                span.swapAt(left, right)
                left += 1
                right -= 1
            }
        }
        if rank <= right {
            high = right
        } else if rank >= left {
            low = left
        } else {
            break
        }
    }
    return span[rank]
}

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
