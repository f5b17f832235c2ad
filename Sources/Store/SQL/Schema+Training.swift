/// Version 5: courses and what comes of them.
extension Schema {
    /// Courses, enrolments, attendance, marks, papers and exercises.
    static let training: [String] = []
}
