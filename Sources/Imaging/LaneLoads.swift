internal import CRasterCodecs

extension Span where Element == UInt8 {
    /// Sixteen bytes from an index on; 0 for those beyond the end.
    @inline(__always)
    func sixteen(at index: Int) -> SIMD16<UInt8> {
        if index >= 0, index &+ 16 <= count {
            return bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: SIMD16<UInt8>.self)
        }
        var lanes = SIMD16<UInt8>.zero
        for lane in 0..<max(0, count &- index) { lanes[lane] = self[index &+ lane] }
        return lanes
    }

    /// The same for loops over all of a map, in which only the last ones are beyond the end: those are loaded out of line, as
    /// the loop over their lanes within the caller's takes the registers from it.
    @inline(__always)
    func lanes(at index: Int) -> SIMD16<UInt8> {
        if _fastPath(index >= 0 && index &+ 16 <= count) {
            return bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: SIMD16<UInt8>.self)
        }
        return last(from: index)
    }

    @inline(never)
    private func last(from index: Int) -> SIMD16<UInt8> { sixteen(at: index) }

    /// Eight bytes from an index on, the first one lowest; the index must be at least eight before the end.
    @inline(__always)
    func eight(at index: Int) -> UInt64 {
        precondition(index >= 0 && index &+ 8 <= count)
        return UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
    }

    /// The sum of the bytes.
    package func sum() -> Int {
        var sums = SIMD2<UInt64>.zero
        var index = 0
        while index < count {
            // 0 beyond the end.
            sums &+= sono_distances(sixteen(at: index), SIMD16<UInt8>.zero)
            index &+= 16
        }
        return Int(sums[0] &+ sums[1])
    }

    /// The sum of how far each byte is from that of another span of as many.
    package func distance(to other: Span<UInt8>) -> Int {
        precondition(count == other.count, "spans of one length")
        var total = 0
        var index = 0
        let (own, others) = (bytes, other.bytes)
        var sums = SIMD2<UInt64>.zero
        while index &+ 16 <= count {
            sums &+= sono_distances(
                own.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: SIMD16<UInt8>.self),
                others.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: SIMD16<UInt8>.self)
            )
            index &+= 16
        }
        total = Int(sums[0] &+ sums[1])
        while index < count {
            total &+= abs(Int(self[index]) &- Int(other[index]))
            index &+= 1
        }
        return total
    }
}
