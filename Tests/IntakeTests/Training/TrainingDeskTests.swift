import Digests
import Foundation
import Grading
import Imaging
import Intake
import Reports
import Store
import Testing

/// A home whose store is filled with exams of technicians, each image with the findings listed.
private struct TrainingTrial {
    let room: TrialRoom
    let store: Store
    let clock = ReportClock(zone: "Asia/Shanghai")
    var desk: TrainingDesk { TrainingDesk(store: store, clock: clock) }

    init() throws {
        room = try TrialRoom()
        store = try room.open().store
    }

    /// Noon of a day in Shanghai.
    func noon(_ day: String) throws -> Timestamp {
        let midnight = try #require(clock.start(of: day))
        return Timestamp(milliseconds: midnight.milliseconds + 43_200_000)
    }

    /// An exam of ten images, the first ones with a finding each.
    func drop(
        _ technician: String?,
        _ exam: String,
        on day: String,
        _ codes: [String] = [],
        in institution: String = "C01",
        status: GradedImage.Status = .graded
    )
        throws
    {
        let files = try (0..<10).map { number -> SubmittedFile in
            let name = "\(number).png"
            let findings = number < codes.count ? [Finding(code: codes[number], severity: .minor)] : []
            let grade = GradedImage(
                path: name,
                status: status,
                section: "abd.liver.porta1",
                score: status == .graded ? 85 : nil,
                level: status == .graded ? .b : nil,
                items: [ItemScore(id: "gain", weight: 100, score: 0.85)],
                findings: findings,
                triage: Triage(route: status == .graded ? .pass : .review, reasons: [], inclusionProbability: 0.1),
                rubric: RubricReference(id: "general", version: "1", sha256: String(repeating: "1", count: 64)),
                program: "test"
            )
            return SubmittedFile(
                name: FileName(name),
                sha256: try SHA256.digest(of: "\(institution)/\(exam)/\(number)").hex,
                bytes: 100,
                content: .image(grade, vaultExtension: "png"),
                source: nil
            )
        }
        let now = try noon(day)
        let submission = SubmissionCommit(
            institution: FileName(institution),
            identity: ExamIdentity(
                examID: exam,
                date: day.replacing("-", with: ""),
                folder: FileName("\(day)_\(exam)")
            ),
            receivedAt: now,
            lateDays: 7,
            metadata: ExamMetadata(examType: "abdomen", technician: technician),
            files: files
        )
        _ = try store.commit(submission, effective: { grade, _ in grade }, at: now)
    }

    /// Registers technicians and announces a course of T03 on 2026-06-10 and 2026-06-11.
    func announce(_ technicians: [String]) throws {
        let now = try noon("2026-06-01")
        try store.add(InstitutionRecord(code: "C01", title: "成都东区医院"), at: now)
        for code in technicians { try store.add(TechnicianRecord(institution: "C01", code: code, name: code), at: now) }
        let course = CourseRecord(
            id: "T03A",
            title: "耦合",
            topics: ["T03"],
            startsOn: "2026-06-10",
            endsOn: "2026-06-11",
            sessions: [.init(day: "2026-06-10", hours: 80)],
            addedAt: now
        )
        try store.addCourse(course, at: now)
        let entries = technicians.map { CourseEntry(institution: "C01", technician: $0, enrols: true) }
        let outcome = try store.enter(entries, course: "T03A", at: now)
        #expect(outcome == .entered(enrolled: technicians.count, attendance: 0, marks: 0, unchanged: 0))
    }

    /// Another course of T03 on one day, which technicians attend and pass.
    func hold(_ course: String, on day: String, completedBy technicians: [String]) throws {
        let now = try noon(day)
        if try store.entry(TeacherRecord.self, RegistryReference("chen")) == nil {
            try store.add(TeacherRecord(id: "chen", name: "陈静"), at: now)
        }
        if try !store.courses(withRetired: true).contains(where: { $0.id == course }) {
            try store.addCourse(
                CourseRecord(
                    id: course,
                    title: "耦合",
                    topics: ["T03"],
                    startsOn: day,
                    endsOn: day,
                    sessions: [.init(day: day, hours: 80)],
                    addedAt: now
                ),
                at: now
            )
        }
        let entries = technicians.map { technician in
            CourseEntry(
                institution: "C01",
                technician: technician,
                enrols: true,
                attendance: [1: 80],
                marks: CoursePart.allCases.map {
                    CourseEntry.Mark(part: $0, tenths: 900, attempt: 1, day: day, markedBy: "chen")
                }
            )
        }
        if case .refused(let problems) = try store.enter(entries, course: course, at: now) {
            Issue.record("\(problems)")
        }
    }
}

