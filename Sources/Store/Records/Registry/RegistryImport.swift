/// One line of a table that is to become an entry.
package struct RegistryRow: Sendable, Hashable {
    /// Where it stands, from 1, for mistakes.
    package var line: Int
    package var reference: RegistryReference
    /// Field names and texts; a field that is not named stays as it is.
    package var values: [String: String]
    /// Whether the entry is to be retired; nil leaves it.
    package var isRetired: Bool?

    /// A line of a table.
    package init(line: Int, reference: RegistryReference, values: [String: String], isRetired: Bool? = nil) {
        self.line = line
        self.reference = reference
        self.values = values
        self.isRetired = isRetired
    }
}

/// What an import did, or why it did nothing.
package struct RegistryImport: Sendable, Hashable {
    /// One thing wrong with one line.
    package struct LineMistake: Sendable, Hashable {
        package var line: Int
        package var mistake: RegistryMistake

        /// Names a mistake of a line.
        package init(line: Int, mistake: RegistryMistake) { (self.line, self.mistake) = (line, mistake) }
    }

    package var added: [RegistryReference] = []
    package var changed: [RegistryReference] = []
    package var unchanged = 0
    /// Every mistake; where there is one, nothing was written.
    package var mistakes: [LineMistake] = []
}

/// A code that exams name and no entry has.
package struct SeenCode: Sendable, Hashable {
    package var reference: RegistryReference
    /// How many exams name it.
    package var exams: Int
    /// When the first and the last of them were received; nil where files came but no exam.
    package var firstReceived: Timestamp?
    package var lastReceived: Timestamp?
}
