package import Grading
package import Imaging
internal import Intake
package import Reports

/// A first pass's result as something to look at, whoever asks for it.
package enum DrawnCase {
    /// The findings on the picture, with what the rubric says of them.
    ///
    /// - Parameters:
    ///   - inspection: the picture looked at anew; nil where only what is kept with the grade can be drawn.
    ///   - deadElements: of the transducer that took it; nil where none are known.
    package static func scene(
        of grade: GradedImage,
        by rubric: Rubric,
        inspection: PictureInspection?,
        deadElements: DeviceDropout?
    ) -> FindingScene {
        FindingScene(
            grade,
            texts: texts(of: grade, by: rubric),
            advice: advice(on: grade, by: rubric),
            anatomy: inspection.flatMap { FindingScene.Anatomy($0, of: grade, deadElements: deadElements) }
        )
    }

    /// What a grade's finding codes are called.
    package static func texts(of grade: GradedImage, by rubric: Rubric) -> FindingTexts {
        FindingTexts(
            Dictionary(
                grade.findings.map { ($0.code, FindingWords.text(of: $0.code, rubric: rubric)) },
                uniquingKeysWith: { first, _ in first }
            )
        )
    }

    /// Advice with this picture's numbers, by code.
    package static func advice(on grade: GradedImage, by rubric: Rubric) -> [String: LocalizedText] {
        Dictionary(
            grade.findings.compactMap { finding in rubric.advice(for: finding, on: grade).map { (finding.code, $0) } },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
