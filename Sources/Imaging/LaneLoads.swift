extension Span where Element == UInt8 {
    /// Sixteen bytes from an index on; 0 for those beyond the end.
    @inline(__always)
    func sixteen(at index: Int) -> SIMD16<UInt8> {
        if index &+ 16 <= count { return bytes.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self) }
        var lanes = SIMD16<UInt8>.zero
        for lane in 0..<max(0, count &- index) { lanes[lane] = self[index &+ lane] }
        return lanes
    }

    /// Eight bytes from an index on, the first one lowest; the index must be at least eight before the end.
    @inline(__always)
    func eight(at index: Int) -> UInt64 {
        precondition(index >= 0 && index &+ 8 <= count)
        return UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
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
