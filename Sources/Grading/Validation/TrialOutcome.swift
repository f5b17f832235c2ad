package import Imaging

/// What the first pass said of one picture, as far as validity is concerned.
package struct TrialOutcome: Sendable, Equatable {
    /// 0–100; nil where it was unsure.
    package var score: Double?
    /// nil where it was unsure.
    package var level: Level?
    /// Whether an expert looks.
    package var isForExpert: Bool
    /// Codes of findings above `info`; where it was unsure, only those that say why it could not be graded, such as a photograph
    /// of a screen, for then nothing is said of the technique.
    package var codes: Set<String>
    /// Codes that made it unsure.
    package var reasonsUnsure: Set<String>

    /// Score for comparing: what is unsure lies below every score.
    package var rank: Double { score ?? -1 }

    /// What a grade says.
    package init(_ grade: GradedImage) {
        score = grade.score
        level = grade.level
        isForExpert = grade.triage.route == .review
        let isGraded = grade.status == .graded
        codes = Set(grade.findings.filter { $0.severity > .info }.map(\.code))
        reasonsUnsure = isGraded ? [] : Set(grade.findings.map(\.code))
    }

    /// The outcome of examining a decoded picture anew, finder and all.
    package init(of image: UltrasoundImage, as request: GradeRequest, by rubric: Rubric) {
        self.init(Grader.grade(ImagePipeline.examine(image), as: request, by: rubric))
    }

    /// A known outcome.
    package init(
        score: Double?,
        level: Level? = nil,
        isForExpert: Bool,
        codes: Set<String> = [],
        reasonsUnsure: Set<String> = []
    ) {
        self.score = score
        self.level = level
        self.isForExpert = isForExpert
        self.codes = codes
        self.reasonsUnsure = reasonsUnsure
    }
}
