/// How often a row of consecutive exams comes about by chance alone.
///
/// Among many exams even a rare finding stands in three consecutive ones now and then: whoever plans training has to know
/// how much a row says.
package enum RunChance {
    /// The probability, 0–1, of at least one row of a length where every exam has the finding with the same chance,
    /// independently of the others.
    ///
    /// Source: W. Feller, An Introduction to Probability Theory I (1968), XIII.7; with q(n) the probability of no such row
    /// among n exams, q(n) = q(n − 1) − (1 − p)·pʳ·q(n − r − 1).
    ///
    /// - Parameters:
    ///   - run: length of the row; 0 is always there.
    ///   - exams: how many exams there are.
    ///   - chance: of each exam, 0–1.
    package static func share(run: Int, among exams: Int, chance: Double) -> Double {
        guard run > 0 else { return 1 }
        guard exams >= run, chance > 0 else { return 0 }
        guard chance < 1 else { return 1 }
        var power = 1.0
        for _ in 0..<run { power *= chance }
        // q(0) … q(run − 1) are 1.
        var without = [Double](repeating: 1, count: run)
        for count in run...exams {
            let before = count > run ? (1 - chance) * power * without[count - run - 1] : power
            without.append(without[count - 1] - before)
        }
        return min(1, max(0, 1 - without[exams]))
    }
}
