import Digests
import Foundation
import Grading
import Intake
import Reports
import Store
import Testing

/// Three institutions with different exams, one of them with urgent findings, and some that handed in nothing.
@Suite("Standardised rates, urgent findings, and who handed in nothing")
struct FairComparisonTests {
    private let trial: TrialRoom
    private let room: WorkRoom
    private let clock = ReportClock(zone: "Asia/Shanghai")
    /// 2026-03-10 10:00 in Shanghai.
    private let day = Timestamp(milliseconds: 1_773_108_000_000)
    private var now: Timestamp { Timestamp(milliseconds: day.milliseconds + 40 * 86_400_000) }

    init() throws {
        trial = try TrialRoom()
        room = try trial.open(now: { Date(timeIntervalSince1970: 1_776_564_000) })
        // Of the network's 40 images 20 are abdomen, 16 thyroid, 4 breast.
        try drop("C01", "E1", "abdomen", passing: 9, failing: 1, technician: "zhang")
        try drop("C01", "E2", "thyroid", passing: 1, failing: 1, technician: "li")
        try drop("C02", "E3", "abdomen", passing: 8, failing: 2)
        try drop("C02", "E4", "thyroid", passing: 7, failing: 7)
        try drop("C03", "E5", "breast", passing: 3, failing: 1, finding: "IN_AIR")
    }

    private func drop(
        _ institution: String,
        _ exam: String,
        _ type: String,
        passing: Int,
        failing: Int,
        technician: String = "wang",
        finding: String = "BLUR"
    ) throws {
        var metadata = ExamMetadata(device: "US1")
        (metadata.examType, metadata.technician) = (type, technician)
        _ = try room.store.commit(
            SubmissionCommit(
                institution: FileName(institution),
                identity: ExamIdentity(examID: exam, date: "2026-03-10", folder: FileName("20260310_\(exam)")),
                receivedAt: day,
                lateDays: 7,
                metadata: metadata,
                files: try (0..<passing + failing).map { index in
                    let passes = index < passing
                    return SubmittedFile(
                        name: FileName("\(index).png"),
                        sha256: try SHA256.digest(of: "\(exam)/\(index)").hex,
                        bytes: 100,
                        content: .image(
                            GradedImage(
                                path: "\(index).png",
                                status: .graded,
                                score: passes ? 95 : 40,
                                level: passes ? .a : .d,
                                items: [ItemScore(id: "gain", weight: 100, score: passes ? 0.95 : 0.4)],
                                findings: passes
                                    ? [] : [Finding(code: finding, severity: finding == "BLUR" ? .major : .critical)],
                                triage: Triage(
                                    route: passes ? .pass : .review,
                                    reasons: passes ? [] : ["level_D"],
                                    inclusionProbability: 0.1
                                ),
                                program: "test"
                            ),
                            vaultExtension: "png"
                        ),
                        source: nil
                    )
                }
            ),
            effective: { grade, _ in grade },
            at: day
        )
    }

    private func report(
        _ subject: ReportRequest.Subject = .network,
        month: String = "2026-03",
        ownership: Ownership? = nil,
        county: String? = nil,
        examType: String? = nil
    ) throws -> PeriodReport {
        let span = try #require(ReportSpan(month: month, clock: clock))
        let report = try PeriodReporting(store: room.store, library: room.library, clock: clock, program: "test")
            .report(
                ReportRequest(subject, span: span, ownership: ownership, county: county, examType: examType, now: now)
            )
        // Whatever is reported keeps the contract.
        #expect(try JSONDecoder().decode(PeriodReport.self, from: JSONEncoder().encode(report)) == report)
        return report
    }

