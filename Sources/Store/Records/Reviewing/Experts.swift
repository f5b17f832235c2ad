/// Somebody who may review.
package struct ExpertRecord: Sendable, Hashable {
    /// What `--expert` says.
    package var id: String
    package var name: String
    /// Names of the institutions whose images this expert never gets.
    package var institutions: [String]
    package var addedAt: Timestamp
    /// Since when the expert takes no more work; nil while active.
    package var retiredAt: Timestamp?
    /// 职称, such as 主任医师.
    package var title: String?
    /// What the expert knows best: exam types or words.
    package var subjects: [String] = []

    /// An entry of the roster.
    package init(id: String, name: String, institutions: [String], addedAt: Timestamp, retiredAt: Timestamp? = nil) {
        self.id = id
        self.name = name
        self.institutions = institutions
        self.addedAt = addedAt
        self.retiredAt = retiredAt
    }
}

/// Whether somebody may review in this home.
package enum ExpertStanding: Sendable, Hashable {
    /// On the roster and active.
    case onRoster(ExpertRecord)
    /// The home has no roster: anybody may.
    case noRoster
}
