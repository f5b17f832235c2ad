import Grading

/// A period as CSV: a row for the whole, then one an institution, exam type, finding and missing section.
package enum PeriodCSV {
    /// The columns in order; what does not apply to a row's group is empty.
    package static let columns: [CSVColumn] = [
        column("period", "统计期", "period"),
        column(
            "group",
            "total|institution|exam_type|technician|device|county|ownership|section|finding|missing_section|expert|agreement|verdict|stratum|nonconforming|recall|stage|open|wait|late|month|week|day|before|dropout|drift|standard|critical|duplicate",
            "what the row is about"
        ),
        column("id", "机构、类型、发现、切面、层、环节等的代码", "id of the institution, exam type, finding, section, stratum or stage"),
        column("name_zh", "中文名", "Chinese name"),
        column("name_en", "英文名", "English name"),
        column("exams", "检查数", "exams"),
        column("exams_incomplete", "缺切面的检查数", "exams with a missing required section"),
        column("exams_withdrawn", "撤回的检查数", "withdrawn exams"),
        column("images", "图像数", "images"),
        column("graded", "已评分", "graded images"),
        column("unsure", "机器无法判定", "unsure images"),
        column("unreadable", "不可读", "unreadable files"),
        column("to_review", "送专家", "images that go to an expert"),
        column("sampled", "随机抽检", "images drawn at random"),
        column("level_a", "甲", "images of level A"),
        column("level_b", "乙", "images of level B"),
        column("level_c", "丙", "images of level C"),
        column("level_d", "不合格", "images of level D"),
        column("score_mean", "初筛分均值", "mean first-pass score"),
        column("score_p50", "初筛分中位数", "median first-pass score"),
        column("turnaround_p50", "收到到答复中位数（秒）", "median seconds from received to answered"),
        column("turnaround_p95", "收到到答复 95 分位（秒）", "95th percentile of these seconds"),
        column("count", "分子", "numerator of the share"),
        column("of", "分母", "denominator of the share"),
        column("share", "比例（初筛达标率、发现率、缺失率、一致率、确认率等）", "share: passing, with the finding, missing, equal, confirmed"),
        column("share_low", "95% 置信下限", "lower end of its 95 % interval"),
        column("share_high", "95% 置信上限", "upper end of its 95 % interval"),
        column("rank", "名次（少于 20 张不排）", "rank; none below 20 graded images"),
        column("read", "专家已复核", "images that an expert has read"),
        column("expert_score_mean", "专家分均值", "mean final expert score of these"),
        column("nonconforming", "专家认定需整改率（估计）", "estimated share of images that need correction by experts"),
        column("nonconforming_low", "其 95% 置信下限", "lower end of its 95 % interval"),
        column("nonconforming_high", "其 95% 置信上限", "upper end of its 95 % interval"),
        column("ac2", "AC2（二次权重）", "Gwet's AC2, quadratic weights"),
        column("ac2_low", "其 95% 置信下限", "lower end of its 95 % interval"),
        column("ac2_high", "其 95% 置信上限", "upper end of its 95 % interval"),
        column("kappa", "Cohen κ（二次权重）", "Cohen's kappa, quadratic weights"),
        column("added", "专家补充", "images on which experts added the finding"),
        column("unjudged", "专家未提", "images on which experts did not speak of the finding"),
        column("oldest", "最早一件的时间", "since when the oldest waits"),
        column("reason", "没有估计的原因", "why there is no estimate"),
        column("done", "该环节已完成的件数", "what is over of this stage"),
        column("seconds_p50", "该环节用时中位数（秒）", "median seconds of this stage"),
        column("seconds_p95", "该环节用时 95 分位（秒）", "95th percentile of these seconds"),
        column("open", "未完成的件数；超时清单与月、周中 1 为未完成", "what is not over; of late ones and spans, 1 where it is not"),
        column("target", "目标（秒）", "seconds that are allowed"),
        column("late", "超时件数", "what took longer, or is open and overdue"),
        column("place", "机构/文件夹/文件", "institution/folder/file"),
        column("technician", "技术人员代码", "the technician's code"),
        column("seconds", "这一件的用时（秒）", "seconds that this one took, or has taken so far"),
        column("night", "夜间收到为 1", "1 where it was received by night"),
        column("drawn_read", "随机抽检中专家已复核", "images of the random draw that an expert has read"),
        column("drawn_nonconforming", "其中专家认定需整改", "of these, images that need correction by experts"),
        column("standardised", "标化初筛达标率（按全网络检查类型构成）", "first-pass rate with the network's mix of exam types"),
        column("standardised_low", "其 95% 置信下限", "lower end of its 95 % interval"),
        column("standardised_high", "其 95% 置信上限", "upper end of its 95 % interval"),
        column("standardised_coverage", "标化所依据的构成比例", "part of the network's mix that it rests on"),
        column("standardised_lacking", "未计入的检查类型", "exam types of the mix that it leaves out"),
        column("adjusted", "调整后初筛达标率（扣除检查类型构成，用于名次）", "first-pass rate freed of the mix of exam types; ranks go by it"),
        column("adjusted_low", "其 95% 置信下限", "lower end of its 95 % interval"),
        column("adjusted_high", "其 95% 置信上限", "upper end of its 95 % interval"),
        column(
            "standardised_nonconforming",
            "标化需整改率（估计）",
            "estimated share that needs correction, with the network's mix"
        ),
        column("standardised_nonconforming_low", "其 95% 置信下限", "lower end of its 95 % interval"),
        column("standardised_nonconforming_high", "其 95% 置信上限", "upper end of its 95 % interval"),
        column("standardised_nonconforming_coverage", "其所依据的构成比例", "part of the network's mix that it rests on"),
        column("standardised_nonconforming_lacking", "其未计入的检查类型", "exam types of the mix that it leaves out"),
        column("handed_in_nothing", "在册机构本期未提交为 1", "1 for a registered institution that handed in nothing"),
        column("state", "专家：waiting、read 或 rejected", "waiting, read or rejected: what an expert made of it"),
    ]

    private static func column(_ name: String, _ zh: String, _ en: String) -> CSVColumn {
        CSVColumn(name: name, meaning: LocalizedText(zh: zh, en: en))
    }

    /// One report below one header.
    package static func bytes(of report: PeriodReport) -> [UInt8] {
        var document = CSVDocument(columns: columns)
        func add(_ group: String, _ cells: [CSVDocument.Cell]) {
            let gap = Array(repeating: CSVDocument.Cell.empty, count: max(0, columns.count - 2 - cells.count))
            document.add([.text(report.period.label), .plain(group)] + cells + gap)
        }
        var total = PeriodRow(
            id: report.subject?.id ?? report.institution?.id ?? "",
            name: report.subject?.name
                ?? LocalizedText(zh: report.institution?.name ?? "", en: report.institution?.name ?? ""),
            counts: report.counts,
            levels: report.levels
        )
        total.scores = report.scores
        total.turnaround = report.turnaround
        total.standardised = report.standardised
        if report.institution != nil, report.handedInNothing != nil { total.handedInNothing = true }
        add("total", cells(of: total))
        for row in report.byInstitution { add("institution", cells(of: row)) }
        for row in report.byExamType { add("exam_type", cells(of: row)) }
        let parts = [
            ("technician", report.byTechnician), ("device", report.byDevice), ("county", report.byCounty),
            ("ownership", report.byOwnership), ("section", report.bySection),
        ]
        for (group, rows) in parts { for row in rows ?? [] { add(group, cells(of: row)) } }
        for finding in report.findings {
            let title = report.findingTexts.title(of: finding.code)
            let share = cells(count: finding.images, of: finding.examined, finding.share, finding.interval)
            add("finding", [.text(finding.code), .text(title.zh), .text(title.en)] + gap + share)
        }
        for section in report.missingSections {
            let share = cells(count: section.missing, of: section.required, section.share, section.interval)
            // The exam type that requires it, so that no two rows look alike.
            let name = Optional(section.section).displayName
            let type = section.examType?.name
            let names: [CSVDocument.Cell] = [
                .text(name.zh + (type.map { "（\($0.zh)）" } ?? "")), .text(name.en + (type.map { " (\($0.en))" } ?? "")),
            ]
            add("missing_section", [.text(section.section.id)] + names + gap + share)
        }
        if let experts = report.experts {
            for row in PeriodExpertCSV(experts: experts, texts: report.findingTexts).rows { add(row.group, row.cells) }
        }
        for row in PeriodTimeCSV(report: report).rows { add(row.group, row.cells) }
        for row in PeriodDeviceCSV(report: report).rows { add(row.group, row.cells) }
        for row in PeriodUrgentCSV(report: report).rows { add(row.group, row.cells) }
        return Array(document.text.utf8)
    }

    /// Where the standardised rates begin, after `period` and `group`.
    private static let standardisedPlace = (columns.firstIndex { $0.name == "standardised" } ?? columns.count) - 2

    /// From `exams` to `turnaround_p95`.
    private static let gap = [CSVDocument.Cell](repeating: .empty, count: 17)

    private static func cells(of row: PeriodRow) -> [CSVDocument.Cell] {
        let counts = row.counts
        var cells: [CSVDocument.Cell] = [.text(row.id), .text(row.name.zh), .text(row.name.en)]
        cells += [
            counts.exams, counts.examsIncomplete, counts.examsWithdrawn, counts.images, counts.graded, counts.unsure,
            counts.unreadable, counts.toReview, counts.sampled,
        ].map { .init($0) }
        cells += Level.allCases.map { .init(row.levels[$0]) }
        cells += [row.scores?.mean, row.scores?.p50].map { .init($0, decimals: 1) }
        cells += [row.turnaround?.p50, row.turnaround?.p95].map { .init($0, decimals: 0) }
        cells += self.cells(
            count: row.levels.passing,
            of: row.levels.total,
            row.passingShare,
            row.passingInterval,
            rank: row.rank
        )
        let rate = row.experts?.nonconforming
        cells.append(row.experts.map { .init($0.read) } ?? .empty)
        cells.append(.init(row.experts?.scoreMean, decimals: 1))
        cells += [rate?.share, rate?.interval?.low, rate?.interval?.high].map { .init($0, decimals: 4) }
        cells += Array(repeating: .empty, count: max(0, standardisedPlace - cells.count))
        cells += PeriodUrgentCSV.cells(of: row.standardised)
        cells.append(row.handedInNothing == true ? .plain("1") : .empty)
        return cells
    }

    private static func cells(
        count: Int,
        of total: Int,
        _ share: Double?,
        _ interval: ShareInterval?,
        rank: Int? = nil
    ) -> [CSVDocument.Cell] {
        [.init(count), .init(total)] + [share, interval?.low, interval?.high].map { .init($0, decimals: 4) }
            + [rank.map { .init($0) } ?? .empty]
    }
}
