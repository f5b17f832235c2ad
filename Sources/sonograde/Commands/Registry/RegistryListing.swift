import ArgumentParser
import Foundation
import Grading
import Intake
import Reports
import Store

/// `list`: who is registered, and who is named by exams and is not.
struct RegistryListing<Entry: RegistryEntry>: ParsableCommand {
    static var configuration: CommandConfiguration {
        let isSeen = ![.teacher, .expert].contains(Entry.kind)
        let unregistered = "Codes that exams name and nobody registered follow, with the number of exams.\n\n"
        return CommandConfiguration(
            commandName: "list",
            abstract: "List the \(Entry.kind.rawValue)s" + (isSeen ? ", and codes that nobody registered." : "."),
            discussion: (isSeen ? unregistered : "")
                + "Example:\n  sonograde \(Entry.kind.rawValue) list --with-retired --format csv"
        )
    }

    @OptionGroup var home: HomeOption
    @Flag(name: .customLong("with-retired"), help: "Also retired ones.") var withRetired = false
    @OptionGroup var output: FormatOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        let opened = try OpenHome.forReading(try home.home())
        let clock = ReportClock(zone: opened.settings.timezone)
        let today = clock.time(Timestamp(Date())).date
        let entries = try opened.store.entries(Entry.self, withRetired: withRetired)
        let seen = try opened.store.seenCodes(of: Entry.kind)
        let rows = entries.map { RegistryListRow($0, on: today) } + seen.map { RegistryListRow<Entry>($0) }
        let language = language.language(home: opened.settings.language)
        try RowOutput.write(rows, as: output.format) { rows in
            guard !rows.isEmpty else {
                let verb = "sonograde \(Entry.kind.rawValue) add"
                Terminal.line(language == .zh ? "尚无登记；登记：\(verb)" : "nothing is registered; see: \(verb)")
                return
            }
            var table = TextTable(RegistryListRow<Entry>.titles(language).map { ($0, .left) })
            for row in rows { table.add(row.shown(language)) }
            Terminal.write(table.text(columns: Terminal.columns))
        }
    }
}

/// An entry, or a code that has none, as the command lists it.
struct RegistryListRow<Entry: RegistryEntry>: OutputRow {
    /// Where an entry stands.
    private enum State: String {
        case inService = "in_service"
        case retired
        case notRegistered = "not_registered"

        var title: LocalizedText {
            let isPerson = Entry.kind.isOfPeople
            return switch self {
            case .inService: LocalizedText(zh: isPerson ? "在职" : "在用", en: "in service")
            case .retired: LocalizedText(zh: isPerson ? "已离职" : "已停用", en: "retired")
            case .notRegistered: LocalizedText(zh: "未登记", en: "not registered")
            }
        }
    }

    private let reference: RegistryReference
    private let entry: Entry?
    private let state: State
    private let contract: InstitutionRecord.ContractState?
    private let seen: SeenCode?

    init(_ entry: Entry, on day: String) {
        reference = entry.reference
        self.entry = entry
        state = entry.retiredAt == nil ? .inService : .retired
        contract = (entry as? InstitutionRecord)?.contractState(on: day)
        seen = nil
    }

    init(_ seen: SeenCode) {
        (reference, entry, state, contract) = (seen.reference, nil, .notRegistered, nil)
        self.seen = seen
    }

    private static var keys: [String] {
        switch Entry.kind {
        case .institution: ["code"]
        case .technician, .device: ["institution", "code"]
        case .teacher, .expert: ["id"]
        }
    }

    /// The columns: key, fields, for institutions the county's name and the contract's state, then what the store says.
    static var columns: [String] {
        keys + Entry.fields.map(\.name) + (Entry.kind == .institution ? ["county_name", "contract"] : [])
            + ["state", "added_at", "retired_at", "exams", "last_received"]
    }

    private var countyName: String? {
        (entry as? InstitutionRecord)?.county.flatMap { County.coded($0)?.fullName }
    }

    var cells: [String] {
        let key = (reference.institution.map { [$0] } ?? []) + [reference.code]
        let fields = Entry.fields.map { field in entry.map(field.get) ?? "" }
        let place = Entry.kind == .institution ? [countyName ?? "", contract?.rawValue ?? ""] : []
        let moments = [entry?.addedAt.text, entry?.retiredAt?.text]
        let exams = [seen.map { String($0.exams) }, seen?.lastReceived?.text]
        return key + fields + place + [state.rawValue] + (moments + exams).map { $0 ?? "" }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: ColumnKey.self)
        let lists = Set(Entry.fields.filter(\.isList).map(\.name))
        for (name, cell) in zip(Self.columns, cells) {
            let key = ColumnKey(stringValue: name)
            if lists.contains(name) {
                try container.encode(cell.split(separator: ";").map(String.init), forKey: key)
            } else if name == "exams" {
                try container.encodeIfPresent(seen?.exams, forKey: key)
            } else if !cell.isEmpty {
                try container.encode(cell, forKey: key)
            }
        }
    }

    // MARK: The table for people

    /// The heads of the table's columns.
    static func titles(_ language: Language) -> [String] {
        let isChinese = language == .zh
        let key = isChinese ? "编号" : (keys.count == 2 ? "institution/code" : keys[0])
        let fields = shownFields.map { $0.title[language] }
        let contract = Entry.kind == .institution ? [isChinese ? "合同" : "contract"] : []
        return [key] + fields + contract + [isChinese ? "状态" : "state"]
    }

    /// Contract dates are told by their state, and identity numbers not at all.
    private static var shownFields: [RegistryField<Entry>] {
        Entry.fields.filter { !["contract_from", "contract_until", "identity"].contains($0.name) }
    }

    /// The cells under them.
    func shown(_ language: Language) -> [String] {
        let fields = Self.shownFields.map { field -> String in
            guard let entry else { return "" }
            let text = field.get(entry)
            if field.name == "county" { return countyName ?? text }
            return field.words[text]?[language] ?? text
        }
        let contract = Entry.kind == .institution ? [contract?.title[language] ?? ""] : []
        var state = state.title[language]
        if let seen {
            state += language == .zh ? "（\(seen.exams) 份检查）" : " (\(String.counted(seen.exams, "exam")))"
        }
        return [reference.text] + fields + contract + [state]
    }
}

/// A column's name as a key of JSON.
private struct ColumnKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

extension InstitutionRecord.ContractState {
    /// The word that people read.
    fileprivate var title: LocalizedText {
        switch self {
        case .unknown: LocalizedText(zh: "未登记日期", en: "no dates")
        case .notYet: LocalizedText(zh: "未生效", en: "not yet")
        case .inForce: LocalizedText(zh: "合同期内", en: "in force")
        case .expired: LocalizedText(zh: "已到期", en: "expired")
        }
    }
}
