/// Value at a share (0–1) of the values in ascending order, nearest rank; nil when empty.
func quantile(_ values: [Float], _ share: Double) -> Float? {
    guard !values.isEmpty else { return nil }
    let rank = min(values.count - 1, Int(share * Double(values.count)))
    var values = values
    return selected(rank: rank, in: &values)
}

/// Median, the upper one of an even count; nil when empty.
func median(_ values: [Float]) -> Float? { quantile(values, 0.5) }

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
