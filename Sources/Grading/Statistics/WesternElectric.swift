/// The four rules of the Western Electric handbook on a row of distances from the centre, in standard errors.
///
/// Statistical Quality Control Handbook, Western Electric, 1956. Each rule alone gives a false alarm once in some hundreds of
/// points, all four once in some 90 (C. W. Champ and W. H. Woodall, Technometrics 29 (1987) 393–399): warnings, not proof.
package enum WesternElectric: String, Sendable, Codable, CaseIterable {
    /// One beyond three.
    case oneBeyondThree = "one_beyond_three"
    /// Two of three in a row beyond two on the same side.
    case twoOfThreeBeyondTwo = "two_of_three_beyond_two"
    /// Four of five in a row beyond one on the same side.
    case fourOfFiveBeyondOne = "four_of_five_beyond_one"
    /// Eight in a row on the same side.
    case eightOnOneSide = "eight_on_one_side"

    private var shape: (needed: Int, among: Int, beyond: Double) {
        switch self {
        case .oneBeyondThree: (1, 1, 3)
        case .twoOfThreeBeyondTwo: (2, 3, 2)
        case .fourOfFiveBeyondOne: (4, 5, 1)
        case .eightOnOneSide: (8, 8, 0)
        }
    }

    /// The rules that the last of the values completes, on which side: 1 above, −1 below.
    ///
    /// Values that are missing must be left out before. The last value itself must be beyond the rule's line.
    package static func warnings(atEndOf scores: some BidirectionalCollection<Double>) -> [(rule: Self, side: Int)] {
        guard let last = scores.last, last != 0, last.isFinite else { return [] }
        let side = last > 0 ? 1.0 : -1.0
        return allCases.compactMap { rule in
            let (needed, among, beyond) = rule.shape
            let found = scores.suffix(among).count { $0 * side > beyond }
            return found >= needed && last * side > beyond ? (rule, Int(side)) : nil
        }
    }
}
