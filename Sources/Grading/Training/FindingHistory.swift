/// One exam's images and the findings that count on them.
package struct ExamFindings: Sendable, Hashable {
    /// What people call the exam.
    package var exam: String
    /// Its images that the first pass or an expert judged.
    package var images: Int
    /// The codes on each image that has any, each code once an image.
    package var found: [Set<String>]
    /// Ids of the topics on which whoever made the exam completed a course afterwards: its findings of them count no more.
    package var settledTopics: Set<String>

    /// An exam's findings.
    package init(exam: String, images: Int, found: [Set<String>], settledTopics: Set<String> = []) {
        self.exam = exam
        self.images = images
        self.found = found
        self.settledTopics = settledTopics
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
    /// The courses that the technician completed lately; empty for an institution's history.
    package var completed: [CompletedCourse]

    /// A history.
    package init(
        institution: String,
        technician: String?,
        exams: [ExamFindings],
        unjudged: Int = 0,
        completed: [CompletedCourse] = []
    ) {
        self.unjudged = unjudged
        self.completed = completed
        self.institution = institution
        self.technician = technician
        self.exams = exams
    }

    /// All images.
    package var images: Int { exams.reduce(0) { $0 + $1.images } }

    /// How many images have each code, where it counts (`exams(countingFor:)`).
    package var counts: [String: Int] {
        var counts: [String: Int] = [:]
        for exam in exams {
            let settled = exam.settledTopics
            for codes in exam.found {
                for code in codes {
                    if !settled.isEmpty, let topic = TrainingTopic.mending(code), settled.contains(topic.id) {
                        continue
                    }
                    counts[code, default: 0] += 1
                }
            }
        }
        return counts
    }

    /// The exams of the longest row of consecutive ones that all have a code, where it counts; the latest of equally long
    /// ones.
    package func longestRun(of code: String) -> ArraySlice<ExamFindings> {
        let exams = exams(countingFor: TrainingTopic.mending(code)?.id)
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