    @Test("Rows get the rate that they would have with the network's mix, and say which exam types they lack")
    func standardised() throws {
        let network = try report()
        #expect(network.standard?.map(\.examType.id) == ["abdomen", "thyroid", "breast"])
        #expect(network.standard?.map(\.graded) == [20, 16, 4] && network.standardised == nil)
        let rows = Dictionary(network.byInstitution.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let (one, two, three) = (rows["C01"], rows["C02"], rows["C03"])
        // C01: 10 of 12 pass; with the mix (20·0.9 + 16·0.5) ÷ 36. C02: 15 of 24; (20·0.8 + 16·0.5) ÷ 36.
        #expect(one?.passingShare == 10.0 / 12 && two?.passingShare == 15.0 / 24)
        let (first, second) = (one?.standardised?.passing, two?.standardised?.passing)
        #expect(abs(try #require(first?.share) - 26.0 / 36) < 1e-12)
        #expect(abs(try #require(second?.share) - 24.0 / 36) < 1e-12)
        #expect(first?.coverage == 0.9 && first?.empty == ["breast"])
        // Wilson 0.4902–0.9433 and 0.2680–0.7320, joined with the weights 20/36 and 16/36.
        #expect(abs(try #require(second?.interval?.low) - 0.46601) < 5e-4)
        #expect(abs(try #require(second?.interval?.high) - 0.79694) < 5e-5)
        // Breast alone is a tenth of the mix: no rate, and the reason.
        #expect(three?.standardised?.passing.share == nil && three?.standardised?.passing.coverage == 0.1)
        #expect(three?.standardised?.passing.empty == ["abdomen", "thyroid"])
        // Freed of the mix: 28 of the network's 40 pass, 17 of 20, 8 of 16 and 3 of 4 of each type.
        #expect(network.standard?.map(\.passing) == [17, 8, 3])
        let expected = [(one, 10.0 / 12 - 9.5 / 12), (two, 15.0 / 24 - 15.5 / 24), (three, 0)]
        for (row, gain) in expected {
            let adjusted = try #require(row?.standardised?.adjusted)
            #expect(abs(adjusted.share - (0.7 + gain)) < 1e-12)
        }
        // Nobody has read anything.
        #expect(one?.standardised?.nonconforming == nil)
        trial.remove()
    }

    @Test(
        "An institution's technicians, and itself, are held against the network's mix too; a cut to one type has none"
    )
    func scopes() throws {
        let place = try report(.institution("C01"))
        #expect(place.standard?.map(\.graded) == [20, 16, 4])
        #expect(abs(try #require(place.standardised?.passing.share) - 26.0 / 36) < 1e-12)
        let zhang = try #require(place.byTechnician?.first { $0.id == "zhang" }?.standardised?.passing)
        #expect(zhang.share == 0.9 && zhang.coverage == 0.5 && zhang.empty == ["thyroid", "breast"])
        #expect(place.byTechnician?.first { $0.id == "li" }?.standardised?.passing.share == nil)
        // li does thyroids alone, and half of them pass as in the network.
        let li = try #require(place.byTechnician?.first { $0.id == "li" }?.standardised?.adjusted)
        #expect(abs(li.share - 0.7) < 1e-12 && li.expected == 0.5)
        #expect(place.byDevice?.first?.standardised == place.standardised)
        let cut = try report(examType: "thyroid")
        #expect(cut.standard == nil && cut.byInstitution.allSatisfy { $0.standardised == nil })
        trial.remove()
    }

    @Test("Estimated nonconforming shares are standardised from the strata of each exam type")
    func estimates() throws {
        for image in try room.store.queue(QueueFilter(), for: nil, after: nil, limit: 100, at: now).map(\.image) {
            let subject = try room.store.reviewSubject(image: image, at: now)
            _ = try room.store.commitReview(
                ReviewCommit(
                    image: image,
                    expert: "chen",
                    claim: nil,
                    wasUnblinded: false,
                    machineGradeID: subject.machineGradeID,
                    grade: Self.grade(image, score: 40)
                ),
                at: now
            )
        }
        let rows = try report().byInstitution
        // All flagged ones are read, none of the others: no type can be estimated.
        let rate = try #require(rows.first { $0.id == "C02" }?.standardised?.nonconforming)
        #expect(rate.share == nil && rate.coverage == 0 && rate.unestimated == ["abdomen", "thyroid"])
        #expect(rate.empty == ["breast"])
        trial.remove()
    }

    private static func grade(_ image: Int64, score: Double) -> ExpertGrade {
        ExpertGrade(
            score: score,
            level: .d,
            items: [ExpertGrade.Item(id: "section", weight: 60, score: score / 100, judge: .expert)],
            findings: [],
            answers: ReviewAnswers(image: "\(image)", claim: 1, answers: ["section": .no]),
            rubric: RubricReference(id: "general", version: "1", sha256: String(repeating: "0", count: 64))
        )
    }

    @Test("Critical findings are listed with where they lie, in every scope that has them")
    func urgent() throws {
        let network = try report()
        let critical = try #require(network.urgent?.critical)
        #expect(critical.count == 1 && critical.waiting == 1 && critical.rejected == 0)
        #expect(critical.images.map(\.place) == ["C03/20260310_E5/3.png"] && critical.images[0].codes == ["IN_AIR"])
        #expect(network.urgent?.duplicates == nil)
        #expect(try report(.institution("C03")).urgent?.critical?.count == 1)
        #expect(try report(.institution("C01")).urgent == nil)
        #expect(
            try report(.technician(institution: "C03", code: "wang")).urgent?.critical?.images.first?.file == "3.png"
        )
        let line = try #require(PeriodSummary(network).lines.first { $0.text.zh.contains("严重问题的图像 1 张") })
        #expect(line.state == .act && line.text.zh.contains("C03/20260310_E5/3.png"))
        #expect(line.text.zh.contains("待专家复核 1") && line.text.en.contains("1 wait for an expert"))
        trial.remove()
    }

