// The standard library's conversions between vectors are generic: whether they become one instruction or a call with a loop
// in it is up to how the optimiser feels about the whole module. Measured: 0.06 or 2.7 ms a picture in the same function.
// These are always inlined, and go before the generic ones where the types are the same.

extension SIMD8 where Scalar == Int16 {
    /// Each lane's low bits, or the lane with its sign or zeros before it.
    @inline(__always)
    init(truncatingIfNeeded other: SIMD8<UInt8>) {
        self.init()
        for lane in 0..<8 { self[lane] = Int16(truncatingIfNeeded: other[lane]) }
    }
}

extension SIMD8 where Scalar == Int32 {
    /// Each lane's low bits, or the lane with its sign or zeros before it.
    @inline(__always)
    init(truncatingIfNeeded other: SIMD8<UInt8>) {
        self.init()
        for lane in 0..<8 { self[lane] = Int32(truncatingIfNeeded: other[lane]) }
    }

    /// Each lane's low bits, or the lane with its sign or zeros before it.
    @inline(__always)
    init(truncatingIfNeeded other: SIMD8<Int16>) {
        self.init()
        for lane in 0..<8 { self[lane] = Int32(truncatingIfNeeded: other[lane]) }
    }

    /// Each lane's low bits, or the lane with its sign or zeros before it.
    @inline(__always)
    init(truncatingIfNeeded other: SIMD8<UInt32>) {
        self.init()
        for lane in 0..<8 { self[lane] = Int32(truncatingIfNeeded: other[lane]) }
    }
}

extension SIMD8 where Scalar == Float {
    /// Each lane as a number of 24 significant bits, to the nearest.
    @inline(__always)
    init(_ other: SIMD8<Int32>) {
        self.init()
        for lane in 0..<8 { self[lane] = Float(other[lane]) }
    }
}

extension SIMD8 where Scalar == Int64 {
    /// Each lane's low bits, or the lane with its sign or zeros before it.
    @inline(__always)
    init(truncatingIfNeeded other: SIMD8<Int32>) {
        self.init()
        for lane in 0..<8 { self[lane] = Int64(truncatingIfNeeded: other[lane]) }
    }
}

extension SIMD8 where Scalar == UInt8 {
    /// Each lane's low bits, or the lane with its sign or zeros before it.
    @inline(__always)
    init(truncatingIfNeeded other: SIMD8<UInt32>) {
        self.init()
        for lane in 0..<8 { self[lane] = UInt8(truncatingIfNeeded: other[lane]) }
    }

    /// Each lane's low bits, or the lane with its sign or zeros before it.
    @inline(__always)
    init(truncatingIfNeeded other: SIMD8<Int32>) {
        self.init()
        for lane in 0..<8 { self[lane] = UInt8(truncatingIfNeeded: other[lane]) }
    }
}

extension SIMD8 where Scalar == UInt16 {
    /// Each lane's low bits, or the lane with its sign or zeros before it.
    @inline(__always)
    init(truncatingIfNeeded other: SIMD8<Int32>) {
        self.init()
        for lane in 0..<8 { self[lane] = UInt16(truncatingIfNeeded: other[lane]) }
    }
}

extension SIMD8 where Scalar == UInt32 {
    /// Each lane's low bits, or the lane with its sign or zeros before it.
    @inline(__always)
    init(truncatingIfNeeded other: SIMD8<UInt16>) {
        self.init()
        for lane in 0..<8 { self[lane] = UInt32(truncatingIfNeeded: other[lane]) }
    }
}

extension SIMD16 where Scalar == Int16 {
    /// Each lane's low bits, or the lane with its sign or zeros before it.
    @inline(__always)
    init(truncatingIfNeeded other: SIMD16<UInt8>) {
        self.init()
        for lane in 0..<16 { self[lane] = Int16(truncatingIfNeeded: other[lane]) }
    }
}

extension SIMD16 where Scalar == UInt16 {
    /// Each lane's low bits, or the lane with its sign or zeros before it.
    @inline(__always)
    init(truncatingIfNeeded other: SIMD16<UInt8>) {
        self.init()
        for lane in 0..<16 { self[lane] = UInt16(truncatingIfNeeded: other[lane]) }
    }
}

extension SIMD16 where Scalar == Int32 {
    /// Each lane's low bits, or the lane with its sign or zeros before it.
    @inline(__always)
    init(truncatingIfNeeded other: SIMD16<UInt32>) {
        self.init()
        for lane in 0..<16 { self[lane] = Int32(truncatingIfNeeded: other[lane]) }
    }
}

extension SIMD16 where Scalar == UInt32 {
    /// Each lane's low bits, or the lane with its sign or zeros before it.
    @inline(__always)
    init(truncatingIfNeeded other: SIMD16<UInt8>) {
        self.init()
        for lane in 0..<16 { self[lane] = UInt32(truncatingIfNeeded: other[lane]) }
    }

    /// Each lane's low bits, or the lane with its sign or zeros before it.
    @inline(__always)
    init(truncatingIfNeeded other: SIMD16<UInt16>) {
        self.init()
        for lane in 0..<16 { self[lane] = UInt32(truncatingIfNeeded: other[lane]) }
    }
}
