import Grading

/// A day of the Gregorian calendar, counted so that days can be added.
struct CalendarDay: Equatable, Comparable {
    /// Days since 1970-01-01, a Thursday.
    var number: Int

    /// Reads `2026-03-05`; nil for anything else.
    init?(_ text: String) {
        guard text.utf8.count == 10, let time = ReportTime(iso8601: "\(text)T00:00:00+00:00") else { return nil }
        number = time.seconds / 86_400 - (time.seconds % 86_400 < 0 ? 1 : 0)
    }

    /// A day by its number.
    init(number: Int) { self.number = number }

    /// `2026-03-05`.
    var text: String { ReportTime(seconds: number * 86_400, offset: 0).date }
    /// 1–31.
    var dayOfMonth: Int { Int(text.suffix(2)) ?? 0 }
    /// 1–12.
    var month: Int { Int(text.dropFirst(5).prefix(2)) ?? 0 }
    /// 0 for Monday … 6 for Sunday.
    var weekday: Int { ((number + 3) % 7 + 7) % 7 }

    static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }
}
