package import Grading

/// Whose images a report is about.
package enum ReportScope: Sendable, Hashable {
    /// One exam, whenever it was received.
    case exam(Int64)
    /// One institution, as displayed.
    case institution(String)
    case network
}

/// From `start`, before `end`; an exam belongs to the period of its first receipt.
package struct ReportPeriod: Sendable, Hashable {
    package var start: Timestamp
    package var end: Timestamp

    /// A half-open span of time.
    package init(from start: Timestamp, to end: Timestamp) {
        self.start = start
        self.end = end
    }
}

/// Counts and sums over current images of exams that are not withdrawn.
package struct ImageTotals: Sendable, Hashable {
    package var images = 0
    package var graded = 0
    package var unsure = 0
    package var unreadable = 0
    package var levels: [Level: Int] = [:]
    package var toReview = 0
    /// Drawn into the random sample.
    package var sampled = 0
    /// Sum of the graded images' scores in tenths: exact, whatever the order.
    package var scoreTenths: Int64 = 0

    /// Mean score 0–100 of the graded images; nil without any.
    package var meanScore: Double? { graded == 0 ? nil : Double(scoreTenths) / 10 / Double(graded) }

    /// Nothing counted yet.
    package init() {}
}

/// How often a finding stands on current images.
package struct FindingCount: Sendable, Hashable {
    package var code: String
    package var severity: Severity
    /// Images that have it.
    package var images: Int
}

/// Times from the first receipt to the first answer.
package struct Turnaround: Sendable, Hashable {
    /// Exams that have an answer.
    package var answered: Int
    /// Exams that wait for their first answer.
    package var waiting: Int
    /// Nearest-rank quantiles in milliseconds; nil without an answered exam.
    package var median: Int64?
    package var p90: Int64?
    package var p95: Int64?
    package var longest: Int64?

    /// Counts with quantiles.
    package init(answered: Int, waiting: Int, median: Int64?, p90: Int64?, p95: Int64?, longest: Int64?) {
        self.answered = answered
        self.waiting = waiting
        self.median = median
        self.p90 = p90
        self.p95 = p95
        self.longest = longest
    }
}

/// The figures of one report.
package struct PeriodReport: Sendable {
    /// Exams that are not withdrawn; only they are in the other figures.
    package var exams = 0
    package var withdrawnExams = 0
    package var examTypes: [String: Int] = [:]
    /// Exams without a type.
    package var examsWithoutType = 0
    package var totals = ImageTotals()
    /// Most frequent first, then by code and severity.
    package var findings: [FindingCount] = []
    package var turnaround: Turnaround
    /// For the network: totals by institution, in byte order of the names; else empty.
    package var institutions: [(institution: FileName, exams: Int, totals: ImageTotals)] = []
}

/// One exam's sections, the input for what is missing.
package struct ExamSections: Sendable, Hashable {
    package var examID: Int64
    package var examType: String?
    /// Section → its best image's score; nil where none of its images has one.
    package var sections: [String: Double?]

    /// An exam's sections.
    package init(examID: Int64, examType: String?, sections: [String: Double?]) {
        self.examID = examID
        self.examType = examType
        self.sections = sections
    }
}
