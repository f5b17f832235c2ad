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

    /// Eight bytes from an index on, the first one lowest; the index must be at least eight before the end.
    @inline(__always)
    func eight(at index: Int) -> UInt64 {
        precondition(index >= 0 && index &+ 8 <= count)
        return UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
    }

    /// The sum of the bytes.
    func sum() -> Int {
        var total = 0
        var index = 0
        while index &+ 16 <= count {
            total &+= Int(sixteen(at: index).total)
            index &+= 16
        }
        while index < count {
            total &+= Int(self[index])
            index &+= 1
        }
        return total
    }

    /// The sum of how far each byte is from that of another span of as many.
    func distance(to other: Span<UInt8>) -> Int {
        precondition(count == other.count, "spans of one length")
        var total = 0
        var index = 0
        let (own, others) = (bytes, other.bytes)
        while index &+ 16 <= count {
            // A lane takes at most 128 · 510 before 16 bits are full.
            let end = Swift.min(count, index &+ 16 * 128)
            var lanes = SIMD8<UInt16>.zero
            while index &+ 16 <= end {
                let steps = unsafeBitCast(
                    SIMD16<UInt8>.distance(
                        own.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: SIMD16<UInt8>.self),
                        others.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: SIMD16<UInt8>.self)
                    ),
                    to: SIMD8<UInt16>.self
                )
                lanes &+= (steps & SIMD8<UInt16>(repeating: 255)) &+ (steps &>> SIMD8<UInt16>(repeating: 8))
                index &+= 16
            }
            total &+= Int(lanes.total)
        }
        while index < count {
            total &+= abs(Int(self[index]) &- Int(other[index]))
            index &+= 1
        }
        return total
    }

    /// The sum of bytes that are 0 or 1.
    func sumOfFlags() -> Int {
        var total = 0
        var index = 0
        while index < count {
            // 255 of them fit in a lane.
            let end = Swift.min(count, index &+ 255 &* 16)
            var sums = SIMD16<UInt8>.zero
            while index < end {
                sums &+= sixteen(at: index)
                index &+= 16
            }
            total &+= Int(SIMD16<UInt16>(truncatingIfNeeded: sums).wrappedSum())
        }
        return total
    }
}
