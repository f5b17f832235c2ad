import Grading

/// Wordings of ours that only sheets of paper have.
enum PaperWord: String, CaseIterable {
    case technicianReport, deviceReport, regionReport
    case technician, device, county, ownership, byTechnician, byDevice, byCounty, byOwnership, bySection
    case isPublic, nonPublic, notRegistered, notNamed, late, lateNone, waits, target, withinTarget, byDay, byNight
    case waitAnswered, waitGraded, waitClaimed, waitReviewed, waitCritical, waitFlagged, waitSampled, waitReported
    case stillOpen, took, lateOnes

    /// Both wordings.
    var text: LocalizedText {
        let (zh, en) = wordings
        return LocalizedText(zh: zh, en: en)
    }

    private var wordings: (String, String) {
        switch self {
        case .technicianReport: ("技术人员质控统计", "Technician's quality report")
        case .deviceReport: ("设备质控统计", "Device quality report")
        case .regionReport: ("地区质控统计", "Regional quality report")
        case .technician: ("技术人员", "Technician")
        case .device: ("设备", "Device")
        case .county: ("区县", "County")
        case .ownership: ("机构性质", "Ownership")
        case .byTechnician: ("各技术人员", "By technician")
        case .byDevice: ("按设备", "By device")
        case .byCounty: ("按区县", "By county")
        case .byOwnership: ("按机构性质", "By ownership")
        case .bySection: ("按切面", "By section")
        case .isPublic: ("公立", "public")
        case .nonPublic: ("非公立", "non-public")
        case .notRegistered: ("未登记", "not registered")
        case .notNamed: ("未注明", "not named")
        case .late: ("超时", "Late")
        case .lateNone: ("没有超时的。", "Nothing came late.")
        case .waits: ("各环节用时与目标", "Waiting times and targets")
        case .target: ("目标", "Target")
        case .withinTarget: ("达标率", "Within target")
        case .byDay: ("日间", "Day")
        case .byNight: ("夜间", "Night")
        case .waitAnswered: ("收到 → 首次答复（检查）", "Received → first answered (exam)")
        case .waitGraded: ("收到 → 机器评分", "Received → graded")
        case .waitClaimed: ("机器评分 → 专家领取", "Graded → claimed")
        case .waitReviewed: ("专家领取 → 复核完成", "Claimed → read")
        case .waitCritical: ("收到 → 专家读完（有严重问题）", "Received → read (critical)")
        case .waitFlagged: ("收到 → 复核完成（机器标出）", "Received → read (flagged)")
        case .waitSampled: ("收到 → 复核完成（随机抽检）", "Received → read (random draw)")
        case .waitReported: ("复核完成 → 写入报告", "Read → in the report")
        case .stillOpen: ("未完成", "still open")
        case .took: ("用时", "Took")
        case .lateOnes: ("超时清单", "What came late")
        }
    }
}
