/// What one learner knows of one card, by the Leitner system: a card that is answered rightly when it is due moves up a box
/// and waits twice as long, one that is missed falls back to the first box and comes again the next day.
///
/// S. Leitner, "So lernt man lernen" (1972), with doubling intervals of 1 to 64 days. A right answer before the day counts as
/// an attempt and changes nothing, so that nobody crams a card up the boxes in one evening.
package struct CardState: Sendable, Equatable {
    /// 1 … 7.
    package private(set) var box: Int
    /// The day on which it comes again; days are counted from any fixed one, in the learner's time zone.
    package private(set) var dueDay: Int
    package private(set) var attempts: Int
    package private(set) var misses: Int
    /// Whether the last answer was right.
    package private(set) var isKnown: Bool

    /// Days that a card waits in box 1, 2, … 7.
    package static let intervals = [1, 2, 4, 8, 16, 32, 64]

    /// A card after its first answer: one that is known at once starts in the second box.
    package init(isRight: Bool, onDay day: Int) {
        box = isRight ? 2 : 1
        dueDay = day + Self.intervals[box - 1]
        attempts = 1
        misses = isRight ? 0 : 1
        isKnown = isRight
    }

    /// Takes a further answer in; answers are taken in the order of time.
    package mutating func answered(isRight: Bool, onDay day: Int) {
        attempts += 1
        isKnown = isRight
        if !isRight {
            misses += 1
            box = 1
            dueDay = day + Self.intervals[0]
        } else if day >= dueDay {
            box = min(box + 1, Self.intervals.count)
            dueDay = day + Self.intervals[box - 1]
        }
    }

    /// Every card that was answered, from all answers in the order of time.
    package static func all(of answers: some Sequence<(card: String, isRight: Bool, day: Int)>) -> [String: CardState] {
        var states: [String: CardState] = [:]
        for answer in answers {
            if states[answer.card] == nil {
                states[answer.card] = CardState(isRight: answer.isRight, onDay: answer.day)
            } else {
                states[answer.card]?.answered(isRight: answer.isRight, onDay: answer.day)
            }
        }
        return states
    }
}

/// Which exercises come in a sitting.
package enum PracticeDraw {
    /// Cards that are due, the least known and longest overdue first.
    package static func due(_ states: [String: CardState], onDay day: Int) -> [String] {
        states.filter { $0.value.dueDay <= day }
            .sorted { ($0.value.box, $0.value.dueDay, $0.key) < ($1.value.box, $1.value.dueDay, $1.key) }
            .map(\.key)
    }

    /// New exercises in a random order that takes the kinds in turn, so that a short sitting has of each.
    ///
    /// - Parameter kinds: what could be asked, kind by kind; empty ones are left out.
    package static func mixed<Element>(_ kinds: [[Element]], seed: UInt64) -> [Element] {
        var random = PracticeRandom(seed: seed, purpose: "new exercises")
        let shuffled = kinds.filter { !$0.isEmpty }.map { random.shuffled($0) }
        let longest = shuffled.map(\.count).max() ?? 0
        return (0..<longest).flatMap { place in shuffled.compactMap { place < $0.count ? $0[place] : nil } }
    }
}
