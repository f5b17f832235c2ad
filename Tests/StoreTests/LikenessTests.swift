import GRDB
import Grading
import Imaging
import Store
import Testing

@Suite("Duplicates by fingerprint")
struct LikenessTests {
    let home: TestHome
    let store: Store

    init() throws {
        home = try TestHome()
        store = try home.open()
    }

    private static func fingerprint(_ seed: UInt64) throws -> PictureFingerprint {
        var random = SplitMix64(seed: seed)
        return try #require(PictureFingerprint(words: (0..<4).map { _ in random.next() }))
    }

    /// The fingerprint with so many different bits turned.
    private static func turned(_ print: PictureFingerprint, bits: Int, seed: UInt64) throws -> PictureFingerprint {
        var random = SplitMix64(seed: seed)
        var words = print.words
        for bit in Array(0..<256).shuffled(using: &random).prefix(bits) { words[bit / 64] ^= 1 << UInt64(bit % 64) }
        return try #require(PictureFingerprint(words: words))
    }

    private func drop(
        _ folder: String,
        _ pictures: [(String, PictureFingerprint?)],
        pseudonym: String?,
        in institution: String = "County",
        to home: TestHome? = nil
    ) throws -> Drop {
        var drop = Drop(institution, folder)
        for (name, print) in pictures {
            try drop.add(name, bytes: "\(institution)/\(folder)/\(name)", to: home ?? self.home)
            drop.files[drop.files.count - 1].fingerprint = print
        }
        drop.metadata.pseudonym = pseudonym
        return drop
    }

    private func kinds(_ exam: Int64) throws -> [DuplicateKind] { try store.examDetail(exam).images.map(\.duplicate) }

    private func pairs(_ filter: DuplicateFilter = DuplicateFilter()) throws -> [DuplicatePair] {
        var pairs: [DuplicatePair] = []
        try store.duplicates(filter) { pairs.append($0) }
        return pairs
    }

    @Test("A copy in another patient's exam marks both sides; the earlier exam is answered again")
    func crossPatient() throws {
        let print = try Self.fingerprint(1)
        let near = try Self.turned(print, bits: PictureFingerprint.mostOfCopies, seed: 2)
        let one = try drop("20261121_E1", [("a.png", print)], pseudonym: "P1").commit(to: store)
        try store.answerAll()
        let two = try drop("20261121_E2", [("b.jpg", near)], pseudonym: "P2", in: "Village").commit(to: store)
        #expect(two.otherExams == [one.examID])
        #expect(try kinds(one.examID) == [.crossPatient] && kinds(two.examID) == [.crossPatient])
        #expect(try store.examDetail(one.examID).images[0].grade.triage.route == .review)
        #expect(Set(try store.examsToAnswer(limit: 9).map(\.id)) == [one.examID, two.examID])
        #expect(try store.verifyAudit(vault: home.vault).isSound)
        // What the clinic's answer is made of names nothing of the other patient.
        #expect(try store.examDetail(one.examID).images[0].repeated == nil)
        #expect(try store.examDetail(two.examID).images[0].repeated == nil)
        let pair = try #require(try pairs().first)
        #expect(pair.kind == .crossPatient && pair.bits == 23 && !pair.isSameBytes && !pair.isMirrored)
        #expect([pair.first, pair.second].map(\.examID) == ["E1", "E2"])
        #expect([pair.first, pair.second].map(\.institution.display) == ["County", "Village"])
        #expect(try pairs(DuplicateFilter(institution: "Village")) == [pair])
        #expect(try pairs(DuplicateFilter(institution: "Nobody")).isEmpty)
        #expect(try pairs(DuplicateFilter(from: Moments.later(days: 1))).isEmpty)
    }

    @Test("One bit more than copies have is another picture")
    func beyond() throws {
        let print = try Self.fingerprint(1)
        let far = try Self.turned(print, bits: PictureFingerprint.mostOfCopies + 1, seed: 2)
        let one = try drop("20261121_E1", [("a.png", print)], pseudonym: "P1").commit(to: store)
        let two = try drop("20261121_E2", [("b.jpg", far)], pseudonym: "P2").commit(to: store)
        #expect(two.otherExams.isEmpty)
        #expect(try kinds(one.examID) == [.none] && kinds(two.examID) == [.none])
        #expect(try pairs().isEmpty)
    }

