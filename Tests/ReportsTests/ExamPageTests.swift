import Foundation
import Grading
import Imaging
import Reports
import Testing

@Suite("An exam's page") struct ExamPageTests {
    private func page(_ report: ExamReport, language: Language = .zh) throws -> PageReader {
        try PageReader(report.rendered(as: .html, language: language))
    }

    private func exam(images: [ExamImage], score: Double? = nil, level: Level? = nil) -> ExamReport {
        ExamReport(
            institution: InstitutionReference(id: "c", name: "c", registered: false),
            exam: ExamReference(id: "e", folder: "e"),
            times: ExamTimes(received: Fixtures.time()),
            score: score,
            level: level,
            images: images,
            findingTexts: Fixtures.texts,
            program: "0.1.0"
        )
    }

    @Test("The answer's time is the first answer's, however often it was written anew")
    func answered() throws {
        var report = Fixtures.exam()
        report.times = ExamTimes(
            received: Fixtures.time(),
            graded: Fixtures.time(1),
            answered: Fixtures.time(5400),
            firstAnswered: Fixtures.time(120)
        )
        let page = try page(report)
        #expect(page.count(of: "收到后 2 分答复") == 1 && page.count(of: "1 小时 30 分") == 0)
        #expect(page.count(of: "最近一次更新 ") == 1 && page.count(of: "首次答复") > 0 && page.count(of: "最近更新") > 0)
        #expect(try JSONFile(report.rendered(as: .json, language: .zh)).violations == [])
    }

    @Test("The page needs nothing from outside and runs nothing", arguments: Language.allCases)
    func selfContained(language: Language) throws {
        let page = try page(Fixtures.exam(), language: language)
        #expect(page.outsideParts == [])
        #expect(page.firstUnbalancedTag == nil)
        #expect(page.values(of: "src").count == 5)
        // A wording that slipped in as text instead of markup would show its tags.
        #expect(page.count(of: "&lt;") == 0)
    }

    @Test("Hostile names, labels and reasons stay text")
    func escaping() throws {
        let hostile = "<script>\"肝\"</script>"
        var report = Fixtures.exam()
        report.institution = InstitutionReference(id: hostile, name: hostile, registered: false)
        report.exam = ExamReference(
            id: hostile,
            date: hostile,
            type: ExamTypeReference(id: "x", name: LocalizedText(zh: hostile, en: hostile)),
            folder: hostile,
            pseudonym: hostile,
            technician: hostile,
            device: hostile,
            transducer: hostile,
            preset: hostile
        )
        report.missingSections = [SectionReference(id: hostile)]
        report.images[1].file = "'><img src=x onerror=alert(1)>" + hostile
        report.images[1].section = SectionReference(id: "\" onload=\"alert(1)")
        report.images[1].duplicate = DuplicateReference(file: hostile, exam: hostile)
        report.images[1].grade.findings[0].code = hostile
        report.unreadable[0].file = hostile
        report.unreadable[0].error = ImagingError(code: .corrupt, message: hostile)
        report.repeated[0].file = hostile
        report.withdrawn = WithdrawalNote(at: Fixtures.time(), reason: hostile)
        let page = try page(report)
        #expect(page.outsideParts == [])
        #expect(page.firstUnbalancedTag == nil)
        #expect(page.count(of: "<script") == 0)
        #expect(page.count(of: "<img") == 5)
        #expect(page.count(of: "\" onload") == 0)
        #expect(page.count(of: "&lt;script&gt;&quot;肝&quot;&lt;/script&gt;") > 10)
    }

    @Test("Characters that hide or turn text round are shown as replacement characters")
    func bidirectionalControls() throws {
        var report = Fixtures.exam()
        report.images[0].file = "a\u{202E}gpj.exe\u{1B}[31m"
        let page = try page(report)
        #expect(page.count(of: "a\u{FFFD}gpj.exe\u{FFFD}[31m") == 1)
    }