@Suite("Training from a home's own images")
struct TrainingDeskTests {
    @Test("What one technician does worse than the others is proposed; of few images the newest fifty count")
    func proposals() throws {
        let trial = try TrainingTrial()
        defer { trial.room.remove() }
        for number in 0..<6 {
            let day = "2026-05-1\(number)"
            try trial.drop(
                "zhang",
                "Z\(number)",
                on: day,
                ["CONTACT_LOSS", "CONTACT_LOSS", "CONTACT_LOSS", "GAIN_LOW"]
            )
            try trial.drop("li", "L\(number)", on: day, ["GAIN_LOW"])
            try trial.drop("wang", "W\(number)", on: day, ["GAIN_LOW"], in: "C02")
            try trial.drop(nil, "N\(number)", on: day)
        }
        let near = try trial.desk.proposals(at: trial.noon("2026-05-20"))
        #expect(
            near.technicians.map { "\($0.institution)/\($0.technician ?? "")" } == ["C01/li", "C01/zhang", "C02/wang"]
        )
        let zhang = try #require(near.technicians.first { $0.technician == "zhang" })
        #expect(zhang.images == 60)
        let contact = try #require(zhang.needs.first)
        #expect(contact.code == "CONTACT_LOSS")
        #expect(contact.images == 18)
        #expect(contact.isFrequent)
        #expect(contact.median == 0)
        #expect(contact.run == ["Z0", "Z1", "Z2", "Z3", "Z4", "Z5"])
        // Everybody has it equally often, but in every exam.
        #expect(zhang.needs.last?.code == "GAIN_LOW")
        #expect(zhang.needs.last?.isFrequent == false)
        #expect(near.institutions.map(\.institution) == ["C01", "C02"])
        #expect(near.institutions.map(\.images) == [180, 60])
        #expect(near.classes.map(\.topic.id) == ["T01"])
        #expect(near.only(institution: "C02").technicians.count == 1)

