import GRDB

/// Where and how the store keeps entries of a kind.
package struct RegistryShelf<Entry: RegistryEntry>: Sendable {
    /// The entry of a reference, retired or not.
    let find: @Sendable (Database, RegistryReference) throws -> Entry?
    /// All entries by reference.
    let all: @Sendable (Database) throws -> [Entry]
    /// Adds the entry or writes over the one of the same reference.
    let write: @Sendable (Database, Entry) throws -> Void
    /// What the audit trail calls the entry's record.
    let record: @Sendable (Database, RegistryReference) throws -> AuditedRecord
    /// What only the store knows to be wrong with an entry.
    let mistakes: @Sendable (Database, Entry) throws -> [RegistryMistake]
    /// What else happens when an entry is retired.
    let retired: @Sendable (Database, Entry, Timestamp) throws -> Void

    /// A shelf; what is not said never happens.
    init(
        find: @escaping @Sendable (Database, RegistryReference) throws -> Entry?,
        all: @escaping @Sendable (Database) throws -> [Entry],
        write: @escaping @Sendable (Database, Entry) throws -> Void,
        record: @escaping @Sendable (Database, RegistryReference) throws -> AuditedRecord,
        mistakes: @escaping @Sendable (Database, Entry) throws -> [RegistryMistake] = { _, _ in [] },
        retired: @escaping @Sendable (Database, Entry, Timestamp) throws -> Void = { _, _, _ in }
    ) {
        self.find = find
        self.all = all
        self.write = write
        self.record = record
        self.mistakes = mistakes
        self.retired = retired
    }
}
