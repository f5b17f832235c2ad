extension Double {
    /// The nearest number with so many decimals, ties away from zero: its shortest text has no more than these.
    func rounded(decimals: Int) -> Double {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        return (self * scale).rounded() / scale
    }
}
