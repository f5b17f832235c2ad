package import Grading

/// What somebody writes into a course's book about one technician: enrolment, attendance, marks.
package struct CourseEntry: Sendable, Hashable {
    /// A mark to be noted.
    package struct Mark: Sendable, Hashable {
        package var part: CoursePart
        /// Tenths of points, 0–1000.
        package var tenths: Int
        /// From 1; nil for the next one.
        package var attempt: Int?
        /// The day of the assessment, `yyyy-MM-dd`.
        package var day: String
        /// Id of the teacher or expert who gave it; nil where a rule did, or nobody said.
        package var markedBy: String?
        package var source: MarkSource
        /// What it was marked from, such as a paper's number; nil where nobody said.
        package var reference: String?

        /// A mark.
        package init(
            part: CoursePart,
            tenths: Int,
            attempt: Int? = nil,
            day: String,
            markedBy: String? = nil,
            source: MarkSource = .entered,
            reference: String? = nil
        ) {
            self.part = part
            self.tenths = tenths
            self.attempt = attempt
            self.day = day
            self.markedBy = markedBy
            self.source = source
            self.reference = reference
        }
    }

    /// The line of the file it was read from; nil where there is none.
    package var line: Int?
    /// The institution's name, as its inbox folder is called.
    package var institution: String
    /// The technician's code there.
    package var technician: String
    /// Whether a technician who is not enrolled becomes so; else that is refused.
    package var enrols: Bool
    /// Tenths of hours attended, by the session's number; takes the place of what was noted.
    package var attendance: [Int: Int]
    package var marks: [Mark]

    /// `C01/zhang`.
    package var name: String { "\(institution)/\(technician)" }

    /// An entry.
    package init(
        line: Int? = nil,
        institution: String,
        technician: String,
        enrols: Bool = false,
        attendance: [Int: Int] = [:],
        marks: [Mark] = []
    ) {
        self.line = line
        self.institution = institution
        self.technician = technician
        self.enrols = enrols
        self.attendance = attendance
        self.marks = marks
    }
}

/// Where a mark comes from; the raw values are the store's.
package enum MarkSource: String, Sendable, CaseIterable {
    /// A person gave it.
    case entered
    /// A paper of the program, marked by rule.
    case paper
    /// The technician's own images after the course.
    case images
}

/// Why an entry was refused.
package struct CourseEntryProblem: Sendable, Hashable {
    /// As `CourseEntry.line`.
    package var line: Int?
    /// `C01/zhang`.
    package var technician: String
    /// One English line that says what to do.
    package var message: String

    /// A problem.
    package init(line: Int?, technician: String, message: String) {
        self.line = line
        self.technician = technician
        self.message = message
    }
}

/// What became of entries: all of them, or none.
package enum CourseEntryOutcome: Sendable, Hashable {
    /// How many technicians were enrolled, hours of sessions and marks noted, and values that were there already.
    case entered(enrolled: Int, attendance: Int, marks: Int, unchanged: Int)
    /// Nothing was written.
    case refused([CourseEntryProblem])
}

/// A mark as the book has it.
package struct CourseMark: Sendable, Hashable {
    package var id: Int64
    package var part: CoursePart
    /// From 1.
    package var attempt: Int
    /// Tenths of points, 0–1000.
    package var tenths: Int
    /// `yyyy-MM-dd`.
    package var day: String
    package var markedBy: String?
    package var source: MarkSource
    package var reference: String?
    package var markedAt: Timestamp
    /// When and why it was annulled; nil while it stands.
    package var annulledAt: Timestamp?
    package var annulledBecause: String?
}

/// Where an enrolled technician stands in a course.
package struct CourseStanding: Sendable, Hashable {
    package var enrolmentID: Int64
    /// The technician's number in the store.
    package var technicianID: Int64
    /// The institution's name, as its inbox folder is called.
    package var institution: String
    /// The institution's full name; nil where nobody said.
    package var institutionTitle: String?
    /// Its English name; nil where nobody said.
    package var institutionEnglish: String?
    package var code: String
    package var name: String
    /// The same in Latin letters; nil where nobody said.
    package var latinName: String?
    package var role: StaffRole
    /// nil where nobody said.
    package var sex: Sex?
    /// 职称; nil where nobody said.
    package var jobTitle: String?
    package var identityMasked: String?
    package var enrolledAt: Timestamp
    package var withdrawnAt: Timestamp?
    package var withdrawnBecause: String?
    /// Tenths of hours by the session's number.
    package var attendance: [Int: Int]
    /// All marks in the order of part, attempt and time; annulled ones too.
    package var marks: [CourseMark]
    package var progress: CourseProgress
    package var eligibility: Eligibility

    /// `C01/zhang`.
    package var technician: String { "\(institution)/\(code)" }
    /// Hours attended, in tenths.
    package var attended: Int { progress.attended }
    /// The mark that counts, in tenths; nil where there is none.
    package func best(_ part: CoursePart) -> Int? { progress.best(part) }
}

/// A course in somebody's record.
package struct TranscriptCourse: Sendable, Hashable {
    package var course: CourseRecord
    package var standing: CourseStanding
}
