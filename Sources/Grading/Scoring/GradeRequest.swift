/// Which picture is graded, and in which words.
package struct GradeRequest: Sendable, Equatable {
    /// The path as the user gave it joined with the rest.
    package var path: String
    /// Base64 of the raw path bytes; only where they are not UTF-8.
    package var pathRaw: String?
    /// SHA-256 of the file's bytes, hexadecimal.
    package var sha256: String?
    /// Section id, the clinic's own label, or nil.
    package var section: String?
    /// Exam type id; nil or unknown where nobody said.
    package var examType: String?
    /// The language of the advice.
    package var language: Language
    /// Version of the program.
    package var program: String?
    /// What the picture's device, preset and section usually show; nil where that is not known.
    package var baseline: Baseline?

    /// A request.
    package init(
        path: String,
        pathRaw: String? = nil,
        sha256: String? = nil,
        section: String? = nil,
        examType: String? = nil,
        language: Language = .zh,
        program: String? = nil,
        baseline: Baseline? = nil
    ) {
        self.path = path
        self.pathRaw = pathRaw
        self.sha256 = sha256
        self.section = section
        self.examType = examType
        self.language = language
        self.program = program
        self.baseline = baseline
    }
}