    @Test("Within an exam each names the other, across a patient's exams the other exam too")
    func samePatient() throws {
        let print = try Self.fingerprint(1)
        let mirrored = try Self.turned(print.mirrored, bits: 9, seed: 2)
        let one = try drop("20261121_E1", [("a.png", print), ("b.png", mirrored)], pseudonym: "P1").commit(to: store)
        let images = try store.examDetail(one.examID).images
        #expect(images.map(\.duplicate) == [.sameExam, .sameExam])
        #expect(images.map(\.repeated?.name.display) == ["b.png", "a.png"])
        #expect(images.allSatisfy { $0.repeated?.examID == nil })
        #expect(try pairs().map(\.isMirrored) == [true] && pairs().map(\.bits) == [9])
        let two = try drop("20261121_E2", [("c.png", print)], pseudonym: "P1").commit(to: store)
        let later = try #require(try store.examDetail(two.examID).images.first)
        #expect(later.duplicate == .sameExam && later.repeated?.examID == "E1")
        #expect(try pairs().count == 3)
    }

    @Test("The copy of a copy is alike only to what it is near to")
    func notTransitive() throws {
        let print = try Self.fingerprint(1)
        let half = try Self.turned(print, bits: 20, seed: 2)
        var whole = print
        for seed: UInt64 in 3..<100 {
            whole = try Self.turned(half, bits: 20, seed: seed)
            if whole.distance(to: print) > PictureFingerprint.mostOfCopies { break }
        }
        let one = try drop("20261121_E1", [("a.png", print)], pseudonym: "P1").commit(to: store)
        let two = try drop("20261121_E2", [("b.png", half)], pseudonym: "P1").commit(to: store)
        let three = try drop("20261121_E3", [("c.png", whole)], pseudonym: "P3").commit(to: store)
        #expect(try kinds(one.examID) == [.sameExam])
        #expect(try kinds(two.examID) == [.crossPatient])
        #expect(try kinds(three.examID) == [.crossPatient])
    }

