import Foundation
import Grading
import Reports
import Testing

@Suite("A period on paper")
struct PeriodPrintTests {
    private static let canReadPDF = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")

    private func words(_ report: PeriodReport, _ language: Language = .zh) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "sonograde-\(UUID().uuidString).pdf")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(report.rendered(as: .pdf, language: language)).write(to: file)
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/pdftotext")
        process.arguments = ["-layout", file.path, "-"]
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    @Test("It says what the page says, numbers its sheets, and is the same file each time", .enabled(if: canReadPDF))
    func content() throws {
        let report = Fixtures.readNetwork()
        let text = try words(report)
        for wanted in [
            Word.networkReport, .levels, .topFindings, .topMissing, .expertsWork, .agreement, .openWork, .byInstitution,
            .technical,
        ] {
            #expect(text.contains(wanted.text.zh), "\(wanted) is missing")
        }
        let sheets = text.split(separator: "\u{0C}").count { $0.contains { !$0.isWhitespace } }
        let dense = text.filter { !$0.isWhitespace }
        #expect(sheets > 2 && dense.contains("1/\(sheets)") && dense.contains("\(sheets)/\(sheets)"))
        for row in report.byInstitution { #expect(text.contains(row.name.zh.prefix(4))) }
        #expect(try words(report, .en).contains(Word.topFindings.text.en))
        #expect(try report.rendered(as: .pdf, language: .zh) == report.rendered(as: .pdf, language: .zh))
    }

    @Test("An empty period is one sheet that says so", .enabled(if: canReadPDF))
    func empty() throws {
        let report = PeriodReport(period: Fixtures.march, counts: PeriodCounts(), program: "sonograde 1.0")
        let text = try words(report)
        #expect(text.contains(Word.emptyPeriod.text.zh))
        #expect(text.filter { !$0.isWhitespace }.hasSuffix("1/1"))
    }

    @Test("A table longer than a sheet goes on, with its head again and no row lost", .enabled(if: canReadPDF))
    func long() throws {
        let rows = (0..<150).map { index in
            PeriodRow(
                id: "C\(1000 + index)",
                name: LocalizedText(zh: "第\(1000 + index)卫生院", en: "Clinic \(1000 + index)"),
                registered: true,
                counts: PeriodCounts(exams: 3, graded: 25),
                levels: LevelCounts(a: 20, b: 3, c: 1, d: 1)
            )
        }
        let report = PeriodReport(
            period: Fixtures.march,
            counts: PeriodCounts(exams: 450, graded: 3750),
            levels: LevelCounts(a: 3000, b: 450, c: 150, d: 150),
            byInstitution: rows,
            program: "sonograde 1.0"
        )
        let text = try words(report)
        for row in rows { #expect(text.contains(row.name.zh)) }
        let sheets = text.split(separator: "\u{0C}").filter { $0.contains("卫生院") }
        #expect(sheets.count >= 3)
        for sheet in sheets { #expect(sheet.contains(Word.unreadable.text.zh)) }
    }

    @Test("The minute's summary and every plot are on it, with their letters", .enabled(if: canReadPDF))
    func plots() throws {
        let report = Fixtures.charted()
        let plots = PeriodPlots(report).all
        #expect(plots.count >= 4)
        let text = try words(report).filter { !$0.isWhitespace }
        #expect(text.contains(Word.inOneMinute.text.zh))
        for plot in plots {
            #expect(text.contains(plot.drawing.title.zh.filter { !$0.isWhitespace }))
            for case .text(let label, _, _, _, _, _) in plot.drawing.marks {
                #expect(text.contains(label.zh.filter { !$0.isWhitespace }), "\(label.zh) of \(plot.id)")
            }
        }
    }
}
