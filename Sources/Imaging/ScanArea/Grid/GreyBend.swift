internal import CRasterCodecs

/// Where grey bends from cell to cell: speckle does all over, drawings, gradients and what was smeared hardly anywhere.
enum GreyBend {
    /// Second difference of neighbouring cells from which the grey bends.
    static let least = 2

    /// Not 0 in the lanes whose grey bends between that of two neighbours.
    @inline(__always)
    static func sizes(_ own: SIMD16<UInt8>, _ one: SIMD16<UInt8>, _ other: SIMD16<UInt8>) -> SIMD16<UInt8> {
        typealias Words = SIMD16<Int16>
        let middle = Words(truncatingIfNeeded: own)
        let second = Words(truncatingIfNeeded: one) &+ Words(truncatingIfNeeded: other) &- middle &- middle
        let sign = (second .< Words.zero).words
        // Its size less what hardly bends, 0 where that is all.
        let size = ((second ^ sign) &- sign) &- Words(repeating: Int16(least) - 1)
        return sono_clamped_bytes(size.lowHalf, size.highHalf)
    }
}
