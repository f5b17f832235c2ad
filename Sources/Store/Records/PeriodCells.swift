package import Grading

/// Current images of one institution and exam type that came out alike, counted.
package struct PeriodCell: Sendable, Hashable {
    /// As displayed.
    package var institution: String
    package var examType: String?
    package var status: GradedImage.Status
    package var level: Level?
    /// The score in tenths; nil where there is none.
    package var scoreTenths: Int?
    package var route: Triage.Route
    /// Drawn into the random sample.
    package var isSampled: Bool
    package var count: Int
}

/// A period's images in groups, its findings and the rubrics that judged.
package struct PeriodCells: Sendable {
    package var images: [PeriodCell]
    /// Each code once with its gravest severity, by code; `info` left out.
    package var findings: [(code: String, severity: Severity, images: Int)]
    package var rubrics: [RubricReference]
}

/// One exam of a period.
package struct PeriodExam: Sendable, Hashable {
    /// As displayed.
    package var institution: String
    package var isRegistered: Bool
    package var examType: String?
    package var isWithdrawn: Bool
    /// From the first receipt to the first answer; nil before it.
    package var turnaroundMilliseconds: Int64?
    /// Sections that its current readable images show, as labelled.
    package var sections: Set<String>
}
