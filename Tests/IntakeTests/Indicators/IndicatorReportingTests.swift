import Digests
import Foundation
import Grading
import Intake
import Reports
import Store
import Testing

/// March 2026 up to noon of the 20th: an institution of the network, one that was retired, and some that have nothing.
@Suite("Indicators of institutions and people")
struct IndicatorReportingTests {
    private let trial: TrialRoom
    private let room: WorkRoom
    private let clock = ReportClock(zone: "Asia/Shanghai")
    private let month: ReportSpan
    private let now: Timestamp

    init() throws {
        trial = try TrialRoom()
        room = try trial.open()
        month = try #require(ReportSpan(month: "2026-03", clock: clock))
        now = Timestamp(milliseconds: try #require(clock.start(of: "2026-03-20")).milliseconds + 12 * 3_600_000)
        for code in ["C01", "C02", "C03", "C04"] { try room.store.add(InstitutionRecord(code: code), at: now) }
        for code in ["C02", "C04"] {
            try room.store.retire(InstitutionRecord.self, RegistryReference(code), at: now)
        }
    }

    private func drop(
        _ institution: String,
        _ exam: String,
        on day: String = "2026-03-10",
        by technician: String? = nil,
        ordered: String? = nil,
        reported: String? = nil,
        isAnswered: Bool = false
    ) throws {
        let start = try #require(clock.start(of: day))
        var metadata = ExamMetadata(device: nil)
        metadata.technician = technician
        metadata.orderedAt = ordered
        let words = ["patientClass": "inpatient", "reportedAt": reported].compactMapValues(\.self)
        metadata.examJSON = String(decoding: try JSONEncoder().encode(words), as: UTF8.self)
        let outcome = try room.store.commit(
            SubmissionCommit(
                institution: FileName(institution),
                identity: ExamIdentity(examID: exam, date: day, folder: FileName("\(exam)")),
                receivedAt: start,
                lateDays: 7,
                metadata: metadata,
                files: []
            ),
            effective: { grade, _ in grade },
            at: start
        )
        guard isAnswered else { return }
        try room.store.markAnswered(
            exam: outcome.examID,
            revision: outcome.revision,
            reportSHA: String(repeating: "a", count: 64),
            at: Timestamp(milliseconds: start.milliseconds + 1_800_000)
        )
    }

    private func reports() throws -> [IndicatorReport] {
        try IndicatorReporting(
            store: room.store,
            rubrics: room.library,
            indicators: try IndicatorLibrary(),
            clock: clock,
            program: "test"
        ).reports(label: month.label, from: month.from, until: month.until, now: now)
    }

    private func line(_ id: String, _ institution: String? = nil) throws -> IndicatorReport.Line {
        let report = try #require(try reports().first { $0.institution?.id == institution })
        return try #require(report.groups.flatMap(\.indicators).first { $0.id == id })
    }

    @Test("A retired institution that handed in is told; one that has nothing in the period and is retired is not")
    func institutions() throws {
        try drop("C01", "E1")
        try drop("C02", "E2")
        try drop("C05", "E3", on: "2026-02-10")
        #expect(try reports().map(\.institution?.id) == [nil, "C01", "C02", "C03"])
    }

    @Test("Whoever worked here within the period counts, physicians with the months that they worked up to now")
    func employment() throws {
        func add(_ code: String, _ role: StaffRole, from: String? = nil, until: String? = nil) throws {
            var person = TechnicianRecord(institution: "C01", code: code, name: code, role: role)
            (person.employedFrom, person.employedUntil) = (from, until)
            try room.store.add(person, at: now)
        }
        try add("zhang", .physician)
        try add("li", .physician, from: "2025-01-01", until: "2026-03-10")
        try add("wang", .physician, until: "2026-02-28")
        try add("sun", .technician, from: "2026-03-21")
        try add("zhao", .technician, from: "2026-03-20")
        for (exam, person) in [("E1", "zhang"), ("E2", "li"), ("E3", "wang")] { try drop("C01", exam, by: person) }
        let workload = try line("us-hr-01")
        #expect(workload.numerator == 2)
        // 19.5 days and 10 days of March.
        #expect(try abs(#require(workload.denominator) - 29.5 / 31) < 1e-9)
        #expect(try line("net-certificates").denominator == 3)
    }

    @Test("Requests count by what became of them within 48 hours, and what cannot be told is said")
    func inpatients() throws {
        let order = "2026-03-10T08:00:00.000+08:00"
        try drop("C01", "E1", ordered: order, reported: "2026-03-12T08:00:00.000+08:00")
        try drop("C01", "E2", ordered: order, reported: "2026-03-12T08:00:01+08:00")
        try drop("C01", "E3", ordered: order, reported: "2026-03-10T07:59:59Z")
        try drop("C01", "E4", ordered: order, reported: "2026-03-09T08:00:00+08:00")
        try drop("C01", "E5", ordered: order, reported: "tomorrow")
        try drop("C01", "E6", ordered: order)
        try drop("C01", "E7", ordered: "2026-03-20T08:00:00+08:00")
        try drop("C02", "E8", ordered: order)
        let network = try line("us-tl-01")
        #expect((network.numerator, network.denominator) == (2, 4))
        #expect(
            network.remark?.zh == "1例无报告时间且已超过48小时，按未完成计；1例所在机构从未提供报告时间，未计入；2例时间有误或早于申请，未计入"
        )
        let silent = try line("us-tl-01", "C02")
        #expect(!silent.available)
        #expect(silent.value == nil)
    }

