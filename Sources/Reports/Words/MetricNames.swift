package import Grading

/// What the metrics are called in plain words, and their unit.
///
/// The ids are those that a rubric may name; a report shows any other id as it is.
package enum MetricNames {
    /// The metric ids that have a plain name.
    package static var ids: Set<String> { Set(entries.keys) }

    /// A metric's name and the unit of its value, empty for a bare number.
    package struct Entry {
        package let name: LocalizedText
        package let unit: String
    }

    /// The entry of a metric id; nil for an id that has no plain name.
    package static func entry(_ id: String) -> Entry? { entries[id] }

    private static func entry(_ zh: String, _ en: String, _ unit: String = "") -> Entry {
        Entry(name: LocalizedText(zh: zh, en: en), unit: unit)
    }

    private static let entries: [String: Entry] = [
        "gain.p5": entry("暗处亮度（0–255）", "dark end (0–255)"),
        "gain.p50": entry("中间亮度（0–255）", "median brightness (0–255)"),
        "gain.p95": entry("亮处亮度（0–255）", "bright end (0–255)"),
        "gain.lumen": entry("无回声区亮度（0–255）", "brightness of fluid (0–255)"),
        "sat.hi": entry("过亮面积", "overexposed area", "%"),
        "sat.lo": entry("全黑面积", "fully black area", "%"),
        "sat.clip": entry("暗处被截为全黑的组织", "tissue cut off at black", "%"),
        "ent": entry("灰阶信息量", "grey-level information", "bit"),
        "levels": entry("灰阶数", "grey levels"),
        "levels.gap": entry("空缺的灰阶", "unused grey levels", "%"),
        "dr.use": entry("用到的亮度范围（0–255）", "brightness range in use (0–255)"),
        "contrast": entry("组织间亮度差（0–255）", "brightness difference between tissues (0–255)"),
        "gcnr": entry("液区与周围的可分度", "separability of fluid"),
        "gain.over": entry("增益过高的迹象", "signs of too much gain"),
        "gain.under": entry("增益过低的迹象", "signs of too little gain"),
        "contrast.odds": entry("灰阶受压或截断的迹象", "signs of a crowded or cut-off grey scale"),
        "tgc.fardark": entry("远场过暗的迹象", "signs of a dark far field"),
        "tgc.farbright": entry("远场过亮的迹象", "signs of a bright far field"),
        "tgc.neardark": entry("近场过暗的迹象", "signs of a dark near field"),
        "tgc.nearbright": entry("近场过亮的迹象", "signs of a bright near field"),
        "tgc.slider": entry("单个滑杆错位的迹象", "signs of one slider out of line"),
        "tgc.nearcut": entry("近场切至黑色的部分", "near field that is cut off at black", "%"),
        "band.depth": entry("该横带的深度", "depth of that band", "%"),
        "band.bright": entry("该横带为亮带（1）或暗带（0）", "that band is bright (1) or dark (0)"),
        "band.white": entry("位于该横带内的白色部分", "white that lies in that band", "%"),
        "band.rest": entry("横带以外较亮部分的灰度", "grey of the bright parts outside of that band"),
        "contact.odds": entry("接触不良的迹象", "signs of lost contact"),
        "shadow.odds": entry("声影的迹象", "signs of shadow"),
        "tgc.slope": entry("由浅到深的亮度变化", "brightness change with depth"),
        "tgc.ratio": entry("远场与近场亮度比", "far to near brightness"),
        "tgc.band": entry("横向亮暗带", "bright or dark band"),
        "lat.cv": entry("左右亮度差异", "left–right unevenness"),
        "contact.loss": entry("无接触的扫描线", "scan lines without contact", "%"),
        "contact.cut": entry("裁切图像一侧或中间的黑边", "black side or middle of a cropped picture", "%"),
        "contact.covered": entry("扇形一侧竖直边缘外的暗区", "dark side of a fan behind an upright edge", "%"),
        "tgc.gap": entry("横贯全宽的黑带", "black band across the picture", "%"),
        "tgc.cut": entry("裁切图像上方的黑边", "black above the ultrasound of a cropped picture", "%"),
        "shadow.frac": entry("声影所占扫描线", "scan lines in shadow", "%"),
        "shadow.sides": entry("两侧清楚的声影所占扫描线", "scan lines in shadows with two sides", "%"),
        "near.haze": entry("近场雾状增亮", "near-field haze", "%"),
        "sharp.hf": entry("细节清晰度", "fine detail"),
        "sharp.vol": entry("边缘清晰度", "edge sharpness"),
        "sharp.cutoff": entry("细节截止频率", "cut-off of detail"),
        "sharp.limit": entry("较软方向的细节极限", "limit of detail along the softer axis"),
        "sharp.soft": entry("模糊或放大的迹象", "signs of blurring or enlarging"),
        "scale.repeats": entry("重复的行列", "repeated rows and columns", "%"),
        "scale.period": entry("放大留下的周期痕迹", "beat left by enlarging", "dB"),
        "scale.odds": entry("整幅被放大的迹象", "signs of an enlarged picture"),
        "spk.sigma": entry("斑点强度（0–255）", "speckle strength (0–255)"),
        "spk.share": entry("斑点强度占灰阶范围", "speckle strength in the range of grey"),
        "spk.down": entry("斑点高度", "speckle height", "px"),
        "spk.across": entry("斑点宽度", "speckle width", "px"),
        "spk.downpart": entry("斑点高度占深度", "speckle height of the depth", "%"),
        "spk.acrosspart": entry("斑点宽度占画面宽度", "speckle width of the width", "%"),
        "spk.smooth": entry("斑点被抹平的迹象", "signs of smoothed speckle"),
        "noise.sigma": entry("噪声（0–255）", "noise (0–255)"),
        "noise.coarse": entry("粗颗粒噪声（0–255）", "coarse noise (0–255)"),
        "noise.spikes": entry("孤立噪点", "isolated noisy pixels", "%"),
        "jpeg.q": entry("JPEG 质量", "JPEG quality"),
        "jpeg.former": entry("曾经的 JPEG 质量", "former JPEG quality"),
        "jpeg.block": entry("压缩块效应", "blockiness"),
        "res.h": entry("扫查区高度", "scan area height", "px"),
        "res.w": entry("扫查区宽度", "scan area width", "px"),
        "cfm.share": entry("彩色面积", "coloured area", "%"),
        "cfm.alias": entry("彩色混叠", "colour aliasing", "%"),
        "aspect.err": entry("长宽比偏差", "aspect error", "%"),
        "aspect.trace": entry("单向缩放痕迹", "trace of scaling one way", "dB"),
        "aspect.capture": entry("视频采集的像素比例", "pixel shape of a television capture"),
        "moire.pairs": entry("摩尔纹", "moiré waves"),
        "photo.votes": entry("翻拍屏幕的迹象", "signs of a photographed screen"),
        "phi.text": entry("画面上方的文字", "text above the picture"),
        "mark.text": entry("图内文字", "text on the picture"),
        "mark.caliper": entry("测量光标", "calipers"),
        "meas.present": entry("有无测量", "measurement present"),
        "mark.body": entry("有无体标", "body mark present"),
        "ruler.spacing": entry("深度标尺间距", "depth scale spacing", "px"),
        "ruler.across": entry("横向标尺间距", "scale spacing across", "px"),
        "ruler.cm": entry("每厘米像素数", "pixels per centimetre", "px/cm"),
        "depth.cm": entry("显示深度", "depth shown", "cm"),
        "depth.beyond": entry("标尺超出回声的深度", "depth scale below the last echoes", "%"),
        "depth.waste": entry("下方空白深度", "empty depth at the bottom", "%"),
        "pen": entry("有效穿透深度", "usable depth", "%"),
    ]
}
