internal import CRasterCodecs

// `replacing(with:where:)`, `pointwiseMax` and their kin are loops over the lanes that may or may not become single
// instructions: 0.06 or 2.8 ms a picture for the same line of code, by how much else the module has of it. Masks as plain
// numbers always do.

extension SIMDMask where Storage == SIMD16<Int8> {
    /// 255 in the lanes that are set, else 0.
    @inline(__always)
    var bytes: SIMD16<UInt8> { unsafeBitCast(self, to: SIMD16<UInt8>.self) }
}

extension SIMDMask where Storage == SIMD16<Int16> {
    /// −1 in the lanes that are set, else 0.
    @inline(__always)
    var words: SIMD16<Int16> { unsafeBitCast(self, to: SIMD16<Int16>.self) }
}

extension SIMDMask where Storage == SIMD4<Int32> {
    /// −1 in the lanes that are set, else 0.
    @inline(__always)
    var words: SIMD4<Int32> { unsafeBitCast(self, to: SIMD4<Int32>.self) }
}

extension SIMDMask where Storage == SIMD8<Int32> {
    /// −1 in the lanes that are set, else 0.
    @inline(__always)
    var words: SIMD8<Int32> { unsafeBitCast(self, to: SIMD8<Int32>.self) }
}

extension SIMD16 where Scalar == UInt8 {
    /// How much each lane is more than the other's, 0 where it is not.
    @inline(__always)
    static func excess(_ left: Self, over right: Self) -> Self { (left &- right) & (left .> right).bytes }

    /// The lesser of each two lanes.
    @inline(__always)
    static func lower(_ left: Self, _ right: Self) -> Self { left &- excess(left, over: right) }

    /// The greater of each two lanes.
    @inline(__always)
    static func higher(_ left: Self, _ right: Self) -> Self { right &+ excess(left, over: right) }

    /// How far each two lanes are apart.
    @inline(__always)
    static func distance(_ left: Self, _ right: Self) -> Self {
        excess(left, over: right) | excess(right, over: left)
    }
}

extension SIMD8 where Scalar == Float {
    /// The lesser of each two lanes; the second one where one of them is no number.
    @inline(__always)
    static func lower(_ left: Self, _ right: Self) -> Self {
        Self(
            lowHalf: sono_lesser_floats(left.lowHalf, right.lowHalf),
            highHalf: sono_lesser_floats(left.highHalf, right.highHalf)
        )
    }

    /// The greater of each two lanes; the second one where one of them is no number.
    @inline(__always)
    static func higher(_ left: Self, _ right: Self) -> Self {
        Self(
            lowHalf: sono_greater_floats(left.lowHalf, right.lowHalf),
            highHalf: sono_greater_floats(left.highHalf, right.highHalf)
        )
    }
}
