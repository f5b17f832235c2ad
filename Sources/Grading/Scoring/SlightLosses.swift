/// What the slight losses of a picture cost together.
///
/// A suspicion, and a minor fault that has only begun, come and go with what hardly changes a picture: another file format, or
/// another fault that hides them. So only the greatest of them counts, it costs `Rubric.slightPoints` at most, and nothing
/// where graver losses cost as much already.
struct SlightLosses {
    /// The items with what is left of each verdict's loss; those of graver verdicts are untouched.
    let shared: [Tally.JudgedItem]

    /// Of all items that were measured; `most` in points of the score.
    init(_ items: [Tally.JudgedItem], most: Double) {
        // In points of all items' weight.
        let allowed = most / 100 * items.reduce(0) { $0 + $1.item.weight }
        var grave = 0.0
        var greatest: (item: Int, verdict: Int, loss: Double)?
        for (number, item) in items.enumerated() {
            grave += item.item.weight * item.graveLoss
            for (index, verdict) in item.verdicts.enumerated() where verdict.isSlight {
                let loss = item.item.weight * (1 - verdict.score)
                if loss > greatest?.loss ?? 0 { greatest = (number, index, loss) }
            }
        }
        guard let greatest else {
            shared = items
            return
        }
        let left = min(allowed, greatest.loss) - grave
        shared = items.enumerated().map { number, item in
            guard item.verdicts.contains(where: \.isSlight) else { return item }
            let verdicts = item.verdicts.enumerated().map { index, verdict in
                guard verdict.isSlight else { return verdict }
                guard left > 0, greatest.item == number, greatest.verdict == index else {
                    return verdict.scored(1)
                }
                // On top of what graver verdicts take from the same item, which is the smallest of its verdicts.
                return verdict.scored(max(verdict.score, 1 - item.graveLoss - left / item.item.weight))
            }
            return Tally.JudgedItem(item: item.item, verdicts: verdicts)
        }
    }
}

extension Tally.JudgedItem {
    /// What verdicts that are not slight take from the item, 0–1.
    fileprivate var graveLoss: Double { 1 - (verdicts.lazy.filter { !$0.isSlight }.map(\.score).min() ?? 1) }
}

extension Verdict {
    /// Whether it is a suspicion, or a minor fault in its first step past the limit.
    fileprivate var isSlight: Bool {
        guard let severity = fault?.severity else { return false }
        return severity == .info || severity == .minor && score >= 1 - LimitSide.firstLoss
    }

    /// The same with another score.
    func scored(_ score: Double) -> Verdict {
        Verdict(criterion: criterion, value: value, score: score, fault: fault)
    }
}
