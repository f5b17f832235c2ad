import Foundation
import Testing

@Suite("report indicators")
struct IndicatorsCommandTests {
    private let home: TrialHome

    /// By the clock of the home.
    private static var today: String {
        let zone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt
        return Date().formatted(Date.ISO8601FormatStyle(timeZone: zone).year().month().day())
    }

    /// Two breast exams of a registered physician with reports, one of another institution.
    init() throws {
        home = try TrialHome()
        try run(["institution", "add", "C01", "--title", "青禾镇卫生院"])
        try run(["technician", "add", "C01/T01", "--name", "张丽", "--role", "医师"])
        let today = Self.today
        try run(["device", "add", "C01/US-1", "--metrology-on", today, "--inspected-on", today])
        try run(["device", "add", "C01/US-2"])
        try drop("C01", "E1", report: "右乳结节，BI-RADS 3类", reported: "2026-03-16T10:00:00+08:00", picture: 1)
        try drop("C01", "E2", report: "左乳囊肿，建议随访", reported: "2026-03-18T10:00:00+08:00", picture: 2)
        try drop("C07", "E3", report: "双乳未见明显肿块", reported: "2026-03-16T10:00:00+08:00", picture: 3)
        _ = try home.watchOnce()
    }

    @discardableResult
    private func run(_ arguments: [String], status: Int32 = 0) throws -> Program.Run {
        let run = try Program.run(arguments, environment: ["SONOGRADE_HOME": home.path])
        #expect(run.status == status, "\(arguments): \(run.errors)")
        return run
    }

    private func drop(_ place: String, _ exam: String, report: String, reported: String, picture: Int) throws {
        let folder = home.inbox + "/\(place)/20260315_\(exam)_breast"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(try TrialPictures.jpeg(picture)).write(to: URL(fileURLWithPath: folder + "/01_breast.r.uo.jpg"))
        let manifest: [String: Any] = [
            "technicianId": "T01", "deviceId": "US-1", "reportText": report, "patientClass": "inpatient",
            "orderedAt": "2026-03-15T09:00:00+08:00", "reportedAt": reported,
        ]
        try JSONSerialization.data(withJSONObject: manifest).write(to: URL(fileURLWithPath: folder + "/exam.json"))
    }

    private func indicators(_ arguments: [String]) throws -> [String: [String: Any]] {
        let output = try run(["report", "indicators", "--format", "json"] + arguments).output
        let report = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
        let sets = try #require(report["sets"] as? [[String: Any]])
        let lines = sets.flatMap { $0["indicators"] as? [[String: Any]] ?? [] }
        return Dictionary(uniqueKeysWithValues: lines.map { ($0["id"] as? String ?? "", $0) })
    }

    @Test("What the data gives is computed, for the network and for one institution; the rest says why not")
    func values() throws {
        let network = try indicators([])
        #expect(network["us-06"]?["value"] as? Double == 50)
        #expect(network["us-tl-01"]?["denominator"] as? Int == 3)
        #expect(network["us-tl-01"]?["numerator"] as? Int == 2)
        #expect(network["us-eq-01"]?["value"] as? Double == 50)
        #expect(network["us-cv-01"]?["available"] as? Bool == false)
        #expect((network["us-cv-01"]?["reason"] as? [String: String])?["zh"]?.contains("未上送") == true)
        #expect(network["us-hr-01"]?["available"] as? Bool == false)
        #expect(network["net-recurrence"]?["available"] as? Bool == false)
        #expect(network["net-certificates"]?["value"] as? Double == 0)
        let one = try indicators(["--institution", "C01"])
        #expect(one["us-tl-01"]?["value"] as? Double == 50)
        #expect(one["net-complete"]?["denominator"] as? Int == 2)
        let month = String(Self.today.prefix(7))
        let workload = try indicators(["--institution", "C01", "--month", month])["us-hr-01"]
        // The month goes on: two exams in the part of it that is over.
        let months = try #require(workload?["denominator"] as? Double)
        #expect(workload?["numerator"] as? Int == 2)
        #expect(months > 0 && months <= 1)
        try run(["report", "indicators", "--institution", "nowhere"], status: 2)
    }

    @Test("The monthly export writes the network and every institution as CSV and JSON; goals of the home are judged")
    func exported() throws {
        let folder = home.path + "/indicators"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let month = String(Self.today.prefix(7))
        let goals = """
            goals:
              - {indicator: us-06, at_least: 90, from: 2020-01-01, until: 2099-12-31, institution: C01}
            """
        try Data(goals.utf8).write(to: URL(fileURLWithPath: folder + "/goals.yaml"))
        let out = home.scratch.path + "/out"
        try run(["report", "indicators", "--month", month, "--each", "--folder", out])
        let json = try Data(contentsOf: URL(fileURLWithPath: "\(out)/indicators-\(month).json"))
        let reports = try #require(try JSONSerialization.jsonObject(with: json) as? [[String: Any]])
        let places = reports.map { ($0["institution"] as? [String: Any])?["id"] as? String }
        #expect(places == [nil, "C01", "C07"])
        let csv = try String(contentsOfFile: "\(out)/indicators-\(month).csv", encoding: .utf8)
        #expect(csv.split(separator: "\r\n").count == 1 + 3 * 27)
        let judged = try #require(csv.split(separator: "\r\n").first { $0.contains(",C01,us-2022,us-06,") })
        #expect(judged.hasSuffix(",≥90,missed_unsure"), "\(judged)")
        let table = try run(["report", "indicators", "--institution", "C01", "--month", month, "--format", "table"])
        #expect(table.output.contains("青禾镇卫生院"))
        #expect(table.output.contains("≥90 未达标"))
        try Data("goals:\n  - {indicator: us-6}\n".utf8).write(to: URL(fileURLWithPath: folder + "/goals.yaml"))
        let wrong = try run(["report", "indicators"], status: 64)
        #expect(wrong.errors.contains("goals.yaml:2: "), "\(wrong.errors)")
    }

    @Test("An exam's report names the registered institution and says whether its images may be recognised elsewhere")
    func recognition() throws {
        let run = try run(["report", "exam", "E1", "--format", "json"])
        let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let institution = report["institution"] as? [String: Any]
        #expect(institution?["name"] as? String == "青禾镇卫生院")
        #expect(institution?["registered"] as? Bool == true)
        let recognition = try #require(report["recognition"] as? [String: Any])
        #expect(recognition["state"] as? String == "not_recognised")
        let reasons = (recognition["reasons"] as? [[String: String]] ?? []).compactMap { $0["zh"] }
        #expect(reasons.contains { $0.contains("个必查切面") }, "\(reasons)")
    }
}