    @Test("Who is under contract and handed in nothing gets a row and a line; others do not")
    func silent() throws {
        for (code, from, until) in [
            ("C10", nil, nil), ("C11", "2026-03-31", nil), ("C12", "2025-01-01", "2026-03-01"),
            ("C13", "2026-04-01", nil),
            ("C14", nil, "2026-02-28"), ("C15", "2025-01-01", nil), ("C01", "2025-01-01", nil),
        ] as [(String, String?, String?)] {
            var entry = InstitutionRecord(
                code: code,
                title: "\(code) 医院",
                ownership: code == "C11" ? .nonPublic : .public,
                county: code == "C11" ? "510107" : "510115"
            )
            (entry.contractFrom, entry.contractUntil) = (from, until)
            try room.store.add(entry, at: Timestamp(milliseconds: day.milliseconds - 86_400_000))
        }
        try room.store.retire(
            InstitutionRecord.self,
            RegistryReference("C15"),
            at: Timestamp(milliseconds: day.milliseconds)
        )
        let network = try report()
        #expect(network.handedInNothing?.map(\.id) == ["C10", "C11", "C12"])
        let row = try #require(network.byInstitution.first { $0.id == "C11" })
        #expect(row.handedInNothing == true && row.counts.exams == 0 && row.rank == nil && row.name.zh == "C11 医院")
        let line = try #require(PeriodSummary(network).lines.first { $0.text.zh.contains("未提交任何检查") })
        #expect(line.state == .act && line.text.zh.contains("，3 家本期") && line.text.zh.contains("C12 医院"))
        #expect(try report(county: "510115").handedInNothing?.map(\.id) == ["C10", "C12"])
        #expect(try report(ownership: .nonPublic).handedInNothing?.map(\.id) == ["C11"])
        #expect(try report(examType: "thyroid").handedInNothing == nil)
        let own = try report(.institution("C10"))
        #expect(own.handedInNothing?.map(\.id) == ["C10"] && own.byInstitution.isEmpty)
        #expect(PeriodSummary(own).lines.map(\.state) == [.act])
        // A month that has not begun asks nothing of anybody; one that has just begun has no row of blame.
        #expect(try report(month: "2099-01").handedInNothing == nil)
        #expect(network.period.isOpen == nil)
        // A wholly empty month names all who were under contract then; C10 and C14 were not registered yet.
        #expect(try report(month: "2025-06").handedInNothing?.map(\.id) == ["C01", "C12", "C15"])
        trial.remove()
    }
}
