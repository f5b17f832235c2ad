package import Grading
package import Reports

/// Sections by the names that people read.
package enum SectionNames {
    /// A grade's section; nil when nobody said which it is.
    package static func reference(_ id: String?) -> SectionReference? { id.map { reference(of: $0) } }

    /// The id of a section that somebody names by id, name or another spelling; what is not known stays as it is.
    ///
    /// - Parameter examType: settles a name that several exam types have.
    package static func id(of text: String, examType: String? = nil) -> String {
        ExamCatalogue.label(text, examType: examType).text ?? text
    }

    /// A section id with its names, or a clinic's own label without.
    package static func reference(of id: String) -> SectionReference {
        SectionReference(id: id, name: ExamCatalogue.section(id: id)?.name)
    }
}

/// Findings in words, both languages.
package enum FindingWords {
    /// Titles and advice of all codes on some grades, as the rubrics that judged them say it.
    package static func texts(of grades: [GradedImage], library: RubricLibrary) -> FindingTexts {
        var byCode: [String: FindingTexts.Text] = [:]
        for grade in grades {
            let rubric = grade.rubric.flatMap { library.rubric(id: $0.id) } ?? library.fallback
            for finding in grade.findings where byCode[finding.code] == nil {
                byCode[finding.code] = text(of: finding.code, rubric: rubric)
            }
        }
        return FindingTexts(byCode)
    }

    /// The advice of a grade's findings with this picture's numbers, in both languages.
    package static func advice(on grade: GradedImage, library: RubricLibrary) -> [String: LocalizedText] {
        let rubric = grade.rubric.flatMap { library.rubric(id: $0.id) } ?? library.fallback
        return Dictionary(
            grade.findings.compactMap { finding in
                rubric.advice(for: finding, on: grade).map { (finding.code, $0) }
            },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Title and advice of one code by a rubric.
    package static func text(of code: String, rubric: Rubric) -> FindingTexts.Text {
        FindingTexts.Text(
            title: FindingCode.named(code)?.name ?? LocalizedText(zh: code, en: code),
            advice: rubric.advice[code]
        )
    }
}
