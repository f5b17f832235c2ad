package import Grading
package import Store
internal import Synchronization

/// One image on an expert's desk: what may be known of it, what is asked, and the claim under which it lies there.
///
/// The machine's part has no name here: `ReviewDesk.firstPass(of:)` shows it, to be called after the answer.
package struct ReviewCase: Sendable {
    let content: UnclaimedCase
    /// The expert's hold on the image.
    package internal(set) var claim: ClaimRecord
    private let unblinding = Unblinding()

    init(_ content: UnclaimedCase, claim: ClaimRecord) {
        self.content = content
        self.claim = claim
    }

    /// What may be known before the answer.
    package var facts: BlindFacts { content.facts }

    /// What is asked.
    package var sheet: ReviewSheet { content.sheet }

    /// Whether the expert has seen more than the blind view; once it is true it is so for every copy of the case.
    package var wasUnblinded: Bool { unblinding.hasHappened.load(ordering: .acquiring) }

    func noteUnblinded() { unblinding.hasHappened.store(true, ordering: .releasing) }
}

/// Copies of a case share this: who has seen more cannot unsee it.
private final class Unblinding: Sendable {
    let hasHappened = Atomic(false)
}
