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
    /// The outcome and the count; the exam type is left open for sections.
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
    /// First day of the contract, `yyyy-MM-dd`.
    package var contractFrom: String?
    /// Last day of the contract, `yyyy-MM-dd`.
    package var contractUntil: String?
    /// When it was registered, else when it first handed something in.
    package var knownSince: Timestamp
    package var retiredAt: Timestamp?
}

/// A period's images of one exam type.
package struct PeriodMixPart: Sendable, Hashable {
    package var examType: String?
    /// Images with a level.
    package var graded: Int
    /// Those of level A, B or C among them.
    package var passing: Int
    /// Images that could be read.
    package var readable: Int
}

/// An image with findings that somebody has to look at first.
package struct PeriodUrgent: Sendable, Hashable {
    /// What became of a finding.
    package enum State: Int64, Sendable, Hashable {
        /// No expert has read the image.
        case waiting = 0
        /// An expert has read it, and the finding stands.
        case read = 1
        /// An expert rejected the finding.
        case rejected = 2
    }

    /// The image's number in the store.
    package var image: Int64
    package var code: String
    package var receivedAt: Timestamp
    package var state: State
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
