package import Grading

extension ReportPeriod {
    /// Where nobody asked for a beginning or an end, `from` is 1970 and `until` 2200.
    private static let end = 7_258_118_400

    /// How it is called where people read it: `2026-03`, `2026-01-01 – 2026-04-30`, or in words where an end is open.
    package var name: LocalizedText {
        switch (from.seconds > 0, until.seconds < Self.end) {
        case (true, true): PlotText.same(label)
        case (false, false): Word.periodAll.text
        case (true, false): Word.periodFrom.filled(["from": from.date])
        case (false, true): Word.periodUntil.filled(["last": last])
        }
    }

    /// From when to when; only the name where an end is open.
    var span: LocalizedText {
        guard from.seconds > 0, until.seconds < Self.end else {
            return LocalizedText(zh: "\(name.zh)，按收到时间", en: "\(name.en), by time of receipt")
        }
        return Word.periodSpan.filled(["from": from.minute, "until": until.minute])
    }

    /// The last day that counts.
    private var last: String { ReportTime(seconds: until.seconds - 1, offset: until.offset).date }
}
