/// The text of docs/sections.md, made from the catalogue and the rubrics.
package enum SectionsDocument {
    /// The whole document, ending with a line end.
    package static func markdown(of library: RubricLibrary) -> String {
        var lines = [
            "# Exam types and sections · 检查类型与切面",
            "",
            "Made from the catalogue (`Sources/Grading/Catalogue`) and the built-in rubrics; a test compares it with them.",
            "",
            "An exam type is given by its id, either name or an alias, in any case; a section by its id, either name or an "
                + "alias, with or without what stands in brackets, with a running number before it (`03_`) or a copy number "
                + "behind it (`_2`, `(2)`). What is unknown is kept as the clinic's own label.",
            "",
            "## Exam types · 检查类型",
            "",
            "| id | 中文 | English | also · 别名 | rubric |",
            "|---|---|---|---|---|",
        ]
        for type in ExamCatalogue.examTypes {
            let rubric = library.rubric(forExamType: type.id)
            lines.append(
                "| `\(type.id)` | \(type.name.zh) | \(type.name.en) | \(list(type.aliases)) | `\(rubric.id)` |"
            )
        }
        for type in ExamCatalogue.examTypes {
            let rubric = library.rubric(forExamType: type.id)
            let required = rubric.requiredSections[type.id] ?? []
            lines += [
                "", "## \(type.name.zh) · \(type.name.en)", "", "Exam type `\(type.id)`, \(required.count) required.",
            ]
            lines += ["", "| section | 中文 | English | also · 别名 | required · 必查 |", "|---|---|---|---|---|"]
            for section in ExamCatalogue.sections(of: type.id) {
                let mark = required.contains { $0.section == section.id } ? "yes · 是" : ""
                lines.append(
                    "| `\(section.id)` | \(section.name.zh) | \(section.name.en) | \(list(section.aliases)) | \(mark) |"
                )
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}
