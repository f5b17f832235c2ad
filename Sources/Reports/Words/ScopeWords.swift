package import Grading

/// Wordings about whom a period report is about, its parts and its waiting times.
package enum ScopeWord: CaseIterable {
    case networkReport, regionReport, institutionReport, technicianReport, deviceReport
    case onlyPublic, onlyNonPublic, onlyCounty, onlyExamType, onlySection
    case byTechnician, byDevice, byCounty, byOwnership, bySection
    case technician, device, county, ownership, section, nobodyNamed, unlabelled, unregistered
    case waits, waitsWhy, stage, target, all, day, night, over, stillOpen, onTime
    case late, lateCount, lateWhy, lateMore, lateNone, place, since, took, stillWaiting, byNight, lateColumn
    case answered, graded, claimed, reviewed, readCritical, readFlagged, readSampled, reported

    /// Both wordings.
    package var text: LocalizedText {
        func words(_ zh: String, _ en: String) -> LocalizedText { LocalizedText(zh: zh, en: en) }
        return switch self {
        case .networkReport: words("质控网络统计", "Network quality summary")
        case .regionReport: words("区域质控统计", "Region quality summary")
        case .institutionReport: words("机构质控统计", "Institution quality summary")
        case .technicianReport: words("技术人员质控统计", "Technician quality summary")
        case .deviceReport: words("设备质控统计", "Device quality summary")
        case .onlyPublic: words("仅公立机构", "public institutions only")
        case .onlyNonPublic: words("仅非公立机构", "non-public institutions only")
        case .onlyCounty: words("仅{name}", "{name} only")
        case .onlyExamType: words("仅{name}检查", "{name} exams only")
        case .onlySection: words("仅切面：{name}", "section {name} only")
        case .byTechnician: words("各技术人员", "By technician")
        case .byDevice: words("各设备", "By device")
        case .byCounty: words("各县（市、区）", "By county")
        case .byOwnership: words("公立与非公立", "By ownership")
        case .bySection: words("各切面", "By section")
        case .technician: words("技术人员", "Technician")
        case .device: words("设备", "Device")
        case .county: words("县（市、区）", "County")
        case .ownership: words("机构性质", "Ownership")
        case .section: words("切面", "Section")
        case .nobodyNamed: words("未填写", "not said")
        case .unlabelled: words("未标切面", "not labelled")
        case .unregistered: words("未登记", "not registered")
        case .waits: words("时效（白天与夜间）", "Waiting times by day and night")
        case .waitsWhy:
            words(
                "按收到的时刻分白天与夜间（夜间 {from} 至次日 {until}）。达标率＝已完成且未超时 ÷（已完成＋未完成但已超时）。",
                "By the moment of receipt (night: {from} to {until}). On time: done within the target ÷ (done + open and overdue)."
            )
        case .stage: words("环节", "Stage")
        case .target: words("目标", "Target")
        case .all: words("全部", "All")
        case .day: words("白天", "Day")
        case .night: words("夜间", "Night")
        case .over: words("已完成", "Done")
        case .stillOpen: words("未完成", "Open")
        case .onTime: words("达标率", "On time")
        case .late: words("超时清单", "Late")
        case .lateColumn: words("超时", "Late")
        case .lateCount: words("超时 {n}", "{n} late")
        case .lateWhy: words("共 {n} 件超时，按超出目标的倍数排列。", "{n} late in all; the worst against their targets first.")
        case .lateMore:
            words(
                "此处列出前 {n} 件；其余见 CSV 与 JSON（最多 {most} 件）。",
                "The first {n} are shown; CSV and JSON have up to {most}."
            )
        case .lateNone: words("没有超时的。", "Nothing is late.")
        case .place: words("位置", "Where")
        case .since: words("起始时间", "Since")
        case .took: words("用时", "Took")
        case .stillWaiting: words("未完成", "still open")
        case .byNight: words("夜间", "night")
        case .answered: words("收到 → 机器答复", "received → answered by the machine")
        case .graded: words("收到 → 初筛", "received → graded")
        case .claimed: words("初筛 → 专家领取", "graded → claimed")
        case .reviewed: words("领取 → 读完", "claimed → read")
        case .readCritical: words("收到 → 专家读完（有严重问题）", "received → read (critical finding)")
        case .readFlagged: words("收到 → 专家读完（其他送审）", "received → read (otherwise flagged)")
        case .readSampled: words("收到 → 专家读完（仅抽检）", "received → read (random sample)")
        case .reported: words("读完 → 写入报告", "read → in the clinic's report")
        }
    }

    /// Both wordings with the places filled.
    func filled(_ values: KeyValuePairs<String, LocalizedText>) -> LocalizedText { text.filled(localized: values) }

    /// Both wordings with the places filled by what is the same in both languages.
    func filled(plain values: KeyValuePairs<String, String>) -> LocalizedText { text.filled(values) }
}

extension WaitingStage {
    /// How people call it.
    package var name: LocalizedText {
        let word: ScopeWord =
            switch self {
            case .answered: .answered
            case .graded: .graded
            case .claimed: .claimed
            case .reviewed: .reviewed
            case .readCritical: .readCritical
            case .readFlagged: .readFlagged
            case .readSampled: .readSampled
            case .reported: .reported
            }
        return word.text
    }
}

extension PeriodReport {
    /// What kind of report it is, for headings.
    package var kindName: LocalizedText {
        let word: ScopeWord =
            switch kind {
            case .technician: .technicianReport
            case .device: .deviceReport
            case .region: .regionReport
            case .institution, .exam: .institutionReport
            case .network: .networkReport
            }
        return word.text
    }

    /// Whom it is about, for headings: a technician or device with the code and the institution.
    package var scopeName: LocalizedText {
        if let subject {
            guard let institution else { return subject.name }
            let code = subject.id.dropFirst(institution.id.count + 1)
            func words(_ name: String) -> String {
                let own = name == code ? name : "\(name) (\(code))"
                return "\(institution.name) · \(own)"
            }
            return LocalizedText(zh: words(subject.name.zh), en: words(subject.name.en))
        }
        return institution.map { LocalizedText(zh: $0.name, en: $0.name) } ?? Word.network.text
    }

    /// To what it is narrowed, one wording a cut.
    package var cutNames: [LocalizedText] {
        guard let cuts else { return [] }
        var names: [LocalizedText] = []
        switch cuts.ownership {
        case .public: names.append(ScopeWord.onlyPublic.text)
        case .nonPublic: names.append(ScopeWord.onlyNonPublic.text)
        case nil: break
        }
        if let county = cuts.county { names.append(ScopeWord.onlyCounty.filled(["name": county.name])) }
        if let type = cuts.examType { names.append(ScopeWord.onlyExamType.filled(["name": type.name])) }
        if let section = cuts.section {
            names.append(ScopeWord.onlySection.filled(["name": Optional(section).displayName]))
        }
        return names
    }

    /// Its tables beside institutions and exam types, in the order of pages: title, name of the first column, rows.
    var parts: [(title: ScopeWord, column: ScopeWord, unknown: ScopeWord, rows: [PeriodRow])] {
        [
            (.byTechnician, .technician, .nobodyNamed, byTechnician ?? []),
            (.byDevice, .device, .nobodyNamed, byDevice ?? []),
            (.byCounty, .county, .unregistered, byCounty ?? []),
            (.byOwnership, .ownership, .unregistered, byOwnership ?? []),
            (.bySection, .section, .unlabelled, bySection ?? []),
        ].filter { !$0.rows.isEmpty }
    }
}
