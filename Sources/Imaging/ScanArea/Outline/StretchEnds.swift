/// Where stretches of cells begin and end, to count quickly which of them are alike.
struct StretchEnds {
    private typealias Lanes = SIMD8<Int32>

    /// Both ends, eight stretches a vector; the last one is filled up with what is like none.
    private var starts: [SIMD8<Int32>] = []
    private var ends: [SIMD8<Int32>] = []
    private let play: Int32

    /// Takes the ends.
    ///
    /// - Parameters:
    ///   - stretches: The stretches, in cells.
    ///   - play: By how much the ends of those that are alike may differ, in cells.
    init(_ stretches: [Range<Int>], play: Int) {
        self.play = Int32(clamping: play)
        let groups = (stretches.count + 7) / 8
        starts = [Lanes](repeating: Lanes(repeating: .max / 2), count: groups)
        ends = starts
        for (index, stretch) in stretches.enumerated() {
            starts[index / 8][index % 8] = Int32(clamping: stretch.lowerBound)
            ends[index / 8][index % 8] = Int32(clamping: stretch.upperBound)
        }
    }

    /// How many stretches have the ends of this one, but for the play.
    func count(like stretch: Range<Int>) -> Int {
        let (start, end) = (Int32(clamping: stretch.lowerBound), Int32(clamping: stretch.upperBound))
        let lowest = (start: Lanes(repeating: start &- play), end: Lanes(repeating: end &- play))
        let highest = (start: Lanes(repeating: start &+ play), end: Lanes(repeating: end &+ play))
        let (starts, ends) = (starts.span, ends.span)
        var found = Lanes.zero
        for index in 0..<starts.count {
            let isLike =
                (starts[index] .>= lowest.start).words & (starts[index] .<= highest.start).words
                & (ends[index] .>= lowest.end).words & (ends[index] .<= highest.end).words
            found &-= isLike
        }
        return Int(found.wrappedSum())
    }
}
