package import Grading

/// Whether an exam's images are good enough to be recognised by another institution (检查结果互认), and why.
///
/// Only the images are judged, never the diagnosis. The rule: the exam type is known and its required sections are all
/// there; no file is unreadable; none of the sections has only images below level C; the exam has 80 points or more, which
/// a critical finding or another patient's picture never leaves it; and nothing is open with the experts. Experts' results
/// count where there are any. The first pass alone recognises nothing (domain reference §9.10: no final word on sections
/// without an expert): what passes it and was read by nobody is pending.
package struct ExamRecognition: Sendable, Codable, Equatable {
    /// The answers.
    package enum State: String, Sendable, Codable, CaseIterable {
        case recognised
        case notRecognised = "not_recognised"
        /// An expert has still to say something that may change it.
        case pending

        /// The words that people read.
        package var title: LocalizedText {
            switch self {
            case .recognised: LocalizedText(zh: "图像质量可供互认", en: "images good enough to be recognised elsewhere")
            case .notRecognised: LocalizedText(zh: "图像质量暂不宜互认", en: "images not to be recognised elsewhere")
            case .pending: LocalizedText(zh: "互认待专家复核", en: "recognition waits for an expert")
            }
        }
    }

    /// Points that an exam needs.
    package static let leastScore = 80.0

    package var state: State
    /// Why, one short clause each.
    package var reasons: [LocalizedText]

    /// Judges a report.
    init(_ report: ExamReport) {
        let final = report.final
        var firm: [LocalizedText] = []
        var open: [LocalizedText] = []
        if report.withdrawn != nil { firm.append(LocalizedText(zh: "检查已撤回", en: "the exam was withdrawn")) }
        if report.exam.type == nil {
            firm.append(LocalizedText(zh: "未说明检查类型", en: "the exam type is not said"))
        } else if report.completeness == nil {
            firm.append(LocalizedText(zh: "未标注切面，无法核对必查切面", en: "no section is named, so none can be checked"))
        }
        if !report.missingSections.isEmpty {
            firm.append(
                LocalizedText(
                    zh: "缺少\(report.missingSections.count)个必查切面",
                    en: "required sections missing: \(report.missingSections.count)"
                )
            )
        }
        if !report.unreadable.isEmpty {
            firm.append(
                LocalizedText(
                    zh: "\(report.unreadable.count)个文件无法读取",
                    en: "files that cannot be read: \(report.unreadable.count)"
                )
            )
        }
        let substandard = final?.substandardSections ?? report.substandardSections
        if !substandard.isEmpty {
            open.append(
                LocalizedText(
                    zh: "\(substandard.count)个必查切面的图像不合格",
                    en: "required sections below level C: \(substandard.count)"
                )
            )
        }
        if let score = final?.score ?? report.score {
            if score < Self.leastScore {
                let points = Numbers.score(score)
                open.append(LocalizedText(zh: "检查得分\(points)，低于80分", en: "\(points) points, fewer than 80"))
            }
        } else {
            open.append(LocalizedText(zh: "无已评分图像", en: "no image could be scored"))
        }
        let waiting = report.experts?.open ?? 0
        if !firm.isEmpty {
            (state, reasons) = (.notRecognised, firm + open)
        } else if waiting > 0 {
            let why = LocalizedText(zh: "\(waiting)项待专家处理", en: "\(waiting) still with the experts")
            (state, reasons) = (.pending, [why])
        } else if !open.isEmpty {
            (state, reasons) = (.notRecognised, open)
        } else {
            let score = Numbers.score(final?.score ?? report.score ?? 0)
            let good = LocalizedText(zh: "必查切面齐全，检查得分\(score)", en: "all required sections, \(score) points")
            if final != nil {
                (state, reasons) = (.recognised, [good])
            } else {
                let unread = LocalizedText(zh: "尚无专家复核，仅机器初筛", en: "first pass only, read by no expert yet")
                (state, reasons) = (.pending, [unread, good])
            }
        }
    }

    /// State and reasons on one line.
    package func line(_ language: Language) -> String {
        let why = reasons.map { $0[language] }.joined(separator: language == .zh ? "；" : "; ")
        return language == .zh ? "\(state.title.zh)（\(why)）" : "\(state.title.en) (\(why))"
    }

    /// The same in both languages.
    package var line: LocalizedText { LocalizedText(zh: line(.zh), en: line(.en)) }
}
