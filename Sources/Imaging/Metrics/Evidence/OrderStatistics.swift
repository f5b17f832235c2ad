internal import CRasterCodecs

/// Value at a share (0–1) of the values in ascending order, nearest rank; nil when empty.
package func quantile(_ values: [Float], _ share: Double) -> Float? { quantile(values.span, share) }

/// The same of values that lie elsewhere.
func quantile(_ values: Span<Float>, _ share: Double) -> Float? {
    guard !values.isEmpty else { return nil }
    return ranked(min(values.count - 1, Int(share * Double(values.count))), of: values)
}

/// The value that sorting would put at an index; nil when there is none.
func ranked(_ rank: Int, of values: [Float]) -> Float? { ranked(rank, of: values.span) }

/// The same of values that lie elsewhere.
func ranked(_ rank: Int, of values: Span<Float>) -> Float? {
    guard rank >= 0, rank < values.count else { return nil }
    if values.count >= 96, let value = bucketed(rank: rank, of: values) { return value }
    return selected(rank: rank, of: values)
}

/// The same of numbers of double precision.
func ranked(_ rank: Int, of values: [Double]) -> Double? {
    guard values.indices.contains(rank) else { return nil }
    var values = values
    return values.withUnsafeMutableBufferPointer { select(rank: rank, in: $0) }
}

/// Median, the upper one of an even count; nil when empty.
package func median(_ values: [Float]) -> Float? { quantile(values, 0.5) }

/// What all but a share (0–1) of the values reach in the same direction, where that is more than `limit` (0 or more).
///
/// Nil elsewhere, which counting alone tells.
func commonStep(_ values: [Float], share: Double, above limit: Float) -> Float? {
    let number = values.count
    guard number > 0 else { return nil }
    let low = min(number - 1, Int(share * Double(number)))
    let high = min(number - 1, Int((1 - share) * Double(number)))
    var up = 0
    var down = 0
    for value in values {
        up &+= value > limit ? 1 : 0
        down &+= value < -limit ? 1 : 0
    }
    guard up >= number - low || down > high, let rising = ranked(low, of: values),
        let falling = ranked(high, of: values)
    else { return nil }
    return max(rising, -falling)
}

/// The value of a rank, looked for only among the values of its bucket, of 64 or 256 between the least and the greatest.
///
/// Nil where a value is not finite: then there are no buckets.
private func bucketed(rank: Int, of values: Span<Float>) -> Float? {
    let (least, width) = extent(of: values)
    guard width > 0 else { return width == 0 ? least : nil }
    // Of few values, going through many buckets costs more than going through those of one.
    let last = values.count < 1024 ? 63 : 255
    let scale = Float(last) / width
    guard scale.isFinite else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: values.count) { buckets in
        sort(values, from: least, scale: scale, into: buckets)
        var counts = InlineArray<256, Int32>(repeating: 0)
        for index in 0..<buckets.count { counts[Int(buckets[index])] &+= 1 }
        var before = 0
        var bucket = 0
        while bucket < last, before &+ Int(counts[bucket]) <= rank {
            before &+= Int(counts[bucket])
            bucket &+= 1
        }
        let number = Int(counts[bucket])
        guard rank - before < number else { return nil }
        return withUnsafeTemporaryAllocation(of: Float.self, capacity: number) { candidates in
            collect(values, of: UInt8(truncatingIfNeeded: bucket), among: UnsafeBufferPointer(buckets), to: candidates)
            return select(rank: rank - before, in: candidates)
        }
    }
}

/// Writes the values whose bucket is a given one, in their order; there are as many as `candidates` has room for.
private func collect(
    _ values: Span<Float>,
    of bucket: UInt8,
    among buckets: UnsafeBufferPointer<UInt8>,
    to candidates: UnsafeMutableBufferPointer<Float>
) {
    let wanted = SIMD16<UInt8>(repeating: bucket)
    let bytes = UnsafeRawBufferPointer(buckets)
    var found = 0
    var index = 0
    while index < values.count {
        // The last sixteen overlap those before them, which are not taken twice.
        let first = min(index, values.count &- 16)
        let isWanted = (bytes.loadUnaligned(fromByteOffset: first, as: SIMD16<UInt8>.self) .== wanted).bytes
        var bits = sono_set_lanes(isWanted) &>> UInt32(index &- first)
        while bits != 0 {
            candidates.initializeElement(at: found, to: values[index &+ bits.trailingZeroBitCount])
            found &+= 1
            bits &= bits &- 1
        }
        index &+= 16
    }
}

/// Tells the bucket, 0–255, of each of at least eight values; a greater value is never in a lower one.
private func sort(
    _ values: Span<Float>,
    from least: Float,
    scale: Float,
    into buckets: UnsafeMutableBufferPointer<UInt8>
) {
    typealias Lanes = SIMD8<Float>
    let bytes = values.bytes
    let target = UnsafeMutableRawBufferPointer(buckets)
    // Every load and store below lies within these.
    precondition(values.count >= 8 && target.count == values.count)
    var index = 0
    while index < values.count {
        // The last eight overlap those before them.
        let first = min(index, values.count &- 8)
        let lanes = bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: 4 &* first, as: Lanes.self)
        // 2²³ more leaves the nearest whole number, at most 255, in the lowest bits.
        let shifted =
            unsafeBitCast(
                (lanes - Lanes(repeating: least)) * Lanes(repeating: scale) + Lanes(repeating: 8_388_608),
                to: SIMD8<Int32>.self
            ) & SIMD8<Int32>(repeating: 255)
        let words = sono_clamped_words(shifted.lowHalf, shifted.highHalf)
        let eight = unsafeBitCast(sono_clamped_bytes(words, words), to: SIMD2<UInt64>.self)[0]
        target.storeBytes(of: eight, toByteOffset: first, as: UInt64.self)
        index &+= 8
    }
}

