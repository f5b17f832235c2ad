import Grading
import Imaging
import Reports
import Testing

@Suite("A shown picture")
struct ShownPictureTests {
    @Test("The raster file has outline, marks and hatching where they belong, and the legend below the picture")
    func raster() throws {
        let shown = ShownExamples.shown()
        let raster = shown.raster()
        func at(_ x: Int, _ y: Int) -> [UInt8] {
            Array(raster.rgb[(y * raster.width + x) * 3..<(y * raster.width + x) * 3 + 3])
        }
        #expect(raster.width == 800 && raster.height > 640)
        // The scan area's left side is dashed: its colour and the picture beside it.
        let side = (150..<450).map { at(100, $0) }
        #expect(side.count { $0 == [79, 227, 227] } > 100)
        #expect(at(300, 300) == [60, 60, 60])
        // The first finding's mark in the first colour, its number on a disc at the corner farthest from the middle.
        #expect(at(600, 300) == [230, 159, 0])
        #expect(at(650, 300) != [60, 60, 60] && at(650, 300)[0] > at(650, 300)[2])
        let badge = try #require(shown.badges.first)
        #expect(shown.badges.count == 1 && badge.number == 1 && badge.ink == FindingScene.inks[0])
        #expect(badge.across > 0.8 && (badge.down < 0.2 || badge.down > 0.8))
        // Annotation is hatched, in strokes.
        let hatched = (200..<280).map { at($0, 110) }
        #expect(hatched.count { $0[0] > 150 } > 8 && hatched.count { $0[0] < 100 } > 40)
        // No shape reaches the middle of the picture.
        for x in 350..<450 { for y in 250..<350 { #expect(at(x, y) == [60, 60, 60]) } }
        let png = try shown.file(.png, language: .en)
        let decoded = try ImageDecoder.decode(.bytes(png), limits: DecodingLimits())
        #expect(decoded.luma.width == raster.width && decoded.luma.height == raster.height)
        #expect(try shown.file(.jpeg, language: .en).starts(with: [0xFF, 0xD8]))
    }

    @Test(
        "Dead elements are hatched along their scan lines, with the stack they are known by; none are drawn without any"
    )
    func deadElements() {
        // Lines 60…67 of 256 lie from 100 + 60 · 600/256 = 240.6 to 259.4.
        let shown = ShownExamples.shown(deadLines: [60...67])
        let raster = shown.raster()
        func isPink(_ x: Int, _ y: Int) -> Bool {
            let at = (y * 800 + x) * 3
            // A stroke's edge is mixed with what lies below it.
            return raster.rgb[at] > 110 && raster.rgb[at] > raster.rgb[at + 1]
                && raster.rgb[at + 1] < raster.rgb[at + 2]
        }
        // The middle is crossed by strokes with gaps between them; the edges run through; beside it there is nothing.
        let middle = (60..<540).map { isPink(250, $0) }
        #expect(middle.count { $0 } > 40 && middle.count { !$0 } > 200)
        let strokes = zip(middle, middle.dropFirst()).count { !$0 && $1 }
        #expect((40...50).contains(strokes), "\(strokes)")
        #expect((60..<540).allSatisfy { y in (239...242).contains { isPink($0, y) } })
        #expect((60..<540).allSatisfy { !isPink(230, $0) && !isPink(270, $0) })

        let words = ShownText(shown, language: .en).lines(columns: 300).map(\.text)
        let line = words.first { $0.contains("dead transducer elements") } ?? ""
        #expect(line.contains("US-1 / L12") && line.contains("60–67") && line.contains("150 images"), "\(line)")
        #expect(line.contains("not the technician's") && line.contains("31 %"), "\(line)")
        #expect(
            !ShownText(ShownExamples.shown(), language: .en).lines(columns: 300).map(\.text).contains { $0 == line }
        )
        for file in [ShownFormat.svg, .html] {
            let text = String(decoding: (try? shown.file(file, language: .zh)) ?? [], as: UTF8.self)
            #expect(text.contains("探头阵元损坏") && text.contains("US-1 / L12"), "\(file)")
        }
    }

    @Test("Whose device it is stays out where it is asked to")
    func nameless() throws {
        let found = DeviceDropout(
            institution: "C01",
            device: "US-1",
            transducer: "L12",
            shape: "linear",
            images: 150,
            lines: [.init(first: 3, last: 5, depth: 0.4)]
        )
        let corners = [(0.0, 0.0), (99, 0), (99, 99), (0, 99)].map { PixelPoint(x: $0.0, y: $0.1) }
        var grade = ShownExamples.shown(findings: []).grade
        grade.outline = corners
        let anatomy = FindingScene.Anatomy(
            geometry: .quadrilateral(
                topLeft: corners[0],
                topRight: corners[1],
                bottomRight: corners[2],
                bottomLeft: corners[3]
            ),
            excluded: [],
            deadElements: found.nameless
        )
        let scene = FindingScene(grade, texts: Fixtures.texts, anatomy: anatomy)
        let said = Language.allCases.flatMap { scene.legend($0) }.joined(separator: "\n")
        #expect(said.contains("3–5") && said.contains("150"))
        for secret in ["US-1", "L12", "C01"] { #expect(!said.contains(secret), "\(said)") }
    }

    @Test("A part of the picture shows the shapes where they lie in it, with or without numbers")
    func part() throws {
        let scene = ShownExamples.shown().scene
        // The right half, at half its size: the mark's left edge at 600 lies at 100 of 200.
        let frame = PixelBox(x: 400, y: 0, width: 400, height: 600)
        let grey = [UInt8](repeating: 60, count: 200 * 300 * 3)
        let drawn = scene.drawn(on: grey, width: 200, height: 300, frame: frame)
        func at(_ x: Int, _ y: Int) -> [UInt8] { Array(drawn[(y * 200 + x) * 3..<(y * 200 + x) * 3 + 3]) }
        #expect(at(100, 150) == [230, 159, 0])
        #expect(at(50, 150) == [60, 60, 60])
        let badge = try #require(scene.badges(in: frame).first)
        #expect(badge.across > 0.5 && badge.number == 1)
        #expect(scene.badges(in: PixelBox(x: 0, y: 200, width: 100, height: 100)).isEmpty)
        #expect(scene.drawn(on: grey, width: 200, height: 300, frame: frame, withBadges: false) != drawn)
        // Samples that are not the picture's are left alone.
        #expect(scene.drawn(on: [1, 2, 3], width: 200, height: 300, frame: frame) == [1, 2, 3])
    }

    @Test("A Chinese legend stands below the picture in Chinese, with the same picture above it; or it is said why not")
    func chineseRaster() throws {
        let shown = ShownExamples.shown()
        let english = shown.raster()
        do throws(ImagingError) {
            let chinese = try shown.raster(.zh)
            #expect(chinese.width == 800 && chinese.height > 650)
            #expect(chinese.rgb[..<(800 * 600 * 3)] == english.rgb[..<(800 * 600 * 3)])
            let strip = chinese.rgb[(800 * 600 * 3)...]
            #expect(strip.count { $0 > 200 } > 3000 && Array(strip) != Array(english.rgb[(800 * 600 * 3)...]))
            let png = try shown.file(.png, language: .zh)
            let decoded = try ImageDecoder.decode(.bytes(png), limits: DecodingLimits())
            #expect(decoded.luma.height == chinese.height)
        } catch {
            // A machine without any Chinese font.
            #expect(error.message.contains("fonts-noto-cjk") && error.message.contains(".svg"))
        }
        #expect(try shown.raster(.en).rgb == english.rgb)
    }

    @Test("Without marks the picture is as it was, and a small one is enlarged by whole pixels")
    func plain() {
        let raster = ShownExamples.shown(isMarked: false).raster()
        #expect(raster.rgb[..<(800 * 600 * 3)].allSatisfy { $0 == 60 })
        var small = ShownExamples.shown(findings: [])
        (small.rgb, small.width, small.height) = ([UInt8](repeating: 60, count: 80 * 60 * 3), 80, 60)
        #expect(small.raster().width == 640)
    }

    @Test("The legend names number, code, words, value, limit and what to do; what has no place says so")
    func legend() {
        let advice = ["CONTACT_LOSS": LocalizedText(zh: "加耦合剂。", en: "Add gel.")]
        let text = ShownText(ShownExamples.shown(advice: advice), language: .en)
        let lines = text.lines(columns: 200)
        #expect(lines.compactMap { $0.number?.value } == [1, 2])
        #expect(
            lines[0].text == "CONTACT_LOSS Poor contact · major · scan lines without contact: measured 24.2 % · "
                + "should be at most 10 % · −12 points"
        )
        #expect(lines[1].text == "→ Add gel.")
        #expect(lines[2].text.hasPrefix("GAIN_HIGH") && lines[2].text.hasSuffix("the whole picture"))
        #expect(lines.contains { $0.text.contains("scan area") && $0.text.contains("quarters of the depth") })
        #expect(lines.contains { $0.text.contains("left out") && $0.text.contains("calipers") })
        #expect(text.heading(columns: 80).last == "first pass 74.5 C")
        for columns in [20, 33, 60] {
            let narrow = ShownText(ShownExamples.shown(advice: advice), language: .zh).lines(columns: columns)
            #expect(narrow.allSatisfy { TerminalWidth.of($0.text) <= columns - 4 })
        }
    }

    @Test("SVG holds picture, shapes and legend and is the same each time")
    func drawing() throws {
        let shown = ShownExamples.shown()
        let bytes = try shown.file(.svg, language: .en)
        let svg = try PageReader(bytes)
        #expect(svg.count(of: "data:image/png;base64,") == 1)
        #expect(svg.count(of: "100.0,50.0 700.0,50.0 700.0,550.0 100.0,550.0") == 2)
        #expect(svg.count(of: "M199.5 99.5h80v20h-80z\" fill=\"url(#hatch-annotation)\"") == 1)
        #expect(svg.count(of: "CONTACT_LOSS") == 1 && svg.count(of: ">25%<") == 1)
        #expect(svg.notNumbers == 0)
        #expect(try shown.file(.svg, language: .en) == bytes)
    }

    @Test("HTML is one file in both languages with the numbers of the picture in its list")
    func page() throws {
        var shown = ShownExamples.shown()
        shown.explanation = GradeExplanation(shown.grade, examType: nil, by: ShownExamples.general)
        let page = try PageReader(shown.file(.html, language: .zh))
        #expect(page.outsideParts.isEmpty && page.firstUnbalancedTag == nil && page.notNumbers == 0)
        #expect(page.count(of: "style=\"background:#e69f00\">1</span>") == 1)
        #expect(page.count(of: "<span class=\"number square\" style=\"background:#56b4e9\">2</span>") == 1)
        #expect(page.count(of: "<details class=\"why\" open>") == 1)
        #expect(page.count(of: "得分的计算过程") == 1 && page.count(of: "How the score came about") == 1)
    }

    @Test("Names and labels of others never become markup or control a terminal")
    func hostile() throws {
        let name = "<script>alert(1)</script>\u{1B}[2J\"'&.png"
        let shown = ShownExamples.shown(
            name: name,
            advice: ["GAIN_HIGH": LocalizedText(zh: "<b>\u{7}", en: "<b>\u{7}")]
        )
        for format in [ShownFormat.svg, .html] {
            let file = try PageReader(shown.file(format, language: .en))
            #expect(file.count(of: "<script") == 0 && file.count(of: "<b>\u{7}") == 0)
            #expect(file.count(of: "&lt;script&gt;") >= 1)
            #expect(!file.html.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" })
        }
        let text = ShownText(shown, language: .en)
        let lines = text.heading(columns: 80) + text.lines(columns: 80).map(\.text)
        #expect(!lines.contains { $0.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" } })
    }

    @Test("A picture that could not be read has words instead, and no raster file")
    func unreadable() throws {
        let grade = GradedImage(
            path: "x.jpg",
            status: .unreadable,
            findings: [Finding(code: "UNREADABLE", severity: .critical)],
            triage: Triage(route: .review, reasons: ["unreadable"]),
            error: ImagingError(code: .truncated, message: "the file ends early")
        )
        let shown = ShownPicture(
            name: "x.jpg",
            grade: grade,
            rgb: [],
            width: 0,
            height: 0,
            scene: FindingScene(grade, texts: FindingTexts())
        )
        #expect(throws: ImagingError.self) { try shown.file(.png, language: .en) }
        #expect(try PageReader(shown.file(.html, language: .en)).count(of: "the file ends early") >= 1)
        #expect(try PageReader(shown.file(.svg, language: .en)).count(of: "the file ends") >= 1)
    }

    @Test(
        "The end of a file's name says its format",
        arguments: [
            ("a.PNG", ShownFormat.png), ("a.b.jpeg", .jpeg), ("x.jpg", .jpeg), ("x.htm", .html), ("x.svg", .svg),
        ]
    )
    func formats(_ name: String, _ format: ShownFormat) {
        #expect(ShownFormat(fileName: name) == format)
        #expect(ShownFormat(fileName: name + ".tiff") == nil && ShownFormat(fileName: "png.") == nil)
    }
}
