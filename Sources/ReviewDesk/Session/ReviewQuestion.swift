package import Grading

/// One line of the checklist that takes one answer.
package struct ReviewQuestion: Sendable, Equatable {
    /// `section`, or `section.symmetry`.
    package var key: String
    package var name: LocalizedText
    /// The item that it is a part of, where the item has several.
    package var group: LocalizedText?
    package var isRequired: Bool

    /// The sheet's questions in its order; those that need no answer come last.
    package static func all(of sheet: ReviewSheet) -> [ReviewQuestion] {
        let all = sheet.items.flatMap { item -> [ReviewQuestion] in
            guard !item.criteria.isEmpty else {
                return [
                    ReviewQuestion(key: item.id, name: item.name, group: nil, isRequired: item.isRequired)
                ]
            }
            return zip(item.questions, item.criteria).map { key, criterion in
                ReviewQuestion(key: key, name: criterion.name, group: item.name, isRequired: item.isRequired)
            }
        }
        return all.filter(\.isRequired) + all.filter { !$0.isRequired }
    }
}
