/// One exam's images and the findings that count on them.
package struct ExamFindings: Sendable, Hashable {
    /// What people call the exam.
    package var exam: String
    /// Its images that the first pass or an expert judged.
    package var images: Int
    /// The codes on each image that has any, each code once an image.
    package var found: [Set<String>]

    /// An exam's findings.
    package init(exam: String, images: Int, found: [Set<String>]) {
        self.exam = exam
        self.images = images
        self.found = found
    }

    /// How many images have a code.
    package func count(_ code: String) -> Int { found.count { $0.contains(code) } }

    /// How many images have at least one of some codes.
    package func count(anyOf codes: Set<String>) -> Int { found.count { !$0.isDisjoint(with: codes) } }
}

/// What was found on the images of a technician, or of an institution as a whole, over some time.
package struct FindingHistory: Sendable, Hashable {
    /// The institution's name.
    package var institution: String
    /// The technician's code; nil where it is the institution's history.
    package var technician: String?
    /// Oldest first; exams without a judged image are left out.
    package var exams: [ExamFindings]
    /// Images that could not be read or judged; they count nowhere.
    package var unjudged: Int

    /// A history.
    package init(institution: String, technician: String?, exams: [ExamFindings], unjudged: Int = 0) {
        self.unjudged = unjudged
        self.institution = institution
        self.technician = technician
        self.exams = exams
    }

    /// All images.
    package var images: Int { exams.reduce(0) { $0 + $1.images } }

    /// How many images have each code.
    package var counts: [String: Int] {
        var counts: [String: Int] = [:]
        for exam in exams { for codes in exam.found { for code in codes { counts[code, default: 0] += 1 } } }
        return counts
    }

    /// The exams of the longest row of consecutive ones that all have a code; the latest of equally long ones.
    package func longestRun(of code: String) -> ArraySlice<ExamFindings> {
        var longest = exams[0..<0]
        var start = 0
        for (index, exam) in exams.enumerated() {
            guard exam.count(code) > 0 else {
                start = index + 1
                continue
            }
            if index + 1 - start >= longest.count { longest = exams[start...index] }
        }
        return longest
    }
}
