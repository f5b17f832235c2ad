import Foundation
import Testing

/// The samples show what their README says.
@Suite("The samples")
struct SampleTests {
    private struct Answer: Decodable {
        struct Image: Decodable {
            struct Grade: Decodable {
                struct Finding: Decodable {
                    let code: String
                    let severity: String
                }
                struct Area: Decodable { let shape: String }
                let status: String
                let level: String?
                let findings: [Finding]
                let area: Area?

                enum CodingKeys: String, CodingKey {
                    case status, level, findings
                    case area = "scan_area"
                }

                var told: Set<String> { Set(findings.filter { $0.severity != "info" }.map(\.code)) }
                var grave: Set<String> {
                    Set(findings.filter { ["major", "critical"].contains($0.severity) }.map(\.code))
                }
            }
            let file: String
            let grade: Grade
        }
        struct Unreadable: Decodable {
            struct Problem: Decodable { let code: String }
            let file: String
            let error: Problem
        }
        struct Section: Decodable { let id: String }
        struct Exam: Decodable { let id: String }
        let exam: Exam
        let images: [Image]
        let unreadable: [Unreadable]
        let missing: [Section]

        enum CodingKeys: String, CodingKey {
            case exam, images, unreadable
            case missing = "missing_sections"
        }

        func grade(_ prefix: String) throws -> Image.Grade {
            try #require(images.first { $0.file.hasPrefix(prefix) }, "\(exam.id) has no \(prefix)").grade
        }
    }

    /// Answers by exam id.
    private let answers: [String: Answer]

    init() throws {
        let home = try TrialHome()
        let inbox = Checkout.root.appendingPathComponent("Samples/inbox").path
        for name in try FileManager.default.contentsOfDirectory(atPath: inbox) {
            try FileManager.default.copyItem(atPath: inbox + "/" + name, toPath: home.inbox + "/" + name)
        }
        let run = try Program.run(
            ["watch", "--once", "--settle", "0", "--patience", "1", "--home", home.path]
        )
        #expect(run.status == 1, "two files cannot be read: \(run.errors)")
        var answers: [String: Answer] = [:]
        let outbox = URL(fileURLWithPath: home.outbox)
        let files = FileManager.default.enumerator(at: outbox, includingPropertiesForKeys: nil)
        while let file = files?.nextObject() as? URL {
            guard file.lastPathComponent == "report.json" else { continue }
            let answer = try JSONDecoder().decode(Answer.self, from: try Data(contentsOf: file))
            answers[answer.exam.id] = answer
        }
        self.answers = answers
    }

    private func exam(_ id: String) throws -> Answer { try #require(answers[id], "no answer for \(id)") }

    @Test("each fault is told in its picture, and by one of the codes that the README names")
    func faults() throws {
        let table: [(exam: String, file: String, codes: Set<String>)] = [
            ("QH1002", "01", ["GAIN_HIGH"]), ("QH1002", "02", ["GAIN_LOW"]), ("QH1002", "03", ["TGC_UNEVEN"]),
            ("QH1002", "04", ["TGC_BAND"]), ("QH1002", "05", ["SHADOW"]), ("QH1002", "06", ["CONTACT_LOSS"]),
            ("QH1003", "01", ["DEPTH_EXCESS"]),
            ("QH1004", "02", ["DUP_CROSS_PATIENT"]), ("QH1005", "01", ["DUP_CROSS_PATIENT"]),
            ("BS0202", "01", ["BLUR", "UPSCALED"]), ("BS0202", "02", ["BLUR", "UPSCALED"]),
            ("BS0202", "03", ["JPEG_LOW"]),
            ("BS0202", "04", ["JPEG_LOW"]), ("BS0202", "05", ["NOISE"]), ("BS0202", "06", ["LOWBIT"]),
            ("BS0203", "01", ["SAT_HIGH"]), ("BS0203", "04", ["GAIN_HIGH"]),
            ("YL3002", "02", ["BLANK"]), ("YL3002", "06", ["NOISE", "GAIN_HIGH"]), ("YL3003", "04", ["TGC_UNEVEN"]),
        ]
        for row in table {
            let told = try exam(row.exam).grade(row.file).told
            #expect(!told.isDisjoint(with: row.codes), "\(row.exam)/\(row.file): \(told), not one of \(row.codes)")
        }
    }

    @Test("good pictures have nothing grave")
    func goodPictures() throws {
        for id in ["QH1001", "QH1004", "BS0201", "BS0204"] {
            for image in try exam(id).images {
                let grave = image.grade.grave.subtracting(["DUP_CROSS_PATIENT"])
                #expect(image.grade.status == "graded" && grave.isEmpty, "\(id)/\(image.file): \(grave)")
            }
        }
    }

    @Test("missing sections are named, and only where some are missing")
    func sections() throws {
        #expect(try exam("QH1001").missing.isEmpty)
        #expect(try exam("BS0204").missing.isEmpty)
        #expect(try exam("QH1003").missing.map(\.id) == ["ob.femur.fl"])
        #expect(try exam("YL3001").missing.count >= 6)
    }

    @Test("what is no picture of tissue passes nowhere")
    func nothingToGrade() throws {
        let answer = try exam("YL3002")
        let air = try answer.grade("01")
        #expect(air.told.contains("IN_AIR") && air.level == "D")
        #expect(try answer.grade("02").level == "D")
        #expect(Set(answer.unreadable.map(\.error.code)) == ["truncated", "unsupported_format"])
    }

    @Test("outlines are told apart")
    func shapes() throws {
        let answer = try exam("YL3003")
        #expect(try answer.grade("01").area?.shape == "full_frame")
        #expect(try ["convex", "sector"].contains(try #require(answer.grade("02").area).shape))
        #expect(try answer.grade("03").area?.shape == "trapezoid")
    }
}
