/// One entry of the taxonomy of findings (domain reference §3.3 and the contract's additions).
package struct FindingCode: Sendable, Equatable {
    /// The code, such as `GAIN_HIGH`.
    package let code: String
    /// What a person calls it.
    package let name: LocalizedText
    /// How grave it is when no metric's limits say so.
    package let severity: Severity
    /// The training module that teaches it (`T01`…`T12`); nil for what no training mends.
    package let module: String?

    /// The entry of a code; nil when the code is unknown.
    package static func named(_ code: String) -> FindingCode? { byCode[code] }

    private static let byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

    /// Every code, in the order of the documentation.
    package static let all: [FindingCode] = [
        entry("GAIN_HIGH", "总增益过高", "Overall gain too high", .minor, "T01"),
        entry("GAIN_LOW", "总增益过低", "Overall gain too low", .minor, "T01"),
        entry("SAT_HIGH", "饱和过亮", "Saturated", .major, "T01"),
        entry("SAT_LOW", "大片全黑", "Crushed to black", .minor, "T01"),
        entry("CONTRAST_LOW", "对比度低", "Low contrast", .minor, "T01"),
        entry("LOWBIT", "灰阶数过少", "Too few grey levels", .minor, "T05"),
        entry("TGC_UNEVEN", "深度补偿不均", "Uneven depth compensation", .minor, "T02"),
        entry("TGC_BAND", "深度补偿滑杆错位", "Band from one TGC slider", .minor, "T02"),
        entry("CONTACT_LOSS", "耦合或接触不良", "Poor probe contact", .major, "T03"),
        entry("SHADOW", "声影遮挡", "Acoustic shadow", .minor, "T03"),
        entry("NOISE", "噪声干扰", "Noise", .minor, "T01"),
        entry("DEPTH_EXCESS", "深度过大", "Depth set too large", .minor, "T04"),
        entry("DEPTH_SHORT", "目标被截断", "Target cut off", .major, "T04"),
        entry("TARGET_SMALL", "目标过小", "Target too small", .minor, "T04"),
        entry("FOCUS_OFF", "聚焦区不当", "Focus misplaced", .minor, "T04"),
        entry("BLUR", "图像模糊", "Blurred", .minor, "T05"),
        entry("LOWRES", "分辨率低", "Low resolution", .minor, "T05"),
        entry("JPEG_LOW", "过度压缩", "Compressed too much", .minor, "T05"),
        entry("UPSCALED", "插值放大", "Enlarged from a smaller picture", .minor, "T05"),
        entry("SCREEN_PHOTO", "翻拍屏幕", "Photo of a screen", .major, "T05"),
        entry("MOIRE", "摩尔纹", "Moiré", .major, "T05"),
        entry("ASPECT", "长宽比失真", "Wrong aspect ratio", .major, "T05"),
        entry("SECTION_MISSING", "必查切面缺失", "Required section missing", .major, "T06"),
        entry("SECTION_NONSTD", "切面不标准", "Section not standard", .major, "T06"),
        entry("LABEL_MISMATCH", "切面标注与图像不符", "Label does not fit the picture", .minor, "T06"),
        entry("NO_MARK", "无体标或方位标识", "No body mark", .minor, "T07"),
        entry("NO_CALIPER", "缺测量", "No measurement", .minor, "T07"),
        entry("CALIPER_WRONG", "测量错误", "Measurement misplaced", .major, "T07"),
        entry("CFM_GAIN", "彩色增益不当", "Colour gain", .minor, "T08"),
        entry("CFM_ALIAS", "彩色混叠", "Colour aliasing", .minor, "T08"),
        entry("CFM_BOX", "彩色取样框不当", "Colour box", .minor, "T08"),
        entry("PW_ANGLE", "校正角度大于60°", "Doppler angle over 60°", .major, "T08"),
        entry("PW_BASELINE", "频谱基线或量程不当", "Doppler baseline or scale", .major, "T08"),
        entry("PHI_RISK", "图上方有文字", "Text above the picture", .info, "T09"),
        entry("PHI_BURNT", "图中含患者身份信息", "Patient identity in the picture", .critical, "T09"),
        entry("DUP_SAME_EXAM", "同一检查内重复图", "Repeated within the exam", .minor, "T10"),
        entry("DUP_CROSS_PATIENT", "跨患者重复图", "Same picture in another patient's exam", .critical, "T10"),
        entry("IN_AIR", "空气图", "Probe in air", .critical, "T05"),
        entry("BLANK", "空白图", "Blank picture", .critical, "T05"),
        entry("UNREADABLE", "无法读取", "Unreadable", .critical, "T05"),
        entry("REPORT_MISMATCH", "图文不符", "Report does not fit the picture", .major, "T11"),
        entry("LATE", "超时上报", "Late", .minor, "T12"),
        entry("DEVICE_DROPOUT", "探头阵元损坏", "Dead transducer elements", .info, nil),
        entry("DEVICE_PENETRATION", "设备穿透力下降", "Device lost penetration", .info, nil),
        entry("NOT_ULTRASOUND", "不是超声图像", "Not an ultrasound picture", .info, nil),
        entry("GEOM_UNCERTAIN", "扫查区域无法确定", "Scan area uncertain", .info, nil),
        entry("TOO_SMALL", "图像过小", "Picture too small to judge", .info, nil),
        entry("LAYOUT_DUAL", "双幅图", "Two pictures side by side", .info, nil),
        entry("LAYOUT_QUAD", "四幅图", "Four pictures", .info, nil),
        entry("LAYOUT_STACK", "上下双幅图", "Pictures above each other", .info, nil),
        entry("LAYOUT_SPECTRAL", "频谱或M型图", "Spectral Doppler or M-mode", .info, nil),
        entry("LAYOUT_3D", "三维成像", "Rendered surface", .info, nil),
        entry("NOT_MEASURED", "未能测量", "Could not be measured", .info, nil),
    ]

    private static func entry(
        _ code: String,
        _ zh: String,
        _ en: String,
        _ severity: Severity,
        _ module: String?
    ) -> FindingCode {
        FindingCode(code: code, name: LocalizedText(zh: zh, en: en), severity: severity, module: module)
    }

    /// Codes whose severity a rubric cannot change: the contract grades them D, or gives no grade at all.
    package static let fixed: Set<String> = [
        "IN_AIR", "BLANK", "UNREADABLE", "NOT_ULTRASOUND", "GEOM_UNCERTAIN", "TOO_SMALL", "LAYOUT_DUAL", "LAYOUT_QUAD",
        "LAYOUT_STACK", "LAYOUT_SPECTRAL", "LAYOUT_3D", "NOT_MEASURED",
    ]

    /// Codes that need advice in every rubric, because the grader itself can give them.
    package static let always: [String] = [
        "NOT_ULTRASOUND", "BLANK", "IN_AIR", "GEOM_UNCERTAIN", "TOO_SMALL", "LAYOUT_DUAL", "LAYOUT_QUAD",
        "LAYOUT_SPECTRAL", "LAYOUT_3D", "NOT_MEASURED", "UNREADABLE", "DUP_SAME_EXAM", "DUP_CROSS_PATIENT",
    ]
}
