import Grading

/// What the metrics of the domain reference (§1.23) are called in plain words, and their unit.
enum MetricNames {
    /// A metric's name and the unit of its value, empty for a bare number.
    struct Entry {
        let name: LocalizedText
        let unit: String
    }

    /// The entry of a metric id; nil for an id that has no plain name.
    static func entry(_ id: String) -> Entry? { entries[id] }

    private static func entry(_ zh: String, _ en: String, _ unit: String = "") -> Entry {
        Entry(name: LocalizedText(zh: zh, en: en), unit: unit)
    }

    private static let entries: [String: Entry] = [
        "gain.p50": entry("中间亮度（0–255）", "median brightness (0–255)"),
        "gain.p95": entry("高亮处亮度（0–255）", "bright end (0–255)"),
        "sat.hi": entry("过亮面积", "overexposed area", "%"),
        "sat.lo": entry("全黑面积", "fully black area", "%"),
        "ent": entry("灰阶信息量", "grey-level information", "bit"),
        "levels": entry("灰阶数", "grey levels"),
        "tgc.slope": entry("由浅到深的亮度差", "brightness change with depth"),
        "tgc.ratio": entry("远场与近场亮度比", "far to near brightness"),
        "tgc.band": entry("横向亮暗带", "bright or dark band"),
        "lat.cv": entry("左右亮度差异", "left–right unevenness"),
        "shadow.frac": entry("声影所占扫描线", "scan lines in shadow", "%"),
        "contact.loss": entry("无接触的扫描线", "scan lines without contact", "%"),
        "sharp.hf": entry("清晰度", "sharpness"),
        "spk.sigma": entry("斑点强度", "speckle strength"),
        "pen": entry("有效穿透深度", "usable depth", "%"),
        "depth.waste": entry("下方空白深度", "empty depth at the bottom", "%"),
        "noise": entry("噪声", "noise"),
        "jpeg.q": entry("JPEG 质量", "JPEG quality"),
        "jpeg.block": entry("压缩块效应", "blockiness"),
        "moire.pairs": entry("摩尔纹", "moiré patterns"),
        "aspect.err": entry("长宽比误差", "aspect error", "%"),
        "cfm.alias": entry("彩色混叠", "colour aliasing", "%"),
        "gcnr": entry("对比度（gCNR）", "contrast (gCNR)"),
        "res.h": entry("扫查区高度", "scan area height", "px"),
        "phi.text": entry("扫查区外文字", "text outside the scan area"),
        "dup.h256": entry("与旧图的差别", "difference from an earlier picture"),
        "geom.iou": entry("扫查区吻合度", "fit of the scan area"),
    ]
}
