import Foundation
import Grading
import Imaging
import Reports
import Testing

@Suite("An exam on paper")
struct ExamPrintTests {
    private static let canReadPDF = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")

    private func read(_ tool: String, _ arguments: [String], _ pdf: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "sonograde-\(UUID().uuidString).pdf")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(pdf).write(to: file)
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/\(tool)")
        process.arguments = arguments.map { $0 == "FILE" ? file.path : $0 }
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    /// A picture that can be decoded.
    private func preview() throws -> Preview {
        let grey = [UInt8](repeating: 60, count: 320 * 240 * 3)
        let jpeg = try JPEGEncoder.encode(rgb: grey, width: 320, height: 240, quality: 80)
        return Preview(jpeg: jpeg, width: 320, height: 240, scale: 0.3125)
    }

    @Test("Every image, finding, advice and unreadable file is on it, with its picture", .enabled(if: canReadPDF))
    func content() throws {
        let report = Fixtures.exam(preview: try preview())
        let pdf = try report.rendered(as: .pdf, language: .zh)
        let text = try read("pdftotext", ["-raw", "FILE", "-"], pdf).filter { !$0.isWhitespace }
        for (index, image) in report.images.enumerated() where image.standing != .superseded {
            #expect(text.contains("图\(index + 1)·"), "image \(index + 1)")
            #expect(text.contains(image.file.filter { !$0.isWhitespace }))
            for finding in image.grade.findings {
                #expect(text.contains(report.findingTexts.title(of: finding.code).zh.filter { !$0.isWhitespace }))
            }
        }
        for file in report.unreadable { #expect(text.contains(file.file)) }
        #expect(text.contains(Word.fixFirst.text.zh))
        let pictures = try read("pdfimages", ["-list", "FILE"], pdf)
        #expect(pictures.contains(" jpeg "))
    }

    @Test("What the experts said is on it, in both languages", .enabled(if: canReadPDF), arguments: Language.allCases)
    func experts(language: Language) throws {
        let report = Fixtures.readExam()
        let text = try read("pdftotext", ["-raw", "FILE", "-"], try report.rendered(as: .pdf, language: language))
            .filter { !$0.isWhitespace }
        let reading = try #require(report.images.compactMap { $0.expert.flatMap(\.readings.last) }.first)
        #expect(text.contains(reading.expert))
        if let advice = reading.advice { #expect(text.contains(advice.prefix(12).filter { !$0.isWhitespace })) }
        #expect(text.contains(Word.finalResult.text[language].filter { !$0.isWhitespace }))
    }
}