    @Test("Same bytes and other bytes of the same picture are judged together, whatever the order")
    func joined() throws {
        let print = try Self.fingerprint(1)
        let near = try Self.turned(print, bits: 12, seed: 2)
        var dumps: Set<[String]> = []
        for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0], [2, 1, 0]] {
            let home = try TestHome()
            let store = try home.open()
            var same = try drop("20261121_E2", [], pseudonym: "P1", to: home)
            try same.add("b.png", bytes: "County/20261121_E1/a.png", to: home)
            same.files[0].fingerprint = print
            let drops = [
                try drop("20261121_E1", [("a.png", print)], pseudonym: "P1", to: home), same,
                try drop("20261121_E3", [("c.jpg", near)], pseudonym: "P3", to: home),
            ]
            for index in order { try drops[index].commit(to: store) }
            #expect(try home.value("SELECT COUNT(*) FROM image WHERE duplicate = 'cross_patient'") == "3")
            #expect(try home.value("SELECT COUNT(*) FROM fingerprint") == "2")
            dumps.insert(try store.dumpLines())
        }
        #expect(dumps.count == 1)
    }

    @Test("Dropped again, corrected by a copy of itself or withdrawn, no picture is a duplicate of itself")
    func never() throws {
        let print = try Self.fingerprint(1)
        let one = try drop("20261121_E1", [("a.png", print)], pseudonym: "P1").commit(to: store)
        try drop("20261121_E1", [("a.png", print)], pseudonym: "P1").commit(to: store)
        #expect(try kinds(one.examID) == [.none])
        var corrected = Drop("County", "20261121_E1")
        try corrected.add("a.png", bytes: "exported again", to: home)
        corrected.files[0].fingerprint = try Self.turned(print, bits: 3, seed: 4)
        #expect(try corrected.commit(to: store).files == [.corrected])
        #expect(try kinds(one.examID) == [.none])
        let two = try drop("20261121_E2", [("b.png", print)], pseudonym: "P2").commit(to: store)
        #expect(try kinds(one.examID) == [.crossPatient])
        var back = Drop("County", "20261121_E2")
        back.withdrawal = .withdraw(reason: "sent twice")
        #expect(try back.commit(to: store).otherExams == [one.examID])
        #expect(try kinds(one.examID) == [.none] && kinds(two.examID) == [.none])
        back.withdrawal = .reinstate
        #expect(try back.commit(to: store).otherExams == [one.examID])
        #expect(try kinds(one.examID) == [.crossPatient] && kinds(two.examID) == [.crossPatient])
        #expect(try store.verifyAudit(vault: home.vault).isSound)
    }

    @Test("Grading again fills in what an older program did not take, and takes back what is no longer so")
    func regrade() throws {
        let print = try Self.fingerprint(1)
        let one = try drop("20261121_E1", [("a.png", nil)], pseudonym: "P1").commit(to: store)
        let two = try drop("20261121_E2", [("b.png", nil)], pseudonym: "P2").commit(to: store)
        try store.answerAll()
        func again(_ prints: [PictureFingerprint?]) throws -> RegradeOutcome {
            let candidates = try store.regradeCandidates(RegradeFilter(), limit: 9)
            return try store.commitRegrade(
                zip(candidates, prints).map {
                    Regrade(imageID: $0.imageID, sha256: $0.sha256, grade: $0.grade, fingerprint: $1)
                },
                effective: markDuplicates,
                at: Moments.later(days: 1)
            )
        }
        let filled = try again([print, try Self.turned(print, bits: 5, seed: 3)])
        #expect(filled.unchanged == 2 && filled.exams == [one.examID, two.examID])
        #expect(try kinds(one.examID) == [.crossPatient] && kinds(two.examID) == [.crossPatient])
        #expect(try store.examsToAnswer(limit: 9).count == 2)
        #expect(try again([print, try Self.turned(print, bits: 5, seed: 3)]).exams.isEmpty)
        let another = try Self.fingerprint(9)
        #expect(try again([print, another]).exams == [one.examID, two.examID])
        #expect(try kinds(one.examID) == [.none] && kinds(two.examID) == [.none])
        #expect(try home.value("SELECT COUNT(*) FROM likeness") == "0")
        #expect(try store.verifyAudit(vault: home.vault).isSound)
    }

    @Test("The look-up finds what comparing with every fingerprint finds")
    func complete() throws {
        var random = SplitMix64(seed: 5)
        var prints: [PictureFingerprint] = []
        for number in 0..<40 {
            let base = try Self.fingerprint(UInt64(100 + number))
            prints.append(base)
            for _ in 0..<3 {
                let bits = Int(random.next() % 30)
                let near = try Self.turned(base, bits: bits, seed: random.next())
                prints.append(random.next() % 2 == 0 ? near : near.mirrored)
            }
        }
        var exam = try drop("20261121_E1", [], pseudonym: "P1")
        for (number, print) in prints.enumerated() {
            let name = "\(1000 + number).png"
            try exam.add(name, bytes: name, to: home)
            exam.files[number].fingerprint = print
        }
        try exam.commit(to: store)
        var expected: Set<[Int]> = []
        for first in prints.indices {
            for second in prints.indices where first < second {
                let straight = prints[first].distance(to: prints[second])
                let turned = prints[first].mirrored.distance(to: prints[second])
                guard min(straight, turned) <= PictureFingerprint.mostOfCopies else { continue }
                expected.insert([first, second, min(straight, turned), turned < straight ? 1 : 0])
            }
        }
        let found = try pairs().map { pair in
            [
                Int(pair.first.name.display.prefix(4)).map { $0 - 1000 } ?? -1,
                Int(pair.second.name.display.prefix(4)).map { $0 - 1000 } ?? -1, pair.bits, pair.isMirrored ? 1 : 0,
            ]
        }
        #expect(expected.count > 40)
        #expect(Set(found) == expected && found.count == expected.count)
    }

    @Test("Every look-up goes by an index, however many fingerprints there are")
    func plan() throws {
        let database = try DatabaseQueue()
        try database.write { database in
            for statement in StatementCatalog.schema { try database.execute(sql: statement) }
        }
        let near = StatementCatalog.all.filter { $0.contains("FROM fingerprint") && $0.contains(">>") }
        #expect(near.count == 12)
        let others = StatementCatalog.all.filter {
            $0.contains("likeness") && ($0.contains("image.sha256 IN") || $0.hasPrefix("DELETE"))
        }
        #expect(others.count >= 5)
        for statement in near + others {
            let steps = try database.read { database in
                let parameters = (1...60).filter { statement.contains("?\($0)") }.max() ?? 0
                let values = Array(repeating: DatabaseValue.null, count: parameters)
                let prepared = try database.makeStatement(sql: "EXPLAIN QUERY PLAN " + statement)
                return try Row.fetchAll(prepared, arguments: StatementArguments(values)).map { $0["detail"] as String }
            }
            #expect(!steps.contains { $0.hasPrefix("SCAN") && !$0.contains("CONSTANT ROW") }, "\(statement): \(steps)")
        }
        for (number, statement) in near.enumerated() {
            #expect(statement.contains("word_\(number / 3) >> "))
        }
    }
}
