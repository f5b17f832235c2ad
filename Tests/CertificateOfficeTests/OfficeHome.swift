import CertificateOffice
import Certificates
import Foundation
import Grading
import Intake
import Store

/// A home with two institutions, five technicians and a course that some of them have completed.
final class OfficeHome {
    let home: Home
    let store: Store

    /// 2026-11-22T09:00:00+08:00.
    static let now = Date(timeIntervalSince1970: 1_795_309_200)

    init(_ settings: [String: String] = [:]) throws {
        let path = FileManager.default.temporaryDirectory.path + "/sonograde-office-\(UUID().uuidString)"
        home = Home(path: path)
        _ = try home.create()
        let template = try String(contentsOfFile: home.settingsFile, encoding: .utf8)
        let own = [
            "issuer": "成都市温江区人民医院", "prefix": "WJUS", "base_url": "https://cert.example.org/u",
            "signatory": "王主任",
        ].merging(settings) { $1 }
        let text = template.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            own.first { line.hasPrefix("  \($0.key):") }.map { "  \($0.key): \"\($0.value)\"" } ?? String(line)
        }.joined(separator: "\n")
        try text.write(toFile: home.settingsFile, atomically: true, encoding: .utf8)
        store = try Store.open(home: path, at: Timestamp(Self.now))
        _ = try KeyRing(home: home, store: store).makeFirst(at: Timestamp(Self.now))
        try fill()
    }

    deinit { try? FileManager.default.removeItem(atPath: home.path) }

    /// The office, at some moment.
    func office(at moment: Date = OfficeHome.now) throws -> CertificateOffice {
        CertificateOffice(home: home, settings: try home.settings(), store: store, program: "sonograde test") { moment }
    }

    /// zhang and wang completed it; li was absent, zhao failed the theory, sun was never marked.
    private func fill() throws {
        let now = Timestamp(Self.now)
        for (code, title) in [("C01", "青禾镇卫生院"), ("C02", "平安医院")] {
            try store.add(InstitutionRecord(code: code, title: title), at: now)
        }
        for (institution, code, name, identity) in [
            ("C01", "zhang", "张敏", "510***********1234"), ("C01", "li", "李强", nil), ("C02", "wang", "欧阳雪", nil),
            ("C02", "zhao", "赵磊", nil), ("C02", "sun", "孙丽", nil),
        ] {
            try store.add(
                TechnicianRecord(
                    institution: institution,
                    code: code,
                    name: name,
                    sex: .female,
                    title: "主管技师",
                    identityMasked: identity
                ),
                at: now
            )
        }
        try store.addCourse(
            CourseRecord(
                id: "T03A",
                title: "远程超声图像质控培训班",
                topics: ["T03"],
                startsOn: "2026-10-12",
                endsOn: "2026-10-13",
                sessions: [.init(day: "2026-10-12", hours: 80), .init(day: "2026-10-13", hours: 80)],
                organiser: "成都市温江区人民医院",
                addedAt: now
            ),
            at: now
        )
        try store.add(TeacherRecord(id: "chen", name: "陈老师"), at: now)
        _ = try store.enter(
            [
                entry("C01", "zhang", [1: 80, 2: 80], 86, 91), entry("C01", "li", [1: 80], 90, 90),
                entry("C02", "wang", [1: 80, 2: 60], 60, 75), entry("C02", "zhao", [1: 80, 2: 80], 59, 90),
                entry("C02", "sun", [1: 80, 2: 80], nil, nil),
            ],
            course: "T03A",
            at: now
        )
    }

    private func entry(_ institution: String, _ code: String, _ hours: [Int: Int], _ theory: Int?, _ practical: Int?)
        -> CourseEntry
    {
        let marks = [(CoursePart.theory, theory), (.practical, practical)].compactMap { part, points in
            points.map { CourseEntry.Mark(part: part, tenths: $0 * 10, day: "2026-10-13", markedBy: "chen") }
        }
        return CourseEntry(institution: institution, technician: code, enrols: true, attendance: hours, marks: marks)
    }
}
