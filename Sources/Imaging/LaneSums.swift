internal import CRasterCodecs

// A loop over the lanes of a vector is sixteen additions one after the other; these are four or five.

extension SIMD16 where Scalar == UInt8 {
    /// Sum of the lanes.
    @inline(__always)
    var total: UInt32 {
        let halves = sono_distances(self, Self.zero)
        return UInt32(truncatingIfNeeded: halves[0] &+ halves[1])
    }

    /// Whether all lanes are 0.
    @inline(__always)
    var isZero: Bool { sono_set_lanes(self) == 0 }
}

extension SIMD16 where Scalar == UInt16 {
    /// Sum of the squares of lanes that are below 2¹⁵: of lanes 0 and 1, 2 and 3, and so on to 14 and 15.
    @inline(__always)
    var pairSquares: SIMD8<UInt32> {
        let (low, high) = (
            unsafeBitCast(lowHalf, to: SIMD8<Int16>.self), unsafeBitCast(highHalf, to: SIMD8<Int16>.self)
        )
        return SIMD8(
            lowHalf: unsafeBitCast(sono_pair_products(low, low), to: SIMD4<UInt32>.self),
            highHalf: unsafeBitCast(sono_pair_products(high, high), to: SIMD4<UInt32>.self)
        )
    }
}

extension SIMD8 where Scalar == UInt16 {
    /// Sum of the lanes.
    @inline(__always)
    var total: UInt32 {
        let pairs = pairSums
        let quads = unsafeBitCast(pairs, to: SIMD2<UInt64>.self)
        let sum = (quads & SIMD2<UInt64>(repeating: 0xFFFF_FFFF)) &+ (quads &>> SIMD2<UInt64>(repeating: 32))
        return UInt32(truncatingIfNeeded: sum[0] &+ sum[1])
    }

    /// Sums of lanes 0 and 1, 2 and 3, 4 and 5, 6 and 7.
    @inline(__always)
    var pairSums: SIMD4<UInt32> {
        let pairs = unsafeBitCast(self, to: SIMD4<UInt32>.self)
        return (pairs & SIMD4<UInt32>(repeating: 0xFFFF)) &+ (pairs &>> SIMD4<UInt32>(repeating: 16))
    }
}

extension SIMD16 where Scalar == UInt16 {
    /// Sums of lanes 0 and 1, 2 and 3, and so on to 14 and 15.
    @inline(__always)
    var pairSums: SIMD8<UInt32> {
        let pairs = unsafeBitCast(self, to: SIMD8<UInt32>.self)
        return (pairs & SIMD8<UInt32>(repeating: 0xFFFF)) &+ (pairs &>> SIMD8<UInt32>(repeating: 16))
    }
}

extension SIMD16 where Scalar == Int16 {
    /// Whether all lanes are 0.
    @inline(__always)
    var isZero: Bool {
        unsafeBitCast(lowHalf | highHalf, to: SIMD16<UInt8>.self).isZero
    }

    /// Sum of lanes none of which is below 0.
    @inline(__always)
    var total: UInt32 {
        let words = unsafeBitCast(self, to: SIMD16<UInt16>.self)
        return words.lowHalf.total &+ words.highHalf.total
    }
}
