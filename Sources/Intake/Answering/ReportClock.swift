internal import Foundation
package import Reports
package import Store

/// Moments as a home's clock shows them.
package struct ReportClock: Sendable {
    let zone: TimeZone

    /// The clock of an IANA time zone; UTC when the system does not know it.
    package init(zone: String) { self.zone = TimeZone(identifier: zone) ?? .gmt }

    /// A stored moment.
    package func time(_ moment: Timestamp) -> ReportTime {
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
        return ReportTime(
            seconds: Int((moment.milliseconds - moment.milliseconds % 1000) / 1000),
            offset: zone.secondsFromGMT(for: date) / 60 * 60
        )
    }

    /// A clinic's own ISO 8601 time, with or without fractions of a second; nil when it is none.
    package func time(iso8601 text: String) -> ReportTime? {
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withInternetDateTime]
        var found = formatter.date(from: text)
        if found == nil {
            formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
            found = formatter.date(from: text)
        }
        guard let date = found else { return nil }
        return ReportTime(seconds: Int(date.timeIntervalSince1970), offset: zone.secondsFromGMT(for: date) / 60 * 60)
    }

    /// Midnight of a day `yyyy-MM-dd`, or of a month's first day `yyyy-MM`; nil when it is neither.
    package func start(of text: String) -> Timestamp? {
        guard let day = CalendarDay(text.utf8.count == 7 ? text + "-01" : text) else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let parts = DateComponents(year: day.year, month: day.month, day: day.day)
        guard let date = calendar.date(from: parts) else { return nil }
        return Timestamp(date)
    }
}
