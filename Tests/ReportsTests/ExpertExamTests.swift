import Foundation
import Grading
import Reports
import Testing

@Suite("An exam that experts have read") struct ExpertExamTests {
    private func page(_ report: ExamReport = Fixtures.readExam(), language: Language = .zh) throws -> PageReader {
        try PageReader(report.rendered(as: .html, language: language))
    }

    /// The part of a page from one text to the next.
    private func part(_ html: String, from: String, to: String) throws -> Substring {
        let start = try #require(html.range(of: from), "\(from)")
        let end = try #require(html.range(of: to, range: start.upperBound..<html.endIndex), "\(to)")
        return html[start.lowerBound..<end.lowerBound]
    }

    @Test("The page is whole, needs nothing from outside and shows every image once", arguments: Language.allCases)
    func whole(language: Language) throws {
        let page = try page(language: language)
        #expect(page.outsideParts == [])
        #expect(page.firstUnbalancedTag == nil)
        #expect(page.count(of: "&lt;") == 0)
        let anchors = page.values(of: "id").filter { $0.hasPrefix("image-") }
        #expect(anchors.sorted() == (1...6).map { "image-\($0)" })
    }

    @Test("What the technician is to do comes first, before the machine's advice and the first picture")
    func adviceFirst() throws {
        let html = try page().html
        let advice = try #require(html.range(of: "探头向外侧移 1 cm"))
        let fixes = try #require(html.range(of: "<h2><span class=\"zh\" lang=\"zh\">优先改进"))
        let picture = try #require(html.range(of: "<img "))
        #expect(advice.lowerBound < fixes.lowerBound && fixes.lowerBound < picture.lowerBound)
        let card = try part(html, from: "id=\"image-2\"", to: "</article>")
        let inCard = try #require(card.range(of: "探头向外侧移 1 cm"))
        #expect(inCard.lowerBound < (try #require(card.range(of: "class=\"findings\""))).lowerBound)
    }

    @Test("The final score leads, the first pass stands beside it, each under its name")
    func scoresApart() throws {
        let html = try page().html
        let badge = try part(html, from: "<div class=\"badge", to: "</div>")
        #expect(badge.contains("78.2") && badge.contains("最终") && badge.contains("level-C"))
        let apart = try part(html, from: "<p class=\"apart\">", to: "</p>")
        #expect(apart.contains("83.4") && apart.contains("初筛"))
        let card = try part(html, from: "id=\"image-2\"", to: "class=\"expert\"")
        let results = card.components(separatedBy: "<span class=\"who\">").dropFirst()
        #expect(results.count == 2)
        #expect(results.first.map { $0.contains("专家") && $0.contains("81.5") } == true)
        #expect(results.last.map { $0.contains("初筛") && $0.contains("74.5") } == true)
    }

    @Test("Findings carry the expert's verdict; rejected ones are struck out and leave the picture")
    func verdicts() throws {
        let card = try part(try page().html, from: "id=\"image-2\"", to: "</article>")
        let list = try part(String(card), from: "<ul class=\"findings\">", to: "</ul>")
        let entries = list.components(separatedBy: "<li").dropFirst()
        #expect(entries.count == 4)
        #expect(entries.filter { $0.contains("专家否定") && $0.contains("class=\"out\"") }.count == 2)
        let added = try #require(entries.first { $0.contains("专家补充") })
        #expect(added.contains("切面不标准") && added.contains("对照标准切面图重新取图"))
        #expect(entries.contains { $0.contains("专家确认") && $0.contains("耦合/接触不良") })
        // Neither the rejected gain nor the rejected shadow has a place on the picture; contact has.
        let picture = try part(String(card), from: "<svg", to: "</svg>")
        #expect(picture.components(separatedBy: "<circle").count - 1 == 1)
        #expect(!list.contains("−7.5") && !list.contains("扣 "))
    }

    @Test("A dispute shows the clinic's words, its state and both readings")
    func dispute() throws {
        let html = try page().html
        let settled = try part(html, from: "id=\"image-2\"", to: "</article>")
        for text in [
            "增益是按患者体型调的。", "城东 王医生", "已由第 2 次读片复核", "针对第 1 次读片", "第 1 次读片", "声影是结石本身的，不扣分。", "66.0",
            "共 2 次读片", "wang", "li",
        ] {
            #expect(settled.contains(text), "\(text)")
        }
        let open = try part(html, from: "id=\"image-6\"", to: "</article>")
        #expect(open.contains("应为甲级。") && open.contains("said open") && open.contains("待另一位专家复核"))
    }

    @Test("Consultations show question and answer, or that one is awaited")
    func consultations() throws {
        let card = try part(try page().html, from: "id=\"image-3\"", to: "</article>")
        for text in ["胆囊壁是否测量？", "要，取纵切面最厚处。", "已回复", "要不要补横切面？", "待回复"] {
            #expect(card.contains(text), "\(text)")
        }
    }

    @Test("What the checklist found wanting is named")
    func checklist() throws {
        let card = try part(try page().html, from: "id=\"image-2\"", to: "</article>")
        let unmet = try part(String(card), from: "不符合", to: "</p>")
        #expect(unmet.contains("切面：长轴完整") && !unmet.contains("肾门"))
        #expect(try part(String(card), from: "部分符合", to: "</p>").contains("切面：肾门"))
    }