    @Test("Every image stands on the page exactly once, whatever became of it")
    func everyImageOnce() throws {
        let report = Fixtures.exam()
        let page = try page(report)
        let anchors = page.values(of: "id").filter { $0.hasPrefix("image-") }
        #expect(anchors.sorted() == (1...6).map { "image-\($0)" })
        for image in report.images where image.file != "01_肝.jpg" { #expect(page.count(of: image.file) == 1) }
    }

    @Test("The verdict, what to fix and what is missing come before the first picture")
    func glanceFirst() throws {
        let html = try page(Fixtures.exam()).html
        let firstPicture = try #require(html.range(of: "<img "))
        let top = html[..<firstPicture.lowerBound]
        for text in [
            "83.4", "乙", "初筛", "耦合/接触不良", "Poor contact", "胰腺长轴切面", "Pancreas, long axis", "图像不合格的必查切面", "无法读取 2",
        ] {
            #expect(top.contains(text), "\(text)")
        }
    }

    @Test("The gravest finding leads what to fix first; the replaced image's findings don't count")
    func fixFirst() throws {
        let html = try page(Fixtures.exam()).html
        let contact = try #require(html.range(of: "<li><b><span class=\"zh\" lang=\"zh\">耦合/接触不良"))
        let gain = try #require(html.range(of: "<li><b><span class=\"zh\" lang=\"zh\">总增益过高"))
        #expect(contact.lowerBound < gain.lowerBound)
        let entry = html[contact.lowerBound..<gain.lowerBound]
        #expect(entry.contains("#image-2") && !entry.contains("#image-5"))
    }

    @Test("A finding shows its measured value, limit, cost and advice in both languages")
    func findingInWords() throws {
        let page = try page(Fixtures.exam())
        #expect(page.count(of: "实测 181</span>") == 2)
        #expect(page.count(of: "应不高于 175</span>") == 2)
        #expect(page.count(of: "measured 24.2 %</span>") == 1)
        #expect(page.count(of: "by this device&#39;s baseline") == 1)
        // Image 2 has advice with its own numbers, shown on its card and among what to fix first; image 3 has the general one.
        #expect(page.count(of: "Turn GAIN down by about 2 dB.") == 2)
        #expect(page.count(of: "Turn GAIN down until fluid is just black.") == 1)
    }

    @Test("Findings are drawn over the picture with the number that they have in the list")
    func overlay() throws {
        let html = try page(exam(images: [drawn(findings: [Fixtures.gainHigh, Fixtures.contactLoss])])).html
        let start = try #require(html.range(of: "<svg viewBox="))
        let end = try #require(html.range(of: "</svg>"))
        let expected = """
            <svg viewBox="0 0 1024 768" preserveAspectRatio="none" aria-hidden="true">\
            <polygon class="area" points="430.0,60.0 594.0,60.0 930.0,560.0 720.0,690.0 512.0,730.0 304.0,690.0 94.0,560.0"/>\
            <polygon class="halo" points="380.0,240.0 640.0,240.0 640.0,440.0 380.0,440.0"/>\
            <polygon class="mark minor" points="380.0,240.0 640.0,240.0 640.0,440.0 380.0,440.0"/>\
            <polygon class="halo" points="110.0,300.0 230.0,300.0 230.0,560.0 110.0,560.0"/>\
            <polygon class="mark major" points="110.0,300.0 230.0,300.0 230.0,560.0 110.0,560.0"/>\
            <circle class="disc major" cx="110.0" cy="560.0" r="30.1"/>\
            <text x="110.0" y="560.0" style="font-size:39.2px">1</text>\
            <circle class="disc minor" cx="380.0" cy="240.0" r="30.1"/>\
            <text x="380.0" y="240.0" style="font-size:39.2px">2</text></svg>
            """
        #expect(html[start.lowerBound..<end.upperBound] == expected)
    }

    private func drawn(findings: [Finding], marks: [Mark]? = nil) -> ExamImage {
        let places = [Fixtures.box("contact.loss", 110, 300, 120, 260), Fixtures.box("gain.p50", 380, 240, 260, 200)]
        var image = Fixtures.graded(
            "a.jpg",
            section: nil,
            score: 70,
            level: .c,
            findings: findings,
            marks: marks ?? places
        )
        image.preview = Fixtures.preview
        return image
    }

    @Test("What was left out is hatched by its kind, and the legend says so; a page without it has no patterns")
    func excludedParts() throws {
        let marks = [
            Fixtures.box("excluded.annotation", 300, 200, 40, 20), Fixtures.box("excluded.colour", 400, 300, 90, 80),
        ]
        let page = try page(exam(images: [drawn(findings: [Fixtures.gainHigh], marks: marks)]))
        #expect(page.count(of: "<polygon class=\"excluded\" fill=\"url(#hatch-annotation)\"") == 1)
        #expect(page.count(of: "<polygon class=\"excluded\" fill=\"url(#hatch-colour)\"") == 1)
        #expect(page.count(of: "<pattern id=\"hatch-colour\"") == 1)
        #expect(page.count(of: "/// <span class=\"zh\" lang=\"zh\">不计入测量") == 1)
        #expect(page.outsideParts.isEmpty && page.firstUnbalancedTag == nil)
        let clear = try self.page(exam(images: [drawn(findings: [Fixtures.gainHigh])]))
        #expect(clear.count(of: "<pattern") == 0 && clear.count(of: "url(#") == 0)
    }

    @Test("Marks without a finding, without area or with impossible corners are not drawn")
    func impossibleMarks() throws {
        let marks = [
            Fixtures.box("sat.hi", 1, 1, 5, 5),
            Mark(metric: "gain.p50", outline: [PixelPoint(x: 1, y: 1)]),
            Mark(metric: "gain.p50", outline: Array(repeating: PixelPoint(x: .nan, y: .infinity), count: 4)),
        ]
        let page = try page(exam(images: [drawn(findings: [Fixtures.gainHigh], marks: marks)]))
        #expect(page.count(of: "class=\"mark") == 0)
        #expect(page.notNumbers == 0)
    }

    @Test("A rubric's wording with places to fill is never shown unfilled")
    func unfilledAdvice() throws {
        var report = exam(images: [drawn(findings: [Fixtures.gainHigh])])
        report.findingTexts.byCode["GAIN_HIGH"]?.advice = LocalizedText(zh: "调低 {db} dB", en: "Lower by {db} dB")
        let page = try page(report)
        #expect(page.count(of: "{") == page.count(of: "}") && page.count(of: "{db}") == 0)
        // Once on the card, once among what to fix first.
        #expect(page.count(of: "<div>调低总增益</div>") == 2)
    }

    @Test("A tall picture is held to a height that fits a screen")
    func tallPicture() throws {
        var image = drawn(findings: [])
        image.preview = Preview(jpeg: Fixtures.jpeg, width: 240, height: 640, scale: 0.5)
        #expect(try page(exam(images: [image])).count(of: "style=\"max-width:195px\"") == 1)
    }

    @Test("A metric without a plain name is shown by its id")
    func unknownMetric() throws {
        let finding = Finding(code: "NEW", severity: .minor, metric: "new.metric", value: 0.5, limit: 0.75)
        #expect(!MetricNames.ids.contains("new.metric") && MetricNames.ids.contains("gain.p50"))
        let page = try page(exam(images: [drawn(findings: [finding], marks: [])]))
        #expect(page.count(of: ">new.metric：实测 0.5</span>") == 1)
        #expect(page.count(of: "应不低于 0.75</span>") == 1)
    }

    @Test("Numbers of findings at the same place don't cover each other")
    func numbersApart() throws {
        let findings = [Fixtures.gainHigh, Fixtures.contactLoss, Fixtures.shadow]
        let marks = ["gain.p50", "contact.loss", "shadow.frac"].map { Fixtures.box($0, 500, 300, 40, 40) }
        let page = try page(exam(images: [drawn(findings: findings, marks: marks)]))
        let places = zip(page.values(of: "cx"), page.values(of: "cy")).map { "\($0) \($1)" }
        #expect(places.count == 3 && Set(places).count == 3)
    }

    @Test("A file that could not be read is listed with what to do, also when it came as an image")
    func unreadable() throws {
        let grade = GradedImage(
            path: "x.jpg",
            status: .unreadable,
            triage: Triage(route: .review, reasons: ["unreadable"]),
            error: ImagingError(code: .empty, message: "the file is empty; export it again")
        )
        let report = exam(images: [ExamImage(file: "x.jpg", grade: grade)])
        #expect(report.images.isEmpty && report.unreadable.map(\.file) == ["x.jpg"])
        let page = try page(report)
        #expect(page.count(of: "x.jpg") == 1)
        #expect(page.count(of: "请从超声仪重新导出并提交。") == 1)
        #expect(page.count(of: "class=\"pill level-") == 0)
        #expect(page.count(of: "class=\"badge level-") == 0)
    }

    @Test("An unsure image has no score and is not among the good ones")
    func unsure() throws {
        let page = try page(exam(images: [Fixtures.unsure("a.png")]))
        #expect(page.count(of: "class=\"pill level-") == 0)
        #expect(page.count(of: Word.good.text.zh) == 0)
        #expect(page.count(of: Word.unsureWhy.text.zh) == 1)
    }

    @Test("Every score is labelled first pass")
    func firstPassLabel() throws {
        let page = try page(Fixtures.exam())
        let pills = page.count(of: "class=\"pill level-")
        let labelled = page.count(of: "</span> <span class=\"note\"><span class=\"zh\" lang=\"zh\">初筛</span>")
        #expect(pills == 5 && labelled == pills)
        #expect(page.count(of: "<span class=\"tag\"><span class=\"zh\" lang=\"zh\">初筛</span>") == 1)
    }

    @Test("The language asked for is switched on first; the page holds both", arguments: Language.allCases)
    func language(language: Language) throws {
        let page = try page(Fixtures.exam(), language: language)
        let checked = page.html.split(separator: "\n").filter { $0.hasSuffix(" checked>") }
        #expect(checked.count == 1 && checked[0].contains("id=\"show-\(language.rawValue)\""))
        // The badge has its Chinese level beside the letter that both languages share.
        #expect(page.count(of: "class=\"zh\"") == page.count(of: "class=\"en\"") + 1)
        #expect(page.html.contains("<html lang=\"\(language == .zh ? "zh-CN" : "en")\">"))
    }

    @Test("3,000 images: 60 cards, the gravest among them, the rest in rows, and the file stays bounded")
    func manyImages() throws {
        let picture = Preview(jpeg: [UInt8](repeating: 7, count: 40_000), width: 640, height: 480, scale: 0.625)
        var images = (1...3000).map { Fixtures.graded("\($0)#.jpg", section: Fixtures.liver, score: 95, level: .a) }
        images[2999] = Fixtures.graded(
            "3000#.jpg",
            section: nil,
            score: 30,
            level: .d,
            findings: [Fixtures.contactLoss]
        )
        for index in images.indices { images[index].preview = picture }
        let report = exam(images: images, score: 94, level: .a)
        let bytes = try report.rendered(as: .html, language: .zh)
        let page = try PageReader(bytes)
        #expect(page.count(of: "<article") == 60)
        #expect(page.count(of: "<img") == 60)
        #expect(page.count(of: "其余 2940 张") == 1)
        #expect(page.html.contains("<article class=\"card wide\" id=\"image-3000\">"))
        let anchors = page.values(of: "id").filter { $0.hasPrefix("image-") }
        #expect(anchors.count == 3000 && Set(anchors).count == 3000)
        // 60 pictures as base64, 60 cards and 2,940 rows of about 1 kB.
        #expect(bytes.count < 60 * 40_000 * 4 / 3 + 3000 * 1200)
    }

    @Test("Pictures beyond the page's bytes are left out, their cards stay")
    func heavyPictures() throws {
        let heavy = Preview(jpeg: [UInt8](repeating: 7, count: 3 << 20), width: 640, height: 480, scale: 0.625)
        var images = (1...4).map { Fixtures.graded("\($0).jpg", section: nil, score: 95, level: .a) }
        for index in images.indices { images[index].preview = heavy }
        let bytes = try exam(images: images, score: 95, level: .a).rendered(as: .html, language: .en)
        let page = try PageReader(bytes)
        #expect(page.count(of: "<img") == 2 && page.count(of: "<article") == 4)
        #expect(page.count(of: Word.noPreview.text.en) == 2)
        #expect(bytes.count < 12 << 20)
    }

    @Test("One image, or none at all, still makes a whole page")
    func smallExams() throws {
        let one = try page(
            exam(images: [Fixtures.graded("a.jpg", section: nil, score: 95, level: .a)], score: 95, level: .a)
        )
        #expect(one.firstUnbalancedTag == nil)
        #expect(one.count(of: "<article") == 1)
        #expect(one.count(of: Word.nothingToFix.text.zh) == 1)
        let none = try page(exam(images: []))
        #expect(none.firstUnbalancedTag == nil)
        #expect(none.count(of: Word.verdictNone.text.zh) == 1)
        #expect(none.count(of: Word.nothingToFix.text.zh) == 0)
    }

    @Test("A withdrawn exam shows that and no level")
    func withdrawn() throws {
        var report = Fixtures.exam()
        report.withdrawn = WithdrawalNote(at: Fixtures.time(), reason: "重复登记")
        let page = try page(report)
        #expect(page.count(of: Word.verdictWithdrawn.text.zh) == 1)
        #expect(page.count(of: "重复登记") == 1)
        #expect(page.count(of: "class=\"badge level-") == 0)
        #expect(page.count(of: Word.fixFirst.text.zh) == 0)
    }

    @Test("The same report gives the same bytes", arguments: ReportFormat.allCases)
    func deterministic(format: ReportFormat) throws {
        let first = try Fixtures.exam().rendered(as: format, language: .zh)
        for _ in 0..<3 { #expect(try Fixtures.exam().rendered(as: format, language: .zh) == first) }
    }
}
