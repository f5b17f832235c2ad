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

    /// A clinic's own ISO 8601 time; nil when it is none.
    package func time(iso8601 text: String) -> ReportTime? {
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withInternetDateTime]
        guard let date = formatter.date(from: text) else { return nil }
        return ReportTime(seconds: Int(date.timeIntervalSince1970), offset: zone.secondsFromGMT(for: date) / 60 * 60)
    }

    /// Midnight of a day `yyyy-MM-dd`, or of a month's first day `yyyy-MM`; nil when it is neither.
    package func start(of text: String) -> Timestamp? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (2...3).contains(parts.count), let year = parts[0], let month = parts[1], (1...12).contains(month) else {
            return nil
        }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let day = parts.count == 3 ? parts[2] : 1
        guard let day, (1...31).contains(day),
            let date = calendar.date(from: DateComponents(year: year, month: month, day: day)),
            calendar.component(.day, from: date) == day
        else { return nil }
        return Timestamp(date)
    }
}
