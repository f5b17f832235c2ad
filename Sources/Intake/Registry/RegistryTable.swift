package import Grading
package import Reports
package import Store

/// Entries of the registry as a table that spreadsheets open, and back.
package enum RegistryTable<Entry: RegistryEntry> {
    /// What a table says, before the store has looked at it.
    package struct Reading: Sendable {
        package var rows: [RegistryRow]
        /// Lines that have no key, and so on; the store finds the rest.
        package var mistakes: [RegistryImport.LineMistake]
    }

    /// The columns that name an entry.
    private static var keys: [CSVColumn] {
        switch Entry.kind {
        case .institution: [column("code", "机构编号", "code of the institution: its inbox folder's name")]
        case .technician, .device:
            [
                column("institution", "机构编号", "code of the institution"),
                column("code", Entry.kind == .device ? "设备编号" : "人员编号", "code, as exams name it"),
            ]
        case .teacher: [column("id", "师资编号", "id of the teacher")]
        case .expert: [column("id", "专家编号", "id of the expert")]
        }
    }

    private static var yesWord: LocalizedText { LocalizedText(zh: "是", en: "yes") }
    private static var noWord: LocalizedText { LocalizedText(zh: "否", en: "no") }

    private static var retired: CSVColumn { column("retired", "已停用", "yes where the entry is retired, else no") }

    /// All columns in their order: the key, what people fill in, and whether it is retired.
    package static var columns: [CSVColumn] {
        keys + Entry.fields.map { CSVColumn(name: $0.name, meaning: $0.title) } + [retired]
    }

    /// The table of entries, as `read` takes it back: heads and the words of fixed lists in a language.
    package static func text(of entries: [Entry], language: Language) -> String {
        var document = CSVDocument(
            columns: columns.map { column in
                language == .zh ? CSVColumn(name: column.meaning.zh, meaning: column.meaning) : column
            }
        )
        for entry in entries {
            let key = (entry.reference.institution.map { [$0] } ?? []) + [entry.reference.code]
            document.add(
                key.map { .text($0) }
                    + Entry.fields.map { field in
                        let text = field.get(entry)
                        return .text(language == .zh ? field.words[text]?.zh ?? text : text)
                    }
                    + [.plain(entry.retiredAt == nil ? noWord[language] : yesWord[language])]
            )
        }
        return document.text
    }

    /// Reads a table; the head may name its columns in English as `text(of:)` does, or in Chinese.
    ///
    /// The key's columns have to be there, or for technicians and devices one with both as `list` shows them (`C01/zhang`
    /// under 编号); a column that is not leaves what it would say. Throws a mistake of the head.
    package static func read(_ text: String) throws(RegistryMistake) -> Reading {
        let table = CSVTable.rows(text)
        guard let head = table.first else { throw RegistryMistake("the table is empty") }
        let places = try columnPlaces(head.cells)
        var reading = Reading(rows: [], mistakes: [])
        for row in table.dropFirst() where row.cells.contains(where: { !$0.allSatisfy(\.isWhitespace) }) {
            do throws(RegistryMistake) {
                reading.rows.append(try line(row, places))
            } catch {
                reading.mistakes.append(RegistryImport.LineMistake(line: row.line, mistake: error))
            }
        }
        return reading
    }

    /// Which column stands where.
    private static func columnPlaces(_ head: [String]) throws(RegistryMistake) -> [String: Int] {
        let known = columns
        var places: [String: Int] = [:]
        for (place, cell) in head.enumerated() {
            let name = cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if name.isEmpty { continue }
            let plain = name.lowercased()
            let isListed = name == "编号" || plain == "institution/code"
            let column =
                isListed
                ? keys.last
                : known.first { $0.name == plain || $0.meaning.zh == name || $0.meaning.en.lowercased() == plain }
            guard let column else {
                let names = known.map { "\($0.name) (\($0.meaning.zh))" }.joined(separator: ", ")
                throw RegistryMistake("line 1: no column is called \(name); known: \(names)")
            }
            guard places.updateValue(place, forKey: column.name) == nil else {
                throw RegistryMistake("line 1: the column \(column.name) is there twice")
            }
        }
        // `C01/zhang` in one column says both.
        let needed = keys.count == 2 && places[keys[1].name] != nil ? keys.suffix(1) : keys[...]
        for key in needed where places[key.name] == nil {
            throw RegistryMistake("line 1: the column \(key.name) (\(key.meaning.zh)) is missing")
        }
        return places
    }

    private static func line(
        _ row: CSVTable.Row,
        _ places: [String: Int]
    ) throws(RegistryMistake) -> RegistryRow {
        guard row.cells.count <= (places.values.max() ?? 0) + 1 || row.cells.last?.isEmpty == true else {
            throw RegistryMistake("has more cells than the first line; put quotes around a text with a comma")
        }
        var values: [String: String] = [:]
        for (name, place) in places {
            let cell = row.cells.indices.contains(place) ? row.cells[place] : ""
            values[name] = CSVTable.cell(cell)
        }
        var key = keys.map { values.removeValue(forKey: $0.name) ?? "" }
        if keys.count == 2, places[keys[0].name] == nil, !key[1].isEmpty {
            guard let both = RegistryReference(institutionAndCode: key[1]), let institution = both.institution else {
                throw RegistryMistake(
                    field: keys[1].name,
                    "\(key[1]) names no institution; write INSTITUTION/CODE (\(Entry.kind == .device ? "C01/US-1" : "C01/zhang")), "
                        + "or add the column institution (机构编号)"
                )
            }
            key = [institution, both.code]
        }
        for (column, text) in zip(keys, key) where text.isEmpty {
            throw RegistryMistake(field: column.name, "is missing")
        }
        var isRetired: Bool?
        switch values.removeValue(forKey: retired.name)?.lowercased() ?? "" {
        case "": break
        case "yes", "是", "1", "true": isRetired = true
        case "no", "否", "0", "false": isRetired = false
        case let other: throw RegistryMistake(field: retired.name, "\(other) is neither yes (是) nor no (否)")
        }
        let reference =
            key.count == 2 ? RegistryReference(institution: key[0], code: key[1]) : RegistryReference(key[0])
        return RegistryRow(line: row.line, reference: reference, values: values, isRetired: isRetired)
    }

    private static func column(_ name: String, _ zh: String, _ en: String) -> CSVColumn {
        CSVColumn(name: name, meaning: LocalizedText(zh: zh, en: en))
    }
}
