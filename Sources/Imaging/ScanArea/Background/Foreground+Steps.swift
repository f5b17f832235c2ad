/// Pictures whose smooth parts have few greys, the same distance apart: strong compression, few grey levels.
///
/// A panel of a screen is told by its being flat. Where grey was rounded to coarse steps, tissue is flat as well: a block of a
/// strongly compressed picture keeps its mean alone, and that in steps. Panels have greys that somebody chose; steps lie on a
/// ladder.
extension Foreground {
    /// Least distance of the ladder's rungs, in grey: what is finer leaves speckle.
    private static let leastStep = 5
    /// Rungs that are seen at least, black among them: three greys lie on some ladder too easily.
    private static let leastRungs = 4
    /// Rungs up to the highest for each one that is seen, at most: greys of any kind lie on a ladder that is fine enough.
    private static let mostSkipped = 1.5
    /// Share of the picture that is flat on a rung at least for it to be seen, and on all those above black.
    private static let leastOnRung = 0.002
    private static let leastOnLadder = 0.02
    /// Grey by which flat cells may be off their rung, share of them that may be anywhere, and grey that is cut off by white.
    fileprivate static let rungPlay = 1
    private static let mostOffLadder = 0.15
    private static let nearlyWhite = 250

    /// Greys of the same distance.
    struct Ladder {
        /// The lowest rung that is seen.
        let lowest: Int
        /// Distance of the rungs, in grey.
        let step: Int

        /// The grey of black: rounding moves it by half a step at most, and a rung above that is tissue or a screen.
        var black: Int { lowest <= step / 2 + Foreground.rungPlay ? lowest : 0 }
    }

    /// The ladder; nil where the flat parts of a picture are on no ladder.
    ///
    /// - Parameters:
    ///   - counts: How many flat cells have each grey, 256 numbers.
    ///   - cells: Cells of the picture.
    static func ladder(_ counts: [Int], of cells: Int) -> Ladder? {
        func near(_ level: Int) -> Int {
            counts[max(0, level - rungPlay)...min(255, level + rungPlay)].reduce(0, +)
        }
        let least = max(4, Int(leastOnRung * Double(cells)))
        let rungs = (0..<nearlyWhite).filter { level in
            counts[level] > 0 && near(level) >= least
                && counts[max(0, level - 2)..<level].allSatisfy { $0 < counts[level] }
                && counts[level + 1...level + 2].allSatisfy { $0 <= counts[level] }
        }
        guard rungs.count >= leastRungs, let lowest = rungs.first, let highest = rungs.last,
            let gap = zip(rungs.dropFirst(), rungs).map({ $0 - $1 }).min(), gap >= leastStep
        else { return nil }
        let extent = Double(highest - lowest)
        let step = extent / (extent / Double(gap)).rounded()
        let offRung = rungs.contains { rung in
            let place = Double(rung - lowest) / step
            return abs(place - place.rounded()) * step > Double(rungPlay) + 0.5
        }
        guard !offRung, (extent / step).rounded() + 1 <= mostSkipped * Double(rungs.count) else { return nil }
        let flat = counts[(lowest + rungPlay + 1)..<nearlyWhite].reduce(0, +)
        let on = rungs.dropFirst().reduce(0) { $0 + near($1) }
        guard Double(on) >= leastOnLadder * Double(cells), Double(flat - on) <= mostOffLadder * Double(flat) else {
            return nil
        }
        return Ladder(lowest: lowest, step: Int(step.rounded()))
    }
}
