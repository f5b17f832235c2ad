import Foundation
import Grading
import Store
import Testing

/// A home whose course one technician has completed and one has not.
struct CertificateTrial {
    let home: TrialHome

    init() throws {
        home = try TrialHome()
        for (key, value) in [
            ("issuer", "成都市温江区人民医院"), ("prefix", "WJUS"), ("base_url", "https://cert.example.org"),
        ] { try home.set(key, "\"\(value)\"") }
        let now = Timestamp(Date(timeIntervalSince1970: 1_795_000_000))
        let store = try Store.open(home: home.path, at: now)
        try store.add(InstitutionRecord(code: "C01", title: "青禾镇卫生院"), at: now)
        for (code, name) in [("zhang", "张敏"), ("li", "李强")] {
            try store.add(TechnicianRecord(institution: "C01", code: code, name: name), at: now)
        }
        let course = CourseRecord(
            id: "T03A",
            title: "远程超声图像质控培训班",
            topics: ["T03"],
            startsOn: "2026-10-12",
            endsOn: "2026-10-12",
            sessions: [.init(day: "2026-10-12", hours: 80)],
            addedAt: now
        )
        try store.addCourse(course, at: now)
        try store.add(TeacherRecord(id: "chen", name: "陈老师"), at: now)
        let marks = CoursePart.allCases.map {
            CourseEntry.Mark(part: $0, tenths: 800, day: "2026-10-12", markedBy: "chen")
        }
        _ = try store.enter(
            [
                CourseEntry(institution: "C01", technician: "zhang", enrols: true, attendance: [1: 80], marks: marks),
                CourseEntry(institution: "C01", technician: "li", enrols: true, attendance: [1: 20], marks: marks),
            ],
            course: "T03A",
            at: now
        )
        try store.close()
    }

    func run(_ arguments: String...) throws -> Program.Run { try home.run(arguments) }

    /// The lines of a command's answer.
    func lines(_ arguments: [String]) throws -> [[String: Any]] {
        try home.run(arguments + ["--format", "jsonl"]).output.split(separator: "\n").map { try object(String($0)) }
    }
}