        // Long afterwards nothing is within thirty days: the newest fifty images, and the exam that holds the fiftieth.
        let far = try trial.desk.proposals(at: trial.noon("2026-09-01"))
        #expect(far.technicians.map(\.images) == [50, 50, 50])
        let gone = try trial.desk.proposals(at: trial.noon("2027-09-01"))
        #expect(gone.technicians.isEmpty)
    }

    @Test("Who completed a course is proposed for it no more by what was found before; who was only enrolled still is")
    func completed() throws {
        let trial = try TrainingTrial()
        defer { trial.room.remove() }
        let bad = ["CONTACT_LOSS", "CONTACT_LOSS", "CONTACT_LOSS", "SHADOW"]
        for number in 0..<5 {
            for technician in ["zhang", "li"] {
                try trial.drop(technician, "\(technician)\(number)", on: "2026-06-0\(number + 1)", bad)
            }
            for technician in ["wang", "sun", "zhou"] {
                try trial.drop(technician, "\(technician)\(number)", on: "2026-06-0\(number + 1)", in: "C02")
            }
        }
        try trial.announce(["zhang", "li"])
        func topics(_ day: String) throws -> [String: [String]] {
            let proposals = try trial.desk.proposals(at: trial.noon(day))
            return Dictionary(
                uniqueKeysWithValues: proposals.technicians.map { ($0.technician ?? "", $0.topics.map(\.id)) }
            )
        }
        #expect(try topics("2026-06-09")["zhang"] == ["T03"])
        // T03A is on the 10th and 11th; both are enrolled, zhang alone has attended and passed.
        let marks = CoursePart.allCases.map {
            CourseEntry.Mark(part: $0, tenths: 900, attempt: 1, day: "2026-06-11", markedBy: "chen")
        }
        try trial.store.add(TeacherRecord(id: "chen", name: "陈静"), at: trial.noon("2026-06-11"))
        let entry = CourseEntry(institution: "C01", technician: "zhang", attendance: [1: 80], marks: marks)
        _ = try trial.store.enter([entry], course: "T03A", at: trial.noon("2026-06-11"))
        for number in 12..<15 { try trial.drop("zhang", "after\(number)", on: "2026-06-\(number)") }

        #expect(try topics("2026-06-20")["zhang"] == [])
        #expect(try topics("2026-06-20")["li"] == ["T03"])
        let proposals = try trial.desk.proposals(at: trial.noon("2026-06-20"))
        let zhang = try #require(proposals.technicians.first { $0.technician == "zhang" })
        #expect(zhang.taught.map(\.course.id) == ["T03A"])
        #expect(zhang.taught.map { [$0.affected, $0.images] } == [[0, 30]])
        #expect(proposals.technicians.first { $0.technician == "li" }?.taught == [])
        #expect(proposals.classes.isEmpty)
        // Of the institution's images zhang's from before are left out, li's count.
        let whole = try #require(proposals.institutions.first { $0.institution == "C01" })
        #expect(whole.images == 130)
        #expect(whole.counts.first { $0.code == "CONTACT_LOSS" }?.images == 15)
        let sheet = try trial.desk.sheet(institution: "C01", at: trial.noon("2026-06-20"), program: "test")
        let html = String(decoding: try sheet.rendered(as: .html, language: .zh), as: UTF8.self)
        #expect(html.contains("已于 2026-06-11 完成 T03A，之后 0/30"))
        // In the eyes of a day before the course ended nobody had completed it.
        #expect(try trial.store.courseCompletions(since: "2026-01-01", on: "2026-06-10").isEmpty)
        #expect(try trial.store.courseCompletions(since: "2026-06-12", on: "2026-06-20").isEmpty)
        // A mark that was taken back takes the completion with it.
        try trial.store.annulCourseMark(
            "T03A",
            institution: "C01",
            technician: "zhang",
            part: .theory,
            attempt: 1,
            because: "试卷弄混",
            at: trial.noon("2026-06-21")
        )
        #expect(try topics("2026-06-22")["zhang"] == ["T03"])
    }

    @Test("A second course on a topic is judged from the first one's end, and the first until the second's beginning")
    func secondCourse() throws {
        let trial = try TrainingTrial()
        defer { trial.room.remove() }
        let bad = Array(repeating: "SHADOW", count: 8)
        for number in 1...6 {
            try trial.drop("zhang", "A\(number)", on: "2026-06-0\(number)", bad)
            try trial.drop("zhang", "B\(number)", on: "2026-06-1\(number + 1)", ["SHADOW"])
            try trial.drop("zhang", "C\(number)", on: "2026-07-1\(number)", ["SHADOW", "SHADOW"])
            try trial.drop("wang", "W\(number)", on: "2026-06-0\(number)", bad)
            try trial.drop("wang", "V\(number)", on: "2026-06-1\(number + 1)", bad)
            try trial.drop("li", "L\(number)", on: "2026-06-0\(number)", bad)
            try trial.drop("li", "M\(number)", on: "2026-07-1\(number)")
        }
        try trial.announce(["zhang", "li", "wang"])
        try trial.hold("T03A", on: "2026-06-11", completedBy: [])
        try trial.store.withdrawFromCourse(
            "T03A",
            institution: "C01",
            technician: "wang",
            because: "调岗",
            at: trial.noon("2026-06-11")
        )
        let chen = CoursePart.allCases.map {
            CourseEntry.Mark(part: $0, tenths: 900, attempt: 1, day: "2026-06-11", markedBy: "chen")
        }
        let entry = CourseEntry(institution: "C01", technician: "zhang", attendance: [1: 80], marks: chen)
        _ = try trial.store.enter([entry], course: "T03A", at: trial.noon("2026-06-11"))
        try trial.hold("T03B", on: "2026-07-01", completedBy: ["zhang"])

        let second = try trial.desk.evaluation(course: "T03B", at: trial.noon("2026-08-01"))
        let zhang = try #require(second.participants.first)
        #expect(zhang.change.before == .init(exams: 6, images: 60, affected: 6))
        #expect(zhang.change.after == .init(exams: 6, images: 60, affected: 12))
        #expect(zhang.former?.id == "T03A")
        #expect(zhang.later == nil)
        let first = try trial.desk.evaluation(course: "T03A", technician: "C01/zhang", at: trial.noon("2026-08-01"))
        #expect(first.participants.map(\.change.before.affected) == [48])
        #expect(first.participants.map(\.change.after) == [.init(exams: 6, images: 60, affected: 6)])
        #expect(first.participants.map(\.later?.id) == ["T03B"])
    }

    @Test("A participant's images before and after are compared by the home's days, and too few say nothing")
    func evaluation() throws {
        let trial = try TrainingTrial()
        defer { trial.room.remove() }
        let bad = ["CONTACT_LOSS", "SHADOW", "CONTACT_LOSS", "CONTACT_LOSS", "BLUR"]
        for number in 10..<20 {
            try trial.drop("zhang", "A\(number)", on: "2026-05-\(number)", bad)
            try trial.drop("zhang", "B\(number)", on: "2026-06-\(number + 2)", ["BLUR"])
        }
        try trial.drop("li", "L1", on: "2026-05-10", bad)
        // Within the course: neither before nor after.
        try trial.drop("zhang", "C1", on: "2026-06-10", bad)
        try trial.drop("zhang", "C2", on: "2026-06-11", bad)
        try trial.announce(["zhang", "li"])
        let result = try trial.desk.evaluation(course: "T03A", at: trial.noon("2026-07-30"))
        #expect(result.participants.map(\.standing.code) == ["li", "zhang"])
        let zhang = result.participants[1]
        #expect(zhang.change.before == .init(exams: 10, images: 100, affected: 40))
        #expect(zhang.change.after == .init(exams: 10, images: 100, affected: 0))
        #expect(zhang.change.verdict == .improved)
        #expect(zhang.byCode.map(\.code) == ["CONTACT_LOSS", "SHADOW"])
        #expect(zhang.byCode.map(\.change.before.affected) == [30, 10])
        #expect(result.participants[0].change.verdict == .tooFew)
        #expect(result.participants[0].change.difference == nil)
        let together = try #require(result.together)
        #expect(abs(together.difference + 0.4) < 1e-12)
        #expect(result.others == nil)
        #expect(result.net == nil)
        // The day after the course nothing has come yet.
        let early = try trial.desk.evaluation(course: "T03A", technician: "C01/zhang", at: trial.noon("2026-06-11"))
        #expect(early.participants.map(\.change.after.images) == [0])
        #expect(early.participants[0].change.verdict == .tooFew)
    }

    @Test("What the others changed over the same time is taken from what participants changed")
    func others() throws {
        let trial = try TrainingTrial()
        defer { trial.room.remove() }
        for number in 10..<20 {
            try trial.drop("zhang", "A\(number)", on: "2026-05-\(number)", ["SHADOW", "SHADOW", "SHADOW", "SHADOW"])
            try trial.drop("zhang", "B\(number)", on: "2026-06-\(number + 2)", ["SHADOW"])
            try trial.drop("wang", "C\(number)", on: "2026-05-\(number)", ["SHADOW", "SHADOW"], in: "C02")
            try trial.drop("wang", "D\(number)", on: "2026-06-\(number + 2)", ["SHADOW"], in: "C02")
        }
        try trial.announce(["zhang"])
        let result = try trial.desk.evaluation(course: "T03A", at: trial.noon("2026-07-30"))
        let (others, net) = (try #require(result.others), try #require(result.net))
        #expect(abs(others.difference + 0.1) < 1e-12)
        #expect(abs(net.difference + 0.2) < 1e-12)
        // Own −.3 ± 1.96·√(.24/100 + .09/100) = .1126; others −.1 ± 1.96·√(.16/100 + .09/100) = .0980.
        let limits = try #require(net.interval)
        #expect(abs(limits.low + 0.2 + 0.14927) < 0.0001)
        #expect(abs(limits.high + 0.2 - 0.14927) < 0.0001)
    }

    @Test("A practical mark by the own images takes whole exams after the course, and a second one later exams")
    func practicalMark() throws {
        let trial = try TrainingTrial()
        defer { trial.room.remove() }
        try trial.drop("zhang", "E0", on: "2026-06-11", Array(repeating: "SHADOW", count: 9))
        try trial.drop("zhang", "E1", on: "2026-06-12", ["SHADOW", "GAIN_LOW"])
        try trial.announce(["zhang"])
        let zhang = RegistryReference(institution: "C01", code: "zhang")
        func mark(_ day: String) throws -> CourseEntry.Mark {
            let now = try trial.noon(day)
            return try trial.desk.practicalMark(course: "T03A", technician: zhang, images: 20, day: day, at: now)
        }
        let few = #expect(throws: StoreError.self) { try mark("2026-06-13") }
        #expect(few?.code == .denied)
        #expect(few?.message == "has handed in 10 judged images since 2026-06-12, 20 are needed; mark later")
        try trial.drop("zhang", "E2", on: "2026-06-14", ["SHADOW", "CONTACT_LOSS"])
        try trial.drop("zhang", "E3", on: "2026-06-15", Array(repeating: "SHADOW", count: 10))
        let first = try mark("2026-06-16")
        #expect(first.tenths == 850)
        #expect(first.source == .images)
        #expect(first.reference == "20 images, E1 to E2")
        let entry = CourseEntry(institution: "C01", technician: "zhang", marks: [first])
        _ = try trial.store.enter([entry], course: "T03A", at: trial.noon("2026-06-16"))
        try trial.drop("zhang", "E4", on: "2026-06-17", [])
        try trial.drop("zhang", "E5", on: "2026-06-18", ["SHADOW"])
        #expect(try mark("2026-06-19").tenths == 950)
        #expect(try mark("2026-06-19").reference == "20 images, E4 to E5")
    }

    @Test("Images that could not be judged count neither as good nor as bad")
    func unjudged() throws {
        let trial = try TrainingTrial()
        defer { trial.room.remove() }
        try trial.announce(["zhang"])
        try trial.drop("zhang", "E1", on: "2026-06-12", ["SHADOW"])
        try trial.drop("zhang", "E2", on: "2026-06-13", status: .unsure)
        let zhang = RegistryReference(institution: "C01", code: "zhang")
        func mark(_ images: Int) throws -> CourseEntry.Mark {
            let now = try trial.noon("2026-06-14")
            return try trial.desk.practicalMark(
                course: "T03A",
                technician: zhang,
                images: images,
                day: "2026-06-14",
                at: now
            )
        }
        let few = #expect(throws: StoreError.self) { try mark(20) }
        #expect(
            few?.message == "has handed in 10 judged images since 2026-06-12, 20 are needed "
                + "(10 more could not be judged); mark later"
        )
        #expect(try mark(10).tenths == 900)
        let window = FindingWindow(from: try trial.noon("2026-06-01"), until: try trial.noon("2026-06-20"))
        let history = try trial.store.findingHistory(institution: "C01", technician: "zhang", in: window)
        #expect(history.exams.map(\.images) == [10])
        #expect(history.unjudged == 10)
    }

    @Test("What an expert says of an image counts in place of the first pass")
    func experts() throws {
        let trial = try TrainingTrial()
        defer { trial.room.remove() }
        try trial.drop("zhang", "Z1", on: "2026-05-10", ["CONTACT_LOSS", "GAIN_LOW"])
        let now = try trial.noon("2026-05-11")
        let rubric = RubricReference(id: "general", version: "1", sha256: String(repeating: "1", count: 64))
        let images = try trial.store.imagesOfExam(named: "Z1")
        for (image, verdicts) in zip(images, [[ExpertGrade.Verdict.rejected], [.confirmed, .added]]) {
            let codes = verdicts.count == 1 ? ["CONTACT_LOSS"] : ["GAIN_LOW", "FOCUS_OFF"]
            let grade = ExpertGrade(
                score: 80,
                level: .b,
                items: [.init(id: "section", weight: 100, score: 0.8, judge: .expert)],
                findings: zip(codes, verdicts).map { .init(finding: Finding(code: $0, severity: .minor), verdict: $1) },
                answers: ReviewAnswers(image: "\(image)", claim: nil, answers: ["section": .yes]),
                rubric: rubric
            )
            _ = try trial.store.commitReview(
                ReviewCommit(
                    image: image,
                    expert: "sun",
                    claim: nil,
                    wasUnblinded: false,
                    machineGradeID: try trial.store.reviewSubject(image: image, at: now).machineGradeID,
                    grade: grade
                ),
                at: now
            )
        }
        let window = FindingWindow(from: try trial.noon("2026-05-01"), until: try trial.noon("2026-05-20"))
        let history = try trial.store.findingHistory(institution: "C01", technician: "zhang", in: window)
        #expect(history.counts == ["GAIN_LOW": 1, "FOCUS_OFF": 1])
        #expect(history.images == 10)
    }
}

extension Store {
    /// Numbers of an exam's images, by name.
    fileprivate func imagesOfExam(named name: String) throws -> [Int64] {
        let exam = try #require(try exams(named: name, institution: nil).first)
        return try examDetail(exam.id).images.sorted { $0.name.display < $1.name.display }.map(\.id)
    }
}
