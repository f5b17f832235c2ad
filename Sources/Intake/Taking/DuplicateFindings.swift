internal import Grading
internal import Store

/// What it means for an image that its bytes stand elsewhere too (domain reference §1.19).
enum DuplicateFindings {
    /// The grade that counts: the image's own with the finding that its duplicates add.
    static func apply(
        _ kind: DuplicateKind,
        to own: GradedImage,
        library: RubricLibrary,
        language: Language
    ) -> GradedImage {
        let code: String
        switch kind {
        case .none: return own
        case .sameExam: code = "DUP_SAME_EXAM"
        case .crossPatient: code = "DUP_CROSS_PATIENT"
        }
        let rubric = own.rubric.flatMap { library.rubric(id: $0.id) } ?? library.fallback
        return own.adding([code], by: rubric, language: language)
    }
}
