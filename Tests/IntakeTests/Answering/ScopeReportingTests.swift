import Digests
import Foundation
import Grading
import Intake
import Reports
import Store
import Testing

/// A store with two institutions of two counties, three technicians and a bad month of one of them.
@Suite("Reports of scopes and cuts")
struct ScopeReportingTests {
    private let trial: TrialRoom
    private let room: WorkRoom
    private let clock = ReportClock(zone: "Asia/Shanghai")
    /// 2026-03-10 10:00 in Shanghai.
    private let day = Timestamp(milliseconds: 1_773_108_000_000)
    private var hour: Int64 { 3_600_000 }
    private var now: Timestamp { Timestamp(milliseconds: day.milliseconds + 40 * 24 * hour) }

    init() throws {
        trial = try TrialRoom()
        let moment = Date(timeIntervalSince1970: Double(day.milliseconds) / 1000 + 40 * 86_400)
        room = try trial.open(now: { moment })
        // March: zhang two exams by day, one of them by night; li one; the other institution one thyroid.
        try drop("C01", "E1", technician: "zhang", device: "US1", scores: [95, 91, 40], after: 0, answeredAfter: 60)
        try drop("C01", "E2", technician: "zhang", device: "US2", scores: [92], after: 12, answeredAfter: 3 * 3600)
        try drop("C01", "E3", technician: "li", device: "US1", scores: [88, 55], after: 24, answeredAfter: nil)
        try drop("C02", "E4", "thyroid", technician: "wang", device: nil, scores: [97], after: 30, answeredAfter: 30)
        // February.
        try drop("C01", "E0", technician: "zhang", device: "US1", scores: [50, 90], after: -400, answeredAfter: 30)
        try room.store.add(
            try InstitutionRecord(code: "C01", title: "青禾镇卫生院").with(ownership: "public", county: "510115"),
            at: Timestamp(moment)
        )
        try room.store.add(
            try InstitutionRecord(code: "C02", title: "仁和医院").with(ownership: "non_public", county: "510107"),
            at: Timestamp(moment)
        )
        try room.store.add(
            TechnicianRecord(institution: "C01", code: "zhang", name: "张敏", role: .technician),
            at: Timestamp(moment)
        )
    }

    private func now(_ hours: Int64) -> Timestamp { Timestamp(milliseconds: day.milliseconds + hours * hour) }

