import Foundation
import Grading
import Reports
import Testing

@Suite("An institution's training plan as page and paper")
struct TrainingPlanSheetTests {
    /// Exams of ten images each; of every code, how many images of which exam have it.
    private static func history(
        _ technician: String?,
        of institution: String = "C01",
        exams: Int = 10,
        _ found: [(code: String, exam: Int, images: Int)] = []
    ) -> FindingHistory {
        FindingHistory(
            institution: institution,
            technician: technician,
            exams: (0..<exams).map { exam in
                let codes = found.filter { $0.exam == exam }.flatMap {
                    Array(repeating: Set([$0.code]), count: $0.images)
                }
                return ExamFindings(exam: "E\(exam)", images: exams == 1 ? 6 : 10, found: codes)
            }
        )
    }

    private static let gain = [("GAIN_HIGH", 0, 10), ("GAIN_HIGH", 2, 10), ("GAIN_HIGH", 4, 10)]
        .map { (code: $0.0, exam: $0.1, images: $0.2) }
    private static let blur = [("BLUR", 5, 3), ("BLUR", 6, 3), ("BLUR", 7, 3)]
        .map { (code: $0.0, exam: $0.1, images: $0.2) }

    /// zhang and li have GAIN_HIGH on 30 of 100 images, zhang BLUR in three exams in a row; the peers 5 of 100.
    private static func sheet(isEmpty: Bool = false) -> TrainingPlanSheet {
        let peers = (0..<4).map { history("p\($0)", of: "C02", [(code: "GAIN_HIGH", exam: 1, images: 5)]) }
        let own = [history("zhang", gain + blur), history("li", gain), history("wang", exams: 1)]
        let technicians = TrainingPlanner.plans(own + peers).filter { $0.institution == "C01" }
        let whole = TrainingPlanner.plans([
            history(nil, gain + blur + [(code: "DEVICE_DROPOUT", exam: 9, images: 4)]), history(nil, of: "C02"),
            history(nil, of: "C03"),
        ])
        return TrainingPlanSheet(
            institution: "C01",
            name: "成都东区<医院>",
            madeAt: ReportTime(seconds: 1_793_000_000, offset: 28_800),
            days: 30,
            whole: isEmpty ? nil : whole[0],
            technicians: isEmpty ? [] : technicians,
            classes: isEmpty ? [] : TrainingPlanner.classes(technicians),
            names: ["zhang": "张敏", "li": "李强"],
            program: "0.1.0"
        )
    }

    @Test("The page says who needs what and why, in both languages, and a name cannot become markup")
    func page() throws {
        let html = String(decoding: try Self.sheet().rendered(as: .html, language: .zh), as: UTF8.self)
        for text in [
            "<h1>C01 成都东区&lt;医院&gt;</h1>", "3 名技术人员中 2 人建议培训，共 2 个专题。",
            "建议集中培训 T01 增益与动态范围：3 人中 2 人需要（zhang 张敏、li 李强）。",
            "A class on T01 Gain and dynamic range is worth it: 2 of 3 need it (zhang 张敏, li 李强).",
            "1 人图像不足 20 幅", "请设备维修处理", "30/100 = 30.0 % (21.9–39.6 %)", "高于全网中位数 5.0 %",
            "连续 3 例检查（偶然 0 %）", "in 3 consecutive exams (by chance 0 %)", "<svg class=\"plot\"",
        ] { #expect(html.contains(text), "\(text)") }
        #expect(!html.contains("东区<医院>"))
        #expect(html.contains("<td class=\"name\">wang</td>"))
        #expect(try PageReader(Array(html.utf8)).firstUnbalancedTag == nil)
    }

    @Test("The paper says the same, has a place to sign, and the same plan gives the same bytes")
    func paper() throws {
        for language in Language.allCases {
            let bytes = try Self.sheet().rendered(as: .pdf, language: language)
            #expect(bytes.starts(with: Array("%PDF".utf8)))
            #expect(try Self.sheet().rendered(as: .pdf, language: language) == bytes)
        }
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext") else { return }
        let file = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID().uuidString).pdf")
        try Data(try Self.sheet().rendered(as: .pdf, language: .zh)).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/pdftotext")
        process.arguments = ["-raw", file.path, "-"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let text = String(decoding: output, as: UTF8.self).filter { !$0.isWhitespace }
        for words in ["C01成都东区<医院>", "3名技术人员中2人建议培训", "zhang张敏", "连续3例检查（偶然0%）", "负责人签字"] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test("Without any exam both say so; other forms than a page and paper are refused")
    func empty() throws {
        let html = String(decoding: try Self.sheet(isEmpty: true).rendered(as: .html, language: .zh), as: UTF8.self)
        #expect(html.contains("一年内没有收到检查。"))
        #expect(!html.contains("<table"))
        #expect(try Self.sheet(isEmpty: true).rendered(as: .pdf, language: .en).count > 1000)
        #expect(throws: ReportError.self) { try Self.sheet().rendered(as: .csv, language: .zh) }
    }
}
