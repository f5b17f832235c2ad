import Grading
import Reports
import Testing

@Suite("Whether an exam's images may be recognised elsewhere")
struct ExamRecognitionTests {
    private func exam(
        type: ExamTypeReference? = Fixtures.abdomen,
        score: Double? = 88,
        completeness: Double? = 1,
        missing: [SectionReference] = [],
        final: ExamFinal? = nil,
        unreadable: [UnreadableFile] = [],
        waits: ExpertPart.Wait? = nil,
        withdrawn: WithdrawalNote? = nil
    ) -> ExamReport {
        var image = Fixtures.exam().images[0]
        image.expert = waits.map { ExpertPart(waits: $0) }
        return ExamReport(
            institution: InstitutionReference(id: "c", name: "c", registered: true),
            exam: ExamReference(id: "e", type: type, folder: "e"),
            times: ExamTimes(received: Fixtures.time()),
            score: score,
            level: score.map { $0 >= 80 ? .b : .c },
            completeness: completeness,
            missingSections: missing,
            final: final,
            images: [image],
            unreadable: unreadable,
            withdrawn: withdrawn,
            program: "0.1.0"
        )
    }

    private static let read = ExamFinal(score: 80, level: .b, completeness: 1)

    @Test("Complete, 80 points, read by an expert and nothing open: recognised")
    func recognised() {
        let recognition = exam(final: Self.read).recognition
        #expect(recognition?.state == .recognised)
        #expect(recognition?.line(.zh) == "图像质量可供互认（必查切面齐全，检查得分80.0）")
    }

    @Test("What only the first pass has seen is never recognised, however good it is")
    func unread() {
        let recognition = exam(score: 98).recognition
        #expect(recognition?.state == .pending)
        #expect(recognition?.line(.zh) == "互认待专家复核（尚无专家复核，仅机器初筛；必查切面齐全，检查得分98.0）")
    }

    @Test("A file that cannot be read is a reason against it, read or not")
    func unreadable() {
        let broken = Fixtures.exam().unreadable
        for report in [exam(unreadable: broken), exam(final: Self.read, unreadable: broken)] {
            #expect(report.recognition?.state == .notRecognised)
            #expect(report.recognition?.reasons.map(\.zh) == ["\(broken.count)个文件无法读取"])
        }
    }

    @Test("Fewer points, a missing section, an unknown type, no sections, a withdrawal: not, with the reason")
    func refused() {
        let gap = SectionReference(id: "abd.gb.long", name: LocalizedText(zh: "胆囊长轴切面", en: "Gallbladder"))
        for (report, reason) in [
            (exam(score: 79.9), "检查得分79.9，低于80分"), (exam(missing: [gap]), "缺少1个必查切面"),
            (exam(type: nil, completeness: nil), "未说明检查类型"), (exam(completeness: nil), "未标注切面，无法核对必查切面"),
            (exam(score: nil), "无已评分图像"), (exam(withdrawn: WithdrawalNote(at: Fixtures.time())), "检查已撤回"),
        ] {
            #expect(report.recognition?.state == .notRecognised)
            #expect(report.recognition?.reasons.map(\.zh) == [reason])
        }
    }

    @Test("What an expert may still change waits for him; what he cannot change does not")
    func pending() {
        #expect(exam(waits: .first).recognition?.state == .pending)
        let low = exam(score: 50, waits: .first).recognition
        #expect(low?.state == .pending)
        #expect(low?.reasons.map(\.en) == ["1 still with the experts"])
        #expect(exam(type: nil, completeness: nil, waits: .first).recognition?.state == .notRecognised)
    }

    @Test("The experts' result goes before the first pass's")
    func final() {
        let raised = exam(score: 50, final: ExamFinal(score: 91, level: .a, completeness: 1))
        #expect(raised.recognition?.state == .recognised)
        let kidney = SectionReference(id: "abd.kidney", name: LocalizedText(zh: "右肾", en: "Right kidney"))
        let lowered = exam(
            score: 90,
            final: ExamFinal(score: 84, level: .b, completeness: 0.9, substandardSections: [kidney])
        )
        #expect(lowered.recognition?.reasons.map(\.zh) == ["1个必查切面的图像不合格"])
    }

    @Test("Table and page show it; a withdrawn exam's page does not say it twice")
    func shown() throws {
        let table = try String(decoding: exam(final: Self.read).rendered(as: .table, language: .zh), as: UTF8.self)
        #expect(table.contains("图像质量可供互认"))
        let page = try String(decoding: exam(final: Self.read).rendered(as: .html, language: .zh), as: UTF8.self)
        #expect(page.contains("图像质量可供互认") && page.contains("images good enough to be recognised elsewhere"))
        let gone = exam(withdrawn: WithdrawalNote(at: Fixtures.time()))
        let quiet = try String(decoding: gone.rendered(as: .html, language: .zh), as: UTF8.self)
        #expect(!quiet.contains("图像质量暂不宜互认"))
    }
}
