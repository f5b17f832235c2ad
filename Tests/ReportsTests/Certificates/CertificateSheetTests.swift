import Foundation
import Grading
import Imaging
import Reports
import Testing
import Typesetting

@Suite("Certificates on paper")
struct CertificateSheetTests {
    private static let address = "https://quality.example/v/3f9c1e0b7a5d42c8908e6b1d2f4a7c55"
    /// What the tests read files back with; without one of them its test is skipped.
    static let canReadCodes = FileManager.default.isExecutableFile(atPath: "/usr/bin/zbarimg")
    static let canReadPDF = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")

    private func sheet() throws -> CertificateSheet {
        let (from, until) = (try #require(CalendarDay("2026-03-02")), try #require(CalendarDay("2026-03-06")))
        return CertificateSheet(
            number: "WJUS-2026-T03-00042-O",
            holder: .init(
                name: .init("张伟", english: "ZHANG Wei"),
                gender: "男",
                maskedIdentity: "510***********1234",
                employer: .init("双流爱园仁医院")
            ),
            course: .init(name: .init("基层超声图像质量控制培训班"), from: from, until: until, hours: 24),
            assessment: .init(theory: 86, practical: 91.5),
            issuer: .init(name: .init("成都市温江区人民医院")),
            issued: try #require(CalendarDay("2026-03-15")),
            verification: Self.address,
            program: "Sonograde 0.5.0"
        )
    }

    private func run(_ tool: String, _ arguments: [String], on bytes: [UInt8], named name: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sonograde-paper-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: name)
        try Data(bytes).write(to: file)
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/\(tool)")
        process.arguments = arguments.map { $0 == "FILE" ? file.path : $0 }
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    @Test(
        "The PDF has the words that were given, and none of what was not",
        .enabled(if: canReadPDF, "no pdftotext here")
    )
    func words() throws {
        let text = try run("pdftotext", ["-raw", "FILE", "-"], on: try sheet().pdf(), named: "sheet.pdf")
            .filter { !$0.isWhitespace }
        for wanted in [
            "结业证书", "张伟同志（男，身份证号510***********1234）", "于2026年3月2日至2026年3月6日参加成都市温江区人民医院举办的",
            "“基层超声图像质量控制培训班”，共24学时，经考核成绩合格，准予结业，特发此证。", "理论考核86分", "操作考核91.5分",
            "WJUS-2026-T03-00042-O", "二〇二六年三月十五日", "（盖章）", Self.address,
        ] {
            #expect(text.contains(wanted), "\(wanted) is missing in \(text)")
        }
        for absent in ["负责人", "项目编号", "学分", "有效期", "替代", "Certificate", "职称"] {
            #expect(!text.contains(absent), "\(absent) was not given")
        }
    }

    @Test("Without marks nobody is said to have passed an examination", .enabled(if: canReadPDF, "no pdftotext here"))
    func withoutMarks() throws {
        var sheet = try sheet()
        sheet.assessment = .init()
        sheet.wording = .bilingual
        sheet.course.credits = .init(kind: "Ⅰ类", points: 5)
        let text = try run("pdftotext", ["-raw", "FILE", "-"], on: try sheet.pdf(), named: "sheet.pdf")
            .filter { !$0.isWhitespace }
        #expect(!text.contains("考核成绩合格") && !text.contains("passed"))
        #expect(text.contains("修完全部课程"))
        #expect(text.contains("ThisistocertifythatZHANGWei(张伟)hasattended"))
        #expect(!text.contains("学分"), "credits stand only with a project's number")
        sheet.course.projectNumber = "2026-09-05-012"
        let full = try run("pdftotext", ["-raw", "FILE", "-"], on: try sheet.pdf(), named: "sheet.pdf")
        #expect(full.contains("2026-09-05-012") && full.contains("Ⅰ类 5 分"))
    }

    @Test("The QR code on the picture opens the address", .enabled(if: canReadCodes, "no zbarimg here"))
    func code() throws {
        let read = try run(
            "zbarimg",
            ["--quiet", "--raw", "FILE"],
            on: try sheet().png(dotsPerInch: 110),
            named: "sheet.png"
        )
        #expect(read.trimmingCharacters(in: .newlines) == Self.address)
    }

    @Test("The same certificate is the same file, byte by byte; another one is not")
    func reproducible() throws {
        var sheet = try sheet()
        let pdf = try sheet.pdf()
        let png = try sheet.png(dotsPerInch: 72)
        let isSame = (try sheet.pdf() == pdf, try sheet.png(dotsPerInch: 72) == png)
        sheet.number = "WJUS-2026-T03-00043-M"
        let isOther = try sheet.pdf() != pdf
        #expect(isSame.0 && isSame.1 && isOther)
    }

    @Test(
        "The PDF names the fonts that it used, the libraries, the issuer and the day of issue",
        .enabled(if: canReadPDF)
    )
    func metadata() throws {
        let facts = try run("pdfinfo", ["FILE"], on: try sheet().pdf(), named: "sheet.pdf")
        #expect(facts.contains("结业证书 WJUS-2026-T03-00042-O"))
        #expect(facts.contains("成都市温江区人民医院"))
        #expect(facts.contains("cairo 1.") && facts.contains("pango 1.") && facts.contains("libqrencode"))
        #expect(facts.contains("2026"))
        #expect(!facts.contains("510"), "no part of an identity number")
        let document = try sheet().document()
        #expect(document.created == "2026-03-15T00:00:00Z")
    }

    @Test("An identity number that is not masked is refused, and so are other values that must not be printed")
    func refused() throws {
        func expectRefusal(_ words: String, _ change: (inout CertificateSheet) throws -> Void) throws {
            var sheet = try sheet()
            try change(&sheet)
            let changed = sheet
            #expect("\(words) has to be refused") { _ = try changed.pdf() } throws: { error in
                guard let error = error as? ReportError else { return false }
                return error.message.contains(words)
            }
        }
        try expectRefusal("not masked") { $0.holder.maskedIdentity = "510123199001011234" }
        try expectRefusal("control characters") { $0.holder.name = .init("张\u{202E}伟") }
        try expectRefusal("0–100") { $0.assessment.theory = 860 }
        try expectRefusal("before it begins") { $0.course.until = try #require(CalendarDay("2026-03-01")) }
        try expectRefusal("before it is issued") { $0.expires = try #require(CalendarDay("2026-03-01")) }
        try expectRefusal("name of the holder") { $0.holder.name = .init(" ") }
        try expectRefusal("U+10FFFD") { $0.holder.name = .init("张\u{10FFFD}") }
        try expectRefusal("too long") { $0.course.name = .init(String(repeating: "超声培训", count: 900)) }
        try expectRefusal("supply a JPEG or PNG") { $0.holder.photo = Array("not a picture".utf8) }
    }

    @Test("A seal and a photograph stand only where they were supplied", .enabled(if: canReadPDF, "no poppler here"))
    func pictures() throws {
        func count(_ sheet: CertificateSheet) throws -> Int {
            let list = try run("pdfimages", ["-list", "FILE"], on: try sheet.pdf(), named: "sheet.pdf")
            return list.split(separator: "\n").count { $0.contains(" image ") }
        }
        var sheet = try sheet()
        #expect(try count(sheet) == 0)
        let grey = [UInt8](repeating: 90, count: 60 * 84 * 3)
        sheet.holder.photo = try JPEGEncoder.encode(rgb: grey, width: 60, height: 84, quality: 90)
        #expect(try count(sheet) == 1)
        sheet.issuer.seal = try PNGEncoder.encode(rgb: grey, width: 60, height: 84)
        #expect(try count(sheet) == 2)
    }

    @Test("Long names make the letters smaller instead of running into the foot")
    func long() throws {
        var sheet = try sheet()
        sheet.wording = .bilingual
        sheet.course.name = .init(
            String(repeating: "基层医疗机构超声图像质量控制规范化", count: 6),
            english: String(repeating: "Standardised image quality control in ultrasound ", count: 5)
        )
        sheet.holder.employer = .init(String(repeating: "凉山彝族自治州美姑县中心卫生院", count: 4))
        let page = try #require(try sheet.document().pages.first)
        let bottom = 147 * Page.millimetre
        for case .text(let text, let place) in page.marks where place.y < bottom {
            #expect(place.y + (try text.extent().height) <= bottom + 0.5)
            #expect(text.size >= 5)
        }
    }
}
