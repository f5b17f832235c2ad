/// One thing that is wrong in a rubric file, with its place.
package struct RubricMistake: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The file's name as the caller gave it.
    package let file: String
    /// Line, from 1.
    package let line: Int
    /// What is wrong and what is allowed, one English line.
    package let message: String

    /// A mistake.
    package init(file: String, line: Int, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    /// `FILE:LINE: message`.
    package var description: String { "\(file):\(line): \(message)" }

    /// By file, then line, then message.
    package static func < (left: Self, right: Self) -> Bool {
        (left.file, left.line, left.message) < (right.file, right.line, right.message)
    }
}

/// Rubrics that cannot be used: all mistakes together.
package struct RubricError: Error, Sendable, Equatable, CustomStringConvertible {
    /// At least one; sorted by file and line, each once.
    package let mistakes: [RubricMistake]

    /// Sorts the mistakes and drops repetitions.
    package init(_ mistakes: some Sequence<RubricMistake>) {
        self.mistakes = Set(mistakes).sorted()
    }

    /// One line a mistake.
    package var description: String { mistakes.map(\.description).joined(separator: "\n") }
}
