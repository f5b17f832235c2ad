/// Everything that a home remembers, spoken to in verbs of the product.
///
/// The way of an exam through this room:
/// 1. `exam(…)` and `knownImages(…)`: what is there already, for planning.
/// 2. `Vault`: originals to `vault/ab/cd/<sha256>.<ext>`; `appendStage` notes how far the exam has come.
/// 3. `commit`: one transaction an exam; then the inbox files go and `markRemoved` says so.
/// 4. `examsToAnswer`, `examDetail`, `markAnswered`: the outbox.
///
/// All calls are synchronous, block on the disk, and may be made from any thread; writers wait for each other.
package final class Store: Sendable {
    init() {}
}

extension StoreError {
    static let notYet = StoreError(code: .failed, message: "not written yet")
}
