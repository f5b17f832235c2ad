/// What a built-in rubric says of itself, known without parsing it.
struct RubricMark: Sendable, Equatable {
    let id: String
    /// The rubric that it extends.
    let parent: String?
    /// The exam types that it serves.
    let examTypes: [String]
}
