/// Smooth noise on a square lattice, −1 … 1, period 64 in both directions.
struct ValueNoise: Sendable {
    private let lattice: [Float]

    /// A lattice of a seed.
    init(seed: UInt64) {
        var generator = SplitMix64(seed: seed, stream: 0x4C41_5454)
        lattice = (0..<4096).map { _ in generator.unit() * 2 - 1 }
    }

    /// The noise at a place; −900 … 900 in both coordinates.
    @inline(__always)
    func value(_ x: Float, _ z: Float) -> Float {
        let movedX = x + 1024
        let movedZ = z + 1024
        let column = Int(Int32(movedX))
        let row = Int(Int32(movedZ))
        let fx = movedX - Float(column)
        let fz = movedZ - Float(row)
        let sx = fx * fx * (3 - 2 * fx)
        let sz = fz * fz * (3 - 2 * fz)
        let top = (row & 63) &* 64
        let bottom = ((row &+ 1) & 63) &* 64
        let left = column & 63
        let right = (column &+ 1) & 63
        let span = lattice.span
        let upper = span[top &+ left] + sx * (span[top &+ right] - span[top &+ left])
        let lower = span[bottom &+ left] + sx * (span[bottom &+ right] - span[bottom &+ left])
        return upper + sz * (lower - upper)
    }
}
