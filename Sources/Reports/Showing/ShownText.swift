package import Grading
package import Imaging

/// The legend of a shown picture as lines for a terminal.
package struct ShownText {
    /// A line, and the colour of the number that it begins with.
    package struct Line: Sendable, Equatable {
        /// nil for a line without a number of its own.
        package let number: (value: Int, ink: Ink)?
        /// What stands behind the number, or all of it.
        package let text: String

        package static func == (left: Line, right: Line) -> Bool {
            left.number?.value == right.number?.value && left.number?.ink == right.number?.ink
                && left.text == right.text
        }
    }

    private let shown: ShownPicture
    private let language: Language

    /// A picture's legend in one language.
    package init(_ shown: ShownPicture, language: Language) {
        (self.shown, self.language) = (shown, language)
    }

    /// Name and result.
    package func heading(columns: Int) -> [String] {
        TextLines.broken(ForeignText.visible(shown.name), columns: columns)
            + TextLines.broken(ForeignText.visible(shown.result[language]), columns: columns)
    }

    /// The numbered findings with what to do, and what else is drawn; each at most `columns` wide.
    package func lines(columns: Int) -> [Line] {
        let width = max(10, columns - 4)
        var lines: [Line] = []
        for entry in shown.scene.entries {
            let number = (value: entry.number, ink: entry.ink)
            let words = TextLines.broken(ForeignText.visible(entry.line(language)), columns: width)
            lines += words.enumerated().map { Line(number: $0.offset == 0 ? number : nil, text: $0.element) }
            let advice = TextLines.broken(ForeignText.visible(entry.advice?[language] ?? ""), columns: width - 2)
            lines += advice.enumerated().map { Line(number: nil, text: ($0.offset == 0 ? "→ " : "  ") + $0.element) }
        }
        if lines.isEmpty, shown.grade.status == .graded {
            lines.append(Line(number: nil, text: Word.shownNothing.text[language]))
        }
        for note in notes {
            lines += TextLines.broken(note[language], columns: width).map { Line(number: nil, text: $0) }
        }
        return lines
    }

    /// What is drawn beside findings.
    private var notes: [LocalizedText] { shown.notes.map(\.text) }
}

extension ShownPicture {
    /// What is drawn beside findings, with the sign that stands for it.
    var notes: [(key: LegendEntry.Key, text: LocalizedText)] {
        if !isMarked { return [(.none, Word.shownPlain.text)] }
        if isPolar { return [(.none, Word.shownPolarWhy.text)] }
        return scene.notes
    }
}
