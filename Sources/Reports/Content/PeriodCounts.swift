package import Grading

/// A span of time by the day of receipt.
package struct ReportPeriod: Sendable, Codable, Equatable {
    /// How it is called: `2026-03`.
    package var label: String
    /// First moment that counts.
    package var from: ReportTime
    /// First moment that counts no more.
    package var until: ReportTime
    /// True where it is not over at the moment of the report; nil where it is.
    package var isOpen: Bool?

    enum CodingKeys: String, CodingKey {
        case label, from, until
        case isOpen = "open"
    }

    /// The half-open span `from ..< until`.
    package init(label: String, from: ReportTime, until: ReportTime, isOpen: Bool = false) {
        self.isOpen = isOpen ? true : nil
        self.label = label
        self.from = from
        self.until = until
    }
}

/// How much was handed in and what became of it.
package struct PeriodCounts: Sendable, Codable, Equatable {
    package var exams: Int
    /// Exams that can be checked for missing sections: their type requires some and their images name any.
    package var examsChecked: Int
    /// Of these, exams in which a required section is missing.
    package var examsIncomplete: Int
    /// Exams that the clinic took back; not among `exams`.
    package var examsWithdrawn: Int
    /// Files that count: graded + unsure + unreadable.
    package var images: Int
    package var graded: Int
    package var unsure: Int
    package var unreadable: Int
    /// Images that go to an expert, drawn or flagged.
    package var toReview: Int
    /// Images that the random draw picked, flagged or not.
    package var sampled: Int

    enum CodingKeys: String, CodingKey {
        case exams, images, graded, unsure, unreadable, sampled
        case examsChecked = "exams_checked"
        case examsIncomplete = "exams_incomplete"
        case examsWithdrawn = "exams_withdrawn"
        case toReview = "to_review"
    }

    /// The counts; `images` is the sum of the three kinds.
    package init(
        exams: Int = 0,
        examsChecked: Int = 0,
        examsIncomplete: Int = 0,
        examsWithdrawn: Int = 0,
        graded: Int = 0,
        unsure: Int = 0,
        unreadable: Int = 0,
        toReview: Int = 0,
        sampled: Int = 0
    ) {
        self.exams = exams
        self.examsChecked = examsChecked
        self.examsIncomplete = examsIncomplete
        self.examsWithdrawn = examsWithdrawn
        images = graded + unsure + unreadable
        self.graded = graded
        self.unsure = unsure
        self.unreadable = unreadable
        self.toReview = toReview
        self.sampled = sampled
    }
}

/// Graded images by level.
package struct LevelCounts: Sendable, Codable, Equatable {
    package var a: Int
    package var b: Int
    package var c: Int
    package var d: Int

    enum CodingKeys: String, CodingKey {
        case a = "A"
        case b = "B"
        case c = "C"
        case d = "D"
    }

    /// How many images reached each level.
    package init(a: Int = 0, b: Int = 0, c: Int = 0, d: Int = 0) {
        self.a = a
        self.b = b
        self.c = c
        self.d = d
    }

    /// The count of one level.
    package subscript(_ level: Level) -> Int {
        switch level {
        case .a: a
        case .b: b
        case .c: c
        case .d: d
        }
    }

    /// All graded images.
    package var total: Int { a + b + c + d }

    /// Images of level A, B or C (合格).
    package var passing: Int { a + b + c }
}
