import Store
import Testing

@Suite("Tables of the registry")
struct RegistryImportTests {
    private let home: TestHome
    private let store: Store

    init() throws {
        home = try TestHome()
        store = try home.open()
        try store.add(InstitutionRecord(code: "County"), at: Moments.start)
    }

    private func row(_ line: Int, _ code: String, _ values: [String: String], retired: Bool? = nil) -> RegistryRow {
        let reference = RegistryReference(institution: "County", code: code)
        return RegistryRow(line: line, reference: reference, values: values, isRetired: retired)
    }

    @Test("A table is taken as a whole; again it is as none; a trial says the same and does nothing")
    func taken() throws {
        let rows = [
            row(2, "zhang", ["name": "张", "role": "技师"]), row(3, "li", ["name": "李", "role": "医师"], retired: true),
        ]
        let trial = try store.importEntries(TechnicianRecord.self, rows, isTrial: true, at: Moments.start)
        #expect(trial.added.map(\.code) == ["zhang", "li"])
        #expect(try store.entries(TechnicianRecord.self, withRetired: true) == [])
        let first = try store.importEntries(TechnicianRecord.self, rows, at: Moments.start)
        #expect(first == trial)
        let stored = try store.entries(TechnicianRecord.self, withRetired: true)
        #expect(stored.map(\.name) == ["李", "张"])
        #expect(stored.map(\.role) == [.physician, .technician])
        #expect(stored.map(\.retiredAt) == [Moments.start, nil])
        let entries = try store.auditTail(limit: 99).count
        let second = try store.importEntries(TechnicianRecord.self, rows, at: Moments.later(days: 1))
        #expect((second.added, second.changed, second.unchanged) == ([], [], 2))
        #expect(try store.auditTail(limit: 99).count == entries)
        #expect(try store.entries(TechnicianRecord.self, withRetired: true) == stored)
        #expect(try store.verifyAudit(vault: home.vault).problems == [])
    }

    @Test("A column that is not there leaves its values, an empty cell takes the value away")
    func partly() throws {
        var person = TechnicianRecord(institution: "County", code: "zhang", name: "张", title: "主管技师")
        person.sex = .female
        try store.add(person, at: Moments.start)
        let rows = [row(2, "zhang", ["title": ""])]
        let result = try store.importEntries(TechnicianRecord.self, rows, at: Moments.later(days: 1))
        #expect(result.changed.map(\.text) == ["County/zhang"])
        let entry = try #require(try store.entries(TechnicianRecord.self, withRetired: false).first)
        #expect((entry.name, entry.title, entry.sex) == ("张", nil, .female))
    }

    @Test("Every line with a mistake is named, and then nothing at all is written")
    func refused() throws {
        let rows = [
            row(2, "good", ["name": "好", "role": "technician"]),
            row(3, "bad", ["name": "", "role": "nurse"]),
            row(5, "good", ["name": "又", "role": "technician"]),
            RegistryRow(
                line: 6,
                reference: RegistryReference(institution: "Nowhere", code: "li"),
                values: ["name": "李", "role": "technician"]
            ),
        ]
        let result = try store.importEntries(TechnicianRecord.self, rows, at: Moments.start)
        #expect(result.mistakes.map(\.line) == [3, 3, 5, 6])
        #expect(result.mistakes[2].mistake.message.contains("line 2"))
        #expect((result.added, result.changed) == ([], []))
        #expect(try store.entries(TechnicianRecord.self, withRetired: true) == [])
    }
}
