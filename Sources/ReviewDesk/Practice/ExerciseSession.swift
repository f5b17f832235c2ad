package import Grading

/// One exercise under the keys: a state, and what each key makes of it.
///
/// Pure: no terminal, no store, no clock. Whoever drives it hands in keys, does what the effects say, and hands the outcome
/// back in. The screen is drawn from it by `ExerciseScreen`.
package struct ExerciseSession: Sendable, Equatable {
    /// What the driver has to do.
    package enum Effect: Sendable, Equatable {
        /// Mark this answer; it fits the exercise.
        case submit(ExerciseAnswer)
        /// Go on to the next exercise.
        case next
        case openViewer
        case leave
    }

    package let language: Language
    package let prompt: ExercisePrompt
    /// Option ids in the prompt's order.
    package internal(set) var chosen: [String] = []
    package internal(set) var level: Level?
    /// The option under the cursor.
    package internal(set) var cursor = 0
    /// The answer with its key; nil before it was given.
    package private(set) var answered: PracticeAnswer?
    /// When the card comes again; nil before the answer.
    package private(set) var dueOn: String?
    package internal(set) var showsHelp = false
    /// The picture takes the whole screen.
    package internal(set) var isZoomed = false
    /// After the answer: the picture is shown without the fault that was put in.
    package private(set) var showsUntouched = false
    /// What was wrong with the last key.
    package internal(set) var notice: String?

    /// An exercise that begins; an answer that was given before is shown again.
    package init(_ prompt: ExercisePrompt, given: ExerciseAnswer? = nil, language: Language) {
        self.prompt = prompt
        self.language = language
        chosen = given?.chosen ?? []
        level = given?.level
    }

    private var words: PracticeWords { PracticeWords(language) }

    /// What is chosen at the moment as an answer; nil while it does not fit the exercise.
    package var answer: ExerciseAnswer? {
        try? ExerciseAnswer(chosen: chosen, level: level).checked(against: prompt)
    }

    /// Takes the outcome in: the key is shown from now on.
    package mutating func outcome(_ outcome: PracticeDesk.Outcome) {
        answered = outcome.answer
        dueOn = outcome.dueOn
        notice = nil
    }

    /// Shows a line about something that failed.
    package mutating func failed(_ text: String) { notice = text }

    /// Does what a key says; what the driver has to do is given back, in order.
    package mutating func press(_ key: ReviewKey) -> [Effect] {
        let key = key.narrowed
        notice = nil
        if showsHelp {
            showsHelp = false
            return []
        }
        switch key {
        case .character("?"): showsHelp = true
        case .character("o"): return prompt.kind == .theory ? [] : [.openViewer]
        case .character("z"): if prompt.kind != .theory { isZoomed.toggle() }
        case .character("u") where answered != nil && prompt.kind.hasUntouched: showsUntouched.toggle()
        case .character("q"),
            .escape where isZoomed == false:
            return [.leave]
        case .escape: isZoomed = false
        case .enter where answered != nil, .character(" ") where answered != nil, .right where answered != nil:
            return [.next]
        case .enter: return submitted()
        case _ where answered == nil: choose(key)
        default: break
        }
        return []
    }

    private mutating func submitted() -> [Effect] {
        if let answer { return [.submit(answer)] }
        notice = words.missing(chosen: chosen, level: level)
        return []
    }

    /// Moves the cursor, chooses an option or a level.
    mutating func choose(_ key: ReviewKey) {
        let options = prompt.options
        switch key {
        case .up: cursor = max(0, cursor - 1)
        case .down: cursor = min(options.count - 1, cursor + 1)
        case .character(" "): toggle(cursor)
        case .character(let character):
            if let digit = character.wholeNumberValue {
                toggle(digit - 1)
            } else if let letter = character.lowercased().first, let place = "abcdef".firstIndex(of: letter) {
                let index = "abcdef".distance(from: "abcdef".startIndex, to: place)
                if prompt.kind == .theory {
                    toggle(index)
                } else if prompt.asksLevel, index < Level.allCases.count {
                    level = Level.allCases[index]
                }
            }
        default: break
        }
    }

    private mutating func toggle(_ index: Int) {
        guard prompt.options.indices.contains(index) else { return }
        cursor = index
        let id = prompt.options[index].id
        let none = ExercisePrompt.none.id
        if !prompt.takesSeveral {
            chosen = [id]
        } else if chosen.contains(id) {
            chosen.removeAll { $0 == id }
        } else {
            // "Nothing is wrong" and a fault exclude each other.
            var all = id == none ? [id] : chosen + [id]
            if id != none { all.removeAll { $0 == none } }
            chosen = prompt.options.map(\.id).filter(all.contains)
        }
    }
}
