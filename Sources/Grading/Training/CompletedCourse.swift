/// A course that somebody completed.
///
/// What was found on the person's images before its end is what the course was for: it does not ask for the same again.
package struct CompletedCourse: Sendable, Hashable {
    /// The course's id, such as `T01A`.
    package var id: String
    /// Ids of `TrainingTopic`.
    package var topics: [String]
    /// First day, `yyyy-MM-dd`.
    package var startsOn: String
    /// Last day, `yyyy-MM-dd`.
    package var endsOn: String

    /// A course.
    package init(id: String, topics: [String], startsOn: String, endsOn: String) {
        self.id = id
        self.topics = topics
        self.startsOn = startsOn
        self.endsOn = endsOn
    }
}

extension FindingHistory {
    /// The last course on a topic that the technician completed; nil where there is none, and of an institution.
    package func lastCourse(on topic: String) -> CompletedCourse? {
        completed.filter { $0.topics.contains(topic) }.max { ($0.endsOn, $0.id) < ($1.endsOn, $1.id) }
    }

    /// The exams whose findings of a topic count: all but those before the end of a course on it that whoever made them
    /// completed; all for a topic that is nil.
    package func exams(countingFor topic: String?) -> [ExamFindings] {
        guard let topic else { return exams }
        return exams.filter { !$0.settledTopics.contains(topic) }
    }
}

/// A topic that a technician was taught, and the images since.
package struct TaughtTopic: Sendable, Hashable {
    /// The topic's id.
    package var topic: String
    /// The last course on it that was completed.
    package var course: CompletedCourse
    /// Images since the course's end.
    package var images: Int
    /// Those of them with any finding of the topic.
    package var affected: Int

    /// The topics of a history's courses, by id.
    package static func all(in history: FindingHistory) -> [TaughtTopic] {
        TrainingTopic.all.compactMap { topic in
            guard let course = history.lastCourse(on: topic.id) else { return nil }
            let exams = history.exams(countingFor: topic.id)
            let codes = Set(topic.codes)
            return TaughtTopic(
                topic: topic.id,
                course: course,
                images: exams.reduce(0) { $0 + $1.images },
                affected: exams.reduce(0) { $0 + $1.count(anyOf: codes) }
            )
        }
    }
}
