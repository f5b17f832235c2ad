import Grading
import Store

/// How long ago something was, in the words of people.
enum Age {
    /// `12 min`, `5 h`, `3 d`; `12 分钟`, `5 小时`, `3 天`.
    static func words(from start: Timestamp, to end: Timestamp, _ language: Language) -> String {
        let minutes = max(0, end.milliseconds - start.milliseconds) / 60_000
        return switch minutes {
        case ..<1: language == .zh ? "不到 1 分钟" : "< 1 min"
        case ..<120: "\(minutes) \(language == .zh ? "分钟" : "min")"
        case ..<2880: "\(minutes / 60) \(language == .zh ? "小时" : "h")"
        default: "\(minutes / 1440) \(language == .zh ? "天" : "d")"
        }
    }
}
