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

/// Current images of one section, technician or device that came out alike, counted.
package struct PeriodPartCell: Sendable, Hashable {
    /// The section as labelled, or the code as the clinic writes it; nil where none is named.
    package var part: String?
    /// The outcome and the count; institution and exam type are left open.
    package var cell: PeriodCell
}

/// An institution as reports tell it apart.
package struct PeriodInstitution: Sendable, Hashable {
    /// As displayed.
    package var name: String
    /// As registered; nil where nobody said.
    package var title: String?
    package var isRegistered: Bool
    package var ownership: Ownership?
    /// Six digits of GB/T 2260.
    package var county: String?
}

/// Somebody or something of an institution that has a code.
package struct PeriodEntry: Sendable, Hashable {
    /// As the clinic writes it.
    package var code: String
    package var name: String
}

/// A period's images in groups, its findings and the rubrics that judged.
package struct PeriodCells: Sendable {
    package var images: [PeriodCell]
    /// By code; information left out.
    package var findings: [PeriodFinding]
    package var rubrics: [RubricReference]
}

/// How often a finding stands on current images.
package struct PeriodFinding: Sendable, Hashable {
    package var code: String
    /// The gravest severity that it has anywhere.
    package var gravest: Severity
    /// Images that have it, each counted once.
    package var images: Int

    /// A count.
    package init(code: String, gravest: Severity, images: Int) {
        self.code = code
        self.gravest = gravest
        self.images = images
    }
}

/// One exam of a period.
package struct PeriodExam: Sendable, Hashable {
    /// Its number in the store.
    package var id: Int64
    /// As displayed.
    package var institution: String
    package var isRegistered: Bool
    package var examType: String?
    /// As the clinic writes it.
    package var technician: String?
    /// As the clinic writes it.
    package var device: String?
    /// When its first file was taken in.
    package var receivedAt: Timestamp
    package var isWithdrawn: Bool
    /// From the first receipt to the first answer; nil before it.
    package var turnaroundMilliseconds: Int64?
    /// Sections that its current readable images show, as labelled.
    package var sections: Set<String>
}
