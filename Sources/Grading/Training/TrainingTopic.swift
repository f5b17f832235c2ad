/// One thing that is taught: the findings that show its lack (domain reference §3.3) and what a technician learns.
package struct TrainingTopic: Sendable, Equatable {
    /// `T01`…`T12`, as `FindingCode.module` has it.
    package let id: String
    /// What a person calls it.
    package let name: LocalizedText
    /// What somebody can do after it.
    package let aim: LocalizedText
    /// The codes of the findings that it mends, in the order of the taxonomy; empty where none is found by a picture.
    package var codes: [String] { FindingCode.all.filter { $0.module == id }.map(\.code) }

    /// The topic of an id; nil when there is none.
    package static func named(_ id: String) -> TrainingTopic? { all.first { $0.id == id } }

    /// The topic that mends a finding; nil for an unknown code and for what no training mends.
    package static func mending(_ code: String) -> TrainingTopic? { FindingCode.named(code)?.module.flatMap(named) }

    /// Every topic, by id.
    package static let all: [TrainingTopic] = [
        topic(
            "T01",
            zh: "增益与动态范围",
            en: "Gain and dynamic range",
            aim: (
                "按所查脏器调节总增益和动态范围，使液性区无回声、实质灰阶层次清楚",
                "Sets gain and dynamic range so that fluid is black and tissue has all its greys"
            )
        ),
        topic(
            "T02",
            zh: "深度增益补偿（TGC）",
            en: "Depth compensation (TGC)",
            aim: ("调节TGC滑杆，使同一组织由浅到深亮度均匀", "Sets the TGC sliders so that one tissue is equally bright at all depths")
        ),
        topic(
            "T03",
            zh: "探头耦合与加压",
            en: "Probe contact and pressure",
            aim: (
                "正确使用耦合剂和探头压力，避开气体与骨性声影",
                "Uses gel and pressure for full contact and goes around gas and bone"
            )
        ),
        topic(
            "T04",
            zh: "深度、聚焦与放大",
            en: "Depth, focus and zoom",
            aim: (
                "使目标完整并占图像主要部分，聚焦区置于目标深度",
                "Shows the target whole and large, with the focus at its depth"
            )
        ),
        topic(
            "T05",
            zh: "存图与导出",
            en: "Storing and exporting pictures",
            aim: (
                "冻结后存储清晰的原始图像，不翻拍、不缩放、不过度压缩",
                "Freezes and exports the original picture: no photo of a screen, no scaling, little compression"
            )
        ),
        topic(
            "T06",
            zh: "标准切面",
            en: "Standard sections",
            aim: (
                "按检查类型留全必查切面，切面标准、标注正确",
                "Stores every required section of an exam, as the standard shows it and rightly labelled"
            )
        ),
        topic(
            "T07",
            zh: "体标与测量",
            en: "Body marks and measurement",
            aim: ("标明体位与探头方向，测量点和测量线放置正确", "Marks body position and probe direction, and places calipers rightly")
        ),
        topic(
            "T08",
            zh: "彩色与频谱多普勒",
            en: "Colour and spectral Doppler",
            aim: (
                "正确调节彩色增益、取样框、量程、基线，校正角度不大于60°",
                "Sets colour gain, box, scale and baseline; the angle is 60° at most"
            )
        ),
        topic(
            "T09",
            zh: "患者隐私保护",
            en: "Patient privacy",
            aim: ("导出图像前去除患者身份信息", "Exports pictures without the patient's identity")
        ),
        topic(
            "T10",
            zh: "诚信与流程",
            en: "Integrity and procedure",
            aim: ("每例留存本人本次检查的图像，不重复、不混用", "Hands in pictures of this patient and this exam only, each once")
        ),
        topic(
            "T11",
            zh: "报告书写",
            en: "Writing reports",
            aim: ("报告所述与所留图像一致、术语规范", "Writes what the pictures show, in standard terms")
        ),
        topic(
            "T12",
            zh: "上报流程与时限",
            en: "Handing in, in time",
            aim: ("在规定时限内完整上报", "Hands exams in whole and in time")
        ),
    ]

    private static func topic(_ id: String, zh: String, en: String, aim: (String, String)) -> TrainingTopic {
        TrainingTopic(
            id: id,
            name: LocalizedText(zh: zh, en: en),
            aim: LocalizedText(zh: aim.0, en: aim.1)
        )
    }
}
