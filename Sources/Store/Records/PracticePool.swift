package import Grading

/// A stored picture that may be shown for practice.
package struct PracticePicture: Sendable, Hashable {
    package var image: Int64
    package var section: String?
    /// Of the final reading.
    package var level: Level
}

/// What somebody said about the use of a picture for practice.
package struct PracticeRuling: Sendable, Hashable {
    package var id: Int64
    /// Whether the picture is kept out from then on; else it is let in again.
    package var isExcluded: Bool
    package var reason: String
    /// Who said so; nil where nobody was named.
    package var by: String?
    package var at: Timestamp
}

/// A stored picture of practice as those see it who look after it.
package struct PooledPicture: Sendable, Hashable {
    package var image: Int64
    package var institution: String
    package var section: String?
    /// Of the final reading.
    package var level: Level
    package var expert: String
    package var readAt: Timestamp
    /// Number of the final reading; the next page of a list begins before it.
    package var reading: Int64
    package var isExcluded: Bool
    /// Oldest first; the last one counts.
    package var rulings: [PracticeRuling]
    /// How often it was answered in practice, as it is or with a fault put in.
    package var attempts: Int
    /// Of these, rightly.
    package var right: Int
}