    @Test("The first screen says what is still with the experts, image by image")
    func open() throws {
        let list = try part(try page().html, from: "<ul class=\"open-work\">", to: "</ul>")
        #expect(list.contains("待专家复核") && list.contains("#image-4"))
        #expect(list.contains("申诉，待另一位专家复核") && list.contains("#image-6"))
        #expect(list.contains("会诊，待回复") && list.contains("#image-3"))
        #expect(!list.contains("#image-2\""))
    }

    @Test("What an expert rejected is nothing to fix")
    func nothingToFix() throws {
        let fixes = try part(try page().html, from: "优先改进", to: "</ol>")
        #expect(fixes.contains("切面不标准") && fixes.contains("耦合/接触不良"))
        // Image 3's gain stands: its expert did not speak of it.
        let gain = try part(String(fixes) + "</ol>", from: "总增益过高", to: "</li>")
        #expect(gain.contains("#image-3") && !gain.contains("#image-2"))
    }

    @Test("Hostile words of experts and clinics stay text")
    func escaping() throws {
        let hostile = "<script>alert(1)</script>"
        var report = Fixtures.readExam()
        report.images[1].expert?.readings[1].advice = hostile
        report.images[1].expert?.readings[1].comment = hostile
        report.images[1].expert?.readings[1].expert = hostile
        report.images[1].expert?.readings[0].comment = hostile
        report.images[1].expert?.disputes[0].text = hostile
        report.images[1].expert?.disputes[0].by = hostile
        report.images[2].expert?.consultations[0].question = hostile
        report.images[2].expert?.consultations[0].answer = hostile
        let page = try page(report)
        #expect(page.count(of: "<script") == 0 && page.firstUnbalancedTag == nil)
        #expect(page.count(of: "&lt;script&gt;") >= 8)
    }

    @Test("Without experts nothing speaks of them but where images go")
    func noExperts() throws {
        let page = try page(Fixtures.exam())
        #expect(page.count(of: "class=\"expert\"") == 0 && page.count(of: "最终") == 0)
        #expect(page.count(of: "class=\"apart\"") == 0)
    }

    @Test("The JSON follows its schema and comes back as the same report")
    func json() throws {
        let report = Fixtures.readExam(preview: nil)
        let bytes = try report.rendered(as: .json, language: .zh)
        #expect(try JSONFile(bytes).violations == [])
        #expect(try JSONDecoder().decode(ExamReport.self, from: Data(bytes)) == report)
        let object = try #require(try JSONFile(bytes).object as? [String: Any])
        let experts = try #require(object["experts"] as? [String: Int])
        #expect(experts == ["read": 3, "waiting": 1, "disputes_open": 1, "consultations_open": 1])
        #expect((object["final"] as? [String: Any])?["score"] as? Double == 78.2)
        #expect(object["score"] as? Double == 83.4)
    }

    @Test("The sheet has the expert's columns behind the machine's")
    func csv() throws {
        let text = try #require(
            String(bytes: Fixtures.readExam().rendered(as: .csv, language: .zh).dropFirst(3), encoding: .utf8)
        )
        let rows = try CSVReader(text).rows
        let header = try #require(rows.first)
        #expect(rows.allSatisfy { $0.count == header.count })
        let second = Dictionary(uniqueKeysWithValues: zip(header, rows[2]))
        #expect(second["score"] == "74.5" && second["expert_score"] == "81.5" && second["expert_level"] == "B")
        #expect(second["exam_score"] == "83.4" && second["exam_final_score"] == "78.2")
        #expect(second["expert"] == "wang" && second["readings"] == "2")
        #expect(second["confirmed"] == "CONTACT_LOSS" && second["rejected"] == "GAIN_HIGH;SHADOW")
        #expect(second["added"] == "SECTION_NONSTANDARD")
        #expect(second["disputes"] == "增益是按患者体型调的。" && second["waits"] == "")
        let fourth = Dictionary(uniqueKeysWithValues: zip(header, rows[4]))
        #expect(fourth["waits"] == "first" && fourth["expert_score"] == "" && fourth["readings"] == "0")
    }

    @Test("The table has the expert's score in a column and the words below, the advice first")
    func table() throws {
        let text = try #require(
            String(bytes: Fixtures.readExam().rendered(as: .table, language: .en), encoding: .utf8)
        )
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.contains("final: 78.2 C · Passes, with clear problems"))
        #expect(lines.contains { $0.hasPrefix("expert: Read by an expert: 3 · waiting for an expert: 1") })
        let row = try #require(lines.first { $0.contains("02_右肾.jpg") })
        #expect(row.contains("74.5") && row.contains("81.5") && row.contains("rejected by the expert"))
        let head = try #require(lines.firstIndex { $0.hasPrefix("Image 2 · expert wang") })
        #expect(lines[head + 1].hasPrefix("  Advice: 探头"))
        #expect(lines.contains { $0.contains("Dispute (settled by reading 2)") })
        #expect(lines.contains { $0.contains("Consultation (waits for an answer) · li: 要不要补横切面？") })
    }

    @Test("A reading without a score leaves the machine's result in force")
    func undecided() throws {
        var report = Fixtures.readExam()
        report.images[1].expert = ExpertPart(
            readings: [Fixtures.reading(score: nil, level: nil)],
            consultations: [
                ConsultationEntry(reading: 1, askedBy: "li", question: "是右肾吗？", askedAt: Fixtures.time())
            ]
        )
        let card = try part(try page(report).html, from: "id=\"image-2\"", to: "</article>")
        #expect(card.contains("未评分") && card.contains("74.5") && card.contains("是右肾吗？"))
    }
}
