/// Days as the store writes them.
package enum DayText {
    /// The day that somebody wrote, also as 2026/3/1, 2026.3.1, 20260301 or 2026年3月1日; nil for anything else.
    package static func read(_ text: String) -> String? { RegistryText.day(text) }

    /// The latest day that has begun anywhere, `yyyy-MM-dd`: the date where clocks are 14 hours ahead of UTC.
    package static func latest(at now: Timestamp) -> String {
        String(Timestamp(milliseconds: now.milliseconds + 14 * 3_600_000).text.prefix(10))
    }

    /// Whether a text is a day of the calendar, `yyyy-MM-dd`.
    package static func isDay(_ text: String) -> Bool { Timestamp(text: text + "T00:00:00.000Z") != nil }
}