    @Test("Exams that cannot be checked for missing sections are no complete ones, and are said")
    func complete() throws {
        try drop("C01", "E1")
        try drop("C01", "E2")
        let complete = try line("net-complete")
        #expect(!complete.available && complete.denominator == 0)
        #expect(complete.remark?.zh.hasPrefix("另有2份检查未标注切面") == true)
    }

    @Test("The median time to feedback says how many exams have none yet")
    func feedback() throws {
        try drop("C01", "E1", isAnswered: true)
        try drop("C01", "E2")
        try drop("C01", "E3")
        let median = try line("net-feedback")
        #expect(median.value == 0.5)
        #expect(median.remark?.zh == "另有2份检查尚未答复，未计入中位数")
        #expect(try line("net-feedback", "C03").remark == nil)
    }

    /// An exam of three images: one that is flagged, one that is drawn, one that nobody has to read; its images' numbers.
    private func dropImages() throws -> (exam: Int64, images: [Int64]) {
        let start = try #require(clock.start(of: "2026-03-10"))
        let ways: [(Triage.Route, [String])] = [(.review, ["level_D"]), (.review, ["sampled"]), (.pass, [])]
        let files = try ways.enumerated().map { number, way -> SubmittedFile in
            let grade = GradedImage(
                path: "\(number).png",
                status: .graded,
                section: "abd.liver.porta1",
                score: 85,
                level: .b,
                items: [ItemScore(id: "gain", weight: 100, score: 0.85)],
                findings: [],
                triage: Triage(route: way.0, reasons: way.1, inclusionProbability: 0.1),
                rubric: RubricReference(id: "general", version: "1", sha256: String(repeating: "1", count: 64)),
                program: "test"
            )
            return SubmittedFile(
                name: FileName("\(number).png"),
                sha256: try SHA256.digest(of: "\(number)").hex,
                bytes: 100,
                content: .image(grade, vaultExtension: "png"),
                source: nil
            )
        }
        let outcome = try room.store.commit(
            SubmissionCommit(
                institution: FileName("C01"),
                identity: ExamIdentity(examID: "E1", date: "20260310", folder: FileName("E1")),
                receivedAt: start,
                lateDays: 7,
                metadata: ExamMetadata(examType: "abdomen"),
                files: files
            ),
            effective: { grade, _ in grade },
            at: start
        )
        let detail = try room.store.examDetail(outcome.examID)
        return (outcome.examID, detail.images.sorted { $0.name.display < $1.name.display }.map(\.id))
    }

    @Test("The draw and its readings are told apart from what was flagged, and an expert's word from the first pass's")
    func readings() throws {
        let (exam, images) = try dropImages()
        let start = try #require(clock.start(of: "2026-03-10"))
        func later(_ hours: Int64) -> Timestamp { Timestamp(milliseconds: start.milliseconds + hours * 3_600_000) }
        func answer(_ letter: String, at moment: Timestamp) throws {
            try room.store.markAnswered(
                exam: exam,
                revision: try room.store.examDetail(exam).exam.revision,
                reportSHA: String(repeating: letter, count: 64),
                at: moment
            )
        }
        try answer("a", at: later(1))
        let before = try line("net-expert-feedback")
        #expect(!before.available)
        #expect(before.remark?.zh == "另有2幅图像待专家阅图、0幅已阅未答复，未计入中位数")
        let grade = ExpertGrade(
            score: 80,
            level: .b,
            items: [.init(id: "section", weight: 100, score: 0.8, judge: .expert)],
            findings: [],
            answers: ReviewAnswers(image: "1", claim: nil, answers: ["section": .yes]),
            rubric: RubricReference(id: "general", version: "1", sha256: String(repeating: "1", count: 64))
        )
        _ = try room.store.commitReview(
            ReviewCommit(
                image: images[1],
                expert: "sun",
                claim: nil,
                wasUnblinded: false,
                machineGradeID: try room.store.reviewSubject(image: images[1], at: later(30)).machineGradeID,
                grade: grade
            ),
            at: later(30)
        )
        try answer("b", at: later(32))
        #expect(try line("net-feedback").value == 1)
        let feedback = try line("net-expert-feedback")
        #expect(feedback.value == 32)
        #expect(feedback.remark?.zh == "另有1幅图像待专家阅图、0幅已阅未答复，未计入中位数")
        for (id, counts) in [
            ("net-sampled", [1, 3]), ("net-sampled-read", [1, 1]), ("net-read", [1, 3]),
        ] as [(String, [Double])] {
            let line = try line(id)
            #expect([line.numerator, line.denominator] == counts, "\(id)")
        }
    }
}
