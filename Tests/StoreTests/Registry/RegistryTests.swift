import Grading
import Store
import Testing

@Suite("The registry of people and places")
struct RegistryTests {
    private let home: TestHome
    private let store: Store
    private let county = RegistryReference("County")
    private let zhang = RegistryReference(institution: "County", code: "zhang")

    init() throws {
        home = try TestHome()
        store = try home.open()
        try store.add(InstitutionRecord(code: "County", title: "温江区人民医院"), at: Moments.start)
    }

    private func audited() throws -> [String] {
        try store.auditTail(limit: 99).reversed().map { "\($0.action) \($0.subject)" }
    }

    @Test("What is added is found as it was said, and masked where it has to be; the trail has it and stays sound")
    func added() throws {
        var person = TechnicianRecord(institution: "County", code: "zhang", name: "张𠮷", role: .physician)
        person.identityMasked = "11010519491231002x"
        person.employedFrom = "2024-02-29"
        try store.add(person, at: Moments.later(days: 1))
        try store.add(DeviceRecord(institution: "County", code: "US-1", maker: "迈瑞"), at: Moments.start)
        try store.add(TeacherRecord(id: "chen", name: "陈老师", workplace: "County"), at: Moments.start)
        var expert = ExpertRecord(id: "wang", name: "王", institutions: ["County"], addedAt: Moments.start)
        (expert.title, expert.subjects) = ("主任医师", ["abdomen", "thyroid"])
        try store.add(expert, at: Moments.start)

        let found = try #require(try store.entry(TechnicianRecord.self, zhang))
        #expect(found.name == "张𠮷")
        #expect(found.role == .physician)
        #expect(found.identityMasked == "110***********002X")
        #expect(found.addedAt == Moments.later(days: 1))
        #expect(try store.entry(ExpertRecord.self, RegistryReference("wang")) == expert)
        #expect(try store.entries(DeviceRecord.self, withRetired: false).map(\.maker) == ["迈瑞"])
        let teacher = try #require(try store.entry(TeacherRecord.self, RegistryReference("chen")))
        let place = try #require(try store.entry(InstitutionRecord.self, county))
        #expect(teacher.belongs(to: place))
        #expect(
            try audited() == [
                "institution.added County", "technician.added County/zhang", "device.added County/US-1",
                "teacher.added chen", "expert.added wang",
            ]
        )
        #expect(try store.verifyAudit(vault: home.vault).problems == [])
        #expect(try store.dumpLines().filter { $0.contains("110105194912") } == [])
    }

    @Test("A change is written once, the same again leaves no trace, and nothing changes the key or the moments")
    func changed() throws {
        let change = { (entry: inout InstitutionRecord) throws(RegistryMistake) in
            try entry.set("ownership", to: "民营")
            try entry.set("county", to: "四川省成都市温江区")
            try entry.set("contract_until", to: "2027/3/1")
            entry.retiredAt = Moments.start
        }
        #expect(try store.change(InstitutionRecord.self, county, at: Moments.later(days: 1), change))
        #expect(try !store.change(InstitutionRecord.self, county, at: Moments.later(days: 2), change))
        let entry = try #require(try store.entry(InstitutionRecord.self, county))
        #expect(entry.ownership == .nonPublic)
        #expect(entry.county == "510115")
        #expect(entry.contractUntil == "2027-03-01")
        #expect((entry.addedAt, entry.retiredAt) == (Moments.start, nil))
        #expect(try audited() == ["institution.added County", "institution.changed County"])
    }

    @Test("Retired entries leave the list and can come back; a retired expert's claims are free")
    func retired() throws {
        try store.add(TechnicianRecord(institution: "County", code: "zhang", name: "张"), at: Moments.start)
        #expect(try store.retire(TechnicianRecord.self, zhang, at: Moments.later(days: 1)))
        #expect(try !store.retire(TechnicianRecord.self, zhang, at: Moments.later(days: 2)))
        #expect(try store.entries(TechnicianRecord.self, withRetired: false) == [])
        let retired = try store.entries(TechnicianRecord.self, withRetired: true)
        #expect(retired.map(\.retiredAt) == [Moments.later(days: 1)])
        let again = TechnicianRecord(institution: "County", code: "zhang", name: "张")
        let refusal = #expect(throws: StoreError.self) { try store.add(again, at: Moments.start) }
        #expect(refusal?.code == .denied)
        #expect(refusal?.message.contains("retire --undo") == true)
        #expect(try store.retire(TechnicianRecord.self, zhang, undo: true, at: Moments.later(days: 3)))
        #expect(try store.entries(TechnicianRecord.self, withRetired: false).map(\.retiredAt) == [nil])
        #expect(try audited().suffix(2) == ["technician.retired County/zhang", "technician.reinstated County/zhang"])
        #expect(try store.verifyAudit(vault: home.vault).problems == [])
    }

    @Test(
        "What contradicts the rules is refused with what to write, and nothing is stored",
        arguments: [
            ("name", "", "missing"), ("role", "nurse", "技师"), ("identity", "110105194912310021", "last character"),
            ("identity", "5.10107E+17", "digits"), ("employed_from", "2026-02-30", "2026-03-01"),
            ("employed_until", "2019-01-01", "before"), ("name", "a\u{202E}b", "cannot be seen"),
        ]
    )
    func refused(field: String, text: String, hint: String) throws {
        var person = TechnicianRecord(institution: "County", code: "zhang", name: "张")
        person.employedFrom = "2020-01-01"
        try store.add(person, at: Moments.start)
        let before = try store.entry(TechnicianRecord.self, zhang)
        let error = #expect(throws: StoreError.self) {
            try store.change(TechnicianRecord.self, zhang, at: Moments.start) { (entry) throws(RegistryMistake) in
                try entry.set(field, to: text)
            }
        }
        #expect(error?.code == .refused)
        #expect(error?.message.contains(hint) == true, "\(error?.message ?? "")")
        #expect(try store.entry(TechnicianRecord.self, zhang) == before)
    }

    @Test("Somebody of an institution that nobody knows is a slip; of one that was only seen is not")
    func institutions() throws {
        let slip = TechnicianRecord(institution: "Cuonty", code: "li", name: "李")
        let error = #expect(throws: StoreError.self) { try store.add(slip, at: Moments.start) }
        #expect(error?.message.contains("sonograde institution add Cuonty") == true)
        var drop = Drop("Village")
        try drop.add("1.png", bytes: "1", to: home)
        try drop.commit(to: store)
        try store.add(TechnicianRecord(institution: "Village", code: "li", name: "李"), at: Moments.start)
        #expect(try store.entries(TechnicianRecord.self, withRetired: false).map(\.institution) == ["Village"])
    }

    @Test("Codes that exams name and nobody registered are counted by institution, and go when they are registered")
    func seen() throws {
        for (exam, technician, device) in [("E1", "zhang", "US-1"), ("E2", "zhang", nil), ("E3", nil, "US-1")] {
            var drop = Drop("Village", "20261121_\(exam)_abdomen")
            (drop.metadata.technician, drop.metadata.device) = (technician, device)
            try drop.add("1.png", bytes: exam, to: home)
            try drop.commit(to: store, at: exam == "E1" ? Moments.start : Moments.later(days: 1))
        }
        let people = try store.seenCodes(of: .technician)
        #expect(people.map(\.reference.text) == ["Village/zhang"])
        #expect(people.map(\.exams) == [2])
        #expect(people.map(\.firstReceived) == [Moments.start])
        #expect(people.map(\.lastReceived) == [Moments.later(days: 1)])
        #expect(try store.seenCodes(of: .device).map(\.exams) == [2])
        #expect(try store.seenCodes(of: .institution).map(\.reference.text) == ["Village"])
        try store.add(InstitutionRecord(code: "Village"), at: Moments.later(days: 2))
        try store.add(TechnicianRecord(institution: "Village", code: "zhang", name: "张"), at: Moments.start)
        #expect(try store.seenCodes(of: .institution) == [])
        #expect(try store.seenCodes(of: .technician) == [])
        #expect(try store.entries(InstitutionRecord.self, withRetired: false).map(\.code) == ["County", "Village"])
        #expect(try store.verifyAudit(vault: home.vault).problems == [])
    }

    @Test("An entry that was changed behind the program's back is found")
    func tampered() throws {
        try store.close()
        try home.tamper("UPDATE institution SET ownership = 'public' WHERE name = 'County'")
        let again = try home.open()
        let problems = try again.verifyAudit(vault: home.vault).problems
        #expect(problems.map(\.kind) == [.changedRecord])
    }

    @Test("A contract is in force on both of its ends")
    func contracts() {
        let place = InstitutionRecord(code: "C", contractFrom: "2026-01-01", contractUntil: "2026-12-31")
        #expect(place.contractState(on: "2025-12-31") == .notYet)
        #expect(place.contractState(on: "2026-01-01") == .inForce)
        #expect(place.contractState(on: "2026-12-31") == .inForce)
        #expect(place.contractState(on: "2027-01-01") == .expired)
        #expect(InstitutionRecord(code: "C").contractState(on: "2027-01-01") == .unknown)
    }
}
