/// What the minor findings of a picture cost together.
///
/// A weakness is no reason to reject a picture, and several are none either, so minor losses stop at `Rubric.minorPoints`; what
/// takes a picture further down is a finding that an expert looks at. Beside such a finding they fill up to the same sum and no
/// further: a grave fault hides smaller ones the more the graver it is (dark hides bright, blur hides noise), and what it hides
/// would give points back.
struct MinorLosses {
    /// The items with what is left of each verdict's loss; those of graver verdicts are untouched.
    let shared: [Tally.JudgedItem]

    /// Of all items that were measured; `most` in points of the score.
    init(_ items: [Tally.JudgedItem], most: Double) {
        let allowed = most / 100 * items.reduce(0) { $0 + $1.item.weight }
        let grave = items.reduce(0) { $0 + $1.item.weight * $1.majorLoss }
        let all = items.reduce(0) { $0 + $1.item.weight * $1.loss }
        let most = max(grave, allowed)
        guard all > most else {
            shared = items
            return
        }
        // All above the graver losses shrinks alike, so that each finding keeps its part.
        let share = (most - grave) / (all - grave)
        shared = items.map { item in
            let grave = item.majorLoss
            let verdicts = item.verdicts.map { verdict in
                let beyond = 1 - verdict.score - grave
                return verdict.isMajor || beyond <= 0 ? verdict : verdict.scored(1 - grave - share * beyond)
            }
            return Tally.JudgedItem(item: item.item, verdicts: verdicts)
        }
    }
}

extension Tally.JudgedItem {
    /// What its verdicts take from the item, 0–1: all of them, and those that an expert looks at.
    fileprivate var loss: Double { 1 - (verdicts.lazy.map(\.score).min() ?? 1) }
    fileprivate var majorLoss: Double { 1 - (verdicts.lazy.filter(\.isMajor).map(\.score).min() ?? 1) }
}

extension Verdict {
    /// Whether it makes a finding that caps the score.
    fileprivate var isMajor: Bool { (fault?.severity ?? .info) >= .major }
}