    private func drop(
        _ institution: String,
        _ exam: String,
        _ type: String = "abdomen",
        section named: String? = nil,
        technician: String,
        device: String?,
        scores: [Double],
        after hours: Int64,
        answeredAfter seconds: Int64?
    ) throws {
        var metadata = ExamMetadata(device: device)
        (metadata.examType, metadata.technician) = (type, technician)
        let section = named ?? (type == "abdomen" ? "abd.liver" : "thy.lr.tr")
        let outcome = try room.store.commit(
            SubmissionCommit(
                institution: FileName(institution),
                identity: ExamIdentity(examID: exam, date: "2026-03-10", folder: FileName("20260310_\(exam)")),
                receivedAt: now(hours),
                lateDays: 7,
                metadata: metadata,
                files: try scores.enumerated().map { index, score in
                    let level: Level = score >= 90 ? .a : score >= 80 ? .b : score >= 60 ? .c : .d
                    let reasons = level == .d ? ["level_D"] : []
                    return SubmittedFile(
                        name: FileName("\(index).png"),
                        sha256: try SHA256.digest(of: "\(exam)/\(index)").hex,
                        bytes: 100,
                        content: .image(
                            GradedImage(
                                path: "\(index).png",
                                status: .graded,
                                section: section,
                                score: score,
                                level: level,
                                items: [ItemScore(id: "gain", weight: 100, score: score / 100)],
                                findings: level == .d ? [Finding(code: "BLUR", severity: .major)] : [],
                                triage: Triage(
                                    route: reasons.isEmpty ? .pass : .review,
                                    reasons: reasons,
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
            at: now(hours)
        )
        guard let seconds else { return }
        try room.store.markAnswered(
            exam: outcome.examID,
            revision: outcome.revision,
            reportSHA: String(repeating: "a", count: 64),
            at: Timestamp(milliseconds: now(hours).milliseconds + seconds * 1000)
        )
    }

    private func report(
        _ subject: ReportRequest.Subject,
        ownership: Ownership? = nil,
        county: String? = nil,
        examType: String? = nil,
        section: String? = nil
    ) throws -> PeriodReport {
        let march = try #require(ReportSpan(month: "2026-03", clock: clock))
        return try PeriodReporting(store: room.store, library: room.library, clock: clock, program: "test").report(
            ReportRequest(
                subject,
                span: march,
                ownership: ownership,
                county: county,
                examType: examType,
                section: section,
                now: now
            )
        )
    }

    @Test("A technician's report has the technician's exams alone, whether registered or not")
    func technicians() throws {
        let zhang = try report(.technician(institution: "C01", code: "zhang"))
        #expect(zhang.kind == .technician && zhang.scopeName.zh == "青禾镇卫生院 · 张敏 (zhang)")
        #expect(zhang.subject?.registered == true && zhang.institution?.name == "青禾镇卫生院")
        #expect(zhang.counts.exams == 2 && zhang.counts.graded == 4 && zhang.levels.d == 1)
        #expect(zhang.findings.map(\.code) == ["BLUR"])
        #expect(zhang.series?.points.map(\.graded) == [2, 4] && zhang.series?.points.map(\.passing) == [1, 3])
        #expect(zhang.series?.drawnFailures == [] && zhang.series?.drawnDays == [])
        #expect(zhang.before?.label == "2026-02" && zhang.before?.passing == 1)
        #expect(zhang.byDevice?.map(\.id).sorted() == ["US1", "US2"] && zhang.byTechnician == nil)
        let li = try report(.technician(institution: "C01", code: "li"))
        #expect(li.subject?.registered == false && li.counts.graded == 2)
        #expect(throws: StoreError.self) { try report(.technician(institution: "C01", code: "nobody")) }
        #expect(throws: StoreError.self) { try report(.technician(institution: "C09", code: "zhang")) }
        trial.remove()
    }

    @Test("Device, institution, region and network each count their own, and cuts leave out the rest")
    func scopes() throws {
        #expect(try report(.device(institution: "C01", code: "US1")).counts.graded == 5)
        let place = try report(.institution("C01"))
        #expect(place.counts.graded == 6 && place.byInstitution.isEmpty)
        let rows = try #require(place.byTechnician)
        #expect(rows.map(\.id).sorted() == ["li", "zhang"])
        #expect(rows.first { $0.id == "zhang" }?.name.zh == "张敏")
        #expect(rows.first { $0.id == "li" }?.registered == false)
        #expect(rows.reduce(0) { $0 + $1.levels.total } == place.levels.total)

        let network = try report(.network)
        #expect(network.counts.graded == 7 && network.byInstitution.map(\.name.zh).sorted() == ["仁和医院", "青禾镇卫生院"])
        #expect(network.byCounty?.map(\.id) == ["510115", "510107"])
        #expect(network.byCounty?.first?.name.zh == "四川省成都市温江区")
        #expect(network.byOwnership?.map(\.levels.total) == [6, 1])
        #expect(network.bySection?.map(\.counts.images) == [6, 1])

        for (code, images, name) in [("510115", 6, "四川省成都市温江区"), ("510100", 7, "四川省成都市"), ("110101", 0, "北京市东城区")] {
            let region = try report(.region(code))
            #expect(region.kind == .region && region.counts.graded == images, "\(code)")
            #expect(region.scopeName.zh.hasPrefix(name.prefix(3)), "\(region.scopeName.zh)")
        }
        #expect(try report(.network, ownership: .nonPublic).counts.graded == 1)
        #expect(try report(.network, county: "510115").counts.exams == 3)
        #expect(try report(.network, examType: "thyroid").counts.graded == 1)
        #expect(try report(.network, section: "abd.liver").counts.graded == 6)
        #expect(try report(.network, ownership: .public, section: "thy.lr.tr").counts.graded == 0)
        #expect(try report(.technician(institution: "C01", code: "zhang"), examType: "thyroid").counts.exams == 0)
        let cut = try report(.network, ownership: .public, county: "510115")
        #expect(cut.cutNames.map(\.zh) == ["仅公立机构", "仅四川省成都市温江区"])
        trial.remove()
    }

    @Test("Waits are told by day and night against the targets, and what is late is named, the worst first")
    func waits() throws {
        let waits = try #require(try report(.institution("C01")).waits)
        let answered = try #require(waits.stages.first { $0.stage == .answered })
        // E1 60 s by day, E2 3 h by night (22:00), E3 waits since 39 days.
        #expect(answered.target == 7200 && answered.all.due == 3 && answered.all.late == 2 && answered.all.open == 1)
        #expect(answered.day.seconds?.count == 1 && answered.day.late == 1 && answered.night.late == 1)
        let read = try #require(waits.stages.first { $0.stage == .readFlagged })
        #expect(read.all.open == 2 && read.all.late == 2 && read.all.seconds == nil && read.all.within == 0)
        #expect(waits.lateCount == 4)
        let first = try #require(waits.late.first)
        #expect(first.stage == .answered && first.folder == "20260310_E3" && first.open && first.technician == "li")
        #expect(waits.late.last?.folder == "20260310_E2" && waits.late.last?.night == true)
        #expect(waits.late.filter { $0.file != nil }.count == 2)
        trial.remove()
    }

    @Test("A section is found by its name as by its id; one that nobody has is said not to be there")
    func sections() throws {
        let liver = try #require(ExamCatalogue.section(id: "abd.liver") ?? ExamCatalogue.sections.first)
        #expect(SectionNames.id(of: liver.name.zh, examType: "abdomen") == liver.id)
        #expect(SectionNames.id(of: liver.id) == liver.id)
        #expect(SectionNames.id(of: "没有") == "没有")
        let error = #expect(throws: StoreError.self) { try report(.network, section: "没有") }
        #expect(error?.code == .notFound)
        trial.remove()
    }

    @Test("What exams lack is counted by the exam type that requires it, and the type is named wherever it is shown")
    func missingSections() throws {
        for (exam, type, section) in [
            ("E5", "abdomen", "abd.liver.pv"), ("E6", "abdomen", "abd.gb.long"), ("E7", "thyroid", "thy.r.tr.mid"),
        ] {
            try drop(
                "C02",
                exam,
                type,
                section: section,
                technician: "wang",
                device: nil,
                scores: [95],
                after: 40,
                answeredAfter: 9
            )
        }
        let network = try report(.network)
        func count(_ section: String) -> MissingSectionCount? {
            network.missingSections.first { $0.section.id == section }
        }
        let (portal, left) = (try #require(count("abd.liver.pv")), try #require(count("thy.l.tr.mid")))
        #expect(portal.examType?.id == "abdomen" && (portal.missing, portal.required) == (1, 2))
        #expect(left.examType?.id == "thyroid" && (left.missing, left.required) == (1, 1))
        #expect(count("thy.r.tr.mid") == nil, "nobody lacks it")
        #expect(network.missingSections.allSatisfy { $0.examType != nil })
        let names = [portal, left].compactMap { $0.examType?.name.zh }
        func text(_ format: ReportFormat) throws -> String {
            String(decoding: try network.rendered(as: format, language: .zh), as: UTF8.self)
        }
        let shown = try #require(try text(.table).components(separatedBy: "缺少的必查切面").last)
        for name in names { #expect(shown.contains(name), "\(name) in \(shown)") }
        #expect(try text(.jsonl).contains(#""exam_type":{"id":"thyroid""#))
        trial.remove()
    }

    @Test("The days on which something came, by the home's clock")
    func days() throws {
        let days = try #require(try report(.network).series?.days)
        // 22:00 in Shanghai is the same day, 34:00 the next.
        #expect(days.map(\.date) == ["2026-03-10", "2026-03-11"])
        #expect(days.map(\.exams) == [2, 2] && days.map(\.images) == [4, 3])
        trial.remove()
    }

    @Test("A month's reports are written once, listed, and written anew only when asked for; safe names for any code")
    func monthly() throws {
        try drop("C01", "E5", technician: "../王/四%", device: ".US", scores: [90], after: 40, answeredAfter: 5)
        let reports = MonthlyReports(
            home: trial.home,
            reporting: PeriodReporting(store: room.store, library: room.library, clock: clock, program: "test"),
            language: .zh,
            program: "test"
        )
        let march = try #require(ReportSpan(month: "2026-03", clock: clock))
        let folder = trial.home.outbox + "/_reports/2026-03"
        #expect(reports.lastMonth(at: now) == "2026-03")
        #expect(!reports.isDone(month: "2026-03"))
        // Network, 2 regions, 2 institutions, 4 technicians, 3 devices.
        #expect(try reports.write(march, again: false, now: now) == .written(reports: 12, folder: folder, problems: []))
        #expect(reports.isDone(month: "2026-03"))
        let list = try JSONDecoder().decode(
            MonthlyList.self,
            from: Data(contentsOf: URL(fileURLWithPath: folder + "/reports.json"))
        )
        #expect(list.reports.map(\.id).prefix(4) == ["network", "510107", "510115", "C01"])
        for file in list.reports.flatMap({ Array($0.files.values) }) {
            #expect(FileManager.default.fileExists(atPath: folder + "/" + file), "\(file)")
            #expect(!file.contains(".."), "\(file)")
        }
        #expect(list.reports.contains { $0.files["html"] == "institutions/C01/technicians/%2E.%2F王%2F四%25.html" })
        let page = folder + "/institutions/C01/technicians/zhang.html"
        #expect(try String(contentsOfFile: page, encoding: .utf8).contains("张敏"))

        try FileManager.default.removeItem(atPath: page)
        #expect(try reports.write(march, again: false, now: now) == .alreadyThere(folder: folder))
        #expect(!FileManager.default.fileExists(atPath: page))
        #expect(try reports.write(march, again: true, now: now) == .written(reports: 12, folder: folder, problems: []))
        #expect(FileManager.default.fileExists(atPath: page))
        let empty = try #require(ReportSpan(month: "2025-01", clock: clock))
        #expect(try reports.write(empty, again: false, now: now) == .nothing)
        #expect(!reports.isDone(month: "2025-01"))
        trial.remove()
    }

    @Test("A watcher writes last month's reports by itself, unless the setting says no")
    func watched() throws {
        let list = trial.home.outbox + "/_reports/2026-03/reports.json"
        for isOn in [false, true] {
            var settings = room.settings
            settings.writesMonthlyReports = isOn
            let now = room.now
            let other = WorkRoom(
                home: trial.home,
                settings: settings,
                store: room.store,
                library: room.library,
                program: "test",
                now: now
            )
            _ = try Watcher(room: other, wake: try WakeUp()).run(.once)
            #expect(FileManager.default.fileExists(atPath: list) == isOn)
        }
        trial.remove()
    }

    @Test("A broken file of goals is left out alone, and said in both exports, the list and the outcome")
    func brokenGoals() throws {
        let indicators = trial.home.indicators
        try FileManager.default.createDirectory(atPath: indicators, withIntermediateDirectories: true)
        let sound = "goals:\n  - {indicator: us-06, at_least: 90, from: 2020-01-01, until: 2099-12-31}\n"
        try Data(sound.utf8).write(to: URL(fileURLWithPath: indicators + "/a.yaml"))
        try Data("goals:\n  - {indicator: us-6}\n".utf8).write(to: URL(fileURLWithPath: indicators + "/b.yaml"))
        let reports = MonthlyReports(
            home: trial.home,
            reporting: PeriodReporting(store: room.store, library: room.library, clock: clock, program: "test"),
            language: .zh,
            program: "test"
        )
        let march = try #require(ReportSpan(month: "2026-03", clock: clock))
        guard case .written(_, let folder, let problems) = try reports.write(march, again: false, now: now) else {
            Issue.record("nothing was written")
            return
        }
        #expect(!problems.isEmpty && problems.allSatisfy { $0.contains("b.yaml:2: ") }, "\(problems)")
        let list = try JSONDecoder().decode(
            MonthlyList.self,
            from: Data(contentsOf: URL(fileURLWithPath: folder + "/reports.json"))
        )
        #expect(list.problems == problems)
        let json = try JSONDecoder().decode(
            [IndicatorReport].self,
            from: Data(contentsOf: URL(fileURLWithPath: folder + "/indicators.json"))
        )
        #expect(json.map(\.problems) == json.map { _ in problems })
        // The sound file's goal is judged.
        let lines = try #require(json.first).groups.flatMap(\.indicators)
        #expect(lines.first { $0.id == "us-06" }?.goals.count == 1)
        let csv = try String(contentsOfFile: folder + "/indicators.csv", encoding: .utf8)
        #expect(csv.contains("指标文件有错，未计入") && csv.contains("b.yaml:2: "))

        try FileManager.default.removeItem(atPath: indicators + "/b.yaml")
        guard case .written(_, _, let none) = try reports.write(march, again: true, now: now) else {
            Issue.record("nothing was written")
            return
        }
        #expect(none.isEmpty)
        trial.remove()
    }
}

extension InstitutionRecord {
    /// The same with more said of it.
    fileprivate func with(ownership: String, county: String) throws -> InstitutionRecord {
        var record = self
        try record.set("ownership", to: ownership)
        try record.set("county", to: county)
        return record
    }
}
