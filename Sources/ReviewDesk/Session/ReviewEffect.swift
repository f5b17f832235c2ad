package import Grading

/// What the state machine asks of whoever drives it.
package enum ReviewEffect: Sendable, Equatable {
    /// Work out the result of the answers, then `judged` or `refused`.
    case judge
    /// Store the reading; the case is over when it is stored.
    case store
    /// Give the image back for a reason, and never bring it to this expert unasked again.
    case skip(reason: String)
    /// Note in the audit trail that the whole picture is seen, then `wholePictureShown`.
    case showWhole
    /// Hand the picture to the desktop's viewer.
    case openViewer
    /// End; the claim is given back or kept.
    case leave(keepingClaim: Bool)
    /// Try to hold the image again, then `held` or `lost`.
    case claimAgain
}

/// Machine's and expert's result side by side, shown after the answers.
package struct SessionResult: Sendable, Equatable {
    package var machine: GradedImage
    package var expert: ExpertGrade
    /// The way to the machine's score; nil where nobody worked it out.
    package var explanation: GradeExplanation?

    /// Both results.
    package init(machine: GradedImage, expert: ExpertGrade, explanation: GradeExplanation? = nil) {
        self.machine = machine
        self.expert = expert
        self.explanation = explanation
    }
}
