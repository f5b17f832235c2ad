package import Grading

/// Indicators as tables, CSV and JSON.
package enum IndicatorText {
    /// The documented columns of the CSV.
    package static let columns: [CSVColumn] = [
        column("period", "统计期", "what the period is called"),
        column("from", "起", "first moment that counts, ISO 8601"),
        column("until", "止", "first moment that counts no more, ISO 8601"),
        column("institution", "机构", "code of the institution; empty for the network"),
        column("set", "指标集", "id of the set of indicators; empty in a row about a file that was left out"),
        column("indicator", "指标", "id of the indicator"),
        column("code", "指标编码", "the document's own code"),
        column("name_zh", "中文名称", "name in Chinese"),
        column("name_en", "英文名称", "name in English"),
        column("unit", "单位", "percent, per_hundred, per_month, hours or coefficient"),
        column("numerator", "分子", "what was counted"),
        column("denominator", "分母", "over what"),
        column("value", "值", "in the unit; empty where it is not available"),
        column("low", "95%下限", "lower end of the 95 % interval"),
        column("high", "95%上限", "upper end of the 95 % interval"),
        column("wording", "表述", "verified, unverified or own"),
        column("reason_zh", "数据不可获取的原因", "why there is no value, in Chinese"),
        column("reason_en", "数据不可获取的原因（英文）", "why there is no value, in English"),
        column("remark_zh", "说明", "what is to be known of this period's value, in Chinese"),
        column("remark_en", "说明（英文）", "the same in English"),
        column("goal", "目标", "what is to be reached; several with semicolons between"),
        column("goal_state", "目标状态", "met, met_unsure, missed_unsure, missed or unknown; in the same order"),
    ]

    /// Rows of several reports under one head, one an indicator.
    package static func csv(of reports: [IndicatorReport]) -> [UInt8] {
        var document = CSVDocument(columns: columns)
        for report in reports {
            for group in report.groups {
                for line in group.indicators { document.add(cells(line, group, report)) }
            }
        }
        // The same for all; said once.
        if let report = reports.first {
            for problem in report.problems ?? [] { document.add(cells(problem, report)) }
        }
        return Array(document.text.utf8)
    }

    /// One report's object, or a list of several.
    package static func json(of reports: [IndicatorReport]) throws(ReportError) -> [UInt8] {
        guard let only = reports.first, reports.count == 1 else { return try JSONReport.indented(reports) }
        return try JSONReport.indented(only)
    }

    /// One report a line.
    package static func lines(of reports: [IndicatorReport]) throws(ReportError) -> [UInt8] {
        var bytes: [UInt8] = []
        for report in reports { bytes += try JSONReport.line(report) }
        return bytes
    }

    /// A report for a terminal.
    package static func table(of report: IndicatorReport, language: Language, columns: Int? = nil) -> String {
        func word(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        let place = report.institution?.name ?? word("全网络", "network")
        var parts = [
            "\(word("质控指标", "Indicators")) · \(ForeignText.visible(place)) · \(report.period.name[language])\n"
        ]
        for group in report.groups {
            let source = group.source.map { word("（\($0)）", " (\($0))") } ?? ""
            var table = TextTable([
                (word("指标", "indicator"), .left), (word("值", "value"), .right), (word("95% 区间", "95 %"), .right),
                (word("分子/分母", "counts"), .right), (word("目标", "goal"), .left), (word("说明", "remarks"), .left),
            ])
            for line in group.indicators { table.add(shown(line, language)) }
            parts.append("\n\(group.title[language])\(source)\n\(table.text(columns: columns))")
        }
        if report.groups.contains(where: { $0.indicators.contains { $0.wording == .unverified } }) {
            parts.append(
                word(
                    "\n* 该指标的名称或计算公式尚未与国家卫生健康委原文核对，正式上报前请核对。\n",
                    "\n* Name or formula were not compared with the ministry's own text yet; do so before reporting them.\n"
                )
            )
        }
        return parts.joined()
    }

    /// A row about a file that was left out.
    private static func cells(_ problem: String, _ report: IndicatorReport) -> [CSVDocument.Cell] {
        let values: [String: CSVDocument.Cell] = [
            "period": .text(report.period.label), "from": .plain(report.period.from.iso8601),
            "until": .plain(report.period.until.iso8601), "name_zh": .text("指标文件有错，未计入"),
            "name_en": .text("file with a mistake, left out"), "reason_zh": .text(problem), "reason_en": .text(problem),
        ]
        return columns.map { values[$0.name] ?? .empty }
    }

    private static func cells(
        _ line: IndicatorReport.Line,
        _ group: IndicatorReport.Group,
        _ report: IndicatorReport
    ) -> [CSVDocument.Cell] {
        func number(_ value: Double?, _ decimals: Int = 4) -> CSVDocument.Cell { .init(value, decimals: decimals) }
        return [
            .text(report.period.label), .plain(report.period.from.iso8601), .plain(report.period.until.iso8601),
            .init(report.institution?.id), .plain(group.id), .plain(line.id), .init(line.code), .text(line.name.zh),
            .text(line.name.en), .plain(line.unit.rawValue), count(line.numerator), count(line.denominator),
            number(line.value), number(line.low), number(line.high), .plain(line.wording.rawValue),
            .init(line.reason?.zh), .init(line.reason?.en), .init(line.remark?.zh), .init(line.remark?.en),
            .plain(line.goals.map(target).joined(separator: "; ")),
            .plain(line.goals.map(\.state.rawValue).joined(separator: "; ")),
        ]
    }

    private static func count(_ value: Double?) -> CSVDocument.Cell {
        value.map { .plain(counted($0)) } ?? .empty
    }

    private static func counted(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? Numbers.fixed(value, decimals: 2)
    }

    private static func target(_ goal: IndicatorReport.Goal) -> String {
        let bounds = [goal.atLeast.map { "≥\(Numbers.measured($0))" }, goal.atMost.map { "≤\(Numbers.measured($0))" }]
        return bounds.compactMap(\.self).joined(separator: " ")
    }

    private static func shown(_ line: IndicatorReport.Line, _ language: Language) -> [String] {
        let isChinese = language == .zh
        let decimals = line.unit == .coefficient || line.unit == .hours ? 2 : 1
        func text(_ value: Double) -> String { Numbers.fixed(value, decimals: decimals) }
        let suffix =
            switch line.unit {
            case .percent: " %"
            case .hours: isChinese ? " 小时" : " h"
            case .perMonth: isChinese ? " 例/月" : " a month"
            case .perHundred: isChinese ? " /百人" : " per 100"
            case .coefficient: ""
            }
        let value = line.value.map { text($0) + suffix } ?? (isChinese ? "数据不可获取" : "not available")
        let interval = line.low.flatMap { low in line.high.map { "\(text(low))–\(text($0))" } } ?? ""
        let counts =
            line.numerator.flatMap { top in line.denominator.map { "\(counted(top))/\(counted($0))" } } ?? ""
        let goals = line.goals.map { "\(target($0)) \($0.state.title[language])" }.joined(separator: "; ")
        let mark = line.wording == .unverified ? " *" : ""
        let code = line.code.map { "\($0) " } ?? ""
        return [
            code + line.name[language] + mark, value, interval, counts, goals,
            (line.reason ?? line.remark)?[language] ?? "",
        ]
    }

    private static func column(_ name: String, _ zh: String, _ en: String) -> CSVColumn {
        CSVColumn(name: name, meaning: LocalizedText(zh: zh, en: en))
    }
}

extension GoalState {
    /// The words that people read.
    package var title: LocalizedText {
        switch self {
        case .met: LocalizedText(zh: "达标", en: "met")
        case .metUnsure: LocalizedText(zh: "达标（区间跨目标值）", en: "met (interval reaches beyond)")
        case .missedUnsure: LocalizedText(zh: "未达标（区间跨目标值）", en: "missed (interval reaches it)")
        case .missed: LocalizedText(zh: "未达标", en: "missed")
        case .unknown: LocalizedText(zh: "无法判定", en: "cannot be told")
        }
    }
}
