package import Grading
package import Store

/// A paper under the keys: the items, what is chosen, and the clock as an argument.
///
/// Pure, as `ExerciseSession` is. The moments are milliseconds since 1970, handed in by whoever drives it.
package struct PaperSession: Sendable, Equatable {
    /// What the driver has to do.
    package enum Effect: Sendable, Equatable {
        /// Keep this answer to an item, 1 … items.
        case save(item: Int, ExerciseAnswer)
        case handIn
        case openViewer
        case leave
    }

    /// What the keys mean at the moment.
    package enum Mode: Sendable, Equatable {
        case answering
        /// Asks before the paper is handed in.
        case handingIn
        /// Asks before the screen is left; the time runs on.
        case leaving
    }

    package let language: Language
    package private(set) var items: [ExerciseSession]
    /// The item on the screen, 0 … items − 1.
    package private(set) var current = 0
    package private(set) var mode = Mode.answering
    /// When the paper is over.
    package let deadline: Int64
    /// Answers as they were last kept, by item from 1.
    private var kept: [Int: ExerciseAnswer]

    /// A paper that begins or goes on: on the first item without an answer.
    package init(_ record: PaperRecord, language: Language) {
        self.language = language
        deadline = record.deadline.milliseconds
        kept = record.answers
        items = record.paper.items.enumerated().map { index, item in
            ExerciseSession(item.prompt, given: record.answers[index + 1], language: language)
        }
        current = items.indices.first { kept[$0 + 1] == nil } ?? 0
    }

    /// The item on the screen.
    package var item: ExerciseSession { items[current] }
    /// Items without an answer.
    package var open: Int { items.indices.count { kept[$0 + 1] == nil && items[$0].answer == nil } }
    /// Whether the item has an answer that is kept.
    package func isKept(_ index: Int) -> Bool { kept[index + 1] != nil }

    /// Milliseconds that are left, never below 0.
    package func left(at now: Int64) -> Int64 { max(0, deadline - now) }
    /// Whether the time is over.
    package func isOver(at now: Int64) -> Bool { now >= deadline }

    /// What has to be kept of the item on the screen; called when it is left and when nothing was pressed for a while, so
    /// that the end of the time takes nothing away.
    package mutating func unsaved() -> [Effect] {
        guard let answer = item.answer, kept[current + 1] != answer else { return [] }
        return [.save(item: current + 1, answer)]
    }

    /// The answer is kept now.
    package mutating func saved(item: Int, _ answer: ExerciseAnswer) { kept[item] = answer }

    /// Shows a line about something that failed.
    package mutating func failed(_ text: String) { items[current].failed(text) }

    /// Does what a key says; what the driver has to do is given back, in order.
    package mutating func press(_ key: ReviewKey) -> [Effect] {
        let key = key.narrowed
        switch mode {
        case .handingIn:
            mode = .answering
            return key == .character("y") ? unsaved() + [.handIn] : []
        case .leaving:
            mode = .answering
            return key == .character("y") ? unsaved() + [.leave] : []
        case .answering: break
        }
        if items[current].showsHelp {
            items[current].showsHelp = false
            return []
        }
        items[current].notice = nil
        switch key {
        case .character("?"): items[current].showsHelp = true
        case .character("o"): return item.prompt.kind == .theory ? [] : [.openViewer]
        case .character("z"): if item.prompt.kind != .theory { items[current].isZoomed.toggle() }
        case .character("h"): mode = .handingIn
        case .character("q"), .escape: mode = .leaving
        case .enter:
            guard item.answer != nil else {
                items[current].notice = PracticeWords(language).missing(chosen: item.chosen, level: item.level)
                return []
            }
            let effects = unsaved()
            // The next one without an answer; after the last one the question whether to hand in.
            let rest = Array(current + 1..<items.count) + Array(0..<current)
            if let next = rest.first(where: { items[$0].answer == nil }) { current = next } else { mode = .handingIn }
            return effects
        case .left, .pageUp, .character("p"): return move(to: current - 1)
        case .right, .pageDown, .character("n"): return move(to: current + 1)
        case .home: return move(to: 0)
        case .end: return move(to: items.count - 1)
        default: items[current].choose(key)
        }
        return []
    }

    private mutating func move(to index: Int) -> [Effect] {
        guard items.indices.contains(index) else { return [] }
        let effects = unsaved()
        current = index
        return effects
    }
}