/// The least of at least eight values, and how far the greatest is from it; not a number where a value is not finite.
private func extent(of values: Span<Float>) -> (least: Float, width: Float) {
    typealias Lanes = SIMD8<Float>
    let bytes = values.bytes
    var least = Lanes(repeating: .infinity)
    var greatest = Lanes(repeating: -.infinity)
    var nothing = Lanes.zero
    var index = 0
    while index < values.count {
        // The last eight overlap those before them.
        let lanes = bytes.unsafeLoadUnaligned(
            fromByteOffset: 4 &* min(index, values.count &- 8),
            as: Lanes.self
        )
        least = Lanes.lower(lanes, least)
        greatest = Lanes.higher(lanes, greatest)
        // 0 for every finite number.
        nothing += lanes * Lanes.zero
        index &+= 8
    }
    let (low, high) = (least.min(), greatest.max())
    return nothing.sum() == 0 && (high - low).isFinite ? (low, high - low) : (low, .nan)
}

/// The value of a rank: counted where there are vectors to count in, else found in a copy.
private func selected(rank: Int, of values: Span<Float>) -> Float {
    if values.count >= 8, let value = counted(rank: rank, of: values) { return value }
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: values.count) { copy in
        for index in 0..<values.count { copy.initializeElement(at: index, to: values[index]) }
        return select(rank: rank, in: copy)
    }
}

/// The value of a rank among at least eight values, found by counting; nil where something is no number.
///
/// One value after the other is tried, which leaves only those above or only those below it, until as many lie below one
/// as its rank says. Nothing is moved, and eight are compared at a time.
private func counted(rank: Int, of values: Span<Float>) -> Float? {
    typealias Lanes = SIMD8<Float>
    let bytes = values.bytes
    let whole = values.count & ~7
    // The last eight overlap those before them, which are not counted twice.
    let isNew = SIMD8<Int32>(-7, -6, -5, -4, -3, -2, -1, 0) .> SIMD8<Int32>(repeating: Int32(whole &- values.count))
    var (low, high) = (-Float.infinity, Float.infinity)
    let (first, middle, last) = (values[0], values[values.count / 2], values[values.count &- 1])
    var tried = max(min(first, middle), min(max(first, middle), last))
    var next = 0
    while true {
        let pivot = Lanes(repeating: tried)
        var (below, upTo) = (SIMD8<Int32>.zero, SIMD8<Int32>.zero)
        var index = 0
        while index < whole {
            let lanes = bytes.unsafeLoadUnaligned(fromByteOffset: 4 &* index, as: Lanes.self)
            below &-= (lanes .< pivot).words
            upTo &-= (lanes .<= pivot).words
            index &+= 8
        }
        if whole < values.count {
            let lanes = bytes.unsafeLoadUnaligned(fromByteOffset: 4 &* (values.count &- 8), as: Lanes.self)
            below &-= (lanes .< pivot).words & isNew.words
            upTo &-= (lanes .<= pivot).words & isNew.words
        }
        if rank < Int(below.wrappedSum()) {
            high = tried
        } else if rank < Int(upTo.wrappedSum()) {
            return tried
        } else {
            low = tried
        }
        // What was passed over lies outside of the bounds, and they only close in.
        while next < values.count, !(values[next] > low && values[next] < high) { next &+= 1 }
        guard next < values.count else { return nil }
        tried = values[next]
        next &+= 1
    }
}

/// The value of a rank, found by partitioning instead of sorting; reorders the values.
///
/// Where a value goes is no branch, which the processor would guess wrong every other time.
private func select<Value: BinaryFloatingPoint>(rank: Int, in values: UnsafeMutableBufferPointer<Value>) -> Value {
    var low = 0
    var high = values.count - 1
    while high - low > 6 {
        let (first, middle, last) = (values[low], values[low + (high - low) / 2], values[high])
        let pivot = max(min(first, middle), min(max(first, middle), last))
        // Those below the pivot go to the front.
        var end = low
        for index in low...high {
            let value = values[index]
            values[index] = values[end]
            values[end] = value
            end &+= value < pivot ? 1 : 0
        }
        if rank < end {
            high = end - 1
            continue
        }
        // Then those that are equal to it.
        let start = end
        for index in start...high {
            let value = values[index]
            values[index] = values[end]
            values[end] = value
            end &+= value <= pivot ? 1 : 0
        }
        if rank < end { return pivot }
        // What is no number is never in order, and ends here.
        guard end > low else { return values[rank] }
        low = end
    }
    for index in low + 1..<max(low + 1, high + 1) {
        let value = values[index]
        var place = index
        while place > low, values[place - 1] > value {
            values[place] = values[place - 1]
            place -= 1
        }
        values[place] = value
    }
    return values[rank]
}
