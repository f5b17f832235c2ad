/// Growing and shrinking, whole words at a time.
extension PackedCells {
    /// Sets every cell with a set one within `radius` rows and columns.
    mutating func grow(_ radius: Int) {
        guard !words.isEmpty else { return }
        // What has grown by n each way has no gap when it is laid beside itself n + 1 away.
        var grown = 0
        while grown < radius {
            let distance = min(radius - grown, grown + 1, 63)
            spread(distance)
            grown += distance
        }
    }

    /// Clears every cell with a clear one within `radius`; beyond the border counts as set, so that
    /// ultrasound cut off by the picture's edge is not eaten.
    mutating func shrink(_ radius: Int) {
        invert()
        grow(radius)
        invert()
    }

    /// Closes small gaps, then removes thin parts.
    mutating func close(_ radius: Int, thenOpen opening: Int = 0) {
        grow(radius)
        shrink(radius + opening)
        grow(opening)
    }

    /// Removes thin parts.
    mutating func open(_ radius: Int) {
        shrink(radius)
        grow(radius)
    }

    private mutating func invert() {
        let (height, stride, tail) = (self.height, self.stride, self.tail)
        guard stride > 0 else { return }
        var target = words.mutableSpan
        for index in 0..<target.count { target[unchecked: index] = ~target[unchecked: index] }
        for y in 0..<height { target[(y &+ 1) &* stride &- 1] &= tail }
    }

    /// Sets every cell that has a set one `distance` (1–63) rows or columns away, or both; those that are set stay so.
    private mutating func spread(_ distance: Int) {
        let across = acrossBy(distance).span
        let offset = distance &* stride
        var target = words.mutableSpan
        // In range: both have a word for each of the map's.
        precondition(across.count == target.count && offset > 0)
        let end = across.count &- offset
        for index in 0..<across.count { target[unchecked: index] = across[unchecked: index] }
        guard end > 0 else { return }
        for index in 0..<end {
            target[unchecked: index &+ offset] |= across[unchecked: index]
        }
        for index in 0..<end {
            target[unchecked: index] |= across[unchecked: index &+ offset]
        }
    }

    private func acrossBy(_ distance: Int) -> [UInt64] {
        let (stride, tail, source) = (stride, tail, words.span)
        let (shift, back) = (UInt64(distance), UInt64(64 - distance))
        // In range: whole rows of the map.
        precondition(stride > 0 && source.count == stride * height)
        return [UInt64](unsafeUninitializedCapacity: source.count) { target, count in
            for row in Swift.stride(from: 0, to: source.count, by: stride) {
                var before: UInt64 = 0
                var own = source[unchecked: row]
                for index in row..<row &+ stride &- 1 {
                    let next = source[unchecked: index &+ 1]
                    let near = own | own &<< shift | own &>> shift
                    target.initializeElement(at: index, to: near | before &>> back | next &<< back)
                    (before, own) = (own, next)
                }
                let last = own | own &<< shift | own &>> shift | before &>> back
                target.initializeElement(at: row &+ stride &- 1, to: last & tail)
            }
            count = source.count
        }
    }
}
