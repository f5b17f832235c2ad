package import Grading
internal import Reports

/// What is said after an answer: right or wrong, the expert's reading, and why.
package struct PracticeFeedback: Sendable {
    private let answer: PracticeAnswer
    private let words: PracticeWords
    private var language: Language { words.language }

    /// Feedback on an answer.
    package init(_ answer: PracticeAnswer, words: PracticeWords) {
        self.answer = answer
        self.words = words
    }

    /// One line a statement; none is broken.
    package func lines(comesAgain day: String? = nil) -> [String] {
        let (key, mark) = (answer.exercise.key, answer.mark)
        var lines = [words.verdict(mark) + (day.map { " · " + words.comesAgain($0) } ?? "")]
        if let reference = key.level, let given = answer.answer.level {
            lines.append(
                words.expertLevel(reference.label(language)) + " · " + words.yourLevel(given.label(language))
            )
        }
        lines.append(words.titled(words.rightAnswer, names(key.expected)))
        if !mark.missed.isEmpty, !mark.hit.isEmpty { lines.append(words.titled(words.missed, names(mark.missed))) }
        if !mark.wrong.isEmpty { lines.append(words.titled(words.wrong, names(mark.wrong))) }
        if let explanation = key.explanation {
            let title = key.expert == nil ? words.whyTitle : words.expertSays
            lines.append(words.titled(title, explanation[language]))
        }
        return lines
    }

    private func names(_ options: [String]) -> String { Self.names(options, of: answer.exercise, language) }

    private static func names(_ options: [String], of exercise: Exercise, _ language: Language) -> String {
        let isTheory = exercise.prompt.kind == .theory
        return options.map { id in
            let text = exercise.prompt.options.first { $0.id == id }?.text[language] ?? id
            return isTheory ? "\(id.uppercased()) \(text)" : text
        }
        .joined(separator: language == .zh ? "；" : "; ")
    }

    /// That an item has no answer, with its key.
    package static func lines(unanswered exercise: Exercise, words: PracticeWords) -> [String] {
        let key = exercise.key
        var lines = [words.unanswered]
        if let level = key.level { lines.append(words.expertLevel(level.label(words.language))) }
        lines.append(words.titled(words.rightAnswer, names(key.expected, of: exercise, words.language)))
        if let explanation = key.explanation {
            let title = key.expert == nil ? words.whyTitle : words.expertSays
            lines.append(words.titled(title, explanation[words.language]))
        }
        return lines
    }
}
