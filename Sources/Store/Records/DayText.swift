/// Days as the store writes them.
package enum DayText {
    /// Whether a text is a day of the calendar, `yyyy-MM-dd`.
    package static func isDay(_ text: String) -> Bool { Timestamp(text: text + "T00:00:00.000Z") != nil }
}
