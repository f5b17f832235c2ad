package import Grading

/// One reading of an image by an expert; never changed.
package struct ReviewRecord: Sendable {
    package var id: Int64
    package var image: Int64
    /// 1 for the first reading of the image.
    package var reading: Int
    package var expert: String
    package var claimedAt: Timestamp
    package var at: Timestamp
    /// Whether the expert saw more than the blind view before the answer, or changed an answer after it.
    package var wasUnblinded: Bool
    /// The grade of the machine that was shown afterwards.
    package var machineGradeID: Int64
    /// The dispute that this reading settles.
    package var disputeID: Int64?
    package var grade: ExpertGrade

    /// A reading.
    package init(
        id: Int64,
        image: Int64,
        reading: Int,
        expert: String,
        claimedAt: Timestamp,
        at: Timestamp,
        wasUnblinded: Bool,
        machineGradeID: Int64,
        disputeID: Int64?,
        grade: ExpertGrade
    ) {
        self.id = id
        self.image = image
        self.reading = reading
        self.expert = expert
        self.claimedAt = claimedAt
        self.at = at
        self.wasUnblinded = wasUnblinded
        self.machineGradeID = machineGradeID
        self.disputeID = disputeID
        self.grade = grade
    }
}

/// One reading to be stored.
package struct ReviewCommit: Sendable {
    package var image: Int64
    package var expert: String
    /// The claim under which it was made; nil takes the expert's own, or makes one where the image is free.
    package var claim: Int64?
    package var wasUnblinded: Bool
    /// The grade of the machine that the expert was shown; a commit on another one is refused.
    package var machineGradeID: Int64
    package var grade: ExpertGrade

    /// A reading.
    package init(
        image: Int64,
        expert: String,
        claim: Int64?,
        wasUnblinded: Bool,
        machineGradeID: Int64,
        grade: ExpertGrade
    ) {
        self.image = image
        self.expert = expert
        self.claim = claim
        self.wasUnblinded = wasUnblinded
        self.machineGradeID = machineGradeID
        self.grade = grade
    }
}
