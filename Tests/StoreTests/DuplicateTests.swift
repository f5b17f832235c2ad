import Grading
import Store
import Testing

@Suite("Duplicates")
struct DuplicateTests {
    let home: TestHome
    let store: Store

    init() throws {
        home = try TestHome()
        store = try home.open()
    }

    private func drop(_ folder: String, _ names: [String], pseudonym: String?, in institution: String = "County") throws
        -> Drop
    {
        var drop = Drop(institution, folder)
        for name in names { try drop.add(name, bytes: "the same picture", to: home) }
        drop.metadata.pseudonym = pseudonym
        return drop
    }

    private func kinds(_ exam: Int64) throws -> [DuplicateKind] { try store.examDetail(exam).images.map(\.duplicate) }

    @Test("Twice in one exam marks both images; neither is overwritten")
    func sameExam() throws {
        let outcome = try drop("20261121_E1", ["a.png", "b.png"], pseudonym: nil).commit(to: store)
        #expect(try kinds(outcome.examID) == [.sameExam, .sameExam])
        let images = try store.examDetail(outcome.examID).images
        #expect(images.allSatisfy { $0.grade.findings.map(\.code) == ["DUP_SAME_EXAM"] })
        #expect(images.allSatisfy { $0.ownGrade.findings.isEmpty })
    }

    @Test("In exams of two patients both sides are marked, and the earlier one is answered again")
    func twoPatients() throws {
        let first = try drop("20261121_E1", ["a.png"], pseudonym: "P1").commit(to: store)
        try store.answerAll()
        let second = try drop("20261121_E2", ["b.png"], pseudonym: "P2").commit(to: store)
        #expect(second.otherExams == [first.examID])
        #expect(try kinds(first.examID) == [.crossPatient])
        #expect(try kinds(second.examID) == [.crossPatient])
        #expect(try store.examDetail(first.examID).images[0].grade.triage.route == .review)
        #expect(Set(try store.examsToAnswer(limit: 9).map(\.id)) == [first.examID, second.examID])
        #expect(try home.value("SELECT COUNT(*) FROM finding WHERE code = 'DUP_CROSS_PATIENT'") == "2")
        #expect(try store.verifyAudit(vault: home.vault).isSound)
    }

    @Test(
        "Only pseudonyms that are known and equal, of one institution, make two exams the same patient's",
        arguments: [
            ("P1", "P1", "County", DuplicateKind.sameExam), ("P1", "P2", "County", .crossPatient),
            ("P1", nil, "County", .crossPatient), (nil, nil, "County", .crossPatient),
            ("P1", "P1", "Village", .crossPatient),
        ] as [(String?, String?, String, DuplicateKind)]
    )
    func patients(first: String?, second: String?, institution: String, kind: DuplicateKind) throws {
        let one = try drop("20261121_E1", ["a.png"], pseudonym: first).commit(to: store)
        let two = try drop("20261121_E2", ["b.png"], pseudonym: second, in: institution).commit(to: store)
        #expect(try kinds(one.examID) == [kind])
        #expect(try kinds(two.examID) == [kind])
    }

    @Test("The mark goes when the other image is corrected, and changes when the patient becomes known")
    func markFollows() throws {
        let one = try drop("20261121_E1", ["a.png"], pseudonym: "P1").commit(to: store)
        let two = try drop("20261121_E2", ["b.png"], pseudonym: nil).commit(to: store)
        #expect(try kinds(one.examID) == [.crossPatient])
        var known = Drop("County", "20261121_E2")
        known.metadata.pseudonym = "P1"
        #expect(try known.commit(to: store).otherExams == [one.examID])
        #expect(try kinds(one.examID) == [.sameExam])
        #expect(try kinds(two.examID) == [.sameExam])
        var corrected = Drop("County", "20261121_E2")
        try corrected.add("b.png", bytes: "another picture", to: home)
        #expect(try corrected.commit(to: store).otherExams == [one.examID])
        #expect(try kinds(one.examID) == [.none])
        #expect(try store.examDetail(one.examID).images[0].grade.findings.isEmpty)
        #expect(try store.verifyAudit(vault: home.vault).isSound)
    }

    @Test("A withdrawn exam's images are no duplicates of anybody's")
    func withdrawn() throws {
        let one = try drop("20261121_E1", ["a.png"], pseudonym: "P1").commit(to: store)
        try drop("20261121_E2", ["b.png"], pseudonym: "P2").commit(to: store)
        var back = Drop("County", "20261121_E2")
        back.withdrawal = .withdraw(reason: "sent twice")
        #expect(try back.commit(to: store).otherExams == [one.examID])
        #expect(try kinds(one.examID) == [.none])
    }

    @Test("Files that cannot be read have no duplicates")
    func unreadable() throws {
        for name in ["20261121_E1", "20261121_E2"] {
            var drop = Drop("County", name)
            try drop.addUnreadable("a.png", bytes: "")
            let outcome = try drop.commit(to: store)
            #expect(outcome.otherExams.isEmpty)
            #expect(try kinds(outcome.examID) == [.none])
        }
    }
}
