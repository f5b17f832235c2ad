/// What a fault of technique teaches, wherever it was put in: the code that names it, what it may be called as well, and why.
struct FaultLesson: Sendable, Equatable {
    let code: String
    /// What it may be called as well, so that it is not offered.
    let alike: [String]
    let explanation: LocalizedText

    private init(_ code: String, alike: [String] = [], zh: String, en: String) {
        (self.code, self.alike) = (code, alike)
        explanation = LocalizedText(zh: zh, en: en)
    }
}

extension FaultLesson {
    static let gainHigh = FaultLesson(
        "GAIN_HIGH",
        alike: ["SAT_HIGH", "NOISE", "CONTRAST_LOW", "TGC_UNEVEN"],
        zh: "总增益过高：实质过亮，液性暗区里出现回声。降低总增益，直到液性区重新变黑。",
        en: "Overall gain too high: tissue is too bright and fluid fills with echoes. Lower it until fluid is black."
    )

    static let gainLow = FaultLesson(
        "GAIN_LOW",
        alike: ["SAT_LOW", "CONTRAST_LOW", "TGC_UNEVEN"],
        zh: "总增益过低：整幅偏暗，弱回声丢失。逐步提高总增益，使实质呈中等灰阶。",
        en: "Overall gain too low: all of it is dark and weak echoes are lost. Raise it until tissue is mid-grey."
    )

    static let contrastLow = FaultLesson(
        "CONTRAST_LOW",
        alike: ["GAIN_HIGH", "GAIN_LOW", "SAT_LOW", "BLUR", "NOISE"],
        zh: "对比度过低：灰阶挤在一起，液性区不黑、实质不亮。减小动态范围或换用合适的灰阶曲线。",
        en:
            "Contrast too low: greys crowd together, fluid is not black. Narrow the dynamic range or choose another grey map."
    )

    static let saturated = FaultLesson(
        "SAT_HIGH",
        alike: ["GAIN_HIGH", "CONTRAST_LOW"],
        zh: "饱和：大片像素达到全白，细节无法恢复。降低增益 3–6 dB，或增大动态范围。",
        en: "Saturated: large parts are pure white and their detail is gone. Lower the gain or widen the dynamic range."
    )

    static let farDark = FaultLesson(
        "TGC_UNEVEN",
        alike: ["GAIN_LOW", "SAT_LOW"],
        zh: "深度补偿不均：近场正常而远场过暗。只把远场的 TGC 滑杆向右推，不要动总增益。",
        en: "Uneven depth compensation: the far field is too dark. Move only the far TGC sliders, not the overall gain."
    )

    static let farBright = FaultLesson(
        "TGC_UNEVEN",
        alike: ["GAIN_HIGH", "SAT_HIGH", "NOISE"],
        zh: "深度补偿不均：远场过亮，噪声被一并放大。把远场的 TGC 滑杆向左收。",
        en:
            "Uneven depth compensation: the far field is too bright and its noise is amplified. Pull the far sliders back."
    )

    static let nearDark = FaultLesson(
        "TGC_UNEVEN",
        alike: ["GAIN_LOW", "SAT_LOW", "CONTACT_LOSS"],
        zh: "深度补偿不均：近场过暗而深部正常。只把近场的 TGC 滑杆向右推，不要动总增益。",
        en:
            "Uneven depth compensation: the near field is too dark. Move only the near TGC sliders, not the overall gain."
    )

    static let nearBright = FaultLesson(
        "TGC_UNEVEN",
        alike: ["GAIN_HIGH", "SAT_HIGH", "NOISE"],
        zh: "深度补偿不均：近场过亮，浅表结构连成一片。把近场的 TGC 滑杆向左收。",
        en:
            "Uneven depth compensation: the near field is too bright and hides what lies there. Pull the near sliders back."
    )

    static let bandBright = FaultLesson(
        "TGC_BAND",
        alike: ["TGC_UNEVEN"],
        zh: "某一深度出现横行亮带：该深度的一根 TGC 滑杆错位。使相邻滑杆平滑过渡。",
        en: "A bright band across one depth: one TGC slider is out of line. Let neighbouring sliders change smoothly."
    )

    static let bandDark = FaultLesson(
        "TGC_BAND",
        alike: ["TGC_UNEVEN", "SHADOW"],
        zh: "某一深度出现横行暗带：该深度的一根 TGC 滑杆错位。使相邻滑杆平滑过渡。",
        en: "A dark band across one depth: one TGC slider is out of line. Let neighbouring sliders change smoothly."
    )

    static let contactLoss = FaultLesson(
        "CONTACT_LOSS",
        alike: ["SHADOW"],
        zh: "探头一侧没有接触皮肤：黑带从探头表面开始。补耦合剂并让探头面均匀贴紧。",
        en: "One side of the probe has no contact: the dark band begins at its face. Add gel and press evenly."
    )

    static let shadow = FaultLesson(
        "SHADOW",
        zh: "声影：近场有回声，从某一深度起沿扫描线变暗（肋骨、气体）。换声窗、嘱吸气或侧动探头。",
        en: "Shadow: the near field has echoes, then lines turn dark from one depth on. Change the window or tilt."
    )

    static let depthExcess = FaultLesson(
        "DEPTH_EXCESS",
        alike: ["TARGET_SMALL", "NOISE"],
        zh: "深度过大：目标挤在上方，下部没有信息。减小深度，使目标占图像一半以上。",
        en: "Depth too large: the target is squeezed to the top. Reduce the depth until it fills half of the picture."
    )

    static let blur = FaultLesson(
        "BLUR",
        alike: ["UPSCALED", "FOCUS_OFF"],
        zh: "图像模糊：界面和斑点都失去锐度。把聚焦区调到目标深度，屏气后冻结，从原机直接导出。",
        en:
            "Blurred: edges and speckle have lost their sharpness. Set the focus, freeze in breath-hold, export directly."
    )

    static let upscaled = FaultLesson(
        "UPSCALED",
        alike: ["BLUR"],
        zh: "由小图插值放大：颗粒变粗、没有细节。请从原机按原始尺寸导出，不要截小图再放大。",
        en: "Enlarged from a smaller picture: coarse grain without detail. Export at the original size."
    )

    static let compressed = FaultLesson(
        "JPEG_LOW",
        alike: ["BLUR", "UPSCALED"],
        zh: "过度压缩：可见 8×8 方块。导出时选 PNG，或 JPEG 质量 85 以上，不要经聊天软件转发。",
        en: "Compressed too much: blocks of 8×8 show. Export PNG, or JPEG of quality 85 or more; no chat programs."
    )

    static let noise = FaultLesson(
        "NOISE",
        zh: "雪花状噪声：无回声区也布满细点。降低增益，检查采集线与附近电器的干扰。",
        en: "Snow: fine dots everywhere, in fluid too. Lower the gain; look for interference and bad capture cables."
    )

    static let inAir = FaultLesson(
        "IN_AIR",
        alike: ["CONTACT_LOSS"],
        zh: "空气图：近场平行的混响条带，其下没有组织。探头没有放在人体上，这样的图不应存档。",
        en: "Probe in air: bands near the face and no tissue below. Such a picture does not belong into an exam."
    )
}
