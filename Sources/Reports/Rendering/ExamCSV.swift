import Grading
import Imaging

/// Exams as CSV: one row a file, whatever became of it; an exam without files has one row.
package enum ExamCSV {
    /// The columns in order.
    package static let columns = machineColumns + expertColumns

    private static let machineColumns: [CSVColumn] = [
        column("institution", "机构文件夹名", "institution's folder name"),
        column("institution_name", "机构名称", "institution's name"),
        column("exam", "检查号", "exam number"),
        column("exam_date", "检查日期", "day of the exam"),
        column("exam_type", "检查类型代码", "exam type id"),
        column("folder", "收到时的文件夹", "folder as it came"),
        column("pseudonym", "患者代号（去标识）", "patient's pseudonym"),
        column("technician", "技术人员", "technician"),
        column("device", "设备", "device"),
        column("received", "收到时间", "time of receipt"),
        column("answered", "答复时间", "time of the answer"),
        column("exam_score", "检查初筛分", "exam's first-pass score, 0–100"),
        column("exam_level", "检查初筛等级", "exam's first-pass level, A–D"),
        column("completeness", "必查切面完整度", "share of required sections present, 0–1"),
        column("missing_sections", "缺少的切面（分号分隔）", "missing required sections, joined by ;"),
        column("substandard_sections", "图像不合格的必查切面（分号分隔）", "required sections without a passing image, joined by ;"),
        column("withdrawn", "撤回时间", "time of withdrawal"),
        column("number", "图像序号", "image number in the report"),
        column("file", "文件", "file"),
        column("status", "graded|unsure|unreadable|repeated", "graded|unsure|unreadable|repeated"),
        column("standing", "current|corrected|superseded", "current|corrected|superseded"),
        column("section", "切面代码或标签", "section id or label"),
        column("section_zh", "切面中文名", "section's Chinese name"),
        column("section_en", "切面英文名", "section's English name"),
        column("score", "初筛分", "first-pass score, 0–100"),
        column("level", "初筛等级", "first-pass level, A–D"),
        column("findings", "发现代码（分号分隔）", "finding codes, joined by ;"),
        column("route", "pass|review", "pass|review"),
        column("reasons", "送专家原因（分号分隔）", "why an expert looks, joined by ;"),
        column("duplicate_of", "与哪个文件重复", "file that it repeats"),
        column("error", "不可读的原因代码", "why it is unreadable"),
        column("message", "不可读的说明", "what is wrong, in words"),
        column("sha256", "文件的 SHA-256", "file's SHA-256"),
        column("rubric", "评分标准", "rubric id and version"),
        column("program", "评分程序版本", "version of the program that graded"),
    ]

    /// What follows the machine's columns: the experts' part.
    private static let expertColumns: [CSVColumn] = [
        column("exam_final_score", "检查最终分（专家复核过的按专家）", "exam's score, the expert's where one has read, 0–100"),
        column("exam_final_level", "检查最终等级", "the level of that score, A–D"),
        column("expert_score", "专家分（最后一次读片）", "expert's score by the last reading, 0–100"),
        column("expert_level", "专家等级", "expert's level, A–D"),
        column("expert", "专家", "who signs for the last reading"),
        column("expert_time", "读片时间", "time of the last reading"),
        column("readings", "读片次数", "how often experts have read it"),
        column("confirmed", "专家确认的发现（分号分隔）", "finding codes that the expert confirms, joined by ;"),
        column("rejected", "专家否定的发现（分号分隔）", "finding codes that the expert rejects, joined by ;"),
        column("added", "专家补充的发现（分号分隔）", "finding codes that the expert adds, joined by ;"),
        column("expert_advice", "专家给技术人员的建议", "expert's advice to the technician"),
        column("expert_comment", "专家意见", "expert's comment"),
        column("waits", "first|dispute", "first|dispute: why it is still with the experts"),
        column("disputes", "申诉（分号分隔）", "the clinic's objections, joined by ;"),
        column("consultations", "会诊问题与回复（分号分隔）", "questions to further experts with their answers, joined by ;"),
    ]

    private static func column(_ name: String, _ zh: String, _ en: String) -> CSVColumn {
        CSVColumn(name: name, meaning: LocalizedText(zh: zh, en: en))
    }

    /// Exams one after the other below one header.
    package static func bytes(of reports: some Sequence<ExamReport>) -> [UInt8] {
        var document = CSVDocument(columns: columns)
        for report in reports { add(report, to: &document) }
        return Array(document.text.utf8)
    }

    private static func add(_ report: ExamReport, to document: inout CSVDocument) {
        let exam = examCells(of: report)
        let final = finalCells(of: report)
        for (index, image) in report.images.enumerated() {
            document.add(exam + cells(of: image, number: index + 1) + final + expertCells(of: image))
        }
        let noExpert = final + expertCells(of: nil)
        for file in report.unreadable { document.add(exam + cells(of: file) + noExpert) }
        for file in report.repeated {
            document.add(exam + filled([.empty, .text(file.file), .plain("repeated")]) + noExpert)
        }
        if report.images.isEmpty && report.unreadable.isEmpty && report.repeated.isEmpty {
            document.add(exam + filled([]) + noExpert)
        }
    }

    private static func finalCells(of report: ExamReport) -> [CSVDocument.Cell] {
        [.init(report.final?.score, decimals: 1), .init(report.final?.level?.rawValue)]
    }

    private static func expertCells(of image: ExamImage?) -> [CSVDocument.Cell] {
        guard let expert = image?.expert else { return Array(repeating: .empty, count: expertColumns.count - 2) }
        let reading = expert.readings.last
        func codes(_ verdict: ExpertGrade.Verdict) -> CSVDocument.Cell {
            .text((reading?.findings ?? []).filter { $0.verdict == verdict }.map(\.code).joined(separator: ";"))
        }
        return [
            .init(reading?.score, decimals: 1),
            .init(reading?.level?.rawValue),
            .init(reading?.expert),
            reading.map { .plain($0.at.iso8601) } ?? .empty,
            .init(expert.readings.count),
            codes(.confirmed),
            codes(.rejected),
            codes(.added),
            .init(reading?.advice),
            .init(reading?.comment),
            expert.waits.map { .plain($0.rawValue) } ?? .empty,
            .text(expert.disputes.map(\.text).joined(separator: "; ")),
            .text(
                expert.consultations.map { "\($0.question)\($0.answer.map { " → \($0)" } ?? "")" }
                    .joined(separator: "; ")
            ),
        ]
    }

    private static func examCells(of report: ExamReport) -> [CSVDocument.Cell] {
        [
            .text(report.institution.id),
            .text(report.institution.name),
            .text(report.exam.id),
            .init(report.exam.date),
            .init(report.exam.type?.id),
            .text(report.exam.folder),
            .init(report.exam.pseudonym),
            .init(report.exam.technician),
            .init(report.exam.device),
            .plain(report.times.received.iso8601),
            report.times.answered.map { .plain($0.iso8601) } ?? .empty,
            .init(report.score, decimals: 1),
            .init(report.level?.rawValue),
            .init(report.completeness, decimals: 4),
            .text(report.missingSections.map(\.id).joined(separator: ";")),
            .text(report.substandardSections.map(\.id).joined(separator: ";")),
            report.withdrawn.map { .plain($0.at.iso8601) } ?? .empty,
        ]
    }

    private static func cells(of image: ExamImage, number: Int) -> [CSVDocument.Cell] {
        let grade = image.grade
        return filled([
            .init(number),
            .text(image.file),
            .plain(grade.status.rawValue),
            .plain(image.standing.rawValue),
            .init(image.section?.id),
            .init(image.section?.name?.zh),
            .init(image.section?.name?.en),
            .init(grade.score, decimals: 1),
            .init(grade.level?.rawValue),
            .text(grade.findings.map(\.code).joined(separator: ";")),
            .plain(grade.triage.route.rawValue),
            .text(grade.triage.reasons.joined(separator: ";")),
            .init(image.duplicate.map { [$0.exam, $0.file].compactMap(\.self).joined(separator: "/") }),
            .empty,
            .empty,
            .init(grade.sha256),
            .init(grade.rubric.map { "\($0.id) \($0.version)" }),
            .init(grade.program),
        ])
    }

    private static func cells(of file: UnreadableFile) -> [CSVDocument.Cell] {
        var cells: [CSVDocument.Cell] = [.empty, .text(file.file), .plain("unreadable"), .empty]
        cells += [.init(file.section?.id), .init(file.section?.name?.zh), .init(file.section?.name?.en)]
        cells += Array(repeating: .empty, count: 3)
        cells += [.plain(Triage.Route.review.rawValue), .plain("unreadable"), .empty]
        cells += [.plain(file.error.code.rawValue), .text(file.error.message), .init(file.sha256)]
        return filled(cells)
    }

    /// Empty cells up to the last of the machine's columns; the first 17 are the exam's.
    private static func filled(_ cells: [CSVDocument.Cell]) -> [CSVDocument.Cell] {
        cells + Array(repeating: .empty, count: machineColumns.count - 17 - cells.count)
    }
}
