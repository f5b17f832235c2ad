internal import Foundation
package import Store

/// When snapshots of what devices usually show are closed, by the home's clock.
package enum BaselineSchedule: String, Sendable, CaseIterable {
    /// Mondays at 00:00.
    case weekly
    /// Every day at 00:00.
    case daily
    /// The first of every month at 00:00.
    case monthly
    /// Only by command.
    case off

    /// A closing time and what its snapshot is called: its day, `yyyy-MM-dd`.
    package struct Closing: Sendable, Equatable {
        package let at: Timestamp
        package let day: String
    }

    /// The latest closing time that is not after a moment; nil when nothing is closed by the clock.
    ///
    /// Where a change of clocks leaves out 00:00, the day's first moment counts. `zone` is an IANA name; an unknown one
    /// means UTC.
    package func latestClosing(upTo moment: Timestamp, zone: String) -> Closing? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: zone) ?? .gmt
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
        var start = calendar.startOfDay(for: date)
        switch self {
        case .off: return nil
        case .daily: break
        case .weekly:
            // Gregorian weekdays count from Sunday, 1.
            let sinceMonday = (calendar.component(.weekday, from: start) + 5) % 7
            guard let monday = calendar.date(byAdding: .day, value: -sinceMonday, to: start) else { return nil }
            start = calendar.startOfDay(for: monday)
        case .monthly:
            let sinceFirst = calendar.component(.day, from: start) - 1
            guard let first = calendar.date(byAdding: .day, value: -sinceFirst, to: start) else { return nil }
            start = calendar.startOfDay(for: first)
        }
        let parts = calendar.dateComponents([.year, .month, .day], from: start)
        func padded(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        return Closing(
            at: Timestamp(start),
            day: "\(parts.year ?? 1970)-\(padded(parts.month))-\(padded(parts.day))"
        )
    }
}
