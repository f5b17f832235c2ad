/// An expert's hold on an image for a time.
package struct ClaimRecord: Sendable, Hashable {
    /// Grows by one with each claim of the store.
    package var id: Int64
    package var image: Int64
    package var expert: String
    package var at: Timestamp
    /// When it runs out by itself.
    package var until: Timestamp

    /// A claim.
    package init(id: Int64, image: Int64, expert: String, at: Timestamp, until: Timestamp) {
        self.id = id
        self.image = image
        self.expert = expert
        self.at = at
        self.until = until
    }
}
