internal import Foundation
internal import Reports
package import Store

extension ReportClock {
    /// Minutes after midnight.
    package func minuteOfDay(_ moment: Timestamp) -> Int {
        let time = time(moment)
        let seconds = (time.seconds + time.offset) % 86_400
        return (seconds < 0 ? seconds + 86_400 : seconds) / 60
    }

    /// The day, `yyyy-MM-dd`.
    package func day(of moment: Timestamp) -> String { time(moment).date }

    /// The month, `yyyy-MM`.
    package func month(of moment: Timestamp) -> String { String(day(of: moment).prefix(7)) }

    /// A month `yyyy-MM` some months later, or earlier; nil where either is none of the years 1 to 9999.
    package func month(after month: String, by count: Int) -> String? {
        let parts = month.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let year = parts[0], let number = parts[1], (1...12).contains(number) else {
            return nil
        }
        let months = year * 12 + number - 1 + count
        guard months >= 12, months < 120_000 else { return nil }
        let (newYear, newMonth) = (String(months / 12), months % 12 + 1)
        let zeros = String(repeating: "0", count: 4 - newYear.utf8.count)
        return "\(zeros)\(newYear)-\(newMonth < 10 ? "0" : "")\(newMonth)"
    }

    /// The month that a moment lies in.
    package func monthSpan(of moment: Timestamp) -> ReportSpan? { ReportSpan(month: month(of: moment), clock: self) }

    /// The week from Monday that a moment lies in, called by its Monday.
    package func weekSpan(of moment: Timestamp) -> ReportSpan? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
        let start = calendar.startOfDay(for: date)
        // Gregorian weekdays count from Sunday, 1.
        let sinceMonday = (calendar.component(.weekday, from: start) + 5) % 7
        guard let monday = calendar.date(byAdding: .day, value: -sinceMonday, to: start),
            let next = calendar.date(byAdding: .day, value: 7, to: monday)
        else { return nil }
        let from = Timestamp(calendar.startOfDay(for: monday))
        return ReportSpan(label: day(of: from), from: from, until: Timestamp(calendar.startOfDay(for: next)))
    }

    /// The days that a span touches, earliest first, cut to its ends; at most the last `most`.
    package func days(from: Timestamp, until: Timestamp, most: Int) -> [ReportSpan] {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        var days: [ReportSpan] = []
        var end = until
        while end > from, days.count < most {
            let date = Date(timeIntervalSince1970: Double(end.milliseconds - 1) / 1000)
            let start = max(from, Timestamp(calendar.startOfDay(for: date)))
            days.append(ReportSpan(label: day(of: start), from: start, until: end))
            end = start
        }
        return days.reversed()
    }
}
