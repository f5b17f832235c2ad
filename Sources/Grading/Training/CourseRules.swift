/// What a course asks for before somebody has completed it.
///
/// Marks are whole tenths of points, 0–1000; hours are whole tenths of teaching hours (学时).
package struct CourseRules: Sendable, Hashable {
    /// The least share of the hours that has to be attended, 0–100 percent.
    package var attendancePercent: Int
    /// The least theory mark; nil where the course has no theory part.
    package var theoryPass: Int?
    /// The least practical mark; nil where the course has no practical part.
    package var practicalPass: Int?
    /// How often each part may be tried, 1–9.
    package var mostAttempts: Int

    /// What is usual (domain reference §5.2): four fifths of the hours, 60 of 100 points in both parts, three attempts.
    package static let usual = CourseRules(
        attendancePercent: 80,
        theoryPass: 600,
        practicalPass: 600,
        mostAttempts: 3
    )

    /// Rules of a course.
    package init(attendancePercent: Int, theoryPass: Int?, practicalPass: Int?, mostAttempts: Int) {
        self.attendancePercent = attendancePercent
        self.theoryPass = theoryPass
        self.practicalPass = practicalPass
        self.mostAttempts = mostAttempts
    }

    /// The mark that a part has to reach; nil where the course has no such part.
    package func pass(_ part: CoursePart) -> Int? {
        switch part {
        case .theory: theoryPass
        case .practical: practicalPass
        }
    }
}

/// A part of a course's assessment.
package enum CoursePart: String, Sendable, Codable, CaseIterable {
    case theory, practical

    /// What a person calls it.
    package var name: LocalizedText {
        switch self {
        case .theory: LocalizedText(zh: "理论", en: "theory")
        case .practical: LocalizedText(zh: "操作", en: "practical")
        }
    }
}

/// How far somebody has come in a course.
package struct CourseProgress: Sendable, Hashable {
    /// Attended, in tenths of hours.
    package var attended: Int
    /// Hours of the course, in tenths.
    package var hours: Int
    /// Marks of each part in the order of the attempts, in tenths of points.
    package var marks: [CoursePart: [Int]]
    /// Whether the person left the course.
    package var isWithdrawn: Bool

    /// How far somebody has come.
    package init(attended: Int, hours: Int, marks: [CoursePart: [Int]], isWithdrawn: Bool = false) {
        self.attended = attended
        self.hours = hours
        self.marks = marks
        self.isWithdrawn = isWithdrawn
    }

    /// The mark that counts: the best one; nil where there is none.
    package func best(_ part: CoursePart) -> Int? { marks[part]?.max() }
}
