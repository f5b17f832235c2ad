import GRDB

extension Store {
    /// Makes entries of a table's lines: all of them or, where one has a mistake, none.
    ///
    /// Lines that say what is there already change nothing and leave no trace, so that a second import is as none.
    /// - Parameters:
    ///   - rows: The lines; a reference that stands in two of them is a mistake.
    ///   - isTrial: Says what would be done and does nothing.
    package func importEntries<Entry: RegistryEntry>(
        _: Entry.Type,
        _ rows: [RegistryRow],
        isTrial: Bool = false,
        at now: Timestamp
    ) throws(StoreError) -> RegistryImport {
        try writeAudited(at: now) { database, trail in
            var result = RegistryImport()
            var plan: [(entry: Entry, before: Entry?, isRetired: Bool)] = []
            var lines: [RegistryReference: Int] = [:]
            for row in rows {
                let before = try Entry.shelf.find(database, row.reference)
                var entry = before ?? Entry(reference: row.reference)
                if before == nil { entry.addedAt = now }
                var mistakes = entry.take(row.values)
                if let first = lines[row.reference] {
                    mistakes.append(RegistryMistake("\(row.reference.text) stands in line \(first) already"))
                }
                lines[row.reference] = lines[row.reference] ?? row.line
                if mistakes.isEmpty { mistakes = try database.normalise(&entry) }
                result.mistakes += mistakes.map { .init(line: row.line, mistake: $0) }
                plan.append((entry, before, row.isRetired ?? (before?.retiredAt != nil)))
            }
            guard result.mistakes.isEmpty else { return result }
            for (entry, before, isRetired) in plan {
                let turns = isRetired != (before?.retiredAt != nil)
                if before == nil {
                    result.added.append(entry.reference)
                } else if entry != before || turns {
                    result.changed.append(entry.reference)
                } else {
                    result.unchanged += 1
                }
                guard !isTrial else { continue }
                if entry != before { try database.put(entry, before == nil ? "added" : "changed", into: &trail) }
                if turns { try database.setRetired(isRetired, entry, at: now, into: &trail) }
            }
            return result
        }
    }
}

extension RegistryEntry {
    /// Sets fields by their texts; what could not be set.
    fileprivate mutating func take(_ values: [String: String]) -> [RegistryMistake] {
        var mistakes: [RegistryMistake] = []
        for field in Self.fields {
            guard let text = values[field.name] else { continue }
            do throws(RegistryMistake) { try field.set(&self, text) } catch { mistakes.append(error) }
        }
        return mistakes
    }
}
